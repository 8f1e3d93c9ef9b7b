"""How the limits of the flaws are set."""

import numpy as np

from engine.training.figures import bounds, shows

PEAKS = np.random.default_rng(0).exponential(1.0, (8000, 3, 2)) - 1.0
HARD = np.array([-5.0, -5.0])


def test_a_limit_spares_all_sound_pictures_but_the_share_that_may_be_accused() -> None:
    limits = [bounds(PEAKS, rarity, HARD) for rarity in (0.02, 0.002)]
    fresh = np.random.default_rng(1).exponential(1.0, (200_000, 2)) - 1.0
    np.testing.assert_allclose((fresh > limits[0]).mean(axis=0), 0.02, rtol=0.1)
    np.testing.assert_allclose((fresh > limits[1]).mean(axis=0), 0.002, rtol=0.25)


def test_where_damage_is_clear_the_limit_is_half_way_to_it() -> None:
    hard = bounds(PEAKS, 0.02, HARD)
    np.testing.assert_allclose(bounds(PEAKS, 0.02, np.add(hard, (4, -4))), np.add(hard, (2, 0)))


def test_what_changes_outside_of_the_mask_does_not_show() -> None:
    picture, mask = np.full((40, 40, 3), 90, np.uint8), np.zeros((40, 40), bool)
    mask[10:20, 10:20] = True
    after = picture.copy()
    after[25:, 25:] += 60
    assert not shows(picture, after, mask)
    after[12:18, 12:18] += 60
    assert shows(picture, after, mask)
