"""No process outlives the one that started it, and what is done for that on Windows is what Windows asks for."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from desktop import launch
from engine.renderers.host.job import ExtendedLimits, Job
from engine.renderers.host.process import WORD, command
from tests.renderers.test_host import gone, until

ROOT = Path(__file__).parents[2]
on_linux = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a watch ends it, after minutes")
needs_posix = pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")


def pids(file: Path, count: int) -> list[int]:
    """The process ids written there, once there are so many."""
    until(lambda: file.exists() and len(file.read_text().split()) == count)
    return [int(line) for line in file.read_text().split()]


@needs_posix
@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("note={0}", 1),
        ("child={0} note={0} hang", 2),
        pytest.param(
            "child={0} note={0} deaf freeze", 2, marks=pytest.mark.skipif(sys.platform != "linux", reason="takes longer there")
        ),
    ],
)
def test_killed_without_a_word_it_leaves_no_process(tmp_path: Path, words: str, count: int) -> None:
    """Idle, at work with a process of its own, and standing still with Python held."""
    noted = tmp_path / "pids"
    start = [sys.executable, "-m", "tests.renderers.holder", words.format(noted)]
    with subprocess.Popen(start, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        started = pids(noted, count)
        if "hang" not in words and "freeze" not in words:
            assert holder.stdout is not None
            assert holder.stdout.readline() == b"drawn\n"
        assert not any(gone(pid) for pid in started)
        holder.kill()
    until(lambda: all(gone(pid) for pid in started))


@needs_posix
def test_at_the_end_of_the_program_the_process_ends_too(tmp_path: Path) -> None:
    noted = tmp_path / "pids"
    start = [sys.executable, "-W", "error", "-m", "tests.renderers.holder", f"child={noted} note={noted}"]
    ended = subprocess.run(start, cwd=ROOT, input=b"", capture_output=True, check=True)
    assert ended.stderr == b""
    assert all(gone(pid) for pid in pids(noted, 2))


def test_an_installed_program_is_its_own_interpreter(monkeypatch: pytest.MonkeyPatch) -> None:
    """Called as `process.command` says, the program becomes the renderer's process: without a line to listen to it ends."""
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    program, word, *arguments = command("plantain.exe", "tests.renderers.scripted:Scripted", 1.0, 98, 99)
    assert (program, word) == ("plantain.exe", WORD)
    start = f"import sys; from desktop.launch import main; sys.argv = {['plantain', word, *arguments]!r}; sys.exit(main())"
    ended = subprocess.run([sys.executable, "-c", start], cwd=ROOT, capture_output=True, check=False)
    assert b"Bad file descriptor" in ended.stderr
    assert launch.BEGAN


class Kernel:
    """What of kernel32 a job needs, remembering the calls; `refuses` names a function that fails."""

    def __init__(self, refuses: str = "") -> None:
        self.refuses = refuses
        self.calls: list[tuple[Any, ...]] = []

    def __getattr__(self, name: str) -> Any:
        def call(*arguments: Any) -> int:
            self.calls.append((name, *(getattr(argument, "value", argument) for argument in arguments)))
            return 0 if name == self.refuses else {"CreateJobObjectW": 7, "OpenProcess": 8, "GetLastError": 5}.get(name, 1)

        self.__dict__[name] = call
        return call


def test_the_limits_have_the_layout_of_windows() -> None:
    """Sizes and places of 64-bit winnt.h, where `SIZE_T` is a pointer's size."""
    assert ctypes.sizeof(ExtendedLimits) == 144
    basic = ExtendedLimits.BasicLimitInformation
    assert (basic.offset, basic.size) == (0, 64)
    assert ExtendedLimits.IoInfo.offset == 64
    assert ExtendedLimits.ProcessMemoryLimit.offset == 112
    limits = ExtendedLimits()
    limits.BasicLimitInformation.LimitFlags = 0x2000
    assert bytes(limits)[16:20] == b"\x00\x20\x00\x00"


def test_a_job_takes_the_process_in_and_ends_with_its_handle() -> None:
    kernel = Kernel()
    job = Job(kernel)
    job.add(4711)
    job.kill()
    job.close()
    names = [call[0] for call in kernel.calls]
    assert names == [
        "CreateJobObjectW",
        "SetInformationJobObject",
        "OpenProcess",
        "AssignProcessToJobObject",
        "CloseHandle",
        "TerminateJobObject",
        "CloseHandle",
    ]
    assert kernel.calls[1][1:3] == (7, 9)
    assert kernel.calls[2] == ("OpenProcess", 0x0101, False, 4711)
    assert kernel.calls[3] == ("AssignProcessToJobObject", 7, 8)
    assert [call[1] for call in kernel.calls if call[0] == "CloseHandle"] == [8, 7]


@pytest.mark.parametrize("refuses", ["CreateJobObjectW", "SetInformationJobObject", "OpenProcess", "AssignProcessToJobObject"])
def test_a_job_that_windows_refuses_is_an_error(refuses: str) -> None:
    with pytest.raises(OSError, match="does not tie"):
        Job(Kernel(refuses)).add(1)
