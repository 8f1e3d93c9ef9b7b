"""The engine's sentences in German and Japanese: every one of them is known, and nothing of it stays English."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import get_args

import desktop
import engine
from desktop import words
from desktop.said import said
from desktop.sentences import SENTENCES
from engine.planners.grammar import Grammar
from engine.renderers.diffusion.loading import _WORDS as WORDS
from engine.renderers.host.process import FATES
from engine.types import Brief, Light, RelationName, RequirementKind
from tests.desktop.windows import spoken

ENGINE = Path(engine.__path__[0])
SOURCES = [
    *(file for file in ENGINE.rglob("*.py") if not {"cli", "bench", "training"} & set(file.relative_to(ENGINE).parts)),
    Path(desktop.__path__[0]) / "wishes.py",
]
"""Where sentences come from that the window shows."""
ENDS = (".", "{error.happened}")
Piece = tuple[str, str]
"""Words of a sentence, or "" and how the value that stands there is formatted."""


def forms(node: ast.Constant | ast.JoinedStr) -> Iterator[tuple[Piece, ...]]:
    """What a literal can say: one form for each end of an `if` between two words in it."""
    pieces: list[list[Piece]] = []
    for part in node.values if isinstance(node, ast.JoinedStr) else [node]:
        if isinstance(part, ast.Constant):
            pieces.append([(str(part.value), "")])
        elif isinstance(part, ast.FormattedValue):
            ends = [part.value.body, part.value.orelse] if isinstance(part.value, ast.IfExp) else []
            literal = [(str(end.value), "") for end in ends if isinstance(end, ast.Constant)]
            shown = "".join(ast.unparse(part.format_spec).split("'")[1:2]) if part.format_spec else ""
            pieces.append(literal or [("", f"{ast.unparse(part.value)}:{shown}")])
    return product(*pieces)


def sentences(source: str) -> Iterator[tuple[Piece, ...]]:
    """Every sentence that a module can say: what begins and ends as one does and is no docstring."""
    tree = ast.parse(source)
    aside = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    whole = [node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)]
    aside |= {id(part) for node in whole for part in ast.walk(node) if part is not node}
    for node in ast.walk(tree):
        if id(node) in aside or not isinstance(node, ast.Constant | ast.JoinedStr):
            continue
        text = ast.unparse(node)[1:].strip("'\"") if isinstance(node, ast.JoinedStr) else str(node.value)
        told = re.search(r"[a-z]{2}|×", re.sub(r"\{.*?\}", "", text)) or text.endswith(ENDS[1])
        if told and text.endswith(ENDS) and re.match(r"[A-Z“{]", text) and " " in text:
            yield from forms(node)


def shape(template: str) -> str:
    return re.sub(r"\{\w+\}", "{}", template)


def asked() -> dict[str, tuple[Piece, ...]]:
    """The sentences of the source by their shape."""
    found = (form for file in SOURCES for form in sentences(file.read_text("utf-8")))
    return {"".join(text or "{}" for text, _ in form): form for form in found}


def test_every_sentence_of_the_engine_is_in_the_catalogue_and_no_other() -> None:
    known = [shape(template) for template in SENTENCES]
    assert len(known) == len(set(known)) > 200
    assert sorted(set(asked()) - set(known)) == [], "add these to desktop/sentences/"
    assert sorted(set(known) - set(asked())) == [], "no longer in the source"


def test_what_is_formatted_as_a_number_is_a_figure_or_a_percentage() -> None:
    source = asked()
    for template in SENTENCES:
        formats = [spec.rpartition(":")[2] for text, spec in source[shape(template)] if not text]
        for kind, spec in zip(re.findall(r"\{([a-z]+)\d*\}", template), formats, strict=True):
            wanted = {"%": "percent", "f": "figure", "g": "figure", ",": "figure"}.get(spec[-1:], "")
            assert not wanted or kind == wanted, template


EXAMPLES = {
    "figure": ["1,024", "3", "1.8"],
    "percent": ["65%"],
    "subject": ["The headline", "“Brot”"],
    "noun": ["headline"],
    "colour": ["very dark green", "off-white"],
    "relation": get_args(RelationName),
    "light": get_args(Light),
    "value": ["golden hour"],
    "kind": get_args(RequirementKind),
    "shape": words.SHAPES,
    "side": ["left", "right", "top", "bottom"],
    "setting": ["aspect", "size", "light"],
    "document": ["plan", "brief", "trace", "round", "brand", "step", "settings"],
    "things": ["the plan"],
    "source": ["The plan in the brief", "The trace in Ü.png", "A round in this document"],
    "fate": ["crashed (aborted)", "has stood still at “Ü” for 5 seconds", *FATES.values()],
    "mode": list(WORDS.values()),
    "article": ["a", "an"],
    "sentence": ["This document is damaged. Open an older copy of it."],
}
NAMES = "|".join((
    r"（[a-z ]+）", r"plantain models (card|accept|verify|list|import FILE|remove FOLDER|export-critic( Ü FOLDER)?)",
    "PLANTAIN_MODELS", "SDXL", "FLUX", "Kolors", "ONNX Runtime",
    "--stand-ins", r"easyocr ~/\.EasyOCR/model --lang", r"~/\.EasyOCR/model", "EasyOCR",
    "VAE", "LoRA", "ControlNet", "diffusers", "PNG", "JPEG", "JSON", "YAML", "NaN", "plantain", "Plantain", "CIEDE", "SHA",
    "MB", r"https?://name", "auto", "studio", "ttf", "otf", r"Ü\.png", "no text", "Brot", "ComfyUI", "A1111", "InvokeAI",
    r"((model_index|config|preprocessor_config|tokenizer)\.json|uv sync --extra diffusion|「diffusion」)", r"\.safetensors",
    r"\.gguf", r"torch\.load\(weights_only=True\)", "save_file", r"docs/critics\.md", "--reference", "--model", "image_encoder",
    r"http://[\w.\[\]:]+(/v1)?",
    "ONNX( Runtime)?", "CPU", "GPU", "NVIDIA", "FLUX", "torch", "pip install", r"diffusion\.toml", 'cache = "none"',
))  # fmt: skip
"""Words that every language writes alike."""


def examples() -> Iterator[str]:
    """Every template with each thing that may stand in its places."""
    for template in SENTENCES:
        places = re.findall(r"\{([a-z]+)(\d*)\}", template)
        for turn in range(max((len(EXAMPLES.get(kind, [""])) for kind, _ in places), default=1)):
            ends = {kind + number: EXAMPLES.get(kind, ["Ü"]) for kind, number in places}
            yield template.format(**{name: these[turn % len(these)] for name, these in ends.items()})


def test_nothing_of_a_sentence_stays_english() -> None:
    assert [sentence for sentence in examples() if said(sentence) != sentence] == []
    with spoken("ja"):
        left = [said(sentence) for sentence in examples()]
    assert [sentence for sentence in left if re.search(r"[A-Za-z]{2,}", re.sub(NAMES, "", sentence))] == []
    with spoken("de"):
        assert {sentence for sentence in examples() if said(sentence) == sentence} == set()


def test_examples_in_both_languages() -> None:
    told = {
        "Misspelt: reads “BRED”; an A is missing.": (
            "Falsch geschrieben: Da steht „BRED“; es fehlt A.",
            "誤字：「BRED」と読めます。Aが抜けています。",
        ),
        "The headline is light red: 65% of it.": (
            "„Überschrift“ ist hellrot: 65 % davon.",
            "「見出し」は明るい赤です（全体の65%）。",
        ),
        "The sharpest edges are 4.2 pixels wide: the picture is blurred.": (
            "Die schärfsten Kanten sind 4,2 Pixel breit: Das Bild ist unscharf.",
            "最も鋭い輪郭でも幅が4.2ピクセルあり、画像がぼけています。",
        ),
        "The tea tin is not left of the vase: it is off by 12% of the picture.": (
            "„tea tin“ ist nicht links von „vase“: Es liegt um 12 % des Bildes daneben.",
            "「tea tin」は「vase」の左にありません。画像の12%ずれています。",
        ),
        "“a.b c.plantain”: This document is damaged. Open an older copy of it.": (
            "„a.b c.plantain“: Dieses Dokument ist beschädigt. Eine ältere Kopie davon öffnen.",
            "「a.b c.plantain」：この書類は壊れています。古いコピーを開いてください。",
        ),
        "There is no file C:/a. b/c.png. Check the name and the folder.": (
            "Es gibt keine Datei C:/a. b/c.png. Name und Ordner überprüfen.",
            "ファイルC:/a. b/c.pngはありません。名前とフォルダーを確かめてください。",
        ),
        "“a.plantain” is open in another window. Close it there first, or open a copy.": (
            "„a.plantain“ ist in einem anderen Fenster geöffnet. Erst dort schließen oder eine Kopie öffnen.",
            "「a.plantain」は別のウインドウで開かれています。先にそちらを閉じるか、コピーを開いてください。",
        ),
        "What a library says. Come closer.": ("What a library says. Näher herangehen.", "What a library says. 近づく。"),
        "Was das Fenster selbst sagt.": ("Was das Fenster selbst sagt.",) * 2,
    }
    for sentence, (german, japanese) in told.items():
        with spoken("de"):
            assert said(sentence) == german
        with spoken("ja"):
            assert said(sentence) == japanese


HARD = (
    'A poster saying "OPEN LATE" in white on black, printed on zorbled moonpaper, front view and top-down view, 1:1, 2:3',
    "a red ball left of a blue cube, and the blue cube left of the red ball, at night, in daylight",
    "three dogs, a red green cup, 99999 spheres and a wardrobe behind the couch",
    'a sign saying "CLOSED',
    'no text, a poster saying "SALE"',
    "Plakat für eine Bäckerei mit „BROT“ in Braun",
    "a botle on a tabel with spoons",
    "A poster with the words Grand Opening in gold",
)


def test_every_note_of_the_planner_is_translated() -> None:
    planner = Grammar()
    notes = [note.message for prompt in HARD for note in planner.plan(Brief(prompt=prompt)).notes]
    assert len(set(notes)) > 8
    with spoken("ja"):
        left = [said(note) for note in notes]
    assert [note for note in left if re.search(r"[A-Za-z]{2,}", re.sub(r"「.*?」", "", note))] == []
