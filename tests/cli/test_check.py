"""`plantain check` on pictures of every kind and size: the same verdicts however a poster is stored, an answer to anything."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from engine import pictures
from engine.codec import to_json
from engine.errors import BadInput
from engine.export import export
from engine.trust import offline
from engine.types import Array, Box, Canvas, Element, Plan, Requirement
from tests.cli.test_cli import plantain
from tests.fixers.pictures import bytes_of, poster, write
from tests.test_reopening import made

PROMPT = 'A poster that says "FRESH BREAD"'
SCENE = "Three red cups left of a blue box on a table, view from the right, elegant"


@pytest.fixture(autouse=True)
def _guard_not_enforced_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(offline, "enforce", lambda: None)


@cache
def drawn() -> Array:
    return poster(["FRESH", "BREAD"]).pixels


def verdicts(capsys: pytest.CaptureFixture[str]) -> dict[str, str]:
    said = capsys.readouterr()
    assert said.err == ""
    assert "critic failed" not in said.out
    return {finding["requirement"]: finding["verdict"] for finding in json.loads(said.out)["findings"]}


def with_alpha(path: Path) -> None:
    veil = np.broadcast_to(np.linspace(0, 255, 360).astype(np.uint8)[None, :, None], (300, 360, 1))
    Image.fromarray(np.concatenate([drawn(), veil], axis=2)).save(path)


def deep(path: Path) -> None:
    cv2.imwrite(str(path), drawn()[..., ::-1].astype(np.uint16) * 257)


def converted(mode: str, dither: Image.Dither = Image.Dither.FLOYDSTEINBERG, **options: Any) -> Callable[[Path], None]:
    return lambda path: Image.fromarray(drawn()).convert(mode, dither=dither).save(path, **options)


STORED: dict[str, Callable[[Path], None]] = {
    "alpha.png": with_alpha,
    "grey.png": converted("L"),
    "grey-alpha.png": converted("LA"),
    "grey16.png": lambda path: Image.fromarray(drawn()[..., 1].astype(np.uint16) * 257).save(path),
    "rgb16.png": deep,
    "rgb16.tif": deep,
    "palette.png": lambda path: Image.fromarray(drawn()).quantize(32).save(path),
    "palette-transparent.png": lambda path: Image.fromarray(drawn()).quantize(32).save(path, transparency=0),
    "one-bit.png": converted("1", dither=Image.Dither.NONE),
    "cmyk.jpg": converted("CMYK", quality=95),
    "cmyk.tif": converted("CMYK"),
    "lab.tif": lambda path: Image.fromarray(drawn()).convert("LAB").save(path),
}


@pytest.mark.parametrize("name", STORED)
def test_a_poster_reads_the_same_however_it_is_stored(tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    STORED[name](tmp_path / name)
    assert plantain("check", str(tmp_path / name), "--prompt", PROMPT, "--json") == 0
    assert set(verdicts(capsys).values()) == {"passed"}


@pytest.mark.parametrize("shape", [(1, 1), (2, 2), (1, 400), (300, 1), (1, 20_000), (20_000, 1), (17_000, 40)])
@pytest.mark.parametrize("prompt", [PROMPT, SCENE], ids=["poster", "scene"])
def test_the_smallest_and_the_thinnest_pictures_are_answered(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], shape: tuple[int, int], prompt: str
) -> None:
    file = tmp_path / "thin.png"
    Image.fromarray(np.random.default_rng(1).integers(0, 256, (*shape, 3), np.uint8)).save(file)
    assert plantain("check", str(file), "--prompt", prompt, "--json") == 1
    found = verdicts(capsys)
    assert found["artifact"] in {"passed", "failed"}
    assert "passed" not in {verdict for name, verdict in found.items() if name not in {"artifact", "text"}}


@pytest.mark.parametrize("prompt", ["", "   ", "\n"])
def test_an_empty_prompt_says_what_to_write(tmp_path: Path, capsys: pytest.CaptureFixture[str], prompt: str) -> None:
    Image.fromarray(drawn()).save(tmp_path / "poster.png")
    assert plantain("check", str(tmp_path / "poster.png"), "--prompt", prompt) == 2
    assert capsys.readouterr().err == "plantain: The prompt is empty. Describe what the picture should show.\n"


LANGUAGES = (
    "Fresh bread", "Pain frais à midi", "Brot für Gäste", "Pan recién hecho, señor", "Pão às três", "Perché no", "Eén brood",
    "Świeży żytni", "Čerstvý řež", "Chlieb ľan", "Őszi kenyér fű", "Pâine și țuică", "Ilık çay", "Bánh mì nóng giòn",
    "Färskt på ön", "Brød på øya", "Æbler", "Leipää yötä", "Brauð þú", "Õunad", "Maize ķīļi", "Duona ąžuolų", "Kruh đačić",
    "Bukë e freskët", "Mkate mpya", "Roti segar", "Col·lecció", "Arán úr", "Ħobż ġdid", "Φρέσκο ψωμί", "Свежий хлеб",
    "Хліб їжак", "Пресен хляб", "Хлеб ђак", "خبز طازج", "לחם טרי", "ताज़ी रोटी", "ขนมปังสด", "신선한 빵", "新鲜面包",
    "焼きたてのパン",
)  # fmt: skip
ASKED = ("Świeży żytni", "Bánh mì nóng giòn", "Ħobż ġdid", "新鲜面包", "焼きたてのパン", "Хліб їжак", "خبز طازج")


def test_text_in_forty_languages_at_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    width, height = 1000, 900
    picture = np.full((height, width, 3), 245.0)
    boxes: dict[str, Box] = {}
    for number, text in enumerate(LANGUAGES):
        try:
            x0, y0, x1, y1 = write(
                picture, text, "sans", 500, 26, 250 + 500 * (number % 2), 40 + 42 * (number // 2), (30, 30, 50)
            )
        except BadInput:
            continue  # no font of this computer's has its letters
        boxes[text] = (x0 / width, y0 / height, x1 / width, y1 / height)
    asked = [text for text in ASKED if text in boxes]
    pictures.write(tmp_path / "languages.png", bytes_of(picture))
    plan = Plan(
        canvas=Canvas(width=width, height=height, aspect="1:1", size="1k"),
        kind="flat",
        elements=tuple(Element(id=text, label="body", kind="text", text=text, box=boxes[text]) for text in asked),
        requirements=tuple(Requirement(id=text, kind="text", element=text, expected=text, threshold=1) for text in asked),
    )
    (tmp_path / "plan.json").write_text(to_json(plan), "utf-8")
    plantain("check", str(tmp_path / "languages.png"), "--plan", str(tmp_path / "plan.json"), "--json")
    found = verdicts(capsys)
    assert len(boxes) > 30
    assert {text for text in ASKED[:5] if found[text] != "passed"} == set()
    assert {found[text] for text in asked[5:]} <= {"passed", "unchecked"}


def test_a_scene_that_was_saved_is_known_thing_by_thing_until_somebody_changes_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    picture = pictures.read(export(tmp_path / "mugs.png", made("scene")))
    assert plantain("check", str(tmp_path / "mugs.png"), "--json") in {0, 1}
    known = verdicts(capsys)
    with Image.open(tmp_path / "mugs.png") as kept:
        about = PngInfo()
        about.add_itxt("plantain", kept.info["plantain"])
        changed = picture.pixels.copy()
        changed[:4, :4] = 0
        Image.fromarray(changed).save(tmp_path / "changed.png", pnginfo=about)
    assert plantain("check", str(tmp_path / "changed.png"), "--json") in {0, 1}
    asked = "count:mug", "presence:table", "position:mug"
    assert [known[one] for one in asked] == ["passed", "passed", "passed"]
    assert verdicts(capsys)["presence:table"] == "unchecked"


@pytest.mark.slow
def test_two_hundred_megapixels_are_checked_within_bounded_memory(tmp_path: Path) -> None:
    side = 14_142
    picture = Image.new("RGB", (side, side), (255, 246, 221))
    picture.paste(Image.fromarray(drawn()).resize((7200, 6000)), (3000, 4000))
    picture.save(tmp_path / "huge.jpg", quality=80)
    # Linux hands the peak of whoever starts a process on in ru_maxrss; VmHWM is the process's own.
    code = (
        "import sys; from pathlib import Path; from engine import cli; code = cli.main(sys.argv[1:])\n"
        "own = Path('/proc/self/status')\n"
        "try: import resource; peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "except ImportError: peak = 0\n"
        "peak = int(own.read_text().split('VmHWM:')[1].split()[0]) if own.exists() else peak\n"
        "print(peak, file=sys.stderr)\n"
        "raise SystemExit(code)"
    )
    words = ["check", str(tmp_path / "huge.jpg"), "--prompt", PROMPT, "--json"]
    done = subprocess.run([sys.executable, "-c", code, *words], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    unit = 1 if sys.platform == "darwin" else 1024
    assert int(done.stderr) * unit < 12 * side * side + 400_000_000
