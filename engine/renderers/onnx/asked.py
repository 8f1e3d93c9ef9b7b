"""A call of a network in plain tensors, as ONNX can be told of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Asked:
    """A call of a network: `forward(network, **inputs)` gives what `answer` makes the pipeline's answer of."""

    forward: Callable[..., Any]
    inputs: dict[str, Any]
    answer: Callable[[Any], Any]


def pairs(numbers: Any) -> Any:
    """Complex numbers (…) as (…, 2): real and imaginary."""
    import torch

    return torch.view_as_real(numbers)


def wrapped(found: Any, return_dict: bool) -> Any:
    from diffusers.models.modeling_outputs import Transformer2DModelOutput

    return Transformer2DModelOutput(sample=found) if return_dict else (found,)
