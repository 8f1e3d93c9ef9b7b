"""The logo: clean ones pass, damaged ones fail, on flat grounds; what cannot be judged is unchecked."""

from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from engine import logo
from engine.critics.brand import BrandCritic
from engine.planners.grammar import Grammar
from engine.renderers.studio import Studio
from engine.staging import stage
from engine.types import Array, Brand, Brief, Canvas, Element, Finding, Plan, PlanKind, Raster, Render
from engine.typography.fonts import face
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


def paled(area: Array, share: float) -> Array:
    return np.round(area * (1 - share) + np.array(GROUND) * share).astype(np.uint8)


def judged(area: Array, file: str, kind: PlanKind = "flat") -> Finding:
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


@pytest.mark.parametrize("stretch", [1.1, 0.9])
def test_the_least_stretch_that_is_found(tmp_path: Path, stretch: float) -> None:
    file = mark(tmp_path / "logo.png")
    for height in (32, 60, 110):
        found = judged(drawn(file, height, stretch=stretch), file)
        assert (found.verdict, found.message) == ("failed", "The logo is stretched.")


def on_a_box(file: str, azimuth: float, stretch: float = 1.0, *, masked: bool = True) -> Finding:
    """The critic's finding on a staged box with the logo on its face, laid there by the staged camera, so much wider."""
    brief = Brief(prompt="A blue box with the logo", brand=Brand(name="Kiln", logo=file), size="1k")
    plan = Grammar().plan(brief)
    plan = plan.replace(camera=plan.camera.replace(azimuth=azimuth))
    set_up = stage(plan)
    sheet = next(sheet for sheet in set_up.sheets if sheet.lines)
    (s0, t0, s1, t1), (wide, tall) = sheet.lines[0].rect, sheet.patch.measures
    one = logo.read(file).fitted(400, 400)
    (high, across), middle = one.cover.shape, (s0 + s1) / 2
    size = min((s1 - s0) * wide / across, (t1 - t0) * tall / high)
    half, up = size * across / wide / 2 * stretch, size * high / tall / 2
    corners = [(middle + x * half, (t0 + t1) / 2 + y * up) for x, y in ((-1, 1), (1, 1), (1, -1), (-1, -1))]
    pose = set_up.solids[sheet.solid].pose
    there = np.array([set_up.view.project(pose.world(sheet.patch.point(*at)))[:2] for at in corners])
    there *= (plan.canvas.width, plan.canvas.height)
    laid = cv2.getPerspectiveTransform(
        np.array([(0, 0), (across, 0), (across, high), (0, high)], np.float32), there.astype(np.float32)
    )
    shape = plan.canvas.width, plan.canvas.height
    cover = cv2.warpPerspective(one.cover, laid, shape)[..., None]
    page = np.full((*shape[::-1], 3), GROUND, np.float32) * (1 - cover)
    page += cover * cv2.warpPerspective(one.pixels, laid, shape, borderMode=cv2.BORDER_REPLICATE)
    element = next(one for one in plan.elements if one.kind == "logo")
    render = Render(
        renderer="studio" if masked else "file",
        pixels=Raster(np.round(page).astype(np.uint8)),
        masks={element.id: Raster((cover[..., 0] > 0.3).astype(np.uint8))} if masked else {},
    )
    asked = next(one for one in plan.requirements if one.kind == "brand" and one.element == element.id)
    return BrandCritic().check(plan, [asked], render, Silent())[0]


def test_a_logo_on_a_staged_thing_is_looked_at_from_straight_ahead(tmp_path: Path) -> None:
    file = mark(tmp_path / "logo.png")
    for azimuth in (-35, 0, 20, 40):
        assert on_a_box(file, azimuth).verdict == "passed"
        for stretch in (0.85, 1.18):
            found = on_a_box(file, azimuth, stretch)
            assert (found.verdict, found.message) == ("failed", "The logo is stretched.")


def test_a_logo_on_a_staged_thing_is_found_in_a_file(tmp_path: Path) -> None:
    file = named(tmp_path / "kiln.png")
    assert on_a_box(file, 30, masked=False).verdict == "passed"
    assert on_a_box(file, 30, 1.25, masked=False).verdict == "failed"


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


