"""Every critic answers every requirement on any picture, without changing it."""

import math
from pathlib import Path
from typing import get_args

import numpy as np
import pytest

from engine.api import Critic
from engine.critics.artifact import ArtifactCritic
from engine.critics.brand import BrandCritic
from engine.critics.colour import ColourCritic
from engine.critics.framing import FramingCritic
from engine.critics.identity import IdentityCritic
from engine.critics.likeness import embedded
from engine.critics.position import PositionCritic
from engine.critics.presence import PresenceCritic
from engine.critics.size import SizeCritic
from engine.critics.text import TextCritic
from engine.critics.view import ViewCritic
from engine.critics.words import WordsCritic
from engine.models import library
from engine.models.importing import import_model
from engine.renderers.studio import Studio
from engine.types import (
    Array,
    Canvas,
    Element,
    Finding,
    Plan,
    Raster,
    Relation,
    Render,
    Requirement,
    RequirementKind,
    check_box,
)
from tests.critics import networks
from tests.critics.pictures import requirement
from tests.fakes import Silent

CRITICS: tuple[Critic, ...] = (
    SizeCritic(), TextCritic(), ColourCritic(), PresenceCritic(), PositionCritic(), FramingCritic(), BrandCritic(),
    IdentityCritic([embedded]), WordsCritic(), ViewCritic(Studio().sketch), ArtifactCritic(Studio()),
)  # fmt: skip


def plan(kind: str) -> Plan:
    elements = (
        Element(id="background", label="background", kind="background", colors=("white",)),
        Element(id="cans", label="can", kind="can", count=3, colors=("blue",), box=(0.1, 0.2, 0.6, 0.8)),
        Element(id="box", label="box", kind="box", colors=("#1E5AA8",), box=(0.6, 0.2, 0.9, 0.8)),
        Element(id="words", label="headline", kind="text", text="FIZZ", box=(0.2, 0.3, 0.5, 0.6), colors=("red",)),
        Element(id="arabic", label="subtitle", kind="text", text="مرحبا", box=(0.2, 0.6, 0.5, 0.7)),
    )
    requirements = (
        Requirement(id="size", kind="size", expected=(32, 32)),
        requirement("text", "", "", "stray"),
        requirement("text", "words", "FIZZ", "exact"),
        requirement("text", "arabic", "مرحبا", "exact"),
        requirement("colour", "cans", "blue", "named"),
        requirement("colour", "box", "#1E5AA8", "exact"),
        requirement("colour", "words", "red", "named"),
        requirement("colour", "background", "white", "named"),
        requirement("presence", "box", "box", "seen"),
        requirement("count", "cans", 3, "off"),
        requirement("position", "box", ("right of", "cans"), "margin"),
        requirement("framing", "box", (0.6, 0.2, 0.9, 0.8), "overlap"),
        requirement("framing", "words", (0.2, 0.3, 0.5, 0.6), "overlap"),
        requirement("brand", "box", "missing-logo.png", "logo"),
        requirement("identity", "box", "missing-reference.png", "likeness"),
        requirement("artifact", "", None, "score"),
        requirement("view", "", (0.0, 10.0, 0.0), "degrees"),
        requirement("adherence", "box", "box: shiny", "probability"),
        requirement("style", "", "watercolor, calm", "probability"),
    )
    return Plan(
        canvas=Canvas.of("1:1", "512"),
        kind="flat" if kind == "flat" else "scene",
        elements=elements,
        relations=(Relation(subject="words", relation="on", object="cans"),),
        requirements=requirements,
    )


def noisy(height: int, width: int) -> Array:
    return np.random.default_rng(3).integers(0, 256, (height, width, 3), np.uint8)


PICTURES = {
    "blank": np.full((300, 200, 3), 255, np.uint8),
    "black": np.zeros((64, 64, 3), np.uint8),
    "one pixel": np.full((1, 1, 3), 90, np.uint8),
    "a line": np.full((1, 40, 3), 90, np.uint8),
    "tiny": noisy(9, 7),
    "grey": np.repeat(noisy(120, 160)[..., :1], 3, axis=2),
    "noise": noisy(256, 256),
    "huge": np.tile(np.linspace(0, 255, 4096).astype(np.uint8)[:, None], (4096, 1, 3)),
    "narrow": np.full((2048, 16, 3), 200, np.uint8),
    "a strip": np.full((30, 12_000, 3), 200, np.uint8),
}


def masks(shape: tuple[int, ...]) -> dict[str, Raster]:
    height, width = shape[:2]
    rows, columns = np.mgrid[0:height, 0:width]
    found = {}
    for name, (left, right) in {"cans": (0.1, 0.6), "box": (0.6, 0.9), "words": (0.2, 0.5), "arabic": (0.0, 1.0)}.items():
        inside = (columns >= left * width) & (columns < right * width) & (rows >= 0.2 * height) & (rows < 0.8 * height)
        found[name] = Raster(inside.astype(np.uint8))
    found["background"] = Raster((~np.any([mask.array > 0 for mask in found.values()], axis=0)).astype(np.uint8))
    return found


@pytest.mark.parametrize(("name", "kind"), [*((name, "scene") for name in PICTURES), ("blank", "flat"), ("noise", "flat")])
@pytest.mark.parametrize("masked", [True, False], ids=["masks", "no masks"])
@pytest.mark.parametrize("critic", CRITICS, ids=lambda critic: critic.id)
def test_any_picture_is_answered(critic: Critic, name: str, masked: bool, kind: str) -> None:
    asked, findings = answered(critic, name, masked, kind)
    assert sorted(finding.requirement for finding in findings) == asked


@pytest.mark.parametrize("name", [name for name in PICTURES if name != "huge"])
def test_any_picture_is_answered_with_networks_of_the_user_s(name: str, tmp_path: Path) -> None:
    for network in (networks.owlv2, networks.siglip2, networks.dinov2):
        import_model(library(), network(tmp_path / network.__name__), lambda _: None)
    for critic in CRITICS:
        if critic.kinds & {"presence", "position", "framing", "colour", "identity", "adherence"}:
            asked, findings = answered(critic, name, False, "scene")
            assert sorted(finding.requirement for finding in findings) == asked


def answered(critic: Critic, name: str, masked: bool, kind: str) -> tuple[list[str], list[Finding]]:
    """What the critic was asked, by id, and its findings, each of which is sound; the picture is as before."""
    pixels = PICTURES[name]
    before = pixels.copy()
    asked = plan(kind)
    render = Render(renderer="file", pixels=Raster(pixels), masks=masks(pixels.shape) if masked else {})
    requirements = [one for one in asked.requirements if one.kind in critic.kinds]

    findings = critic.check(asked, requirements, render, Silent())

    for finding in findings:
        assert finding.critic == critic.id
        assert finding.message
        assert 0 <= finding.score <= 1
        assert 0 <= finding.confidence <= 1
        assert math.isfinite(finding.threshold)
        assert not isinstance(finding.measured, float) or math.isfinite(finding.measured)
        if finding.box is not None:
            check_box(finding.box)
    assert np.array_equal(pixels, before)
    return sorted(one.id for one in requirements), findings


def test_every_kind_of_requirement_has_one_critic() -> None:
    kinds = [kind for critic in CRITICS for kind in critic.kinds]
    assert len(kinds) == len(set(kinds))
    assert set(get_args(RequirementKind)) - set(kinds) == {"safety"}
