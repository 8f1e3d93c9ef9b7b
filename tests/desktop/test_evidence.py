"""The evidence for a finding: the picture that was judged, the figure on its scale, and how often such a verdict is right."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from typing import get_args

import numpy as np
import pytest
from PySide6.QtGui import QColor

from desktop import reliability
from desktop.app import application, dressed
from desktop.bench import wait
from desktop.panels.evidence import Evidence, cut
from desktop.panels.scale import demanded, measured
from desktop.rounds import Check
from desktop.scales import scale
from desktop.settings import Settings
from desktop.style.look import Look
from desktop.style.tokens import THEMES, ThemeName
from engine.types import Array, Box, Raster, RequirementKind
from tests.desktop.test_scales import CASES, check
from tests.desktop.windows import spoken

PIXELS = np.full((300, 400, 3), 200, np.uint8)


@pytest.fixture(params=["dark", "light"])
def evidence(request: pytest.FixtureRequest) -> Iterator[tuple[Evidence, Look]]:
    theme: ThemeName = request.param
    look = dressed(application([]), Settings(theme=theme))
    made = Evidence(look)
    made.resize(300, 500)
    yield made, look
    made.close()
    made.deleteLater()
    wait(0)


def shown(evidence: Evidence, given: Check, pixels: Array = PIXELS) -> None:
    evidence.show_check(given, None, Raster(pixels), can_fix=True)
    evidence.show()
    wait(20)


def boxed(given: Check, box: Box | None) -> Check:
    assert given.finding is not None
    return given.replace(finding=given.finding.replace(box=box))


def test_the_scale_is_solid_where_it_holds_and_hatched_where_it_fails(evidence: tuple[Evidence, Look]) -> None:
    panel, look = evidence
    shown(panel, check("artifact", None, 0.9, 0.5, "passed"))
    bar = panel.scale.grab().toImage()
    row = [bar.pixelColor(x, bar.height() // 2) for x in range(bar.width())]
    passed, failed = QColor(THEMES[look.theme.name].passed), QColor(THEMES[look.theme.name].failed)
    middle, edge = bar.width() // 2, look.px(10)
    assert set(map(QColor.name, row[middle + 4 : int(0.8 * len(row))])) == {passed.name()}
    hatched = row[edge : middle - 4]
    assert passed.name() not in set(map(QColor.name, hatched))
    assert 2 < sum(colour.name() == failed.name() for colour in hatched) < len(hatched) / 2


def test_the_frame_lies_where_the_critic_looked(evidence: tuple[Evidence, Look]) -> None:
    panel, _ = evidence
    shown(panel, boxed(CASES["a broken letter"][0], (0.25, 0.25, 0.5, 0.75)))
    crop = panel.crop.pixmap().toImage()
    ground = QColor(200, 200, 200)
    x, y = (crop.width() // 2, crop.height() // 2)
    across = [n for n in range(crop.width()) if crop.pixelColor(n, y) != ground]
    down = [n for n in range(crop.height()) if crop.pixelColor(x, n) != ground]
    for found, side in ((across, crop.width()), (down, crop.height())):
        assert 0.05 * side < found[0] < 0.2 * side
        assert 0.8 * side < found[-1] < 0.95 * side
    shown(panel, boxed(CASES["clean"][0], None))
    crop = panel.crop.pixmap().toImage()
    assert {crop.pixelColor(n, n % crop.height()).name() for n in range(crop.width())} == {ground.name()}
    assert panel.crop.accessibleName() == "The picture that was judged"


@pytest.mark.parametrize("box", [(0.0, 0.0, 1.0, 1.0), (0.9, 0.0, 1.0, 0.02), (0.4, 0.4, 0.401, 0.401)])
def test_the_place_is_cut_out_with_its_surroundings(box: Box) -> None:
    pixels = np.zeros((3000, 4000, 3), np.uint8)
    pixels[..., 0] = np.arange(4000) * 255 // 4000
    pixels[..., 1] = (np.arange(3000) * 255 // 3000)[:, None]
    patch, (x0, y0, x1, y1) = cut(pixels, box)
    height, width = patch.shape[:2]
    assert max(height, width) < 1200
    inside = patch[int(y0 * height) : max(int(y1 * height), 1), int(x0 * width) : max(int(x1 * width), 1)]
    for axis, low, high in ((0, box[0], box[2]), (1, box[1], box[3])):
        assert inside[..., axis].min() == pytest.approx(255 * low, abs=3)
        assert inside[..., axis].max() == pytest.approx(255 * high, abs=3)


@pytest.mark.parametrize("name", CASES)
def test_what_is_drawn_is_also_said(evidence: tuple[Evidence, Look], name: str) -> None:
    panel, _ = evidence
    given, _ = CASES[name]
    shown(panel, given)
    found = scale(given)
    assert found is not None
    told = panel.scale.accessibleName()
    for words in (measured(found), demanded(found), given.standing):
        assert words in told
    assert panel.figure.isVisible() == (found.entry != "")


def test_a_figure_that_just_misses_is_told_from_its_limit() -> None:
    near = scale(check("framing", None, 0.3496, 0.35, "failed"))
    assert near is not None
    assert (measured(near), demanded(near)) == ("35.0 %", "at least 35 %")
    with spoken("de"):
        assert measured(near.replace(figure=0.348)) == "34,8 %"


def test_how_often_such_a_verdict_is_right(evidence: tuple[Evidence, Look], monkeypatch: pytest.MonkeyPatch) -> None:
    panel, _ = evidence
    monkeypatch.setattr(reliability, "table", lambda: {"artifact": {"passed": {"right": 0.974, "n": 310}}})
    shown(panel, CASES["clean"][0])
    assert panel.right.text() == "Such a verdict was right in 97 % of 310 cases of the bench."
    shown(panel, CASES["a named colour"][0])
    assert panel.right.text() == "How often such a verdict is right has not been measured yet."
    shown(panel, check("style", "gothic", None, 0.4, "unchecked"))
    assert not panel.right.isVisible()


def test_the_shipped_figures_are_shares_of_known_kinds() -> None:
    if not files("resources").joinpath("critics", "reliability.toml").is_file():
        assert reliability.table() == {}
    for kind, verdicts in reliability.table().items():
        assert kind in get_args(RequirementKind)
        for verdict, entry in verdicts.items():
            assert verdict in {"passed", "failed"}
            assert 0 <= entry["right"] <= 1
            assert entry["n"] >= 1


def test_what_was_carried_over_says_so(evidence: tuple[Evidence, Look]) -> None:
    panel, _ = evidence
    shown(panel, CASES["clean"][0])
    assert "before the last change" not in panel.sure.text()
    shown(panel, CASES["clean"][0].replace(carried=True))
    assert "before the last change" in panel.sure.text()


def test_a_measured_colour_stands_beside_its_target(evidence: tuple[Evidence, Look]) -> None:
    panel, _ = evidence
    shown(panel, check("colour", "#FF6F61", 4.1, 3.0, "failed", "The box is #E86A5E, 4.1 from #FF6F61 (CIEDE2000)."))
    assert panel.target.accessibleName() == "#FF6F61"
    assert panel.measured_name.text() == panel.measured.accessibleName() == "#E86A5E"
    shown(panel, check("colour", "red", 0.9, 0.55, "passed", "The box is red: 90% of it."))
    assert not panel.measured.isVisible()


def test_evidence_scrolls_where_the_panel_is_low(evidence: tuple[Evidence, Look]) -> None:
    panel, _ = evidence
    panel.resize(300, 260)
    shown(panel, CASES["a misspelt word"][0])
    panel.resize(300, 260)
    wait(20)
    bar = panel.seen.verticalScrollBar()
    assert bar.maximum() > 0
    assert panel.fix.isVisible()
    assert panel.fix.geometry().bottom() < panel.height()
    panel.resize(300, 700)
    wait(20)
    assert bar.maximum() == 0
