"""A renderer that comes to grief in its own process: the run hears what happened, and nothing is left behind."""

from __future__ import annotations

import os
import stat
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.api import Renderer, RunContext
from engine.errors import BadInput, Cancelled, CannotDraw, EngineFailure
from engine.loop import run
from engine.renderers.host import Hosted
from engine.renderers.host.watch import Patience
from engine.types import Brief, Fix, Plan, Raster, Region, Render, Trace
from tests.fakes import PLAN, FakeFixer, Silent, parts

TARGET = "tests.renderers.scripted:Scripted"
CALM = Patience(stop=10.0)
HASTY = Patience(stop=0.3)


@contextmanager
def hosted(patience: Patience = CALM) -> Iterator[Hosted]:
    """A host of the scripted renderer; at its end nothing may be left of it."""
    before = left_behind()
    host = Hosted("scripted", TARGET, patience)
    pids = {0}
    try:
        yield host
        pids |= {host.pid or 0}
    finally:
        host.close()
    assert all(gone(pid) for pid in pids - {0})
    assert left_behind() == before


@pytest.fixture(autouse=True)
def _own_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = str(tmp_path_factory.mktemp("files"))
    monkeypatch.setattr(tempfile, "tempdir", folder)
    monkeypatch.setenv("TMPDIR", folder)


def left_behind() -> tuple[list[str], list[str], list[int]]:
    """Threads of renderers, temporary files, and what this process holds open, memory among it."""
    threads = [thread.name for thread in threading.enumerate() if thread.name == "plantain-renderer"]
    files = [file.name for file in Path(tempfile.gettempdir()).iterdir()]
    return threads, files, [number for number in range(256) if _is_open(number)]


def _is_open(number: int) -> bool:
    """Whether a file, a pipe or a socket has the number. Events, which have no type, are those of Qt's idle threads."""
    try:
        return stat.S_IFMT(os.fstat(number).st_mode) != 0
    except OSError:
        return False


def gone(pid: int | None) -> bool:
    """Whether the process has ended; one that nobody has reaped yet counts as ended."""
    try:
        return pid is None or Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except (FileNotFoundError, ProcessLookupError):
        return True


def until(true: Callable[[], object]) -> None:
    deadline = time.monotonic() + 30
    while not true():
        assert time.monotonic() < deadline, "what was waited for did not happen"
        time.sleep(0.01)


def render(host: Renderer, words: str = "", context: Silent | None = None, **more: Any) -> Render:
    return host.render(PLAN, Brief(prompt=words), 7, context or Silent(), **more)


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


def test_errors_keep_their_class_and_the_process_lives_on() -> None:
    expected: list[tuple[str, type[Exception], str]] = [
        ("bad", BadInput, "The model is another one. Choose it again."),
        ("undrawable", CannotDraw, "Nothing can draw it."),
        ("failure", EngineFailure, "The weights are damaged. Import them again."),
        ("give-up", Cancelled, ""),
    ]
    with hosted() as host:
        before = render(host).parameters["process"]
        for word, kind, said in expected:
            with pytest.raises(kind) as raised:
                render(host, word)
            assert type(raised.value) is kind
            assert str(raised.value) == said
        if sys.platform == "linux":
            with pytest.raises(MemoryError):
                render(host, "eat")
        assert render(host).parameters["process"] == before


@pytest.mark.parametrize(
    ("words", "how"),
    [
        ("abort", "aborted"),
        ("segfault", "segmentation fault"),
        ("exit=3", "code 3"),
        ("fault", "RuntimeError: the device is lost"),
        ("die-writing", "aborted"),
        ("scribble", "no longer speaks the language"),
        ("hang", "stood still at “draw” for 1 seconds"),
        ("deaf freeze", "not answered for"),
    ],
)
def test_a_lost_process_is_replaced_once(tmp_path: Path, words: str, how: str) -> None:
    context = Silent()
    once = " ".join(f"once:{tmp_path / word}:{word}" for word in words.split())
    patience = {"hang": replace(CALM, step=1.0), "deaf freeze": replace(CALM, silence=2.0)}.get(words, CALM)
    with hosted(patience) as host:
        drawn = render(host, f"note={tmp_path / 'first'} steps=2 {once}", context)
        assert drawn.parameters["process"] == host.pid
        first, second = (int(line) for line in (tmp_path / "first").read_text().split())
        assert gone(first)
        assert second == host.pid
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


def test_a_missing_library_is_a_failure_that_names_it() -> None:
    host = Hosted("nowhere", "tests.renderers.nowhere:Nothing")
    with pytest.raises(EngineFailure, match=r"No module named 'tests\.renderers\.nowhere'"):
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
    context = Stopping("draw")
    with hosted() as host:
        before = render(host).parameters["process"]
        with pytest.raises(Cancelled):
            render(host, word, context)
        assert time.monotonic() - context.at < 5
        assert render(host).parameters["process"] == before


@pytest.mark.parametrize("word", ["sleep=30", "freeze"])
def test_a_cancel_that_is_not_heard_ends_the_process(word: str) -> None:
    with hosted(HASTY) as host:
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
    with hosted(replace(CALM, step=1.0)) as host:
        assert render(host, "load=1.5").seed == 7


def test_idle_for_long_it_is_ended() -> None:
    with hosted(replace(CALM, idle=0.2)) as host:
        before = render(host).parameters["process"]
        until(lambda: host.pid is None)
        until(lambda: gone(int(before)))
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
        os.kill(int(render(host).parameters["process"]), 9)
        until(lambda: host.pid is None)
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


class _Again(FakeFixer):
    """Draws once more, with a prompt that ends the process."""

    def apply(
        self, fix: Fix, plan: Plan, brief: Brief, render: Render, renderer: Renderer | None, context: RunContext
    ) -> Render:
        assert renderer is not None
        return renderer.render(plan, brief.replace(prompt="abort"), 1, context)


def test_the_run_keeps_what_it_has() -> None:
    traces: list[Trace] = []
    with hosted() as host, pytest.raises(EngineFailure, match="twice"):
        traces.extend(run(Brief(), parts(renderer=host, fixers=[_Again(levels=(60,))]), Silent()))
    (trace,) = traces
    assert trace.best_round().render.pixels.stored
