"""The built-in reader's networks are RapidOCR's, verified, and read here as RapidOCR itself reads with them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import cv2
import numpy as np
import pytest

from engine.critics import onnx as door
from engine.critics.text import ppocr
from engine.critics.text.folding import squeezed
from engine.critics.text.reading import BuiltIn
from engine.errors import EngineFailure
from engine.types import Array
from engine.typography.fonts import face
from engine.typography.setting import set_line
from tests.fakes import Silent

TEXTS = ("Golden Hour", "Batch No. 24", "Müller & Co", "a line so long that it is wider than the recogniser's least")


def page() -> Array:
    """The texts below one another, dark on light, one of them turned by a few degrees."""
    picture = np.full((480, 960, 3), 235, np.uint8)
    for at, text in enumerate(TEXTS):
        mask = set_line(text, face(text, weight=600), 34).mask
        rows = picture[40 + 100 * at :, 30:][: mask.shape[0], : mask.shape[1]]
        rows[mask[: rows.shape[0], : rows.shape[1]] > 127] = 40
    turn = cv2.getRotationMatrix2D((480, 60), 4, 1.0)
    picture[:100] = cv2.warpAffine(picture, turn, (960, 480), borderValue=(235, 235, 235))[:100]
    return picture


@pytest.mark.slow
def test_what_is_found_and_read_is_what_rapidocr_finds_and_reads() -> None:
    from rapidocr import RapidOCR

    other = RapidOCR(
        params={
            "Global.log_level": "critical", "Global.use_cls": False, "Global.max_side_len": ppocr.LONGEST,
            "Rec.rec_batch_num": 1, "Det.limit_side_len": 32,
        }
    )  # fmt: skip
    picture, context = page(), Silent()
    for seen in (picture, picture[140:180], picture[:, :200]):
        blue_first = np.ascontiguousarray(seen[..., ::-1])
        mine, its = ppocr.detect(seen, context), other(blue_first, use_det=True, use_cls=False, use_rec=False).boxes
        np.testing.assert_allclose(mine, its, atol=0.01)
    lines = [picture[int(q[:, 1].min()) : int(q[:, 1].max()) + 1, int(q[:, 0].min()) : int(q[:, 0].max()) + 1] for q in its]
    crops = [picture[30 + 100 * at : 90 + 100 * at, 20:] for at in range(1, len(TEXTS))] + lines
    read = ppocr.recognise(crops, context)
    assert [squeezed(text) for text, _ in read[: len(TEXTS) - 1]] == [squeezed(text) for text in TEXTS[1:]]
    for crop, (text, score) in zip(crops, read, strict=True):
        width = round(crop.shape[1] * ppocr.HEIGHT / crop.shape[0])
        way = cv2.INTER_AREA if crop.shape[0] > ppocr.HEIGHT else cv2.INTER_CUBIC
        level = np.ascontiguousarray(cv2.resize(crop, (width, ppocr.HEIGHT), interpolation=way)[..., ::-1])
        its = other.recognize_txt([level])
        assert text == its.txts[0]
        assert score == pytest.approx(its.scores[0], abs=1e-4)
    assert set(context.taken) == {f"network:{ppocr.DETECTOR}", f"network:{ppocr.RECOGNISER}"}


def test_lines_of_one_width_go_through_together_and_no_more_than_the_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    stacks: list[tuple[int, ...]] = []
    run = door.Network.run

    def seen(self: door.Network, context: Silent, inputs: dict[str, Array]) -> list[Array]:
        stacks.append(inputs["x"].shape)
        return run(self, context, inputs)

    monkeypatch.setattr(door.Network, "run", seen)
    monkeypatch.setattr(ppocr, "BATCH", 800)
    short, wide = (np.full((48, width, 3), 200, np.uint8) for width in (90, 400))
    assert len(ppocr.recognise([short, wide, short, wide, wide], Silent())) == 5
    assert stacks == [(2, 3, 48, 320), (2, 3, 48, 400), (1, 3, 48, 400)]


def test_another_network_than_the_measured_one_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    models = tmp_path / "rapidocr" / "models"
    models.mkdir(parents=True)
    (models / f"{ppocr.DETECTOR}.onnx").write_bytes(b"another")
    spec = SimpleNamespace(origin=str(models.parent / "__init__.py"))
    monkeypatch.setattr(ppocr, "find_spec", lambda _: spec)
    ppocr.network.cache_clear()
    with pytest.raises(EngineFailure, match=f"{ppocr.DETECTOR}.onnx is not the one its card names"):
        BuiltIn().detect(page())
    monkeypatch.setattr(ppocr, "find_spec", lambda _: None)
    with pytest.raises(EngineFailure, match=f"{ppocr.DETECTOR}.onnx cannot be read"):
        BuiltIn().detect(page())


@pytest.mark.slow
def test_reading_does_not_load_the_package_whose_networks_it_runs() -> None:
    code = "import sys; from engine.critics.text import ppocr; ppocr.warm(); print('rapidocr' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout == "False\n"
