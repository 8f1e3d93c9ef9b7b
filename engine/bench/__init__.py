"""The bench: the shipped briefs through the whole loop, graded by a judge that the loop does not use."""

from __future__ import annotations

import json
import platform
import sys
from collections import defaultdict
from importlib.resources import files
from pathlib import Path
from statistics import mean
from typing import Any

from engine import pictures, registry
from engine.api import Quiet
from engine.bench.judge import Judge
from engine.bench.sheet import contact_sheet
from engine.errors import BadInput
from engine.loop import run as run_loop
from engine.trust import offline
from engine.trust.metadata import save_options
from engine.types import Brief, Trace


def briefs(only: list[str] | None = None) -> list[dict[str, Any]]:
    """The shipped briefs that the studio can draw. Raises BadInput for an id that is not among them."""
    lines = files("resources").joinpath("briefs.jsonl").read_text("utf-8").splitlines()
    every = [brief for brief in map(json.loads, lines) if brief["expects"].get("kind") in {"flat", "scene"}]
    known = {brief["id"] for brief in every}
    if unknown := sorted(set(only or []) - known):
        raise BadInput(f"There is no brief {unknown[0]!r}.", f"Use one of {', '.join(sorted(known))}.")
    return [brief for brief in every if not only or brief["id"] in only]


def run(*, only: list[str] | None = None, size: str = "1k", keep: str | None = None) -> dict[str, Any]:
    """Run the briefs and return the figures; with `keep`, the pictures and a contact sheet go into that folder."""
    offline.enforce()
    judge = Judge()
    folder = folder_for(keep)
    rows, shown = [], []
    for number, entry in enumerate(chosen := briefs(only), 1):
        print(f"{number}/{len(chosen)} {entry['id']}", file=sys.stderr, flush=True)
        brief = Brief(prompt=entry["prompt"], aspect=entry["aspect"], size=size)
        trace = list(run_loop(brief, registry.parts(brief), Quiet()))[-1]
        rows.append(_row(entry["id"], trace, judge))
        pixels = trace.best_round().render.pixels.array
        shown.append((f"{entry['id']} · {trace.outcome}", pixels))
        if folder:
            pictures.write(folder / f"{entry['id']}.png", pixels, **save_options(trace, ".png"))
    if folder:
        pictures.write(folder / "contact-sheet.png", contact_sheet(shown))
    return {
        "machine": machine(),
        "versions": registry.versions(),
        "size": size,
        "briefs": rows,
        "kinds": _by_kind(rows),
    }


def folder_for(keep: str | None) -> Path | None:
    """The folder to keep pictures in, made where it is not there; None where none are kept."""
    if keep is None:
        return None
    folder = Path(keep)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def machine() -> str:
    return f"{platform.system()} {platform.machine()}, Python {platform.python_version()}"


def _row(name: str, trace: Trace, judge: Judge) -> dict[str, Any]:
    plan, best = trace.best_plan(), trace.best_round()
    kinds = {r.id: r for r in plan.requirements}
    first = {finding.requirement: finding.verdict for finding in trace.rounds[0].findings}
    return {
        "id": name,
        "outcome": trace.outcome,
        "rounds": len(trace.rounds),
        "seconds": trace.timings,
        "requirements": [
            {
                "id": finding.requirement,
                "kind": kinds[finding.requirement].kind,
                "hard": kinds[finding.requirement].hard,
                "first": first[finding.requirement],
                "last": finding.verdict,
                "judge": judge.grade(plan, kinds[finding.requirement], best.render),
                "message": finding.message,
            }
            for finding in best.findings
        ],
    }


def _by_kind(rows: list[dict[str, Any]]) -> dict[str, dict[str, float]]:
    """Shares by kind of requirement; `judge` over those that the judge grades."""
    by_kind: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        for requirement in row["requirements"]:
            by_kind[requirement["kind"]].append(requirement)
    table = {}
    for kind, found in by_kind.items():
        graded = [requirement["judge"] for requirement in found if requirement["judge"] is not None]
        table[kind] = {
            "requirements": len(found),
            "held_first": mean(requirement["first"] == "passed" for requirement in found),
            "held_after": mean(requirement["last"] == "passed" for requirement in found),
            "unchecked": mean(requirement["last"] == "unchecked" for requirement in found),
            "graded": len(graded),
            "judge_held": mean(graded) if graded else 0.0,
        }
    return table


def table(result: dict[str, Any]) -> str:
    """The figures as text."""
    rows = [f"{result['machine']}, {result['size']}", ""]
    rows.append(f"{'kind':<10} {'n':>4} {'first':>7} {'after':>7} {'unchecked':>10} {'judge':>12}")
    for kind, figures in result["kinds"].items():
        judged = f"{figures['judge_held']:.0%} of {figures['graded']}" if figures["graded"] else "not graded"
        rows.append(
            f"{kind:<10} {figures['requirements']:>4} {figures['held_first']:>7.0%} {figures['held_after']:>7.0%}"
            f" {figures['unchecked']:>10.0%} {judged:>12}"
        )
    rows += ["", f"{'brief':<18} {'outcome':<20} {'rounds':>6}  seconds: plan render check fix total"]
    for row in result["briefs"]:
        seconds = "  ".join(f"{row['seconds'].get(stage, 0.0):6.2f}" for stage in ("plan", "render", "check", "fix", "total"))
        rows.append(f"{row['id']:<18} {row['outcome']:<20} {row['rounds']:>6}  {seconds}")
    passed = sum(row["outcome"] == "passed" for row in result["briefs"])
    rows += ["", f"{passed} of {len(result['briefs'])} briefs passed"]
    return "\n".join(rows)
