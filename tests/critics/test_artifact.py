"""Each flaw made on purpose is found; clean flat and staged pictures are not accused."""

import shutil
from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
import pytest

from engine.api import RunContext
from engine.bench.logos import marked
from engine.composite import overlap, window
from engine.critics.artifact import ArtifactCritic, group_of
from engine.critics.draft import untouched
from engine.critics.onnx import card
from engine.fixers.rerender import Rerender
from engine.planners.grammar import Grammar
from engine.renderers.studio import Studio
from engine.training.damage import damaged
from engine.training.figures import shows
from engine.types import Array, Box, Brand, Brief, Finding, Fix, Plan, Raster, Render
from tests.critics import pictures
from tests.critics.pictures import Thing, changed, judged, poster
from tests.critics.test_draft import LOGO
from tests.fakes import Silent

CRITIC = ArtifactCritic(Studio())
THINGS = (Thing("a", "sphere", "red", ((0.3, 0.6),), 0.15), Thing("b", "cube", "blue", ((0.7, 0.6),), 0.12))


def still_life(side: int = 400) -> tuple[Plan, Render]:
    """A drawing that is not the studio's, so that no draft is like it."""
    plan, render = pictures.still_life(THINGS, side=side)
    return plan, render.replace(retouched=True)


def finding(plan: Plan, render: Render, pixels: Array) -> Finding:
    return judged(CRITIC, plan, changed(render, pixels))["artifact"]


def test_clean_pictures_pass() -> None:
    assert judged(CRITIC, *still_life(512))["artifact"].verdict == "passed"
    assert judged(CRITIC, *poster())["artifact"].verdict == "passed"
    assert judged(CRITIC, *poster(ground="white"))["artifact"].verdict == "passed"
    assert judged(CRITIC, *poster(ground="black"))["artifact"].verdict == "passed"


def noisy(pixels: Array) -> Array:
    noise = np.random.default_rng(1).normal(0, 14, pixels.shape)
    out: Array = np.clip(pixels + noise, 0, 255).astype(np.uint8)
    return out


def dead(pixels: Array) -> Array:
    out = pixels.copy()
    out[40:90, 60:120] = 0
    return out


