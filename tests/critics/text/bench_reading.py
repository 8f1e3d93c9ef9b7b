"""How well hard texts are read: `python -m tests.critics.text.bench_reading [CONDITION…]`.

Every picture (1k) holds six texts, each spoilt in sight the same way: turned, bent, stacked, seen at an angle, tiny, faint.
Half the texts are as planned and half have one letter wrong. A false alarm is a right text that fails; recall is the share of
the wrong ones that fail, or are left unchecked, which counts as half. Size and contrast themselves are not judged here.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np

from engine import thresholds
from engine.critics.text import TextCritic
from engine.types import Array, Canvas, Element, Finding, Plan, Raster, Render
from engine.typography.fonts import Style, face
from engine.typography.setting import set_line
from tests.critics.pictures import requirement
from tests.fakes import Silent

SIDE = 1024
CELLS = [(x, y) for y in (180, 512, 844) for x in (256, 768)]
TEXTS = (
    "FRESH BREAD", "Golden Hour", "Batch No. 24", "OPEN DAILY", "since 1987", "Rosemary", "KEEP COOL", "Winter Sale",
    "Müller & Co", "Stone Ground", "Café Noir", "Made by hand", "100 % WOOL", "Lavender", "NEW TASTE", "Family Size",
)  # fmt: skip
STYLES: tuple[Style, ...] = ("sans", "serif", "grotesk", "condensed", "didone", "geometric", "soft", "italic")
LETTERS = "abcdefghijklmnoprstuvwz"
FAINT = ((40, 219), (20, 167), (10, 143), (6, 134))
"""CIE lightness above the ink's, and the grey that has it, for an ink of 120."""
Points = Callable[[Array, float, float], Array]


@dataclass(frozen=True)
class Condition:
    """How a text is shown: `warp` moves its points (n, 2), given round its middle, in pixels, with its width and height."""

    warp: Points
    height: float = 28.0
    ink: int = 38
    ground: int = 226
    stacked: bool = False


def turned(degrees: float) -> Points:
    cos, sin = np.cos(np.deg2rad(degrees)), np.sin(np.deg2rad(degrees))
    turn: Array = np.array([[cos, -sin], [sin, cos]])

    def warp(points: Array, width: float, height: float) -> Array:
        moved: Array = points @ turn.T
        return moved

    return warp


def bent(degrees: float) -> Points:
    """On an arc that spans so many degrees from end to end; negative: the middle hangs."""

    def warp(points: Array, width: float, height: float) -> Array:
        radius = width / np.deg2rad(abs(degrees)) * np.sign(degrees)
        angle = points[:, 0] / radius
        out: Array = np.stack(
            [(radius - points[:, 1]) * np.sin(angle), radius - (radius - points[:, 1]) * np.cos(angle)], axis=-1
        )
        out -= np.array([0, radius * (1 - np.cos(width / 2 / radius)) / 2])
        return out

    return warp


def angled(strength: float) -> Points:
    """Seen from the side: the right end is farther away."""

    def warp(points: Array, width: float, height: float) -> Array:
        depth = 1 + strength * (points[:, 0] / width + 0.5)
        x = (points[:, 0] + width / 2) / depth - width / 2 / (1 + strength / 2)
        return np.stack([x, points[:, 1] / depth + 0.12 * strength * points[:, 0]], axis=-1)

    return warp


CONDITIONS: dict[str, Condition] = {
    "plain": Condition(turned(0)),
    **{f"turned {degrees}°": Condition(turned(degrees)) for degrees in (5, 10, 20, 30, 45, 60, 90, 180, 270)},
    **{f"bent {degrees}°": Condition(bent(degrees)) for degrees in (30, 60, 100, 150, -60, -100)},
    "stacked": Condition(turned(0), height=24, stacked=True),
    **{f"angled {strength}": Condition(angled(strength)) for strength in (0.3, 0.6, 1.0)},
    **{f"tiny {height} px": Condition(turned(0), height=height) for height in (7, 8, 10, 12, 16)},
    **{f"faint ΔL {light}": Condition(turned(0), ink=120, ground=grey) for light, grey in FAINT},
}  # fmt: skip


def misspelt(text: str, chance: random.Random) -> str:
    """One letter of the text dropped, doubled, exchanged for its neighbour or for another."""
    at = chance.choice([index for index, letter in enumerate(text) if letter.isalnum()])
    way = chance.choice(("drop", "double", "other", "other"))
    if way == "drop":
        return text[:at] + text[at + 1 :]
    if way == "double":
        return text[:at] + text[at] + text[at:]
    letter = text[at]
    new = chance.choice([one for one in ("0123456789" if letter.isdigit() else LETTERS) if one != letter.lower()])
    return text[:at] + (new.upper() if letter.isupper() else new) + text[at + 1 :]


