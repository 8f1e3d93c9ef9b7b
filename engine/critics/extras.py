"""Things in the picture that look like an element but that no mask knows of: one sphere too many."""

from __future__ import annotations

import numpy as np

from engine.critics.evidence import Instance, Scene, visible
from engine.critics.looking import box_of, dilate, mask_of
from engine.types import Array, Element
from engine.vocabulary import GROUNDS

AREA = (0.5, 1.9)
ASPECT = 1.4
OVERLAP = 0.72
COLOUR = 14.0


def extras(scene: Scene, element: Element, seen: list[Instance]) -> list[Instance]:
    """Regions outside all masks of things with the colours, size and outline of one of the instances `seen`."""
    import cv2

    if not seen or element.kind in GROUNDS:
        return []
    own = np.any([instance.mask for instance in seen], axis=0)
    known = own.copy()
    for other in scene.plan.elements:
        if other.kind != "background" and other.kind not in GROUNDS:
            mask = mask_of(scene.render, other.id, own.shape)
            if mask is not None:
                known |= mask > 0
    free = ~dilate(known, 2)
    if own.sum() < 40 or free.sum() < 40:
        return []
    bins = _bins(scene.lab)
    alike = np.bincount(bins[own], minlength=1 << 12) / own.sum()
    usual = np.bincount(bins[free], minlength=1 << 12) / free.sum()
    likely = (alike > 2e-3) & (alike > usual)
    candidates = (likely[bins] & free).astype(np.uint8)
    candidates = cv2.morphologyEx(candidates, cv2.MORPH_CLOSE, np.ones((5, 5), np.uint8)) & free.astype(np.uint8)
    number, labels, stats, centres = cv2.connectedComponentsWithStats(candidates, connectivity=4)
    height, width = own.shape
    found = []
    for index in range(1, number):
        x, y, w, h, area = (int(value) for value in stats[index])
        if not any(area > 0.4 * AREA[0] * instance.mask.sum() for instance in seen):
            continue
        blob = _filled(labels == index, x, y, w, h)
        if any(_alike(scene.lab, blob, instance) for instance in seen) and visible(scene.lab, blob) >= 0.5:
            box = box_of(blob)
            if box is not None:
                centre = (float(centres[index][0]) / width, float(centres[index][1]) / height)
                found.append(Instance(blob, box, centre, 1.0))
    return found


def _bins(colours: Array) -> Array:
    """Each Lab value's cell in a 16 × 16 × 16 table."""
    scaled = [(colours[..., 0] / 6.3), (colours[..., 1] + 96) / 12, (colours[..., 2] + 96) / 12]
    light, a, b = (np.clip(channel, 0, 15).astype(np.int32) for channel in scaled)
    cells: Array = (light << 8) | (a << 4) | b
    return cells


def _filled(blob: Array, x: int, y: int, w: int, h: int) -> Array:
    """The blob with its holes closed (a highlight is no hole)."""
    import cv2

    window = np.s_[y : y + h, x : x + w]
    outlines, _ = cv2.findContours(blob[window].astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    whole = np.zeros(blob.shape, np.uint8)
    cv2.drawContours(whole[window], outlines, -1, 1, cv2.FILLED)
    return whole > 0


def _alike(colours: Array, blob: Array, instance: Instance) -> bool:
    import cv2

    area = blob.sum() / instance.mask.sum()
    if not AREA[0] <= area <= AREA[1]:
        return False
    shapes = []
    for mask in (blob, instance.mask):
        rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
        crop = mask[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1].astype(np.uint8)
        shapes.append((crop.shape[1] / crop.shape[0], cv2.resize(crop, (48, 48), interpolation=cv2.INTER_AREA) > 0))
    (aspect, one), (other_aspect, other) = shapes
    if not 1 / ASPECT <= aspect / other_aspect <= ASPECT:
        return False
    overlap = (one & other).sum() / (one | other).sum()
    difference = np.linalg.norm(np.median(colours[blob], axis=0) - np.median(colours[instance.mask], axis=0))
    return bool(overlap >= OVERLAP and difference <= COLOUR)
