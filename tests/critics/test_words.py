"""Adherence, style and identity by networks of the user's: real ONNX networks that know the colours that words name."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import numpy as np
import pytest
from PIL import Image

from engine.critics.identity import IdentityCritic
from engine.critics.likeness import embedded
from engine.critics.words import WordsCritic
from engine.models import library
from engine.models.importing import import_model
from engine.thresholds import threshold
from engine.types import Array, Canvas, Element, Finding, Plan, Raster, Render, Requirement
from tests.critics.networks import dinov2, owlv2, siglip2
from tests.fakes import Silent

RED, GREEN = (200, 20, 20), (20, 180, 20)


def plain(colour: tuple[int, int, int], side: int = 64) -> Array:
    return np.full((side, side, 3), colour, np.uint8)


def judged(
    pixels: Array, kind: Literal["adherence", "style"], expected: str, masks: dict[str, Raster] | None = None
) -> Finding:
    limit = threshold(kind, "probability")
    element = "ball" if kind == "adherence" else ""
    asked = Requirement(id=kind, kind=kind, element=element, expected=expected, threshold=limit, hard=False)
    plan = Plan(
        canvas=Canvas.of("1:1", "512"),
        kind="picture",
        elements=(Element(id="ball", label="ball", kind="thing"),),
        requirements=(asked,),
    )
    (finding,) = WordsCritic().check(plan, [asked], Render(renderer="file", pixels=Raster(pixels), masks=masks or {}), Silent())
    return finding


@pytest.fixture
def _reads(tmp_path: Path) -> None:
    import_model(library(), siglip2(tmp_path / "words"), lambda _: None)


@pytest.mark.usefixtures("_reads")
@pytest.mark.parametrize("kind", ["adherence", "style"])
@pytest.mark.parametrize(("colour", "verdict"), [(RED, "passed"), (GREEN, "failed")])
def test_words_fit_a_picture_or_do_not(kind: Literal["adherence", "style"], colour: tuple[int, int, int], verdict: str) -> None:
    found = judged(plain(colour), kind, "thing: red" if kind == "adherence" else "red")
    assert found.verdict == verdict
    assert "fits the picture" in found.message
    assert isinstance(found.measured, float)
    assert (found.measured >= found.threshold) is (verdict == "passed")
    assert 0 < found.confidence <= 0.8


@pytest.mark.usefixtures("_reads")
def test_what_is_said_of_a_thing_is_looked_for_where_the_thing_is() -> None:
    pixels = plain(GREEN, 200)
    pixels[20:60, 120:160] = RED
    mask = np.zeros((200, 200), np.uint8)
    mask[20:60, 120:160] = 1
    assert judged(pixels, "adherence", "thing: red").verdict == "failed"
    found = judged(pixels, "adherence", "thing: red", {"ball": Raster(mask)})
    assert found.verdict == "passed"
    assert found.box == pytest.approx((0.58, 0.08, 0.82, 0.32))


@pytest.mark.usefixtures("_reads")
def test_of_several_words_of_style_the_weakest_counts() -> None:
    found = judged(plain(RED), "style", "red, green")
    assert (found.verdict, found.message[:7]) == ("failed", "“green”")


@pytest.mark.usefixtures("_reads")
@pytest.mark.parametrize(("words", "verdict"), [("watercolor", "passed"), ("photograph", "failed"), ("photo", "failed")])
def test_a_medium_is_compared_with_the_others(words: str, verdict: str) -> None:
    assert judged(plain((20, 20, 200)), "style", words).verdict == verdict


@pytest.mark.usefixtures("_reads")
def test_without_words_there_is_nothing_to_compare() -> None:
    found = judged(plain(RED), "style", " , ")
    assert (found.verdict, found.message) == ("unchecked", "There are no words to compare the picture with.")


def test_without_weights_nobody_looks() -> None:
    kinds: tuple[Literal["adherence", "style"], ...] = ("adherence", "style")
    for kind in kinds:
        found = judged(plain(RED), kind, "thing: red")
        assert (found.verdict, found.message) == ("unchecked", "No network that compares pictures with words is installed.")


def _identity(pixels: Array, reference: Path, *, masked: bool = True) -> Finding:
    mask = np.zeros(pixels.shape[:2], np.uint8)
    mask[50:150, 50:150] = 1
    asked = Requirement(id="identity", kind="identity", element="ball", expected=str(reference), threshold=0.5, hard=False)
    plan = Plan(
        canvas=Canvas.of("1:1", "512"), kind="picture", elements=(Element(id="ball", label="ball", kind="thing"),),
        requirements=(asked,),
    )  # fmt: skip
    render = Render(renderer="file", pixels=Raster(pixels), masks={"ball": Raster(mask)} if masked else {})
    (finding,) = IdentityCritic([embedded]).check(plan, [asked], render, Silent())
    return finding


@pytest.mark.parametrize("network", [dinov2, siglip2], ids=["dinov2", "siglip2"])
def test_a_thing_is_known_again_by_its_embedding(network: object, tmp_path: Path) -> None:
    reference = tmp_path / "ball.png"
    Image.fromarray(plain(RED, 100)).save(reference)
    shown = plain((240, 240, 240), 200)
    shown[50:150, 50:150] = RED
    assert _identity(shown, reference).verdict == "unchecked"
    assert callable(network)
    import_model(library(), network(tmp_path / "eyes"), lambda _: None)
    found = _identity(shown, reference)
    assert (found.verdict, found.message) == ("passed", "It is like the reference to 100% for the network eyes.")
    shown = np.where((shown == RED).all(axis=2, keepdims=True), np.array(GREEN, np.uint8), shown)
    assert _identity(shown, reference).verdict == "failed"


def test_pictures_of_any_size_are_made_ready(tmp_path: Path) -> None:
    from engine.critics import preparing
    from engine.models.critic_folder import Card

    fits: tuple[Literal["stretch", "pad", "crop"], ...] = ("stretch", "pad", "crop")
    for fit in fits:
        card = Card(kind="dinov2", networks={"image": "image.onnx"}, source="", size=32, shorter=40, fit=fit)
        for shape in ((1, 1), (1, 50), (37, 2), (3000, 700)):
            ready = preparing.pixels(np.full((*shape, 3), 255, np.uint8), card)
            assert ready.shape == (3, 32, 32)
            assert ready.dtype == np.float32


def test_a_thing_without_a_mask_is_compared_where_the_detector_finds_it(tmp_path: Path) -> None:
    reference = tmp_path / "ball.png"
    Image.fromarray(plain(RED, 100)).save(reference)
    for network in (owlv2, dinov2):
        import_model(library(), network(tmp_path / network.__name__), lambda _: None)
    shown = plain((240, 240, 240), 200)
    shown = np.where(np.indices(shown.shape)[:2].max(axis=0) < 48, np.array(RED, np.uint8), shown)
    found = _identity(shown, reference, masked=False)
    assert found.verdict == "passed"
    assert found.box == pytest.approx((0, 0, 0.25, 0.25), abs=0.01)
