"""A second opinion: what agrees with itself counts, everything else is unchecked and says why; never what was measured."""

from __future__ import annotations

import base64
import io
import threading
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from engine.critics.opinion import LONGEST, OpinionCritic, claimed, seen_from
from engine.errors import Cancelled
from engine.loop import check
from engine.trust.opinion import Opinion
from engine.types import Canvas, Element, Finding, Plan, Raster, Render, Requirement
from tests.fakes import FakeCritic, Silent
from tests.talker import Talker, believes, talking, words

PLAN = Plan(
    canvas=Canvas.of("1:1", "512"),
    kind="picture",
    elements=(Element(id="dog", label="dog", kind="thing"), Element(id="cat", label="cat", kind="thing")),
    requirements=(
        Requirement(id="presence:dog", kind="presence", element="dog", expected="dog", threshold=0.5),
        Requirement(id="count:cat", kind="count", element="cat", expected=3),
        Requirement(id="position:dog", kind="position", element="dog", expected=("left of", "cat")),
        Requirement(id="style", kind="style", expected="watercolour", hard=False),
        Requirement(id="view", kind="view", expected=(0.0, 10.0, 0.0), threshold=5, hard=False),
        Requirement(id="text", kind="text", expected=""),
    ),
)
PICTURE = Render(renderer="diffusion", pixels=Raster(np.full((600, 2400, 3), 90, np.uint8)))


def opinions(talker: Talker, *ids: str, seconds: float = 20.0, context: Silent | None = None) -> dict[str, Finding]:
    """What the critic finds for the requirements of these ids, all where none is given."""
    critic = OpinionCritic(Opinion(address=talker.address, model="eyes:7b", seconds=seconds))
    asked = [one for one in PLAN.requirements if one.id in ids or not ids]
    return {found.requirement: found for found in critic.check(PLAN, asked, PICTURE, context or Silent())}


def test_two_answers_that_agree_are_an_opinion() -> None:
    with talking(Talker(believes("shows this: dog"))) as talker:
        found = opinions(talker, "presence:dog")["presence:dog"]
    assert (found.verdict, found.critic, found.score) == ("passed", "opinion", 1.0)
    assert found.confidence <= 0.6
    assert found.message == "eyes:7b, asked twice, says yes. That is an opinion and no measurement."
    with talking(Talker(believes("does not show this: dog"))) as talker:
        found = opinions(talker, "presence:dog")["presence:dog"]
    assert (found.verdict, found.score < 1) == ("failed", True)


