"""A region drawn by hand: outside its mask every byte stays, whatever the renderer does."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from engine.api import RunContext
from engine.fixers.rerender import Rerender
from engine.types import Array, Brief, Fix, Plan, Raster, Region, Render
from tests.fakes import PLAN, FakeRenderer, Silent

SIZE = 24


class _Everywhere(FakeRenderer):
    """Draws the whole picture anew, region or not."""

    def render(
        self,
        plan: Plan,
        brief: Brief,
        seed: int,
        context: RunContext,
        *,
        base: Render | None = None,
        region: Region | None = None,
    ) -> Render:
        pixels = np.random.default_rng(seed).integers(0, 256, (SIZE, SIZE, 3), np.uint8)
        return Render(renderer=self.id, pixels=Raster(pixels), seed=seed)


@given(
    arrays(np.uint8, (SIZE, SIZE, 3)),
    arrays(np.uint8, (SIZE, SIZE), elements=st.sampled_from([0, 0, 1, 128, 255])),
    st.tuples(st.integers(0, 10), st.integers(0, 10), st.integers(12, 24), st.integers(12, 24)),
)
def test_outside_the_mask_every_byte_stays(before: Array, mask: Array, corners: tuple[int, int, int, int]) -> None:
    x0, y0, x1, y1 = (corner / SIZE for corner in corners)
    render = Render(renderer="studio", pixels=Raster(before))
    fix = Fix(kind="rerender", fixer="rerender", answers=(), message="", box=(x0, y0, x1, y1), mask=Raster(mask), seed=3)
    after = Rerender().apply(fix, PLAN, Brief(), render, _Everywhere(), Silent()).pixels.array
    inside = np.zeros((SIZE, SIZE), bool)
    inside[corners[1] : corners[3], corners[0] : corners[2]] = True
    touched = inside & (mask > 0)
    assert np.array_equal(after[~touched], before[~touched])
    full = inside & (mask == 255)
    drawn = np.random.default_rng(3).integers(0, 256, (SIZE, SIZE, 3), np.uint8)
    assert np.array_equal(after[full], drawn[full])
