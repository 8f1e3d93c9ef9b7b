"""The repair bench: the same faults handed to the loop, and what it makes of them, graded by the held-out judge.

A picture that the studio drew anew as a whole has no fault that was put in by hand, so it counts as repaired; so does one
whose damaged part is again as it was before, wherever the judge has no eyes of its own; of a font its letters, wherever they
stand.
"""

from __future__ import annotations

import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain
from statistics import mean
from typing import Any

import numpy as np

from engine import loop, pictures, registry
from engine.api import Quiet
from engine.bench import folder_for, machine
from engine.bench.brands import branded
from engine.bench.critics import FAULTS, asked
from engine.bench.fault import Fault
from engine.bench.flaws import told
from engine.bench.judge import Judge
from engine.bench.logos import marked
from engine.bench.subjects import Subject, flat, photographs, staged
from engine.bench.written import written
from engine.composite import box_of, grown, window
from engine.errors import BadInput
from engine.trust import offline
from engine.types import Array, Brief, Budget, Plan, Render, Trace

ROUNDS, SECONDS = 6, 120.0
EACH = 1
"""Of each fault at each strength so many flat designs and so many scenes are handed over, each of another brief."""
RATE = 0.5
"""How many of the pictures have such a fault, where the loop is set against drawing the whole again."""
RESTORED, RELETTERED, RECOLOURED = 0.25, 0.5, 0.6
"""The share of the damage that may be left in a part that counts as it was before, in letters laid over one another, and in a
thing's colour: ΔE 3, which the claims allow, of the smallest difference, ΔE 5."""
KINDS = ("text", "colour", "presence", "count", "position", "framing", "artifact", "brand")


def run(*, only: Sequence[str] = (), keep: str | None = None) -> dict[str, Any]:
    """Hand the faults to the loop and return the figures; with `keep`, the pictures before and after go into that folder.

    Raises BadInput for a kind that has no faults here.
    """
    if unknown := sorted(set(only) - set(KINDS)):
        raise BadInput(f"There are no faults to repair of the kind {unknown[0]!r}.", f"Use one of {', '.join(KINDS)}.")
    offline.enforce()
    folder = folder_for(keep)
    subjects = {subject.name: subject for subject in (*flat(), *staged(), *branded(), *marked())}
    judge = Judge()
    cases: list[dict[str, Any]] = []
    for fault in faults(only):
        print(f"{len(cases) + 1}: {fault.kind}, {fault.name} {fault.strength}, {fault.subject}", file=sys.stderr, flush=True)
        case, after = repaired(fault, subjects[fault.subject], judge)
        cases.append(case)
        if folder:
            pair = (
                np.concatenate([fault.render.pixels.array, after], axis=1)
                if after.shape == fault.render.pixels.shape
                else after
            )
            pictures.write(folder / f"{len(cases):03} {fault.kind} {fault.subject}.png", pair)
    return {
        "machine": machine(),
        "versions": registry.versions(),
        "fault_rate": RATE,
        "kinds": {kind: _figures(of) for kind in KINDS if (of := [case for case in cases if case["kind"] == kind])},
        "cases": cases,
    }


def faults(only: Sequence[str] = ()) -> Iterator[Fault]:
    """Faults that surely break a claim, EACH of every kind, name and strength in flat designs and as many in scenes; none of
    photographs, and of artifacts the moderate ones that are told."""
    sources = {name: make for name, make in FAULTS.items() if name != "view"} | {"text": written}
    wanted = [make() for name, make in sources.items() if asked(name, only)]
    taken: dict[tuple[str, str, str, bool], set[str]] = defaultdict(set)
    for fault in chain.from_iterable(wanted):
        briefs = taken[fault.kind, fault.name, fault.strength, fault.plan.kind == "flat"]
        if fault.kind == "artifact" and not (fault.strength == "moderate" and told(fault)):
            continue
        if not fault.wrong or fault.subject in photographs() or (only and fault.kind not in only):
            continue
        if len(briefs) < EACH and fault.subject not in briefs:
            briefs.add(fault.subject)
            yield fault


