"""The promises of the loop, each on scripted parts."""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.api import RunContext
from engine.codec import to_json
from engine.errors import Cancelled, CannotDraw, EngineFailure
from engine.fixers.reseed import Reseed
from engine.loop import better, offers, rank, run
from engine.types import Brief, Budget, Finding, Fix, Plan, Quality, Render, Requirement, RequirementKind, Trace
from tests.fakes import PLAN, FakeCritic, FakeFixer, FakeRenderer, Silent, grey, parts


def last(brief: Brief, **chosen: Any) -> Trace:
    return list(run(brief, parts(**chosen), Silent()))[-1]


def test_a_picture_that_passes_is_not_touched() -> None:
    fixer = FakeFixer(levels=(200,))
    trace = last(Brief(), renderer=FakeRenderer({0: 120}), fixers=[fixer])
    assert trace.outcome == "passed"
    assert trace.passed()
    assert len(trace.rounds) == 1
    assert fixer.applied == []


def test_fixes_until_passed() -> None:
    trace = last(Brief(), fixers=[FakeFixer(levels=(60, 80, 120))])
    assert trace.outcome == "passed"
    assert trace.best_round().findings[0].measured == 120
    assert [done.kept for done in trace.rounds] == [True, True, True, True]


def test_never_worse() -> None:
    trace = last(Brief(), fixers=[FakeFixer(levels=(20, 30))])
    assert trace.best == 0
    assert trace.outcome == "nothing left to try"
    assert [done.kept for done in trace.rounds] == [True, False, False]


class _Model(FakeRenderer):
    """A model's pictures: they say the quality that was asked for."""

    def render(self, plan: Plan, brief: Brief, seed: int, context: RunContext, **others: object) -> Render:
        made = super().render(plan, brief, seed, context)
        return made.replace(model="a model", parameters={"quality": brief.quality})


@pytest.mark.parametrize(("quality", "seeds"), [("fast", [0, 1]), ("balanced", [0, 1, 2]), ("pro", [0, 1, 2, 3, 4])])
def test_as_many_pictures_are_painted_as_the_quality_says_and_the_best_is_kept(quality: Quality, seeds: list[int]) -> None:
    trace = last(Brief(quality=quality), renderer=_Model({0: 50, 1: 40, 2: 20, 3: 44, 4: 30}), fixers=[Reseed()])
    assert [done.render.seed for done in trace.rounds] == seeds
    assert trace.best == 0
    assert trace.outcome == "nothing left to try"
    trace = last(Brief(quality=quality), renderer=_Model({0: 50, seeds[-1]: 60}), fixers=[Reseed()])
    assert trace.best_round().render.seed == seeds[-1]
    trace = last(Brief(quality=quality), renderer=_Model({0: 50, 1: 120}), fixers=[Reseed()])
    assert (trace.outcome, len(trace.rounds)) == ("passed", 2)


def test_what_no_model_painted_gets_four_seeds_at_any_quality() -> None:
    trace = last(Brief(quality="fast"), fixers=[Reseed()])
    assert [done.render.seed for done in trace.rounds] == [0, 1, 2, 3, 4]


def test_a_fix_that_breaks_what_held_is_rolled_back_and_not_tried_again() -> None:
    fixer = FakeFixer(levels=(101,))
    trace = last(Brief(), fixers=[fixer])
    assert trace.best == 0
    assert trace.rounds[1].findings[0].verdict == "passed"
    assert not trace.rounds[1].kept
    assert fixer.applied == [101]


def test_honest_without_a_critic() -> None:
    trace = last(Brief(), critics=[], renderer=FakeRenderer({0: 255}))
    assert {finding.verdict for finding in trace.best_round().findings} == {"unchecked"}
    assert not trace.passed()
    assert trace.outcome == "nothing left to try"


class _Broken(FakeCritic):
    def check(self, *_: object) -> list[Finding]:
        raise EngineFailure("the model file is damaged.")


def test_honest_about_a_broken_critic() -> None:
    trace = last(Brief(), critics=[_Broken()])
    finding = trace.best_round().findings[0]
    assert finding.verdict == "unchecked"
    assert "the model file is damaged" in finding.message


def test_the_trace_says_how_long_each_critic_took() -> None:
    critics = [FakeCritic(frozenset({"artifact"}), "one"), FakeCritic(frozenset({"colour"}), "two")]
    trace = last(Brief(), renderer=FakeRenderer({0: 120}), critics=critics)
    assert [finding.critic for finding in trace.best_round().findings] == ["one", "two"]
    assert {"check:one", "check:two"} <= set(trace.timings)


