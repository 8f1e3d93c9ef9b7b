"""Files that are damaged, foreign or malicious: each is refused with one calm sentence, and nothing else happens."""

import contextlib
import os
import sqlite3
import zlib
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from engine.codec import to_json
from engine.errors import BadInput
from engine.project import Project
from engine.project.document import Saved
from engine.project.layout import APPLICATION, VERSION
from engine.types import Brief
from tests.project.traces import same, trace

Harm = Callable[[sqlite3.Connection], object]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("whole") / "a.plantain"
    with closing(Project.create(path)) as project:
        project.save(trace(2), Brief(prompt="kept"), (b"step",))
    return path.read_bytes()


def opened(path: Path) -> Saved:
    with closing(Project.open(path)) as project:
        return project.load()


def refusal(path: Path) -> str:
    """With which sentence the document is refused; it names the file and is of one line."""
    with pytest.raises(BadInput) as caught:
        opened(path)
    sentence = str(caught.value)
    assert path.name in sentence
    assert "\n" not in sentence
    return sentence


def entry(kind: str, text: str) -> Harm:
    """Put an entry there with a checksum that fits, as an attacker would."""
    from engine.project.layout import write

    def harm(connection: sqlite3.Connection) -> None:
        stored = connection.execute("SELECT kind, number, data FROM entry").fetchall()
        write(connection, {(k, n): data for k, n, data in stored} | {(kind, 0): text.encode()})

    return harm


def head(best: int) -> str:
    return to_json(trace(2).replace(rounds=(), best=best), indent=0)


ROUND = '{{"render":{{"renderer":"x","pixels":{pixels}}},"findings":[]}}'
HARM: dict[str, Harm] = {
    "another application": lambda c: c.execute("PRAGMA application_id = 1"),
    "no version": lambda c: c.execute("PRAGMA user_version = 0"),
    "a negative version": lambda c: c.execute("PRAGMA user_version = -5"),
    "a trigger": lambda c: c.execute("CREATE TRIGGER t AFTER INSERT ON raster BEGIN DELETE FROM entry; END"),
    "a view": lambda c: c.execute("CREATE VIEW v AS SELECT load_extension('x')"),
    "a table more": lambda c: c.execute("CREATE TABLE evil (a)"),
    "a table less": lambda c: c.execute("DROP TABLE raster"),
    "another table": lambda c: c.executescript("DROP TABLE entry; CREATE TABLE entry (kind, number, sha256, data)"),
    "a view for a table": lambda c: c.executescript("DROP TABLE raster; CREATE VIEW raster AS SELECT 1 sha256"),
    "a computed index": lambda c: c.execute("CREATE INDEX i ON entry (length(data))"),
    "a changed brief": lambda c: c.execute(
        "UPDATE entry SET data = CAST(replace(data, 'kept', 'kepx') AS BLOB) WHERE kind = 'brief'"
    ),
    "no JSON": entry("brief", "{"),
    "a nesting without end": entry("brief", '{"plan":' * 100_000),
    "an array without end": entry("trace", "[" * 100_000),
    "an unknown field": entry("brief", '{"run": "rm"}'),
    "another type": entry("brief", '{"prompt": 3}'),
    "a number without end": entry("brief", '{"seed": 1e999}'),
    "a best that is not there": entry("trace", head(7)),
    "a negative best": entry("trace", head(-1)),
    "a trace of a newer schema": entry("trace", head(0)[:-2] + "9}"),
    "a raster without a hash": entry("round", ROUND.format(pixels='{"shape":[4,4,3]}')),
    "a raster without a shape": entry("round", ROUND.format(pixels='{"shape":[],"sha256":""}')),
    "a raster of text": entry("round", ROUND.format(pixels='"pixels"')),
    "a raster of negative size": entry("round", ROUND.format(pixels='{"shape":[-4,-4,3],"sha256":""}')),
    "a raster of endless size": entry("round", ROUND.format(pixels='{"shape":[1e999,4,3],"sha256":""}')),
    "a picture of four channels": entry("round", ROUND.format(pixels='{"shape":[4,4,4],"sha256":""}')),
    "a changed picture": lambda c: c.execute("UPDATE raster SET data = zeroblob(length(data))"),
    "an exchanged picture": lambda c: c.executescript(
        "UPDATE raster SET sha256 = 'x' || sha256; UPDATE raster SET sha256 = (SELECT substr(max(sha256), 2) FROM raster)"
        " WHERE sha256 = (SELECT min(sha256) FROM raster)"
    ),
    "a bomb": lambda c: c.execute("UPDATE raster SET data = ?", (zlib.compress(bytes(40_000_000), 9)[:6000],)),
    "rows of nothing": lambda c: c.execute("UPDATE raster SET row = 0"),
}