def cover_of(text: str, style: Style, condition: Condition) -> Array:
    """The text's coverage 0..1 in one line, or a letter below the other, at thrice the size it is shown at."""
    chosen = face(text, style=style, weight=600)
    size = 3 * condition.height / 0.7
    if not condition.stacked:
        return set_line(text, chosen, size).mask.astype(np.float32) / 255
    marks = [set_line(letter, chosen, size).mask for letter in text if not letter.isspace()]
    wide = max(mark.shape[1] for mark in marks)
    gap = round(0.16 * size)
    rows = [np.pad(m, ((0, gap), ((wide - m.shape[1]) // 2, wide - m.shape[1] - (wide - m.shape[1]) // 2))) for m in marks]
    return np.concatenate(rows).astype(np.float32)[:-gap] / 255


def laid(cover: Array, condition: Condition, centre: tuple[float, float]) -> tuple[Array, Array]:
    """The coverage as it is seen, and its area (bool), both the picture's size."""
    height, width = (side / 3 for side in cover.shape)
    fine = 12
    x, y = np.meshgrid(np.linspace(-width / 2, width / 2, 8 * fine), np.linspace(-height / 2, height / 2, fine))
    seen = condition.warp(np.stack([x.ravel(), y.ravel()], axis=-1), width, height).reshape(fine, -1, 2)
    out, area = np.zeros((3 * SIDE // 2,) * 2, np.float32), np.zeros((3 * SIDE // 2,) * 2, np.uint8)
    source = np.stack([(x + width / 2) * 3, (y + height / 2) * 3], axis=-1)
    for row in range(fine - 1):
        for column in range(8 * fine - 1):
            window = np.s_[row : row + 2, column : column + 2]
            quad = (seen[window].reshape(4, 2) * 1.5 + np.array(centre) * 1.5).astype(np.float32)
            left, top = np.floor(quad.min(axis=0)).astype(int) - 1
            right, bottom = np.ceil(quad.max(axis=0)).astype(int) + 2
            corners = quad - np.array([left, top], np.float32)
            matrix = cv2.getPerspectiveTransform(source[window].reshape(4, 2).astype(np.float32), corners)
            patch = cv2.warpPerspective(cover, matrix, (int(right - left), int(bottom - top)), flags=cv2.INTER_AREA)
            mask = np.zeros(patch.shape, np.uint8)
            cv2.fillConvexPoly(mask, np.round(corners[[0, 1, 3, 2]]).astype(np.int32), 1)
            part, cut = np.s_[max(0, top) : bottom, max(0, left) : right], np.s_[max(0, -top) :, max(0, -left) :]
            tall, wide = out[part].shape
            patch, mask = patch[cut][:tall, :wide], mask[cut][:tall, :wide]
            out[part] = np.where(mask > 0, patch, out[part])
            area[part] |= mask
    size = (SIDE, SIDE)
    return cv2.resize(out, size, interpolation=cv2.INTER_AREA), cv2.resize(area, size, interpolation=cv2.INTER_AREA) > 0


def picture(condition: Condition, seed: int) -> tuple[Plan, Render, list[bool]]:
    """A plan of six texts, the picture with its masks, and which of them are spelt as planned."""
    chance = random.Random(seed)
    asked = chance.sample(TEXTS, len(CELLS))
    noise = np.random.default_rng(seed)
    shade = cv2.GaussianBlur(noise.normal(0, 60, (SIDE, SIDE)).astype(np.float32), (0, 0), 90)
    pixels = np.full((SIDE, SIDE), condition.ground, np.float32) + np.clip(shade, -4, 4)
    masks, right = {}, []
    for at, (text, centre) in enumerate(zip(asked, CELLS, strict=True)):
        right.append(at % 2 == seed % 2)
        shown = text if right[-1] else misspelt(text, chance)
        cover, area = laid(cover_of(shown, STYLES[(at + seed) % len(STYLES)], condition), condition, centre)
        pixels += cover * (condition.ink - pixels)
        masks[f"t{at}"] = Raster(area.astype(np.uint8))
    pixels += noise.normal(0, 1.0, pixels.shape)
    elements = [Element(id=f"t{at}", label="text", kind="text", text=text) for at, text in enumerate(asked)]
    wanted = [requirement("text", f"t{at}", text, "exact") for at, text in enumerate(asked)]
    canvas = Canvas(width=SIDE, height=SIDE, aspect="1:1", size="1k")
    plan = Plan(canvas=canvas, kind="scene", elements=tuple(elements), requirements=tuple(wanted))
    grey = np.clip(pixels, 0, 255).round().astype(np.uint8)
    return plan, Render(renderer="file", pixels=Raster(np.repeat(grey[..., None], 3, axis=2)), masks=masks), right


def measured(condition: Condition, pictures: int, masked: bool) -> tuple[float, float, float, list[str]]:
    """False alarms and recall, 0..1, seconds a picture, and what was said where it was wrong."""
    alarms: list[float] = []
    caught: list[float] = []
    said: list[str] = []
    seconds = 0.0
    for seed in range(pictures):
        plan, render, right = picture(condition, seed)
        seen = render if masked else render.replace(masks={})
        start = time.perf_counter()
        findings: list[Finding] = TextCritic().check(plan, plan.requirements, seen, Silent())
        seconds += time.perf_counter() - start
        for finding, good, element in zip(findings, right, plan.elements, strict=True):
            failed = {"failed": 1.0, "unchecked": 0.5, "passed": 0.0}[finding.verdict]
            (alarms if good else caught).append(failed)
            if failed == good:
                said.append(f"{'right' if good else 'wrong'} “{element.text}”: {finding.message}")
    return sum(alarms) / len(alarms), sum(caught) / len(caught), seconds / pictures, said


def main(words: list[str]) -> None:
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("conditions", nargs="*", help="beginnings of conditions; all without one")
    reader.add_argument("--pictures", type=int, default=4)
    reader.add_argument("--masks", action="store_true", help="hand the critic the texts' masks")
    reader.add_argument("--verbose", action="store_true", help="what was said where it was wrong")
    arguments = reader.parse_args(words)
    thresholds._table()["text"] |= {"contrast": 1.0, "min_height_px": 1.0}
    thresholds.threshold.cache_clear()
    sys.stdout.write("condition         false alarms   recall   s/picture\n")
    for name, condition in CONDITIONS.items():
        if not arguments.conditions or any(name.startswith(word) for word in arguments.conditions):
            alarms, recall, seconds, said = measured(condition, arguments.pictures, arguments.masks)
            sys.stdout.write(f"{name:<16} {alarms:>11.1%}   {recall:>8.1%}   {seconds:>6.2f}\n")
            sys.stdout.writelines(f"    {line}\n" for line in said if arguments.verbose)
            sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
