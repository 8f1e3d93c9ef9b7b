"""The server that models come from: what a repository holds, and its files from any byte on. Nothing else is asked of it."""

from __future__ import annotations

import base64
import contextlib
import json
import socket
import ssl
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from typing import Any, Final
from urllib.parse import SplitResult, quote, urljoin, urlsplit
from urllib.request import getproxies, proxy_bypass

from engine.errors import BadInput, EngineFailure
from engine.trust import offline
from engine.types import Value

ADDRESS: Final = "https://huggingface.co"
HOSTS: Final = ("huggingface.co", ".huggingface.co", ".hf.co")
"""The server and where it keeps large files; ".name" stands for everything below a name."""
STALL_S: Final = 20.0
HOPS: Final = 5
MAX_LISTING: Final = 8_000_000
_LOOPBACK: Final = ("127.0.0.1", "::1", "localhost")


class File(Value, frozen=True):
    """A file as the server publishes it: bytes, and the SHA-256 of its content, or for a small one git's SHA-1 of it."""

    path: str
    size: int
    sha256: str = ""
    git: str = ""


class Listing(Value, frozen=True):
    """What a repository holds at a commit. `licence` is what its card names today; `gated`: its site asks for consent."""

    repository: str
    commit: str
    files: tuple[File, ...]
    licence: str = ""
    gated: bool = False


class Hub:
    """`mirror` replaces the server's address and must answer the same requests; `token` is shown to it and to nobody else.

    Plain http is only spoken with this machine itself. Raises BadInput for an address that cannot be used.
    """

    def __init__(self, mirror: str = "", token: str = "") -> None:
        self.address = (mirror or ADDRESS).rstrip("/")
        self._token = token
        self._home = urlsplit(self.address)
        self._connection: HTTPConnection | None = None
        if not self._home.hostname or not self._permits(self._home):
            raise BadInput(f"{self.address!r} cannot be a mirror.", "Give its address as https://name.")

    @property
    def host(self) -> str:
        return self._home.hostname or ""

    @property
    def hosts(self) -> tuple[str, ...]:
        """All that a download may reach."""
        proxy = urlsplit(getproxies().get("https", "")).hostname
        return (self.host, *HOSTS, *([proxy] if proxy else ()))

    def listing(self, repository: str) -> Listing:
        """Raises BadInput where there is no such repository, EngineFailure where the server makes no sense."""
        try:
            with self._get(f"{self.address}/api/models/{quote(repository)}?blobs=true", {}, repository) as response:
                text = response.read(MAX_LISTING)
        except (OSError, HTTPException) as error:
            raise Unreachable(self.host, error) from error
        try:
            said = json.loads(text)
            card = said.get("cardData") or {}
            licence = card.get("license_name") if card.get("license") == "other" else card.get("license")
            return Listing(
                repository=repository,
                commit=said["sha"],
                files=tuple(_file(entry) for entry in said["siblings"]),
                licence=licence if isinstance(licence, str) else "",
                gated=bool(said.get("gated")),
            )
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            raise EngineFailure(
                f"What {self.host} says of {repository} cannot be understood.",
                "Check the mirror's address, or try again later.",
            ) from error

    def open(self, listing: Listing, path: str, start: int, etag: str) -> HTTPResponse:
        """A file from byte `start` on where the server can do that and its `etag` still holds (206), else the whole (200)."""
        wish = {"Range": f"bytes={start}-", **({"If-Range": etag} if etag else {})} if start else {}
        url = f"{self.address}/{quote(listing.repository)}/resolve/{quote(listing.commit)}/{quote(path)}"
        return self._get(url, wish, f"{listing.repository}/{path}")

    def stop(self) -> None:
        """Break off what is being received; called from another thread."""
        connection = self._connection
        if connection is not None and connection.sock is not None:
            with contextlib.suppress(OSError):
                connection.sock.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()

    def _get(self, url: str, wish: dict[str, str], what: str) -> HTTPResponse:
        for _ in range(HOPS):
            parts = urlsplit(url)
            if not self._permits(parts):
                raise EngineFailure(
                    f"{self.host} sends the download of {what} on to {parts.hostname or url!r}, which is not allowed.",
                    "Use another mirror, or download the file by hand and import it.",
                )
            headers = {"User-Agent": "Plantain", "Accept-Encoding": "identity", **wish}
            if self._token and parts[:2] == self._home[:2]:
                headers["Authorization"] = f"Bearer {self._token}"
            response = self._ask(parts, headers)
            if response.status in {301, 302, 303, 307, 308}:
                url = urljoin(url, response.headers.get("Location", ""))
                response.close()
                continue
            if response.status not in {200, 206, 416}:
                response.close()
                raise self._refusal(response.status, what)
            return response
        raise EngineFailure(f"{self.host} sends the download of {what} round in circles.", "Try again later.")

    def _ask(self, parts: SplitResult, headers: dict[str, str]) -> HTTPResponse:
        self.close()
        self._connection = _connection(parts)
        try:
            self._connection.request("GET", parts._replace(scheme="", netloc="").geturl() or "/", headers=headers)
            return self._connection.getresponse()
        except (OSError, HTTPException) as error:
            raise Unreachable(parts.hostname or "", error) from error

    def _permits(self, parts: SplitResult) -> bool:
        host = parts.hostname or ""
        if parts.scheme == "http":
            return host in _LOOPBACK and parts.netloc == self._home.netloc
        named = host == self.host or any(host == name or (name[0] == "." and host.endswith(name)) for name in HOSTS)
        return parts.scheme == "https" and named

    def _refusal(self, status: int, what: str) -> BadInput | EngineFailure:
        if status in {401, 403}:
            if self._token:
                return BadInput(
                    f"{self.host} does not let this access token have {what}.",
                    "Accept the model's terms on its page with the same account, or download it by hand and import it.",
                )
            return BadInput(
                f"{self.host} asks who wants {what}.",
                "Accept its terms on its page and give an access token, or download it there by hand and import it.",
            )
        if status == 404:
            return BadInput(f"There is no {what} at {self.host}.", "It may have moved: look at its card.")
        if status == 429:
            return EngineFailure(f"{self.host} has had too many requests.", "Wait some minutes; what was fetched is kept.")
        return EngineFailure(f"{self.host} has a problem of its own ({status}).", "Try again later; what was fetched is kept.")


