"""The ways in which renderers fail, done to a picture on purpose: each seeded, graded and with the place where it shows.

A damage takes a picture (uint8 sRGB, h × w × 3), a strength 0..1 and a generator, and gives back the damaged picture and
where it shows (bool, h × w). The mask is empty where the picture has nothing that could be damaged in this way (no edges to
melt, no gradient to band); the picture is then unchanged. Sizes are in pixels of the picture as it is, because that is how
renderers fail. At strength 0.25 one has to look for the flaw, 0.5 ("moderate") is clearly visible to an attentive person at
100 %, and 1.0 to anybody.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, cast

import numpy as np

from engine.types import Array

Mask = Array
Damage = Callable[[Array, float, np.random.Generator], tuple[Array, Mask]]

VISIBLE = 2.5
"""Levels by which the neighbourhood of a pixel must have changed, on average, to belong to the mask."""
DRAWN = 8.0
"""The same where outlines are spoilt: what happens to faint grain nobody sees."""
EVEN = 3.0
"""Levels by which an even surface differs from its surroundings, at most."""
OUTLINE = 12.0
"""Levels by which the picture steps at an outline, at least."""


def damaged(kind: str, picture: Array, strength: float, seed: int) -> tuple[Array, Mask]:
    """The picture with one damage of DAMAGES. Raises KeyError for a kind that is not there."""
    return DAMAGES[kind](picture, strength, np.random.default_rng(seed))


def melted(picture: Array, strength: float, rng: np.random.Generator) -> tuple[Array, Mask]:
    """Outlines run like wax: a smooth displacement of up to a dozen pixels, and the paint smears a little."""
    import cv2

    cover = _region(picture, rng, _outlines(picture))
    height, width = picture.shape[:2]
    reach = rng.uniform(3.5, 8)
    shift = (1 + 6 * strength) * cover
    rows, columns = np.mgrid[0:height, 0:width].astype(np.float32)
    moved = cv2.remap(
        cv2.GaussianBlur(picture, (0, 0), 0.3 + 0.8 * strength),
        columns + shift * _clouds(picture.shape, reach, rng),
        rows + shift * _clouds(picture.shape, reach, rng),
        cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_REFLECT,
    )
    return _shown(picture, _mixed(picture, moved, np.minimum(1, 3 * cover)), DRAWN)


def doubled(picture: Array, strength: float, rng: np.random.Generator) -> tuple[Array, Mask]:
    """A translucent copy of what is there lies beside it."""
    return copied(picture, aside(rng), strength, rng)


def aside(rng: np.random.Generator) -> tuple[float, float]:
    """How far a copy lies aside, in pixels, and in which direction."""
    return float(rng.uniform(5, 18)), float(rng.uniform(0, 2 * np.pi))


def copied(picture: Array, aside: tuple[float, float], strength: float, rng: np.random.Generator) -> tuple[Array, Mask]:
    """A part of the picture has its copy laid over it, so far aside."""
    cover, copy = _region(picture, rng, _outlines(picture)), _moved(picture, *aside)
    return _shown(picture, _mixed(picture, copy, (0.12 + 0.5 * strength) * cover), np.maximum(DRAWN, _texture(picture)))


def seamed(picture: Array, strength: float, rng: np.random.Generator) -> tuple[Array, Mask]:
    """The tones, the tint or the drawing step along a straight line or the border of a block."""
    return stepped(picture, side(picture.shape, rng), strength, rng)


def side(shape: tuple[int, ...], rng: np.random.Generator) -> Array:
    """What lies on one side of a seam, 1 of (h, w): right of a line, below one, both or either, or in a block; 0 all over where
    there is no room for one."""
    height, width = shape[:2]
    inside = np.zeros((height, width), np.float32)
    if min(height, width) < 24:
        return inside
    y, x = int(rng.uniform(0.2, 0.8) * height), int(rng.uniform(0.2, 0.8) * width)
    if rng.random() < 0.5:
        inside[:, x:] = 1
    if inside.any() == (rng.random() < 0.3):
        inside[y:] = 1
    if inside.min() == inside.max():
        h, w = (int(rng.uniform(0.2, 0.45) * length) for length in (height, width))
        inside[:] = 0
        inside[max(0, y - h // 2) : y + h // 2, max(0, x - w // 2) : x + w // 2] = 1
    return inside


def stepped(picture: Array, inside: Array, strength: float, rng: np.random.Generator) -> tuple[Array, Mask]:
    """What is `inside` (h, w, 0 or 1) has other tones or another tint, or is displaced."""
    import cv2

    if not inside.any():
        return picture, np.zeros(inside.shape, bool)
    outline = cv2.dilate(inside, np.ones((3, 3))) - inside > 0
    fade = np.exp(-cv2.distanceTransform((~outline).astype(np.uint8), cv2.DIST_L2, 5) / rng.uniform(40, 200))
    way = int(rng.integers(3))
    visible = VISIBLE if way < 2 else DRAWN
    if way == 2:
        changed = _mixed(picture, _moved(picture, 1.5 + 10 * strength, rng.uniform(0, 2 * np.pi)), inside)
    else:
        step = rng.choice([-1, 1]) * (3 + 22 * strength) * (np.ones(3) if way == 0 else _tint(rng))
        changed = _mixed(picture, picture + step, inside * fade)
    _, seen = _shown(picture, changed, np.maximum(visible, _texture(picture)))
    return changed, seen & (cv2.dilate(outline.astype(np.uint8), np.ones((15, 15))) > 0)


def tiled(picture: Array, strength: float, rng: np.random.Generator) -> tuple[Array, Mask]:
    """One patch repeats itself, side by side: the stronger, the more often."""
    import cv2

    height, width = picture.shape[:2]
    size = int(rng.uniform(0.07, 0.16) * min(height, width))
    seen = np.zeros((height, width), bool)
    if size < 8:
        return picture, seen
    across = int(np.clip(round(2 + 4 * strength), 2, width // size))
    down = int(np.clip(round(1 + 4 * strength), 1, height // size))
    y, x = _spot(_edges(picture)[size // 2 :, size // 2 :][: height - size + 1, : width - size + 1], rng)
    patch = picture[y : y + size, x : x + size]
    top, left = (
        int(np.clip(at - n * size // 2, 0, length - n * size)) for at, n, length in ((y, down, height), (x, across, width))
    )
    after = picture.copy()
    area = np.s_[top : top + down * size, left : left + across * size]
    after[area] = np.tile(patch, (down, across, 1))
    seen[area] = True
    plain = float(cv2.meanStdDev(cv2.cvtColor(patch, cv2.COLOR_RGB2GRAY))[1][0, 0]) < 4
    return (picture, np.zeros_like(seen)) if plain else (after, seen)


def blotched(picture: Array, strength: float, rng: np.random.Generator) -> tuple[Array, Mask]:
    """Stains of light, dark or tint where the surface should be even."""
    texture = _texture(picture)
    if texture.min() >= EVEN:
        return picture, np.zeros(texture.shape, bool)
    cover = _region(picture, rng, texture < EVEN)
    stain = np.tanh(1.5 * _clouds(picture.shape, rng.uniform(4, 14), rng))[..., None]
    tint = np.ones(3) if rng.random() < 0.5 else _tint(rng)
    stained = _mixed(picture, picture + stain * tint * (4 + 32 * strength), cover)
    return _shown(picture, stained, np.maximum(VISIBLE, texture))


def banded(picture: Array, strength: float, rng: np.random.Generator) -> tuple[Array, Mask]:
    """Smooth tones break into steps."""
    import cv2

    smooth = cv2.GaussianBlur(picture, (0, 0), 2).astype(np.float32)
    rough = cv2.GaussianBlur(np.abs(picture - smooth).max(axis=2), (0, 0), 3)
    even = cv2.GaussianBlur((cv2.dilate(rough, np.ones((9, 9))) < 3).astype(np.float32), (0, 0), 3)
    step = 3 + 16 * strength
    start = rng.uniform(0, step, 3)
    steps = np.round((smooth - start) / step) * step + start
    after = _mixed(picture, steps, even)
    edge = np.zeros(picture.shape[:2], np.uint8)
    level = np.round((smooth - start) / step)
    edge[:, 1:] |= (level[:, 1:] != level[:, :-1]).any(axis=2)
    edge[1:] |= (level[1:] != level[:-1]).any(axis=2)
    banks = cv2.dilate(edge * (even > 0.7), np.ones((25, 25))) * (even > 0.5) > 0
    if banks.mean() < 0.02:
        return picture, np.zeros_like(banks)
    return after, banks


def oversharpened(picture: Array, strength: float, rng: np.random.Generator) -> tuple[Array, Mask]:
    """Light and dark halos along every edge."""
    import cv2

    soft = cv2.GaussianBlur(picture, (0, 0), rng.uniform(1.2, 3.0)).astype(np.float32)
    halos = picture + (0.8 + 5 * strength) * (picture - soft)
    return _shown(picture, _mixed(picture, halos, _part(picture, rng)))


def jpeg(picture: Array, strength: float, rng: np.random.Generator) -> tuple[Array, Mask]:
    """Blocks and rings of a JPEG saved too small: quality 45 at strength 0, 20 at 0.5, 3 at 1."""
    quality = int(np.interp(strength, (0, 0.25, 0.5, 1), (45, 30, 18, 4)))
    return _shown(picture, _mixed(picture, saved(picture, quality), _part(picture, rng)))


def checkered(picture: Array, strength: float, rng: np.random.Generator) -> tuple[Array, Mask]:
    """The grid that a transposed convolution leaves: a pattern of two to eight pixels over the drawing."""
    period = int(rng.choice([2, 4, 8]))
    tile = rng.normal(0, 1, (period, period, 1)) if period > 2 else np.array([[1, -1], [-1, 1]])[..., None] * 1.0
    tile = (tile - tile.mean()) / tile.std()
    height, width = picture.shape[:2]
    grid = np.tile(tile, (height // period + 1, width // period + 1, 1))[:height, :width]
    tint = np.ones(3) if rng.random() < 0.6 else _tint(rng) + 0.4
    level = (2.5 + 17 * strength) * (0.5 + picture.astype(np.float32).mean(axis=2, keepdims=True) / 255)
    return _shown(picture, _mixed(picture, picture + level * grid * tint, _part(picture, rng)))


def fringed(picture: Array, strength: float, rng: np.random.Generator) -> tuple[Array, Mask]:
    """Red and blue drift apart, so that edges have coloured fringes."""
    angle, after = rng.uniform(0, 2 * np.pi), picture.copy()
    for channel, far in ((0, 0.5 + 4 * strength), (2, -0.5 - 4 * strength)):
        after[..., channel] = _moved(picture[..., channel], far, angle)
    return _shown(picture, _mixed(picture, after, _part(picture, rng)))


def broken(picture: Array, strength: float, rng: np.random.Generator) -> tuple[Array, Mask]:
    """Straight edges lose their line: short pieces of them are offset, or missing."""
    import cv2

    grey = cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY).astype(np.float32)
    across, down = cv2.Sobel(grey, cv2.CV_32F, 1, 0), cv2.Sobel(grey, cv2.CV_32F, 0, 1)
    edges = np.hypot(across, down)
    height, width = grey.shape
    larger, smaller = np.sort(cv2.cornerEigenValsAndVecs(grey, 15, 3)[..., :2], axis=2)[..., ::-1].transpose(2, 0, 1)
    straight = (edges > 60) & (larger > 8 * smaller) & (_region(picture, rng, _outlines(picture)) > 0.1)
    rows, columns = np.mgrid[0:height, 0:width].astype(np.float32)
    after, done = picture.astype(np.float32), np.zeros((height, width), np.float32)
    for _ in range(3 + round(5 * strength)):
        if not straight.any():
            break
        y, x = (int(at) for at in rng.choice(np.argwhere(straight)))
        nx, ny = float(across[y, x] / edges[y, x]), float(down[y, x] / edges[y, x])
        along, off = (columns - x) * -ny + (rows - y) * nx, (columns - x) * nx + (rows - y) * ny
        length, wide = rng.uniform(5, 12), rng.uniform(8, 18)
        inside = np.clip(length - np.abs(along) + 0.5, 0, 1) * np.clip((wide - np.abs(off)) / 4, 0, 1)
        far = float(rng.choice([-1, 1])) * (1.5 + 9 * strength)
        piece = cv2.remap(picture, columns + far * nx, rows + far * ny, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
        after = _blend(after, piece, inside)
        done = np.maximum(done, inside)
        straight &= np.hypot(columns - x, rows - y) > 2 * length + 4
    changed, seen = _shown(picture, np.clip(np.rint(after), 0, 255).astype(np.uint8), DRAWN)
    return changed, seen & (cv2.dilate((done > 0).astype(np.uint8), np.ones((9, 9))) > 0)


def blurred(picture: Array, strength: float, rng: np.random.Generator) -> tuple[Array, Mask]:
    """Part of the picture lost its detail."""
    import cv2

    soft = cv2.GaussianBlur(picture, (0, 0), 0.7 + 6 * strength)
    return _shown(picture, _mixed(picture, soft, _region(picture, rng, _edges(picture))))


def noisy(picture: Array, strength: float, rng: np.random.Generator) -> tuple[Array, Mask]:
    """Part of the picture is full of grain, grey or coloured."""
    grain = rng.normal(0, 5 + 32 * strength, (*picture.shape[:2], 1 if rng.random() < 0.4 else 3))
    return _shown(picture, _mixed(picture, picture + grain, _region(picture, rng, None)))


DAMAGES: Final[Mapping[str, Damage]] = {
    one.__name__: one
    for one in (
        melted, tiled, broken, blotched, seamed, doubled, banded, oversharpened, jpeg, checkered, fringed, blurred, noisy,
    )
}  # fmt: skip


def saved(picture: Array, quality: int) -> Array:
    """The picture after it was saved as a JPEG of the quality 0..100."""
    import cv2

    _, data = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, quality])
    return cast(Array, cv2.imdecode(data, cv2.IMREAD_COLOR))


def _region(picture: Array, rng: np.random.Generator, interest: Array | None) -> Array:
    """A soft, irregular patch 0..1 (h, w) over 2 to 15 % of the picture, where `interest` (h, w) is high."""
    height, width = picture.shape[:2]
    area = rng.uniform(0.02, 0.15) * height * width
    stretch = rng.uniform(0.6, 1.6)
    ry, rx = (area / np.pi * stretch) ** 0.5 + 4, (area / np.pi / stretch) ** 0.5 + 4
    y, x = (rng.random(2) * (height, width)) if interest is None else _spot(interest, rng)
    rows, columns = np.mgrid[0:height, 0:width].astype(np.float32)
    far = np.hypot((rows - y) / ry, (columns - x) / rx) + 0.15 * _clouds(picture.shape, max(ry, rx) / 4, rng)
    cover: Array = np.clip((1 - far) * rng.uniform(3, 8), 0, 1)
    return cover


def _part(picture: Array, rng: np.random.Generator) -> Array:
    """The whole picture half of the time, else a part of it with edges."""
    return np.ones(picture.shape[:2], np.float32) if rng.random() < 0.5 else _region(picture, rng, _edges(picture))


def _edges(picture: Array) -> Array:
    """How much drawing there is around each pixel (h, w)."""
    import cv2

    grey = cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY).astype(np.float32)
    slope = np.hypot(cv2.Sobel(grey, cv2.CV_32F, 1, 0), cv2.Sobel(grey, cv2.CV_32F, 0, 1))
    return cast(Array, cv2.blur(np.minimum(slope, 200), (7, 7)))


def _outlines(picture: Array) -> Array:
    """How much outline there is around each pixel (h, w): steps of more than OUTLINE levels, whatever the grain."""
    import cv2

    grey = cv2.GaussianBlur(cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY).astype(np.float32), (0, 0), 1.5)
    step = np.hypot(cv2.Sobel(grey, cv2.CV_32F, 1, 0), cv2.Sobel(grey, cv2.CV_32F, 0, 1)) / 2.1
    return cast(Array, cv2.blur(np.clip(step - OUTLINE, 0, 60), (7, 7)))


def _moved(picture: Array, far: float, angle: float) -> Array:
    """The picture moved by `far` pixels in the direction of `angle`, mirrored at its rim."""
    import cv2

    move = np.array([[1, 0, far * np.cos(angle)], [0, 1, far * np.sin(angle)]])
    return cast(Array, cv2.warpAffine(picture, move, picture.shape[1::-1], borderMode=cv2.BORDER_REFLECT))


def _spot(interest: Array, rng: np.random.Generator) -> tuple[int, int]:
    """(row, column) of the most interesting of 32 places drawn at random."""
    rows, columns = rng.integers(0, interest.shape[0], 32), rng.integers(0, interest.shape[1], 32)
    best = int(np.argmax(interest[rows, columns]))
    return int(rows[best]), int(columns[best])


def _clouds(shape: tuple[int, ...], reach: float, rng: np.random.Generator) -> Array:
    """Smooth noise (h, w) of mean 0 and deviation 1 whose features are about `reach` pixels large."""
    import cv2

    height, width = shape[:2]
    scale = max(1.0, reach / 2)
    small = rng.normal(0, 1, (max(2, int(height / scale) + 3), max(2, int(width / scale) + 3))).astype(np.float32)
    noise = cv2.resize(cv2.GaussianBlur(small, (0, 0), 2), (width, height), interpolation=cv2.INTER_CUBIC)
    return cast(Array, (noise - noise.mean()) / max(float(noise.std()), 1e-6))


def _tint(rng: np.random.Generator) -> Array:
    """A colour cast (3) of the length of grey's."""
    tint = rng.normal(0, 1, 3)
    tint -= tint.mean()
    return cast(Array, tint * (3**0.5 / max(float(np.linalg.norm(tint)), 1e-6)))


