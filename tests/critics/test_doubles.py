"""The network of the doubles: copies are told where they lie, and things that are alike not taken for them."""

from math import hypot

import numpy as np
import pytest
from skimage import data

from engine.critics.doubles import CELL, DISPLACEMENTS, FARTHEST, NEAREST, beside, doubled
from engine.critics.looking import smaller
from engine.training.clean import photographs
from engine.training.damage import copied
from engine.training.figures import touches, variants
from engine.types import Array
from tests.critics.pictures import Thing, flaw, staged, still_life
from tests.fakes import Silent


@pytest.fixture(scope="module")
def scene() -> Array:
    return staged("A red cube and a blue sphere on a wooden table")


def test_no_copy_is_far_from_a_displacement_that_is_looked_at() -> None:
    both = np.array([*DISPLACEMENTS, *((-down, -across) for down, across in DISPLACEMENTS)])
    for far in np.linspace(NEAREST + 0.3, FARTHEST - 0.2, 9):
        for angle in np.linspace(0, 2 * np.pi, 60):
            place = far * np.sin(angle), far * np.cos(angle)
            assert np.hypot(*(both - place).T).min() <= 1.2
    assert len({*map(tuple, both.tolist())}) == 2 * len(DISPLACEMENTS)


def test_the_network_is_shown_what_lies_before_and_behind() -> None:
    picture = np.random.default_rng(0).integers(0, 256, (20, 30, 3), np.uint8)
    for down, across in DISPLACEMENTS:
        seen = beside(picture, (down, across))
        here, before, behind = (seen[n : n + 3].transpose(1, 2, 0) for n in (0, 3, 6))
        assert seen.shape == (11, 20, 30)
        np.testing.assert_array_equal(here, picture)
        np.testing.assert_array_equal(before[8, 10], picture[8 - down, 10 - across])
        np.testing.assert_array_equal(behind[8, 10], picture[8 + down, 10 + across])
        np.testing.assert_allclose(seen[9:, 0, 0] * hypot(down, across), (down, across), rtol=1e-5)


@pytest.mark.parametrize("name", ["astronaut", "brick", "camera", "coffee"])
def test_a_sound_photograph_has_no_doubles(name: str) -> None:
    sound = photographs((name,))[name]
    assert all(flaw("doubled", one).excess < 0 for one in variants(sound))


@pytest.mark.slow
def test_a_sound_render_has_no_doubles(scene: Array) -> None:
    assert all(flaw("doubled", one).excess < 0 for one in variants(scene))


@pytest.mark.parametrize("far", [6.0, 9.0, 13.0, 17.0])
def test_a_copy_is_told_where_it_lies(far: float, scene: Array) -> None:
    told = 0
    for picture in (scene, np.ascontiguousarray(data.astronaut())):
        for seed in (1, 2, 3):
            after, seen = copied(picture, (far, 0.7 + 1.1 * seed), 0.7, np.random.default_rng(seed))
            found = flaw("doubled", after)
            assert found.excess < 0 or touches(found, seen)
            told += found.excess > 0
    assert told >= 4


def test_things_alike_and_rules_are_no_doubles() -> None:
    places = ((0.2, 0.6), (0.32, 0.6), (0.44, 0.6), (0.56, 0.6))
    _, render = still_life((Thing("a", "cube", "red", places, 0.06), Thing("b", "sphere", "blue", ((0.8, 0.4),), 0.1)))
    sound = render.pixels.array
    ruled = sound.copy()
    for at in range(100, 140, 10):
        ruled[at : at + 2] = 60
    assert flaw("doubled", sound).excess < 0
    assert flaw("doubled", ruled).excess < 0


@pytest.mark.parametrize("shape", [(1, 1), (7, 300), (300, 7), (33, 21), (64, 64), (1601, 999)])
def test_any_size_is_answered(shape: tuple[int, int]) -> None:
    for picture in (np.full((*shape, 3), 90, np.uint8), np.random.default_rng(0).integers(0, 255, (*shape, 3), np.uint8)):
        assert doubled(picture, Silent()).shape == (-(-shape[0] // CELL), -(-shape[1] // CELL))


def test_reduced_pixels_are_the_mean_of_what_they_cover() -> None:
    picture = np.arange(8 * 8 * 3, dtype=np.uint8).reshape(8, 8, 3)
    np.testing.assert_allclose(smaller(picture, 4), picture.reshape(2, 4, 2, 4, 3).mean((1, 3)), atol=0.5)
