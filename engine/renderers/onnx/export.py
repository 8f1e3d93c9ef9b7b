"""A network of a pipeline as an ONNX file: traced with the arguments of a real call, every size left open that can be.

A folder holds `model.onnx`, its weights beside it, and `call.json`: the shape of what the network gives back.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from engine.sessions import traced

WHOLE: Final = "call.json"


@dataclass(frozen=True)
class Call:
    """The arguments of a network's call: `tensors` in order, fractions among them, and all else (None for each tensor)."""

    tensors: tuple[Any, ...]
    leaves: tuple[Any, ...]
    spec: Any

    @classmethod
    def of(cls, args: Sequence[Any], named: dict[str, Any]) -> Call:
        import torch
        from torch.utils import _pytree as pytree

        leaves, spec = pytree.tree_flatten((tuple(args), named))
        leaves = [torch.tensor(leaf) if isinstance(leaf, float) else leaf for leaf in leaves]
        tensors = tuple(leaf for leaf in leaves if isinstance(leaf, torch.Tensor))
        return cls(tensors, tuple(None if isinstance(leaf, torch.Tensor) else (leaf,) for leaf in leaves), spec)

    @property
    def signature(self) -> str:
        """Two calls of one signature differ in numbers and sizes alone: one file does for both where sizes can be left open."""
        return self._hash([(str(tensor.dtype), tensor.ndim) for tensor in self.tensors])

    @property
    def size(self) -> str:
        """Two calls of one size as well go through one file always."""
        return self._hash([tuple(tensor.shape) for tensor in self.tensors])

    def _hash(self, kinds: list[Any]) -> str:
        return hashlib.sha256(repr((kinds, self.leaves, str(self.spec))).encode()).hexdigest()[:12]

    def arguments(self, tensors: Sequence[Any]) -> tuple[tuple[Any, ...], dict[str, Any]]:
        """The call again, with other tensors."""
        from torch.utils import _pytree as pytree

        rest = iter(tensors)
        leaves = [next(rest) if leaf is None else leaf[0] for leaf in self.leaves]
        args, named = pytree.tree_unflatten(leaves, self.spec)
        return args, named


def export(forward: Any, network: Any, call: Call, folder: Path, *, sized: bool = False) -> None:
    """Write `network`, whose own `forward` is called as in `call`, into `folder`, whole or not at all; `sized`: for the sizes
    of the call alone. Raises `torch.onnx.OnnxExporterError` for a network that cannot be written so."""
    import torch
    from torch.utils import _pytree as pytree

    shape: list[str] = []

    class Flat(torch.nn.Module):
        """Tensors in, tensors out."""

        def __init__(self) -> None:
            super().__init__()
            self.network = network

        def forward(self, tensors: Sequence[Any]) -> list[Any]:
            args, named = call.arguments(tensors)
            leaves, spec = pytree.tree_flatten(forward(*args, **named))
            kept = [isinstance(leaf, torch.Tensor) for leaf in leaves]
            shape[:] = [json.dumps({"spec": pytree.treespec_dumps(spec), "kept": kept})]
            return [leaf for leaf in leaves if isinstance(leaf, torch.Tensor)]

    size = torch.export.Dim.STATIC if sized else torch.export.Dim.AUTO
    sizes = [dict.fromkeys(range(tensor.ndim), size) for tensor in call.tensors]
    partial = folder.with_name(folder.name + ".partial")
    shutil.rmtree(partial, ignore_errors=True)
    partial.mkdir(parents=True)
    try:
        program = traced(Flat(), (list(call.tensors),), dynamic_shapes=(sizes,))
        program.save(str(partial / "model.onnx"), external_data=True)
        (partial / WHOLE).write_text(shape[0], "utf-8")
        shutil.rmtree(folder, ignore_errors=True)
        partial.rename(folder)
    finally:
        shutil.rmtree(partial, ignore_errors=True)


@dataclass(frozen=True)
class Answer:
    """How a network's outputs go together."""

    spec: Any
    kept: tuple[bool, ...]

    @classmethod
    def read(cls, folder: Path) -> Answer:
        from torch.utils import _pytree as pytree

        said = json.loads((folder / WHOLE).read_text("utf-8"))
        return cls(pytree.treespec_loads(said["spec"]), tuple(said["kept"]))

    def of(self, tensors: Sequence[Any]) -> Any:
        from torch.utils import _pytree as pytree

        rest = iter(tensors)
        return pytree.tree_unflatten([next(rest) if kept else None for kept in self.kept], self.spec)
