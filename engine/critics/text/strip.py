"""The area a text was set in, laid out flat: a label seen at an angle or wrapped round a bottle becomes a straight strip."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from engine.types import Array, Box

LONGEST = 2400
PAD = 0.08


@dataclass(frozen=True)
class Strip:
    """`pixels` uint8 sRGB (h, w, 3), and for each where it came from in the `picture`: `x`, `y` float32 (h, w), in pixels.

    `area` (bool) is what belongs to the text's area or the thin margin round it.
    """

    pixels: Array
    x: Array
    y: Array
    area: Array
    picture: Array

    def box(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        """The picture's box round a window of the strip, given in the strip's pixels."""
        height, width = self.pixels.shape[:2]
        left, right = int(np.clip(x0, 0, width - 1)), int(np.clip(np.ceil(x1), 1, width))
        top, bottom = int(np.clip(y0, 0, height - 1)), int(np.clip(np.ceil(y1), 1, height))
        window = np.s_[top : max(bottom, top + 1), left : max(right, left + 1)]
        tall, wide = self.picture.shape[:2]
        x, y = self.x[window], self.y[window]
        first = (float(np.clip(x.min() / wide, 0, 1 - 1 / wide)), float(np.clip(y.min() / tall, 0, 1 - 1 / tall)))
        return (
            *first,
            float(np.clip((x.max() + 1) / wide, first[0] + 1 / wide, 1)),
            float(np.clip((y.max() + 1) / tall, first[1] + 1 / tall, 1)),
        )

    @property
    def scale(self) -> float:
        """Picture pixels per strip pixel, down a column."""
        middle = self.y.shape[1] // 2
        across, down = self.x[:, middle], self.y[:, middle]
        return float(np.hypot(across[-1] - across[0], down[-1] - down[0]) / max(1, len(down) - 1))

    @property
    def source(self) -> tuple[Array, int, int]:
        """What of the picture an upright strip shows, as it is there, and the column and row of its corner."""
        left, top = max(0, int(self.x.min())), max(0, int(self.y.min()))
        return self.picture[top : int(self.y.max()) + 2, left : int(self.x.max()) + 2], left, top

    @property
    def corners(self) -> Array:
        """Where its corners lie in the picture (4, 2), in pixels, from its upper left, clockwise."""
        rows, columns = np.array([0, 0, -1, -1]), np.array([0, -1, -1, 0])
        return np.stack([self.x[rows, columns], self.y[rows, columns]], axis=-1)

    @property
    def quarter(self) -> int:
        """The right angles, 0 to 3, clockwise, by which it is turned in the picture, as near as may be."""
        left, right = self.corners[[0, 3]].mean(axis=0), self.corners[[1, 2]].mean(axis=0)
        return round(float(np.arctan2(right[1] - left[1], right[0] - left[0])) / (np.pi / 2)) % 4

    def rows(self, top: int, bottom: int) -> Strip:
        return self._window(np.s_[max(0, top) : bottom])

    def columns(self, left: int, right: int) -> Strip:
        return self._window(np.s_[:, max(0, left) : max(right, max(0, left) + 1)])

    def turned(self, quarters: int) -> Strip:
        """Turned by so many right angles, counter-clockwise."""
        turned = [np.ascontiguousarray(np.rot90(part, quarters)) for part in (self.pixels, self.x, self.y, self.area)]
        return Strip(turned[0], turned[1], turned[2], turned[3], self.picture)

    def on_the_line(self, height: int) -> Strip:
        """As high as that, its upper edge drawn upwards or cut."""
        more = height - self.pixels.shape[0]
        if more <= 0:
            return self.rows(-more, self.pixels.shape[0])
        pixels = np.pad(self.pixels, [(more, 0), (0, 0), (0, 0)], mode="edge")
        x, y, area = (np.pad(part, [(more, 0), (0, 0)], mode="edge") for part in (self.x, self.y, self.area))
        return Strip(pixels, x, y, area, self.picture)

    def within(self, outer: Strip) -> Strip:
        """This strip, taken from the pixels of another one, as one of the picture that the other was taken from."""
        import cv2

        x, y = (
            cv2.remap(part, self.x, self.y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE) for part in (outer.x, outer.y)
        )
        area = cv2.remap(outer.area.astype(np.uint8), self.x, self.y, cv2.INTER_NEAREST, borderMode=cv2.BORDER_REPLICATE) > 0
        return Strip(self.pixels, x, y, area, outer.picture)

    def _window(self, window: Any) -> Strip:
        return Strip(self.pixels[window], self.x[window], self.y[window], self.area[window], self.picture)


def beside(strips: Sequence[Strip]) -> Strip:
    """Strips of one height in a row."""
    pixels, x, y, area = (
        np.concatenate([getattr(strip, part) for strip in strips], axis=1) for part in ("pixels", "x", "y", "area")
    )
    return Strip(pixels, x, y, area, strips[0].picture)


def flatten(picture: Array, mask: Array, straight: bool, line: int = 0, most: float = np.inf) -> Strip | None:
    """The strip under one instance's mask (bool, the picture's size); None where the mask is too small to hold text.

    `straight`: the area is upright already (flat artwork). `line` > 0 is the least number of strip pixels a whole
    area should be high, reached by enlarging; `most` the number of pixels that it should have at most.
    """
    points = _outline(mask)
    if len(points) < 4:
        return None
    centre = (points.min(axis=0) + points.max(axis=0)) / 2
    angle = 0.0 if straight else _angle(points)
    turn = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]], np.float32)
    turned = (points - centre) @ turn.T
    left, right = float(turned[:, 0].min()), float(turned[:, 0].max()) + 1
    if straight:
        top_edge = np.array([0, 0, float(turned[:, 1].min())])
        bottom_edge = np.array([0, 0, float(turned[:, 1].max()) + 1])
    else:
        edges = _edges(turned, left, right)
        if edges is None:
            return None
        top_edge, bottom_edge = edges
    middle = (left + right) / 2
    high = float(np.polyval(bottom_edge, middle) - np.polyval(top_edge, middle))
    wide = right - left
    if high < 3 or wide < 3:
        return None
    scale = min(1.0, LONGEST / max(wide, high), (most / (wide * high)) ** 0.5)
    if line and high * scale < line:
        scale = min(line / high, LONGEST / wide, 6.0)
    height, width = max(4, round(high * scale)), max(4, round(wide * scale))
    pad = max(2, round(PAD * min(height, width, 160)))
    u = (np.arange(-pad, width + pad) + 0.5) / width
    v = (np.arange(-pad, height + pad) + 0.5) / height
    along = left + u * wide
    top, bottom = np.polyval(top_edge, along), np.polyval(bottom_edge, along)
    down = top + v[:, None] * (bottom - top)
    grid = np.stack([np.broadcast_to(along, down.shape), down], axis=-1).astype(np.float32) @ turn + centre
    return sampled(picture, mask, grid[..., 0], grid[..., 1], 1 / scale)


def of_quad(picture: Array, quad: Array, pad: float = 0.0, highest: int = 144) -> Strip:
    """The strip inside four corners (4, 2), clockwise from the text's top left; `pad` in line heights on every side.

    `highest` bounds its shorter side in pixels.
    """
    import cv2

    along = max(1.0, float(np.linalg.norm(quad[1] - quad[0]) + np.linalg.norm(quad[2] - quad[3])) / 2)
    across = max(1.0, float(np.linalg.norm(quad[3] - quad[0]) + np.linalg.norm(quad[2] - quad[1])) / 2)
    right, down = (quad[1] - quad[0]) / along, (quad[3] - quad[0]) / across
    pad *= min(along, across)
    corners = quad + pad * np.array([-right - down, right - down, right + down, down - right])
    along, across = along + 2 * pad, across + 2 * pad
    scale = min(1.0, highest / min(along, across), LONGEST / max(along, across))
    width, height = max(4, round(along * scale)), max(4, round(across * scale))
    flat = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    back = cv2.getPerspectiveTransform(flat, corners.astype(np.float32))
    v, u = np.mgrid[0:height, 0:width].astype(np.float32) + 0.5
    grid = cv2.perspectiveTransform(np.stack([u.ravel(), v.ravel()], axis=-1)[None], back)[0] - 0.5
    tall, wide = picture.shape[:2]
    x, y = np.clip(grid[:, 0], 0, wide - 1), np.clip(grid[:, 1], 0, tall - 1)
    everywhere = np.ones((tall, wide), bool)
    return sampled(picture, everywhere, x.reshape(height, width), y.reshape(height, width), 1 / scale)


def sampled(picture: Array, mask: Array, x: Array, y: Array, shrink: float) -> Strip:
    """The strip whose pixels lie at `x`, `y` in the picture, `shrink` of its pixels apart; `mask` (bool) is the text's area."""
    import cv2

    tall, wide = picture.shape[:2]
    x0, y0 = max(0, int(x.min()) - 2), max(0, int(y.min()) - 2)
    x1, y1 = min(wide, int(x.max()) + 3), min(tall, int(y.max()) + 3)
    part, inside = picture[y0:y1, x0:x1], mask[y0:y1, x0:x1].astype(np.uint8)
    if shrink > 1.2:
        part = cv2.GaussianBlur(part, (0, 0), 0.4 * shrink)
    way = cv2.INTER_CUBIC if shrink < 1 else cv2.INTER_LINEAR
    near_x, near_y = (x - x0).astype(np.float32), (y - y0).astype(np.float32)
    pixels = cv2.remap(part, near_x, near_y, way, borderMode=cv2.BORDER_REPLICATE)
    known = cv2.remap(inside, near_x, near_y, cv2.INTER_NEAREST, borderMode=cv2.BORDER_CONSTANT)
    reach = 2 * max(2, round(PAD * min(x.shape))) + 1
    area = cv2.dilate(known, np.ones((reach, reach), np.uint8)) > 0
    return Strip(pixels, x, y, area, picture)


