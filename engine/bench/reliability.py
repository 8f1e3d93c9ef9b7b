"""How often a verdict is right, and whether a stated confidence is worth what it says."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from engine.errors import BadInput
from engine.types import Array
from engine.typography.fonts import face

Verdicts = dict[str, dict[str, dict[str, float]]]

BINS = 10
HEAD = """\
# How often a verdict was right, by kind of requirement: `right` of `n` verdicts on the pictures of the fault bench, sound
# and damaged ones. Written by `plantain bench --critics --write FILE`.
"""


def judged(cases: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The cases with a verdict, where it is no matter of opinion whether it is right."""
    return [case for case in cases if case["wrong"] is not None and case["verdict"] != "unchecked"]


def right(case: dict[str, Any]) -> bool:
    return bool((case["verdict"] == "failed") == case["wrong"])


def verdicts(cases: Sequence[dict[str, Any]]) -> Verdicts:
    """By kind and verdict: the share that was right, and of how many."""
    held: dict[str, dict[str, list[bool]]] = defaultdict(lambda: defaultdict(list))
    for case in judged(cases):
        held[case["kind"]][case["verdict"]].append(right(case))
    return {
        kind: {verdict: {"right": round(float(np.mean(all_)), 3), "n": len(all_)} for verdict, all_ in sorted(by.items())}
        for kind, by in sorted(held.items())
    }


def write(found: Verdicts, file: Path) -> None:
    """`verdicts` as the file that the window reads; of kinds that were not measured it keeps what it says.

    Raises BadInput where it cannot be read or written.
    """
    try:
        known: Verdicts = tomllib.loads(file.read_text("utf-8")) if file.exists() else {}
        lines = [HEAD]
        for kind, by in sorted((known | found).items()):
            lines.append(f"[{kind}]")
            lines += [f"{verdict} = {{ right = {said['right']}, n = {said['n']} }}" for verdict, said in by.items()]
            lines.append("")
        file.write_text("\n".join(lines), "utf-8")
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise BadInput(
            f"The figures cannot be written to {file} ({error}).", "Name a TOML file in a folder that is there."
        ) from error


def calibration(cases: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Bins of stated confidence against the share that was right, and the expected calibration error.

    Sound and damaged pictures weigh alike in all: how many of each the bench has says nothing of how often they come.
    """
    known = judged(cases)
    said = np.array([case["confidence"] for case in known], float)
    held = np.array([right(case) for case in known], float)
    wrong = np.array([case["wrong"] for case in known], bool)
    weight = np.where(wrong, 1 / max(1, wrong.sum()), 1 / max(1, (~wrong).sum()))
    bins, error = [], 0.0
    for at in range(BINS):
        inside = (said >= at / BINS) & (said < (at + 1) / BINS if at < BINS - 1 else said <= 1)
        if inside.any():
            stated, true = (float(np.average(values[inside], weights=weight[inside])) for values in (said, held))
            bins.append({"said": round(stated, 3), "right": round(true, 3), "n": int(inside.sum())})
            error += float(weight[inside].sum() / weight.sum()) * abs(stated - true)
    return {"bins": bins, "error": round(error, 4), "n": len(known)}


def plot(calibrations: dict[str, dict[str, Any]]) -> Array:
    """A reliability diagram for each kind, side by side: stated confidence across, share right upwards; uint8 (h, w, 3)."""
    side, gap = 240, 56
    across = min(4, len(calibrations))
    down = -(-len(calibrations) // across)
    sheet = Image.new("RGB", (gap + across * (side + gap), gap + down * (side + 2 * gap)), (250, 250, 248))
    draw = ImageDraw.Draw(sheet)
    font, small = (ImageFont.truetype(str(face("caption").path), size) for size in (17, 13))
    for at, (kind, found) in enumerate(calibrations.items()):
        x, y = gap + at % across * (side + gap), gap + at // across * (side + 2 * gap)
        draw.rectangle((x, y, x + side, y + side), fill=(255, 255, 255), outline=(190, 190, 186))
        draw.line((x, y + side, x + side, y), fill=(200, 200, 196))
        for one in found["bins"]:
            px, py = x + one["said"] * side, y + side - one["right"] * side
            size = 3 + 2.2 * np.log10(1 + one["n"])
            draw.ellipse((px - size, py - size, px + size, py + size), fill=(28, 92, 168))
            draw.text((px + size + 3, py - 7), str(one["n"]), fill=(90, 90, 88), font=small)
        draw.text((x, y - 26), f"{kind}: off by {found['error']:.1%}, n = {found['n']}", fill=(30, 30, 28), font=font)
        for share in (0.0, 0.5, 1.0):
            draw.text((x + share * side - 8, y + side + 6), f"{share:.0%}", fill=(90, 90, 88), font=small)
            draw.text((x - 38, y + side - share * side - 7), f"{share:.0%}", fill=(90, 90, 88), font=small)
    return np.asarray(sheet)
