"""The network of what is unplanned: a picture beside a draft of its plan in; for every four pixels how likely that is there
which the draft does not have. By how much the two differ is reckoned by hand; residuals (He et al. 2016) learn what that means
on glass, on metal and at the rims of things, where two drawings of one scene are never quite alike."""

from __future__ import annotations

from typing import Any, Final

import torch
from torch import nn
from torch.nn import functional

from engine.training.residual import Block, layer, slopes, sobel

WIDTHS: Final = 16, 32, 56
"""Channels at a half, a quarter and an eighth of the size."""
LEVEL: Final = 2.0
"""Levels from which on a slope, and what lies beyond all levels nearby, count by their logarithms."""
GENTLE: Final = 8.0
"""Levels by which a difference counts half as much as it can."""
SEEN: Final = 14
"""Channels: the levels of both, how far these are apart, how far the picture's lie beyond all of the draft's nearby, and how
strong the slopes of both are."""


class Comparison(nn.Module):
    """(n, 6, h, w), levels of the picture and of its draft → (n, h / 4, w / 4) logits; h and w are multiples of 8."""

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
        picture, draft = seen[:, :3], seen[:, 3:]
        apart = picture - draft
        most, least = functional.max_pool2d(draft, 3, 1, 1), -functional.max_pool2d(-draft, 3, 1, 1)
        beyond = torch.maximum(picture - most, least - picture).clamp(min=0)
        levels = [picture / 64, draft / 64, apart / (apart.abs() + GENTLE), torch.log(1 + beyond / LEVEL)]
        near = self.near(torch.cat([*levels, self._strength(picture), self._strength(draft)], 1))
        far = functional.interpolate(self.far(near), scale_factor=2.0, mode="nearest")
        return self.last(torch.cat([near, far], 1)).squeeze(1)

    def _strength(self, picture: Any) -> Any:
        change = slopes(picture, self.slope)
        return torch.log(1 + torch.sqrt((change**2).sum(1, keepdim=True)) / LEVEL)
