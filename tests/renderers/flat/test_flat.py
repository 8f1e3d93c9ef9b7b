"""Flat artwork: exact colours and masks, the same bytes for the same seed, regions, scales, pictures."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from engine import logo
from engine.api import Quiet
from engine.canvas import ASPECTS
from engine.colour.measure import contrast
from engine.colour.names import parse
from engine.errors import BadInput
from engine.layout import flat_boxes
from engine.renderers.studio.flat import render_flat
from engine.renderers.studio.flat.palette import palette
from engine.types import Array, Brand, Brief, Canvas, Element, Plan, Raster, Region

Text = tuple[str, str, tuple[str, ...]]


class Silent(Quiet):
    """A run that nobody watches; it counts the reports."""

    reports = 0

    def progress(self, stage: str, done: float, preview: Raster | None = None) -> None:
        self.reports += 1


def poster(
    *texts: tuple[str, str, tuple[str, ...]],
    ground: tuple[str, ...] = (),
    aspect: str = "3:4",
    size: str = "512",
    images: int = 0,
    seed: int = 0,
) -> Plan:
    elements = [Element(id="background", label="background", kind="background", colors=ground)]
    elements += [Element(id=f"image{at}", label="picture", kind="image") for at in range(images)]
    elements += [
        Element(id=f"t{at}", label=role, kind="text", text=text, colors=ink) for at, (role, text, ink) in enumerate(texts)
    ]
    canvas = Canvas.of(aspect, size)
    boxes = flat_boxes(canvas, elements, seed)
    return Plan(canvas=canvas, kind="flat", elements=tuple(one.replace(box=boxes.get(one.id, one.box)) for one in elements))


TIDE = (
    ("headline", "NIGHT TIDE", ("#FF6F61",)),
    ("subtitle", "live at the Old Harbour", ()),
    ("small print", "14 March 2027", ()),
)


def pixels(plan: Plan, seed: int = 0, brief: Brief | None = None) -> Array:
    return render_flat(plan, brief or Brief(prompt="Concert poster", seed=seed), seed, Silent()).pixels.array


def share(area: Array, colour: str) -> float:
    return float((area == np.array(parse(colour))).all(axis=-1).mean())


@pytest.mark.parametrize("aspect", ASPECTS)
def test_any_aspect_has_its_size_its_masks_and_its_colours(aspect: str) -> None:
    plan = poster(*TIDE, ground=("#0B1F4B",), aspect=aspect)
    render = render_flat(plan, Brief(prompt="Concert poster"), 3, Silent())
    assert (render.width, render.height) == (plan.canvas.width, plan.canvas.height)
    assert render.masks.keys() == {"background", "t0", "t1", "t2"}
    masks = {name: mask.array for name, mask in render.masks.items()}
    assert all(
        mask.dtype == np.uint8 and mask.shape == (render.height, render.width) and mask.max() == 1 for mask in masks.values()
    )
    assert np.array_equal(sum(mask.astype(int) for mask in masks.values()), np.ones((render.height, render.width), int))
    assert share(render.pixels.array[masks["background"] == 1], "#0B1F4B") > 0.55
    headline = render.pixels.array[masks["t0"] == 1]
    assert share(headline, "#FF6F61") > 0.15
    assert share(headline, "#0B1F4B") > 0.1


def test_text_masks_hold_all_the_ink_and_little_else() -> None:
    plan = poster(("headline", "Huile d’Olive", ("white",)), ("subtitle", "Extra Vierge", ("white",)), ground=("black",))
    render = render_flat(plan, Brief(prompt="quiet minimalist card"), 0, Silent())
    inked = render.pixels.array[..., 0] > 128
    mask = render.masks["t0"].array == 1
    x0, y0, x1, y1 = plan.element("t0").box
    ys, xs = np.nonzero(mask)
    assert x0 - 0.01 <= xs.min() / render.width
    assert xs.max() / render.width <= x1 + 0.01
    assert y0 - 0.01 <= ys.min() / render.height
    assert ys.max() / render.height <= y1 + 0.01
    assert inked[mask].mean() > 0.15
    tight = mask[ys.min() : ys.max() + 1, xs.min() : xs.max() + 1]
    assert inked[ys.min() : ys.max() + 1, xs.min() : xs.max() + 1][:, [0, -1]].any() or tight.mean() < 1


def test_the_same_seed_gives_the_same_bytes_and_another_a_different_design() -> None:
    plan = poster(*TIDE)
    assert np.array_equal(pixels(plan, 5), pixels(plan, 5))
    designs = {pixels(plan, seed).tobytes() for seed in range(4)}
    assert len(designs) == 4


def test_only_the_region_is_drawn_anew() -> None:
    plan = poster(*TIDE, ground=("#0B1F4B",))
    base = render_flat(plan, Brief(), 0, Silent())
    spoiled = base.replace(pixels=Raster(np.full_like(base.pixels.array, 7)))
    region = plan.element("t0").box
    again = render_flat(plan, Brief(), 0, Silent(), base=spoiled, region=Region(box=region)).pixels.array
    changed = (again != 7).any(axis=-1)
    ys, xs = np.nonzero(changed)
    assert np.array_equal(again[changed], base.pixels.array[changed])
    assert xs.min() >= int(region[0] * base.width)
    assert xs.max() <= region[2] * base.width
    assert ys.min() >= int(region[1] * base.height)
    assert ys.max() <= region[3] * base.height


def test_a_larger_scale_sets_the_text_larger_without_touching_its_neighbours() -> None:
    plan = poster(*TIDE)
    large = plan.with_element(plan.element("t2").replace(scale=1.6))
    heights = []
    for one in (plan, large):
        render = render_flat(one, Brief(), 0, Silent())
        areas = [render.masks[name].array for name in ("t0", "t1", "t2")]
        assert np.sum(areas, axis=0, dtype=int).max() == 1
        heights.append(np.ptp(np.nonzero(areas[2])[0]))
    assert heights[1] > 1.35 * heights[0]


def test_missing_colours_are_readable() -> None:
    for ground in ("", "cream", "#0B1F4B", "green", "red", "yellow", "grey", "black", "white"):
        plan = poster(("headline", "Less", ()), ("small print", "is more", ()), ground=(ground,) if ground else ())
        for seed in range(10):
            colours = palette(plan, seed)
            assert contrast(colours.ground, colours.inks["t0"]) >= 3
            assert contrast(colours.ground, colours.inks["t1"]) >= 4.5


def test_named_colours_that_are_too_near_are_drawn_apart_but_exact_ones_stay() -> None:
    near = palette(poster(("headline", "新年快乐", ("gold",)), ground=("red",)), 0)
    assert contrast(near.ground, near.inks["t0"]) >= 3
    assert near.ground[0] > 2 * max(near.ground[1:])
    exact = palette(poster(("headline", "新年快乐", ("#D4A83C",)), ground=("#D02026",)), 0)
    assert (exact.ground, exact.inks["t0"]) == (parse("#D02026"), parse("#D4A83C"))


def test_gold_ink_stays_gold() -> None:
    plan = poster(("headline", "新年快乐", ("gold",)), ground=("dark green",))
    render = render_flat(plan, Brief(), 0, Silent())
    area = render.pixels.array[render.masks["t0"].array == 1].astype(int)
    ink = area[np.abs(area - np.array(parse("dark green"))).sum(axis=1) > 150]
    assert np.abs(ink - np.array(parse("gold"))).max(axis=1).mean() < 18
    assert len(np.unique(ink, axis=0)) > 10


def test_pictures_fill_their_boxes(tmp_path: Path) -> None:
    file = tmp_path / "blue.png"
    Image.new("RGB", (300, 80), (10, 20, 200)).save(file)
    plan = poster(*TIDE, images=1)
    render = render_flat(plan, Brief(references=(str(file),)), 0, Silent())
    assert share(render.pixels.array[render.masks["image0"].array == 1], "#0A14C8") > 0.999
    assert not (render.masks["image0"].array & render.masks["background"].array).any()


def test_bad_pictures_are_refused(tmp_path: Path) -> None:
    broken = tmp_path / "broken.png"
    broken.write_bytes(b"\x89PNG\r\n\x1a\n" + b"\x00" * 40)
    plan = poster(*TIDE, images=1)
    with pytest.raises(BadInput):
        render_flat(plan, Brief(references=(str(broken),)), 0, Silent())
    with pytest.raises(BadInput, match="room for 1"):
        render_flat(plan, Brief(), 0, Silent())


def test_it_reports_progress_and_names_its_faces() -> None:
    context = Silent()
    render = render_flat(poster(*TIDE), Brief(), 0, context)
    assert context.reports >= 5
    assert {"face:t0", "face:t1", "face:t2"} <= render.parameters.keys()


@pytest.mark.parametrize("text", ["<b>${HOME}</b>; rm -rf / {{x}}", "مرحبا بالعالم", "a" * 300, "x\ny", "“–”"])
def test_unusual_texts_are_drawn(text: str) -> None:
    render = render_flat(poster(("headline", text, ("black",)), ground=("white",)), Brief(), 0, Silent())
    assert (render.pixels.array[render.masks["t0"].array == 1] < 60).all(axis=-1).mean() > 0.03


def test_a_logo_on_an_even_ground_of_its_own_needs_no_plate(tmp_path: Path) -> None:
    file = tmp_path / "logo.png"
    mark = Image.new("RGB", (300, 300), "white")
    mark.paste((220, 40, 40), (60, 60, 240, 240))
    mark.save(file)
    assert logo.read(str(file)).stands_out((255, 255, 255))
    Image.new("RGB", (300, 300), "white").save(file)
    assert not logo.read(str(file)).stands_out((255, 255, 255))


@pytest.mark.parametrize("ground", ["cream", "#101820"])
def test_a_brand_logo_is_drawn_whole_in_its_proportions_and_to_be_seen(tmp_path: Path, ground: str) -> None:
    file = tmp_path / "logo.png"
    mark = Image.new("RGBA", (400, 200), (0, 0, 0, 0))
    mark.paste((20, 24, 32, 255), (50, 50, 350, 150))
    mark.save(file)
    plan = poster(("headline", "OPEN DAY", ()), ground=(ground,))
    elements = (*plan.elements, Element(id="logo", label="logo", kind="logo"))
    places = flat_boxes(plan.canvas, elements, 0)
    plan = plan.replace(elements=tuple(e.replace(box=places.get(e.id, e.box)) for e in elements))
    render = render_flat(plan, Brief(brand=Brand(logo=str(file))), 0, Silent())
    ink = np.abs(render.pixels.array.astype(int) - (20, 24, 32)).max(axis=2) < 3
    rows, columns = np.nonzero(ink & (render.masks["logo"].array > 0))
    assert (np.ptp(columns) + 1) / (np.ptp(rows) + 1) == pytest.approx(3.0, rel=0.05)
    x0, y0, x1, y1 = places["logo"]
    width, height = plan.canvas.width, plan.canvas.height
    assert x0 * width - 1 <= columns.min() <= columns.max() <= x1 * width + 1
    assert y0 * height - 1 <= rows.min() <= rows.max() <= y1 * height + 1
    top, left = rows.min() - 2, columns.min() - 2
    beside = tuple(int(v) for v in render.pixels.array[top, left])
    assert contrast((20, 24, 32), (beside[0], beside[1], beside[2])) > 3, "on a dark ground it stands on a plate"
    with pytest.raises(BadInput, match="brand kit"):
        render_flat(plan, Brief(), 0, Silent())
    file.write_text("<svg/>")
    with pytest.raises(BadInput, match="no picture"):
        render_flat(plan, Brief(brand=Brand(logo=str(file), name="new")), 0, Silent())
