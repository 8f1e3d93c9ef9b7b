"""What the networks are built of: what a picture differs from its neighbours, convolutions with batch normalisation, and
residuals of two (He et al. 2016)."""

from __future__ import annotations

from typing import Any

import torch
from torch import nn
from torch.nn import functional

MEAN, SPREAD = 118.0, 64.0


class Apart(nn.Module):
    """(n, 3, h, w) levels 0..255 → (n, 6, h, w): the levels, and what they differ from their neighbours, compressed so that a
    step of one level counts: most damage is faint against what a picture shows."""

    def __init__(self) -> None:
        super().__init__()
        self.register_buffer("mean", torch.full((3, 1, 5, 5), 1 / 25), persistent=False)

    def forward(self, picture: Any) -> Any:
        around = functional.conv2d(functional.pad(picture, (2, 2, 2, 2), mode="replicate"), self.mean, groups=3)
        apart = (picture - around) / 2
        compressed = torch.sign(apart) * torch.log(apart.abs() + torch.sqrt(apart**2 + 1))
        return torch.cat([(picture - MEAN) / SPREAD, compressed], 1)


def sobel() -> Any:
    """Kernels (6, 1, 3, 3) by which `slopes` tell how each of three colours changes down and across, in levels per pixel."""
    down = torch.tensor([[-1.0, -2, -1], [0, 0, 0], [1, 2, 1]]) / 8
    return torch.stack([down, down.T])[:, None].repeat(3, 1, 1, 1)


def slopes(picture: Any, kernels: Any) -> Any:
    """(n, 3, h, w) → (n, 6, h, w)."""
    return functional.conv2d(functional.pad(picture, (1, 1, 1, 1), mode="replicate"), kernels, groups=3)


class Block(nn.Module):
    """A residual of two convolutions, the first of which may reach farther."""

    def __init__(self, width: int, dilation: int = 1) -> None:
        super().__init__()
        self.first = layer(width, width, dilation=dilation)
        self.second = nn.Sequential(nn.Conv2d(width, width, 3, 1, 1, bias=False), nn.BatchNorm2d(width))

    def forward(self, x: Any) -> Any:
        return functional.relu(x + self.second(self.first(x)))


def layer(before: int, after: int, size: int = 3, stride: int = 1, dilation: int = 1) -> Any:
    return nn.Sequential(
        nn.Conv2d(before, after, size, stride, dilation * (size // 2), dilation, bias=False),
        nn.BatchNorm2d(after),
        nn.ReLU(inplace=True),
    )
