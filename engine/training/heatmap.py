"""The network of the flaws: a picture of any size in, for every cell of eight pixels how likely each kind of damage is.

Beside the levels it is given what they differ from their neighbours, compressed so that a step of one level counts: most
damage is faint against what a picture shows. Then convolutions down to an eighth of the size, and blocks of depthwise and
pointwise convolutions (Howard et al. 2017, "MobileNets"); half of the blocks see the cells averaged by four, for context.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import nn
from torch.nn import functional

MEAN, SPREAD = 118.0, 64.0


class Heatmap(nn.Module):
    """(n, 3, h, w) levels 0..255 → (n, kinds, h / 8, w / 8) logits; h and w are multiples of 16."""

    def __init__(self, kinds: int) -> None:
        super().__init__()
        self.fine = nn.Sequential(_layer(6, 24, 5, 2), _layer(24, 48, 3, 2), _block(48, 5), _layer(48, 96, 3, 2))
        self.near = nn.Sequential(_block(96, 5), _block(96, 5, 2), _block(96, 5))
        self.far = nn.Sequential(_block(96, 5), _block(96, 5, 2), _block(96, 5, 3), _block(96, 5))
        self.last = nn.Sequential(_block(96, 5), nn.Conv2d(96, kinds, 1))
        nn.init.constant_(self.last[-1].bias, -4.0)
        self.register_buffer("mean", torch.full((3, 1, 5, 5), 1 / 25), persistent=False)

    def forward(self, picture: Any) -> Any:
        around = functional.conv2d(functional.pad(picture, (2, 2, 2, 2), mode="replicate"), self.mean, groups=3)
        apart = (picture - around) / 2
        compressed = torch.sign(apart) * torch.log(apart.abs() + torch.sqrt(apart**2 + 1))
        near = self.near(self.fine(torch.cat([(picture - MEAN) / SPREAD, compressed], 1)))
        far = self.far(functional.avg_pool2d(near, 2))
        return self.last(near + functional.interpolate(far, scale_factor=2.0, mode="nearest"))


class _Residual(nn.Module):
    def __init__(self, *layers: Any) -> None:
        super().__init__()
        self.layers = nn.Sequential(*layers)

    def forward(self, x: Any) -> Any:
        return x + self.layers(x)


def _layer(before: int, after: int, size: int, stride: int) -> Any:
    return nn.Sequential(
        nn.Conv2d(before, after, size, stride, size // 2, bias=False), nn.BatchNorm2d(after), nn.ReLU(inplace=True)
    )


def _block(width: int, size: int, dilation: int = 1) -> Any:
    """A residual: each channel alone over an area, then each place alone over all channels."""
    return _Residual(
        nn.Conv2d(width, width, size, 1, dilation * (size // 2), dilation, width, bias=False),
        nn.BatchNorm2d(width),
        nn.Conv2d(width, width, 1, bias=False),
        nn.BatchNorm2d(width),
        nn.ReLU(inplace=True),
    )


def loss(logits: Any, target: Any) -> Any:
    """Cross-entropy of each picture (n,). Cells hardly touched count for nothing, other kinds on damaged ones for little."""
    wanted = (target > 0.25).float()
    weight = torch.where((target > 0) & (target <= 0.25), 0.0, 1.0)
    weight = torch.where((target.amax(1, keepdim=True) > 0) & (wanted == 0), 0.3 * weight, weight)
    each = functional.binary_cross_entropy_with_logits(logits, wanted, reduction="none")
    focus = (torch.sigmoid(logits) - wanted).abs().detach()
    return (each * weight * (0.1 + focus) * (1 + 3 * wanted)).sum(dim=(1, 2, 3)) / 100
