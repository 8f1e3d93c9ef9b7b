"""A surface with the writing taken off: its light, its texture and its grain carried on beneath."""

from __future__ import annotations

from typing import cast

import numpy as np

from engine.types import Array

QUIET = 0.4
"""Grain (standard deviation of 0..255) below which a surface counts as clean artwork."""


def bared(pixels: Array, smooth: Array, hidden: Array, known: Array) -> Array:
    """The pixels (h, w, 3) as float, with the `hidden` (h, w) ones filled in from those `known` (h, w) to show the surface.

    Where the surface departs from `smooth` (h, w, 3) the departure is carried on from around, slow changes by diffusion
    and grain by copying it from the nearest bare spots, so that it keeps its size and colour.
    """
    values = pixels.astype(np.float32)
    source = known & ~hidden
    if not source.any():
        return np.where(hidden[..., None], smooth, values)
    apart = values - smooth
    slow = diffused(apart, source, max(2.0, min(known.shape) / 60))
    filled = smooth + slow
    grain = apart - slow
    if float(grain[source].std()) > QUIET:
        filled = filled + _copied(grain, source)
    return np.where(hidden[..., None], filled, values)


def grain_of(pixels: Array, smooth: Array, where: Array) -> float:
    """Standard deviation (0..255) of the fine grain of the pixels `where` (h, w); 0 where there are too few."""
    if where.sum() < 20:
        return 0.0
    return float((pixels.astype(np.float32) - smooth)[where].std())


def diffused(values: Array, known: Array, near: float) -> Array:
    """The known values (h, w, 3) blurred over `near` pixels, and spread into the unknown, from farther off where need be."""
    weight = known.astype(np.float32)
    spread = np.zeros_like(values)
    missing = np.ones(known.shape, bool)
    for reach in (near, 4 * near, 16 * near):
        share = _blurred(weight, reach)
        blurred = _blurred(values * weight[..., None], reach)
        fill = missing & (share > 0.02)
        spread[fill] = blurred[fill] / share[fill][:, None]
        missing &= ~fill
    return spread


def _blurred(values: Array, reach: float) -> Array:
    """A Gaussian blur; a wide one is done on a reduced copy."""
    import cv2

    height, width = values.shape[:2]
    less = min(reach / 3, min(height, width) / 4)
    if less < 2:
        return cast(Array, cv2.GaussianBlur(values, (0, 0), reach))
    small = cv2.resize(values, (max(round(width / less), 1), max(round(height / less), 1)), interpolation=cv2.INTER_AREA)
    return cast(
        Array, cv2.resize(cv2.GaussianBlur(small, (0, 0), reach / less), (width, height), interpolation=cv2.INTER_CUBIC)
    )


def _copied(grain: Array, known: Array) -> Array:
    """Grain (h, w, 3) for every pixel: its own where known, else that of a shifted copy that is bare there.

    Few large shifts, so that nothing repeats: each time the one that covers most of what is left.
    """
    height, width = known.shape
    done, result = known.copy(), np.where(known[..., None], grain, 0)
    for _ in range(12):
        if done.all():
            break
        down, across = _best_shift(done, known)
        rows, from_rows = _overlap(height, down)
        columns, from_columns = _overlap(width, across)
        new = ~done[rows, columns] & known[from_rows, from_columns]
        if not new.any():
            break
        result[rows, columns][new] = grain[from_rows, from_columns][new]
        done[rows, columns] |= new
    return result


def _best_shift(done: Array, known: Array) -> tuple[int, int]:
    """The shift (down, across) whose copy of the `known` pixels fills most of those not `done`: a peak of their correlation."""
    height, width = known.shape
    step = max(1, max(height, width) // 256)
    bare, open_ = known[::step, ::step].astype(np.float32), (~done[::step, ::step]).astype(np.float32)
    shape = (2 * open_.shape[0], 2 * open_.shape[1])
    filled = np.fft.irfft2(np.fft.rfft2(open_, shape) * np.conj(np.fft.rfft2(bare, shape)), shape)
    down, across = np.meshgrid(*(np.fft.fftfreq(size, 1 / size) for size in shape), indexing="ij")
    nearness = 1 - 0.2 * np.hypot(down / shape[0], across / shape[1])
    filled[np.hypot(down, across) * step < 8] = -1
    best = np.unravel_index(int(np.argmax(np.maximum(filled, 0) * nearness)), shape)
    return int(down[best]) * step, int(across[best]) * step


def _overlap(size: int, shift: int) -> tuple[slice, slice]:
    """Where a copy shifted by `shift` lands, and what of the original lands there."""
    return slice(max(shift, 0), size + min(shift, 0)), slice(max(-shift, 0), size - max(shift, 0))
