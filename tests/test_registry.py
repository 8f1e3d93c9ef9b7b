"""Which renderers a brief may be drawn with, by what is installed and which models are there."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from engine import registry
from engine.cli.doctor import facts
from engine.errors import BadInput
from engine.models import Model, library
from engine.models.importing import import_model
from engine.trust import offline
from engine.types import Brief
from tests.models.files import safetensors
from tests.models.test_library import SDXL


@pytest.fixture
def model(tmp_path: Path) -> Model:
    """The header of an SDXL checkpoint in the library."""
    return import_model(library(), safetensors(tmp_path / "Some XL.safetensors", SDXL), lambda _: None)


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """An installation without the extra."""
    monkeypatch.setattr(registry, "find_spec", lambda name: None if name == "torch" else find_spec(name))
    registry.hosted.cache_clear()
    yield
    registry.hosted.cache_clear()


def ids(brief: Brief) -> list[str]:
    return [renderer.id for renderer in registry.renderers(brief)]


def test_without_a_model_there_is_the_studio() -> None:
    assert ids(Brief()) == ["studio"]
    assert ids(Brief(renderer="studio")) == ["studio"]
    with pytest.raises(BadInput, match=r"no model here.*plantain models import FILE"):
        registry.renderers(Brief(renderer="diffusion"))
    with pytest.raises(BadInput, match=r"no model “sdxl”.*plantain models import"):
        registry.renderers(Brief(model="sdxl"))


def test_a_model_draws_what_the_studio_cannot_and_leads_where_it_is_named(model: Model) -> None:
    assert ids(Brief()) == ["studio", "diffusion"]
    assert ids(Brief(renderer="diffusion")) == ["diffusion"]
    assert ids(Brief(model=model.id)) == ["diffusion", "studio"]
    assert ids(Brief(model=model.path, renderer="diffusion")) == ["diffusion"]
    assert ids(Brief(renderer="studio", model="no such model")) == ["studio"]
    with pytest.raises(BadInput, match="no model “flux”"):
        registry.renderers(Brief(model="flux"))
    with pytest.raises(BadInput, match="no renderer 'magic'"):
        registry.renderers(Brief(renderer="magic"))


def test_all_runs_share_the_process_of_a_model(model: Model) -> None:
    (first,), (second,) = (registry.renderers(Brief(renderer="diffusion", seed=seed)) for seed in (1, 2))
    assert first is second


@pytest.mark.parametrize("brief", [Brief(renderer="diffusion"), Brief(model="sdxl"), Brief(renderer="onnx")])
def test_without_the_extra_it_is_said_how_to_install_it(bare: None, brief: Brief) -> None:
    assert ids(Brief()) == ["studio"]
    with pytest.raises(BadInput, match=r"not installed.*uv sync --extra diffusion"):
        registry.renderers(brief)


def test_nothing_heavy_is_loaded_for_the_lists() -> None:
    script = (
        "import sys\n"
        "from engine import registry\n"
        "from engine.types import Brief\n"
        "registry.parts(Brief())\n"
        "[host] = registry.hosted()\n"
        "print(host.pid, sorted({'torch', 'diffusers', 'transformers', 'mitsuba', 'PySide6'} & set(sys.modules)))\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "None []\n"


def test_the_doctor_says_what_a_renderer_wants(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(offline, "enforce", lambda: None)
    assert facts()["renderers"] == ["studio", "diffusion (no model: plantain models import FILE)"]
    import_model(library(), safetensors(tmp_path / "Some XL.safetensors", SDXL), lambda _: None)
    assert facts()["renderers"] == ["studio", "diffusion"]
