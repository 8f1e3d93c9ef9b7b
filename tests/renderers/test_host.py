"""A renderer that comes to grief in its own process: the run hears what happened, and nothing is left behind."""

from __future__ import annotations

import os
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from engine.api import Renderer
from engine.errors import BadInput, Cancelled, CannotDraw, EngineFailure
from engine.loop import run
from engine.renderers.host import Hosted
from engine.renderers.host.watch import Patience
from engine.types import Brief, Raster, Region, Render, Trace
from tests.fakes import PLAN, FakeFixer, Silent, parts

TARGET = "tests.renderers.scripted:Scripted"
HASTY = Patience(silence=2.0, step=1.0, load=20.0, stop=0.5, idle=60.0)
on_linux = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")


@contextmanager
def hosted(patience: Patience = HASTY) -> Iterator[Hosted]:
    """A host of the scripted renderer; at its end nothing may be left of it."""
    before = left_behind()
    host = Hosted("scripted", TARGET, patience)
    pids = set[int]()
    try:
        yield host
        pids |= {host.pid} - {None}
    finally:
        host.close()
    assert all(gone(pid) for pid in pids)
    assert left_behind() == before


def left_behind() -> tuple[set[str], set[str], set[str]]:
    """Threads of renderers, files in the temporary folder and in shared memory, and what this process holds open."""
    threads = {thread.name for thread in threading.enumerate() if thread.name == "plantain-renderer"}
    folders = Path(tempfile.gettempdir()), Path("/dev/shm")
    files = {str(file) for folder in folders if folder.is_dir() for file in folder.iterdir() if "plantain" in file.name}
    handles = {str(number) for number in range(256) if _is_open(number)}
    return threads, files, handles


def _is_open(number: int) -> bool:
    try:
        os.fstat(number)
    except OSError:
        return False
    return True


def gone(pid: int | None) -> bool:
    """Whether the process has ended; one that nobody has reaped yet counts as ended."""
    try:
        return pid is None or Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except (FileNotFoundError, ProcessLookupError):
        return True


def render(host: Renderer, words: str = "", context: Silent | None = None, **more: object) -> Render:
    return host.render(PLAN, Brief(prompt=words), 7, context or Silent(), **more)  # type: ignore[arg-type]


def test_a_picture_comes_back_whole_and_the_process_stays_warm() -> None:
    masks = {"thing": Raster(np.arange(24, dtype=np.uint8).reshape(4, 6))}
    depth, normals = np.linspace(0, 9, 24, dtype=np.float32).reshape(4, 6), np.full((4, 6, 3), -0.5, np.float32)
    unstored = Raster(None, shape=(9, 9), sha256="ab" * 32)
    base = Render(
        renderer="studio",
        pixels=Raster(np.zeros((4, 6, 3), np.uint8)),
        masks=masks | {"far": unstored, "empty": Raster(np.zeros((0, 4), np.uint8))},
        depth=Raster(depth),
        normals=Raster(normals),
    )
    region = Region(box=(0.0, 0.0, 0.5, 0.5), mask=Raster(np.eye(5, dtype=np.uint8)), words="a cat")
    with hosted() as host:
        drawn = render(host, "tell", base=base, region=region)
        again = render(host, "big=2000")
        assert drawn.parameters["process"] == again.parameters["process"] == host.pid != os.getpid()
    assert drawn == base.replace(
        renderer="scripted",
        seed=7,
        pixels=Raster(np.full((64, 64, 3), 7, np.uint8)),
        masks=base.masks | {"region": Raster(np.eye(5, dtype=np.uint8))},
        parameters=drawn.parameters,
    )
    assert drawn.depth is not None
    assert drawn.depth.array.dtype == np.float32
    assert not drawn.masks["far"].stored
    assert again.masks["big"].array[-1, -1] == 2000**2 - 1
    assert drawn.parameters["half"] == 0.5


