"""The brand's colours: kept to in flat artwork to the pixel, on lit things within their light, and named where they are not."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw

from engine.colour.names import RGB, hex_of
from engine.critics.brand import BrandCritic
from engine.types import Array, Canvas, Element, Finding, Light, Plan, PlanKind, Raster, Render, Requirement
from tests.critics.pictures import requirement
from tests.fakes import Silent

NAVY, SAND, CORAL, PURPLE = (18, 52, 59), (242, 232, 213), (226, 88, 62), (122, 92, 192)
KIT = tuple(hex_of(colour) for colour in (NAVY, SAND, CORAL))


def page(*discs: tuple[RGB, float], ground: RGB = SAND) -> Array:
    """Discs with soft edges, each of a colour and a radius, on a ground."""
    image = Image.new("RGB", (1200, 400), ground)
    for at, (colour, radius) in enumerate(discs):
        x = 200 + 400 * at
        ImageDraw.Draw(image).ellipse((x - radius, 200 - radius, x + radius, 200 + radius), fill=colour)
    return np.asarray(image.resize((600, 200), Image.Resampling.LANCZOS))


def judged(
    picture: Array,
    element: Element,
    mask: Array | None,
    kind: PlanKind = "flat",
    light: Light = "studio",
    more: tuple[Requirement, ...] = (),
    others: tuple[Element, ...] = (),
) -> Finding:
    asked = requirement("brand", "", KIT, "palette")
    plan = Plan(
        canvas=Canvas.of("1:1", "512"), kind=kind, elements=(element, *others), requirements=(asked, *more), light=light
    )
    masks = {} if mask is None else {element.id: Raster(mask.astype(np.uint8))}
    return BrandCritic().check(plan, [asked], Render(renderer="studio", pixels=Raster(picture), masks=masks), Silent())[0]


GROUND = Element(id="background", label="background", kind="background", colors=(KIT[1],))
BALL = Element(id="ball", label="ball", kind="sphere", colors=(KIT[2],))


@pytest.mark.parametrize("masked", [True, False])
def test_artwork_in_the_colours_passes_with_its_soft_edges(masked: bool) -> None:
    picture = page((NAVY, 150), (CORAL, 90))
    found = judged(picture, GROUND, np.ones(picture.shape[:2]) if masked else None)
    assert (found.verdict, found.box) == ("passed", None)
    assert float(str(found.measured)) > 0.995


@pytest.mark.parametrize("masked", [True, False])
def test_an_area_off_the_palette_is_found_where_it_is(masked: bool) -> None:
    picture = page((NAVY, 150), (PURPLE, 120), (CORAL, 40))
    found = judged(picture, GROUND, np.ones(picture.shape[:2]) if masked else None)
    assert found.verdict == "failed"
    assert "#7A5CC0" in found.message
    assert found.box is not None
    assert found.box == pytest.approx((0.4, 0.2, 0.6, 0.8), abs=0.03)


def test_a_ground_that_is_nearly_right_fails(tmp_path: Path) -> None:
    found = judged(page((NAVY, 150), ground=(255, 255, 255)), GROUND, np.ones((200, 600)))
    assert found.verdict == "failed"
    assert judged(page((NAVY, 150), ground=(243, 232, 212)), GROUND, np.ones((200, 600))).verdict == "passed"


def test_a_logo_may_wear_what_the_kit_does_not_name(tmp_path: Path) -> None:
    Image.fromarray(page((PURPLE, 150), ground=SAND)[:, :200]).save(tmp_path / "logo.png")
    mark = Element(id="logo", label="logo", kind="logo")
    claim = requirement("brand", "logo", str(tmp_path / "logo.png"), "logo")
    assert judged(page((PURPLE, 150)), GROUND, None, more=(claim,), others=(mark,)).verdict == "passed"


def test_photographs_in_a_design_are_not_judged_where_nobody_knows_where_they_are() -> None:
    photograph = Element(id="picture", label="picture", kind="image")
    assert judged(page((PURPLE, 150)), GROUND, None, others=(photograph,)).verdict == "unchecked"


def ball(paint: RGB, light: tuple[float, float, float] = (1.0, 1.0, 1.0)) -> tuple[Array, Array]:
    """A ball lit from the upper left with a highlight, and its mask."""
    y, x = (way / 100 - 1.5 for way in np.mgrid[0:300, 0:300])
    mask = x * x + y * y < 1
    z = np.sqrt(np.clip(1 - x * x - y * y, 0, 1))
    shade = np.clip(-0.5 * x - 0.5 * y + 0.7 * z, 0.08, 1)[..., None]
    sheen = 0.3 * np.clip(-0.4 * x - 0.4 * y + 0.82 * z, 0, 1)[..., None] ** 40
    linear = (np.array(paint) / 255) ** 2.2 * shade * light + sheen
    lit = np.where(mask[..., None], linear, 0.4) ** (1 / 2.2)
    return np.round(255 * np.clip(lit, 0, 1)).astype(np.uint8), mask


def test_light_and_shade_on_a_thing_are_not_held_against_it() -> None:
    for paint in (NAVY, SAND, CORAL):
        assert judged(*_as(ball(paint)), "scene").verdict == "passed"
    for paint in (PURPLE, (40, 140, 80), (150, 150, 150)):
        found = judged(*_as(ball(paint)), "scene")
        assert (found.verdict, found.box is not None) == ("failed", True)


def test_light_with_a_colour_of_its_own_is_allowed_more() -> None:
    warm = ball(SAND, (1.0, 0.76, 0.48))
    assert judged(*_as(warm), "scene", "golden hour").verdict == "passed"
    assert judged(*_as(warm), "scene").verdict == "failed"


def _as(shown: tuple[Array, Array]) -> tuple[Array, Element, Array]:
    return shown[0], BALL, shown[1]


def test_a_scene_without_masks_is_not_judged() -> None:
    assert judged(ball(CORAL)[0], BALL, None, "scene").verdict == "unchecked"
