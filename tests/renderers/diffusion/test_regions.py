"""Each placed thing is told in its box, and nearly only there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pytest
import torch
from PIL import Image

from engine.errors import Cancelled
from engine.models import library
from engine.renderers.diffusion import Diffusion, drawing, passes, regional
from engine.renderers.diffusion.drawing import draw
from engine.renderers.diffusion.encoding import Encodings
from engine.renderers.diffusion.extras import set_controlnet, set_ip_adapter, set_loras
from engine.renderers.diffusion.jobs import Job, Placed
from engine.renderers.diffusion.loading import Loaded, load
from engine.renderers.diffusion.regions import SAY, can_tell, shares
from engine.types import Array, Box, Brief, Canvas, Element, Plan, Render, Sampling
from tests.fakes import Silent
from tests.renderers.diffusion.test_extras import PICTURE, described
from tests.tiny import extras

LEFT, RIGHT, ALL = (0.0, 0.0, 0.5, 1.0), (0.5, 0.0, 1.0, 1.0), (0.0, 0.0, 1.0, 1.0)
JOB = Job(prompt="a cat and a dog", width=96, height=64, steps=2, guidance=4.0, seed=3)
ENCODED: defaultdict[str, Encodings] = defaultdict(dict)
"""What each model's text encoders have said; nothing here changes them."""
CAT, DOG, HORSE = (Placed(box, words) for box, words in ((LEFT, "a ginger cat"), (RIGHT, "a dog"), (RIGHT, "a white horse")))


@pytest.fixture(scope="module")
def loaded(tiny: Callable[[str], Path]) -> Callable[[str], Loaded]:
    return cache(lambda family: load(described(tiny(family), "pipeline", family, "folder"), "fp32"))


def drawn(model: Loaded, *placed: Placed, **changes: Any) -> np.ndarray[Any, Any]:
    return draw(model, replace(JOB, placed=placed, **changes), Silent(), encodings=ENCODED[model.model.id]).astype(int)


