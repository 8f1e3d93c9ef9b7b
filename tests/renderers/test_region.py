"""A region drawn anew: outside its mask every byte stays whatever is drawn, and inside the drawing fits in."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from skimage import data
from skimage.color import deltaE_ciede2000, rgb2lab

from engine.composite import window
from engine.errors import BadInput, EngineFailure
from engine.renderers.region import Draw, Native, Patch, inference_steps, rerender
from engine.types import Array, Box, Raster, Region
from tests.fakes import Silent

SMALL = Native(multiple=8, least=32 * 32, most=64 * 64)
SIDES = st.integers(1, 150)


def noise(patch: Patch) -> Array:
    """Nothing of what was there, the same again for the same place."""
    seed = patch.place[0].start * 1000 + patch.place[1].start
    return np.random.default_rng(seed).integers(0, 256, patch.pixels.shape, np.uint8)


def negative(patch: Patch) -> Array:
    """Depends on everything it is shown."""
    blurred: Array = cv2.blur(patch.pixels, (5, 5))
    return 255 - blurred


@st.composite
def selections(draw: st.DrawFn) -> tuple[Array, Region]:
    """A picture and a region of it: nothing, all, a pixel, a box with a hole, strokes, soft edges; at any border."""
    height, width = draw(SIDES), draw(SIDES)
    rng = np.random.default_rng(draw(st.integers(0, 2**32)))
    shape = draw(st.sampled_from(["none", "all", "pixel", "hole", "strokes", "soft", "scattered"]))
    mask = np.zeros((height, width), np.uint8)
    y, x = int(rng.integers(height)), int(rng.integers(width))
    if shape == "all":
        mask[:] = 255
    elif shape == "pixel":
        mask[y, x] = 255
    elif shape == "hole":
        cv2.rectangle(mask, (0, y), (x, height), 255, -1)
        cv2.circle(mask, (x // 2, (y + height) // 2), 4, 0, -1)
    elif shape == "strokes":
        for _ in range(3):
            start, end = rng.integers(0, (width, height), (2, 2)).tolist()
            cv2.line(mask, start, end, int(rng.integers(1, 256)), int(rng.integers(1, 9)))
    elif shape == "soft":
        cv2.circle(mask, (x, y), 20, 255, -1)
        mask = cv2.GaussianBlur(mask, (0, 0), 6)
    elif shape == "scattered":
        mask = rng.choice(np.array([0, 0, 0, 1, 255], np.uint8), (height, width))
    x0, y0 = draw(st.floats(0, 0.9)), draw(st.floats(0, 0.9))
    box = draw(st.sampled_from([(0.0, 0.0, 1.0, 1.0), (x0, y0, 1.0, min(1.0, y0 + 0.4)), (x0 / 2, 0.0, x0 / 2 + 0.3, 1.0)]))
    picture = rng.integers(0, 256, (height, width, 3), np.uint8)
    picture = picture if draw(st.booleans()) else np.full_like(picture, 90)
    return picture, Region(box=box, mask=Raster(mask), strength=draw(st.sampled_from([0.0, 0.3, 0.8, 1.0])))


def covered(picture: Array, region: Region) -> Array:
    """What the region may change (h, w; bool)."""
    inside = np.zeros(picture.shape[:2], bool)
    inside[window(region.box, picture.shape[1], picture.shape[0])] = True
    return inside & (region.mask.array > 0) if region.mask is not None else inside


@settings(deadline=None)
@given(selections(), st.sampled_from([SMALL, None]), st.sampled_from([noise, negative]))
def test_outside_the_mask_every_byte_stays(chosen: tuple[Array, Region], native: Native | None, draw: Draw) -> None:
    picture, region = chosen
    before, context = picture.copy(), Silent()
    after = rerender(picture, region, native, draw, context)
    touched = covered(picture, region)
    assert np.array_equal(after[~touched], before[~touched])
    assert np.array_equal(picture, before)
    nothing = not touched.any() or region.strength == 0
    assert bool(context.told) == nothing
    if nothing:
        assert np.array_equal(after, before)


@settings(deadline=None)
@given(selections())
def test_what_an_exact_renderer_draws_is_laid_in_as_it_is(chosen: tuple[Array, Region]) -> None:
    picture, region = chosen
    drawn = np.random.default_rng(7).integers(0, 256, picture.shape, np.uint8)
    after = rerender(picture, region.replace(strength=1.0), None, lambda patch: drawn[patch.place], Silent())
    assert region.mask is not None
    full = covered(picture, region) & (region.mask.array == 255)
    assert np.array_equal(after[full], drawn[full])


@settings(deadline=None)
@given(selections(), st.integers(0, 2**32))
def test_disjoint_regions_commute_where_each_is_drawn_by_itself(chosen: tuple[Array, Region], seed: int) -> None:
    """By an exact renderer, which does not look at the picture: any two regions without a pixel in common."""
    picture, one = chosen
    drawn = np.random.default_rng(7).integers(0, 256, picture.shape, np.uint8)
    rest = np.random.default_rng(seed).integers(0, 256, picture.shape[:2], np.uint8)
    other = Region(box=(0, 0, 1, 1), mask=Raster(np.where(covered(picture, one), 0, rest)))

    def both(first: Region, second: Region) -> Array:
        pixels = picture
        for region in (first, second):
            pixels = rerender(pixels, region, None, lambda patch: drawn[patch.place], Silent())
        return pixels

    assert np.array_equal(both(one, other), both(other, one))


@settings(deadline=None, max_examples=20)
@given(st.integers(0, 2**32), st.sampled_from([0.5, 1.0]), st.sampled_from([noise, negative]))
def test_disjoint_regions_commute_where_neither_is_in_the_others_sight(seed: int, strength: float, draw: Draw) -> None:
    """By a model, which looks at the context: regions that do not lie in each other's crop."""
    rng = np.random.default_rng(seed)
    picture = rng.integers(0, 256, (64, 700, 3), np.uint8)
    mask = np.zeros((64, 700), np.uint8)
    cv2.circle(mask, (int(rng.integers(0, 100)), int(rng.integers(0, 64))), int(rng.integers(1, 20)), 255, -1)
    one = Region(box=(0, 0, 1, 1), mask=Raster(mask), strength=strength)
    other = Region(box=(0.8, 0.1, 0.95, 0.9), strength=strength)
    results = []
    for order in ((one, other), (other, one)):
        pixels = picture
        for region in order:
            pixels = rerender(pixels, region, SMALL, draw, Silent())
        results.append(pixels)
    assert np.array_equal(results[0], results[1])


