"""Faults of things: one too many or too few, in the wrong place, cut off, seen by a turned camera."""

from __future__ import annotations

from collections.abc import Iterator
from math import cos, radians, sin

import numpy as np

from engine.bench.fault import Fault
from engine.bench.subjects import Subject, broken, drawn, flat, photographs, staged
from engine.composite import inside, overlap
from engine.critics.looking import box_of, dilate
from engine.thresholds import threshold
from engine.types import Array, Box, Element, Plan, Raster, Relation, Render, Requirement

MOVES = (0.1, 0.25, 0.4)
TILTS = (0.5, 1, 2, 3, 5, 7, 10)
TURNS = (5, 10, 20, 45)
VIEWED = ("prims-relations", "can-soda", "box-cereal")


def counts() -> Iterator[Fault]:
    """Things drawn once too often or too seldom, and the same behind the masks' back: taken out, or pasted in."""
    for subject in staged():
        for asked in (one for one in subject.plan.requirements if one.kind in {"count", "presence"}):
            element = subject.plan.element(asked.element)
            mask = subject.render.masks.get(element.id)
            if mask is None or element.kind in {"table", "floor", "wall", "podium"}:
                continue
            if asked.kind == "presence":
                gone = without(subject.render, mask.array > 0)
                yield broken("presence", "taken out of the picture", "", subject, asked.id, subject.plan, gone)
                continue
            last = mask.array == int(mask.array.max())
            if last.sum() >= 0.35 * (mask.array == 1).sum() and not _hosts_text(subject.plan, element):
                taken = without(subject.render, last)
                yield broken("count", "one taken out of the picture", "", subject, asked.id, subject.plan, taken)
            pasted = with_another(subject.render, subject.plan, element)
            if pasted is not None:
                yield broken("count", "one pasted into the picture", "", subject, asked.id, subject.plan, pasted)
            for step, name in ((1, "one drawn too many"), (-1, "one drawn too few")):
                if element.count + step >= 1 and not _hosts_text(subject.plan, element):
                    drawn_so = drawn(subject.plan.with_element(element.replace(count=element.count + step)), subject.brief)
                    yield broken("count", name, "", subject, asked.id, subject.plan, drawn_so)


def _hosts_text(plan: Plan, element: Element) -> bool:
    return any(plan.host(text.id) == element for text in plan.texts())


def without(render: Render, mask: Array) -> Render:
    """What the mask (bool) covers painted over with what surrounds it; the masks still name it."""
    import cv2

    pixels = cv2.inpaint(render.pixels.array, dilate(mask, 3).astype(np.uint8), 5, cv2.INPAINT_TELEA)
    return render.replace(pixels=Raster(pixels))


