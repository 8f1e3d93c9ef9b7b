"""How much checking carrying findings over saves: `python -m tests.bench_carrying`.

Posters with two to four damaged texts, put right by the loop once with and once without it; CPU seconds of all checks.
"""

from __future__ import annotations

import sys
import time
from typing import Any
from unittest.mock import patch

import numpy as np

from engine import loop, registry
from engine.carrying import carried_over
from engine.composite import box_of, laid_in, window
from engine.types import Brief, Finding, Plan, Render, Round, Trace
from tests.fakes import Silent

PROMPTS = (
    'A poster that says "FRESH BREAD" in brown on cream with small print "Bakery Lane 7, open daily"',
    'A poster that says "JAZZ NIGHT" with subtitle "live at nine" and small print "Tickets at the door"',
    'A menu that says "LUNCH" with subtitle "soup and salad" and body "Monday to Friday" and small print "Cash only"',
)


def hurt(render: Render, plan: Plan) -> Render:
    """Every text with a letter taken out."""
    for text in plan.texts():
        x0, y0, x1, y1 = box_of(render.masks[text.id].array)
        letter = (x0 + 0.3 * (x1 - x0), y0, x0 + 0.4 * (x1 - x0), y1)
        there = render.pixels.array[window(letter, render.width, render.height)]
        render = laid_in(render, np.broadcast_to(np.median(there, axis=(0, 1)), there.shape), letter)
    return render


def nothing(plan: Plan, before: Round, after: Render) -> list[Finding]:
    return []


def checking(brief: Brief, start: Render) -> tuple[Trace, float]:
    """The finished trace, and the CPU seconds that its checks took."""
    spent = 0.0
    check = loop.check

    def timed(*arguments: Any) -> tuple[Finding, ...]:
        nonlocal spent
        since = time.process_time()
        found = check(*arguments)
        spent += time.process_time() - since
        return found

    with patch.object(loop, "check", timed):
        trace = list(loop.run(brief, registry.parts(brief), Silent(), start=start))[-1]
    return trace, spent


def main() -> None:
    quick_all = whole_all = 0.0
    for prompt in PROMPTS:
        brief = Brief(prompt=prompt, aspect="2:3", size="1k", quality="fast")
        plan = registry.planner().plan(brief)
        drawn = registry.parts(brief).renderers[0].render(plan, brief, 0, Silent())
        start = hurt(drawn, plan)
        seconds = []
        for way in (nothing, carried_over, nothing, carried_over):
            with patch.object(loop, "carried_over", way):
                trace, spent = checking(brief, start)
            seconds.append(spent)
        whole, quick = sum(seconds[::2]) / 2, sum(seconds[1::2]) / 2
        quick_all, whole_all = quick_all + quick, whole_all + whole
        told = f"{len(trace.rounds) - 1} fixes: {whole:.1f} s whole, {quick:.1f} s with: {1 - quick / whole:.0%} less"
        sys.stdout.write(f"{told}  {prompt}\n")
    sys.stdout.write(f"all: {1 - quick_all / whole_all:.0%} less\n")


if __name__ == "__main__":
    main()
