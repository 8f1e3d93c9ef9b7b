"""The network of the seams: a strip around a line in, for every eight pixels along it how likely a seam runs there.

Across the strip no pixel is given up until all have been compared, since a seam is one pixel sharp; along it the picture is
halved three times, and residuals of ever farther reach (He et al. 2016; Yu and Koltun 2016) gather what the line shows as a
whole.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import nn
from torch.nn import functional

from engine.critics.strips import HALF
from engine.training.residual import Apart

WIDTHS = 16, 24, 32, 48, 64
ACROSS = 5
"""Pixels across that a convolution sees; the last sees all that are left."""
REACHES = 1, 2, 4, 8


class Strip(nn.Module):
    """(n, 3, h, 2 · HALF) levels 0..255 → (n, h / 8) logits."""

    def __init__(self) -> None:
        super().__init__()
        first, second, third, fourth, fifth = WIDTHS
        left = 2 * HALF - 4 * (ACROSS - 1)
        self.apart = Apart()
        self.near = nn.Sequential(
            _layer(6, first, ACROSS, 1), _layer(first, second, ACROSS, 2), _layer(second, third, ACROSS, 2),
            _layer(third, fourth, ACROSS, 2), _layer(fourth, fifth, left, 1),
        )  # fmt: skip
        self.along = nn.Sequential(*(_Along(fifth, reach) for reach in REACHES), nn.Conv1d(fifth, 1, 1))
        nn.init.constant_(self.along[-1].bias, -3.0)

    def forward(self, strip: Any) -> Any:
        return self.along(self.near(self.apart(strip)).squeeze(3)).squeeze(1)


class _Along(nn.Module):
    """A residual along the line."""

    def __init__(self, width: int, reach: int) -> None:
        super().__init__()
        self.both = nn.Sequential(
            nn.Conv1d(width, width, 3, padding=reach, dilation=reach, bias=False), nn.BatchNorm1d(width), nn.ReLU(inplace=True),
            nn.Conv1d(width, width, 1, bias=False), nn.BatchNorm1d(width),
        )  # fmt: skip

    def forward(self, x: Any) -> Any:
        return functional.relu(x + self.both(x))


def _layer(before: int, after: int, across: int, stride: int) -> Any:
    return nn.Sequential(
        nn.Conv2d(before, after, (3, across), (stride, 1), (1, 0), bias=False), nn.BatchNorm2d(after), nn.ReLU(inplace=True)
    )


def loss(logits: Any, wanted: Any) -> Any:
    """Cross-entropy of each strip (n,): of its cells, 1 or 0, on average, and of its likeliest; cells of −1 may be either."""
    known = wanted >= 0
    each = functional.binary_cross_entropy_with_logits(logits, wanted.clamp(min=0), reduction="none") * known
    likeliest = logits.masked_fill(~known, -torch.inf).amax(1)
    line = functional.binary_cross_entropy_with_logits(likeliest, wanted.amax(1), reduction="none")
    return each.sum(1) / known.sum(1) + line
