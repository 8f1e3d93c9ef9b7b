"""What a model changes without being asked, measured on pixels that it should have left alone, and taken back."""

from __future__ import annotations

from typing import cast

import numpy as np

from engine.types import Array

ENOUGH = 64
"""Pixels from which a mean and a deviation can be told."""
FLAT = 0.5
"""A deviation in Lab below which there is no contrast to match."""
FARTHEST = 8.0
"""Pixels that a patch may be shifted; what is found beyond is a mistake."""
SMOOTH = 2.0
"""Pixels of blur before measuring, so that a model's softness is not taken for a loss of contrast."""


def matched(drawn: Array, old: Array, still: Array, *, cell: float) -> Array:
    """The drawn crop (h, w, 3; uint8) in the colours and the place of the old one; float32, 0..255.

    `still` (h, w; bool) marks the pixels that were not to change. Those less than a `cell` from what was are left out where
    enough remain: a latent cell mixes them. Lab channels are matched by mean and deviation; a flat ring gives no contrast
    to match, too few pixels no colour, and a shift is believed only where it makes the ring more alike.
    """
    ring = _ring(still, cell)
    if ring.sum() < ENOUGH:
        return drawn.astype(np.float32)
    coloured = _in_colours(drawn, old, ring)
    return _in_place(coloured, old, ring)


def _ring(still: Array, cell: float) -> Array:
    """The still pixels around what was drawn, as far as a third of the crop."""
    import cv2

    far = cv2.distanceTransform(still.astype(np.uint8), cv2.DIST_L2, 3)
    ring = (far > cell) & (far < cell + max(32, max(still.shape) / 3))
    return ring if ring.sum() >= ENOUGH else still


def _in_colours(drawn: Array, old: Array, ring: Array) -> Array:
    import cv2

    new, lab = _lab(drawn), _lab(old)
    seen, meant = _smoothed(new, ring), _smoothed(lab, ring)
    deviation, wanted = seen.std(axis=0), meant.std(axis=0)
    told = (deviation > FLAT) & (wanted > FLAT)
    gain = np.where(told, np.clip(wanted / np.maximum(deviation, FLAT), 0.8, 1.25), 1)
    lab = (new - seen.mean(axis=0)) * gain + meant.mean(axis=0)
    return cast(Array, np.clip(255 * cv2.cvtColor(lab.astype(np.float32), cv2.COLOR_LAB2RGB), 0, 255))


def _in_place(drawn: Array, old: Array, ring: Array) -> Array:
    """The drawn crop moved by the shift, told to a fraction of a pixel, at which its ring lies on the old one's."""
    import cv2

    seen, meant = (cv2.cvtColor(one.astype(np.float32), cv2.COLOR_RGB2GRAY) for one in (drawn, old))
    if meant[ring].std() < 1 or seen[ring].std() < 1:
        return drawn
    shift = np.eye(2, 3, dtype=np.float32)
    stop = (cv2.TERM_CRITERIA_COUNT | cv2.TERM_CRITERIA_EPS, 12, 1e-4)
    try:
        _, shift = cv2.findTransformECC(meant, seen, shift, cv2.MOTION_TRANSLATION, stop, ring.astype(np.uint8), 5)
    except cv2.error:
        return drawn
    if not np.isfinite(shift).all() or not 0.05 < np.hypot(*shift[:, 2]) < FARTHEST:
        return drawn
    size = (drawn.shape[1], drawn.shape[0])
    how = cv2.INTER_CUBIC | cv2.WARP_INVERSE_MAP
    moved = cv2.warpAffine(drawn, shift, size, flags=how, borderMode=cv2.BORDER_REPLICATE)
    grey = cv2.cvtColor(moved, cv2.COLOR_RGB2GRAY)
    better = np.square(grey - meant)[ring].mean() < 0.95 * np.square(seen - meant)[ring].mean()
    return np.clip(moved, 0, 255) if better else drawn


def _lab(pixels: Array) -> Array:
    import cv2

    return cast(Array, cv2.cvtColor(pixels.astype(np.float32) / 255, cv2.COLOR_RGB2LAB))


def _smoothed(lab: Array, ring: Array) -> Array:
    """The ring's pixels (n, 3), each blurred with its neighbours in the ring alone."""
    import cv2

    weight = ring.astype(np.float32)
    total = cv2.GaussianBlur(lab * weight[..., None], (0, 0), SMOOTH)[ring]
    return cast(Array, total / cv2.GaussianBlur(weight, (0, 0), SMOOTH)[ring][:, None])