@settings(deadline=None, max_examples=20)
@given(selections(), st.integers(0, 2**32), st.sampled_from([noise, negative]))
def test_disjoint_regions_of_one_picture_are_laid_in_in_any_order(chosen: tuple[Array, Region], seed: int, draw: Draw) -> None:
    """By a model, however much of each other they see: each is drawn from the picture as it was."""
    picture, one = chosen
    rest = np.random.default_rng(seed).integers(0, 256, picture.shape[:2], np.uint8)
    other = Region(box=(0, 0, 1, 1), mask=Raster(np.where(covered(picture, one), 0, rest)))
    drawn = [rerender(picture, region, SMALL, draw, Silent()) for region in (one, other)]
    results = []
    for order in (drawn, drawn[::-1]):
        pixels = picture.copy()
        for after in order:
            changed = (after != picture).any(axis=2)
            pixels[changed] = after[changed]
        results.append(pixels)
    assert np.array_equal(results[0], results[1])


@settings(deadline=None)
@given(selections())
def test_a_model_gets_sizes_it_draws_well_and_a_mask_that_keeps_its_core(chosen: tuple[Array, Region]) -> None:
    picture, region = chosen
    seen: list[Patch] = []

    def draw(patch: Patch) -> Array:
        seen.append(patch)
        return patch.pixels

    rerender(picture, region, SMALL, draw, Silent())
    for patch in seen:
        height, width = patch.pixels.shape[:2]
        assert height % 8 == width % 8 == 0
        assert height * width <= 1.5 * SMALL.most or max(picture.shape) > 8 * min(picture.shape)
        assert patch.mask.shape == (height, width)
        assert patch.mask.dtype == np.float32
        assert 0 <= patch.mask.min() <= patch.mask.max() <= 1
    if seen:
        assert seen[0].mask.max() > 0


CAT = data.chelsea()
MIDDLE: Box = (0.3, 0.25, 0.7, 0.75)
NATIVE = Native(multiple=8, least=128 * 128, most=512 * 512)