def repaired(fault: Fault, subject: Subject, judge: Judge) -> tuple[dict[str, Any], Array]:
    """What the loop made of the fault, and the picture that it ended with."""
    whole = _with_claim(fault, subject)
    brief = subject.brief.replace(plan=whole.plan, budget=Budget(max_rounds=ROUNDS, max_seconds=SECONDS))
    since = time.monotonic()
    trace = list(loop.run(brief, registry.parts(brief), Quiet(), start=fault.render))[-1]
    seconds = time.monotonic() - since
    draws, redrawn = _drawn_again(whole.plan, brief, seconds)
    best = trace.best_round().render
    before, after = _grades(whole.plan, fault.render, judge), _grades(trace.best_plan(), best, judge)
    again = _grades(whole.plan, redrawn, judge)
    others = [key for key, held in before.items() if held and key != fault.requirement]
    return {
        "kind": fault.kind,
        "fault": fault.name,
        "strength": fault.strength,
        "subject": fault.subject,
        "noticed": any(one.requirement == fault.requirement and one.verdict == "failed" for one in trace.rounds[0].findings),
        "judge_before": before.get(fault.requirement),
        "repaired": _held(whole, subject, trace, before.get(fault.requirement), after.get(fault.requirement)),
        "others": len(others),
        "broken": sum(after.get(key) is False for key in others),
        "touched": _touched(fault, best.pixels.array),
        "rounds": len(trace.rounds),
        "fixes": [one.fix.fixer for one in trace.rounds if one.fix and one.kept],
        "seconds": round(seconds, 2),
        "draws": draws,
        "held_drawn_again": again.get(fault.requirement) is not False,
        "broken_drawn_again": sum(again.get(key) is False for key in others),
        "touched_drawn_again": _touched(fault, redrawn.pixels.array),
        "outcome": trace.outcome,
    }, best.pixels.array


def _with_claim(fault: Fault, subject: Subject) -> Fault:
    """The fault with the whole plan of its subject, and the claim that it breaks among its requirements."""
    plan, claim = subject.plan, next(one for one in fault.plan.requirements if one.id == fault.requirement)
    if claim not in plan.requirements:
        kept = tuple(one for one in plan.requirements if (one.kind, one.element) != (claim.kind, claim.element))
        plan = plan.replace(requirements=(*kept, claim))
        if claim.kind == "colour":
            plan = plan.with_element(plan.element(claim.element).replace(colors=(str(claim.expected),)))
    return replace(fault, plan=plan)


def _drawn_again(plan: Plan, brief: Brief, seconds: float) -> tuple[int, Render]:
    """How many whole pictures with seeds of their own can be drawn and checked in that time, at least one, and the best of
    them as the loop ranks."""
    parts, since, draws = registry.parts(brief), time.monotonic(), 0
    best: tuple[tuple[int, int, float], Render] | None = None
    while best is None or (time.monotonic() - since) * (draws + 1) / draws <= seconds:
        draws += 1
        render = parts.renderers[0].render(plan, brief, brief.seed + draws, Quiet())
        ranked = loop.rank(plan, loop.check(plan, render, parts.critics, Quiet())), render
        best = ranked if best is None else max(best, ranked, key=lambda one: one[0])
    return draws, best[1]


def _grades(plan: Plan, render: Render, judge: Judge) -> dict[str, bool | None]:
    """The judge on every requirement of the plan."""
    return {one.id: judge.grade(plan, one, render) for one in plan.requirements}


def _held(whole: Fault, subject: Subject, trace: Trace, before: bool | None, after: bool | None) -> bool:
    """Whether the claim holds in the end: by the judge, where it saw the fault; else where the damage is gone."""
    if after is False or (after and before is False):
        return bool(after)
    if any(one.fix and one.kept and one.fix.kind in {"restage", "reseed"} for one in trace.rounds):
        return True
    claim = next(one for one in whole.plan.requirements if one.id == whole.requirement)
    pictures = (one.pixels.array.astype(float) for one in (subject.render, whole.render, trace.best_round().render))
    left = RESTORED
    if claim.kind == "brand" and claim.of_brand == "font":
        clean, damaged, now = (lettered(picture, subject.render.masks[claim.element].array) for picture in pictures)
        left = RELETTERED
    elif claim.kind == "colour":
        own = subject.render.masks[claim.element].array > 0
        clean, damaged, now = (np.median(picture[own], axis=0) for picture in pictures)
        left = RECOLOURED
    else:
        area = window(whole.box or (0.0, 0.0, 1.0, 1.0), subject.render.width, subject.render.height)
        clean, damaged, now = (picture[area] for picture in pictures)
    done, still = damaged - clean, now - clean
    if claim.kind == "artifact":  # the grain of what was traced again is no damage
        return bool((still * done).sum() <= left * (done * done).sum())
    return bool(np.abs(still).mean() <= left * np.abs(done).mean())


