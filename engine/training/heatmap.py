"""The networks of the flaws: a picture of any size in, for every cell of eight pixels how likely each kind of damage is.

Residual blocks (He et al. 2016) at a quarter, an eighth and a sixteenth of the size: what lies around a cell is seen small, and
laid over what is seen near it.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import nn
from torch.nn import functional

from engine.training.residual import Apart, Block, layer

WIDTHS = 24, 48, 96, 128
"""Channels at a half, a quarter, an eighth and a sixteenth of the size."""


class Heatmap(nn.Module):
    """(n, 3, h, w) levels 0..255 → (n, kinds, h / 8, w / 8) logits; h and w are multiples of 16."""

    def __init__(self, kinds: int, widths: tuple[int, int, int, int] = WIDTHS) -> None:
        super().__init__()
        first, second, third, fourth = widths
        self.near = nn.Sequential(
            layer(6, first, 5, 2), layer(first, second, 3, 2), Block(second), layer(second, third, 3, 2), Block(third)
        )
        self.far = nn.Sequential(
            layer(third, fourth, 3, 2), Block(fourth), Block(fourth, 2), Block(fourth), nn.Conv2d(fourth, third, 1)
        )
        self.last = nn.Sequential(Block(third), nn.Conv2d(third, kinds, 1))
        nn.init.constant_(self.last[-1].bias, -4.0)
        self.apart = Apart()

    def forward(self, picture: Any) -> Any:
        near = self.near(self.apart(picture))
        return self.last(near + functional.interpolate(self.far(near), scale_factor=2.0, mode="nearest"))


def loss(logits: Any, target: Any) -> Any:
    """Cross-entropy of each picture (n,). Cells hardly touched count for nothing, other kinds on damaged ones for little."""
    wanted = (target > 0.25).float()
    weight = torch.where((target > 0) & (target <= 0.25), 0.0, 1.0)
    weight = torch.where((target.amax(1, keepdim=True) > 0) & (wanted == 0), 0.3 * weight, weight)
    each = functional.binary_cross_entropy_with_logits(logits, wanted, reduction="none")
    focus = (torch.sigmoid(logits) - wanted).abs().detach()
    return (each * weight * (0.1 + focus) * (1 + 3 * wanted)).sum(dim=(1, 2, 3)) / 100
