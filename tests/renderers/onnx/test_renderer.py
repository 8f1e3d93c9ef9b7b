"""The renderer with a model from the library: from words and in a region, and without its weights once its files are there."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("diffusers", reason="needs the diffusion extra")

from engine.errors import BadInput
from engine.models import Model, library
from engine.renderers.diffusion import Diffusion, speed
from engine.renderers.onnx import Onnx
from engine.types import Brief, Canvas, Plan, Sampling
from tests.fakes import Silent
from tests.renderers.contract import kept_and_drawn

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::FutureWarning", "ignore::UserWarning")
PLAN = Plan(canvas=Canvas(width=64, height=64, aspect="1:1", size="512"), kind="picture", elements=())
BRIEF = Brief(prompt="a red box", quality="fast", sampling=Sampling(steps=2))


@pytest.fixture
def model(saved: Callable[[str], Model], files: Path) -> Model:
    """A model of the library; its exported networks are those of all tests."""
    library().root.with_name("onnx").symlink_to(files)
    return saved("sd15")


@contextmanager
def damaged(*weights: Path) -> Iterator[None]:
    """While it lasts, the files hold nothing, by whose sizes and times one would not know."""
    before = {file: (file.read_bytes(), file.stat()) for file in weights}
    try:
        for file, (held, times) in before.items():
            file.write_bytes(bytes(len(held)))
            os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))
        yield
    finally:
        for file, (held, times) in before.items():
            file.write_bytes(held)
            os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))


def test_once_its_networks_are_exported_a_model_draws_without_their_weights(model: Model) -> None:
    brief = BRIEF.replace(model=model.id)
    first, torchs = (renderer.render(PLAN, brief, 3, Silent()) for renderer in (Onnx(), Diffusion()))
    assert (first.renderer, first.model, first.parameters["device"]) == ("onnx", model.id, "CPUExecutionProvider")
    assert abs(first.pixels.array.astype(int) - torchs.pixels.array).max() <= 1
    weights = [file for part in ("unet", "text_encoder") for file in (model.file / part).glob("*.safetensors")]
    with damaged(*weights):
        context = Silent()
        again = Onnx().render(PLAN, brief, 3, context)
        assert np.array_equal(again.pixels.array, first.pixels.array)
        assert not context.told
        with pytest.raises(BadInput, match="holds no weights"):
            Diffusion().render(PLAN, brief, 3, Silent())


def test_the_device_that_the_user_chose_holds(model: Model) -> None:
    speed.choose(speed.Choices(device="xpu"))
    with pytest.raises(BadInput, match="does not run on a device 'xpu' here"):
        Onnx().render(PLAN, BRIEF.replace(model=model.id), 3, Silent())


@pytest.mark.slow
def test_a_region_is_drawn_and_the_rest_stays(model: Model) -> None:
    renderer, brief = Onnx(), BRIEF.replace(model=model.id)
    first = renderer.render(PLAN, brief, 3, Silent())
    assert all(kept and drawn for kept, drawn in kept_and_drawn(renderer, PLAN, brief, first, 1.0, 0.5))
    renderer.unload()
