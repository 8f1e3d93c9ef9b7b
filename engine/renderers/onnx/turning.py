"""Rotary positions in real arithmetic: where a network turns numbers by complex ones, pairs are turned by pairs."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any


class Pairs:
    """Stands for complex numbers (…): `numbers` (…, 2), real and imaginary. They can be turned and looked at, no more."""

    def __init__(self, numbers: Any) -> None:
        self._numbers = numbers

    def __mul__(self, turns: Any) -> Pairs:
        """By `turns` (…, 2), pairs as well."""
        import torch

        real, imaginary = self._numbers.unbind(-1)
        along, across = turns.unbind(-1)
        return Pairs(torch.stack((real * along - imaginary * across, real * across + imaginary * along), -1))

    @classmethod
    def __torch_function__(cls, function: Any, types: Any, args: Any, named: Any = None) -> Any:
        import torch

        return args[0]._numbers if function is torch.view_as_real else NotImplemented


def turning() -> AbstractContextManager[object]:
    """Within it `torch.view_as_complex` gives Pairs."""
    import torch
    from torch.overrides import TorchFunctionMode

    class Turning(TorchFunctionMode):
        def __torch_function__(
            self, function: Callable[..., Any], types: Any, args: tuple[Any, ...] = (), named: dict[str, Any] | None = None
        ) -> Any:
            return Pairs(args[0]) if function is torch.view_as_complex else function(*args, **(named or {}))

    mode: AbstractContextManager[object] = Turning()
    return mode