def _outline(mask: Array) -> Array:
    """The pixels (n, 2) float32 along the rim of all that is set."""
    import cv2

    rims, _ = cv2.findContours(mask.astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    return np.concatenate([rim.reshape(-1, 2) for rim in rims]).astype(np.float32) if rims else np.empty((0, 2), np.float32)


def _angle(points: Array) -> float:
    """How far the area's long way is turned from level, in radians within ±π/4."""
    import cv2

    hull = cv2.convexHull(points)
    (_, (wide, high), degrees) = cv2.minAreaRect(hull)
    if wide * high <= 0:
        return 0.0
    turned = (degrees + 45) % 90 - 45
    return float(np.deg2rad(turned))


def _edges(turned: Array, left: float, right: float) -> tuple[Array, Array] | None:
    """Upper and lower edge of the turned area as quadratics y(x), fitted to its columns without its outermost ones."""
    columns = np.round(turned[:, 0] - left).astype(int)
    number = columns.max() + 1
    tops, bottoms = np.full(number, np.inf), np.full(number, -np.inf)
    np.minimum.at(tops, columns, turned[:, 1])
    np.maximum.at(bottoms, columns, turned[:, 1] + 1)
    at = np.arange(number) + left
    usable = np.isfinite(tops) & (bottoms - tops > 0.5 * np.median((bottoms - tops)[np.isfinite(tops)]))
    usable &= (at > left + 0.02 * number) & (at < right - 0.02 * number)
    if usable.sum() < 6:
        return None
    found = []
    for edge in (tops, bottoms):
        keep = usable.copy()
        for _ in range(3):
            fit = np.polyfit(at[keep], edge[keep], 2)
            error = np.abs(edge - np.polyval(fit, at))
            keep = usable & (error <= max(1.0, 2.5 * float(np.median(error[usable]))))
            if keep.sum() < 6:
                return None
        found.append(fit)
    return found[0], found[1]
