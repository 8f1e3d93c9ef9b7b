"""What crosses between the window's process and a renderer's: short frames on a line, pixels in a file held in memory.

The file has no name and both processes inherit it, so nothing of it is left however they end. It is written as a file, for
memory that runs out is then an error, and read through a map: what a write brought in is there to be seen.
"""

from __future__ import annotations

import io
import math
import mmap
import os
import sys
import tempfile
import threading
from functools import partial
from typing import Any, Generic, Literal, TypeVar

import msgspec
import numpy as np

from engine.types import Array, Brief, Plan, Raster, Region, Render, Value

if sys.platform == "win32":
    from multiprocessing.connection import PipeConnection as Connection
else:
    from multiprocessing.connection import Connection

T = TypeVar("T")
F = TypeVar("F")
ErrorName = Literal["BadInput", "CannotDraw", "EngineFailure", "Cancelled", "MemoryError"]
LONGEST_FRAME = 1 << 20
ALIGNED = 64
MUCH = 1 << 20


class Parcel(Value, frozen=True):
    """Where a value's JSON lies in the memory file; its pixels lie before it."""

    at: int
    size: int


class Job(Value, frozen=True):
    """What `Renderer.render` is called with."""

    plan: Plan
    brief: Brief
    seed: int
    base: Render | None = None
    region: Region | None = None


class Draw(Value, frozen=True, tag=True):
    """Down: carry out a Job."""

    job: Parcel


class Stop(Value, frozen=True, tag=True):
    """Down: the job is cancelled."""


class Seen(Value, frozen=True, tag=True):
    """Down: the preview has been read, and the memory is free again."""


class Beat(Value, frozen=True, tag=True):
    """Up, every second: the process lives and Python runs in it."""


class Step(Value, frozen=True, tag=True):
    """Up: `RunContext.progress`."""

    stage: str
    done: float
    preview: Parcel | None = None


class Remark(Value, frozen=True, tag=True):
    """Up: `RunContext.tell`."""

    sentence: str


class Drawn(Value, frozen=True, tag=True):
    """Up: the job is done; the parcel is its Render."""

    render: Parcel


class Refused(Value, frozen=True, tag=True):
    """Up: the job ended with an error of this class."""

    error: ErrorName
    happened: str = ""
    to_do: str = ""


Down = Draw | Stop | Seen
Up = Beat | Step | Remark | Drawn | Refused


class Line(Generic[F]):
    """One end of the line, on which frames of `heard` come in. Both methods raise EOFError once the other process is gone."""

    def __init__(self, connection: Connection[Any, Any], heard: msgspec.json.Decoder[F]) -> None:
        self._connection, self._heard = connection, heard
        self._sending = threading.Lock()

    @classmethod
    def inherited(cls, handle: int, heard: msgspec.json.Decoder[F]) -> Line[F]:
        return cls(Connection(handle), heard)

    def send(self, frame: Down | Up) -> None:
        """May be called on any thread. Never blocks for long: frames are short, and the other end always reads."""
        with self._sending:
            try:
                self._connection.send_bytes(msgspec.json.encode(frame))
            except OSError as error:
                raise EOFError from error

    def receive(self, seconds: float | None = None) -> F | None:
        """The next frame, or None where none came within `seconds`. Raises ValueError for what is none of ours."""
        try:
            if seconds is not None and not self._connection.poll(seconds):
                return None
            data = self._connection.recv_bytes(LONGEST_FRAME)
        except OSError as error:
            raise EOFError from error
        return self._heard.decode(data)

    def close(self) -> None:
        self._connection.close()


class Memory:
    """The memory file as one of the two processes holds it. Whose turn it is to write follows from the frames."""

    def __init__(self, file: io.FileIO) -> None:
        self._file = file

    @classmethod
    def new(cls) -> Memory:
        if sys.platform == "linux":
            import fcntl

            file = os.memfd_create("plantain", os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING)
            fcntl.fcntl(file, fcntl.F_ADD_SEALS, fcntl.F_SEAL_SHRINK)
        else:
            with tempfile.TemporaryFile() as temporary:
                file = os.dup(temporary.fileno())
        return cls(io.FileIO(file, "r+"))

    def fileno(self) -> int:
        return self._file.fileno()

    def close(self) -> None:
        self._file.close()

    def put(self, value: Value | Raster) -> Parcel:
        """Write a value with its pixels over what was there. Raises MemoryError where the system has no room for it."""
        self._file.seek(0)
        try:
            text = msgspec.json.encode(value, enc_hook=self._lay)
            return Parcel(at=self._write(text), size=len(text))
        except OSError as error:
            raise MemoryError from error

    def take(self, kind: type[T], parcel: Parcel) -> T:
        """Read a value with its pixels. Raises ValueError where there is no such value."""
        end = parcel.at + parcel.size
        with mmap.mmap(self.fileno(), end, access=mmap.ACCESS_READ) as held:
            return msgspec.json.decode(held[parcel.at : end], type=kind, dec_hook=partial(_lift, held))

    def _lay(self, value: object) -> Any:
        if isinstance(value, np.generic):
            return value.item()
        if not isinstance(value, Raster):
            raise TypeError(f"a {type(value).__name__} cannot be sent")
        if not value.stored:
            return {"shape": value.shape, "sha256": value.sha256}
        array = value.array
        return {"at": self._write(array.reshape(-1).view(np.uint8).data), "shape": array.shape, "dtype": array.dtype.str}

    def _write(self, data: bytes | memoryview) -> int:
        """Write after what was written last and return where that is."""
        place = -(-self._file.tell() // ALIGNED) * ALIGNED
        self._file.seek(place)
        left = memoryview(data)
        while left:
            left = left[self._file.write(left) :]
        return place


def _lift(held: mmap.mmap, _: type, told: dict[str, Any]) -> Raster:
    shape = tuple(told["shape"])
    if "sha256" in told:
        return Raster(None, shape=shape, sha256=told["sha256"])
    count = math.prod(shape)
    if not count:
        return Raster(np.empty(shape, told["dtype"]))
    return Raster(_copy(np.frombuffer(held, told["dtype"], count, told["at"])).reshape(shape))


def _copy(pixels: Array) -> Array:
    """A copy; of much by two threads, for the memory that is filled takes longer to get than to fill."""
    if pixels.nbytes < MUCH:
        return pixels.copy()
    made, half = np.empty_like(pixels), len(pixels) // 2
    other = threading.Thread(target=np.copyto, args=(made[half:], pixels[half:]))
    other.start()
    np.copyto(made[:half], pixels[:half])
    other.join()
    return made