def _blend(before: Array, after: Array, cover: Array) -> Array:
    return cast(Array, before + (after - before) * cover[..., None].astype(np.float32))


def _mixed(before: Array, after: Array, cover: Array) -> Array:
    """`after` over `before` where `cover` (h, w, 0..1) says so, as uint8."""
    return np.clip(np.rint(_blend(before.astype(np.float32), after.astype(np.float32), cover)), 0, 255).astype(np.uint8)


def _texture(picture: Array) -> Array:
    """By how many levels the picture differs from its surroundings (h, w) wherever one looks: its grain, not its outlines.

    What is laid over the drawing must change more: on stone and wood one more stain is not seen (contrast masking, Legge and
    Foley 1980).
    """
    import cv2

    apart = np.abs(picture.astype(np.float32) - cv2.GaussianBlur(picture, (0, 0), 8)).max(axis=2)
    return cast(Array, cv2.medianBlur(apart.astype(np.uint8), 31).astype(np.float32))


def _shown(before: Array, after: Array, visible: float | Array = VISIBLE) -> tuple[Array, Mask]:
    """The picture after, and where it visibly differs from the one before."""
    import cv2

    changed = np.abs(after.astype(np.float32) - before).max(axis=2)
    return after, cv2.blur(changed, (9, 9)) > visible