def test_networks_are_opened_while_the_picture_is_drawn_and_no_longer() -> None:
    opened, begun = list[str](), threading.Event()

    class Drawing(FakeRenderer):
        def render(self, *given: Any, **others: Any) -> Render:
            assert begun.wait(10)
            return super().render(*given, **others)

    def damaged() -> None:
        opened.append(threading.current_thread().name)
        raise EngineFailure("the model file is damaged.")

    def last_one() -> None:
        begun.set()
        time.sleep(0.05)

    made = replace(parts(renderer=Drawing({0: 120})), warm=(damaged, last_one, lambda: opened.append("too late")))
    assert list(run(Brief(), made, Silent()))[-1].outcome == "passed"
    assert opened == ["plantain-warm"]
    assert "plantain-warm" not in {thread.name for thread in threading.enumerate()}


def test_a_cancel_while_drawing_leaves_no_thread() -> None:
    steps = list[int]()
    made = replace(parts(), warm=[partial(steps.append, at) for at in range(3)])
    with pytest.raises(Cancelled):
        list(run(Brief(), made, Silent(cancel_after=1)))
    assert "plantain-warm" not in {thread.name for thread in threading.enumerate()}


def test_the_trace_says_how_long_each_network_took() -> None:
    class Looking(FakeCritic):
        def check(self, plan: Plan, requirements: Sequence[Requirement], render: Render, context: RunContext) -> list[Finding]:
            for seconds in (0.25, 0.5):
                context.took("network:one", seconds)
            return super().check(plan, requirements, render, context)

    assert last(Brief(), renderer=FakeRenderer({0: 120}), critics=[Looking()]).timings["network:one"] == 0.75


def test_bounded_by_rounds() -> None:
    trace = last(Brief(budget=Budget(max_rounds=3)), fixers=[FakeFixer(levels=tuple(range(52, 98, 2)))])
    assert trace.outcome == "budget spent"
    assert len(trace.rounds) == 3


def test_bounded_by_seconds() -> None:
    ticks = iter(range(1000))
    brief = Brief(budget=Budget(max_seconds=15))
    traces = list(run(brief, parts(fixers=[FakeFixer(levels=(60, 70, 80, 90))]), Silent(), clock=lambda: float(next(ticks))))
    assert traces[-1].outcome == "budget spent"
    assert len(traces[-1].rounds) < 5


def test_reproducible() -> None:
    one, other = (last(Brief(seed=3), fixers=[FakeFixer(levels=(60, 20, 120))]) for _ in range(2))
    assert to_json(one.replace(timings={})) == to_json(other.replace(timings={}))


@pytest.mark.parametrize("steps", range(1, 12))
def test_interruptible_with_the_best_so_far(steps: int) -> None:
    seen: list[Trace] = []

    def whole() -> None:
        for trace in run(Brief(), parts(fixers=[FakeFixer(levels=(60, 80, 90, 96, 98))]), Silent(cancel_after=steps)):
            seen.append(trace)

    with pytest.raises(Cancelled):
        whole()
    for trace in seen:
        assert trace.best_round().render.pixels.stored


def test_an_undrawable_element_is_named() -> None:
    with pytest.raises(CannotDraw, match=r"thing.*--stand-ins"):
        last(Brief(), renderer=FakeRenderer(cannot=("thing",)))
    assert last(Brief(stand_ins=True), renderer=FakeRenderer(cannot=("thing",))).rounds


def test_starts_from_a_picture_from_disk() -> None:
    traces = list(run(Brief(), parts(fixers=[FakeFixer(levels=(120,))]), Silent(), start=grey(90)))
    assert traces[0].rounds[0].findings[0].measured == 90
    assert traces[-1].outcome == "passed"


@dataclass
class _Painter(FakeRenderer):
    """Draws into any picture."""

    repaints: bool = True


@pytest.mark.parametrize(("drew", "able"), [("file", False), ("another", False), ("fake", True)])
def test_a_region_is_drawn_anew_only_by_what_drew_the_picture_or_draws_into_any(drew: str, able: bool) -> None:
    fix = Fix(kind="rerender", fixer="fake", answers=(), message="", seed=120)
    fixer = FakeFixer(fixes=[fix])
    start = grey(90).replace(renderer=drew)
    for renderer, used in ((FakeRenderer(), able), (_Painter(), True)):
        given = parts(renderer=renderer, fixers=[fixer])
        trace = list(run(Brief(), given, Silent(), start=start))[-1]
        assert [done.fix for done in trace.rounds] == [None, fix][: 1 + used]
        assert list(offers(PLAN, start, trace.rounds[0].findings, given)) == [fix] * used


