"""Critics' networks out of the folders in which they are published, into the library as ONNX files.

An exporter writes the networks of its kind into a folder and says what they are; adding a kind is one file here, one line in
`_exporter` and its networks in `engine.models.critic_folder`.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from engine.codec import to_json
from engine.errors import BadInput
from engine.models.critic_folder import CARD, Card, CriticKind
from engine.models.describe import folder_name
from engine.models.importing import Progress, import_model, staging
from engine.models.model import Model
from engine.models.store import Library

Exporter = Callable[[Path, Path, tuple[str, ...], Progress], Card]
"""(the published folder, the folder to write into, languages, progress) → the card of what was written there."""
SHARE = 0.9
"""Exporting takes this share of the whole; the rest is putting it into the library."""


def export_critic(
    library: Library, kind: CriticKind, source: Path, progress: Progress, languages: tuple[str, ...] = ()
) -> Model:
    """The critic at `source`, exported and imported. What is written on the way is gone afterwards, whatever happens.

    Raises BadInput for a folder that is not of this kind, holds pickles or code, or whose networks answer otherwise once they
    are exported; EngineFailure where the disk fails.
    """
    if find_spec("torch") is None or find_spec("transformers") is None:
        raise BadInput("Exporting a critic needs the diffusion extra.", "Install it (uv sync --extra diffusion) and try again.")
    library.root.mkdir(parents=True, exist_ok=True)
    with staging(library.root) as place:
        folder = place / ("-".join((kind, *languages)) if languages else folder_name(source.absolute()))
        folder.mkdir()
        card = _exporter(kind)(source, folder, languages, lambda done: progress(SHARE * done))
        (folder / CARD).write_text(to_json(card), "utf-8")
        origin = str(source.absolute())
        return import_model(library, folder, lambda done: progress(SHARE + (1 - SHARE) * done), origin=origin)


def _exporter(kind: CriticKind) -> Exporter:
    from engine.critics.exporting import dinov2, easyocr, owlv2, siglip2

    exporters: dict[CriticKind, Exporter] = {
        "dinov2": dinov2.export,
        "easyocr": easyocr.export,
        "owlv2": owlv2.export,
        "siglip2": siglip2.export,
    }
    if kind not in exporters:
        raise BadInput(
            f"There is no exporter for {kind}.", f"There are some for {', '.join(exporters)}; import ONNX files as they are."
        )
    return exporters[kind]
