"""The engine's thread: events in order, cancel by token, nothing left behind."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from engine.api import Parts, RunContext
from engine.errors import EngineFailure
from engine.messages import Event, Failed, Finished, Progress, Updated
from engine.types import Brief, Plan, Region, Render
from engine.worker import Engine
from tests.fakes import FakeFixer, FakeRenderer, parts


@contextmanager
def engine(made: Parts) -> Iterator[tuple[Engine, queue.SimpleQueue[Event]]]:
    events: queue.SimpleQueue[Event] = queue.SimpleQueue()
    running = Engine(events.put, lambda _: made)
    try:
        yield running, events
    finally:
        running.close()


def end(events: queue.SimpleQueue[Event]) -> tuple[Finished | Failed, list[Event]]:
    before: list[Event] = []
    while True:
        event = events.get(timeout=10)
        if isinstance(event, Finished | Failed):
            return event, before
        before.append(event)


def test_a_run_reports_progress_rounds_and_its_end() -> None:
    with engine(parts(fixers=[FakeFixer(levels=(60, 120))])) as (running, events):
        token = running.submit(Brief())
        event, before = end(events)
    assert isinstance(event, Finished)
    assert event.trace is not None
    assert event.trace.outcome == "passed"
    assert [len(e.trace.rounds) for e in before if isinstance(e, Updated)] == [1, 2]
    assert {e.token for e in before} == {token}


class _Slow(FakeRenderer):
    """Renders until it is cancelled; a native call that only `on_cancel` can stop."""

    def render(
        self,
        plan: Plan,
        brief: Brief,
        seed: int,
        context: RunContext,
        *,
        base: Render | None = None,
        region: Region | None = None,
    ) -> Render:
        stopped = threading.Event()
        context.progress("render", 0.1)
        context.on_cancel(stopped.set)
        stopped.wait(10)
        context.on_cancel(None)
        context.progress("render", 0.9)
        raise AssertionError("progress must raise after a cancel")


def test_cancel_breaks_off_a_native_call() -> None:
    with engine(parts(renderer=_Slow())) as (running, events):
        token = running.submit(Brief())
        while not isinstance(event := events.get(timeout=10), Progress) or event.stage != "render":
            pass
        running.cancel(token)
        finished, _ = end(events)
    assert finished == Finished(token=token, trace=None)


def test_a_queued_run_can_be_cancelled_before_it_starts() -> None:
    with engine(parts(renderer=_Slow())) as (running, events):
        first, second = running.submit(Brief()), running.submit(Brief())
        running.cancel(second)
        running.cancel(first)
        assert end(events)[0].token == first
        finished, before = end(events)
    assert finished == Finished(token=second, trace=None)
    assert before == []


class _Crashing(FakeFixer):
    def apply(self, *_: object) -> Render:
        raise EngineFailure("The disk went away.", "Plug it in.")


def test_a_failure_keeps_what_was_made() -> None:
    with engine(parts(fixers=[_Crashing(levels=(120,))])) as (running, events):
        running.submit(Brief())
        event, _ = end(events)
    assert isinstance(event, Failed)
    assert not event.bad_input
    assert event.message == "The disk went away. Plug it in."
    assert event.trace is not None
    assert event.trace.best_round().render.pixels.stored


def test_a_fault_ends_the_run_and_not_the_engine() -> None:
    class Faulty(FakeRenderer):
        def missing(self, plan: Plan) -> tuple[str, ...]:
            return (["thing"][len(plan.elements)],)

    with engine(parts(renderer=Faulty())) as (running, events):
        running.submit(Brief())
        event, _ = end(events)
        running.submit(Brief())
        again, _ = end(events)
    assert isinstance(event, Failed)
    assert "IndexError" in event.message
    assert isinstance(again, Failed)
