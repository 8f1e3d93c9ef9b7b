"""Flat artwork is drawn again to the byte from what its render says, or not at all."""

from pathlib import Path

import numpy as np
import pytest
import skimage
from PIL import Image

from engine.errors import BadInput
from engine.fixers.rerender import Rerender
from engine.planners.grammar import Grammar
from engine.renderers.studio import Studio
from engine.renderers.studio.flat import flat_again
from engine.types import Brand, Brief, Fix, Plan, Render
from engine.typography.fonts import face
from tests.fakes import Silent

TIDE = 'A concert poster that says "NIGHT TIDE" with a smaller line "live at the Old Harbour"'
LOGO = str(Path(skimage.__file__).parent / "data" / "logo.png")


def drawn(brief: Brief, seed: int = 3, scale: float = 1.0) -> tuple[Plan, Render]:
    plan = Grammar().plan(brief)
    plan = plan.with_element(plan.texts()[1].replace(scale=scale)) if scale != 1 else plan
    return plan, Studio().render(plan, brief, seed, Silent())


@pytest.mark.parametrize(
    ("prompt", "scale"), [(TIDE, 1.0), (TIDE, 1.5), ('A minimalist poster that says "SALE −40%", with a very large "NOW"', 1.0)]
)
def test_a_design_is_drawn_again_as_it_was_whatever_its_seed(prompt: str, scale: float) -> None:
    for seed in (0, 3, 11):
        plan, render = drawn(Brief(prompt=prompt, size="512", seed=3), seed, scale)
        again = flat_again(plan, render, Silent())
        assert again is not None
        assert np.array_equal(again.pixels.array, render.pixels.array)
        assert again.masks == render.masks


def test_so_is_one_in_the_kit_of_a_brand_until_its_logo_is_another(tmp_path: Path) -> None:
    logo = tmp_path / "logo.png"
    Image.open(LOGO).save(logo)
    kit = Brand(name="kit", font=str(face("a", style="didone").path), logo=str(logo))
    plan, render = drawn(Brief(prompt=f"{TIDE} and our logo", size="512", brand=kit))
    again = flat_again(plan, render, Silent())
    assert again is not None
    assert np.array_equal(again.pixels.array, render.pixels.array)
    Image.open(LOGO).transpose(Image.Transpose.FLIP_LEFT_RIGHT).save(logo)
    assert flat_again(plan, render, Silent()) is None
    logo.unlink()
    with pytest.raises(BadInput):
        flat_again(plan, render, Silent())


def test_where_a_picture_is_placed_in_it_it_is_not(tmp_path: Path) -> None:
    photo = tmp_path / "photo.png"
    Image.new("RGB", (60, 40), "teal").save(photo)
    plan, render = drawn(Brief(prompt=TIDE, size="512", references=(str(photo),)))
    assert [element.id for element in plan.elements if element.kind == "image"] == ["picture"]
    with pytest.raises(BadInput):
        flat_again(plan, render, Silent())


def test_nor_where_a_part_was_once_drawn_with_another_seed() -> None:
    brief = Brief(prompt=TIDE, size="512", seed=3)
    plan, render = drawn(brief)

    def anew(base: Render, top: float, seed: int) -> Render:
        fix = Fix(kind="rerender", fixer="rerender", answers=(), message="", box=(0.1, top, 0.9, top + 0.3), seed=seed)
        return Rerender().apply(fix, plan, brief, base, Studio(), Silent())

    alike = anew(render, 0.6, 3)
    again = flat_again(plan, alike, Silent())
    assert again is not None
    assert np.array_equal(again.pixels.array, alike.pixels.array)
    other = anew(alike, 0.6, 4)
    assert not np.array_equal(other.pixels.array, render.pixels.array)
    assert flat_again(plan, other, Silent()) is None
    assert flat_again(plan, anew(other, 0.1, 3), Silent()) is None


def test_nor_one_of_a_version_that_did_not_say_what_it_was_drawn_from_or_spoke_in_another_voice() -> None:
    plan, render = drawn(Brief(prompt=TIDE, size="512"))
    said = render.parameters
    for other in ({}, {"voice": said["voice"]}, {**said, "voice": "retired"}, {**said, "checksum": 7}):
        assert flat_again(plan, render.replace(parameters=other), Silent()) is None
