"""Layers flatten to the picture, byte for byte, whatever the rounds were."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.export.layers import Layer, layers, picture
from engine.export.lettering import lifted
from engine.types import Array, Canvas, Raster
from tests.export.traces import FIX, HEIGHT, PLAN, TEXT_BOX, WIDTH, edited, ground, made, mask, poster, trace


def flattened(stack: list[Layer], shape: tuple[int, ...]) -> Array:
    canvas = np.zeros(shape, np.uint8)
    for layer in stack:
        height, width = layer.pixels.shape[:2]
        place = canvas[layer.top : layer.top + height, layer.left : layer.left + width]
        opaque = layer.pixels[..., 3] == 255
        assert ((layer.pixels[..., 3] == 0) | opaque).all()
        place[opaque] = layer.pixels[opaque][:, :3]
    return canvas


def test_base_fixes_and_texts() -> None:
    stack = layers(edited(), 3)
    assert [layer.name for layer in stack] == [
        "Base",
        "Draw the “corner” 新 anew & <again>.",
        "Set “SALE” anew.",
        "Text: 新年 “SALE” <now> & here",
    ]
    assert (stack[1].left, stack[1].top, stack[1].pixels.shape) == (0, 0, (20, 30, 4))
    assert np.array_equal(flattened(stack, (HEIGHT, WIDTH, 3)), edited().rounds[3].render.pixels.array)


def test_every_round_can_be_taken_apart() -> None:
    for number, done in enumerate(edited().rounds):
        stack = layers(edited(), number)
        assert np.array_equal(flattened(stack, (HEIGHT, WIDTH, 3)), done.render.pixels.array)
        assert "Rejected." not in [layer.name for layer in stack] or number == 2


def test_under_a_text_lies_its_ground() -> None:
    without = flattened(layers(edited(), 0)[:-1], (HEIGHT, WIDTH, 3))
    assert np.abs(without.astype(int) - ground()).max() <= 4
    ink, bare = lifted(poster(), mask())
    assert 0.05 < ink[mask() > 0].mean() < 0.6
    x0, y0, x1, y1 = TEXT_BOX
    ink[y0 - 2 : y1 + 2, x0 - 2 : x1 + 2] = False
    assert not ink.any()
    assert np.abs(bare.astype(int) - ground()).max() <= 4


def test_each_copy_of_a_text_has_its_own_ground() -> None:
    pixels, copies = poster(), mask()
    pixels[:, 80:] = 255 - pixels[:, 80:]
    copies[:, 80:] *= 2
    plain = ground()
    plain[:, 80:] = 255 - plain[:, 80:]
    pixels[36:75, 76:84] = plain[36:75, 76:84]
    copies[:, 76:84] = 0
    _, bare = lifted(pixels, copies)
    assert np.abs(bare.astype(int) - plain).max() <= 60
    assert np.abs(bare.astype(int) - plain).mean() < np.abs(pixels.astype(int) - plain).mean() / 10


def test_a_text_that_fills_the_picture_stays_in_the_base() -> None:
    full = made(poster()).render.replace(masks={"headline": Raster(np.ones((HEIGHT, WIDTH), np.uint8))})
    stack = layers(trace((made(poster()).replace(render=full),), 0), 0)
    assert [layer.name for layer in stack] == ["Base"]


def test_a_new_canvas_starts_a_new_base() -> None:
    wide = np.concatenate([poster(), poster()], axis=1)
    plan = PLAN.replace(canvas=Canvas(width=2 * WIDTH, height=HEIGHT, aspect="16:9", size="512"))
    rounds = (made(poster()), made(wide, texts=False, fix=FIX.replace(kind="restage", plan=plan)))
    stack = layers(trace(rounds, 1), 1)
    assert [layer.name for layer in stack] == ["Base"]
    assert np.array_equal(flattened(stack, wide.shape), wide)


def test_rounds_without_pixels_are_passed_over() -> None:
    rounds = list(edited().rounds)
    rounds[0] = rounds[0].replace(render=rounds[0].render.replace(pixels=Raster(None, (HEIGHT, WIDTH, 3), "0" * 64)))
    stack = layers(trace(tuple(rounds), 3), 3)
    assert [layer.name for layer in stack][:2] == ["Base", "Set “SALE” anew."]


@settings(max_examples=25, deadline=None)
@given(st.sampled_from([0.1, 0.37, 0.5, 1.0, 1.7, 3.0]), st.integers(0, 4))
def test_scaled_layers_flatten_to_the_scaled_picture(scale: float, number: int) -> None:
    wanted = picture(edited(), number, scale)
    assert wanted.shape == (round(HEIGHT * scale), round(WIDTH * scale), 3)
    assert np.array_equal(flattened(layers(edited(), number, scale), wanted.shape), wanted)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2**32 - 1), st.integers(2, 5))
def test_noise_flattens_too(seed: int, count: int) -> None:
    random = np.random.default_rng(seed)
    pictures = [random.integers(0, 256, (HEIGHT, WIDTH, 3), np.uint8)]
    for _ in range(count - 1):
        changed = pictures[-1].copy()
        x, y = random.integers(0, WIDTH - 1), random.integers(0, HEIGHT - 1)
        changed[y : y + random.integers(0, 60), x : x + random.integers(0, 60)] ^= 9
        pictures.append(changed)
    rounds = tuple(made(pixels, fix=FIX if at else None) for at, pixels in enumerate(pictures))
    stack = layers(trace(rounds, count - 1), count - 1)
    assert np.array_equal(flattened(stack, (HEIGHT, WIDTH, 3)), pictures[-1])
