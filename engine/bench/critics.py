"""The fault bench: pictures damaged in known ways at graded strength, and what the critics say of them."""

from __future__ import annotations

import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from statistics import mean, median
from typing import Any

import numpy as np

from engine import loop, pictures, registry
from engine.api import Quiet
from engine.bench import folder_for, machine, reliability
from engine.bench.brands import brands
from engine.bench.colours import colours
from engine.bench.fault import CLEAN, Fault, overlap
from engine.bench.flaws import artifacts
from engine.bench.lettering import lettering
from engine.bench.logos import logos
from engine.bench.reliability import calibration, judged, plot, verdicts
from engine.bench.subjects import flat, photographs, staged
from engine.bench.things import counts, places, views
from engine.bench.written import written
from engine.errors import BadInput
from engine.trust import offline
from engine.types import Array, Box, Plan

LINES = 18
"""Of each height so many lines of letters."""

FAULTS: dict[str, Callable[[], Iterator[Fault]]] = {
    "text": lambda: chain(lettering(LINES), written()),
    "colour": colours,
    "count": counts,
    "position": places,
    "view": views,
    "artifact": artifacts,
    "brand": lambda: chain(brands(), logos()),
}
ALSO = {"presence": "count", "framing": "position"}
"""Kinds whose faults come with those of another."""


def run(*, only: Sequence[str] = (), keep: str | None = None, write: str | None = None) -> dict[str, Any]:
    """Check every picture and return the figures.

    With `keep`, a plot and the pictures of the misses go into that folder; `write` names the file of the verdicts' shares.
    Raises BadInput for a kind that has no faults here.
    """
    kinds = [*FAULTS, *ALSO]
    if unknown := sorted(set(only) - set(kinds)):
        raise BadInput(f"There are no faults of the kind {unknown[0]!r}.", f"Use one of {', '.join(kinds)}.")
    offline.enforce()
    folder = folder_for(keep)
    began, worked, told = time.monotonic(), time.process_time(), ""
    cases: list[dict[str, Any]] = []
    for fault in chain(clean(only), *(FAULTS[name]() for name in FAULTS if asked(name, only))):
        if only and fault.requirement and fault.kind not in only:
            continue
        if told != (told := f"{fault.kind}: {fault.name}" if fault.requirement else f"clean: {fault.subject}"):
            print(f"{time.monotonic() - began:.0f} s, {len(cases)} checked, {told}", file=sys.stderr, flush=True)
        for case in examined(fault, only):
            cases.append(case)
            if folder and _missed(case):
                _keep(folder, fault, case)
    kept = {kind: [case for case in cases if case["kind"] == kind] for kind in kinds if not only or kind in only}
    calibrations = {kind: calibration(of) for kind, of in kept.items() if judged(of)}
    if folder and calibrations:
        pictures.write(folder / "reliability.png", plot(calibrations))
    if write:
        reliability.write(verdicts(cases), Path(write))
    return {
        "machine": machine(),
        "versions": registry.versions(),
        "seconds": round(time.monotonic() - began, 1),
        "cpu_seconds": round(time.process_time() - worked, 1),
        "clean": {kind: _clean(of) for kind, of in kept.items() if any(case["fault"] == CLEAN for case in of)},
        "faults": _faults(cases),
        "calibration": calibrations,
        "verdicts": verdicts(cases),
        "misses": [case for case in cases if _missed(case)],
    }


def clean(only: Sequence[str] = ()) -> Iterator[Fault]:
    """The subjects as they are, asked for everything; those of which nothing of these kinds is asked are not drawn."""
    for subject in (*flat(), *staged()):
        if _asks(subject.plan, only):
            yield Fault("size", CLEAN, "", subject.name, "", subject.plan, subject.render, wrong=False)
    for name, (plan, render) in photographs().items():
        if _asks(plan, only):
            yield Fault("size", CLEAN, "", name, "", plan, render, wrong=False)


def _asks(plan: Plan, only: Sequence[str]) -> bool:
    return not only or any(one.kind in only for one in plan.requirements)


def examined(fault: Fault, only: Sequence[str] = ()) -> Iterator[dict[str, Any]]:
    """What the critics say of the claim that the fault breaks; of a clean picture, of every claim of its plan."""
    asked = [one for one in fault.plan.requirements if not fault.requirement or one.id == fault.requirement]
    asked = [one for one in asked if not only or one.kind in only]
    others = [loop.unchecked(one.id, "Not asked.") for one in fault.plan.requirements if one not in asked]
    since = time.monotonic()
    findings = loop.check(fault.plan, fault.render, registry.critics(), Quiet(), others)
    seconds = time.monotonic() - since
    found = {finding.requirement: finding for finding in findings}
    for requirement in asked:
        finding = found[requirement.id]
        yield {
            "kind": requirement.kind,
            "fault": fault.name,
            "strength": fault.strength,
            "subject": fault.subject,
            "wrong": fault.wrong,
            "verdict": finding.verdict,
            "measured": finding.measured,
            "message": finding.message,
            "confidence": finding.confidence,
            "critic": finding.critic,
            "overlap": overlap(finding.box, fault.box) if finding.verdict == "failed" else None,
            "box": finding.box,
            "seconds": seconds / len(asked),
        }


