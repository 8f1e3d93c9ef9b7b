"""How long all texts of a 2k picture take to check: `python -m tests.critics.text.bench_speed [SUBJECT…]`.

The fault bench's flat designs, and with `--scenes` its staged scenes, are drawn at 2k and checked with the masks of the studio
and as files without any, nothing remembered from the time before. Fonts are known by then and the networks are open: a first
check is told apart. Where others share the machine, seconds of the clock say little and those of the processor much: take
`--threads 1` for them.
"""

from __future__ import annotations

import argparse
import sys
import time
from statistics import median
from unittest.mock import patch

from engine.bench.subjects import FLAT, STAGED, drawn, subjects
from engine.critics import onnx
from engine.critics.text import TextCritic, ppocr, reading
from engine.critics.text.stray import lines_of
from engine.types import Plan, Render
from tests.fakes import Silent


def checked(plan: Plan, render: Render) -> tuple[float, float, float]:
    """Seconds of the clock, of the processor, and in networks that a check of every text took."""
    reading._KNOWN.clear()
    lines_of.cache_clear()
    context = Silent()
    asked = [one for one in plan.requirements if one.kind == "text"]
    since, worked = time.perf_counter(), time.process_time()
    TextCritic().check(plan, asked, render, context)
    return time.perf_counter() - since, time.process_time() - worked, sum(context.taken.values())


def main(words: list[str]) -> None:
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("subjects", nargs="*", help="beginnings of the designs' and scenes' names; all without one")
    reader.add_argument("--scenes", action="store_true", help="staged scenes as well, which take minutes to draw")
    reader.add_argument("--times", type=int, default=3)
    reader.add_argument("--threads", type=int, default=onnx.THREADS, help="of the networks and of OpenCV")
    arguments = reader.parse_args(words)
    import cv2

    patch.object(onnx, "THREADS", arguments.threads).start()
    cv2.setNumThreads(arguments.threads)
    since, worked = time.perf_counter(), time.process_time()
    ppocr.warm()
    sys.stdout.write(f"networks opened: {time.perf_counter() - since:.2f} s, processor {time.process_time() - worked:.2f} s\n")
    sys.stdout.write("subject            as       first    again    processor   in networks\n")
    for subject in subjects((*FLAT, *(STAGED if arguments.scenes else ())), "2k"):
        if arguments.subjects and not any(subject.name.startswith(word) for word in arguments.subjects):
            continue
        render = drawn(subject.plan, subject.brief)
        for way, seen in (("masks", render), ("file", render.replace(masks={}, parameters={}))):
            first, *rest = (checked(subject.plan, seen) for _ in range(1 + arguments.times))
            again, worked, inside = (median(column) for column in zip(*rest, strict=True))
            sys.stdout.write(
                f"{subject.name:<18} {way:<6} {first[0]:>7.2f}  {again:>7.2f}   {worked:>10.2f}   {inside:>11.2f}\n"
            )
            sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