def test_what_the_renderer_says_on_the_way_is_passed_on_in_order() -> None:
    context = Silent()
    with hosted() as host:
        render(host, "steps=40 tell", context)
    drawn = [done for stage, done in context.stages if stage == "draw"]
    assert drawn == [0.0, *(step / 40 for step in range(40)), 1.0]
    assert context.told == ["This is said on the way."]
    levels = [int(preview.array[0, 0, 0]) for preview in context.previews]
    assert levels == sorted(set(levels))
    assert levels
    assert all((preview.array == preview.array[0, 0, 0]).all() for preview in context.previews)


def test_what_it_can_draw_is_answered_without_a_process() -> None:
    with hosted() as host:
        assert host.missing(PLAN) == ()
        thing = PLAN.elements[0].replace(kind="thing")
        assert host.missing(PLAN.with_element(thing)) == ("thing",)
        assert host.pid is None


@pytest.mark.parametrize(
    ("word", "kind", "said"),
    [
        ("bad", BadInput, "The model is another one. Choose it again."),
        ("undrawable", CannotDraw, "Nothing can draw it."),
        ("failure", EngineFailure, "The weights are damaged. Import them again."),
        ("give-up", Cancelled, ""),
    ],
)
def test_errors_keep_their_class_and_the_process_lives_on(word: str, kind: type[Exception], said: str) -> None:
    with hosted() as host:
        before = render(host).parameters["process"]
        with pytest.raises(Exception) as raised:
            render(host, word)
        assert type(raised.value) is kind
        assert str(raised.value) == said
        assert render(host).parameters["process"] == before


@pytest.mark.parametrize(
    ("words", "how"),
    [
        ("abort", "aborted"),
        ("segfault", "segmentation fault"),
        ("exit=3", "code 3"),
        ("fault", "RuntimeError: the device is lost"),
        ("die-writing", "aborted"),
        ("hang", "stood still at “draw” for 1 seconds"),
        ("freeze", "not answered for 2 seconds"),
        ("deaf freeze", "not answered for 2 seconds"),
    ],
)
def test_a_lost_process_is_replaced_once(tmp_path: Path, words: str, how: str) -> None:
    context = Silent()
    once = " ".join(f"once:{tmp_path / word}:{word}" for word in words.split())
    with hosted() as host:
        first = render(host).parameters["process"]
        drawn = render(host, f"steps=2 {once}", context)
        assert drawn.parameters["process"] == host.pid != first
        assert gone(int(first))
    (said,) = context.told
    assert how in said
    assert "draws the picture anew" in said


def test_the_second_loss_is_a_failure_with_what_was_written() -> None:
    with hosted() as host:
        with pytest.raises(EngineFailure, match=r"crashed \(segmentation fault\), twice in a row") as failed:
            render(host, "err=200000 out=100 segfault")
        (written,) = failed.value.__notes__
        assert "Segmentation fault" in written
        assert "garbage on stdout" in written
        assert len(written) <= 64_000
        assert host.pid is None
        assert render(host).seed == 7


def test_garbage_on_its_streams_does_no_harm() -> None:
    with hosted() as host:
        assert render(host, "out=300000 err=300000 steps=3 out=5").seed == 7


@on_linux
def test_out_of_memory_is_told_and_the_process_lives_on() -> None:
    with hosted() as host:
        with pytest.raises(MemoryError):
            render(host, "eat")
        assert render(host).seed == 7


def test_a_missing_library_is_a_failure_that_names_it() -> None:
    host = Hosted("nowhere", "tests.renderers.nowhere:Nothing", HASTY)
    with pytest.raises(EngineFailure, match="No module named 'tests.renderers.nowhere'"):
        render(host)
    host.close()


class Stopping(Silent):
    """Cancels from another thread as soon as a stage is reported, and notes when."""

    def __init__(self, stage: str) -> None:
        super().__init__()
        self._stage = stage
        self.at = 0.0

    def progress(self, stage: str, done: float, preview: Raster | None = None) -> None:
        super().progress(stage, done, preview)
        if stage == self._stage and not self.at and self.stops:
            self.at = time.monotonic()
            threading.Timer(0.05, self.stops[-1]).start()