def asked(name: str, only: Sequence[str]) -> bool:
    """Whether any of the kinds `only` names, all where it names none, are among the faults of that name."""
    return not only or name in only or any(ALSO.get(kind) == name for kind in only)


def _missed(case: dict[str, Any]) -> bool:
    return bool(case["wrong"] is not None and case["verdict"] != ("failed" if case["wrong"] else "passed"))


def _clean(cases: list[dict[str, Any]]) -> dict[str, float]:
    sound = [case for case in cases if case["fault"] == CLEAN]
    return {
        "n": len(sound),
        "accused": round(mean(case["verdict"] == "failed" for case in sound), 4),
        "unchecked": round(mean(case["verdict"] == "unchecked" for case in sound), 4),
    }


def _faults(cases: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """A row for each kind, fault, strength and whether a claim is broken, in the order in which they came."""
    groups: dict[tuple[str, str, str, bool | None], list[dict[str, Any]]] = defaultdict(list)
    for case in cases:
        if case["fault"] != CLEAN:
            groups[case["kind"], case["fault"], case["strength"], case["wrong"]].append(case)
    rows = []
    for (kind, fault, strength, wrong), of in groups.items():
        overlaps = [case["overlap"] for case in of if case["overlap"] is not None]
        rows.append(
            {
                "kind": kind,
                "fault": fault,
                "strength": strength,
                "n": len(of),
                "wrong": wrong,
                "found": round(mean(case["verdict"] == "failed" for case in of), 4),
                "unchecked": round(mean(case["verdict"] == "unchecked" for case in of), 4),
                "overlap": round(median(overlaps), 3) if overlaps else None,
                "seconds": round(mean(case["seconds"] for case in of), 3),
            }
        )
    return rows


def _keep(folder: Path, fault: Fault, case: dict[str, Any]) -> None:
    """The picture of a miss, the damage framed in green and what was accused in red."""
    name = " ".join(part for part in (case["kind"], fault.name, fault.strength, fault.subject) if part)
    plain = "".join(letter if letter.isalnum() or letter in " .%-" else "_" for letter in name)
    pixels = fault.render.pixels.array.copy()
    for box, colour in ((fault.box, (0, 170, 70)), (case["box"], (220, 30, 30))):
        if box is not None:
            _frame(pixels, box, colour)
    pictures.write(folder / f"{plain}.png", pixels)


def _frame(pixels: Array, box: Box, colour: tuple[int, int, int]) -> None:
    height, width = pixels.shape[:2]
    x0, y0, x1, y1 = (int(np.clip(value * side, 0, side - 1)) for value, side in zip(box, (width, height) * 2, strict=True))
    pixels[[y0, y1], x0 : x1 + 1] = colour
    pixels[y0 : y1 + 1, [x0, x1]] = colour


def table(result: dict[str, Any]) -> str:
    """The figures as text."""
    rows = [
        f"{result['machine']}, {result['seconds']:.0f} s, {result['cpu_seconds']:.0f} s of a core",
        "",
        f"{'clean pictures':<16} {'n':>5} {'accused':>8} {'unchecked':>10}",
    ]
    rows += [
        f"{kind:<16} {one['n']:>5} {one['accused']:>8.1%} {one['unchecked']:>10.1%}" for kind, one in result["clean"].items()
    ]
    rows += ["", f"{'kind':<9} {'fault':<46} {'strength':<9} {'n':>4} {'found':>7} {'unchecked':>10} {'IoU':>5} {'s':>6}"]
    for row in result["faults"]:
        overlapping = "" if row["overlap"] is None else f"{row['overlap']:.2f}"
        note = "" if row["wrong"] else "  within the threshold" if row["wrong"] is False else "  at the threshold"
        rows.append(
            f"{row['kind']:<9} {row['fault']:<46} {row['strength']:<9} {row['n']:>4} {row['found']:>7.1%}"
            f" {row['unchecked']:>10.1%} {overlapping:>5} {row['seconds']:>6.2f}{note}"
        )
    rows += ["", f"{'verdicts':<10} {'failed: right':>16} {'passed: right':>16} {'confidence off by':>18}"]
    for kind, by in result["verdicts"].items():
        cells = [f"{by[v]['right']:.1%} of {by[v]['n']:.0f}" if v in by else "" for v in ("failed", "passed")]
        rows.append(f"{kind:<10} {cells[0]:>16} {cells[1]:>16} {result['calibration'][kind]['error']:>18.1%}")
    return "\n".join(rows)