def test_goes_on_from_a_trace_and_keeps_what_the_user_wishes() -> None:
    first = last(Brief(), renderer=FakeRenderer({0: 120}))
    fixer = FakeFixer(levels=(140,))
    wish = Fix(kind="recolour", fixer="fake", answers=(), message="darker", seed=31)
    trace = list(run(Brief(budget=Budget(max_rounds=1)), parts(fixers=[fixer]), Silent(), start=first, wish=wish))[-1]
    assert len(trace.rounds) == 2
    assert trace.best_round().render.pixels.array[0, 0, 0] == 31
    assert trace.rounds[0] == first.rounds[0]
    again = list(run(Brief(), parts(fixers=[fixer]), Silent(), start=trace))[-1]
    assert again.outcome == "passed"
    assert again.best_round().render.pixels.array[0, 0, 0] == 140


SIZED = PLAN.replace(requirements=(PLAN.requirements[0], Requirement(id="size", kind="size", threshold=255)))


@dataclass
class _Recorder(FakeCritic):
    """Holds "bright" like its parent and "size" as long as the level is not above that one's threshold; notes who is asked."""

    kinds: frozenset[RequirementKind] = frozenset({"artifact", "size"})
    asked: list[list[str]] = field(default_factory=list)

    def check(self, plan: Plan, requirements: Sequence[Requirement], render: Render, context: RunContext) -> list[Finding]:
        self.asked.append([requirement.id for requirement in requirements])
        return [
            finding.replace(verdict="passed" if render.pixels.array.max() <= finding.threshold else "failed")
            if finding.requirement == "size"
            else finding
            for finding in super().check(plan, requirements, render, context)
        ]


def test_only_what_a_fix_can_have_touched_is_checked_again_and_the_rest_before_passed() -> None:
    critic = _Recorder()
    trace = last(Brief(plan=SIZED), critics=[critic], fixers=[FakeFixer(levels=(80, 120))])
    assert critic.asked == [["bright", "size"], ["bright"], ["bright"], ["size"]]
    assert [done.carried for done in trace.rounds] == [(), ("size",), ()]
    assert trace.outcome == "passed"
    assert trace.passed()


def test_where_the_last_check_disagrees_the_loop_goes_on_from_the_truth() -> None:
    critic = _Recorder()
    sized = SIZED.replace(requirements=(SIZED.requirements[0], SIZED.requirements[1].replace(threshold=110)))
    trace = last(Brief(plan=sized), critics=[critic], fixers=[FakeFixer(levels=(120, 104))])
    assert [(done.render.pixels.array[0, 0, 0], done.kept) for done in trace.rounds] == [(50, True), (120, False), (104, True)]
    assert [finding.verdict for finding in trace.rounds[1].findings] == ["passed", "failed"]
    assert trace.outcome == "passed"
    assert critic.asked == [["bright", "size"], ["bright"], ["size"], ["bright"], ["size"]]


def test_what_is_still_to_be_checked_does_not_count_as_passed() -> None:
    before = last(Brief(plan=SIZED), critics=[_Recorder()], fixers=[FakeFixer(levels=(120,))])
    assert before.passed()
    best = before.best_round().replace(carried=("size",))
    assert not before.replace(rounds=(before.rounds[0], best)).passed()


def test_what_the_user_wishes_is_checked_whole() -> None:
    critic = _Recorder()
    first = last(Brief(plan=SIZED), critics=[critic], renderer=FakeRenderer({0: 120}))
    wish = Fix(kind="recolour", fixer="fake", answers=(), message="darker", seed=140)
    given = parts(critics=[critic], fixers=[FakeFixer()])
    trace = list(run(Brief(plan=SIZED), given, Silent(), start=first, wish=wish))[-1]
    assert trace.best_round().carried == ()
    assert critic.asked == [["bright", "size"]] * 2


levels = st.integers(0, 255)


@given(st.lists(levels, max_size=6), levels)
def test_the_best_ranks_highest_of_all_that_broke_nothing(fixes: list[int], first: int) -> None:
    trace = last(Brief(), renderer=FakeRenderer({0: first}), fixers=[FakeFixer(levels=tuple(fixes))])
    kept = [done for done in trace.rounds if done.kept]
    ranks = [rank(PLAN, done.findings) for done in kept]
    assert ranks == sorted(ranks)
    assert trace.best_round() == kept[-1]
    assert all(not better(PLAN, earlier.findings, later.findings) for earlier, later in pairwise(kept))
