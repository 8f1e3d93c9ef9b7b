"""The network of the ghosts: a picture beside the outlines that it should have in; for every four pixels how likely a copy lies
there. What outlines there are is reckoned by hand; residuals (He et al. 2016) learn which of them nobody planned."""

from __future__ import annotations

from typing import Any, Final

import torch
from torch import nn
from torch.nn import functional

from engine.training.residual import Block, layer, slopes, sobel

WIDTHS: Final = 16, 32, 56
"""Channels at a half, a quarter and an eighth of the size."""
LEVEL: Final = 2.0
"""Levels per pixel from which on a slope counts by its logarithm."""
SEEN: Final = 11
"""Channels: levels, slopes, how strong these are, and the outlines."""


class Ghost(nn.Module):
    """(n, 4, h, w), levels and outlines → (n, h / 4, w / 4) logits; h and w are multiples of 8."""

    def __init__(self) -> None:
        super().__init__()
        self.register_buffer("slope", sobel(), persistent=False)
        first, second, third = WIDTHS
        self.near = nn.Sequential(
            nn.BatchNorm2d(SEEN), layer(SEEN, first, 3, 2), Block(first), layer(first, second, 3, 2), Block(second)
        )
        self.far = nn.Sequential(layer(second, third, 3, 2), Block(third), Block(third))
        self.last = nn.Sequential(layer(second + third, second), nn.Conv2d(second, 1, 1))
        nn.init.constant_(self.last[-1].bias, -3.0)

    def forward(self, seen: Any) -> Any:
        picture, outlines = seen[:, :3], seen[:, 3:]
        change = slopes(picture, self.slope)
        strength = torch.log(1 + torch.sqrt((change**2).sum(1, keepdim=True)) / LEVEL)
        planned = torch.log(1 + (outlines - 1).clamp(min=0) / LEVEL)
        near = self.near(torch.cat([picture / 64, change / (change.abs() + 8), strength, planned], 1))
        far = functional.interpolate(self.far(near), scale_factor=2.0, mode="nearest")
        return self.last(torch.cat([near, far], 1)).squeeze(1)
