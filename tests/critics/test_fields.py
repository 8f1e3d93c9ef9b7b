"""Roll, elevation and focal length fitted to fields that are known, and to those that a user's network tells."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from engine.critics.fields import fields, fitted, held
from engine.critics.view import ViewCritic
from engine.models import library
from engine.models.importing import import_model
from engine.renderers.studio import Studio
from engine.types import Array, Canvas, Plan, Raster, Render, Requirement
from tests.critics import networks
from tests.fakes import Silent


def exact(roll: float, elevation: float, focal: float, height: int = 96, width: int = 128) -> tuple[Array, Array]:
    """The fields of a camera (degrees, picture widths): up (2, h, w) and latitude (h, w)."""
    rows, columns = np.mgrid[:height, :width]
    x, y = (columns + 0.5) / width - 0.5, (rows + 0.5 - height / 2) / width
    told = fields(np.radians(roll), np.radians(elevation), np.log(focal), x.ravel(), y.ravel()).reshape(3, height, width)
    return told[:2], told[2]


@pytest.mark.parametrize(
    ("roll", "elevation", "focal"), [(0, 0, 1.2), (8, 20, 0.8), (-25, -35, 0.5), (100, 10, 1.0), (3, 80, 2.5)]
)
def test_a_camera_is_found_from_its_own_fields(roll: float, elevation: float, focal: float) -> None:
    up, latitude = exact(roll, elevation, focal)
    sure = np.ones(latitude.shape)
    found = fitted(up, latitude, sure, sure)
    assert [found.roll, found.elevation] == pytest.approx([roll, elevation], abs=0.1)
    assert found.focal == pytest.approx(focal, rel=0.02)
    assert found.residual < 0.01


def test_what_is_told_wrong_without_confidence_and_a_few_errors_do_no_harm() -> None:
    up, latitude = exact(5, 25, 1.0)
    rng = np.random.default_rng(0)
    sure = np.ones(latitude.shape)
    up[:, 48:], latitude[48:], sure[48:] = -up[:, 48:], 0.0, 0.01
    latitude += rng.normal(0, 0.02, latitude.shape)
    latitude[:10, :20] += 1.0
    found = fitted(up, latitude, sure, sure)
    assert [found.roll, found.elevation] == pytest.approx([5, 25], abs=1.5)


def test_a_network_of_the_user_judges_roll_and_elevation_of_any_picture(tmp_path: Path) -> None:
    picture = Render(renderer="diffusion", pixels=Raster(np.full((90, 128, 3), 90, np.uint8)))
    plan = Plan(canvas=Canvas(width=128, height=90, aspect="4:3", size="512"), kind="picture", elements=())

    def finding(azimuth: float, elevation: float, roll: float) -> tuple[str, str, object]:
        view = Requirement(id="view", kind="view", expected=(azimuth, elevation, roll), threshold=5.0)
        (one,) = ViewCritic(Studio().sketch).check(plan, [view], picture, Silent())
        return one.verdict, one.message, one.measured

    assert held(picture.pixels.array, Silent()) is None
    assert finding(0, 20, 8)[0] == "unchecked"
    import_model(library(), networks.perspective(tmp_path / "Fields", *exact(8, 20, 1.0, 64, 96)), lambda _: None)
    verdict, message, measured = finding(0, 20, 8)
    assert (verdict, message) == ("unchecked", "The roll reads 8° and the elevation 20°; the azimuth does not show.")
    assert isinstance(measured, tuple)
    assert [float(value) for value in measured] == pytest.approx([0, 20, 8], abs=0.2)
    assert finding(0, 0, 8)[:2] == ("failed", "The elevation is 20°; 0° were asked for.")
    assert finding(0, 20, -8)[:2] == ("failed", "The camera is rolled by 8°; -8° were asked for.")