def faulty(colour: float = 0.0, shift: tuple[float, float] = (0.0, 0.0), blur: float = 0.0) -> Draw:
    """Draws what was there with the faults of a model: a tint, a shift in pixels, a soft decoder."""

    def draw(patch: Patch) -> Array:
        pixels = patch.pixels.astype(np.float32)
        matrix = np.array([[1, 0, shift[0]], [0, 1, shift[1]]], np.float32)
        size = (pixels.shape[1], pixels.shape[0])
        pixels = cv2.warpAffine(pixels, matrix, size, flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
        pixels = cv2.GaussianBlur(pixels, (0, 0), blur) if blur else pixels
        pixels = pixels * (1 - 0.5 * colour * np.array([0.1, 0.2, 0.3])) + colour * np.array([20, 0, -10])
        result: Array = np.clip(np.rint(pixels), 0, 255).astype(np.uint8)
        return result

    return draw


def error(after: Array) -> float:
    """The mean CIEDE2000 of what lies in the region's core."""
    core = window((0.4, 0.35, 0.6, 0.65), CAT.shape[1], CAT.shape[0])
    return float(deltaE_ciede2000(rgb2lab(after[core]), rgb2lab(CAT[core])).mean())


@pytest.mark.parametrize(
    "draw", [faulty(colour=1.0), faulty(shift=(1.4, -0.8)), faulty(colour=0.6, shift=(-2.0, 1.0), blur=0.7)]
)
def test_what_a_model_changes_unasked_is_taken_back(draw: Draw) -> None:
    region = Region(box=MIDDLE, strength=0.99)
    ours = rerender(CAT, region, NATIVE, draw, Silent())
    pasted = rerender(CAT, region, None, draw, Silent())
    assert error(ours) < 0.35 * error(pasted)


def test_a_flat_ring_has_its_colour_matched_and_no_contrast_invented() -> None:
    flat = np.full((200, 200, 3), (90, 120, 60), np.uint8)
    drawn = np.random.default_rng(0).integers(95, 115, (200, 200, 3), np.uint8)

    def draw(patch: Patch) -> Array:
        out = np.full_like(patch.pixels, 105)
        out[patch.mask > 0] = cv2.resize(drawn, patch.pixels.shape[1::-1])[patch.mask > 0]
        return out

    after = rerender(flat, Region(box=MIDDLE), NATIVE, draw, Silent())[80:120, 80:120].astype(float)
    assert np.abs(after.mean(axis=(0, 1)) - (90, 120, 60)).max() < 3
    assert after.std() < 45
    assert after.std(axis=(0, 1)).max() == pytest.approx(drawn.std(axis=(0, 1)).max(), rel=0.5)


def test_an_absurd_shift_is_not_believed() -> None:
    def elsewhere(patch: Patch) -> Array:
        return np.roll(patch.pixels, 40, axis=1)

    after = rerender(CAT, Region(box=MIDDLE, strength=0.9), NATIVE, elsewhere, Silent())
    plain = rerender(CAT, Region(box=MIDDLE, strength=0.9), None, lambda patch: np.roll(CAT, 40, axis=1)[patch.place], Silent())
    core = window((0.45, 0.4, 0.55, 0.6), CAT.shape[1], CAT.shape[0])
    assert np.abs(after[core].astype(int) - plain[core]).mean() < 25


def test_at_full_strength_the_old_content_is_not_shown_to_the_model() -> None:
    picture = np.full((256, 256, 3), 200, np.uint8)
    picture[96:160, 96:160] = (255, 0, 0)
    seen: list[Patch] = []

    def draw(patch: Patch) -> Array:
        seen.append(patch)
        return patch.pixels

    for strength in (1.0, 0.6):
        rerender(picture, Region(box=(0.25, 0.25, 0.75, 0.75), strength=strength), NATIVE, draw, Silent())
    assert np.abs(seen[0].pixels.astype(int) - 200).max() <= 2
    assert (seen[1].pixels == (255, 0, 0)).all(axis=2).sum() == 64 * 64


def test_a_region_too_large_is_drawn_small_and_then_refined() -> None:
    large = cv2.resize(CAT, (900, 600))
    passes: list[Patch] = []

    def draw(patch: Patch) -> Array:
        passes.append(patch)
        return patch.pixels

    after = rerender(large, Region(box=(0.05, 0.05, 0.95, 0.95)), Native(8, 128 * 128, 256 * 256), draw, Silent())
    assert [patch.strength for patch in passes] == [1.0] + [0.4] * (len(passes) - 1)
    assert len(passes) > 4
    first = passes[0].place
    assert (first[0].stop - first[0].start, first[1].stop - first[1].start) > passes[0].pixels.shape[:2]
    seen = np.zeros(large.shape[:2], bool)
    for patch in passes[1:]:
        assert patch.pixels.shape[0] == patch.place[0].stop - patch.place[0].start
        seen[patch.place] = True
    assert seen[window((0.05, 0.05, 0.95, 0.95), 900, 600)].all()
    assert not np.array_equal(after, large)


def test_a_slight_change_of_a_large_region_is_never_made_small() -> None:
    large = cv2.resize(CAT, (900, 600))
    passes: list[Patch] = []

    def draw(patch: Patch) -> Array:
        passes.append(patch)
        return patch.pixels

    rerender(large, Region(box=(0, 0, 1, 1), strength=0.3), Native(8, 128 * 128, 256 * 256), draw, Silent())
    assert {patch.strength for patch in passes} == {0.3}
    assert all(patch.pixels.shape[0] == patch.place[0].stop - patch.place[0].start for patch in passes)


def passes_over(picture: Array, region: Region, native: Native) -> list[Patch]:
    passes: list[Patch] = []

    def draw(patch: Patch) -> Array:
        passes.append(patch)
        return patch.pixels

    rerender(picture, region, native, draw, Silent())
    return passes


@pytest.mark.parametrize("steps", [1, 2, 3, 4, 5, 6, 8, 12, 28])
def test_the_cost_follows_the_region(steps: int) -> None:
    """A tenth of the picture's area costs less than a fifth of its pixels, each as often as it is drawn; in few steps too."""
    picture = np.zeros((1024, 1024, 3), np.uint8)
    tenth = Region(box=(0.5, 0.3, 0.816, 0.616))
    for native in (Native(16, 0), Native(32, 0), Native(8, 1024 * 1024 // 2), Native(8, 512 * 512 // 2, 1024 * 1024)):
        for strength in (0.1, 0.3, 0.5, 0.75, 0.9, 1.0):
            passes = passes_over(picture, tenth.replace(strength=strength), replace(native, steps=steps))
            cost = 0.0
            for patch in passes:
                share = max(1, round(steps * patch.steps))
                cost += patch.pixels[..., 0].size * int(inference_steps(share, patch.strength) * patch.strength)
            assert cost < 0.2 * steps * picture[..., 0].size


def test_the_fewer_steps_there_are_the_smaller_is_the_sketch() -> None:
    """It takes one of them at least; a model of one step draws at once."""
    picture, region = np.zeros((1024, 1024, 3), np.uint8), Region(box=(0.4, 0.4, 0.6, 0.6))
    sizes = []
    for steps in (28, 8, 6, 4, 2):
        sketch, drawn_out = passes_over(picture, region, Native(8, 1024 * 1024 // 2, 1536 * 1024, steps))
        assert (sketch.steps, drawn_out.steps, drawn_out.strength) == (1 / 7, 1.0, 0.75)
        sizes.append(sketch.pixels.shape[0])
    assert sizes[0] == sizes[1] == 728
    assert sizes[1:] == sorted(sizes[1:], reverse=True)
    (only,) = passes_over(picture, region, Native(8, 1024 * 1024 // 2, 1536 * 1024, 1))
    assert (only.steps, only.strength) == (1.0, 1.0)


@pytest.mark.parametrize(
    ("steps", "strength", "begun"), [(28, 0.5, 14), (6, 0.5, 4), (4, 0.75, 3), (4, 0.5, 3), (2, 0.3, 1), (1, 0.3, 1), (4, 1, 4)]
)
def test_a_pass_that_starts_part_of_the_way_takes_enough_steps(steps: int, strength: float, begun: int) -> None:
    assert int(inference_steps(steps, strength) * strength) == begun


def test_what_is_too_small_to_compose_in_is_sketched_larger_and_drawn_out_at_its_own_size() -> None:
    native = Native(8, 400 * 400, 1024 * 1024)
    sketch, drawn_out = passes_over(np.zeros((700, 700, 3), np.uint8), Region(box=(0.4, 0.4, 0.7, 0.7)), native)
    assert (sketch.strength, sketch.steps) == (1.0, 1 / 7)
    assert (drawn_out.strength, drawn_out.steps) == (0.75, 1.0)
    assert sketch.pixels[..., 0].size >= 0.95 * native.least
    assert drawn_out.pixels[..., 0].size < native.least / 2
    place = drawn_out.place
    assert drawn_out.pixels.shape[:2] == (place[0].stop - place[0].start, place[1].stop - place[1].start)


def test_a_slighter_change_is_made_at_once_and_the_larger_the_slighter() -> None:
    native = Native(8, 512 * 512, 1024 * 1024)
    picture = np.zeros((700, 700, 3), np.uint8)
    areas = []
    for strength in (0.7, 0.5, 0.3):
        (only,) = passes_over(picture, Region(box=(0.4, 0.4, 0.6, 0.6), strength=strength), native)
        assert (only.strength, only.steps) == (strength, 1.0)
        areas.append(only.pixels[..., 0].size)
    assert areas == sorted(areas)
    assert areas[0] < areas[-1] < native.least


def test_what_is_large_enough_to_compose_in_is_drawn_at_once() -> None:
    native = Native(8, 256 * 256, 1024 * 1024)
    (only,) = passes_over(np.zeros((700, 700, 3), np.uint8), Region(box=(0.2, 0.2, 0.7, 0.7)), native)
    assert (only.strength, only.steps) == (1.0, 1.0)


def test_a_mask_or_a_patch_of_another_size_is_told() -> None:
    wrong = Region(box=MIDDLE, mask=Raster(np.ones((4, 3), np.uint8)))
    with pytest.raises(BadInput, match="3 × 4 pixels and the picture 451 × 300"):
        rerender(CAT, wrong, NATIVE, noise, Silent())
    with pytest.raises(EngineFailure, match="drew 8 × 8 pixels"):
        rerender(CAT, Region(box=MIDDLE), NATIVE, lambda _: np.zeros((8, 8, 3), np.uint8), Silent())
