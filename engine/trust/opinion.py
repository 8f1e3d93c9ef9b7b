"""The local language-vision model that may give a second opinion: which one, where, and how it is asked.

It speaks the chat completions of OpenAI's API, as llama.cpp, Ollama and LM Studio do, on this computer alone. Nothing is
asked unless the user has named an address and a model, in `opinion.toml` or on the command line.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

import msgspec

from engine.api import RunContext
from engine.choices import keep, place, read
from engine.errors import EngineFailure
from engine.trust.loopback import Loopback
from engine.types import Value

MOST_TOKENS: Final = 2048


class Opinion(Value, frozen=True):
    """Whom to ask: the `model` by its server's name for it. `plans`: it also plans. `seconds` are those of one answer."""

    address: str = ""
    model: str = ""
    plans: bool = False
    seconds: float = 60.0

    def __post_init__(self) -> None:
        if not 1 <= self.seconds <= 3600:
            raise ValueError("seconds must be 1 to 3600")

    @property
    def on(self) -> bool:
        return bool(self.address and self.model)


def user_file() -> Path:
    return place("opinion")


def wanted() -> Opinion:
    """The user's choice; nobody where there is none. Raises BadInput where the file cannot be used."""
    return read(user_file(), Opinion)


def choose(chosen: Opinion) -> None:
    """Keep the choice; it holds from the next picture on. Raises BadInput for an address elsewhere or a file that cannot be
    written."""
    if chosen.address:
        Loopback(chosen.address)
    keep(user_file(), "".join(f"{name} = {json.dumps(value)}\n" for name, value in msgspec.structs.asdict(chosen).items()))


class Chat:
    """Questions to the model, the same answer each time where its server keeps to seed and temperature.

    Raises BadInput for an address that is not on this computer.
    """

    def __init__(self, opinion: Opinion) -> None:
        self.opinion = opinion
        self._server = Loopback(opinion.address)

    def ask(self, system: str, content: list[dict[str, Any]], context: RunContext) -> str:
        """The words of the answer to `content`, parts of text and pictures. Raises EngineFailure where there is none."""
        messages = [{"role": "system", "content": system}, {"role": "user", "content": content}]
        asked = {"model": self.opinion.model, "messages": messages, "max_tokens": MOST_TOKENS, "temperature": 0, "seed": 0}
        body = json.dumps(asked | {"stream": False}).encode()
        said = self._server.post("/chat/completions", body, context, self.opinion.seconds)
        try:
            answer = msgspec.json.decode(said, type=_Answer).choices[0].message.content
        except (msgspec.MsgspecError, UnicodeDecodeError, IndexError, RecursionError) as error:
            raise EngineFailure(f"What {self._server.address} answers cannot be read.", "Ask another model.") from error
        if not answer:
            raise EngineFailure(f"{self.opinion.model} gave no answer.", "Ask another model.")
        return answer.rpartition("</think>")[2].strip()


def text(words: str) -> dict[str, Any]:
    return {"type": "text", "text": words}


def picture(data_url: str) -> dict[str, Any]:
    return {"type": "image_url", "image_url": {"url": data_url}}


class _Message(msgspec.Struct):
    content: str | None = None


class _Choice(msgspec.Struct):
    message: _Message


class _Answer(msgspec.Struct):
    choices: list[_Choice]
