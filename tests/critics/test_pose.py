"""What the network of the view reads, on renders and sketches whose camera is known."""

from __future__ import annotations

import numpy as np
import pytest

from engine.critics.onnx import card, shipped
from engine.critics.pose import SIDE, halved, lit, read
from tests.critics.test_registration import plan_of, sketched
from tests.fakes import Silent


def test_the_elevation_is_read_off_a_lit_sketch_and_its_mirror_image_leans_the_other_way() -> None:
    cameras = [(20.0, 5.0, 0.0), (20.0, 30.0, 6.0), (20.0, 55.0, -6.0)]
    looks = np.stack([halved(sketched(plan_of("A red cereal box on a white table", *camera))[0].look) for camera in cameras])
    windows = lit(looks, (0.5, 1.0, 0.6), 0.5, 0.5)
    asked = np.array([camera[1:] for camera in cameras])
    found = read(windows, looks, asked, shipped("view"), Silent())
    assert found.angles == pytest.approx(asked, abs=8)
    assert (found.spread > 0).all()
    mirrored = looks[:, :, ::-1].copy()
    mirrored[..., 3] = -mirrored[..., 3]
    other = read(windows[:, :, ::-1], mirrored, asked * (1, -1), shipped("view"), Silent())
    assert other.angles == pytest.approx(found.angles * (1, -1), abs=1.5)


def test_what_is_asked_for_does_not_lead_the_reading_all_the_way() -> None:
    """The picture is of 15°; beside a sketch from 40° it still reads lower than that."""
    (own, _), (high, _) = (sketched(plan_of("A red cereal box on a white table", 20, rise, 0)) for rise in (15, 40))
    window = lit(halved(own.look), (0.5, 1.0, 0.6), 0.5, 0.5)
    found = read(window[None], halved(high.look)[None], np.array([(40.0, 0.0)]), shipped("view"), Silent())
    assert found.angles[0, 0] < 28


def test_a_plain_window_is_read_with_a_wide_spread() -> None:
    plain = np.full((1, SIDE, SIDE, 3), 128, np.uint8)
    look = np.full((1, SIDE, SIDE, 6), 128, np.uint8)
    found = read(plain, look, np.zeros((1, 2)), shipped("view"), Silent())
    assert np.isfinite(found.angles).all()
    assert found.spread[0, 0] * card("view")["spread"][0] > 2.5
