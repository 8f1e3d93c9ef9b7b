"""The outline of a mask as closed loops of corners. No Qt here."""

from __future__ import annotations

import numpy as np

from desktop.canvas import masks
from engine.types import Array

FINEST_PIXELS = 4_000_000


def outline(mask: Array) -> list[Array]:
    """Loops that run along pixel edges with the inside (mask >= 128) on the right, each float32 (n, 2) of (x, y) corners.

    Pixels that touch only at a corner belong to different loops. Selections above FINEST_PIXELS are sampled more coarsely.
    """
    part = masks.region(mask)
    if part is None:
        return []
    x0, y0, x1, y1 = part
    step = 1
    while (x1 - x0) * (y1 - y0) > FINEST_PIXELS * step * step:
        step += 1
    inside = np.pad(mask[y0:y1:step, x0:x1:step] >= 128, 1).view(np.int8)
    stride = inside.shape[1] + 1
    across = _runs(np.diff(inside, axis=0)[:, 1:], stride, 1)
    down = _runs(np.diff(inside, axis=1)[1:].T, 1, stride)
    # An edge with the inside below goes right, one with the inside to its right goes up.
    starts = np.concatenate([np.where(across[2] > 0, across[0], across[1]), np.where(down[2] > 0, down[1], down[0])])
    ends = np.concatenate([np.where(across[2] > 0, across[1], across[0]), np.where(down[2] > 0, down[0], down[1])])
    following = _following(starts, ends, np.concatenate([across[2], down[2]]), len(across[0]))
    corners = np.stack([starts % stride, starts // stride], axis=1).astype(np.float32)
    corners = np.minimum(corners * step + np.array([x0, y0], np.float32), np.array([x1, y1], np.float32))
    return [corners[loop] for loop in _loops(following)]


def smoothed(loop: Array) -> Array:
    """The loop with its stairs drawn straight: a run of one pixel becomes its middle; long runs keep their corners."""
    after = np.roll(loop, -1, axis=0)
    short = np.abs(after - loop).sum(axis=1) <= 1
    points = np.stack([loop, (loop + after) / 2], axis=1).reshape(-1, 2)
    kept: Array = points[np.stack([~(short | np.roll(short, 1)), short], axis=1).reshape(-1)]
    return kept if len(kept) > 2 else loop


def _runs(edges: Array, line: int, along: int) -> tuple[Array, Array, Array]:
    """Straight runs of equal edges: first corner, last corner (as corner indices) and sign."""
    padded = np.pad(edges, ((0, 0), (1, 1)))
    change = padded[:, 1:] != padded[:, :-1]
    row, first = np.nonzero(change[:, :-1] & (edges != 0))
    _, last = np.nonzero(change[:, 1:] & (edges != 0))
    return row * line + first * along, row * line + (last + 1) * along, edges[row, first]


def _following(starts: Array, ends: Array, signs: Array, horizontal: int) -> list[int]:
    """For each run the one that goes on from its end; where two do, the one that turns right."""
    upright = np.arange(len(starts)) >= horizontal
    keys = starts * 4 + upright * 2 + (signs > 0)
    order = np.argsort(keys)
    turn = np.where(upright, signs, -signs) > 0
    wanted = ends * 4 + ~upright * 2
    found = np.searchsorted(keys, wanted + turn, sorter=order).clip(max=len(keys) - 1)
    exact = keys[order[found]] == wanted + turn
    other = np.searchsorted(keys, wanted + ~turn, sorter=order).clip(max=len(keys) - 1)
    return [int(index) for index in order[np.where(exact, found, other)]]


def _loops(following: list[int]) -> list[list[int]]:
    seen = bytearray(len(following))
    loops = []
    for start in range(len(following)):
        if seen[start]:
            continue
        loop, at = [], start
        while not seen[at]:
            seen[at] = 1
            loop.append(at)
            at = following[at]
        loops.append(loop)
    return loops
