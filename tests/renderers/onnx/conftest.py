"""Tiny models on disk and their exported networks, made once for all tests of the folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from engine.models import Model


@pytest.fixture(scope="session")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Model]:
    """The family's tiny model as a diffusers folder that the test's library shares; leave it as it is."""
    from engine.models import library
    from tests.renderers.onnx.pairs import built

    folder = tmp_path_factory.mktemp("models")

    def model(family: str) -> Model:
        if not (folder / family).exists():
            built(family).save_pretrained(folder / family)
        library().share(folder)
        return library().find(family)

    return model


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where exported networks lie."""
    return tmp_path_factory.mktemp("onnx")
