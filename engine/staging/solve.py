"""Least squares within bounds for a few unknowns (Levenberg–Marquardt), small enough to be run as a hand drags a box."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from engine.types import Array

STEPS = 40


def nearest(
    off: Callable[[Array], Sequence[float]], start: Sequence[float], low: Sequence[float], high: Sequence[float], unit: Array
) -> tuple[Array, float]:
    """The unknowns within `low` and `high` for which the sum of squares of `off` is least near the start, and that sum.

    `unit` is the size of a middling change of each unknown.
    """
    x = np.clip(start, low, high)
    r = np.array(off(x))
    damping = 1e-3
    for _ in range(STEPS):
        slope = np.column_stack([_slope(off, x, r, k, 1e-4 * unit[k], high[k]) for k in range(len(x))])
        down = slope.T @ r
        free = ~((x <= low) & (down > 0) | (x >= high) & (down < 0))
        bend = slope[:, free].T @ slope[:, free]
        step = np.zeros_like(x)
        step[free] = -np.linalg.solve(bend + damping * np.diag(np.diag(bend) + 1e-12), down[free])
        after = np.clip(x + step, low, high)
        there = np.array(off(after))
        if there @ there < r @ r:
            done = r @ r - there @ there < 1e-4 * (r @ r) + 1e-12
            x, r, damping = after, there, damping / 4
            if done:
                break
        else:
            damping *= 6
            if damping > 1e6:
                break
    return x, float(r @ r)


def _slope(off: Callable[[Array], Sequence[float]], x: Array, r: Array, k: int, step: float, high: float) -> Array:
    """How `off`, which is `r` at x, changes with the k-th unknown."""
    step = step if x[k] + step <= high else -step
    moved = x.copy()
    moved[k] += step
    slope: Array = (np.array(off(moved)) - r) / step
    return slope
