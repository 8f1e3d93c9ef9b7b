"""A letter that seems damaged in a staged scene is held beside what the studio printed there."""

from functools import cache

import numpy as np
import pytest

from engine.api import Quiet, RunContext
from engine.composite import window
from engine.critics.text import TextCritic
from engine.critics.text.printed import around, as_printed
from engine.errors import BadInput
from engine.planners.grammar import Grammar
from engine.renderers.studio import Studio
from engine.types import Array, Box, Brief, Canvas, Finding, Plan, Raster, Relation, Render
from tests.critics.pictures import changed, judged, poster, without_a_part

JAR = 'A jar of honey with a yellow label "WILD HONEY" and small print "No. 27", side light, isometric view'
LETTER = (0.2953, 0.6317, 0.3656, 0.6955)
"""The H on the side of the jar."""


@cache
def jar() -> tuple[Plan, Render, Array]:
    """The jar, and the surroundings of its H without light."""
    brief = Brief(prompt=JAR, aspect="4:5", quality="fast")
    plan = Grammar().plan(brief).replace(canvas=Canvas(width=448, height=560, aspect="4:5", size="512"))
    render = Studio().render(plan, brief, 0, Quiet())
    return plan, render, Studio().unlit(plan, render, around(LETTER), Quiet())


def seen() -> Array:
    render = jar()[1]
    return render.pixels.array[window(around(LETTER), render.width, render.height)].copy()


def test_a_whole_letter_at_an_angle_is_as_it_was_printed() -> None:
    assert jar()[2].shape == seen().shape
    assert as_printed(seen(), jar()[2])


@pytest.mark.parametrize("quarter", range(4))
def test_a_letter_without_a_quarter_is_not(quarter: int) -> None:
    picture = seen()
    (tall, wide), (down, across) = picture.shape[:2], divmod(quarter, 2)
    part = np.s_[down * tall // 2 : (down + 1) * tall // 2, across * wide // 2 : (across + 1) * wide // 2]
    picture[part] = np.quantile(picture.reshape(-1, 3), 0.8, axis=0)
    assert not as_printed(picture, jar()[2])


def test_where_nothing_can_be_told_apart_nothing_is_as_printed() -> None:
    grey = np.full((40, 40, 3), 120, np.uint8)
    assert not as_printed(grey, grey)
    assert not as_printed(np.full_like(seen(), 120), jar()[2])
    faint = (120 + (seen().astype(int) - 120) // 16).astype(np.uint8)
    assert not as_printed(faint, jar()[2])


def headline(printed: Array | None, carrier: Array | None = None) -> Finding:
    """What the critic says of a poster as if it were staged, whose F lacks a part, where `printed` was printed and the
    `carrier` shows."""
    plan, render = poster()
    shown = np.ones((render.height, render.width), np.uint8) if carrier is None else carrier
    staged = plan.replace(kind="scene", relations=(Relation(subject="headline", relation="on", object="background"),))

    def unlit(plan: Plan, base: Render, box: Box, context: RunContext) -> Array:
        if printed is None:
            raise BadInput("The font is gone.", "Put it back.")
        return printed[window(box, base.width, base.height)]

    masks = {**render.masks, "background": Raster(shown)}
    return judged(TextCritic(unlit), staged, changed(render, without_a_part()[0], masks=masks))["text:headline"]


def test_only_what_was_printed_clears_a_letter() -> None:
    accused = headline(poster()[1].pixels.array)
    assert accused.message.startswith("Damaged letter: the F ")
    assert headline(without_a_part()[0]).verdict == "passed"
    assert headline(None).verdict == "failed"
    assert accused.box is not None
    hidden: Array = np.ones(without_a_part()[0].shape[:2], np.uint8)
    rows, columns = window(accused.box, hidden.shape[1], hidden.shape[0])
    hidden[rows.stop - 8 : rows.stop, columns.start : columns.start + 8] = 0
    assert headline(without_a_part()[0], hidden).verdict == "failed"
