"""A server on this computer that answers chat completions from a script, over real sockets."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Asked = dict[str, Any]


@dataclass
class Talker:
    """`answer` makes the words of an answer from the request; `wire` the bytes of the whole response instead.

    With `drip` seconds it sends a byte at a time. `asked` are the requests.
    """

    answer: Callable[[Asked], str] = lambda _: "A"
    wire: bytes | None = None
    status: int = 200
    drip: float = 0.0
    asked: list[Asked] = field(default_factory=list)
    heard: threading.Event = field(default_factory=threading.Event)
    address: str = ""


def words(asked: Asked) -> str:
    """All that was said to the model, in order."""
    content = asked["messages"][-1]["content"]
    return "\n".join(part["text"] if part["type"] == "text" else "[picture]" for part in content)


def believes(true: str) -> Callable[[Asked], str]:
    """A model that picks the statement with these words in it, whichever letter it has."""

    def answer(asked: Asked) -> str:
        line = next((line for line in words(asked).splitlines() if true in line), "C")
        return line[0]

    return answer


@contextmanager
def talking(talker: Talker) -> Iterator[Talker]:
    """The server at `talker.address`."""

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, format: str, *arguments: object) -> None:
            pass

        def do_POST(self) -> None:
            asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            talker.asked.append(asked)
            talker.heard.set()
            reply = {"model": "m", "choices": [{"message": {"role": "assistant", "content": talker.answer(asked)}}]}
            body = json.dumps(reply).encode()
            head = f"HTTP/1.0 {talker.status} X\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
            sent = talker.wire if talker.wire is not None else head.encode() + body
            try:
                for at in range(0, len(sent), 1 if talker.drip else len(sent)):
                    self.wfile.write(sent[at : at + 1] if talker.drip else sent)
                    self.wfile.flush()
                    time.sleep(talker.drip)
            except OSError:
                return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    talker.address = f"http://127.0.0.1:{server.server_port}/v1"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield talker
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