def with_another(render: Render, plan: Plan, element: Element) -> Render | None:
    """One instance copied to where only ground is; no mask names it. None where there is no room."""
    mask = render.masks[element.id].array == 1
    box = box_of(mask)
    if box is None:
        return None
    taken = np.zeros(mask.shape, bool)
    for other in plan.elements:
        if other.id in render.masks and other.kind not in {"background", "backdrop", "table", "floor", "wall"}:
            taken |= render.masks[other.id].array > 0
    taken = dilate(taken, 6)
    rows, columns = np.nonzero(dilate(mask, 1))
    for away in range(20, max(mask.shape), 10):
        for down, across in (
            (0, away),
            (0, -away),
            (away // 2, away),
            (away // 2, -away),
            (-away // 2, away),
            (-away // 2, -away),
        ):
            y, x = rows + down, columns + across
            if y.min() < 4 or x.min() < 4 or y.max() > mask.shape[0] - 5 or x.max() > mask.shape[1] - 5 or taken[y, x].any():
                continue
            pixels = render.pixels.array.copy()
            pixels[y, x] = render.pixels.array[rows, columns]
            return render.replace(pixels=Raster(pixels))
    return None


def places() -> Iterator[Fault]:
    """Relations turned round, and things moved across the canvas or over its border."""
    for subject in staged():
        for asked in (one for one in subject.plan.requirements if one.kind == "position"):
            relation, other = (str(end) for end in asked.expected) if isinstance(asked.expected, tuple) else ("", "")
            if relation in {"left of", "right of"}:
                yield broken("position", "mirrored", "", subject, asked.id, subject.plan, mirrored(subject.render))
            elif relation in {"behind", "in front of"}:
                swapped = tuple(
                    Relation(subject=one.object, relation=one.relation, object=one.subject)
                    if (one.subject, one.object) == (asked.element, other)
                    else one
                    for one in subject.plan.relations
                )
                redrawn = drawn(subject.plan.replace(relations=swapped), subject.brief)
                yield broken("position", "turned round", "", subject, asked.id, subject.plan, redrawn)
        for asked in (one for one in subject.plan.requirements if one.kind == "framing"):
            yield from _moved(subject, asked)
    for subject in flat():
        for asked in (one for one in subject.plan.requirements if one.kind == "framing"):
            for share in MOVES:
                yield _slid(subject, asked, share)


def _moved(subject: Subject, asked: Requirement) -> Iterator[Fault]:
    """The whole picture pushed aside: the thing leaves its planned box, then the canvas."""
    box = box_of(subject.render.masks[asked.element].array)
    if box is None or not isinstance(asked.expected, tuple):
        return
    planned = _box(asked.expected)
    for share in MOVES:
        after = (box[0] + share, box[1], box[2] + share, box[3])
        still = overlap((*after[:2], min(1.0, after[2]), after[3]), planned)
        if after[2] < 1:
            wrong = None if abs(still - asked.threshold) < 0.05 else still < asked.threshold
            yield broken(
                "framing", "moved", f"{share:.0%}", subject, asked.id, subject.plan, pushed(subject.render, share), wrong
            )
    mask = subject.render.masks[asked.element].array
    outermost = box_of(mask == mask[:, round(box[2] * mask.shape[1]) - 1].max()) or box
    for share in MOVES:
        cut = pushed(subject.render, 1 - box[2] + share * (box[2] - outermost[0]))
        yield broken("framing", "cut off", f"{share:.0%}", subject, asked.id, subject.plan, cut)


def pushed(render: Render, share: float) -> Render:
    """Everything moved right by a share of the width; what comes in repeats the left border."""
    by = round(share * render.width)

    def move(array: Array) -> Array:
        return np.concatenate([np.repeat(array[:, :1], by, axis=1), array[:, : array.shape[1] - by]], axis=1)

    masks = {name: Raster(np.where(np.arange(render.width) < by, 0, move(mask.array))) for name, mask in render.masks.items()}
    return render.replace(pixels=Raster(move(render.pixels.array)), masks=masks)


def _slid(subject: Subject, asked: Requirement, share: float) -> Fault:
    """A text of flat artwork set lower or higher than planned."""
    element = subject.plan.element(asked.element)
    x0, y0, x1, y1 = element.box
    down = share if y1 + share <= 1 else -share if y0 >= share else 1 - y1
    moved = element.replace(box=(x0, y0 + down, x1, y1 + down), placed=True)
    render = drawn(subject.plan.with_element(moved), subject.brief)
    ink = box_of(render.masks[asked.element].array)
    planned = _box(asked.expected) if isinstance(asked.expected, tuple) else element.box
    held = inside(ink, planned) if ink else 0.0
    wrong = None if abs(held - asked.threshold) < 0.05 else held < asked.threshold
    return broken("framing", "moved", f"{share:.0%}", subject, asked.id, subject.plan, render, wrong)


def _box(expected: tuple[str | float, ...]) -> Box:
    x0, y0, x1, y1 = (float(value) for value in expected)
    return x0, y0, x1, y1


def views() -> Iterator[Fault]:
    """The camera rolled, turned about the subject and raised."""
    for subject in (one for one in staged() if one.name in VIEWED):
        asked = next(one for one in subject.plan.requirements if one.kind == "view")
        for tilt in TILTS:
            yield broken(
                "view", "tilted", f"{tilt}°", subject, asked.id, subject.plan, tilted(subject.render, tilt), _over(tilt)
            )
        for turn in TURNS:
            camera = subject.plan.camera
            around = drawn(subject.plan.replace(camera=camera.replace(azimuth=camera.azimuth + turn)), subject.brief)
            yield broken("view", "turned", f"{turn}°", subject, asked.id, subject.plan, around, _over(turn))
            if camera.elevation + turn <= 80:
                above = drawn(subject.plan.replace(camera=camera.replace(elevation=camera.elevation + turn)), subject.brief)
                yield broken("view", "raised", f"{turn}°", subject, asked.id, subject.plan, above, _over(turn))
    for name in ("rocket", "brick"):
        plan, render = photographs()[name]
        for tilt in TILTS:
            yield Fault("view", "photograph tilted", f"{tilt}°", name, "view", plan, tilted(render, tilt), _over(tilt))


def _over(degrees: float) -> bool | None:
    limit = threshold("view", "degrees")
    return None if abs(degrees - limit) <= 1 else degrees > limit


def tilted(render: Render, degrees: float) -> Render:
    """The picture as a camera rolled by so much would have taken it, enlarged until no corner is empty."""
    import cv2

    width, height = render.width, render.height
    turn = radians(degrees)
    zoom = max(cos(turn) + sin(turn) * height / width, cos(turn) + sin(turn) * width / height)
    matrix = cv2.getRotationMatrix2D(((width - 1) / 2, (height - 1) / 2), degrees, zoom)

    def turned(array: Array) -> Array:
        way = cv2.INTER_CUBIC if array.ndim == 3 else cv2.INTER_NEAREST
        return np.asarray(cv2.warpAffine(array, matrix, (width, height), flags=way, borderMode=cv2.BORDER_REFLECT))

    masks = {name: Raster(turned(mask.array)) for name, mask in render.masks.items()}
    return render.replace(pixels=Raster(turned(render.pixels.array)), masks=masks, depth=None, normals=None)


def mirrored(render: Render) -> Render:
    masks = {name: Raster(np.fliplr(mask.array)) for name, mask in render.masks.items()}
    return render.replace(pixels=Raster(np.fliplr(render.pixels.array)), masks=masks, depth=None, normals=None)