class Unreachable(EngineFailure):
    """No connection came about, or it ended before there was an answer."""

    def __init__(self, host: str, error: Exception) -> None:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error) or type(error).__name__
        super().__init__(f"{host} cannot be reached ({reason}).", "Check the network or the mirror; what was fetched is kept.")


class _Tls(HTTPSConnection):
    """HTTPS whose socket the offline guard has been told of."""

    def __init__(self, host: str, port: int | None) -> None:
        import truststore

        super().__init__(host, port, timeout=STALL_S, context=truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT))
        self._create_connection = offline.connect


def _connection(parts: SplitResult) -> HTTPConnection:
    host = parts.hostname or ""
    if parts.scheme == "http":
        return HTTPConnection(host, parts.port, timeout=STALL_S)
    proxy = urlsplit(getproxies().get("https", ""))
    if not proxy.hostname or proxy_bypass(host):
        return _Tls(host, parts.port)
    made = _Tls(proxy.hostname, proxy.port)
    name = f"{proxy.username}:{proxy.password or ''}".encode() if proxy.username else b""
    made.set_tunnel(
        host, parts.port or 443, {"Proxy-Authorization": f"Basic {base64.b64encode(name).decode()}"} if name else {}
    )
    return made


def _file(said: dict[str, Any]) -> File:
    large = said.get("lfs") or {}
    size = large["size"] if large else said["size"]
    return File(path=said["rfilename"], size=int(size), sha256=str(large.get("sha256", "")), git=str(said.get("blobId") or ""))
