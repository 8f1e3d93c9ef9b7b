"""Flaws seen by small networks that were trained on damaged pictures: what is wrong, and where.

Two networks (`resources/critics/flaws-form.onnx` and `flaws-grain.onnx`, made by `engine.training.flaws`) tell for every cell
of eight pixels how likely each kind of damage is: one what spoils the drawing, the other what is a matter of a few pixels.
Their cards name the kinds in their order. Kinds that show best when looked at in a way of their own have a third network each,
what makes of a place what the plan's draft does not show is told by one more, and one has learnt from flat artwork alone; as
these err in other places than the first, their odds are multiplied. The card `flaws` names the kinds that are told well enough,
with the likelihood from which they count.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal, cast

import numpy as np

from engine.api import RunContext
from engine.composite import Window
from engine.critics.doubles import doubled
from engine.critics.draft import changed
from engine.critics.looking import padded, reduced
from engine.critics.onnx import Network, card, shipped
from engine.critics.strips import seamed
from engine.critics.unplanned import unplanned
from engine.types import Array, Box

Group = Literal["scenes", "artwork", "pictures"]
"""Scenes and flat artwork as the studio drew them, and all other pictures; each is held to limits of its own."""
NETWORKS: Final = ("flaws-form", "flaws-grain")
SHEETS: Final = "flaws-sheets"
UNPLANNED: Final = frozenset({"melted", "tiled", "broken", "blotched", "seamed", "doubled", "blurred"})
"""Kinds that make of a place what its draft does not show."""
CELL: Final = 8
TILE: Final = 1024
"""Pixels of a side that are looked at in one go, which bounds the memory."""
MARGIN: Final = 128
"""So far around itself a tile sees."""
MEASURED: Final = 300 * 300
"""Pixels of most pictures by which the limits were set."""
RARER: Final = 0.5
"""Log-odds by which a limit must rise, about, to be exceeded 2.7 times more rarely by sound pictures."""
SMALLEST: Final = 64
LARGEST: Final = 17_000_000
"""Pixels: what is larger than 4k is looked at reduced."""


@dataclass(frozen=True)
class Flaw:
    """What kind of damage, where, and the log-odds by which its likelihood exceeds what is asked: 0 is on it."""

    kind: str
    box: Box
    excess: float


def flaws(
    picture: Array, draft: Array | None, group: Group, context: RunContext, sound: Callable[[Box], bool] | None = None
) -> list[Flaw]:
    """What the shipped networks find in a picture of the group, by the group's thresholds: `found`.

    None where a side of the picture is too small. `draft` is the drawing of its plan that it is looked at beside, if there is
    one; the limits of the scenes are set by these. `sound` is asked of what is accused, the worst first, and may clear it.
    """
    looked = reduced(picture, LARGEST)
    if min(looked.shape[:2]) < SMALLEST:
        return []
    thresholds = card("flaws")[group]["thresholds"]
    asked = [kind for kind in kinds() if kind in thresholds]
    likely = heat(looked, draft, group, asked, context)
    places = found(likely, looked.shape, asked, thresholds)
    while sound and places[0].excess > 0 and sound(places[0].box):
        likely[:, *_cells(places[0].box, looked.shape)] = 0
        places = found(likely, looked.shape, asked, thresholds)
    return places


def unlike(picture: Array, drawn: Array, context: RunContext) -> list[Flaw]:
    """What the shipped networks make of a place where flat artwork is not as it was `drawn`, the worst if there are several:
    how likely it is each kind of damage, the likeliest first. All exceed what is asked, since a difference is one to anybody.

    None where nobody can tell the two apart; no network is asked then.
    """
    import cv2

    looked = reduced(picture, LARGEST)
    where = _held(changed(looked, reduced(drawn, LARGEST)))
    if not where.any():
        return []
    likely = heat(looked, None, "artwork", kinds(), context)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(where.astype(np.uint8))
    worst = labels.flat[int(np.where(where, likely.max(axis=0), -1).argmax())]
    box = _box(stats[worst], looked.shape)
    peaks = odds(likely[:, labels == worst].max(axis=1)) + 2 * odds(1)
    found = [Flaw(kind, box, float(peak)) for kind, peak in zip(kinds(), peaks, strict=True)]
    return sorted(found, key=lambda flaw: -flaw.excess)


def kinds() -> tuple[str, ...]:
    """The kinds of damage that are known."""
    return tuple(kind for name in NETWORKS for kind in card(name)["kinds"])


def heat(picture: Array, draft: Array | None, group: Group, asked: Sequence[str], context: RunContext) -> Array:
    """How likely the shipped networks find the kinds that are asked in each cell of a uint8 picture of the group, beside its
    draft if there is one: (asked, rows, columns), 0..1."""
    planes = {
        kind: plane
        for name in NETWORKS
        for kind, plane in zip(card(name)["kinds"], likelihood(picture, shipped(name), context), strict=True)
    }
    if "seamed" in asked:
        planes["seamed"] = _both(planes["seamed"], seamed(picture, context))
    if "doubled" in asked:
        planes["doubled"] = _both(planes["doubled"], doubled(picture, context))
    if group == "artwork":
        flat = zip(card(SHEETS)["kinds"], likelihood(picture, shipped(SHEETS), context), strict=True)
        planes |= {kind: _both(planes[kind], plane) for kind, plane in flat}
    if draft is not None:
        beyond = unplanned(picture, draft, context)
        planes |= {kind: _both(planes[kind], beyond) for kind in UNPLANNED if kind in asked}
    return np.stack([planes[kind] for kind in asked])


def _both(one: Array, other: Array) -> Array:
    return cast(Array, 1 / (1 + np.exp(-odds(one) - odds(other))))


def found(heat: Array, shape: tuple[int, ...], kinds: Sequence[str], thresholds: Mapping[str, float]) -> list[Flaw]:
    """The likeliest place of each kind that has a threshold, the worst first; also those below it.

    `heat` is the `likelihood` of a picture of this shape. Of pictures larger than the MEASURED ones more is asked: `more`.
    """
    planes = zip(kinds, heat, strict=True)
    places = [_worst(kind, plane, thresholds[kind], shape) for kind, plane in planes if kind in thresholds]
    return sorted(places, key=lambda flaw: -flaw.excess)


def more(shape: tuple[int, ...]) -> float:
    """Log-odds asked beyond the limits of a picture of this shape, since the larger has more places."""
    return RARER * math.log(max(1.0, shape[0] * shape[1] / MEASURED))


def likelihood(picture: Array, network: Network, context: RunContext) -> Array:
    """How likely each cell of a uint8 picture shows each kind, averaged with its neighbours: (kinds, rows, columns), 0..1."""
    import cv2

    height, width = picture.shape[:2]
    rows, columns = -(-height // CELL), -(-width // CELL)
    heat: Array | None = None
    for number, (top, left) in enumerate(tiles := list(_tiles(height, width))):
        context.progress("artifact", number / len(tiles))
        y0, x0 = max(0, top - MARGIN), max(0, left - MARGIN)
        part = picture[y0 : top + TILE + MARGIN, x0 : left + TILE + MARGIN]
        (cells,) = network.run(context, {"picture": padded(part, 16).transpose(2, 0, 1)[None]})
        heat = np.zeros((cells.shape[1], rows, columns), np.float32) if heat is None else heat
        target = heat[:, top // CELL : (top + TILE) // CELL, left // CELL : (left + TILE) // CELL]
        down, across = (top - y0) // CELL, (left - x0) // CELL
        target[:] = cells[0, :, down : down + target.shape[1], across : across + target.shape[2]]
    assert heat is not None
    return np.stack([cv2.blur(plane, (3, 3)) for plane in heat])


def _tiles(height: int, width: int) -> Iterator[tuple[int, int]]:
    for top in range(0, height, TILE):
        for left in range(0, width, TILE):
            yield top, left


def _worst(kind: str, plane: Array, threshold: float, shape: tuple[int, ...]) -> Flaw:
    """The connected place around the likeliest cell, as far as it is at least half as likely as the threshold asks."""
    import cv2

    peak = float(plane.max())
    row, column = np.unravel_index(int(np.argmax(plane)), plane.shape)
    _, labels, stats, _ = cv2.connectedComponentsWithStats((plane >= 0.5 * min(threshold, peak)).astype(np.uint8))
    return Flaw(kind, _box(stats[labels[row, column]], shape), float(odds(peak) - odds(threshold)) - more(shape))


def _box(cells: Array, shape: tuple[int, ...]) -> Box:
    """The box of so many cells, from the left, from the top, across and down, in a picture of this shape."""
    x, y, w, h = (int(value) * CELL for value in cells[:4])
    return x / shape[1], y / shape[0], min(1.0, (x + w) / shape[1]), min(1.0, (y + h) / shape[0])


def _held(where: Array) -> Array:
    """The cells that hold any of the pixels (bool): (rows, columns)."""
    tall, wide = (-length % CELL for length in where.shape)
    whole = np.pad(where, ((0, tall), (0, wide)))
    return cast(Array, whole.reshape(whole.shape[0] // CELL, CELL, -1, CELL).any(axis=(1, 3)))


def _cells(box: Box, shape: tuple[int, ...]) -> Window:
    """The cells of a picture of this shape that lie in the box, also in part."""
    x0, y0, x1, y1 = (round(end * shape[n % 2 == 0]) for n, end in enumerate(box))
    return slice(y0 // CELL, -(-y1 // CELL)), slice(x0 // CELL, -(-x1 // CELL))


def odds(likelihood: Any) -> Any:
    """Log-odds of a likelihood or of many, within -12 to 12."""
    bounded = np.clip(likelihood, 6e-6, 1 - 6e-6)
    return np.log(bounded / (1 - bounded))
