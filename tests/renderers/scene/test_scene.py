"""Small real renders: what the pixels, masks, depth and normals of a staged scene must be."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from engine.colour.measure import delta_e, lab
from engine.colour.names import parse
from engine.errors import BadInput, Cancelled
from engine.renderers.studio.scene import missing, render_scene
from engine.renderers.studio.scene.sketch import sketch
from engine.staging import boxes, rays, stage
from engine.types import Brief, Camera, Canvas, Element, Plan, Raster, Region, Relation, Render
from engine.typography.fonts import coverage

SMALL = Canvas(width=192, height=160, aspect="6:5", size="512")
BRAND = "#1E5AA8"


class Context:
    """Counts what is reported; cancels after `limit` reports."""

    def __init__(self, limit: int = 10**9) -> None:
        self.limit, self.reports, self.previews = limit, 0, list[Raster]()
        self.stop: Callable[[], None] | None = None

    def progress(self, stage: str, done: float, preview: Raster | None = None) -> None:
        assert 0 <= done <= 1
        self.reports += 1
        if preview is not None:
            self.previews.append(preview)
        if self.reports > self.limit:
            raise Cancelled

    def tell(self, sentence: str) -> None:
        raise AssertionError(sentence)

    def on_cancel(self, stop: Callable[[], None] | None) -> None:
        self.stop = stop

    def took(self, work: str, seconds: float) -> None:
        raise AssertionError(work)


def element(name: str, kind: str, count: int = 1, text: str = "", colors: tuple[str, ...] = (), material: str = "") -> Element:
    return Element(id=name, label=kind, kind=kind, count=count, text=text, colors=colors, material=material)


def on(subject: str, host: str) -> Relation:
    return Relation(subject=subject, relation="on", object=host)


BALLS = Plan(
    canvas=SMALL,
    kind="scene",
    camera=Camera(azimuth=10, elevation=12),
    elements=(element("ball", "sphere", 2, colors=("red",)), element("cone", "cone", colors=("yellow",))),
    relations=(Relation(subject="cone", relation="behind", object="ball"),),
)
BOX = Plan(
    canvas=SMALL,
    kind="scene",
    camera=Camera(elevation=6, focal_mm=70),
    elements=(
        element("box", "box", colors=(BRAND,), material="matte"),
        element("text", "text", text="NORDA", colors=("white",)),
        element("background", "background", colors=("light grey",)),
    ),
    relations=(on("text", "box"),),
)


@cache
def drawn(plan: Plan, seed: int = 0) -> Render:
    return render_scene(plan, Brief(quality="fast"), seed, Context())


def test_masks_are_where_the_stage_says() -> None:
    render = drawn(BALLS)
    seen = boxes(BALLS)
    for name in ("ball", "cone"):
        mask = render.masks[name].array
        assert mask.dtype == np.uint8
        rows, columns = np.nonzero(mask)
        x0, y0, x1, y1 = seen[name]
        assert rows.min() == pytest.approx(y0 * SMALL.height, abs=2.5)
        assert columns.max() + 1 == pytest.approx(x1 * SMALL.width, abs=2.5)
        if name == "ball":  # the cone's left and foot are behind the balls
            assert columns.min() == pytest.approx(x0 * SMALL.width, abs=2.5)
            assert rows.max() + 1 == pytest.approx(y1 * SMALL.height, abs=2.5)
    assert set(np.unique(render.masks["ball"].array)) == {0, 1, 2}
    covered = (render.masks["ball"].array > 0) | (render.masks["cone"].array > 0)
    assert (render.masks["background"].array == ~covered).all()


def test_instances_count_from_left_to_right() -> None:
    mask = drawn(BALLS).masks["ball"].array
    assert np.nonzero(mask == 1)[1].mean() < np.nonzero(mask == 2)[1].mean()


def test_depth_and_normals() -> None:
    render = drawn(BALLS)
    assert render.depth is not None
    assert render.normals is not None
    depth, normals = render.depth.array, render.normals.array
    ball, cone = render.masks["ball"].array > 0, render.masks["cone"].array > 0
    assert depth.dtype == np.float32
    assert (depth > 0).all()
    assert np.median(depth[cone]) > np.median(depth[ball])
    inside = np.linalg.norm(normals[ball], axis=1)
    assert np.median(inside) == pytest.approx(1, abs=0.02)
    assert np.median(normals[..., 2][ball]) > 0.3  # towards the viewer


@pytest.mark.parametrize("plan", [BALLS, BOX], ids=["balls", "box"])
def test_a_sketch_shows_what_the_render_does(plan: Plan) -> None:
    render, seen = drawn(plan), sketch(plan, (16, 0, 160), 160, Context())
    assert render.depth is not None
    assert render.normals is not None
    depth, normals = render.depth.array[:, 16:176], render.normals.array[:, 16:176]
    along = seen.depth * np.linalg.norm(rays(seen.view, 160), axis=2)
    there = np.isfinite(along)
    assert np.mean(np.abs(along - depth)[there] < 0.003) > 0.98  # the render counts from a millimetre before the eye
    assert np.mean(np.abs((seen.look[..., 3:] - 128.0) / 127 - normals)[there].max(axis=1) < 0.02) > 0.98
    for n, solid in enumerate(stage(plan).solids):
        mask = render.masks[solid.element].array[:, 16:176] == solid.instance
        assert np.mean((seen.solid == n) == mask) > 0.99


def test_a_sketch_shows_the_colours_and_the_print() -> None:
    look = sketch(BOX, (16, 0, 160), 160, Context()).look
    text = drawn(BOX).masks["text"].array[:, 16:176] > 0
    assert delta_e(lab(np.median(look[text][:, :3], axis=0)), lab(np.array((255, 255, 255)))) < 12
    blue = drawn(BOX).masks["box"].array[:, 16:176] > 0
    assert delta_e(lab(np.median(look[blue & ~text][:, :3], axis=0)), lab(np.array(parse(BRAND)))) < 12


@pytest.mark.parametrize("camera", [Camera(elevation=6, focal_mm=70), Camera(azimuth=30, elevation=4, focal_mm=35)])
def test_depth_of_field_blurs_what_is_far_and_moves_nothing(camera: Camera) -> None:
    sharp, shallow = (drawn(BOX.replace(camera=camera.replace(f_number=stop))) for stop in (None, 2.0))
    box = sharp.masks["box"].array > 0

    def blue(render: Render) -> tuple[float, ...]:
        ink = np.clip(render.pixels.array[..., 2].astype(float) - render.pixels.array[..., 0], 60, None) - 60
        return tuple(float((ink * at).sum() / ink.sum()) for at in np.indices(ink.shape))

    assert np.array_equal(shallow.masks["box"].array > 0, box)
    assert blue(shallow) == pytest.approx(blue(sharp), abs=2.5)
    assert (shallow.pixels.array != sharp.pixels.array).mean() > 0.3


def test_named_colours_read_as_asked() -> None:
    render = drawn(BALLS)
    red = np.median(render.pixels.array[render.masks["ball"].array > 0], axis=0)
    yellow = np.median(render.pixels.array[render.masks["cone"].array > 0], axis=0)
    assert red[0] > 140
    assert red[1:].max() < 90
    assert yellow[:2].min() > 150
    assert yellow[2] < 110


def test_an_exact_colour_comes_out_near_already() -> None:
    render = drawn(BOX)
    face = (render.masks["box"].array > 0) & (render.masks["text"].array == 0)
    measured = np.median(lab(render.pixels.array[face]), axis=0)
    target = parse(BRAND)
    assert target is not None
    assert float(delta_e(measured, lab(target))) < 6


@pytest.mark.parametrize("kind", ["jar", "cup", "mug"])
@pytest.mark.parametrize(("held", "shown"), [("honey", True), ("", False)])
def test_a_vessel_of_glass_shows_what_it_holds(kind: str, held: str, shown: bool) -> None:
    vessel = element("vessel", kind, material="glass").replace(contents=held)
    render = drawn(Plan(canvas=SMALL, kind="scene", elements=(vessel,)))
    rows, columns = np.nonzero(render.masks["vessel"].array)
    inside = render.pixels.array[int(np.quantile(rows, 0.7)), int(np.median(columns))].astype(int)
    assert (inside[0] - inside[2] > 60) == shown, "honey is amber, glass on grey is grey"


def test_the_print_is_sharp_and_its_mask_tight() -> None:
    render = drawn(BOX)
    text = render.masks["text"].array > 0
    rows, columns = np.nonzero(text)
    patch = render.pixels.array[rows.min() : rows.max() + 1, columns.min() : columns.max() + 1].astype(int).sum(axis=2)
    white = patch > 540
    assert 0.25 < white.mean() < 0.75
    assert white[:, :3].any()  # ink reaches the mask's edges
    assert white[:, -3:].any()
    assert (render.masks["box"].array[text] > 0).all()


def test_the_faces_of_the_texts_are_named() -> None:
    path, index, axes = str(drawn(BOX).parameters["face:text"]).split("#")
    assert coverage(Path(path), int(index)) >= {ord(c) for c in "NORDA"}
    assert "wght=" in axes


def test_same_seed_same_bytes() -> None:
    again = render_scene(BOX, Brief(quality="fast"), 0, Context())
    assert again.pixels == drawn(BOX).pixels
    assert again.masks == drawn(BOX).masks


def test_a_region_leaves_every_other_byte() -> None:
    base = drawn(BOX)
    region = (0.3, 0.25, 0.6, 0.7)
    fresh = render_scene(BOX, Brief(quality="fast"), 5, Context(), base=base, region=Region(box=region))
    changed = (fresh.pixels.array != base.pixels.array).any(axis=2)
    rows, columns = np.nonzero(changed)
    assert changed.sum() > 50
    assert columns.min() >= int(0.3 * SMALL.width)
    assert columns.max() <= int(0.6 * SMALL.width) + 1
    assert rows.min() >= int(0.25 * SMALL.height)
    assert rows.max() <= int(0.7 * SMALL.height) + 1
    assert np.abs(fresh.pixels.array.astype(int) - base.pixels.array)[changed].mean() < 12  # same light, same exposure


@pytest.mark.parametrize("f_number", [None, 2.0])
def test_from_the_same_seed_a_region_is_the_same_again(f_number: float | None) -> None:
    """Only the tiles around it are traced, and damage is undone to the level."""
    jar = element("jar", "jar", colors=("gold",), material="glass")
    plan = BALLS.replace(elements=(jar, *BALLS.elements), camera=Camera(azimuth=10, elevation=12, f_number=f_number))
    whole = render_scene(plan, Brief(quality="fast"), 3, Context())
    region = Region(box=(0.05, 0.1, 0.45, 0.55))
    spoilt = whole.pixels.array.copy()
    spoilt[20:80, 15:80] = 90
    assert np.abs(spoilt.astype(int) - whole.pixels.array).max() > 50
    again = render_scene(plan, Brief(quality="fast"), 3, Context(), base=whole.replace(pixels=Raster(spoilt)), region=region)
    assert np.abs(again.pixels.array.astype(int) - whole.pixels.array).max() <= 1


@pytest.mark.parametrize("limit", [1, 4])
def test_a_cancel_is_felt_and_nothing_runs_on(limit: int) -> None:
    import threading

    large = BALLS.replace(canvas=Canvas.of("1:1", "2k"))
    with pytest.raises(Cancelled):
        render_scene(large, Brief(quality="pro"), 0, Context(limit))
    assert not [t for t in threading.enumerate() if t.name == "plantain-trace"]


def test_large_pictures_show_a_preview_first() -> None:
    context = Context(limit=10**9)
    wide = BALLS.replace(canvas=Canvas(width=528, height=64, aspect="8:1", size="1k"))
    render_scene(wide, Brief(quality="fast"), 0, context)
    assert [max(p.shape) for p in context.previews] == [256]


def test_things_without_a_shape_are_named_and_stand_in() -> None:
    plan = BALLS.replace(elements=(*BALLS.elements, element("dog", "thing")))
    assert missing(plan) == ("dog",)
    assert missing(BALLS) == ()
    render = render_scene(plan, Brief(quality="fast", stand_ins=True), 0, Context())
    assert (render.masks["dog"].array > 0).sum() > 100


def test_where_nothing_stands_the_studio_can_draw_none_of_it() -> None:
    bare = BALLS.replace(elements=(element("table", "table"), element("wall", "wall")), relations=(), requirements=())
    assert missing(bare) == ("table", "wall")
    with pytest.raises(BadInput, match="nothing to draw"):
        render_scene(bare, Brief(quality="fast", stand_ins=True), 0, Context())


@pytest.mark.parametrize("light", ["studio", "soft", "hard", "side", "back", "golden hour", "daylight"])
def test_no_light_burns_or_drowns_the_subject(light: str) -> None:
    tiny = BOX.replace(canvas=Canvas(width=64, height=64, aspect="1:1", size="512"), light=light)
    render = render_scene(tiny, Brief(quality="fast"), 0, Context())
    face = render.pixels.array[(render.masks["box"].array > 0) & (render.masks["text"].array == 0)]
    assert 60 < np.median(face.max(axis=1)) < 240
    assert (render.pixels.array.min(axis=2) > 252).mean() < 0.02