@pytest.mark.parametrize("name", HARM)
def test_harm_is_refused(tmp_path: Path, whole: bytes, name: str) -> None:
    path = tmp_path / "a.plantain"
    path.write_bytes(whole)
    with closing(sqlite3.connect(path)) as connection, connection:
        HARM[name](connection)
    assert refusal(path)
    assert [left.name for left in tmp_path.iterdir()] == ["a.plantain"]


def test_the_same_hand_without_harm_is_not_refused(tmp_path: Path, whole: bytes) -> None:
    path = tmp_path / "a.plantain"
    path.write_bytes(whole)
    pixels = f'{{"shape":[48,48,3],"sha256":"{trace(1).rounds[0].render.pixels.sha256}"}}'
    with closing(sqlite3.connect(path)) as connection, connection:
        entry("trace", head(0))(connection)
        entry("round", ROUND.format(pixels=pixels))(connection)
    found = opened(path).trace
    assert found is not None
    assert found.rounds[0].render.renderer == "x"
    assert found.rounds[0].render.pixels.array.shape == (48, 48, 3)


def test_a_newer_document_says_so(tmp_path: Path, whole: bytes) -> None:
    path = tmp_path / "a.plantain"
    path.write_bytes(whole)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    assert "newer Plantain. Update" in refusal(path)


def test_a_document_of_absurdly_many_entries_is_refused(tmp_path: Path, whole: bytes) -> None:
    path = tmp_path / "a.plantain"
    path.write_bytes(whole)
    with closing(sqlite3.connect(path)) as connection, connection:
        rows = "WITH RECURSIVE n(i) AS (SELECT 9 UNION ALL SELECT i + 1 FROM n LIMIT 100001)"
        connection.execute(f"{rows} INSERT INTO entry SELECT 'undo', i, '', x'' FROM n")
    assert "larger than" in refusal(path)


@pytest.mark.parametrize(
    "content", [b"", b"hello", b"SQLite format 3\0", b"SQLite format 3\0" + bytes(4000), b"\x89PNG\r\n\x1a\n" * 99]
)
def test_other_files_are_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.plantain"
    path.write_bytes(content)
    assert refusal(path)
    assert path.read_bytes() == content
    assert [left.name for left in tmp_path.iterdir()] == ["a.plantain"]


def test_another_program_s_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "mail.plantain"
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE mail (a)")
    assert "no Plantain document" in refusal(path)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT name FROM sqlite_schema").fetchall() == [("mail",)]
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    if os.name == "posix":
        os.mkfifo(tmp_path / "pipe.plantain")
    (tmp_path / "loop.plantain").symlink_to(tmp_path / "loop.plantain")
    for name in (".", "missing.plantain", "pipe.plantain", "loop.plantain", "a\0b.plantain"):
        with pytest.raises(BadInput):
            Project.open(tmp_path / name)
    for name in ("nowhere/a.plantain", "a\0b.plantain", "x" * 300):
        with pytest.raises(BadInput):
            Project.create(tmp_path / name)


def test_truncated_and_flipped_documents_are_refused_or_unharmed(tmp_path: Path, whole: bytes) -> None:
    """A flipped bit may also hit unused space, or the name of a round's pixels; what is read is then what was written."""
    random = np.random.default_rng(0)
    path = tmp_path / "a.plantain"
    saved = trace(2)
    refusals = 0
    for case in range(300):
        harmed = bytearray(whole)
        if case % 3 == 0:
            del harmed[random.integers(1, len(whole)) :]
        for place in random.integers(0, len(harmed), 1 if case % 3 == 1 else 40):
            harmed[place] ^= 1 << random.integers(0, 8)
        path.write_bytes(harmed)
        with contextlib.suppress(BadInput), closing(Project.open(path)) as project:
            refusals -= 1
            back = project.load().trace
            assert back is None or back == saved
            refusals += 1
        refusals += 1
        assert [left.name for left in tmp_path.iterdir()] == ["a.plantain"]
    assert refusals > 150
    path.write_bytes(whole)
    with closing(Project.open(path)) as project:
        back = project.load().trace
        assert back is not None
        assert same(back, saved)


def test_the_application_id_is_plan() -> None:
    assert APPLICATION.to_bytes(4, "big") == b"PLAN"
