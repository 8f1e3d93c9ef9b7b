"""Pipelines whose networks ONNX Runtime runs draw what torch draws, in every mode and with all that is added to a model."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

pytest.importorskip("diffusers", reason="needs the diffusion extra")

from engine.models import Model
from engine.renderers.diffusion.kit import Kit
from engine.renderers.diffusion.schedulers import scheduler
from engine.types import Array
from tests.renderers.onnx.pairs import PIXELS, built, described, pair
from tests.tiny import extras

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::FutureWarning", "ignore::UserWarning")
Saved = Callable[[str], Model]
NOISE = np.random.default_rng(1).integers(0, 256, (64, 64, 3), np.uint8)
SLOW = ("sdxl", "flux", "z-image")
"""Families that are tried with their text encoders by the slow tests alone."""


def picture(pixels: Array = NOISE) -> Any:
    from PIL import Image

    return Image.fromarray(pixels)


def mask() -> Any:
    return picture(np.uint8(np.arange(64) < 24) * np.ones((64, 1), np.uint8) * 255)


@pytest.mark.parametrize("family", ["sd15", *(pytest.param(name, marks=pytest.mark.slow) for name in SLOW)])
def test_the_same_picture_as_torch_at_every_size_and_prompt(family: str, saved: Saved, files: Path) -> None:
    both = pair(Kit(saved(family)), files)
    both.agree()
    for size, prompt in (((64, 64), "a red box"), ((48, 96), "a red box on a blue table, in the evening")):
        both.agree(size=size, prompt=prompt, output_type="latent")
    assert len(both.told) == len(set(both.told)), "one file each"
    assert not any("another size" in sentence or "cannot" in sentence for sentence in both.told)


def test_pictures_and_masks_go_in_as_before(saved: Saved, files: Path) -> None:
    both = pair(Kit(saved("sd15")), files)
    plain = both.agree()
    assert np.abs(both.agree("image", image=picture(), strength=0.8) - plain).max() > 10 * PIXELS
    assert np.abs(both.agree("inpaint", image=picture(), mask_image=mask()) - plain).max() > 10 * PIXELS


def test_a_negative_prompt_and_another_scheduler_need_no_new_file(saved: Saved, files: Path) -> None:
    both = pair(Kit(saved("sd15")), files)
    plain = both.agree()
    both.told.clear()
    assert np.abs(both.agree(negative_prompt="rain, fog") - plain).max() > 10 * PIXELS
    for name in ("euler", "dpm++ 2m"):
        for made in (both.torchs, both.ours):
            made.mode("text").scheduler = scheduler(made, name)
        assert np.abs(both.agree() - plain).max() > 10 * PIXELS
    assert not both.told


@pytest.mark.slow
@pytest.mark.parametrize("family", ["sd15", "flux"])
def test_a_controlnet_is_followed_in_every_mode(family: str, saved: Saved, files: Path, tmp_path: Path) -> None:
    controlnet = described(extras.controlnet(family, tmp_path / "net", built(family)), "controlnet", family)
    both = pair(Kit(saved(family), controlnet=controlnet), files)
    control = "image" if family == "sd15" else "control_image"
    size: dict[str, Any] = {"height": 64, "width": 64}
    one = both.agree("control", **{control: picture()}, **size)
    assert np.abs(both.agree("control", **{control: picture(255 - NOISE)}, **size) - one).max() > 10 * PIXELS
    both.agree("control image", image=picture(), control_image=picture(255 - NOISE), strength=0.8)
    both.agree("control inpaint", image=picture(), control_image=picture(255 - NOISE), mask_image=mask(), strength=0.8)
    assert not any("cannot" in sentence for sentence in both.told)


@pytest.mark.slow
def test_qwen_image_edit_sees_references_of_any_size(saved: Saved, files: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its eye, its transformer and a VAE that remembers films: nothing is left to torch. It looks at 128 pixels for 1024."""
    from diffusers.pipelines.qwenimage import pipeline_qwenimage_edit_plus as edit

    fitted = edit.calculate_dimensions
    monkeypatch.setattr(edit, "calculate_dimensions", lambda area, ratio: fitted(area / 64, ratio))
    both = pair(Kit(saved("qwen-image-edit")), files)
    one = both.agree("edit", image=[picture()])
    other = both.agree("edit", image=[picture(255 - NOISE)])
    assert np.abs(other - one).max() > 1e-4, "weights made on the spot heed little of what they are shown"
    both.agree("edit", image=[picture(NOISE[:48]), picture()])
    assert not any("cannot" in sentence for sentence in both.told)


@pytest.mark.slow
@pytest.mark.parametrize("family", ["z-image", "qwen-image"])
def test_a_controlnet_of_complex_numbers_is_followed(family: str, saved: Saved, files: Path, tmp_path: Path) -> None:
    """Z-Image's works with layers of the denoiser's, whose weights torch must have for it."""
    controlnet = described(extras.controlnet(family, tmp_path / "net", built(family)), "controlnet", family)
    both = pair(Kit(saved(family), controlnet=controlnet), files)
    one = both.agree("control", control_image=picture())
    assert np.abs(both.agree("control", control_image=picture(255 - NOISE)) - one).max() > 5 * PIXELS
    assert not any("cannot" in sentence for sentence in both.told)


@pytest.mark.slow
@pytest.mark.parametrize("family", ["sd15", "flux"])
def test_loras_are_at_work_with_their_weights_and_no_others(family: str, saved: Saved, files: Path, tmp_path: Path) -> None:
    first, second = (
        described(extras.lora(family, tmp_path / name, built(family), seed), "lora", family, "file")
        for seed, name in enumerate(("first", "second"))
    )
    model, seen = saved(family), list[Array]()
    for loras in ((), ((first, 1.0),), ((first, 0.5),), ((second, 1.0),), ((first, 1.0), (second, 0.5)), ()):
        both = pair(Kit(model, loras=loras), files)
        seen.append(both.agree())
        changed = {sentence.split(" is made ready")[0] for sentence in both.told}
        assert changed <= {"The unet", "The transformer"} if loras else True, (
            "a LoRA without a text encoder leaves that as it is"
        )
    assert np.array_equal(seen[0], seen[-1])
    apart = [np.abs(one - other).max() for number, one in enumerate(seen[:-1]) for other in seen[:number]]
    assert min(apart) > 5 * PIXELS


@pytest.mark.slow
def test_references_are_shown_by_an_ip_adapter(saved: Saved, files: Path, tmp_path: Path) -> None:
    adapter = described(extras.ip_adapter("sd15", tmp_path / "adapter", built("sd15")), "ip-adapter", "sd15")
    both = pair(Kit(saved("sd15"), adapter=adapter), files)
    one = both.agree(ip_adapter_image=[[picture()]])
    assert np.abs(both.agree(ip_adapter_image=[[picture(255 - NOISE)]]) - one).max() > 10 * PIXELS
    both.agree("inpaint", image=picture(), mask_image=mask(), ip_adapter_image=[[picture()]])
    assert not any("cannot" in sentence for sentence in both.told)
