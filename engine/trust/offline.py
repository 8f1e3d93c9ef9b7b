"""The offline guard: from `enforce()` on, this process cannot open a network connection to another machine.

The one exception is `allowing`: what the user asked to be fetched, from the hosts named, on the thread that fetches it.
"""

from __future__ import annotations

import ipaddress
import logging
import os
import socket
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any, Final

from engine.errors import EngineFailure

SETTINGS: Final = {
    "HF_HUB_OFFLINE": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "HF_HUB_DISABLE_SYMLINKS": "1",
    "DIFFUSERS_DISABLE_REMOTE_CODE": "1",
}
_state = {"enforced": False}
_log = logging.getLogger("plantain.offline")


@dataclass
class _Permission:
    """Names that may be looked up, and the addresses that were found under them."""

    hosts: frozenset[str]
    addresses: set[str] = field(default_factory=set)

    def covers(self, host: str) -> bool:
        return host in self.addresses or any(host == name or (name[0] == "." and host.endswith(name)) for name in self.hosts)


_permission: ContextVar[_Permission | None] = ContextVar("permission", default=None)


def enforce() -> None:
    """Refuse every connection but those to this machine itself. It cannot be undone within the process."""
    os.environ.update(SETTINGS)
    if not _state["enforced"]:
        _state["enforced"] = True
        sys.addaudithook(_refuse)


def enforced() -> bool:
    return _state["enforced"]


@contextmanager
def allowing(hosts: Iterable[str], purpose: str) -> Iterator[None]:
    """Let this thread, and no other, reach `hosts` until the block ends; ".name" stands for everything below a name.

    Beginning and end are logged with the purpose. Connections must be opened with `connect`.
    """
    permission = _Permission(frozenset(hosts))
    before = _permission.set(permission)
    _log.info("network on for %s: %s", purpose, ", ".join(sorted(permission.hosts)))
    try:
        yield
    finally:
        _permission.reset(before)
        _log.info("network off again: %s", purpose)


def connect(
    address: tuple[str, int], timeout: float | None = None, source_address: tuple[str, int] | None = None
) -> socket.socket:
    """`socket.create_connection` to a host that the permission in force covers. Raises EngineFailure for any other."""
    found = {str(entry[4][0]): None for entry in socket.getaddrinfo(*address, type=socket.SOCK_STREAM)}
    if (permission := _permission.get()) is not None:
        permission.addresses.update(found)
    failure = OSError(f"no address of {address[0]}")
    for number in found:
        try:
            return socket.create_connection((number, address[1]), timeout, source_address)
        except OSError as error:
            failure = error
    raise failure


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    if event in {"socket.connect", "socket.sendto", "socket.sendmsg"}:
        address = arguments[1]
    elif event in {"socket.getaddrinfo", "socket.gethostbyname"}:
        address = (arguments[0],)
    else:
        return
    if not isinstance(address, tuple) or _is_loopback(str(address[0] or "localhost")):
        return
    permission = _permission.get()
    if permission is None or not permission.covers(str(address[0])):
        raise EngineFailure(f"A connection to {address[0]} was refused.", "Plantain works offline; report what tried this.")


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
