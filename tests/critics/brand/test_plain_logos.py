"""Logos without letters on pages without masks: found by their outlines, and told from what they must not be."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from engine import logo
from engine.critics.brand import BrandCritic
from engine.critics.brand.faults import plain, simple
from engine.critics.brand.resemblance import framed
from engine.types import Array, Canvas, Element, Finding, Plan, PlanKind, Raster, Render
from engine.typography.fonts import face
from tests.critics.pictures import requirement
from tests.fakes import Silent

GROUND = (244, 239, 230)
RED, NAVY, GREEN = (208, 32, 48, 255), (24, 40, 88, 255), (20, 120, 70, 255)


def star(draw: ImageDraw.ImageDraw) -> None:
    rays = [(580 if k % 2 == 0 else 232, np.pi * k / 5) for k in range(10)]
    draw.polygon([(600 + r * np.sin(a), 600 - r * np.cos(a)) for r, a in rays], fill=RED)


def bars(draw: ImageDraw.ImageDraw) -> None:
    for top, length in ((100, 1120), (450, 720), (800, 920)):
        draw.rectangle((40, top, 40 + length, top + 200), fill=NAVY)


def tick(draw: ImageDraw.ImageDraw) -> None:
    draw.line([(140, 620), (480, 960), (1060, 260)], fill=GREEN, width=210, joint="curve")


def pair(draw: ImageDraw.ImageDraw) -> None:
    draw.ellipse((20, 300, 560, 840), fill=RED)
    draw.polygon([(620, 840), (890, 300), (1160, 840)], fill=NAVY)


def ring(draw: ImageDraw.ImageDraw) -> None:
    draw.ellipse((40, 40, 1160, 1160), outline=NAVY, width=220)


def square(draw: ImageDraw.ImageDraw) -> None:
    draw.rectangle((100, 100, 1100, 1100), fill=RED)


def disc(draw: ImageDraw.ImageDraw) -> None:
    draw.ellipse((40, 40, 1160, 1160), fill=RED)


Shape = Callable[[ImageDraw.ImageDraw], None]


@pytest.fixture
def saved(tmp_path: Path) -> Callable[[Shape], str]:
    def save(shape: Shape) -> str:
        image = Image.new("RGBA", (1200, 1200), (0, 0, 0, 0))
        shape(ImageDraw.Draw(image))
        path = tmp_path / f"{shape.__name__}.png"
        image.resize((300, 300), Image.Resampling.LANCZOS).save(path)
        return str(path)

    return save


def drawn(file: str, height: int = 80) -> Array:
    one = logo.read(file).fitted(10_000, height)
    return np.round(one.over(np.full((*one.cover.shape, 3), GROUND, np.float32))).astype(np.uint8)


def judged(area: Array, file: str, kind: PlanKind = "flat") -> Finding:
    """The critic's finding on a small page with other print and the area on it, and no masks."""
    page = Image.new("RGB", (420, 320), GROUND)
    font = ImageFont.truetype(str(face("a", style="sans").path), 40)
    ImageDraw.Draw(page).multiline_text((20, 20), "FRESH BREAD\nand coffee", font=font, fill=(30, 40, 60))
    page.paste(Image.fromarray(area), (230, 150))
    plan = Plan(canvas=Canvas.of("1:1", "512"), kind=kind, elements=(Element(id="logo", label="logo", kind="logo"),))
    render = Render(renderer="file", pixels=Raster(np.asarray(page)))
    return BrandCritic().check(plan, [requirement("brand", "logo", file, "logo")], render, Silent())[0]


@pytest.mark.parametrize("shape", [star, bars, tick, pair, ring])
def test_a_plain_logo_passes_where_it_is(saved: Callable[[Shape], str], shape: Shape) -> None:
    file = saved(shape)
    area = drawn(file)
    found = judged(area, file)
    assert found.verdict == "passed", found.message
    assert found.box == pytest.approx((230 / 420, 150 / 320, (230 + area.shape[1]) / 420, 230 / 320), abs=0.03)


def recoloured(area: Array) -> Array:
    return area[..., [2, 0, 1]]


def mirrored(area: Array) -> Array:
    return area[:, ::-1]


def squeezed(area: Array) -> Array:
    return np.asarray(Image.fromarray(area).resize((round(0.8 * area.shape[1]), area.shape[0]), Image.Resampling.LANCZOS))


def cut_off(area: Array) -> Array:
    return np.where(np.arange(area.shape[1])[None, :, None] < 0.66 * area.shape[1], area, np.array(GROUND, np.uint8))


@pytest.mark.parametrize(
    ("shape", "damage", "message"),
    [
        (star, recoloured, "The logo's colours are not those of its file."),
        (star, squeezed, "The logo is stretched."),
        (tick, mirrored, "The logo is mirrored."),
        (star, cut_off, "The logo is not like its file, or not all of it is there."),
        pytest.param(pair, recoloured, "The logo's colours are not those of its file.", marks=pytest.mark.slow),
        pytest.param(tick, squeezed, "The logo is stretched.", marks=pytest.mark.slow),
        pytest.param(bars, mirrored, "The logo is mirrored.", marks=pytest.mark.slow),
        pytest.param(tick, cut_off, "The logo is not like its file, or not all of it is there.", marks=pytest.mark.slow),
    ],
)
def test_a_plain_logo_that_is_damaged_fails_and_says_how(
    saved: Callable[[Shape], str], shape: Shape, damage: Callable[[Array], Array], message: str
) -> None:
    file = saved(shape)
    found = judged(damage(drawn(file)), file)
    assert (found.verdict, found.message) == ("failed", message)


@pytest.mark.parametrize(
    ("asked", "shown"), [(star, pair), (tick, star), (bars, tick), (ring, disc), (square, square), (disc, disc)]
)
def test_another_logo_and_a_mere_shape_are_neither_passed_nor_accused(
    saved: Callable[[Shape], str], asked: Shape, shown: Shape
) -> None:
    found = judged(drawn(saved(shown)), saved(asked))
    assert found.verdict == "unchecked"
    assert found.message == "Where the logo stands is not known: it is too small or too plain to be found."


def test_a_ring_in_other_colours_may_be_another_thing(saved: Callable[[Shape], str]) -> None:
    file = saved(ring)
    assert judged(recoloured(drawn(file)), file).verdict == "unchecked"


def test_of_a_logo_seen_from_the_side_it_is_not_said_whether_it_is_stretched(saved: Callable[[Shape], str]) -> None:
    file = saved(star)
    found = judged(squeezed(drawn(file)), file, "scene")
    assert (found.verdict, found.message) == (
        "unchecked",
        "The logo is seen from the side: whether it is stretched does not show.",
    )


def test_what_many_things_look_like_is_known(saved: Callable[[Shape], str], tmp_path: Path) -> None:
    told = {shape: framed(logo.read(saved(shape))) for shape in (star, pair, ring, square, disc)}
    assert {shape for shape, one in told.items() if simple(one)} == {ring, square, disc}
    assert {shape for shape, one in told.items() if plain(one)} == {square, disc}
    faint = tmp_path / "faint.png"
    Image.new("RGBA", (60, 60), (200, 40, 40, 120)).save(faint)
    assert not simple(framed(logo.read(str(faint))))


def test_a_logo_is_read_anew_only_where_its_file_has_changed(saved: Callable[[Shape], str]) -> None:
    file = saved(star)
    first = logo.read(file)
    assert logo.read(file) is first
    Path(file).write_bytes(Path(saved(tick)).read_bytes())
    assert logo.read(file) is not first
