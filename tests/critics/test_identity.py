"""The reference: known again from another side and in other light; other things are told; the rest is unchecked."""

from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image
from skimage import data

from engine.api import RunContext
from engine.critics.identity import IdentityCritic, Likeness, Subject
from engine.types import Array, Canvas, Element, Finding, Plan, Raster, Relation, Render
from tests.critics.pictures import requirement
from tests.fakes import Silent

GROUND = np.array((214, 210, 204), np.uint8)


def things() -> dict[str, Array]:
    """Three patterned things and a plain one."""
    plain = np.full((300, 300, 3), (40, 90, 200), np.uint8)
    return {"cat": data.chelsea(), "cup": data.coffee(), "rocket": data.rocket(), "plain": plain}


def turned(thing: Array, *, light: float = 1.0) -> tuple[Array, Array]:
    """A picture (600, 700, 3) of the thing seen from the side on a plain ground, and its mask."""
    high, wide = thing.shape[:2]
    start = np.array([[0, 0], [wide, 0], [wide, high], [0, high]], np.float32)
    end = np.array([[120, 110], [560, 160], [540, 470], [140, 520]], np.float32)
    fit = cv2.getPerspectiveTransform(start, end)
    mask = cv2.warpPerspective(np.ones((high, wide), np.uint8), fit, (700, 600))
    lit = np.clip(cv2.warpPerspective(thing, fit, (700, 600)) * light, 0, 255).astype(np.uint8)
    return np.where(mask[..., None] > 0, lit, GROUND), mask


def judged(
    picture: Array, reference: Path, mask: Array | None, *, kind: str = "thing", critic: IdentityCritic | None = None
) -> Finding:
    asked = requirement("identity", "it", str(reference), "likeness")
    plan = Plan(canvas=Canvas.of("1:1", "512"), kind="picture", elements=(Element(id="it", label="thing", kind=kind),))
    masks = {} if mask is None else {"it": Raster(mask)}
    render = Render(renderer="diffusion", pixels=Raster(picture), masks=masks)
    return (critic or IdentityCritic()).check(plan, [asked], render, Silent())[0]


@pytest.fixture
def references(tmp_path: Path) -> dict[str, Path]:
    """The things as files, each on a plain ground."""
    files = {}
    for name, thing in things().items():
        page = np.full((thing.shape[0] + 80, thing.shape[1] + 80, 3), 250, np.uint8)
        page[40:-40, 40:-40] = thing
        files[name] = tmp_path / f"{name}.png"
        Image.fromarray(page).save(files[name])
    return files


@pytest.mark.parametrize("name", ["cat", "cup", "rocket"])
@pytest.mark.parametrize("masked", [True, False])
def test_a_patterned_thing_is_known_again(references: dict[str, Path], name: str, masked: bool) -> None:
    picture, mask = turned(things()[name], light=0.8)
    found = judged(picture, references[name], mask if masked else None)
    assert found.verdict == "passed"
    assert (found.box is not None) is masked


def test_no_thing_passes_for_another(references: dict[str, Path]) -> None:
    verdicts = {}
    for name, thing in things().items():
        for other, file in references.items():
            if other != name:
                picture, mask = turned(thing)
                verdicts[name, other] = judged(picture, file, mask).verdict
                assert judged(picture, file, None).verdict == "unchecked"
    assert "passed" not in verdicts.values()
    assert verdicts["plain", "cup"] == verdicts["cat", "plain"] == "failed"


def test_what_is_on_a_thing_belongs_to_it(references: dict[str, Path]) -> None:
    """The pattern lies on a label of its own."""
    picture, mask = turned(things()["cat"])
    around = cv2.dilate(mask, np.ones((21, 21))) - mask
    elements = Element(id="it", label="box", kind="box"), Element(id="print", label="label", kind="label")
    plan = Plan(
        canvas=Canvas.of("1:1", "512"),
        kind="scene",
        elements=elements,
        relations=(Relation(subject="print", relation="on", object="it"),),
    )
    render = Render(renderer="studio", pixels=Raster(picture), masks={"it": Raster(around), "print": Raster(mask)})
    asked = requirement("identity", "it", str(references["cat"]), "likeness")
    assert IdentityCritic().check(plan, [asked], render, Silent())[0].verdict == "passed"


def test_a_plain_thing_is_neither_confirmed_nor_denied(references: dict[str, Path]) -> None:
    picture, mask = turned(things()["plain"], light=0.95)
    found = judged(picture, references["plain"], mask)
    assert (found.verdict, found.confidence) == ("unchecked", 0.0)
    assert "neither confirms nor denies" in found.message


def test_a_picture_placed_in_a_design_is_the_reference_itself(tmp_path: Path) -> None:
    file = tmp_path / "cat.png"
    Image.fromarray(data.chelsea()).save(file)
    page, mask = np.full((400, 400, 3), 255, np.uint8), np.zeros((400, 400), np.uint8)
    mask[50:250, 60:260] = 1
    page[50:250, 60:260] = cv2.resize(data.chelsea()[:, 75:375], (200, 200), interpolation=cv2.INTER_AREA)
    assert judged(page, file, mask, kind="image").verdict == "passed"
    assert judged(page[:, ::-1], file, mask[:, ::-1], kind="image").verdict == "failed"


def test_a_stronger_measure_is_asked_first_and_the_classical_one_where_it_cannot_say(references: dict[str, Path]) -> None:
    picture, mask = turned(things()["cat"])
    for score, verdict in ((0.9, "passed"), (0.4, "passed")):

        def embedded(reference: Subject, seen: Subject, _: RunContext, score: float = score) -> Likeness:
            assert reference.own.shape == reference.pixels.shape[:2]
            return Likeness(score, other=False, why="By its embedding.", confidence=0.8)

        found = judged(picture, references["cat"], mask, critic=IdentityCritic([embedded]))
        assert found.verdict == verdict
        assert (found.message == "By its embedding.") is (score > 0.5)


def test_what_cannot_be_compared_is_unchecked(references: dict[str, Path], tmp_path: Path) -> None:
    picture, mask = turned(things()["cat"])
    assert "There is no file" in judged(picture, tmp_path / "gone.png", mask).message
    assert judged(picture, references["cat"], np.zeros_like(mask)).verdict == "unchecked"
    assert judged(picture[:9, :9], references["cat"], None).verdict == "unchecked"