def named(path: Path, name: str = "KILN & CO", ink: tuple[int, int, int] = (160, 60, 30)) -> str:
    """A logo of letters on nothing."""
    image = Image.new("RGBA", (1200, 300), (0, 0, 0, 0))
    ImageDraw.Draw(image).text(
        (20, 40), name, font=ImageFont.truetype(str(face("a", style="serif").path), 180), fill=(*ink, 255)
    )
    image.save(path)
    return str(path)


def filed(area: Array, file: str, kind: PlanKind = "flat") -> Finding:
    """The critic's finding on a larger page with other print and the area somewhere on it, and no masks."""
    page = Image.new("RGB", (900, 700), GROUND)
    font = ImageFont.truetype(str(face("a", style="sans").path), 64)
    ImageDraw.Draw(page).multiline_text((60, 60), "FRESH BREAD\nand coffee\nBakery Lane 7", font=font, fill=(30, 40, 60))
    page.paste(Image.fromarray(area), (310, 470))
    plan = Plan(canvas=Canvas.of("1:1", "512"), kind=kind, elements=(Element(id="logo", label="logo", kind="logo"),))
    render = Render(renderer="file", pixels=Raster(np.asarray(page)))
    return BrandCritic().check(plan, [requirement("brand", "logo", file, "logo")], render, Silent())[0]


def test_a_logo_is_found_by_its_marks_where_there_are_no_masks(tmp_path: Path) -> None:
    file = named(tmp_path / "kiln.png")
    area = drawn(file, 60)
    for height in (36, 60, 75):
        assert filed(drawn(file, height), file).verdict == "passed"
    assert filed(area[..., [2, 0, 1]], file).message == "The logo's colours are not those of its file."
    stretched = filed(drawn(file, stretch=1.25), file)
    assert (stretched.verdict, stretched.message) == ("failed", "The logo is stretched.")
    assert stretched.box is not None
    assert abs(stretched.box[0] - 310 / 900) < 0.01
    assert abs(stretched.box[3] - 530 / 700) < 0.02


def test_a_logo_that_is_not_found_is_unchecked(tmp_path: Path) -> None:
    file = named(tmp_path / "kiln.png")
    other = named(tmp_path / "other.png", "Verde")
    plain = str(tmp_path / "plain.png")
    Image.new("RGBA", (300, 300), (200, 30, 60, 255)).save(plain)
    for asked, shown in ((file, other), (plain, plain)):
        found = filed(drawn(shown), asked)
        assert found.verdict == "unchecked"
        assert found.message == "Where the logo stands is not known: it is too small or too plain to be found."


def test_a_logo_lies_on_a_plate_that_leans_and_bends(tmp_path: Path) -> None:
    file = named(tmp_path / "kiln.png")
    area = drawn(file, 48)
    rows, columns = np.mgrid[0:100, 0 : area.shape[1]].astype(np.float32)
    down = rows - 8 - 0.1 * columns - 2 * np.sin(columns / 60)
    leaning = cv2.remap(area, columns, down, cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT, borderValue=(90, 122, 144))
    assert judged(leaning, file, "scene").verdict == "passed"
    cut = np.where(np.arange(area.shape[1])[None, :, None] < 0.65 * area.shape[1], leaning, np.array(GROUND, np.uint8))
    assert judged(cut, file, "scene").verdict == "failed"


@pytest.mark.slow
@pytest.mark.parametrize("thing", ["white mug", "coffee bag", "red can at night"])
def test_a_logo_that_the_studio_prints_passes_and_a_damaged_one_fails(tmp_path: Path, thing: str) -> None:
    file = named(tmp_path / "kiln.png")
    brief = Brief(prompt=f"A {thing} with the logo", brand=Brand(name="Kiln", logo=file), size="512", quality="fast")
    plan = Grammar().plan(brief)
    render = Studio().render(plan, brief, 1, Silent())
    asked = [one for one in plan.requirements if one.kind == "brand" and one.of_brand == "logo"]
    assert BrandCritic().check(plan, asked, render, Silent())[0].verdict == "passed"
    element = asked[0].element or ""
    rows, columns = (np.flatnonzero(render.masks[element].array.any(axis=axis)) for axis in (1, 0))
    place = np.s_[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    for damage in ("mirrored", "cut off", "recoloured"):
        pixels = render.pixels.array.copy()
        pixels[place] = DAMAGES[damage](pixels[place])
        broken = render.replace(pixels=Raster(pixels))
        assert BrandCritic().check(plan, asked, broken, Silent())[0].verdict == "failed", damage