@pytest.mark.parametrize("word", ["steps=100000", "native=20"])
def test_a_cancel_reaches_the_renderer_which_stays_warm(word: str) -> None:
    patient, context = replace(HASTY, stop=10.0), Stopping("draw")
    with hosted(patient) as host:
        before = render(host).parameters["process"]
        with pytest.raises(Cancelled):
            render(host, word, context)
        assert time.monotonic() - context.at < 5
        assert render(host).parameters["process"] == before


@pytest.mark.parametrize("word", ["sleep=30", "freeze", "deaf freeze"])
def test_a_cancel_that_is_not_heard_ends_the_process(word: str) -> None:
    with hosted() as host:
        before = render(host).parameters["process"]
        with pytest.raises(Cancelled):
            render(host, word, Stopping("draw"))
        assert gone(int(before))
        assert render(host).parameters["process"] != before


def test_a_run_that_is_cancelled_by_its_own_step() -> None:
    with hosted() as host:
        for steps in (0, 1, 2, 7):
            with pytest.raises(Cancelled):
                render(host, "steps=50 tell", Silent(cancel_after=steps))
        assert render(host).seed == 7


def test_loading_may_take_longer_than_a_step() -> None:
    with hosted() as host:
        assert render(host, "load=1.5").seed == 7


def test_idle_for_long_it_is_ended() -> None:
    with hosted(replace(HASTY, idle=0.2)) as host:
        before = render(host).parameters["process"]
        deadline = time.monotonic() + 10
        while host.pid is not None and time.monotonic() < deadline:
            time.sleep(0.02)
        assert gone(int(before))
        assert render(host).seed == 7


def test_unloaded_when_asked_but_not_while_it_draws() -> None:
    answers: list[bool] = []

    class Asking(Silent):
        def progress(self, stage: str, done: float, preview: Raster | None = None) -> None:
            answers.append(host.unload())

    with hosted() as host:
        before = render(host, context=Asking()).parameters["process"]
        assert not any(answers)
        assert host.unload()
        assert gone(int(before))
        assert host.pid is None
        assert host.unload()


def test_one_process_that_died_unseen_is_replaced_in_silence() -> None:
    context = Silent()
    with hosted() as host:
        render(host)
        assert host.pid is not None
        os.kill(host.pid, 9)
        while host.pid is not None:
            time.sleep(0.01)
        assert render(host, context=context).seed == 7
    assert context.told == []


def test_two_runs_take_turns() -> None:
    made: list[Render] = []
    with hosted() as host:
        threads = [threading.Thread(target=lambda: made.append(render(host, "sleep=0.2"))) for _ in range(3)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert len({drawn.parameters["process"] for drawn in made}) == 1
    assert len(made) == 3


def test_closed_in_the_middle_of_a_picture() -> None:
    ended: list[BaseException] = []
    started = threading.Event()

    class Telling(Silent):
        def progress(self, stage: str, done: float, preview: Raster | None = None) -> None:
            if stage == "draw":
                started.set()

    def draw() -> None:
        try:
            render(host, "sleep=30", Telling())
        except Cancelled as end:
            ended.append(end)

    with hosted() as host:
        thread = threading.Thread(target=draw)
        thread.start()
        assert started.wait(20)
        host.close()
        thread.join(5)
        assert len(ended) == 1


def test_the_loop_keeps_what_it_has(tmp_path: Path) -> None:
    """The first picture is drawn; the seed's second one crashes twice: the run ends, and its trace has the first."""

    class Reseed(FakeFixer):
        def apply(self, fix, plan, brief, render, renderer, context):  # type: ignore[no-untyped-def]
            return renderer.render(plan, brief.replace(prompt="abort"), fix.seed, context)

    traces: list[Trace] = []
    with hosted() as host, pytest.raises(EngineFailure, match="twice"):
        traces.extend(run(Brief(), parts(renderer=host, fixers=[Reseed(levels=(60,))]), Silent()))
    assert traces == []
