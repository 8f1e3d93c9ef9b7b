"""kill -9, a full disk and a folder that cannot be written: what was saved stays whole."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import numpy as np
import pytest

from engine.errors import BadInput, EngineFailure
from engine.project import Project
from engine.types import Brief
from tests.project.traces import same, trace

ROOT = Path(__file__).parents[2]
needs_posix = pytest.mark.skipif(os.name == "nt", reason="limits and permissions of POSIX")


def saver(path: Path, seen: int, steps: int = 0) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.project.saver", str(path), str(seen), str(steps)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def reopened(path: Path) -> int:
    """The number of the save that the document holds, which is whole, in one file."""
    with closing(Project.open(path)) as project:
        back = project.load()
    number = back.brief.seed
    assert back.undo == (b"step %d" % number,) * 3
    assert back.trace is not None
    assert same(back.trace, trace(1 + number % 7))
    assert [left.name for left in path.parent.iterdir()] == [path.name]
    return number


def test_killed_at_any_moment(tmp_path: Path) -> None:
    """Whatever save was told to be done is there, or the one that was under way."""
    path = tmp_path / "a.plantain"
    random = np.random.default_rng(3)
    seen = 0
    for _ in range(6):
        with saver(path, seen) as child:
            assert child.stdout is not None
            told = int(child.stdout.readline())
            with pytest.raises(BadInput, match="open in another window"):
                Project.open(path)
            time.sleep(float(random.uniform(0, 0.12)))
            child.kill()
            told = max([told, *(int(line) for line in child.stdout.read().splitlines())])
        seen = reopened(path)
        assert told <= seen <= told + 1


def test_killed_in_the_middle_of_a_save(tmp_path: Path) -> None:
    """At set steps of SQLite's machine, with so small a cache that the file is changed before the save is complete."""
    half_written = 0
    for steps in (40, 90, 130, 200, 700):
        path = tmp_path / str(steps) / "a.plantain"
        path.parent.mkdir()
        with closing(Project.create(path)) as project:
            project.save(trace(2), Brief(seed=1), (b"step 1",) * 3)
        with saver(path, 1, steps) as child:
            assert child.stdout is not None
            told = max([1, *(int(line) for line in child.stdout.read().splitlines())])
        assert child.returncode not in {0, 1}
        half_written += any(path.with_name(f"{path.name}-journal").read_bytes()[:8])
        assert reopened(path) == told
    assert half_written, "no kill came between the first write and the last"


@contextmanager
def file_limit(size: int) -> Iterator[None]:
    """No file of this process can grow above `size` bytes meanwhile, as on a disk with no more space."""
    import resource

    old = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, old[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, old)
        signal.signal(signal.SIGXFSZ, handler)


def no_space(project: Project) -> None:
    pages = project._connection.execute("PRAGMA page_count").fetchone()[0]
    project._connection.execute(f"PRAGMA max_page_count = {pages}")


@needs_posix
def test_a_full_disk_leaves_the_last_save(tmp_path: Path) -> None:
    saved = trace(2)
    with closing(Project.create(tmp_path / "a.plantain")) as project:
        project.save(saved, Brief(), (b"step",))
        size = (tmp_path / "a.plantain").stat().st_size
        with file_limit(size + 30_000), pytest.raises(EngineFailure, match="saved before is safe"):
            project.save(trace(9), Brief(prompt="lost"))
        no_space(project)
        with pytest.raises(EngineFailure, match=r"disk is full.*Free some space"):
            project.save(trace(9), Brief(prompt="lost"))
        back = project.load()
        assert back.trace is not None
        assert same(back.trace, saved)
        assert back.undo == (b"step",)
        project._connection.execute("PRAGMA max_page_count = 100000")
        project.save(trace(9), Brief(prompt="found"))
    with closing(Project.open(tmp_path / "a.plantain")) as project:
        assert project.load().brief.prompt == "found"


@needs_posix
def test_no_space_for_a_new_document_or_a_copy(tmp_path: Path) -> None:
    with closing(Project.create(tmp_path / "a.plantain")) as project:
        project.save(trace(2), Brief())
        with file_limit(20_000):
            for make in (lambda: Project.create(tmp_path / "b.plantain"), lambda: project.copy_to(tmp_path / "b.plantain")):
                with pytest.raises(EngineFailure):
                    make()
    assert [left.name for left in tmp_path.iterdir()] == ["a.plantain"]


def locked_folder(path: Path) -> None:
    path.parent.chmod(0o500)


def locked_file(path: Path) -> None:
    path.chmod(0o400)


@needs_posix
@pytest.mark.parametrize("protect", [locked_folder, locked_file])
def test_a_write_protected_document_opens_and_says_why_it_cannot_be_saved(
    tmp_path: Path, protect: Callable[[Path], None]
) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    path = folder / "a.plantain"
    saved = trace(1)
    with closing(Project.create(path)) as project:
        project.save(saved, Brief())
    protect(path)
    with unprivileged(folder), closing(Project.open(path)) as project:
        back = project.load().trace
        assert back is not None
        assert same(back, saved)
        with pytest.raises(EngineFailure, match=r"write-protected.*another"):
            project.save(trace(2), Brief())
        again = project.load().trace
        assert again is not None
        assert same(again, saved)
    folder.chmod(0o700)
    assert [left.name for left in folder.iterdir()] == ["a.plantain"]


@contextmanager
def unprivileged(folder: Path) -> Iterator[None]:
    """Permissions hold for root too: it acts as nobody meanwhile, to whom the folder then belongs."""
    if os.geteuid() != 0:
        yield
        return
    nobody = 65534
    opened = [parent for parent in folder.parents if parent.stat().st_mode & 0o111 != 0o111]
    modes = [(parent, parent.stat().st_mode) for parent in opened]
    for path in (folder, *folder.iterdir()):
        os.chown(path, nobody, nobody)
    for parent, mode in modes:
        parent.chmod(mode | 0o111)
    os.seteuid(nobody)
    try:
        yield
    finally:
        os.seteuid(0)
        for parent, mode in modes:
            parent.chmod(mode)
