"""What the networks are built of: convolutions with batch normalisation, and residuals of two (He et al. 2016)."""

from __future__ import annotations

from typing import Any

from torch import nn
from torch.nn import functional


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
