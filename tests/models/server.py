"""A hub on this machine, over real HTTP, that can be told to misbehave."""

from __future__ import annotations

import hashlib
import json
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

COMMIT = "5e1f" * 10


@dataclass
class Site:
    """What the hub serves and how it misbehaves; `asked` are the requests for files: path, Range, Authorization."""

    files: dict[str, bytes]
    repository: str = "maker/model"
    card: dict[str, Any] = field(default_factory=lambda: {"license": "apache-2.0"})
    published: dict[str, bytes] = field(default_factory=dict)
    """What checksums are published of, where it is not the file itself."""
    break_after: int | None = None
    """Bytes after which each connection ends."""
    announce: int | None = None
    ranges: bool = True
    token: str = ""
    redirect: str = ""
    status: int = 200
    stall: threading.Event = field(default_factory=threading.Event)
    stall_after: int | None = None
    etag: str = '"one"'
    asked: list[tuple[str, str, str]] = field(default_factory=list)
    address: str = ""

    def listing(self) -> dict[str, Any]:
        siblings: list[dict[str, Any]] = []
        for path in self.files:
            content = self.published.get(path, self.files[path])
            git = hashlib.sha1(b"blob %d\0" % len(content) + content).hexdigest()
            entry: dict[str, Any] = {"rfilename": path, "size": len(content), "blobId": git}
            if path.endswith(".safetensors"):
                entry["lfs"] = {"size": len(content), "sha256": hashlib.sha256(content).hexdigest(), "pointerSize": 134}
            siblings.append(entry)
        return {"id": self.repository, "sha": COMMIT, "cardData": self.card, "siblings": siblings}


@contextmanager
def serving(site: Site, tls: ssl.SSLContext | None = None) -> Iterator[Site]:
    """The hub at `site.address`, on a port of its own; by https where there is a context for it."""

    class Handler(_Handler):
        here = site

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    site.address = f"http://127.0.0.1:{server.server_port}"
    if tls is not None:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
        site.address = f"https://localhost:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield site
    finally:
        site.stall.set()
        server.shutdown()
        server.server_close()
        thread.join()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    here: Site

    def log_message(self, format: str, *arguments: object) -> None:
        pass

    def do_GET(self) -> None:
        site = self.here
        if self.path == f"/api/models/{site.repository}?blobs=true":
            self._send(200, json.dumps(site.listing()).encode())
            return
        path = self.path.removeprefix(f"/{site.repository}/resolve/{COMMIT}/")
        wanted, shown = self.headers.get("Range", ""), self.headers.get("Authorization", "")
        site.asked.append((path, wanted, shown))
        if site.redirect and "/elsewhere/" not in self.path:
            self._send(302, b"", {"Location": site.redirect + path})
            return
        path = path.removeprefix("/elsewhere/")
        if site.token and shown != f"Bearer {site.token}":
            self._send(401, b"")
        elif site.status != 200 or path not in site.files:
            self._send(site.status if site.status != 200 else 404, b"")
        else:
            self._send_file(site.files[path], wanted)

    def _send_file(self, content: bytes, wanted: str) -> None:
        site, start = self.here, 0
        holds = self.headers.get("If-Range", site.etag) == site.etag
        if wanted and site.ranges and holds:
            start = int(wanted.removeprefix("bytes=").removesuffix("-"))
        body = content[start:]
        place = {"Content-Range": f"bytes {start}-{len(content) - 1}/{len(content)}"} if start else {}
        self._send(206 if start else 200, body, {"ETag": site.etag, **place}, site.announce)

    def _send(self, status: int, body: bytes, headers: dict[str, str] | None = None, announce: int | None = None) -> None:
        site = self.here
        self.send_response(status)
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body) if announce is None else announce))
        self.end_headers()
        file = bool(headers) and "ETag" in (headers or {})
        if file and site.stall_after is not None:
            self.wfile.write(body[: site.stall_after])
            site.stall.wait(600)
        elif file and site.break_after is not None and len(body) > site.break_after:
            self.wfile.write(body[: site.break_after])
            self.close_connection = True
        else:
            self.wfile.write(body)
