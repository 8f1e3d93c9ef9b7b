"""EasyOCR's detector (CRAFT) and one of its recognisers (CRNN), with the letters that it reads.

EasyOCR publishes its weights as pickles. They are read here alone, by torch's restricted reader, which builds tensors and
nothing else, no larger than LARGEST; what it gives back must then be exactly the weights of these networks.
"""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Sequence
from pathlib import Path
from pickle import UnpicklingError
from typing import Any, Final

from engine.critics.exporting.writing import write
from engine.errors import BadInput
from engine.models.critic_folder import Card
from engine.models.importing import Progress

LARGEST: Final = 600_000_000
HEIGHT: Final = 64
"""The recogniser's line height in pixels."""
OWN: Final = "Name the folder with EasyOCR's own files, and the language they are for."
FETCH: Final = "EasyOCR fetches it the first time it reads such a text; name the folder it keeps it in, ~/.EasyOCR/model."


def export(source: Path, folder: Path, languages: tuple[str, ...], progress: Progress) -> Card:
    """Write both networks. The detector: pictures (n, 3, h, w) → (n, h/2, w/2, 2), how much each place is inside a letter,
    and between two. The recogniser: lines (n, 1, 64, w) → (n, steps, letters + 1), the first for no letter.

    `source` is EasyOCR's folder of .pth files, or the recogniser's file with the detector's beside it.
    """
    import torch

    progress(0.0)
    name, published = recogniser(languages)
    craft = _published()[0]
    file = source if source.is_file() else source / published["filename"]
    beside = file.parent / craft["filename"]
    letters: str = published["characters"]
    reader, detector = recogniser_of(state(file), letters, file.name), detector_of(state(beside))
    progress(0.1)
    chance = torch.Generator().manual_seed(0)
    pictures, lines = torch.rand(2, 3, 128, 256, generator=chance), torch.rand(2, 1, HEIGHT, 256, generator=chance)
    off = write(
        detector, lambda pixels: detector(pixels)[0], {"pixels": pictures}, ("scores",), folder / "detector.onnx", (2, 3)
    )
    progress(0.5)
    off = max(
        off, write(reader, lambda line: reader(line, None), {"line": lines}, ("scores",), folder / "recogniser.onnx", (3,))
    )
    progress(1.0)
    genuine = _md5(beside) == craft["md5sum"] and _md5(file) == published["md5sum"]
    own = spoken(languages, published["symbols"])
    return Card(
        kind="easyocr",
        networks={"detector": "detector.onnx", "recogniser": "recogniser.onnx"},
        source=f"EasyOCR, {name}",
        licence="apache-2.0" if genuine else "",
        languages=languages,
        labels=tuple(letter if letter in own else "" for letter in letters),
        facts={
            "answers as torch does": f"off by {off:.1e} at most",
            "weights": f"{beside.name} and {file.name}, "
            + ("as EasyOCR publishes them" if genuine else "not as EasyOCR publishes them: who made them is not known"),
        },
    )


def recogniser(languages: Sequence[str]) -> tuple[str, dict[str, Any]]:
    """The name of EasyOCR's recogniser for these languages, and what EasyOCR says of it: file, characters, checksum.

    Raises BadInput for a language that EasyOCR does not know, or for languages of more than one script.
    """
    _, models, groups = _published()
    known = sorted({language for group in groups.values() for language in group} | {"en"})
    if not languages or (unknown := [one for one in languages if one not in known]):
        asked = ", ".join(unknown) if languages else "no language"
        raise BadInput(f"EasyOCR has no reader for {asked}.", f"Choose among {', '.join(known)}.")
    wanted = set(languages) - {"en"}
    for name, group in groups.items():
        if wanted <= set(group) and (wanted or name == "english_g2"):
            return name, models[name]
    raise BadInput(f"No one reader of EasyOCR's reads {', '.join(languages)}.", "Export a reader for each script.")


def spoken(languages: Sequence[str], symbols: str) -> frozenset[str]:
    """The letters of these languages, as EasyOCR lists them, and the figures and signs that its recogniser adds."""
    from easyocr import config

    lists = [Path(config.BASE_PATH) / "character" / f"{language}_char.txt" for language in languages]
    return frozenset("".join(path.read_text("utf-8-sig") for path in lists if path.is_file()) + symbols) - {"\n", "\r"}


