"""Schedulers by name: every one draws, keeps the model's own noise schedule, and is refused where it does not fit."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from engine.errors import BadInput
from engine.renderers.diffusion.drawing import draw
from engine.renderers.diffusion.loading import Loaded, load
from engine.renderers.diffusion.schedulers import NAMES, scheduler
from tests.fakes import Silent
from tests.renderers.diffusion.test_extras import JOB, described


@pytest.fixture(scope="module")
def sd15(tiny: Callable[[str], Path]) -> Loaded:
    return load(described(tiny("sd15"), "pipeline", "sd15", "folder"), "fp32")


@pytest.fixture(scope="module")
def flux(tiny: Callable[[str], Path]) -> Loaded:
    return load(described(tiny("flux"), "pipeline", "flux", "folder"), "fp32")


@pytest.mark.parametrize("name", NAMES["noise"])
def test_a_scheduler_for_noise_prediction_draws(name: str, sd15: Loaded) -> None:
    chosen = scheduler(sd15, name)
    assert chosen.config.beta_end == pytest.approx(0.012)
    assert draw(sd15, JOB, Silent(), scheduler=chosen).std() > 5


@pytest.mark.parametrize("name", NAMES["flow"])
def test_a_scheduler_for_flow_matching_draws(name: str, flux: Loaded) -> None:
    chosen = scheduler(flux, name)
    assert chosen.config.use_dynamic_shifting
    assert draw(flux, JOB, Silent(), scheduler=chosen).std() > 5


def test_names_are_forgiving_and_none_is_the_models_own(sd15: Loaded) -> None:
    for name in ("DPM++_2M  Karras", "DPM++ 2M Karras", "dpm++2m karras", "dpmpp_2m_k"):
        assert type(scheduler(sd15, name)).__name__ == "DPMSolverMultistepScheduler"
        assert scheduler(sd15, name).config.use_karras_sigmas
    for name, meant in (
        ("euler_ancestral", "euler a"),
        ("uni_pc", "unipc"),
        ("kdpm_2_a", "dpm2 a"),
        ("dpmpp_2m_sde", "dpm++ 2m sde"),
    ):
        assert scheduler(sd15, name).config == scheduler(sd15, meant).config
    assert type(scheduler(sd15, "")).__name__ == "PNDMScheduler"
    assert type(sd15.pipeline.scheduler).__name__ != type(scheduler(sd15, "lcm")).__name__


def test_a_scheduler_that_does_not_fit_is_refused_with_those_that_do(flux: Loaded) -> None:
    with pytest.raises(BadInput, match=r"has no scheduler 'ddim'. It takes euler, "):
        scheduler(flux, "ddim")
