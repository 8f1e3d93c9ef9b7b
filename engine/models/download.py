"""Fetch a model of the catalogue, on request alone: resumed by range, verified by SHA-256, from the hosts of its hub."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import shutil
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from http.client import HTTPException, HTTPResponse
from pathlib import Path
from typing import BinaryIO, Final

from engine.codec import from_json, to_json
from engine.errors import BadInput, Cancelled, EngineFailure
from engine.files import sized, write_text
from engine.models import lock
from engine.models.catalogue import Entry
from engine.models.hub import File, Hub, Listing, Unreachable
from engine.models.licences import require
from engine.models.selection import selected
from engine.trust import offline
from engine.types import Value

CHUNK: Final = 1 << 20
MARGIN: Final = 500_000_000
"""Bytes that must stay free on the disk."""
TRIES: Final = 4
"""How often in a row a connection may bring nothing."""
PAUSE_S = 2.0
BEAT_S: Final = 0.1
WINDOW_S: Final = 5.0


class Transfer(Value, frozen=True):
    """How far a download is: bytes `done` of `total`, at `rate` bytes a second; 0 is not known yet."""

    file: str = ""
    done: int = 0
    total: int = 0
    rate: float = 0.0

    @property
    def left(self) -> float | None:
        """Seconds that it will take, None while that is a guess."""
        return (self.total - self.done) / self.rate if self.rate else None


class Download:
    """One download, below `folder`. `run` works on the caller's thread; `cancel` may be called from any other.

    What was fetched stays for the next attempt, which goes on at the same commit, until `discard`. Raises BadInput for an
    entry that has no repository, and for a mirror that cannot be used.
    """

    def __init__(
        self,
        entry: Entry,
        folder: Path,
        *,
        mirror: str = "",
        token: str = "",
        report: Callable[[Transfer], None] = lambda _: None,
    ) -> None:
        if not entry.repository:
            raise BadInput(f"{entry.name} cannot be downloaded from here.", f"Get it by hand from {entry.card} and import it.")
        self.entry = entry
        self.target = folder / entry.id
        self._plan = folder / f"{entry.id}.json"
        self._hub = Hub(mirror, token)
        self._report = report
        self._cancelled = threading.Event()
        self._done, self._total = 0, 0
        self._told = ("", 0.0)
        self._marks: deque[tuple[float, int]] = deque()

    def run(self) -> Path:
        """The folder with every file, verified; of a model of one file, that file.

        Raises Cancelled; BadInput where the user can mend it (licence, room, consent asked for by the site); EngineFailure.
        """
        require(self.entry.terms, self.entry.id)
        try:
            self.target.mkdir(parents=True, exist_ok=True)
            with self._alone(), offline.allowing(self._hub.hosts, f"download of {self.entry.name}"):
                listing = self._listing()
                self._check_room(listing)
                for file in listing.files:
                    self._fetch(listing, file)
        except OSError as error:
            raise _unwritable(self.target, error) from error
        finally:
            self._hub.close()
        return self.target / listing.files[0].path if len(listing.files) == 1 else self.target

    def cancel(self) -> None:
        self._cancelled.set()
        self._hub.stop()

    def discard(self) -> None:
        """Delete what was fetched."""
        shutil.rmtree(self.target, ignore_errors=True)
        self._plan.unlink(missing_ok=True)

    @contextlib.contextmanager
    def _alone(self) -> Iterator[None]:
        """Keep other processes from fetching the same. Raises BadInput where one does."""
        try:
            mine = contextlib.ExitStack()
            mine.enter_context(lock.held(self._plan.with_suffix(".lock")))
        except OSError as error:
            raise BadInput(f"{self.entry.name} is being downloaded already.", "Wait for it, or stop it there.") from error
        with mine:
            yield

    def _listing(self) -> Listing:
        """What is to be fetched: as it was settled when the download began, else asked of the server now, from nothing on."""
        with contextlib.suppress(OSError, BadInput):
            return selected(self.entry, from_json(Listing, self._plan.read_bytes(), str(self._plan)))
        self._tell("")
        listing = selected(self.entry, self._hub.listing(self.entry.repository))
        self.discard()
        self.target.mkdir()
        write_text(self._plan, to_json(listing) + "\n")
        return listing

    def _check_room(self, listing: Listing) -> None:
        self._total = sum(file.size for file in listing.files)
        here = sum(path.stat().st_size for path in self.target.rglob("*") if path.is_file())
        ahead, free = self._total - here, shutil.disk_usage(self.target).free
        if ahead + MARGIN > free:
            raise BadInput(
                f"{self.entry.name} needs {sized(ahead)} more, and {sized(free)} are free on the disk of {self.target}.",
                "Free some space, or keep the models on another disk.",
            )

    def _fetch(self, listing: Listing, file: File) -> None:
        target = self.target / file.path
        if target.exists() and target.stat().st_size == file.size:
            self._done += file.size
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        part = target.with_name(f"{target.name}.part")
        before = self._done
        with part.open("a+b") as out:
            piece = _Piece(file, out, lambda: self._tell(file.path))
            idle = 0
            while not piece.whole:
                had = piece.size
                self._receive(listing, piece, before)
                idle = idle + 1 if piece.size <= had else 0
                if idle == TRIES:
                    raise EngineFailure(
                        f"The download of {file.path} breaks off at {sized(piece.size)} of {sized(file.size)}.",
                        "Try again later: it goes on from there.",
                    )
                if idle:
                    self._cancelled.wait(PAUSE_S * idle)
            out.flush()
            os.fsync(out.fileno())
        if not piece.right(self.entry.pinned.get(file.path)):
            part.unlink()
            raise EngineFailure(
                f"{file.path} is not the file that was published: its checksum is another.",
                "It was deleted. Try again, or use another mirror.",
            )
        part.replace(target)
        self._done = before + file.size

    def _receive(self, listing: Listing, piece: _Piece, before: int) -> None:
        """Take in what one connection brings, be it nothing."""
        path = piece.file.path
        self._done = before + piece.size
        self._tell(path)
        try:
            response = self._hub.open(listing, path, piece.size, piece.etag)
        except Unreachable:
            return
        with response:
            piece.begin(response, self._hub.host)
            while not piece.whole and (chunk := _received(response, min(CHUNK, piece.file.size - piece.size))):
                piece.add(chunk)
                self._done = before + piece.size
                self._tell(path)

    def _tell(self, path: str) -> None:
        """Report at most ten times a second of a file. Raises Cancelled after a cancel."""
        if self._cancelled.is_set():
            raise Cancelled
        now = time.monotonic()
        if self._told[0] == path and now - self._told[1] < BEAT_S and self._done < self._total:
            return
        self._told = (path, now)
        self._marks.append((now, self._done))
        while now - self._marks[0][0] > WINDOW_S:
            self._marks.popleft()
        since, then = self._marks[0]
        rate = max(0.0, (self._done - then) / (now - since)) if now - since > 0.5 else 0.0
        self._report(Transfer(file=path, done=self._done, total=self._total, rate=rate))


def _received(response: HTTPResponse, most: int) -> bytes:
    """What has arrived; b"" where the connection has ended, in whatever way."""
    try:
        return response.read1(most)
    except (OSError, HTTPException):
        return b""


class _Piece:
    """A file as far as it is here, and the checksum of that much."""

    def __init__(self, file: File, out: BinaryIO, breathe: Callable[[], None]) -> None:
        self.file = file
        self._out = out
        self._etag = Path(f"{out.name}.etag")
        self._begin_digest()
        out.seek(0)
        while chunk := out.read(CHUNK):
            self._digest.update(chunk)
            breathe()
        self.size = out.tell()
        if self.size > file.size:
            self._empty()

    @property
    def whole(self) -> bool:
        return self.size == self.file.size

    @property
    def etag(self) -> str:
        """The server's own mark of the version that is here in part; "" where it gave none to rely on."""
        return self._etag.read_text("utf-8") if self._etag.exists() else ""

    def begin(self, response: HTTPResponse, host: str) -> None:
        """Get ready for what the answer carries. Raises EngineFailure where it is not what was published."""
        if response.status != 206:
            self._empty()
        ahead = self.file.size - self.size
        length = response.headers.get("Content-Length")
        place = response.headers.get("Content-Range", "")
        fits = response.status != 206 or place.startswith(f"bytes {self.size}-")
        if response.status == 416 or (length is not None and length != str(ahead)) or not fits:
            raise EngineFailure(
                f"{host} announces {length or 'no'} bytes of {self.file.path}, and {ahead} are missing.",
                "Try again later, or use another mirror.",
            )
        etag = response.headers.get("ETag", "")
        if etag and not etag.startswith("W/"):
            self._etag.write_text(etag, "utf-8")

    def add(self, chunk: bytes) -> None:
        self._out.write(chunk)
        self._digest.update(chunk)
        self.size += len(chunk)

    def right(self, pinned: str | None) -> bool:
        """Whether the whole has the checksum of the catalogue, else the one published."""
        self._etag.unlink(missing_ok=True)
        return self._digest.hexdigest() == (pinned or self.file.sha256 or self.file.git)

    def _empty(self) -> None:
        self._out.truncate(0)
        self.size = 0
        self._begin_digest()

    def _begin_digest(self) -> None:
        self._digest = hashlib.sha256() if self.file.sha256 else hashlib.sha1(b"blob %d\0" % self.file.size)


def _unwritable(path: Path, error: OSError) -> EngineFailure:
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return EngineFailure(f"The disk of {path} is full.", "Free some space; the download goes on from where it stopped.")
    return EngineFailure(f"{path} cannot be written ({error.strerror or error}).", "Choose a folder that you may write to.")
