"""One renderer's process, from its start to its end: nothing of it outlives this one, however either of them ends."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import threading
from multiprocessing import Pipe
from typing import Any, Final

from msgspec.json import Decoder

from engine.renderers.host.job import Job
from engine.renderers.host.wire import Line, Memory, Up
from engine.trust import offline

WORD: Final = "--renderer-process"
"""What an installed program, which has no `python -m`, is called with to be the renderer's process."""

KEPT: Final = 64_000
"""Bytes kept of what the process wrote last."""

LEAVE_S: Final = 2.0
"""How long a process has to go, and again after each stronger word."""

FATES: Final = {
    -getattr(signal, "SIGKILL", 9): "was ended by the system, most likely for want of memory",
    -getattr(signal, "SIGSEGV", 11): "crashed (segmentation fault)",
    -getattr(signal, "SIGBUS", 7): "crashed (bus error)",
    -getattr(signal, "SIGABRT", 6): "crashed (aborted)",
    -getattr(signal, "SIGILL", 4): "crashed (illegal instruction)",
    -getattr(signal, "SIGFPE", 8): "crashed (arithmetic error)",
    0xC0000005: "crashed (access violation)",
    0xC00000FD: "crashed (stack overflow)",
    0xC0000409: "crashed (aborted)",
}


class Process:
    """A process that runs `engine.renderers.host.child` for the renderer `target`, with a line and a memory to it.

    `heard`: it has said something. Raises OSError where the system starts no further process.
    """

    def __init__(self, target: str, silence: float) -> None:
        mine, theirs = Pipe()
        self.line: Line[Up] = Line(mine, Decoder(Up))
        self.memory = Memory.new()
        self.heard = False
        self._written = b""
        self._job: Job
        try:
            self._process = self._start(target, silence, theirs.fileno())
        except OSError:
            self.line.close()
            self.memory.close()
            raise
        finally:
            theirs.close()
        self._thread = threading.Thread(target=self._attend, name="plantain-renderer", daemon=True)
        self._thread.start()

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def alive(self) -> bool:
        return self._thread.is_alive()

    def written(self) -> str:
        """The end of what it wrote to its stdout and stderr."""
        return self._written.decode(errors="replace")

    def fate(self) -> str:
        """How it ended, now that the line is broken: the sentence's end after "The … renderer"."""
        self._thread.join(LEAVE_S)
        code = self._process.returncode
        if code is None:
            return "no longer speaks the language of this program"
        if code in FATES:
            return FATES[code]
        lines = self.written().strip().splitlines()
        return f"crashed ({lines[-1].strip()[:200] if lines and code == 1 else f'code {code}'})"

    def end(self, *, stuck: bool = False) -> None:
        """Ask it to go by closing the line, unless it is stuck; then terminate it, then kill it. Returns when it is gone."""
        for insist in (self.line.close, self._terminate, self.kill)[stuck:]:
            insist()
            self._thread.join(LEAVE_S)
            if not self._thread.is_alive():
                break
        self.kill()
        self.line.close()
        self.memory.close()
        if sys.platform == "win32":
            self._job.close()

    def _attend(self) -> None:
        """Keep the end of what it writes, and reap it."""
        assert self._process.stdout is not None
        with self._process:
            while chunk := self._process.stdout.read(65536):
                self._written = (self._written + chunk)[-KEPT:]

    def _start(self, target: str, silence: float, line: int) -> subprocess.Popen[bytes]:
        program, environment = sys.executable, os.environ | offline.SETTINGS | {"PYTHONPATH": os.pathsep.join(sys.path)}
        options: dict[str, Any]
        if sys.platform == "win32":
            import msvcrt

            handles = [line, msvcrt.get_osfhandle(self.memory.fileno())]
            for handle in handles:
                os.set_handle_inheritable(handle, True)
            inherited = subprocess.STARTUPINFO(lpAttributeList={"handle_list": handles})
            options = {"creationflags": subprocess.CREATE_NO_WINDOW, "startupinfo": inherited}
            base = getattr(sys, "_base_executable", program)
            if base != program and not getattr(sys, "frozen", False):
                # a virtual environment's python.exe only starts another process
                program, environment["__PYVENV_LAUNCHER__"] = base, program
        else:
            handles = [line, self.memory.fileno()]
            options = {"pass_fds": handles, "process_group": 0}
        process = subprocess.Popen(
            command(program, target, silence, *handles),
            bufsize=0,
            stdin=subprocess.PIPE,  # nothing comes that way; the child sees there that this process is gone
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env=environment,
            **options,
        )
        if sys.platform == "win32":
            import ctypes

            self._job = Job(ctypes.WinDLL("kernel32"))
            self._job.add(process.pid)
        return process

    def _terminate(self) -> None:
        if sys.platform == "win32":
            self._process.terminate()
        else:
            self._signal(signal.SIGTERM)

    def kill(self) -> None:
        """End it and all that it started, at once."""
        if sys.platform == "win32":
            self._job.kill()
        else:
            self._signal(signal.SIGKILL)

    def _signal(self, number: signal.Signals) -> None:
        """To the process and all that it started."""
        if sys.platform != "win32":
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self._process.pid, number)


def command(program: str, target: str, silence: float, line: int, memory: int) -> list[str]:
    """Installed as one file, the program itself is the interpreter and knows the WORD."""
    start = [WORD] if getattr(sys, "frozen", False) else ["-P", "-m", "engine.renderers.host.child"]
    return [program, *start, target, str(silence), str(line), str(memory)]
