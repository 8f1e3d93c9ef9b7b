"""Marks like letters that are none: what a renderer draws that was asked for writing it cannot spell."""

from __future__ import annotations

from random import Random
from typing import Final

import numpy as np

from engine.types import Array

FINE: Final = 4
"""The marks are drawn so many times as large."""
NODES: Final = [(x, y) for y in (0.0, 0.33, 0.67, 1.0) for x in (0.0, 0.5, 1.0)]
"""Where strokes begin and end in a mark's box."""


def gibberish(height: int, words: tuple[int, ...], random: Random) -> Array:
    """Words of so many marks each, `height` pixels high, as coverage 0..1 (height + margin, …)."""
    pen, pad = max(1.0, height / 8), round(height / 4) + 1
    gap = np.zeros((height + 2 * pad, round(0.5 * height)))
    parts: list[Array] = []
    for marks in words:
        parts += [gap] * bool(parts) + [_mark(height, pen, pad, random) for _ in range(marks)]
    return np.concatenate(parts, axis=1)


def _mark(height: int, pen: float, pad: int, random: Random) -> Array:
    """Two to four strokes of one pen, straight or bent, that hang together and are as high as all marks."""
    import cv2

    width = max(4, round(height * random.uniform(0.45, 0.75)))
    size = (FINE * (width + round(0.2 * height) + 1), FINE * (height + 2 * pad))
    canvas = np.zeros(size[::-1], np.uint8)
    inner = np.array([width - pen, height - pen])
    at = random.choice(NODES[:3])
    for stroke in range(random.randint(2, 4)):
        there = random.choice(NODES[-3:] if stroke == 0 else [node for node in NODES if node != at])
        start, end = (np.array(node) * inner + pen / 2 + (round(0.1 * height), pad) for node in (at, there))
        bend = np.array([end[1] - start[1], start[0] - end[0]]) * random.choice((0.0, 0.0, 0.35, -0.35))
        along = np.linspace(0, 1, 24)[:, None]
        curve = (1 - along) * start + along * end + 4 * along * (1 - along) * bend / 2
        curve = np.clip(curve, pen / 2, np.array(size) / FINE - pen / 2)
        cv2.polylines(canvas, [np.round(FINE * curve).astype(np.int32)], False, (255,), round(FINE * pen), cv2.LINE_AA)
        at = random.choice((at, there))
    small: Array = cv2.resize(canvas, (size[0] // FINE, size[1] // FINE), interpolation=cv2.INTER_AREA) / 255
    return small