def test_it_is_asked_in_both_orders_with_a_small_picture_and_nothing_random() -> None:
    with talking(Talker(believes("is left of the cat"))) as talker:
        opinions(talker, "position:dog")
    first, second = (words(asked).split("\n") for asked in talker.asked)
    assert first == ["A: The dog is left of the cat", "B: The dog is not left of the cat", first[2], "[picture]"]
    assert second == ["[picture]", "A: The dog is not left of the cat", "B: The dog is left of the cat", first[2]]
    assert {(asked["model"], asked["temperature"], asked["seed"]) for asked in talker.asked} == {("eyes:7b", 0, 0)}
    (url,) = (part["image_url"]["url"] for part in talker.asked[0]["messages"][1]["content"] if part["type"] == "image_url")
    assert Image.open(io.BytesIO(base64.b64decode(url.partition(",")[2]))).size == (LONGEST, LONGEST // 4)


def length(body: bytes, status: str = "200 OK") -> bytes:
    return f"HTTP/1.1 {status}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body


@pytest.mark.parametrize(
    ("talker", "why"),
    [
        (Talker(lambda _: "A"), "contradicts itself"),
        (Talker(lambda _: "C"), "cannot see it"),
        (Talker(lambda _: "I'm sorry, but A is something I can't judge."), "something else"),
        (Talker(lambda _: "A" * 10_000), "something else"),
        (Talker(lambda _: ""), "gave no answer"),
        (Talker(wire=length(b'{"choices": [{"message":')), "cannot be read"),
        (Talker(wire=length(b'{"choices": []}')), "cannot be read"),
        (Talker(wire=length(b'{"choices": [{"message": {"content": 7}}]}')), "cannot be read"),
        (Talker(wire=length(b"[" * 500_000)), "cannot be read"),
        (Talker(wire=length(b"\xff\xfe\x00")), "cannot be read"),
        (Talker(wire=b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + b"100000\r\n" + b" " * 0x100000 * 2), "1 MB"),
        (Talker(wire=length(b"no such model", "404 Not Found")), "the error 404"),
        (Talker(wire=b"HTTP/1.1 302 Found\r\nLocation: http://192.0.2.7/v1\r\n\r\n"), "another address"),
        (Talker(wire=b""), "broke off"),
        (Talker(wire=b"GARBAGE\r\n\r\n"), "broke off"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_what_does_not_agree_or_cannot_be_read_is_unchecked(talker: Talker, why: str) -> None:
    with talking(talker):
        found = opinions(talker, "presence:dog")["presence:dog"]
    assert (found.verdict, found.confidence) == ("unchecked", 0.0)
    assert why in found.message


@pytest.mark.parametrize("dress", ["{}", " {}.", "({})", "**{}**", "Answer: {}", "<think>A? No: B.\n</think>\n\n{}"])
def test_a_letter_may_be_dressed(dress: str) -> None:
    with talking(Talker(lambda asked: dress.format(believes("shows this: dog")(asked).lower()))) as talker:
        assert opinions(talker, "presence:dog")["presence:dog"].verdict == "passed"


def test_a_slow_server_is_left_after_the_time_for_one_answer() -> None:
    with talking(Talker(drip=0.2)) as talker:
        since = time.monotonic()
        found = opinions(talker, seconds=1.0)
        took = time.monotonic() - since
    assert "within 1 seconds" in found["presence:dog"].message
    assert {one.message for name, one in found.items() if name != "text"} == {found["presence:dog"].message}
    assert len(talker.asked) == 1, "nobody who does not answer is asked again"
    assert took < 10


def test_a_server_that_is_not_there_is_asked_once() -> None:
    with talking(Talker()) as talker:
        pass
    found = opinions(talker)
    assert found["presence:dog"].message == f"No server answers at {talker.address}."
    assert {one.verdict for one in found.values()} == {"unchecked"}


def test_a_cancel_is_felt_while_it_thinks() -> None:
    class Stopping(Silent):
        """Cancelled from another thread as soon as the server has been asked."""

        cancelled = False

        def progress(self, stage: str, done: float, preview: Raster | None = None) -> None:
            if self.cancelled:
                raise Cancelled

        def on_cancel(self, stop: Callable[[], None] | None) -> None:
            def cancel() -> None:
                talker.heard.wait(20)
                self.cancelled = True
                assert stop is not None
                stop()

            if stop is not None:
                threading.Thread(target=cancel, daemon=True).start()

    with talking(Talker(drip=0.2)) as talker, pytest.raises(Cancelled):
        opinions(talker, seconds=60.0, context=Stopping())
    assert len(talker.asked) == 1


def test_no_proxy_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://192.0.2.7:8080")
    with talking(Talker(believes("shows this: dog"))) as talker:
        assert opinions(talker, "presence:dog")["presence:dog"].verdict == "passed"


def test_an_angle_is_never_confirmed_by_a_look() -> None:
    with talking(Talker(believes("is seen from the front"))) as talker:
        assert opinions(talker, "view")["view"].verdict == "unchecked"
    with talking(Talker(believes("is not seen from the front"))) as talker:
        assert opinions(talker, "view")["view"].verdict == "failed"
    sides = {
        0.0: "the front",
        45.0: "the front and the right",
        -90.0: "the left side",
        180.0: "behind",
        230.0: "behind and the left",
    }
    assert {angle: seen_from(angle, 0) for angle in sides} == sides
    assert (seen_from(30, 90), seen_from(0, 40)) == ("straight above", "the front and from above")


def test_it_is_asked_about_what_is_unchecked_and_about_nothing_else() -> None:
    measured = FakeCritic(kinds=frozenset({"presence"}))
    with talking(Talker(believes("does not"))) as talker:
        critic = OpinionCritic(Opinion(address=talker.address, model="eyes:7b"))
        found = {one.requirement: one for one in check(PLAN, PICTURE, [measured, critic], Silent())}
    assert found["presence:dog"].critic == measured.id
    assert not any(": dog" in words(asked) for asked in talker.asked)
    assert found["style"].verdict == "failed"
    assert found["text"].message == "The local model is not asked about this."


def test_what_nobody_can_say_tells_both_reasons() -> None:
    class Blind(FakeCritic):
        def check(self, *arguments: object) -> list[Finding]:
            return [Finding(requirement="style", critic="blind", verdict="unchecked", message="It is dark.")]

    with talking(Talker(lambda _: "C")) as talker:
        critic = OpinionCritic(Opinion(address=talker.address, model="eyes:7b"))
        plan = PLAN.replace(requirements=PLAN.requirements[3:4])
        (found,) = check(plan, PICTURE, [Blind(kinds=frozenset({"style"})), critic], Silent())
    assert (found.critic, found.message) == ("blind", "It is dark. eyes:7b cannot see it.")


def test_a_reference_is_shown_beside_the_picture(tmp_path: Path) -> None:
    file = f"{tmp_path}/it.png"
    Image.new("RGB", (40, 40), "red").save(file)
    one = Requirement(id="identity:dog", kind="identity", element="dog", expected=file, threshold=0.5)
    with talking(Talker(believes("the same dog"))) as talker:
        critic = OpinionCritic(Opinion(address=talker.address, model="eyes:7b"))
        assert critic.check(PLAN, [one], PICTURE, Silent())[0].verdict == "passed"
        gone = critic.check(PLAN, [one.replace(expected="gone.png")], PICTURE, Silent())[0]
    assert [words(asked).count("[picture]") for asked in talker.asked] == [2, 2]
    assert (gone.verdict, gone.message) == ("unchecked", "There is no file gone.png.")


def test_what_a_look_cannot_tell_is_no_question() -> None:
    exact = Requirement(id="colour", kind="colour", element="dog", expected="#aa3311")
    assert claimed(PLAN, exact) is None
    assert claimed(PLAN, exact.replace(expected="brown")) is not None
