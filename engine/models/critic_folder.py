"""Critics' networks that a user brings: a folder of ONNX files with a `critic.json` that says what they are.

critic.json       the card: kind, networks, how a picture is made ready for them, source, licence
<network>.onnx    one file for each network of the kind, and the files beside it that hold large weights
tokenizer.json    for the kinds that read words
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any, Final, Literal, NamedTuple

import msgspec

from engine import sessions
from engine.codec import from_json
from engine.errors import BadInput, first_line
from engine.models import onnx
from engine.models.header import Header, Tensor, damaged
from engine.types import Value

CARD: Final = "critic.json"
MAX_CARD: Final = 1_000_000
MAX_TEXT: Final = 64_000_000
AGAIN: Final = "Export the critic again, or correct its card."
_KEPT: Final = (CARD, "tokenizer.json", "README.md")

CriticKind = Literal["owlv2", "siglip2", "dinov2", "easyocr", "geocalib", "safety"]


Shape = tuple[int | str, ...]
"""An array's extents: a number, or a name for what may be anything, but the same wherever it stands in one signature."""


class Signature(NamedTuple):
    """The shapes of a network's inputs and outputs in their order."""

    inputs: tuple[Shape, ...]
    outputs: tuple[Shape, ...]


_PICTURES: Final[Shape] = ("n", 3, "size", "size")
_FIELD: Final[Shape] = ("n", 1, "rows", "columns")
NETWORKS: Final[dict[CriticKind, dict[str, Signature]]] = {
    "owlv2": {
        "image": Signature((_PICTURES,), (("n", "boxes", 4), ("n", "boxes", "d"), ("n", "boxes", 2), ("n", "boxes"))),
        "text": Signature((("n", "tokens"), ("n", "tokens")), (("n", "d"),)),
    },
    "siglip2": {"image": Signature((_PICTURES,), (("n", "d"),)), "text": Signature((("n", "tokens"),), (("n", "d"),))},
    "dinov2": {"image": Signature((_PICTURES,), (("n", "d"),))},
    "easyocr": {
        "detector": Signature((("n", 3, "h", "w"),), (("n", "rows", "columns", 2),)),
        "recogniser": Signature((("n", 1, "h", "w"),), (("n", "steps", "letters"),)),
    },
    "geocalib": {"fields": Signature((("n", 3, "h", "w"),), (("n", 2, "rows", "columns"), _FIELD, _FIELD, _FIELD))},
    "safety": {"classifier": Signature((_PICTURES,), (("n", "categories"),))},
}
"""The networks that each kind is made of."""
SEES: Final[dict[CriticKind, str]] = {
    "owlv2": "finds things by their names: presence, count, position, framing",
    "siglip2": "tells how well a picture fits words: adherence, style; and how alike two pictures are",
    "dinov2": "tells how alike two things look: identity",
    "easyocr": "reads text",
    "geocalib": "tells how the camera was held: roll and elevation, of any picture",
    "safety": "sorts pictures into the categories of the safety policy",
}


class Card(Value, frozen=True):
    """What `critic.json` says. `networks` names the file of each; `licence` as model cards write it.

    A picture is brought to `size` × `size` pixels by `fit`: "stretch" it, "pad" it to a square at the right and below, or
    "crop" the middle once its shorter side is `shorter` pixels; then (rgb / 255 − mean) / std. `labels` are what the
    outputs stand for: a classifier's categories, a reader's characters. `figures` are further numbers of the kind. `facts`
    are told to whoever reads the card: how it was measured, where it fails.
    """

    kind: CriticKind
    networks: dict[str, str]
    source: str
    licence: str = ""
    languages: tuple[str, ...] = ()
    size: int = 0
    shorter: int = 0
    fit: Literal["stretch", "pad", "crop"] = "stretch"
    resample: Literal["bilinear", "bicubic"] = "bilinear"
    mean: tuple[float, float, float] = (0.0, 0.0, 0.0)
    std: tuple[float, float, float] = (1.0, 1.0, 1.0)
    labels: tuple[str, ...] = ()
    figures: dict[str, float] = msgspec.field(default_factory=dict)
    facts: dict[str, str] = msgspec.field(default_factory=dict)
    schema: Literal[1] = 1

    def __post_init__(self) -> None:
        if set(self.networks) != set(NETWORKS[self.kind]):
            raise ValueError(f"networks must be {', '.join(NETWORKS[self.kind])}")
        if any(Path(file).name != file or not file.endswith(onnx.SUFFIX) for file in self.networks.values()):
            raise ValueError("networks must be .onnx files in the same folder")
        least = 0 if self.kind == "easyocr" else 8
        if not (least <= self.size <= 4096 and 0 <= self.shorter <= 4096 and all(part > 0 for part in self.std)):
            raise ValueError(f"size must be {least} to 4096 pixels, shorter up to 4096, std above 0")
        if self.fit == "crop" and self.shorter < self.size:
            raise ValueError("shorter must not be below size where fit is crop")
        if self.kind == "siglip2" and not {"scale", "bias"} <= set(self.figures):
            raise ValueError("figures must have scale and bias")


