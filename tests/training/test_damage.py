"""Every damage is seeded, graded, and shows where its mask says."""

import numpy as np
import pytest

from engine.training.damage import DAMAGES, damaged
from engine.types import Array
from tests.critics.pictures import Thing, still_life

THINGS = (Thing("a", "sphere", "red", ((0.3, 0.6), (0.6, 0.7)), 0.15), Thing("b", "cube", "blue", ((0.7, 0.4),), 0.12))


@pytest.fixture(scope="module")
def picture() -> Array:
    pixels = still_life(THINGS, side=320)[1].pixels.array.copy()
    pixels[40:60] = np.linspace(60, 220, 320).astype(np.uint8)[None, :, None]
    return pixels


@pytest.mark.parametrize("kind", DAMAGES)
def test_a_damage_shows_where_its_mask_says(kind: str, picture: Array) -> None:
    before = picture.copy()
    after, mask = damaged(kind, picture, 0.5, 1)
    again, _ = damaged(kind, picture, 0.5, 1)
    strong, _ = damaged(kind, picture, 1.0, 1)
    changed = np.abs(after.astype(int) - picture).max(axis=2)

    assert after.dtype == np.uint8
    assert after.shape == picture.shape
    assert mask.shape == picture.shape[:2]
    assert mask.any()
    assert changed[mask].mean() > 2 * changed[~mask].sum() / max(1, (~mask).sum())
    np.testing.assert_array_equal(after, again)
    np.testing.assert_array_equal(picture, before)
    assert not np.array_equal(after, strong)


@pytest.mark.parametrize("kind", DAMAGES)
@pytest.mark.parametrize("shape", [(1, 1, 3), (1, 40, 3), (9, 7, 3), (64, 64, 3)])
def test_what_cannot_be_damaged_stays_as_it_is(kind: str, shape: tuple[int, ...]) -> None:
    after, mask = damaged(kind, np.full(shape, 90, np.uint8), 0.5, 1)
    assert after.shape == shape
    assert mask.shape == shape[:2]


def test_stains_and_ghosts_on_stained_stone_are_seen_by_nobody() -> None:
    rng = np.random.default_rng(0)
    stone = np.clip(np.kron(rng.normal(128, 45, (80, 80)), np.ones((4, 4)))[..., None] + np.zeros(3), 0, 255).astype(np.uint8)
    half = stone.copy()
    half[:, :160] = 128
    assert not damaged("blotched", stone, 0.5, 1)[1].any()
    assert not damaged("doubled", stone, 0.2, 1)[1].any()
    stained, mask = damaged("blotched", half, 0.5, 1)
    assert mask[:, :160].mean() > 4 * mask[:, 160:].mean()
    assert not np.array_equal(stained, half)
