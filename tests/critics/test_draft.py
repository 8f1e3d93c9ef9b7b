"""A draft of a plan is as the picture that the studio drew of it, but for what no critic is told."""

from pathlib import Path

import cv2
import numpy as np
import pytest
import skimage

from engine.critics.draft import drafted, halved
from engine.planners.grammar import Grammar
from engine.renderers.studio import Studio
from engine.types import Array, Brand, Brief, Plan, Raster, Render
from tests.fakes import Silent

LOGO = str(Path(skimage.__file__).parent / "data" / "logo.png")


def drawn(prompt: str, brand: Brand | None = None) -> tuple[Plan, Render]:
    brief = Brief(prompt=prompt, aspect="4:3", size="512", quality="fast", brand=brand)
    plan = Grammar().plan(brief)
    plan = plan.replace(canvas=plan.canvas.replace(width=321, height=243))
    return plan, Studio().render(plan, brief, 7, Silent())


def apart(plan: Plan, render: Render) -> Array:
    """Levels by which the draft and the picture differ, at the size of the draft: (h, w)."""
    picture = render.pixels.array
    draft = drafted(plan, render, picture, Studio().draft(plan, render, halved(picture.shape), Silent()))
    assert draft is not None
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
    differs = apart(plan, render)
    assert differs.mean() < 4
    assert np.quantile(cv2.blur(differs.astype(np.float32), (9, 9)), 0.99) < 16


def test_another_scene_differs() -> None:
    _, render = drawn("A red cereal box on a wooden table")
    other, _ = drawn("A red cereal box and a white can on a wooden table")
    assert apart(other, render).mean() > 12


def test_a_brand_kit_s_logo_is_no_difference_though_the_draft_knows_none() -> None:
    plan, render = drawn("A white mug with our logo on a grey table", Brand(name="scikit-image", logo=LOGO))
    logo = next(element.id for element in plan.elements if element.kind == "logo")
    shown = cv2.resize(render.masks[logo].array, (161, 122), interpolation=cv2.INTER_NEAREST) > 0
    assert shown.sum() > 20
    assert apart(plan, render)[shown].mean() < 8
    bare = render.replace(masks={})
    picture = bare.pixels.array
    assert drafted(plan, bare, picture, Studio().draft(plan, bare, halved(picture.shape), Silent())) is None


def test_a_brand_kit_s_type_is_no_difference_though_the_draft_has_its_own() -> None:
    plan, render = drawn('A white mug that says "NORDA" on a grey table')
    text = plan.texts()[0].id
    shown = cv2.resize(render.masks[text].array, (161, 122), interpolation=cv2.INTER_NEAREST) > 0
    lettered = render.pixels.array.copy()
    lettered[render.masks[text].array > 0] = (20, 200, 20)
    other = render.replace(pixels=Raster(lettered), parameters={**render.parameters, f"face:{text}": "the kit's"})
    assert apart(plan, other)[shown].mean() < 8
    assert apart(plan, other.replace(parameters=render.parameters))[shown].mean() > 60
