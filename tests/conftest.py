"""Every test runs with all but this machine blocked, and fails when it leaves a thread behind."""

from __future__ import annotations

import gc
import socket
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    connect, look_up = socket.socket.connect, socket.getaddrinfo

    def only_here(host: object) -> None:
        assert host in {"127.0.0.1", "::1", "localhost"}, f"a test tried to reach {host}"

    def guarded_connect(own: socket.socket, address: Any) -> None:
        only_here(address[0] if isinstance(address, tuple) else "localhost")
        connect(own, address)

    def guarded_look_up(host: Any, *arguments: Any, **options: Any) -> Any:
        only_here(host)
        return look_up(host, *arguments, **options)

    monkeypatch.setattr(socket.socket, "connect", guarded_connect)
    monkeypatch.setattr(socket, "getaddrinfo", guarded_look_up)


@pytest.fixture(autouse=True)
def _no_thread_left() -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    left = [thread for thread in threading.enumerate() if thread not in before and not thread.daemon]
    if left:
        gc.collect()  # a library's pool ends with the pool's last reference
        for thread in left:
            thread.join(2)
    left = [thread for thread in left if thread.is_alive()]
    assert not left, f"threads left running: {left}"
    engines = [thread for thread in threading.enumerate() if thread not in before and thread.name == "plantain-engine"]
    assert not engines, "an engine was not closed"


@pytest.fixture(autouse=True)
def own_configuration(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No test reads the configuration of whoever runs it."""
    folder = tmp_path_factory.mktemp("config")
    monkeypatch.setattr("platformdirs.user_config_dir", lambda *_, **__: str(folder))
    return folder


@pytest.fixture(autouse=True)
def own_data(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Nor the data, in this process and in those it starts: no model that happens to be there, no licence accepted."""
    base = tmp_path_factory.mktemp("data")
    folder = base / "plantain"
    folder.mkdir()
    monkeypatch.setenv("XDG_DATA_HOME", str(base))
    monkeypatch.setattr("platformdirs.user_data_dir", lambda *_, **__: str(folder))
    monkeypatch.setenv("PLANTAIN_MODELS", str(folder / "models"))
    return folder


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The folder of a tiny pipeline of the family, made once; read it, never write to it."""
    import torch

    from tests.tiny.families import save

    torch.set_num_threads(1)  # networks this small are done before a second thread has begun
    made: dict[str, Path] = {}
    base = tmp_path_factory.mktemp("tiny")
    return lambda family: made.get(family) or made.setdefault(family, save(family, base / family))
