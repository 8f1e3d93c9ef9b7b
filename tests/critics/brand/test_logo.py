"""The logo: clean ones pass, damaged ones fail, on flat grounds; what cannot be judged is unchecked."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw

from engine import logo
from engine.critics.brand import BrandCritic
from engine.types import Array, Camera, Canvas, Element, Finding, Plan, PlanKind, Raster, Render
from tests.critics.pictures import requirement
from tests.fakes import Silent

GROUND = (244, 239, 230)


def mark(path: Path, main: tuple[int, int, int] = (226, 88, 34), *, rings: bool = False) -> str:
    """A logo with transparent margins: a disc or rings, a triangle, three bars of different lengths."""
    image = Image.new("RGBA", (640, 300), (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)
    draw.ellipse((40, 40, 260, 260), fill=None if rings else (*main, 255), outline=(*main, 255), width=30)
    draw.polygon([(150, 80), (220, 220), (80, 220)], fill=(30, 40, 60, 255))
    for n, length in enumerate((300, 180, 240)):
        draw.rectangle((300, 60 + 70 * n, 300 + length, 100 + 70 * n), fill=(30, 40, 60, 255))
    image.save(path)
    return str(path)


def drawn(file: str, height: int = 60, stretch: float = 1.0) -> Array:
    one = logo.read(file).fitted(10_000, height)
    picture = Image.fromarray(np.round(one.over(np.full((*one.cover.shape, 3), GROUND, np.float32))).astype(np.uint8))
    return np.asarray(picture.resize((round(picture.width * stretch), picture.height)))


def turned(area: Array, degrees: float) -> Array:
    """As a face that is turned away from the camera shows it, from far away."""
    return np.asarray(Image.fromarray(area).resize((round(area.shape[1] * np.cos(np.radians(degrees))), area.shape[0])))


def paled(area: Array, share: float) -> Array:
    return np.round(area * (1 - share) + np.array(GROUND) * share).astype(np.uint8)


def judged(area: Array, file: str, kind: PlanKind = "flat", azimuth: float = 0.0) -> Finding:
    """The critic's finding on a page that holds the area, which is the logo's by the mask."""
    page = np.full((200, 420, 3), GROUND, np.uint8)
    mask = np.zeros(page.shape[:2], np.uint8)
    page[30 : 30 + area.shape[0], 40 : 40 + area.shape[1]] = area
    mask[30 : 30 + area.shape[0], 40 : 40 + area.shape[1]] = 1
    asked = requirement("brand", "logo", file, "logo")
    plan = Plan(
        canvas=Canvas.of("1:1", "512"),
        kind=kind,
        elements=(Element(id="logo", label="logo", kind="logo"),),
        camera=Camera(azimuth=azimuth),
    )
    render = Render(renderer="studio", pixels=Raster(page), masks={"logo": Raster(mask)})
    return BrandCritic().check(plan, [asked], render, Silent())[0]


@pytest.mark.parametrize("height", [24, 60, 130])
def test_the_logo_as_it_is_passes(tmp_path: Path, height: int) -> None:
    file = mark(tmp_path / "logo.png")
    area = drawn(file, height)
    rough = np.clip(area + np.random.default_rng(1).normal(0, 5, area.shape), 0, 255).astype(np.uint8)
    for seen in (area, rough):
        assert judged(seen, file).verdict == "passed"
        assert judged(seen, file, "scene").verdict == "passed"


DAMAGES: dict[str, Callable[[Array], Array]] = {
    "mirrored": lambda area: area[:, ::-1],
    "upside down": lambda area: area[::-1, ::-1],
    "cut off": lambda area: np.where(np.arange(area.shape[1])[None, :, None] < 0.3 * area.shape[1], np.uint8(240), area),
    "recoloured": lambda area: area[..., [2, 0, 1]],
    "not there": lambda area: np.full_like(area, 240),
}


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("kind", ["flat", "scene"])
def test_a_damaged_logo_fails(tmp_path: Path, damage: str, kind: PlanKind) -> None:
    file = mark(tmp_path / "logo.png")
    found = judged(DAMAGES[damage](drawn(file)), file, kind)
    assert found.verdict == "failed"
    assert found.box is not None


def test_a_stretched_logo_and_another_one_fail(tmp_path: Path) -> None:
    file = mark(tmp_path / "logo.png")
    stretched = judged(drawn(file, stretch=1.2), file)
    assert stretched.verdict == "failed"
    assert "stretched" in stretched.message
    other = mark(tmp_path / "other.png", (20, 120, 90), rings=True)
    assert judged(drawn(other), file).verdict == "failed"


@pytest.mark.parametrize(("kind", "stretch"), [("flat", 1.1), ("flat", 0.9), ("scene", 1.3), ("scene", 0.75)])
def test_the_least_stretch_that_is_found(tmp_path: Path, kind: PlanKind, stretch: float) -> None:
    file = mark(tmp_path / "logo.png")
    for height in (32, 60, 110):
        found = judged(drawn(file, height, stretch=stretch), file, kind)
        assert (found.verdict, found.message) == ("failed", "The logo is stretched.")


def test_a_logo_on_a_thing_is_as_narrow_as_the_camera_makes_it(tmp_path: Path) -> None:
    file = mark(tmp_path / "logo.png")
    for azimuth in (-40, 0, 25, 40):
        seen = turned(drawn(file), azimuth)
        assert judged(seen, file, "scene", azimuth).verdict == "passed"
        assert judged(turned(drawn(file, stretch=1.4), azimuth), file, "scene", azimuth).verdict == "failed"
    assert judged(turned(drawn(file), 40), file, "scene", 0).verdict == "failed"
    assert judged(turned(drawn(file), 70), file, "scene", 70).verdict == "passed", "too oblique to tell"


@pytest.mark.parametrize("kind", ["flat", "scene"])
def test_a_pale_logo_fails_and_one_in_weaker_light_does_not(tmp_path: Path, kind: PlanKind) -> None:
    file = mark(tmp_path / "logo.png")
    for share in (0.3, 0.6):
        found = judged(paled(drawn(file), share), file, kind)
        assert (found.verdict, found.message) == ("failed", "The logo's colours are not those of its file.")
    if kind == "scene":
        assert judged(np.round(drawn(file) * 0.8).astype(np.uint8), file, kind).verdict == "passed"


def test_what_cannot_be_judged_is_unchecked(tmp_path: Path) -> None:
    file = mark(tmp_path / "logo.png")
    assert judged(drawn(file, 8), file).verdict == "unchecked"
    assert judged(drawn(file), str(tmp_path / "gone.png")).verdict == "unchecked"


@pytest.mark.parametrize("kind", ["flat", "scene"])
@pytest.mark.parametrize("height", [40, 110])
def test_a_logo_that_is_nearly_its_own_mirror_image_fails_mirrored(tmp_path: Path, kind: PlanKind, height: int) -> None:
    file = str(tmp_path / "even.png")
    image = Image.new("RGBA", (420, 420), (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)
    draw.ellipse((20, 20, 400, 400), outline=(226, 88, 34, 255), width=36)
    draw.polygon([(210, 90), (310, 300), (110, 300)], fill=(30, 40, 60, 255))
    draw.rectangle((225, 250, 262, 330), fill=(226, 88, 34, 255))
    image.save(file)
    area = drawn(file, height)
    noise = np.random.default_rng(2).normal(0, 4, area.shape)
    for seen, verdict in (
        (area, "passed"),
        (area + noise, "passed"),
        (area[:, ::-1], "failed"),
        (area[:, ::-1] + noise, "failed"),
    ):
        assert judged(np.clip(seen, 0, 255).astype(np.uint8), file, kind).verdict == verdict