@dataclass(frozen=True)
class Found:
    """A critic's folder as it was found sound. `files` are those that using it needs."""

    card: Card
    files: tuple[Path, ...]
    header: Header


def card_of(folder: Path) -> Card:
    """Raises BadInput where the folder has no card or one that cannot be used."""
    path = folder / CARD
    try:
        if path.stat().st_size > MAX_CARD:
            raise damaged(folder.name, f"{CARD} is too long")
        return from_json(Card, path.read_bytes(), str(path))
    except OSError:
        raise BadInput(
            f"{folder} has no {CARD}, so what its networks are for is not known.",
            "Export the critic with plantain models export-critic, or write a card as docs/critics.md shows.",
        ) from None


def read(folder: Path) -> Found:
    """Raises BadInput for a folder without a card, for files that are not what the card says, and for networks that are
    no ONNX, of an operator set that does not run, of another shape than their kind has, or that ONNX Runtime refuses."""
    card = card_of(folder)
    files = [path for path in sorted(folder.iterdir()) if path.is_file() and _kept(path)]
    tensors: dict[str, Tensor] = {}
    lengths = set()
    for name, file in card.networks.items():
        network = onnx.read(folder / file)
        session = _opened(folder / file, network, NETWORKS[card.kind][name], card, name)
        lengths |= {output.shape[-1] for output in session.get_outputs() if output.name == "vectors"}
        files += [folder / file, *(folder / place for place in network.beside)]
        tensors |= {f"{name}/{key}": tensor for key, tensor in network.header.tensors.items()}
    if len(lengths) > 1:
        raise BadInput(f"The networks of “{folder.name}” do not belong together: their vectors differ in length.", AGAIN)
    if "text" in card.networks:
        _check_tokenizer(folder / "tokenizer.json")
    return Found(card, tuple(Path(path.name) for path in dict.fromkeys(files)), Header(tensors))


def _kept(path: Path) -> bool:
    """Whether a file belongs to the critic beside its networks: its card, its tokenizer, its licence."""
    return (path.name in _KEPT or path.stem.upper().startswith("LICEN")) and path.stat().st_size <= MAX_TEXT


def _check_tokenizer(path: Path) -> None:
    """Raises BadInput unless it reads and makes all texts equally long."""
    from tokenizers import Tokenizer

    try:
        read = Tokenizer.from_file(str(path)).encode_batch(["a", "a photo of a box"])
    except Exception as error:  # tokenizers raises nothing narrower
        raise BadInput(f"“{path.parent.name}” has no {path.name} that can be read ({error}).", AGAIN) from error
    if len({len(encoded.ids) for encoded in read}) > 1:
        raise BadInput(f"The {path.name} of “{path.parent.name}” does not pad texts to one length.", AGAIN)


def agree(shapes: Sequence[Sequence[int | str | None]], wanted: Sequence[Shape]) -> bool:
    """Whether arrays have the shapes that are wanted of them; an extent that is no number may turn out to be any."""
    known: dict[str, int] = {}
    if [len(shape) for shape in shapes] != [len(shape) for shape in wanted]:
        return False
    for extent, name in zip(chain.from_iterable(shapes), chain.from_iterable(wanted), strict=True):
        asked = known.setdefault(name, extent) if isinstance(name, str) and isinstance(extent, int) else name
        if isinstance(extent, int) and extent != asked:
            return False
    return True


def spelt(shapes: Iterable[Sequence[int | str | None]]) -> str:
    """Shapes as a person reads them: (n, 3, h, w), (n, 4)."""
    return ", ".join(f"({', '.join('?' if extent is None else str(extent) for extent in shape)})" for shape in shapes)


def _opened(path: Path, network: onnx.Network, wanted: Signature, card: Card, name: str) -> Any:
    """The network's session, whose inputs and outputs have the shapes that its kind and the card say."""
    for place in network.beside:
        if not (path.parent / place).is_file():
            raise BadInput(f"“{path.name}” lacks its weights, {place}.", "Copy or export it again.")
    try:
        session = sessions.opened(path, sessions.CPU)
    except sessions.faults() as error:
        raise BadInput(f"ONNX Runtime cannot run “{path.name}” ({first_line(error)}).", "Export it again.") from error
    shapes = Signature(*(tuple(one.shape for one in ends) for ends in (session.get_inputs(), session.get_outputs())))
    if card.size:
        inputs = tuple(tuple(card.size if extent == "size" else extent for extent in shape) for shape in wanted.inputs)
        wanted = wanted._replace(inputs=inputs)
    if not agree((*shapes.inputs, *shapes.outputs), (*wanted.inputs, *wanted.outputs)):
        here, there = (f"{spelt(one.inputs)} → {spelt(one.outputs)}" for one in (shapes, wanted))
        raise BadInput(
            f"“{path.name}” cannot be the {name} of {card.kind}: its inputs and outputs are {here}, not {there}.", AGAIN
        )
    return session
