"""A server on this computer: the one kind of address that is spoken to without the user's leave for each time.

The address is a number or `localhost`, which is not looked up; no proxy is used and no redirect followed.
"""

from __future__ import annotations

import socket
import threading
from typing import Final
from urllib.parse import urlsplit

from engine.api import RunContext
from engine.errors import BadInput, EngineFailure

NUMBERS: Final = {"127.0.0.1": ("127.0.0.1",), "::1": ("::1",), "localhost": ("127.0.0.1", "::1")}
AT_HAND: Final = 1.0
"""Seconds in which a server on this computer takes a connection."""
LARGEST: Final = 1_000_000
"""Bytes of an answer that are read."""


class Gone(EngineFailure):
    """Nobody answers there, or not in time: it is no use to ask again."""


class Loopback:
    """Raises BadInput for an address that is not http on this computer itself."""

    def __init__(self, address: str) -> None:
        self.address = address.rstrip("/")
        try:
            parts = urlsplit(self.address)
            self._host, self._port, self._path = parts.hostname or "", parts.port or 80, parts.path
            plain = not (parts.username or parts.password or parts.query or parts.fragment)
        except ValueError:
            plain = False
        if not plain or parts.scheme != "http" or self._host not in NUMBERS:
            raise BadInput(
                f"“{address}” is no address on this computer.",
                "Only http://127.0.0.1, http://[::1] and http://localhost are asked, as in http://127.0.0.1:11434/v1.",
            )

    def post(self, path: str, body: bytes, context: RunContext, seconds: float) -> bytes:
        """What the server answers to JSON posted to `path` below the address, within `seconds` in all.

        A cancel breaks it off at once. Raises Gone where nobody answers in time, EngineFailure where the answer is an
        error, a redirect or longer than LARGEST.
        """
        from http.client import HTTPException

        link = self._connected(seconds)
        late = threading.Event()

        def stop() -> None:
            try:
                link.shutdown(socket.SHUT_RDWR)
            except OSError:  # it has ended by itself
                return

        def expire() -> None:
            late.set()
            stop()

        watch = threading.Timer(seconds, expire)
        watch.daemon = True
        watch.start()
        context.on_cancel(stop)
        try:
            return self._exchange(link, path, body)
        except (OSError, HTTPException) as error:
            if late.is_set():
                raise Gone(f"{self.address} did not answer within {seconds:.0f} seconds.", AGAIN) from error
            raise Gone(f"{self.address} broke off.", AGAIN) from error
        finally:
            watch.cancel()
            context.on_cancel(None)
            link.close()

    def _connected(self, seconds: float) -> socket.socket:
        for number in NUMBERS[self._host]:
            try:
                return socket.create_connection((number, self._port), min(seconds, AT_HAND))
            except OSError as error:
                failure = error
        raise Gone(f"No server answers at {self.address}.", AGAIN) from failure

    def _exchange(self, link: socket.socket, path: str, body: bytes) -> bytes:
        from http.client import HTTPConnection

        link.settimeout(None)  # the watch ends it
        talk = HTTPConnection(self._host, self._port)
        talk.auto_open = 0
        talk.sock = link
        talk.request("POST", self._path + path, body, {"Content-Type": "application/json", "Connection": "close"})
        with talk.getresponse() as answer:
            if 300 <= answer.status < 400:
                raise EngineFailure(f"{self.address} points to another address, which is not asked.", AGAIN)
            said = answer.read(LARGEST + 1)
        if len(said) > LARGEST:
            raise EngineFailure(f"{self.address} answers with more than {LARGEST // 1_000_000} MB.", AGAIN)
        if answer.status != 200:
            raise EngineFailure(f"{self.address} answers with the error {answer.status}.", AGAIN)
        return said


AGAIN: Final = "See to that server, or switch the second opinion off."
