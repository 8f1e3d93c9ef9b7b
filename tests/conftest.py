"""Every test runs with the network blocked, and fails when it leaves a thread behind."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a test tried to open a connection")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.fixture(autouse=True)
def _no_thread_left() -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    left = [thread for thread in threading.enumerate() if thread not in before and not thread.daemon]
    assert not left, f"threads left running: {left}"
    engines = [thread for thread in threading.enumerate() if thread.name == "plantain-engine"]
    assert not engines, "an engine was not closed"


@pytest.fixture(autouse=True)
def own_configuration(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No test reads the configuration of whoever runs it."""
    folder = tmp_path_factory.mktemp("config")
    monkeypatch.setattr("engine.thresholds.platformdirs.user_config_dir", lambda *_, **__: str(folder))
    return folder


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The folder of a tiny pipeline of the family, made once; read it, never write to it."""
    from tests.tiny.families import save

    made: dict[str, Path] = {}
    base = tmp_path_factory.mktemp("tiny")
    return lambda family: made.get(family) or made.setdefault(family, save(family, base / family))
