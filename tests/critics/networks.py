"""Critics' folders made on the spot, of real ONNX networks that see something simple and see it for certain."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
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


COLOURS = {
    "ball": (1, 0, 0), "cube": (0, 0, 1), "red": (1, 0, 0), "green": (0, 1, 0), "blue": (0, 0, 1),
    "photograph": (1, 0, 0), "watercolor": (0, 0, 1), "picture": (0.5, 0.5, 0.5),
}  # fmt: skip
"""The words that the networks know, and the colour that each of them looks for."""
CELLS = 4
"""The detector sees a picture as so many cells a side, each of which may be a thing."""


def reader(folder: Path, length: int = 8) -> None:
    """A tokenizer of whole words."""
    from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

    words = {word: number for number, word in enumerate(("<pad>", "<other>", *COLOURS))}
    made = Tokenizer(models.WordLevel(words, "<other>"))
    made.normalizer, made.pre_tokenizer = normalizers.Lowercase(), pre_tokenizers.Whitespace()
    made.enable_truncation(length)
    made.enable_padding(length=length, pad_id=0, pad_token="<pad>")
    made.save(str(folder / "tokenizer.json"))


def _unit(name: str, axis: int) -> list[Any]:
    return [
        helper.make_node("ReduceL2", [name], [f"{name}.long"], axes=[axis], keepdims=1),
        helper.make_node("Add", [f"{name}.long", "little"], [f"{name}.longer"]),
        helper.make_node("Div", [name, f"{name}.longer"], ["vectors"]),
    ]


def _text(folder: Path, *, mask: bool, length: int = 8) -> None:
    """Token ids (n, length) → the sum of their colours, of length 1."""
    table = np.array([(0, 0, 0), (0, 0, 0), *COLOURS.values()], np.float32)
    nodes = [
        helper.make_node("Gather", ["table", "ids"], ["each"]),
        helper.make_node("ReduceSum", ["each", "one"], ["sum"], keepdims=0),
        *_unit("sum", 1),
    ]
    ids = [array(name, "n", length, kind=TensorProto.INT64) for name in ("ids", "mask")[: 1 + mask]]
    constants: dict[str, Any] = {"table": table, "one": np.array([1]), "little": np.float32(1e-6)}
    save(folder / "text.onnx", nodes, ids, [array("vectors", "n", 3)], **constants)


def _image(folder: Path, cells: int, size: int, outputs: Sequence[Any], nodes: Sequence[Any] = (), **constants: Any) -> None:
    """Pictures → the mean colour of each of their cells, of length 1: vectors (n, cells², 3), or (n, 3) for a single one."""
    pool = [
        helper.make_node("AveragePool", ["pixels"], ["pooled"], kernel_shape=[size // cells] * 2, strides=[size // cells] * 2),
        helper.make_node("Reshape", ["pooled", "flat"], ["columns"]),
        helper.make_node("Transpose", ["columns"], ["rows"], perm=[0, 2, 1]),
        helper.make_node("Squeeze", ["rows", "one"], ["colours"])
        if cells == 1
        else helper.make_node("Identity", ["rows"], ["colours"]),
        *_unit("colours", -1),
        *nodes,
    ]
    known = {"flat": np.array([0, 3, cells * cells]), "one": np.array([1]), "little": np.float32(1e-6), **constants}
    save(folder / "image.onnx", pool, [array("pixels", "n", 3, size, size)], outputs, **known)


def owlv2(folder: Path, *, size: int = 64) -> Path:
    """A detector of red balls and blue cubes that fill a cell of the picture each."""
    card(folder, kind="owlv2", networks={"image": "image.onnx", "text": "text.onnx"}, size=size, fit="pad")
    reader(folder)
    _text(folder, mask=True)
    places = (np.arange(CELLS) + 0.5) / CELLS
    x, y = np.meshgrid(places, places)
    boxes = np.stack([x.ravel(), y.ravel(), *np.full((2, CELLS**2), 1 / CELLS)], axis=1)[None].astype(np.float32)
    nodes = [
        helper.make_node("Mul", ["vectors", "nothing"], ["zeros"]),
        helper.make_node("ReduceSum", ["zeros", "last"], ["objectness"], keepdims=0),
        helper.make_node("ReduceSum", ["zeros", "last"], ["zero"], keepdims=1),
        helper.make_node("Add", ["zero", "grid"], ["boxes"]),
        helper.make_node("Add", ["zero", "line"], ["affine"]),
    ]
    outputs = [
        array("boxes", "n", CELLS**2, 4), array("vectors", "n", CELLS**2, 3), array("affine", "n", CELLS**2, 2),
        array("objectness", "n", CELLS**2),
    ]  # fmt: skip
    line = np.array([[[-0.8, 40.0]]], np.float32)
    _image(folder, CELLS, size, outputs, nodes, grid=boxes, line=line, last=np.array([-1]), nothing=np.float32(0))
    return folder


def siglip2(folder: Path, *, size: int = 32) -> Path:
    """Words of colour fit a picture that has the colour."""
    figures = {"scale": 20.0, "bias": -15.0}
    card(folder, kind="siglip2", networks={"image": "image.onnx", "text": "text.onnx"}, size=size, figures=figures)
    reader(folder)
    _text(folder, mask=False)
    _image(folder, 1, size, [array("vectors", "n", 3)])
    return folder


def dinov2(folder: Path, *, size: int = 32) -> Path:
    """Things are alike that have the same colours."""
    card(folder, kind="dinov2", networks={"image": "image.onnx"}, size=size, shorter=size, fit="crop")
    _image(folder, 1, size, [array("vectors", "n", 3)])
    return folder


def perspective(folder: Path, up: Any, latitude: Any) -> Path:
    """A `geocalib` that tells the same fields of every picture: up (2, h, w), latitude (h, w), sure of all."""
    card(folder, kind="geocalib", networks={"fields": "fields.onnx"}, size=64)
    told = {"up": up[None], "latitude": latitude[None, None], "up_confidence": np.ones_like(latitude)[None, None]}
    told["latitude_confidence"] = told["up_confidence"]
    nodes = [
        helper.make_node("ReduceMean", ["picture"], ["mean"], keepdims=1),
        helper.make_node("Mul", ["mean", "nil"], ["none"]),
    ]
    nodes += [helper.make_node("Add", [f"{name}.told", "none"], [name]) for name in told]
    outputs = [array(name, 1, value.shape[1], *value.shape[2:]) for name, value in told.items()]
    data = {f"{name}.told": value.astype(np.float32) for name, value in told.items()}
    save(
        folder / "fields.onnx",
        nodes,
        [array("picture", "n", 3, "h", "w")],
        outputs,
        nil=np.zeros((1, 1, 1, 1), np.float32),
        **data,
    )
    return folder
