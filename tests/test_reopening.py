"""Pictures that Plantain saved, opened again: as the renders that they were, unless somebody has changed them."""

from functools import cache
from pathlib import Path

import numpy as np
import pytest

from engine import pictures
from engine.api import Quiet
from engine.export import export
from engine.planners.grammar import Grammar
from engine.renderers.studio import Studio
from engine.reopening import reopened
from engine.trust.metadata import read_trace
from engine.types import Brief, Canvas, Raster, Render, Requirement, Round, Trace

PROMPTS = {"scene": "Two red mugs on a wooden table, from above", "flat": 'A poster that says "WILD HONEY", with a border'}


@cache
def made(kind: str) -> Trace:
    brief = Brief(prompt=PROMPTS[kind], quality="fast")
    plan = Grammar().plan(brief).replace(canvas=Canvas(width=120, height=90, aspect="4:3", size="512"))
    render = Studio().render(plan, brief, 3, Quiet())
    return Trace(brief=brief, plan=plan, rounds=(Round(render=render, findings=()),), best=0, outcome="passed")


def saved(trace: Trace, file: Path) -> tuple[pictures.Picture, Trace]:
    """The picture in the file and the trace that it carries, once written."""
    picture = pictures.read(export(file, trace))
    said = read_trace(picture.info, file.name)
    assert said is not None
    return picture, said


def with_render(trace: Trace, render: Render) -> Trace:
    return trace.replace(rounds=(trace.rounds[0].replace(render=render),))


@pytest.mark.parametrize("suffix", [".png", ".webp", ".tif"])
@pytest.mark.parametrize("kind", PROMPTS)
def test_what_nobody_changed_is_the_render_that_it_was(kind: str, suffix: str, tmp_path: Path) -> None:
    drawn = made(kind).rounds[0].render
    again = reopened(*saved(made(kind), tmp_path / f"a{suffix}"), Quiet())
    assert again == drawn
    assert again is not None
    assert len(again.masks) >= 2
    for name, mask in again.masks.items():
        np.testing.assert_array_equal(mask.array, drawn.masks[name].array)


def test_what_somebody_changed_is_not(tmp_path: Path) -> None:
    picture, said = saved(made("flat"), tmp_path / "a.png")
    pixels = picture.pixels.copy()
    pixels[20, 30] ^= 1
    clear = np.full(pixels.shape[:2], 255, np.uint8)
    assert reopened(pictures.Picture(pixels, None, picture.info, None), said, Quiet()) is None
    assert reopened(pictures.Picture(picture.pixels, clear, picture.info, None), said, Quiet()) is None
    assert reopened(*saved(made("flat"), tmp_path / "a.jpg"), Quiet()) is None


def test_a_picture_that_came_from_disk_is_none_of_ours(tmp_path: Path) -> None:
    pixels = made("flat").rounds[0].render.pixels
    picture = pictures.read(export(tmp_path / "a.png", made("flat")))
    file = pictures.raster(tmp_path / "a.png")
    given = with_render(made("flat"), Render(renderer="file", pixels=pixels, file=file))
    assert reopened(picture, given, Quiet()) is None


@pytest.mark.parametrize("kind", PROMPTS)
def test_masks_that_would_be_others_are_left_out(kind: str, tmp_path: Path) -> None:
    drawn = made(kind).rounds[0].render
    other = {name: Raster(255 - mask.array) for name, mask in drawn.masks.items()}
    again = reopened(*saved(with_render(made(kind), drawn.replace(masks=other)), tmp_path / "a.png"), Quiet())
    assert again is not None
    assert again.pixels == drawn.pixels
    assert (again.masks, again.depth, again.normals) == ({}, None, None)


def test_what_a_model_painted_has_no_masks(tmp_path: Path) -> None:
    drawn = made("scene").rounds[0].render.replace(renderer="diffusion", model="sd15")
    again = reopened(*saved(with_render(made("scene"), drawn), tmp_path / "a.png"), Quiet())
    assert again == drawn.replace(masks={}, depth=None, normals=None)


@pytest.mark.parametrize("kind", PROMPTS)
@pytest.mark.parametrize("file", [r"\\there\kit\logo.png", "//there/kit/font.ttf", r"/\there\logo.png"])
def test_no_other_computer_is_called_for_its_files(
    kind: str, file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = Requirement(id="brand:logo", kind="brand", expected=file, threshold=0.9)
    given = made(kind).replace(plan=made(kind).plan.replace(requirements=(asked,)))
    picture, said = saved(given, tmp_path / "a.png")
    monkeypatch.setattr(Studio, "shown", None)
    again = reopened(picture, said, Quiet())
    assert again is not None
    assert again.masks == {}
