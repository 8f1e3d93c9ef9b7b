"""The networks of the flaws on pictures that they were not trained on: a photograph, and a scene of another prompt."""

import math
from itertools import product

import numpy as np
import pytest
from skimage import data

from engine.critics.flaws import CELL, NETWORKS, RARER, Flaw, flaws, kinds, likelihood, unlike
from engine.critics.onnx import card, shipped
from engine.training.damage import DAMAGES, damaged
from engine.training.figures import overlap, shows, touches
from engine.types import Array
from tests.critics.pictures import poster, staged
from tests.fakes import Silent

TOLD = tuple(card("flaws")["pictures"]["thresholds"])


@pytest.fixture(scope="module")
def scene() -> Array:
    return staged("A yellow mug and two blue books on a wooden table, three-quarter view, soft light")


def told(picture: Array) -> list[Flaw]:
    return [flaw for flaw in flaws(picture, None, "pictures", Silent()) if flaw.excess > 0]


def test_clean_pictures_are_not_accused(scene: Array) -> None:
    assert told(scene) == []
    assert told(data.astronaut()) == []
    assert not any(flaw.excess > 0 for flaw in flaws(scene, None, "scenes", Silent()))


@pytest.mark.parametrize("kind", TOLD)
def test_a_clear_flaw_is_found_where_it_is(kind: str, scene: Array) -> None:
    seen = 0
    pictures = scene, data.astronaut(), data.coins()[..., None].repeat(3, axis=2)
    for picture, seed in product(pictures, (1, 2)):
        after, mask = damaged(kind, picture, 0.7, seed)
        found = [flaw for flaw in told(after) if flaw.kind == kind]
        assert all(touches(flaw, mask) for flaw in found)
        seen += any(overlap(flaw, mask) > 0.2 for flaw in found)
    assert seen >= 3


@pytest.mark.parametrize("name", NETWORKS)
def test_a_large_picture_is_looked_at_in_tiles_as_in_one(name: str, scene: Array) -> None:
    wide = np.tile(scene, (1, 4, 1))
    heat = likelihood(wide, shipped(name), Silent())
    assert heat.shape == (len(card(name)["kinds"]), wide.shape[0] // CELL, wide.shape[1] // CELL)
    apart = likelihood(wide[:, 640:], shipped(name), Silent())
    np.testing.assert_allclose(heat[:, :, 130:], apart[:, :, 50:], atol=0.1)


@pytest.mark.parametrize("shape", [(1, 1), (63, 400), (64, 64), (65, 71), (3000, 64)])
def test_any_size_is_answered(shape: tuple[int, int]) -> None:
    picture = np.random.default_rng(0).integers(0, 256, (*shape, 3), np.uint8)
    assert len(flaws(picture, None, "pictures", Silent())) == (len(TOLD) if min(shape) >= 64 else 0)


def test_of_larger_pictures_more_is_asked(scene: Array, monkeypatch: pytest.MonkeyPatch) -> None:
    pixels = scene.shape[0] * scene.shape[1]
    monkeypatch.setattr("engine.critics.flaws.MEASURED", pixels)
    small = flaws(scene, None, "scenes", Silent())
    monkeypatch.setattr("engine.critics.flaws.MEASURED", pixels / math.e**2)
    large = flaws(scene, None, "scenes", Silent())
    np.testing.assert_allclose([one.excess - 2 * RARER for one in small], [one.excess for one in large])


def test_flat_artwork_has_limits_of_its_own() -> None:
    artwork = np.full((256, 256, 3), (240, 232, 214), np.uint8)
    artwork[60:200, 40:90], artwork[60:200, 120:216] = (20, 60, 110), (180, 40, 60)
    assert not any(flaw.excess > 0 for flaw in flaws(artwork, None, "artwork", Silent()))
    after, mask = damaged("noisy", artwork, 0.7, 5)
    assert any(
        flaw.kind == "noisy" and touches(flaw, mask) for flaw in flaws(after, None, "artwork", Silent()) if flaw.excess > 0
    )


def test_what_spoils_a_poster_is_told_and_its_letters_are_not() -> None:
    sound = poster()[1].pixels.array
    assert not any(flaw.excess > 0 for flaw in flaws(sound, None, "artwork", Silent()))
    for kind in ("fringed", "melted", "blotched"):
        spoilt = [damaged(kind, sound, 0.5, seed) for seed in range(4)]
        found = [
            any(touches(flaw, mask) for flaw in flaws(after, None, "artwork", Silent()) if flaw.excess > 0)
            for after, mask in spoilt
            if shows(sound, after, mask)
        ]
        assert len(found) >= 2
        assert sum(found) >= len(found) - 1


def test_what_is_not_as_it_was_drawn_is_a_flaw_and_no_network_is_asked_where_all_is() -> None:
    drawn = poster()[1].pixels.array
    whole, part = Silent(), Silent()
    slightly = np.clip(drawn.astype(int) + np.indices(drawn.shape).sum(axis=0) % 5 - 2, 0, 255).astype(np.uint8)
    assert unlike(slightly, drawn, whole) == []
    assert not whole.taken
    after = drawn.copy()
    after[400:480, 160:260] = 255 - drawn[400:480, 160:260]
    found = unlike(after, drawn, part)
    assert "network:flaws-form" in part.taken
    assert [one.kind for one in sorted(found, key=lambda one: kinds().index(one.kind))] == list(kinds())
    assert all(one.excess >= 0 for one in found)
    x0, y0, x1, y1 = (at * side for at, side in zip(found[0].box, drawn.shape[1::-1] * 2, strict=True))
    assert (x0, y0, x1, y1) == pytest.approx((160, 400, 260, 480), abs=16)


def test_what_is_told_of_any_picture_is_told_of_the_studios_scenes() -> None:
    scenes, pictures = (set(card("flaws")[group]["thresholds"]) for group in ("scenes", "pictures"))
    assert pictures <= scenes


def test_the_cards_are_of_the_damages_that_are_there() -> None:
    assert sorted(kinds()) == sorted(DAMAGES)
    assert set(TOLD) <= set(kinds())
    assert tuple(card("flaws")["pictures"]["recall"]) == tuple(DAMAGES)
