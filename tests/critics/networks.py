"""Critics' folders made on the spot, of real ONNX networks that see something simple and see it for certain."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import onnx
from onnx import TensorProto, helper

SIDE = 32


def save(
    path: Path, nodes: Sequence[Any], inputs: Sequence[Any], outputs: Sequence[Any], *, opset: int = 17, **data: Any
) -> None:
    """A network of these nodes; `data` are its constant arrays by name."""
    from onnx import numpy_helper

    constants = [numpy_helper.from_array(array, name) for name, array in data.items()]
    graph = helper.make_graph(nodes, path.stem, inputs, outputs, constants)
    onnx.save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", opset)], ir_version=8), path)


def array(name: str, *shape: int | str, kind: int = TensorProto.FLOAT) -> Any:
    return helper.make_tensor_value_info(name, kind, shape)


def card(folder: Path, **said: Any) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "critic.json").write_text(json.dumps({"source": "these tests", "licence": "apache-2.0", **said}), "utf-8")
    return folder


def redness(folder: Path, *, opset: int = 17, rank: int = 4) -> Path:
    """A safety classifier whose three categories are how red, green and blue a picture is."""
    card(folder, kind="safety", networks={"classifier": "classifier.onnx"}, size=SIDE, labels=["red", "green", "blue"])
    mean = helper.make_node("ReduceMean", ["pixels"], ["scores"], axes=list(range(2, rank)), keepdims=0)
    pixels = array("pixels", "n", 3, *[SIDE] * (rank - 2))
    save(folder / "classifier.onnx", [mean], [pixels], [array("scores", "n", 3)], opset=opset)
    return folder
