"""A soft mask that unlocks step by step, in every family: what is locked is the picture's own at the end, latent for latent."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import numpy as np
import pytest

from engine.models import Family, Model
from engine.renderers.diffusion.drawing import draw
from engine.renderers.diffusion.extras import set_controlnet
from engine.renderers.diffusion.families import settings
from engine.renderers.diffusion.jobs import Job
from engine.renderers.diffusion.latents import encode, unpacked
from engine.renderers.diffusion.loading import Loaded, load
from engine.renderers.diffusion.regional import repainted, unlocking
from engine.renderers.region import Native, Patch, rerender
from engine.types import Array, Raster, Region
from tests.fakes import Silent
from tests.renderers.diffusion.test_extras import described
from tests.tiny import extras
from tests.tiny.families import FAMILIES

SIDE = 64
PICTURE = np.random.default_rng(0).integers(0, 255, (SIDE, SIDE, 3)).astype(np.uint8)
RIGHT = np.zeros((SIDE, SIDE), np.float32)
RIGHT[:, SIDE // 2 :] = 1


@pytest.fixture(scope="module")
def loaded(tiny: Callable[[str], Path]) -> Callable[[str], Loaded]:
    def model(family: str) -> Model:
        return Model(
            id=family, name=family, path=str(tiny(family)), role="pipeline", family=cast(Family, family), layout="folder",
            precision="fp32", parameters=0, bytes=0,
        )  # fmt: skip

    return cache(lambda family: load(model(family), "fp32"))


def job(model: Loaded, **changes: Any) -> Job:
    guidance = settings(model.traits, model.pipeline).guidance
    return Job(**{"prompt": "a cat", "width": SIDE, "height": SIDE, "steps": 3, "guidance": guidance, "seed": 3, **changes})


def last_grid(model: Loaded, mask: Array, monkeypatch: pytest.MonkeyPatch, strength: float = 1.0) -> Any:
    """The latents of the last step, as a grid (channels, rows, columns), of a pass under the mask."""
    seen: list[Any] = []

    def watched(vae: Any, pixels: Array, mask: Array, seed: int) -> Any:
        steer = unlocking(vae, pixels, mask, seed)

        def watching(pipeline: Any, step: int, latents: Any) -> Any:
            seen.append(steer(pipeline, step, latents))
            return seen[-1]

        return watching

    monkeypatch.setattr("engine.renderers.diffusion.regional.unlocking", watched)
    repainted(model, job(model), Patch(PICTURE, mask, strength, (slice(0, SIDE), slice(0, SIDE))), Silent())
    clean = encode(model.pipeline.vae, PICTURE)
    return unpacked(seen[-1], clean.shape[1], SIDE, SIDE)[0], clean[0]


@pytest.mark.parametrize("family", FAMILIES)
def test_what_is_locked_ends_as_it_was_and_the_rest_is_drawn(
    family: str, loaded: Callable[[str], Loaded], monkeypatch: pytest.MonkeyPatch
) -> None:
    model = loaded(family)
    grid, clean = last_grid(model, RIGHT, monkeypatch)
    half = clean.shape[2] // 2
    assert (grid - clean)[..., :half].abs().max() < 1e-4
    assert (grid - clean)[..., half:].abs().mean() > 0.05


def test_the_mask_unlocks_from_where_it_is_at_least_the_share_of_the_steps_left(loaded: Callable[[str], Loaded]) -> None:
    from diffusers import FlowMatchEulerDiscreteScheduler

    vae, scheduler = loaded("sd3").pipeline.vae, FlowMatchEulerDiscreteScheduler()
    scheduler.set_timesteps(4)
    ramp = np.repeat(np.linspace(0, 1, 8, dtype=np.float32), SIDE // 8)[None].repeat(SIDE, axis=0)
    clean, steer = encode(vae, PICTURE), unlocking(vae, PICTURE, ramp, seed=5)
    passing = SimpleNamespace(scheduler=scheduler, num_timesteps=4)
    free = [(steer(passing, step, 9 + clean) == 9 + clean)[0, 0].all(dim=0) for step in range(4)]
    columns = np.linspace(0, 1, 8).repeat(clean.shape[3] // 8)
    for step, unlocked in enumerate(free):
        assert unlocked.tolist() == (columns > max(0, 1 - (step + 1) / 4)).tolist()
    assert (steer(passing, 3, 9 + clean) == clean)[0, :, :, 0].all()


@pytest.mark.parametrize("family", FAMILIES)
def test_the_crop_is_encoded_once(family: str, loaded: Callable[[str], Loaded], monkeypatch: pytest.MonkeyPatch) -> None:
    model = loaded(family)
    vae, encoded = model.pipeline.vae, []
    encode = vae.encode

    def counting(pixels: Any, *rest: Any, **named: Any) -> Any:
        encoded.append(pixels)
        return encode(pixels, *rest, **named)

    monkeypatch.setattr(vae, "encode", counting)
    for _ in range(2):
        repainted(model, job(model), Patch(PICTURE, RIGHT, 1.0, (slice(0, SIDE), slice(0, SIDE))), Silent())
    assert len(encoded) == 2, "once a pass"
    assert vae.encode is counting


@pytest.mark.parametrize("family", ["sd15", "flux"])
def test_a_region_of_a_picture_is_drawn_by_a_model_and_nothing_else_changes(
    family: str, loaded: Callable[[str], Loaded]
) -> None:
    model = loaded(family)
    picture = np.random.default_rng(1).integers(0, 255, (150, 130, 3)).astype(np.uint8)
    mask = np.zeros((150, 130), np.uint8)
    mask[40:90, 50:100] = 255
    context, region = Silent(), Region(box=(0, 0, 1, 1), mask=Raster(mask))

    def again() -> Array:
        native = Native(model.traits.multiple, SIDE * SIDE, 160 * 160)
        return rerender(picture, region, native, lambda patch: repainted(model, job(model), patch, context), context)

    after = again()
    assert np.array_equal(after[mask == 0], picture[mask == 0])
    assert (after[mask > 0] != picture[mask > 0]).mean() > 0.5
    assert np.array_equal(after, again()), "the same seed, the same picture"


def test_a_sketch_is_encoded_at_half_its_size_and_not_decoded(
    loaded: Callable[[str], Loaded], monkeypatch: pytest.MonkeyPatch
) -> None:
    model, context, seen = loaded("sd15"), Silent(), list[tuple[float, int, Array]]()
    decode, decoded = model.pipeline.vae.decode, list[Any]()
    encode, encoded = model.pipeline.vae.encode, list[int]()

    def counting(latents: Any, *rest: Any, **named: Any) -> Any:
        decoded.append(latents)
        return decode(latents, *rest, **named)

    def sized(pixels: Any, *rest: Any, **named: Any) -> Any:
        encoded.append(pixels.shape[-1])
        return encode(pixels, *rest, **named)

    monkeypatch.setattr(model.pipeline.vae, "decode", counting)
    monkeypatch.setattr(model.pipeline.vae, "encode", sized)

    def paint(patch: Patch) -> Array:
        drawn = repainted(model, job(model), patch, context, projection=model.projection())
        seen.append((patch.steps, len(decoded), drawn))
        return drawn

    region = Region(box=(0.4, 0.4, 0.6, 0.6))
    rerender(np.zeros((160, 160, 3), np.uint8), region, Native(8, 96 * 96, 160 * 160), paint, context)
    (sketched, before, sketch), (fully, after, final) = seen
    assert (sketched < 1, before, fully, after) == (True, 0, 1.0, 1)
    assert encoded[-2:] == [sketch.shape[1] / 2, final.shape[1]]
    assert model.pipeline.vae.encode is sized
    assert sketch.std() > 1, "it shows something"


def test_a_denoiser_trained_to_inpaint_is_shown_the_mask(
    loaded: Callable[[str], Loaded], monkeypatch: pytest.MonkeyPatch
) -> None:
    model = loaded("sd15")
    asked: list[Job] = []

    def drawn(own: Loaded, given: Job, context: Any, **options: Any) -> Array:
        asked.append(given)
        return draw(own, given, context, **options)

    monkeypatch.setattr("engine.renderers.diffusion.regional.draw", drawn)
    patch = Patch(PICTURE, RIGHT, 1.0, (slice(0, SIDE), slice(0, SIDE)))
    repainted(model, job(model), patch, Silent())
    monkeypatch.setattr("engine.renderers.diffusion.regional.inpaints", lambda _: True)
    repainted(model, job(model), patch, Silent())
    assert asked[0].mask is None
    assert asked[1].mask is not None
    assert np.array_equal(asked[1].mask, (255 * RIGHT).astype(np.uint8))


@pytest.mark.parametrize("family", ["sd15", "sd3"])
def test_a_controlnet_is_followed_where_the_patch_lies(
    family: str, loaded: Callable[[str], Loaded], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By sd3 only from words: it then runs all of its steps, and the mask unlocks as late as the strength says."""
    model = loaded(family)
    set_controlnet(model, described(extras.controlnet(family, tmp_path), "controlnet", family, "folder"))
    asked: list[Job] = []

    def seen(own: Loaded, given: Job, context: Any, **options: Any) -> Array:
        asked.append(given)
        return draw(own, given, context, **options)

    monkeypatch.setattr("engine.renderers.diffusion.regional.draw", seen)
    whole = np.random.default_rng(2).integers(0, 256, (160, 128, 3), np.uint8)
    place = (slice(32, 32 + SIDE), slice(16, 16 + SIDE))
    drawn = []
    for control in (whole, 255 - whole):
        given = job(model, control=control, width=128, height=160)
        drawn.append(repainted(model, given, Patch(PICTURE, RIGHT, 0.7, place), Silent()))
    set_controlnet(model, None)
    assert asked[0].control is not None
    assert np.array_equal(asked[0].control, whole[place])
    assert (asked[0].image is None) == (family == "sd3")
    assert asked[0].whole == (128, 160)
    assert (drawn[0] != drawn[1])[:, SIDE // 2 :].any()


def test_a_patch_of_sdxl_is_a_part_of_a_large_picture(loaded: Callable[[str], Loaded]) -> None:
    """SDXL was told the sizes of the pictures it learned from: a small one looks coarse."""
    model = loaded("sdxl")
    known: list[Any] = []
    model.denoiser.register_forward_pre_hook(
        lambda _, given, named: known.append(named["added_cond_kwargs"]["time_ids"][0].tolist()), with_kwargs=True
    )
    patch = Patch(PICTURE, RIGHT, 1.0, (slice(0, SIDE), slice(0, SIDE)))
    repainted(model, job(model, width=1152, height=896), patch, Silent())
    assert known[0] == [896, 1152, 0, 0, 896, 1152]


def test_a_sketch_takes_its_share_of_the_steps(loaded: Callable[[str], Loaded]) -> None:
    model, context = loaded("sdxl"), Silent()
    patch = Patch(PICTURE, RIGHT, 1.0, (slice(0, SIDE), slice(0, SIDE)), steps=1 / 7)
    repainted(model, job(model, steps=28), patch, context)
    assert [done for stage, done in context.stages if stage == "render"] == [0, 0.25, 0.5, 0.75, 1]
