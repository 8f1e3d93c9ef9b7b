"""The repair bench: a damaged poster goes through the real loop, and the judge says what became of it."""

from pathlib import Path

import numpy as np
import pytest

from engine import pictures
from engine.bench import colours, repairs, written
from engine.bench.judge import Judge
from engine.bench.repairs import lettered
from engine.bench.subjects import Subject
from engine.errors import BadInput
from engine.types import Array, Brief
from engine.typography.fonts import Style, face
from engine.typography.setting import set_line


@pytest.fixture(scope="module")
def card() -> Subject:
    return Subject("card", Brief(prompt='a poster that says "OPEN LATE" in navy on cream', size="512", renderer="studio"))


def test_a_misspelt_word_is_repaired_and_all_else_is_as_it_was(card: Subject, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(written, "flat", lambda: (card,))
    monkeypatch.setattr(written, "staged", tuple)
    fault = next(one for one in written.written() if one.name.startswith("misspelt"))
    case, after = repairs.repaired(fault, card, Judge())
    assert case["noticed"]
    assert case["judge_before"] is False
    assert case["repaired"]
    assert case["broken"] == 0
    assert case["touched"] < 0.05
    assert after.shape == card.render.pixels.array.shape


def test_a_wrong_colour_is_repaired(card: Subject, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for module in (colours, repairs):
        monkeypatch.setattr(module, "flat", lambda: (card,))
        monkeypatch.setattr(module, "staged", tuple)
    monkeypatch.setattr(repairs, "EACH", 1)
    monkeypatch.setattr(colours, "DIFFERENCES", (20,))
    result = repairs.run(only=["colour"], keep=str(tmp_path))
    assert result["kinds"]["colour"]["repaired"] == 1
    assert "colour" in repairs.table(result)
    (pair, *_) = sorted(tmp_path.glob("*.png"))
    assert pictures.read(str(pair)).pixels.shape[1] == 2 * card.render.width


def test_a_kind_that_has_no_faults_is_refused() -> None:
    with pytest.raises(BadInput, match="no faults to repair"):
        repairs.run(only=["view"])


def test_letters_in_the_right_font_count_wherever_they_stand() -> None:
    """The same line a little lower and smaller is nearer to itself than to the line in another font."""
    mask = np.zeros((200, 400), np.uint8)
    mask[70:130, 50:350] = 1

    def written(style: Style, size: float, top: int) -> Array:
        line = set_line("Harbour", face("Harbour", style=style, weight=600), size).mask
        cover = np.zeros(mask.shape)
        cover[top : top + line.shape[0], 60 : 60 + line.shape[1]] = line / 255
        return 240 - 200 * cover[..., None].repeat(3, axis=2)

    kit, moved, other = (
        lettered(picture, mask) for picture in (written("serif", 60, 75), written("serif", 56, 82), written("grotesk", 60, 75))
    )
    assert np.abs(kit - moved).mean() < 0.3 * np.abs(kit - other).mean()