def banded(pixels: Array) -> Array:
    """The upper part becomes a gradient in steps of ten levels."""
    out = pixels.copy()
    out[:200] = (np.linspace(60, 220, 200) // 10 * 10)[:, None, None]
    return out


def seamed(pixels: Array) -> Array:
    out = pixels.copy()
    out[:, 200:] = cv2.add(out[:, 200:], (10, 10, 10, 0))
    return out


def burnt(pixels: Array) -> Array:
    return np.asarray(cv2.add(pixels, (110, 110, 110, 0)))


FLAWS: dict[str, Callable[[Array], Array]] = {
    "blurred": lambda pixels: cv2.GaussianBlur(pixels, (0, 0), 2.5),
    "Noise": noisy,
    "dead": dead,
    "steps": banded,
    "seam": seamed,
    "burnt": burnt,
    "repeats": lambda pixels: np.tile(cv2.resize(pixels, (256, 256), interpolation=cv2.INTER_AREA), (2, 2, 1)),
}


@pytest.mark.parametrize("flaw", FLAWS)
def test_a_flaw_is_found_and_named(flaw: str) -> None:
    plan, render = still_life(512)
    told = finding(plan, render, FLAWS[flaw](render.pixels.array))
    assert told.verdict == "failed"
    if flaw != "repeats":
        assert flaw in told.message


def test_the_place_of_a_dead_block_is_shown() -> None:
    plan, render = still_life(512)
    box = finding(plan, render, dead(render.pixels.array)).box
    assert box is not None
    assert (box[0] * 512, box[1] * 512) == pytest.approx((60, 40), abs=3)


def test_a_blurred_poster_is_found() -> None:
    plan, render = poster()
    assert finding(plan, render, cv2.GaussianBlur(render.pixels.array, (0, 0), 3)).verdict == "failed"


def test_the_studio_s_scenes_are_held_to_limits_of_their_own() -> None:
    plan, render = still_life()
    drawn = render.replace(renderer="studio", retouched=False)
    assert group_of(plan, drawn) == "scenes"
    assert group_of(plan.replace(camera=plan.camera.replace(f_number=2.0)), drawn) == "scenes"
    assert group_of(plan.replace(kind="flat"), drawn) == "artwork"
    assert group_of(plan, drawn.replace(model="one that painted a part of it")) == "pictures"
    assert group_of(plan, drawn.replace(retouched=True)) == "pictures"
    opened = drawn.replace(file=Raster(np.zeros((1, 9), np.uint8)))
    assert [group_of(one, opened) for one in (plan, plan.replace(kind="flat"))] == ["pictures", "artwork"]
    for one in (plan, plan.replace(kind="flat")):
        assert untouched(one, drawn)
        assert not untouched(one, opened)
        assert not untouched(one, drawn.replace(retouched=True))
        assert not untouched(one, drawn.replace(pixels=Raster(drawn.pixels.array[:, 80:])))
    assert group_of(plan, drawn.replace(pixels=Raster(drawn.pixels.array[:, 80:]))) == "pictures"
    assert group_of(plan, render.replace(renderer="file")) == "pictures"


def small(prompt: str, width: int = 160, brand: Brand | None = None) -> tuple[Plan, Render]:
    brief = Brief(prompt=prompt, size="512", quality="fast", brand=brand)
    plan = Grammar().plan(brief)
    plan = plan.replace(canvas=plan.canvas.replace(width=width, height=160))
    return plan, Studio().render(plan, brief, 1, Silent())


class Watched(Studio):
    """Remembers the sizes of its drafts and the places that it drew again."""

    def __init__(self) -> None:
        self.drafts = list[tuple[int, int]]()
        self.places = list[Box]()

    def draft(self, plan: Plan, base: Render, size: tuple[int, int], context: RunContext) -> Render:
        self.drafts.append(size)
        return super().draft(plan, base, size, context)

    def again(self, plan: Plan, base: Render, box: Box, context: RunContext) -> Render:
        self.places.append(box)
        return super().again(plan, base, box, context)


def test_a_draft_is_drawn_once_for_one_plan() -> None:
    plan, render = small("A red box on a grey table")
    studio = Watched()
    critic = ArtifactCritic(studio)
    for one in (render, render.replace(pixels=Raster(255 - render.pixels.array)), render.replace(seed=2)):
        judged(critic, plan, one)
    assert studio.drafts == [(80, 80)] * 2


@pytest.mark.parametrize("prompt", ["A chrome ball on a grey table", "A glass jar of honey on a wooden table"])
def test_what_is_accused_is_drawn_again_and_sound_where_that_is_the_same(prompt: str, monkeypatch: pytest.MonkeyPatch) -> None:
    plan, render = small(prompt, 165)
    monkeypatch.setitem(card("flaws")["scenes"], "thresholds", {"oversharpened": 1e-4, "doubled": 0.2})
    studio = Watched()
    critic = ArtifactCritic(studio)
    assert judged(critic, plan, render)["artifact"].verdict == "passed"
    accused = len(studio.places)
    assert accused > 0
    spoilt = render.pixels.array.copy()
    spoilt[60:90, 60:90] = spoilt[60:90, 90:120]
    found = judged(critic, plan, changed(render, spoilt))["artifact"]
    assert found.verdict == "failed"
    assert found.box is not None
    assert overlap(found.box, (60 / 165, 60 / 160, 90 / 165, 90 / 160)) > 0
    assert len(studio.places) > accused


def test_where_a_brand_kit_is_gone_there_is_no_draft_and_no_verdict_is_as_sure(tmp_path: Path) -> None:
    logo = Path(shutil.copy(LOGO, tmp_path / "logo.png"))
    plan, render = small("A white mug with our logo on a grey table", brand=Brand(name="kit", logo=str(logo)))
    other = render.replace(parameters={**render.parameters, "face:text": "a font that is not here"})
    critic = ArtifactCritic(Studio())
    with_kit, without_font = (judged(ArtifactCritic(Studio()), plan, one)["artifact"] for one in (render, other))
    spoilt = render.pixels.array.copy()
    spoilt[60:90, 60:90] = spoilt[60:90, 90:120]
    judged(critic, plan, render)
    logo.unlink()
    assert judged(critic, plan, changed(render, spoilt))["artifact"].verdict == "failed"
    without_logo = judged(ArtifactCritic(Studio()), plan, render)["artifact"]
    assert [one.verdict for one in (with_kit, without_font, without_logo)] == ["passed"] * 3
    assert with_kit.confidence > without_font.confidence == without_logo.confidence


@pytest.fixture(scope="module")
def design() -> tuple[Plan, Render]:
    brief = Brief(prompt='A bold concert poster that says "NIGHT TIDE", with a smaller line "until Sunday"', size="512")
    plan = Grammar().plan(brief)
    return plan, Studio().render(plan, brief, 0, Silent())


def test_a_design_is_held_beside_the_same_drawn_again_where_whatever_differs_is_a_flaw(design: tuple[Plan, Render]) -> None:
    plan, render = design
    critic = ArtifactCritic(Studio())
    sound = judged(critic, plan, render)["artifact"]
    elsewhere = judged(critic, plan, render.replace(parameters={}))["artifact"]
    assert sound.verdict == elsewhere.verdict == "passed"
    assert (sound.score, sound.confidence) == (1.0, 1.0)
    assert elsewhere.confidence < 1
    for kind in ("tiled", "broken", "seamed", "doubled", "oversharpened", "jpeg"):
        for seed in range(2):
            after, mask = damaged(kind, render.pixels.array, 0.5, seed)
            if shows(render.pixels.array, after, mask):
                found = judged(critic, plan, render.replace(pixels=Raster(after)))["artifact"]
                assert (found.verdict, found.confidence) == ("failed", 1.0), (kind, seed)
                assert found.box is not None
                assert mask[window(found.box, render.width, render.height)].any(), (kind, seed)
    gone = render.pixels.array.copy()
    gone[300:, 100:250] = gone[5, 5]
    missing = judged(critic, plan, render.replace(pixels=Raster(gone)))["artifact"]
    assert missing.verdict == "failed"


def test_a_part_drawn_with_another_seed_is_no_flaw(design: tuple[Plan, Render]) -> None:
    plan, render = design
    brief = Brief(prompt="A bold concert poster", size="512")
    fix = Fix(kind="rerender", fixer="rerender", answers=(), message="", box=(0.0, 0.5, 1.0, 1.0), seed=5)
    parted = Rerender().apply(fix, plan, brief, render, Studio(), Silent())
    assert (parted.pixels.array != render.pixels.array).any()
    assert judged(ArtifactCritic(Studio()), plan, parted)["artifact"].verdict == "passed"


def test_a_failure_is_surer_than_a_pass_and_the_surer_the_worse_it_is() -> None:
    plan, render = still_life(512)
    slight = finding(plan, render, cv2.GaussianBlur(render.pixels.array, (0, 0), 1.6))
    strong = finding(plan, render, cv2.GaussianBlur(render.pixels.array, (0, 0), 3))
    assert slight.verdict == strong.verdict == "failed"
    assert judged(CRITIC, plan, render)["artifact"].confidence < slight.confidence <= strong.confidence <= 1


def test_the_joints_of_boards_are_no_seam_but_the_same_step_on_a_plain_ground_is() -> None:
    plan, render = still_life()
    shade = np.random.default_rng(0).normal(0, 12, (1, render.width, 1)).cumsum(axis=1)
    lit = 110 + 40 * np.tanh(shade / 40) + np.where(np.arange(render.height) < 200, 0, 70)[:, None, None]
    boards = np.broadcast_to(np.clip(lit, 0, 255), render.pixels.shape).astype(np.uint8)
    laid = Raster(np.full(boards.shape[:2], 255, np.uint8))
    ground = plan.elements[0].replace(id="boards", kind="table")
    assert "straight seam" in finding(plan, render, boards).message
    tabled = plan.replace(elements=(*plan.elements, ground))
    assert "straight seam" not in finding(tabled, render.replace(masks={**render.masks, "boards": laid}), boards).message


@pytest.mark.slow
def test_lines_of_a_logo_that_run_in_parallel_are_no_doubles() -> None:
    mug = next(subject for subject in marked() if subject.name == "logo-mug")
    plan, render = mug.plan, mug.render.replace(retouched=True)
    wanted = [one for one in plan.requirements if one.kind == "artifact"]
    (finding,) = ArtifactCritic(Studio()).check(plan, wanted, render, Silent())
    assert finding.verdict == "passed"
    unmarked = render.replace(masks={name: mask for name, mask in render.masks.items() if name != "logo"})
    (finding,) = ArtifactCritic(Studio()).check(plan, wanted, unmarked, Silent())
    assert "doubled" in finding.message
