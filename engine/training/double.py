"""The network of the doubles: pictures beside themselves, displaced, in; for every eight pixels how likely a copy lies there.

What outlines there are here, before and behind, and how alike they are, is reckoned by hand, since it is the same for all
colours and directions; residuals (He et al. 2016) learn what is seldom so by chance.
"""

from __future__ import annotations

from typing import Any, Final

import torch
from torch import nn
from torch.nn import functional

from engine.training.residual import Block, layer, slopes, sobel

WIDTHS: Final = 16, 24, 40
"""Channels at a half, a quarter and an eighth of the size."""
LEVEL: Final = 2.0
"""Levels per pixel from which on a slope counts by its logarithm."""
FOCUS: Final = 20.0
"""Cells surely mistaken that cost as much as a picture mistaken as a whole."""


class Double(nn.Module):
    """(n, 11, h, w), what `beside` shows → (n, h / 8, w / 8) logits; h and w are multiples of 8."""

    def __init__(self) -> None:
        super().__init__()
        first, second, third = WIDTHS
        self.register_buffer("slope", sobel(), persistent=False)
        self.alike = nn.Sequential(
            nn.BatchNorm2d(8), layer(8, first, 3, 2), layer(first, second, 3, 2), Block(second), layer(second, third, 3, 2),
            Block(third), Block(third), nn.Conv2d(third, 1, 1),
        )  # fmt: skip
        nn.init.constant_(self.alike[-1].bias, -3.0)

    def forward(self, beside: Any) -> Any:
        own, squares = self._slopes(beside[:, :3])
        strength = torch.sqrt(squares)
        seen = [torch.log(1 + strength / LEVEL)]
        for other in (3, 6):
            theirs, others = self._slopes(beside[:, other : other + 3])
            product = (own * theirs).sum(1)
            rest = torch.sqrt((others - product**2 / (squares + 0.25)).clamp(min=0))
            length = torch.sqrt(others)
            seen += [torch.log(1 + length / LEVEL), product / (strength * length + 1), torch.log(1 + rest / LEVEL)]
        along = own[:, 0::2] * beside[:, 9:10] + own[:, 1::2] * beside[:, 10:11]
        seen.append(torch.sqrt((along**2).sum(1)) / (strength + 0.5))
        return self.alike(torch.stack(seen, 1)).squeeze(1)

    def _slopes(self, picture: Any) -> tuple[Any, Any]:
        """How the colours change down and across (n, 6, h, w), and the sum of the squares (n, h, w)."""
        change = slopes(picture, self.slope)
        return change, (change**2).sum(1)


def loss(logits: Any, wanted: Any) -> Any:
    """Cross-entropy of each picture (n,): of its cells, 1 or 0, the more the more they are mistaken, and of its likeliest;
    cells of −1 may be either."""
    known = wanted >= 0
    target = wanted.clamp(min=0)
    each = functional.binary_cross_entropy_with_logits(logits, target, reduction="none") * known
    focus = (torch.sigmoid(logits) - target).abs().detach()
    cells = (each * (0.1 + focus) * (1 + 3 * target)).sum((1, 2)) / FOCUS
    likeliest = logits.masked_fill(~known, -9.0).amax((1, 2))
    return cells + functional.binary_cross_entropy_with_logits(likeliest, target.amax((1, 2)), reduction="none")