def lettered(picture: Array, mask: Array) -> Array:
    """The letters near a text's mask wherever they stand there: what differs from the ground, tight, at one size."""
    import cv2

    x0, y0, x1, y1 = box_of(mask > 0)
    area = picture[window(grown((x0, y0, x1, y1), 0.1 * (x1 - x0), 0.1 * (y1 - y0)), mask.shape[1], mask.shape[0])]
    ink = np.abs(area - np.median(area, axis=(0, 1))).max(axis=2)
    if not ink.any():
        return np.zeros((100, 400))
    rows, columns = (np.flatnonzero((ink > 0.5 * ink.max()).any(axis=axis)) for axis in (1, 0))
    tight = ink[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1] / ink.max()
    return np.asarray(cv2.resize(tight, (400, 100), interpolation=cv2.INTER_AREA))


def _touched(fault: Fault, now: Array) -> float:
    """The share of the pixels outside the damage's box that changed."""
    before = fault.render.pixels.array
    if now.shape != before.shape:
        return 1.0
    outside = np.ones(before.shape[:2], bool)
    if fault.box is not None:
        outside[window(fault.box, before.shape[1], before.shape[0])] = False
    changed = (now != before).any(axis=2)
    return round(float(changed[outside].mean()), 4) if outside.any() else 0.0


def _figures(cases: list[dict[str, Any]]) -> dict[str, float]:
    repaired = mean(case["repaired"] for case in cases)
    others = sum(case["others"] for case in cases)
    return {
        "n": len(cases),
        "noticed": round(mean(case["noticed"] for case in cases), 4),
        "judge_saw": round(mean(case["judge_before"] is False for case in cases), 4),
        "repaired": round(repaired, 4),
        "others": others,
        "broken": round(sum(case["broken"] for case in cases) / max(1, others), 4),
        "touched": round(mean(case["touched"] for case in cases), 4),
        "rounds": round(mean(case["rounds"] for case in cases), 2),
        "seconds": round(mean(case["seconds"] for case in cases), 2),
        "sound_without": round(1 - RATE, 4),
        "sound_with_loop": round(1 - RATE * (1 - repaired), 4),
        "draws": round(mean(case["draws"] for case in cases), 1),
        "held_drawn_again": round(mean(case["held_drawn_again"] for case in cases), 4),
        "broken_drawn_again": round(sum(case["broken_drawn_again"] for case in cases) / max(1, others), 4),
        "touched_drawn_again": round(mean(case["touched_drawn_again"] for case in cases), 4),
        "sound_drawn_again": round(mean(1 - RATE ** (1 + case["held_drawn_again"] * case["draws"]) for case in cases), 4),
    }


def table(result: dict[str, Any]) -> str:
    """The figures as text."""
    rate = result["fault_rate"]
    rows = [
        result["machine"],
        "",
        f"{'kind':<9} {'n':>4} {'noticed':>8} {'repaired':>9} {'others broken':>14} {'touched outside':>16} {'rounds':>7}"
        f" {'s':>6}   best of N: N, held, others broken, touched   sound where {rate:.0%} are faulty: no loop, best of N, loop",
    ]
    for kind, one in result["kinds"].items():
        broken = f"{one['broken']:.1%} of {one['others']:.0f}"
        sound = "  ".join(f"{one[name]:.0%}" for name in ("sound_without", "sound_drawn_again", "sound_with_loop"))
        again = f"{one['draws']:.1f}, " + ", ".join(
            f"{one[f'{name}_drawn_again']:.0%}" for name in ("held", "broken", "touched")
        )
        rows.append(
            f"{kind:<9} {one['n']:>4} {one['noticed']:>8.0%} {one['repaired']:>9.0%} {broken:>14} {one['touched']:>16.1%}"
            f" {one['rounds']:>7.1f} {one['seconds']:>6.1f}   {again}   {sound}"
        )
    return "\n".join(rows)
