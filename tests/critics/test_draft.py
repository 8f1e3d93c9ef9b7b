"""A draft of a plan is as the picture that the studio drew of it, and a place that it draws again is the same."""

import shutil
from pathlib import Path

import cv2
import numpy as np
import pytest
import skimage

from engine.composite import box_of
from engine.critics.draft import differs, halved, lettered_alike
from engine.planners.grammar import Grammar
from engine.renderers.studio import Studio
from engine.types import Array, Brand, Brief, Plan, Raster, Render
from engine.typography.fonts import face
from tests.fakes import Silent

FONT = face("NORDA", style="didone").path
LOGO = str(Path(skimage.__file__).parent / "data" / "logo.png")


def drawn(prompt: str, brand: Brand | None = None) -> tuple[Plan, Render]:
    brief = Brief(prompt=prompt, aspect="4:3", size="512", quality="fast", brand=brand)
    plan = Grammar().plan(brief)
    plan = plan.replace(canvas=plan.canvas.replace(width=321, height=243))
    return plan, Studio().render(plan, brief, 7, Silent())


def apart(plan: Plan, render: Render) -> Array:
    """Levels by which the draft and the picture differ, at the size of the draft: (h, w)."""
    picture = render.pixels.array
    draft = Studio().draft(plan, render, halved(picture.shape), Silent()).pixels.array
    assert draft.shape == (*halved(picture.shape)[::-1], 3) == (122, 161, 3)
    assert draft.dtype == np.uint8
    small = cv2.resize(picture, draft.shape[1::-1], interpolation=cv2.INTER_AREA)
    return np.asarray(np.abs(small.astype(int) - draft).max(axis=2))


@pytest.mark.parametrize(
    "prompt",
    [
        'A red cereal box that says "CRUNCH" left of a white can on a wooden table',
        "A chrome green milk carton on a pink background, from above, side light",
        "A blue mug on a marble table, shallow depth of field",
        "A glass jar of honey on a grey table",
    ],
)
def test_a_draft_looks_as_the_picture_does(prompt: str) -> None:
    plan, render = drawn(prompt)
    levels = apart(plan, render)
    assert levels.mean() < 4
    assert np.quantile(cv2.blur(levels.astype(np.float32), (9, 9)), 0.99) < 16


def test_another_scene_differs() -> None:
    _, render = drawn("A red cereal box on a wooden table")
    other, _ = drawn("A red cereal box and a white can on a wooden table")
    assert apart(other, render).mean() > 12


@pytest.mark.parametrize("colours", [{}, {"night": "#10182A", "snow": "#FFFFFF"}])
def test_a_brand_kit_s_logo_is_in_the_draft_on_its_plate(colours: dict[str, str]) -> None:
    brand = Brand(name="scikit-image", logo=LOGO, colors=colours)
    plan, render = drawn("A blue mug with our logo on a grey table", brand)
    logo = next(element.id for element in plan.elements if element.kind == "logo")
    shown = cv2.resize(render.masks[logo].array, (161, 122), interpolation=cv2.INTER_NEAREST) > 0
    assert shown.sum() > 20
    assert apart(plan, render)[shown].mean() < 14
    turned = render.replace(pixels=Raster(render.pixels.array[..., [2, 0, 1]].copy()))
    assert apart(plan, turned)[shown].mean() > 40


def test_a_brand_kit_s_type_is_in_the_draft_and_a_place_with_it_is_drawn_again_alike(tmp_path: Path) -> None:
    file = Path(shutil.copy(FONT, tmp_path / "kit.ttf"))
    plan, render = drawn('A white mug that says "NORDA" on a grey table', Brand(name="kit", font=str(file)))
    text = plan.texts()[0].id
    box = box_of(render.masks[text].array > 0)
    draft = Studio().draft(plan, render, halved(render.pixels.shape), Silent())
    assert lettered_alike(draft, render)
    assert "kit.ttf" in str(draft.parameters[f"face:{text}"])
    again = Studio().again(plan, render, box, Silent()).pixels.array
    assert not differs(again, render.pixels.array, box)
    _, plain = drawn('A white mug that says "NORDA" on a grey table')
    assert not lettered_alike(plain, render)
    assert differs(plain.pixels.array, render.pixels.array, box)