@pytest.mark.parametrize("family", ["sd15", "sdxl"])
@pytest.mark.parametrize("guidance", [1.0, 4.0])
def test_a_layer_that_reads_hears_a_things_words_in_its_box_alone(
    family: str, guidance: float, loaded: Callable[[str], Loaded]
) -> None:
    """Looked at where all was equal before: behind the first such layer. Later ones spread it, as they spread everything."""
    model = loaded(family)
    after = next(layer for name, layer in model.denoiser.named_modules() if name.endswith("norm3"))
    seen: list[Any] = []
    hook = after.register_forward_pre_hook(lambda _, given: seen.append(given[0].detach().clone()))
    heard = []
    for placed in ((CAT, DOG), (CAT, HORSE)):
        seen.clear()
        picture = drawn(model, *placed, guidance=guidance)
        heard.append((seen[0], picture))
    hook.remove()
    (one, cat_and_dog), (other, cat_and_horse) = heard
    columns = 12 if family == "sd15" else 6
    changed = abs(one - other).amax(dim=2).reshape(len(one), -1, columns)
    assert changed[-1, :, : columns // 2].max() == 0
    assert changed[-1, :, columns // 2 :].min() > 0
    assert guidance == 1 or changed[0].max() == 0, "what is not wanted is heard as ever"
    assert (cat_and_dog != cat_and_horse).any()


@pytest.mark.parametrize("family", ["sd15", "sdxl", "flux", "flux2", "sd3", "chroma", "sana"])
def test_the_prompt_itself_told_everywhere_changes_nothing(family: str, loaded: Callable[[str], Loaded]) -> None:
    """Not so in the other families, whose words have places: there the things' come after the prompt's."""
    model = loaded(family)
    plain = drawn(model, steps=1)
    assert abs(drawn(model, Placed(ALL, JOB.prompt), steps=1) - plain).max() <= 1
    assert (drawn(model, CAT, DOG, steps=1) != plain).any()
    assert (drawn(model, steps=1) == plain).all(), "no trace is left"


@pytest.mark.parametrize("family", ["flux", "flux2", "qwen-image", "chroma", "sd3", "z-image", "ernie-image", "sana"])
def test_a_patch_hears_a_things_words_in_its_box_alone(family: str, loaded: Callable[[str], Loaded]) -> None:
    """Behind the first layer in which patches look at words, where all was equal before."""
    model = loaded(family)
    names = {"sana": "transformer_blocks.0.norm2", "z-image": "layers.0.attention", "ernie-image": "layers.0.self_attention"}
    layer = model.denoiser.get_submodule(names.get(family, "transformer_blocks.0.attn"))
    columns, patches = (3, 6) if family == "sana" else (6, 24)

    def heard(left: str, right: str) -> tuple[Any, Any]:
        """What the patches (rows, columns, channels) hear in the first pass for what is wanted, and the picture."""
        seen: list[Any] = []
        hook = layer.register_forward_hook(
            lambda _, __, answer: seen.append(answer[0] if isinstance(answer, tuple) else answer)
        )
        guidance = 0.0 if family == "z-image" else 1.0
        picture = drawn(model, Placed(LEFT, left), Placed(RIGHT, right), steps=1, guidance=guidance)
        hook.remove()
        return seen[0].reshape(-1, 32)[:patches].reshape(-1, columns, 32), picture

    half = columns // 2
    told, picture = heard("a ginger cat", "a dog")
    for left, right in (("a ginger cat", "a hen"), ("a ginger cow", "a dog")):
        other, another = heard(left, right)
        difference = abs(other - told).amax(dim=2)
        ends = [difference[:, :half], difference[:, -half:]]
        kept, changed = ends if right == "a hen" else ends[::-1]
        assert kept.max() < 1e-5
        assert changed.min() > 1e-5
        assert (another != picture).any()


@pytest.mark.parametrize("family", ["qwen-image", "chroma", "sd3", "z-image", "ernie-image", "sana"])
def test_what_is_not_wanted_is_heard_as_ever(family: str, loaded: Callable[[str], Loaded]) -> None:
    model = loaded(family)

    def predicted(*placed: Placed) -> list[Any]:
        """What the denoiser says in the first step of what is wanted and what is not, in the family's order."""
        said: list[Any] = []
        hook = model.denoiser.register_forward_hook(lambda _, __, answer: said.extend(answer[0]))
        drawn(model, *placed, steps=1, negative="grey")
        hook.remove()
        return said[:2]

    changed = [float(abs(one - other).max()) for one, other in zip(predicted(), predicted(CAT, DOG), strict=True)]
    assert min(changed) < 1e-5
    assert max(changed) > 1e-3


def test_a_kernel_of_the_users_own_choice_is_not_given_a_bias(loaded: Callable[[str], Loaded]) -> None:
    denoiser = loaded("flux").denoiser
    assert can_tell(denoiser)
    denoiser.set_attention_backend("_native_math")
    assert not can_tell(denoiser)
    denoiser.reset_attention_backend()


def test_it_goes_with_what_is_added_to_a_model(loaded: Callable[[str], Loaded], tmp_path: Path) -> None:
    model = loaded("sd15")

    def words_count(**changes: Any) -> None:
        kept = [
            drawn(model, *placed, steps=1, **changes) for placed in ((), (Placed(ALL, JOB.prompt),), (CAT, HORSE), (CAT, DOG))
        ]
        assert abs(kept[1] - kept[0]).max() <= 1
        assert (kept[2] != kept[3]).any()

    lora = described(extras.lora("sd15", tmp_path / "lora"), "lora", "sd15", "file")
    set_loras(model, [(lora, 1.0)])
    words_count()
    set_loras(model, [])
    set_controlnet(model, described(extras.controlnet("sd15", tmp_path / "net"), "controlnet", "sd15", "folder"))
    words_count(control=np.zeros((64, 96, 3), np.uint8))
    set_controlnet(model, None)
    set_ip_adapter(model, described(extras.ip_adapter("sd15", tmp_path / "adapter"), "ip-adapter", "sd15", "folder"))
    words_count(references=(PICTURE, 255 - PICTURE))
    set_ip_adapter(model, None)
    words_count(image=np.full((64, 96, 3), 90, np.uint8), strength=0.8)


@pytest.mark.parametrize("family", ["flux", "sd3", "z-image"])
def test_it_goes_with_what_is_added_to_a_transformer(family: str, loaded: Callable[[str], Loaded], tmp_path: Path) -> None:
    model = loaded(family)
    set_loras(model, [(described(extras.lora(family, tmp_path / "lora"), "lora", family, "file"), 1.0)])
    set_controlnet(model, described(extras.controlnet(family, tmp_path / "net"), "controlnet", family, "folder"))
    for changes in ({"steps": 1}, {"steps": 1, "control": np.zeros((64, 96, 3), np.uint8)}):
        kept = [drawn(model, *placed, **changes) for placed in ((), (Placed(ALL, JOB.prompt),), (CAT, HORSE), (CAT, DOG))]
        assert family == "z-image" or abs(kept[1] - kept[0]).max() <= 1
        assert (kept[2] != kept[3]).any()
    set_controlnet(model, None)
    set_loras(model, [])


@pytest.mark.parametrize("family", ["sd15", "z-image"])
def test_a_cancel_leaves_the_model_as_it_was(family: str, loaded: Callable[[str], Loaded]) -> None:
    model = loaded(family)
    plain = drawn(model)
    with pytest.raises(Cancelled):
        draw(model, replace(JOB, placed=(CAT, DOG)), Silent(cancel_after=2))
    assert (drawn(model) == plain).all()


@pytest.mark.parametrize("size", [(8, 12), (5, 7)])
def test_boxes_keep_their_place_at_every_depth_and_share_where_they_overlap(size: tuple[int, int]) -> None:
    rows, columns = size
    boxes: tuple[Box, ...] = (LEFT, (0.25, 0.0, 0.75, 1.0))
    while rows * columns > 1:
        said = shares(boxes, *size, rows * columns).reshape(2, rows, columns)
        assert said.sum(dim=0).max() <= SAY + 1e-6
        assert torch.allclose(said[0].sum() / said[1].sum(), torch.tensor(1.0), rtol=0.5)
        rows, columns = (rows + 1) // 2, (columns + 1) // 2
    whole = shares([LEFT], 8, 8, 64).reshape(8, 8)
    assert (whole[:, :4] == SAY).all()
    assert (whole[:, 4:] == 0).all()


def plan(*placed: bool) -> Plan:
    cat, dog, sign = placed
    elements = (
        Element(id="cat", label="cat", kind="thing", box=LEFT, placed=cat),
        Element(id="dog", label="dog", kind="thing", box=RIGHT, placed=dog),
        Element(id="sign", label="headline", kind="text", text="HI", box=(0.1, 0.1, 0.9, 0.3), placed=sign),
    )
    return Plan(canvas=Canvas(width=96, height=64, aspect="3:2", size="512"), kind="picture", elements=elements)


@pytest.mark.parametrize(
    ("placed", "family", "told"),
    [
        ((True, True, True), "sd15", ["cat", "dog"]),
        ((True, False, True), "sd15", []),
        ((False, False, False), "sd15", []),
        ((True, True, False), "flux", ["a cat", "a dog"]),
        ((True, True, False), "z-image", ["a cat", "a dog"]),
    ],
)
def test_things_are_told_in_place_where_a_hand_placed_two_of_them(
    placed: tuple[bool, ...], family: str, told: list[str], tiny: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    jobs = seen_by(passes, monkeypatch)
    library().share(tiny(family).parent)
    brief = Brief(prompt="pets", model=library().find(family).id, quality="fast", sampling=Sampling(steps=1))
    renderer = Diffusion()
    made: Render = renderer.render(plan(*placed), brief, 1, Silent())
    renderer.unload()
    assert [one.words for one in jobs[0].placed] == told
    assert made.parameters.get("told in place", 0) == len(told)


def test_a_picture_that_is_started_from_by_a_soft_mask_is_told_of_places_as_well(
    tiny: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    jobs = seen_by(regional, monkeypatch)
    Image.fromarray(PICTURE).save(tmp_path / "start.png")
    library().share(tiny("ernie-image").parent)
    brief = Brief(
        prompt="pets",
        model=library().find("ernie-image").id,
        quality="fast",
        sampling=Sampling(steps=1),
        references=(str(tmp_path / "start.png"),),
    )
    renderer = Diffusion()
    renderer.render(plan(True, True, False), brief, 1, Silent())
    renderer.unload()
    assert [one.words for one in jobs[0].placed] == ["a cat", "a dog"]


def seen_by(module: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[Job]:
    """The jobs that the module has drawn, in a list that fills."""
    jobs, own = list[Job](), drawing.draw

    def seen(model: Any, job: Job, *others: Any, **options: Any) -> Array:
        jobs.append(job)
        return own(model, job, *others, **options)

    monkeypatch.setattr(module, "draw", seen)
    return jobs
