"""Which renderers a brief may be drawn with, by what is installed and which models are there."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest
from packaging.requirements import Requirement

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
    assert ids(Brief()) == ["studio", "diffusion", "onnx"]
    assert ids(Brief(renderer="diffusion")) == ["diffusion"]
    assert ids(Brief(model=model.id)) == ["diffusion", "onnx", "studio"]
    assert ids(Brief(renderer="onnx")) == ["onnx"]
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


def test_directml_leads_on_windows_without_an_nvidia_card(monkeypatch: pytest.MonkeyPatch) -> None:
    for system, driver, first in (("win32", None, "onnx"), ("win32", "nvcuda.dll", "diffusion"), ("linux", None, "diffusion")):
        monkeypatch.setattr("sys.platform", system)
        monkeypatch.setattr(registry, "find_library", lambda _, driver=driver: driver)
        registry.hosted.cache_clear()
        assert registry.hosted()[0].id == first
    registry.hosted.cache_clear()


@pytest.mark.parametrize("system", ["win32", "darwin", "linux"])
def test_exactly_one_build_of_onnx_runtime_is_installed(system: str) -> None:
    wanted = [Requirement(line) for line in tomllib.loads(Path("pyproject.toml").read_text("utf-8"))["project"]["dependencies"]]
    builds = [one for one in wanted if one.name.startswith("onnxruntime")]
    assert len([one for one in builds if one.marker is None or one.marker.evaluate({"sys_platform": system})]) == 1


def test_nothing_heavy_is_loaded_for_the_lists() -> None:
    script = (
        "import sys\n"
        "from engine import registry\n"
        "from engine.types import Brief\n"
        "registry.parts(Brief())\n"
        "print([host.pid for host in registry.hosted()])\n"
        "print(sorted({'torch', 'diffusers', 'transformers', 'mitsuba', 'PySide6'} & set(sys.modules)))\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.split("\n")[:2] == ["[None, None]", "[]"]


def test_the_doctor_says_what_a_renderer_wants(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(offline, "enforce", lambda: None)
    assert facts()["renderers"] == [
        "studio",
        *(f"{name} (no model: plantain models import FILE)" for name in ("diffusion", "onnx")),
    ]
    import_model(library(), safetensors(tmp_path / "Some XL.safetensors", SDXL), lambda _: None)
    assert facts()["renderers"] == ["studio", "diffusion", "onnx"]