def _published() -> tuple[dict[str, Any], dict[str, dict[str, Any]], dict[str, Sequence[str]]]:
    """EasyOCR's detector, its recognisers by name, and the languages that each of the latter reads beside English."""
    from easyocr import config

    groups = {
        "english_g2": (), "arabic_g1": config.arabic_lang_list, "bengali_g1": config.bengali_lang_list,
        "cyrillic_g2": config.cyrillic_lang_list, "devanagari_g1": config.devanagari_lang_list,
        "latin_g2": config.latin_lang_list, "thai_g1": ("th",), "tamil_g1": ("ta",), "telugu_g2": ("te",),
        "kannada_g2": ("kn",), "korean_g2": ("ko",), "japanese_g2": ("ja",), "zh_sim_g2": ("ch_sim",), "zh_tra_g1": ("ch_tra",),
    }  # fmt: skip
    models = config.recognition_models
    return config.detection_models["craft"], {**models["gen1"], **models["gen2"]}, groups


def state(path: Path) -> dict[str, Any]:
    """The tensors of a .pth file by name. Raises BadInput for what is missing, too large, or no such file."""
    import torch

    try:
        size = path.stat().st_size
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as packed:
                size = max(size, sum(entry.file_size for entry in packed.infolist()))
        if size > LARGEST:
            raise _unreadable(path)
        found = torch.load(path, map_location="cpu", weights_only=True)
    except FileNotFoundError:
        raise BadInput(f"There is no {path.name} in {path.parent}.", FETCH) from None
    except (OSError, EOFError, RuntimeError, ValueError, KeyError, UnpicklingError, zipfile.BadZipFile) as error:
        raise _unreadable(path) from error
    if not isinstance(found, dict) or not all(isinstance(one, torch.Tensor) for one in found.values()):
        raise _unreadable(path)
    return {str(key).removeprefix("module."): tensor for key, tensor in found.items()}


def detector_of(weights: dict[str, Any]) -> Any:
    """CRAFT with these weights; its first output are the scores."""
    from easyocr.craft import CRAFT

    return _loaded(CRAFT(), weights, "The detector's file")


def recogniser_of(weights: dict[str, Any], letters: str, name: str) -> Any:
    """The CRNN of either of EasyOCR's generations, told apart by its weights and as wide as these are.

    Its second argument is not used.
    """
    from easyocr.model import model, vgg_model

    try:
        gates, features = weights["SequenceModeling.0.rnn.weight_ih_l0"].shape
        classes, _ = weights["Prediction.weight"].shape
    except (KeyError, ValueError) as error:
        raise _other(name) from error
    if classes != len(letters) + 1:
        raise BadInput(f"{name} knows {classes - 1} characters, not the {len(letters)} of this language.", OWN)
    kind = model.Model if "FeatureExtraction.ConvNet.conv0_1.weight" in weights else vgg_model.Model
    network = _loaded(kind(1, features, gates // 4, classes), weights, name)
    for layer in network.SequenceModeling:
        layer.rnn = _as_operator(layer.rnn)
    return network


def _loaded(network: Any, weights: dict[str, Any], name: str) -> Any:
    try:
        network.load_state_dict(weights)
    except RuntimeError as error:
        raise _other(name) from error
    return network.eval()


def _unreadable(path: Path) -> BadInput:
    return BadInput(f"{path.name} holds no weights that can be read safely.", OWN)


def _other(name: str) -> BadInput:
    return BadInput(f"{name} holds the weights of another network.", OWN)


def _as_operator(lstm: Any) -> Any:
    """A bidirectional, batch-first LSTM that is exported as ONNX's own operator; torch would write a loop over the steps."""
    import torch

    def both(kind: str) -> Any:
        """One kind of weights of both directions; ONNX keeps the gates in the order input, output, forget, cell."""
        ways = [getattr(lstm, f"{kind}_l0{way}").detach().chunk(4) for way in ("", "_reverse")]
        return torch.stack([torch.cat([into, out, forget, cell]) for into, forget, cell, out in ways])

    class Recurrent(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.lstm = lstm
            self.register_buffer("inward", both("weight_ih"))
            self.register_buffer("onward", both("weight_hh"))
            self.register_buffer("bias", torch.cat([both("bias_ih"), both("bias_hh")], dim=1))

        def flatten_parameters(self) -> None:
            """EasyOCR asks for it; it only matters on a graphics card."""

        def forward(self, steps: Any) -> Any:
            if not torch.onnx.is_in_onnx_export():
                return self.lstm(steps)
            count, length, _ = steps.shape
            found = torch.onnx.ops.symbolic(
                "LSTM",
                (steps.permute(1, 0, 2), self.inward, self.onward, self.bias),
                {"direction": "bidirectional", "hidden_size": lstm.hidden_size},
                dtype=steps.dtype,
                shape=(length, 2, count, lstm.hidden_size),
                version=14,
            )
            return found.permute(2, 0, 1, 3).reshape(count, length, -1), None

    return Recurrent().eval()


def _md5(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, lambda: hashlib.md5(usedforsecurity=False)).hexdigest()
