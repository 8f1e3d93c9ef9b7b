"""The offline guard: from `enforce()` on, this process cannot open a network connection to another machine."""

from __future__ import annotations

import os
import sys
from typing import Any, Final

from engine.errors import EngineFailure

SETTINGS: Final = {"HF_HUB_OFFLINE": "1", "HF_HUB_DISABLE_TELEMETRY": "1", "HF_HUB_DISABLE_SYMLINKS": "1"}
_LOOPBACK: Final = ("127.", "::1", "localhost")
_state = {"enforced": False}


def enforce() -> None:
    """Refuse every connection but those to this machine itself. It cannot be undone within the process."""
    os.environ.update(SETTINGS)
    if not _state["enforced"]:
        _state["enforced"] = True
        sys.addaudithook(_refuse)


def enforced() -> bool:
    return _state["enforced"]


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    if event in {"socket.connect", "socket.sendto", "socket.sendmsg"}:
        address = arguments[1]
    elif event in {"socket.getaddrinfo", "socket.gethostbyname"}:
        address = (arguments[0],)
    else:
        return
    if isinstance(address, tuple) and not str(address[0] or "localhost").startswith(_LOOPBACK):
        raise EngineFailure(f"A connection to {address[0]} was refused.", "Plantain works offline; report what tried this.")
