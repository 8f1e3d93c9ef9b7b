"""What a staged picture costs beside a bare path trace: `python -m tests.renderers.scene.bench_trace [PAIRS]`.

Bare is what any Mitsuba script must do: load the scene, its textures included, and trace the same paths with as many
samples. CPU seconds of this process, in turn, so that other work on the machine does not count.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from functools import partial
from statistics import median

from engine.api import Quiet
from engine.planners.grammar import Grammar
from engine.renderers.studio.scene import SAMPLES, render_scene, textures, trace
from engine.renderers.studio.scene.materials import patterned
from engine.renderers.studio.scene.world import world
from engine.types import Brief, Plan

PROMPTS = {
    "box": ("A red cereal box that says “PLANTAIN CRUNCH” on a wooden table, three-quarter view, soft studio light", "1:1"),
    "cans": ("Three blue soda cans with the word “FIZZ” in a row, eye level", "16:9"),
}


def seconds(work: Callable[[], object]) -> float:
    textures.made.cache_clear()
    patterned.cache_clear()
    begun = time.process_time()
    work()
    return time.process_time() - begun


def bare(plan: Plan, prompt: str) -> float:
    trace.choose_variant()
    built = world(plan, None, 0)
    size = plan.canvas.width, plan.canvas.height

    def work() -> None:
        scene, camera = built.lit(), trace.camera(built.stage.view, *size, (0, 0, *size)).sensor((0, 0, *size))
        trace.integrator(glass=built.glass).render(scene, camera, spp=SAMPLES["balanced"])

    return seconds(work)


def main(pairs: int) -> None:
    sys.stdout.write("scene  pair     bare   staged   ratio\n")
    for name, (prompt, aspect) in PROMPTS.items():
        brief = Brief(prompt=prompt, aspect=aspect, size="1k", quality="balanced")
        plan = Grammar().plan(brief)
        ratios = []
        for k in range(1, pairs + 1):
            alone = bare(plan, prompt)
            whole = seconds(partial(render_scene, plan, brief, 0, Quiet()))
            ratios.append(whole / alone)
            sys.stdout.write(f"{name:5} {k:5} {alone:8.1f} {whole:8.1f} {ratios[-1]:7.3f}\n")
            sys.stdout.flush()
        sys.stdout.write(f"{name:5} median {median(ratios):23.3f}\n")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
