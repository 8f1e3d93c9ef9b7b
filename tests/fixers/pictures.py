"""Pictures to damage and mend: posters, a photographed sign, a lit ball, a wrapped label."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

import cv2
import numpy as np

from engine.composite import encoded, linear, window
from engine.types import Array, Box, Canvas, Element, Finding, Fix, Plan, PlanKind, Raster, Relation, Render, Requirement
from engine.typography.fonts import Style, face
from engine.typography.setting import set_line

CREAM, BROWN = (255, 246, 221), (62, 38, 20)


class Written(NamedTuple):
    """A picture, uint8 (h, w, 3), and the box of the writing on it."""

    pixels: Array
    box: Box


def poster(
    lines: Sequence[str], style: Style = "sans", weight: int = 700, size: float = 46, ground: Any = CREAM, ink: Any = BROWN
) -> Written:
    """Centred lines on plain paper, 360 × 300."""
    picture = np.empty((300, 360, 3))
    picture[:] = ground
    boxes = []
    for number, line in enumerate(lines):
        boxes.append(write(picture, line, style, weight, size, 180, 140 + number * size * 1.15, ink))
    x0, y0, x1, y1 = (edge(values) for edge, values in zip((min, min, max, max), zip(*boxes, strict=True), strict=True))
    return Written(bytes_of(picture), (x0 / 360, y0 / 300, x1 / 360, y1 / 300))


def sign(text: str, seed: int = 1) -> Written:
    """A board on a wall, seen at an angle, unevenly lit, a little soft and grainy, 550 × 400."""
    board = np.empty((150, 450, 3))
    board[:] = (36, 70, 58)
    x0, y0, x1, y1 = write(board, text, "sans", 700, 52, 225, 95, (238, 228, 200))
    flat = np.array([[0, 0], [450, 0], [450, 150], [0, 150]], np.float32)
    seen = np.array([[70, 130], [490, 85], [480, 235], [75, 250]], np.float32)
    matrix = cv2.getPerspectiveTransform(flat, seen)
    covered = cv2.warpPerspective(np.ones((150, 450), np.float32), matrix, (550, 400))[..., None]
    picture = np.full((400, 550, 3), (150.0, 100, 82)) * (1 - covered)
    picture += cv2.warpPerspective(board.astype(np.float32), matrix, (550, 400)) * covered
    y, x = np.mgrid[:400, :550]
    picture *= (1.1 - 0.5 * x / 550 - 0.15 * y / 400)[..., None]
    picture = cv2.GaussianBlur(picture, (0, 0), 0.7)
    picture += np.random.default_rng(seed).normal(0, 3, (400, 550, 1))
    corners = cv2.perspectiveTransform(np.array([[[x0, y0], [x1, y0], [x1, y1], [x0, y1]]], np.float32), matrix)[0]
    left, top = corners.min(axis=0)
    right, bottom = corners.max(axis=0)
    return Written(bytes_of(picture), (left / 550, top / 400, right / 550, bottom / 400))


class Wrapped(NamedTuple):
    """A label round a can: the picture, the mask of its text's area and the surface's normals."""

    pixels: Array
    mask: Array
    normals: Array


def can(text: str) -> Wrapped:
    """A text wrapped round a red can seen a little from above, 400 × 400."""
    label = np.empty((300, 600, 3), np.float32)
    label[:] = (170, 30, 34)
    area = np.zeros((300, 600), np.float32)
    x0, y0, x1, y1 = write(label, text, "condensed", 800, 110, 300, 190, (250, 245, 235))
    area[y0:y1, x0:x1] = 1
    y, x = np.mgrid[:400, :400].astype(np.float32)
    across = (x + 0.5 - 200) / 130
    on = np.abs(across) < 0.995
    turn = np.arcsin(np.clip(across, -0.995, 0.995))
    level = (y - 80 - 18 * np.cos(turn)) / 240
    on &= (level > 0) & (level < 1)
    from_x, from_y = (300 + turn * 191).astype(np.float32), (level * 300).astype(np.float32)
    colour = cv2.remap(label, from_x, from_y, cv2.INTER_LINEAR)
    light = 0.35 + 0.65 * np.clip(np.cos(turn + 0.5), 0, 1)
    picture = np.where(on[..., None], colour * light[..., None], 214)
    picture += np.random.default_rng(2).normal(0, 1.5, (400, 400, 1))
    normals = np.stack([np.sin(turn), np.zeros_like(turn), np.cos(turn)], axis=-1)
    mask = (cv2.remap(area, from_x, from_y, cv2.INTER_NEAREST) > 0.5) & on
    return Wrapped(bytes_of(picture), mask.astype(np.uint8), normals.astype(np.float32))


def ball(colour: tuple[int, int, int]) -> tuple[Array, Array]:
    """A lit, faintly ribbed ball with a highlight on light grey, uint8 (200, 200, 3), and its mask."""
    y, x = np.mgrid[:200, :200]
    u, v = (x - 99.5) / 72, (y - 99.5) / 72
    mask = u * u + v * v < 1
    z = np.sqrt(np.clip(1 - u * u - v * v, 0, 1))
    lit = np.clip(-0.4 * u - 0.5 * v + 0.77 * z, 0, 1)
    shine = np.clip(2 * lit * z - 0.77, 0, 1) ** 60
    matte = linear(np.array(colour, np.float32)) * (0.15 + 0.95 * lit[..., None]) * (1 + 0.06 * np.sin(x / 3))[..., None]
    picture = np.where(mask[..., None], encoded(matte + 0.6 * shine[..., None]), 201)
    return bytes_of(picture + np.random.default_rng(0).normal(0, 1.5, picture.shape)), mask


def write(
    picture: Array, text: str, style: Style, weight: int, size: float, centre: float, baseline: float, ink: Any
) -> tuple[int, int, int, int]:
    """Draws a centred line into a float picture; its ink box in pixels."""
    line = set_line(text, face(text, style=style, weight=weight), size)
    height, width = line.mask.shape
    left, top = round(centre - width / 2), round(baseline - line.baseline)
    cover = line.mask[..., None] / 255
    area = picture[top : top + height, left : left + width]
    area[:] = area * (1 - cover) + np.array(ink) * cover
    return left, top, left + width, top + height


def bytes_of(picture: Array) -> Array:
    return np.clip(np.rint(picture), 0, 255).astype(np.uint8)


def text_plan(text: str, pixels: Array, kind: PlanKind = "picture") -> Plan:
    return Plan(
        canvas=canvas_of(pixels),
        kind=kind,
        elements=(Element(id="title", label="headline", kind="text", text=text),),
        requirements=(
            Requirement(id="text:title", kind="text", element="title", expected=text, threshold=1),
            Requirement(id="text", kind="text", expected=""),
        ),
    )


def colour_plan(colour: str, pixels: Array, box: Box = (0.0, 0.0, 1.0, 1.0)) -> Plan:
    """A ball that is to have the colour, with the text "HI" on it."""
    return Plan(
        canvas=canvas_of(pixels),
        kind="scene",
        elements=(
            Element(id="ball", label="ball", kind="sphere", box=box),
            Element(id="name", label="headline", kind="text", text="HI", box=box),
        ),
        relations=(Relation(subject="name", relation="on", object="ball"),),
        requirements=(Requirement(id="colour:ball", kind="colour", element="ball", expected=colour, threshold=3),),
    )


def canvas_of(pixels: Array) -> Canvas:
    return Canvas(width=pixels.shape[1], height=pixels.shape[0], aspect="1:1", size="512")


def opened(pixels: Array) -> Render:
    """A picture from disk."""
    return Render(renderer="file", pixels=Raster(pixels))


def rendered(pixels: Array, **masks: Array) -> Render:
    return Render(
        renderer="studio", pixels=Raster(pixels), masks={name: Raster(m.astype(np.uint8)) for name, m in masks.items()}
    )


def unchanged_outside(fix: Fix, render: Render, after: Array) -> bool:
    """Whether every byte outside the fix's box is the render's."""
    assert fix.box is not None
    outside = np.ones(after.shape[:2], bool)
    outside[window(fix.box, render.width, render.height)] = False
    return np.array_equal(after[outside], render.pixels.array[outside])


def failed(requirement: str, message: str = "", box: Box | None = None, whole: Box | None = None) -> Finding:
    return Finding(requirement=requirement, critic="test", verdict="failed", message=message, box=box, whole=whole)


def read(pixels: Array) -> list[str]:
    """What RapidOCR reads, from top to bottom."""
    result = _reader()(pixels)
    lines = sorted(zip(result.boxes, result.txts, strict=True), key=lambda one: float(one[0][:, 1].mean()))
    return [text for _, text in lines]


@cache
def _reader() -> Any:
    from rapidocr import RapidOCR

    return RapidOCR(params={"Global.log_level": "error"})
