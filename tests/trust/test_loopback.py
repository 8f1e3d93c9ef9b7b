"""Only this computer is asked: no other host, whatever it is called, and that under the offline guard."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from engine.errors import BadInput
from engine.trust import opinion
from engine.trust.loopback import Loopback
from engine.trust.opinion import Opinion
from tests.talker import Talker, talking


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:11434/v1", "http://localhost:1234/v1/", "http://[::1]:8080", "HTTP://LOCALHOST"]
)
def test_this_computer_may_be_asked(address: str) -> None:
    assert Loopback(address).address == address.rstrip("/")


@pytest.mark.parametrize(
    "address",
    [
        "http://example.org/v1", "http://127.0.0.1.example.org/v1", "http://localhost.example.org", "http://192.168.1.5:11434",
        "http://127.0.0.1@example.org/", "http://user:secret@127.0.0.1/", "https://127.0.0.1/v1", "ftp://127.0.0.1",
        "127.0.0.1:11434", "http://", "http://0.0.0.0:80", "http://[::ffff:192.0.2.7]/", "http://127.0.0.1:99999/", "http://[::1",
        "http://2130706433/", "http://127.1/", "", "http://127.0.0.1/v1?to=x", "http://1２7.0.0.1/",
    ],
)  # fmt: skip
def test_nobody_else_may(address: str) -> None:
    with pytest.raises(BadInput, match=r"is no address on this computer.*localhost"):
        Loopback(address)


def test_the_choice_is_kept_and_read(own_configuration: Path) -> None:
    assert not opinion.wanted().on
    chosen = Opinion(address="http://localhost:11434/v1", model='a "b" \\ ü', plans=True, seconds=90)
    opinion.choose(chosen)
    assert opinion.wanted() == chosen
    with pytest.raises(BadInput, match="no address on this computer"):
        opinion.choose(chosen.replace(address="http://example.org"))
    assert opinion.wanted() == chosen
    for broken in ('adress = "x"', "seconds = 0", "model ="):
        (own_configuration / "opinion.toml").write_text(broken)
        with pytest.raises(BadInput, match=r"opinion\.toml cannot be used"):
            opinion.wanted()


def test_the_offline_guard_lets_it_through_and_looks_up_no_name() -> None:
    script = (
        "import sys\n"
        "from engine.trust import offline\n"
        "from engine.trust.opinion import Chat, Opinion, text\n"
        "from tests.fakes import Silent\n"
        "offline.enforce()\n"
        "names = []\n"
        "sys.addaudithook(lambda event, found: names.append(found[0]) if event == 'socket.getaddrinfo' else None)\n"
        "chat = Chat(Opinion(address=sys.argv[1], model='m'))\n"
        "print(chat.ask('be brief', [text('?')], Silent()), [name for name in names if name != '127.0.0.1'])\n"
    )
    with talking(Talker(lambda _: "here")) as talker:
        address = talker.address.replace("127.0.0.1", "localhost")
        done = subprocess.run([sys.executable, "-c", script, address], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "here []"
