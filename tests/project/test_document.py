"""What is saved comes back, once, whole, to one window at a time."""

import sqlite3
import tempfile
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.codec import from_json, to_json
from engine.errors import BadInput, EngineFailure
from engine.project import Project, document, drafts, recoverable, untitled
from engine.project.layout import APPLICATION, VERSION
from engine.project.pixels import rasters
from engine.types import Brief, Trace
from tests.project.traces import same, trace, version_1

BRIEF = Brief(prompt="a draft", seed=5)


def count(path: Path, table: str) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def test_everything_comes_back(tmp_path: Path) -> None:
    saved = trace()
    with closing(Project.create(tmp_path / "a.plantain")) as project:
        assert project.empty()
        assert project.load().trace is None
        project.save(saved, BRIEF, (b"one", b"", b"\x00\xff"))
        assert not project.empty()
    assert [path.name for path in tmp_path.iterdir()] == ["a.plantain"]
    with closing(Project.open(tmp_path / "a.plantain")) as project:
        back = project.load()
    assert back.trace is not None
    assert same(back.trace, saved)
    assert (back.brief, back.undo) == (BRIEF, (b"one", b"", b"\x00\xff"))


def test_the_file_says_what_it_is(tmp_path: Path) -> None:
    Project.create(tmp_path / "a.plantain").close()
    head = (tmp_path / "a.plantain").read_bytes()[:100]
    assert head.startswith(b"SQLite format 3\0")
    assert (int.from_bytes(head[68:72], "big"), int.from_bytes(head[60:64], "big")) == (APPLICATION, VERSION)


def test_a_save_writes_what_is_new_and_drops_what_is_gone(tmp_path: Path) -> None:
    path = tmp_path / "a.plantain"
    project = Project.create(path)
    project.save(trace(1), BRIEF)
    before = project._connection.total_changes
    project.save(trace(1), BRIEF)
    assert project._connection.total_changes == before
    project.save(trace(2), BRIEF)
    assert project._connection.total_changes - before == 3 + 1 + 1 + 1  # pixels, depth, normals; the fix's mask; round; trace
    project.save(trace(6), BRIEF)
    project.save(trace(1), BRIEF)
    project.close()
    assert (count(path, "raster"), count(path, "entry")) == (4, 3)
    assert path.stat().st_size < 16384 * 12


def test_pixels_stay_while_an_undo_step_names_them(tmp_path: Path) -> None:
    undone = trace(3)
    with closing(Project.create(tmp_path / "a.plantain")) as project:
        project.save(undone, BRIEF)
        project.save(trace(1), BRIEF, (to_json(undone).encode(),))
    with closing(Project.open(tmp_path / "a.plantain")) as project:
        step = from_json(Trace, project.load().undo[0], "the step")
        assert same(project.filled(step), undone)
        project.save(trace(1), BRIEF)
        assert not project.filled(step).rounds[2].render.pixels.stored


def test_rounds_beyond_the_memory_limit_stay_in_the_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    saved = trace(4).replace(best=1)
    with closing(Project.create(tmp_path / "a.plantain")) as project:
        project.save(saved, BRIEF)
        monkeypatch.setattr(document, "MEMORY", 95_000)
        part = project.load().trace
        assert part is not None
        assert [done.render.pixels.stored for done in part.rounds] == [False, True, False, True]
        project.save(part, BRIEF)
        monkeypatch.undo()
        assert same(project.filled(part), saved)


def test_half_a_character_is_refused_and_nothing_is_lost(tmp_path: Path) -> None:
    with closing(Project.create(tmp_path / "a.plantain")) as project:
        project.save(None, BRIEF)
        with pytest.raises(BadInput, match="half a character"):
            project.save(None, Brief(prompt="\ud83d"))
        assert project.load().brief == BRIEF


def test_saves_from_several_threads_wait_for_each_other(tmp_path: Path) -> None:
    with closing(Project.create(tmp_path / "a.plantain")) as project, ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda number: project.save(trace(1 + number % 4), Brief(seed=number)), range(24)))
        back = project.load()
        assert back.trace is not None
        assert same(back.trace, trace(1 + back.brief.seed % 4))


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 4), st.lists(st.binary(max_size=40), max_size=4)), min_size=1, max_size=6), st.data())
def test_the_last_save_counts_whatever_came_before(saves: list[tuple[int, list[bytes]]], data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.plantain"
        Project.create(path).close()
        for rounds, undo in saves:
            wanted = trace(rounds) if rounds else None
            with closing(Project.open(path)) as project:
                project.save(wanted, Brief(seed=rounds), undo)
                if data.draw(st.booleans()):
                    project.save(wanted, Brief(seed=rounds), undo)
            with closing(Project.open(path)) as project:
                back = project.load()
            assert (back.brief.seed, back.undo, back.trace) == (rounds, tuple(undo), wanted)
            assert back.trace is None or (wanted is not None and same(back.trace, wanted))


def test_a_document_that_another_tool_left_in_wal_mode(tmp_path: Path) -> None:
    path = tmp_path / "a.plantain"
    with closing(Project.create(path)) as project:
        project.save(trace(1), BRIEF)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
    with closing(Project.open(path)) as project:
        project.save(trace(2), BRIEF)
    with closing(Project.open(path)) as project:
        back = project.load().trace
        assert back is not None
        assert same(back, trace(2))
    assert [left.name for left in tmp_path.iterdir()] == ["a.plantain"]


def test_traces_of_one_document_share_their_pixels(tmp_path: Path) -> None:
    with closing(Project.create(tmp_path / "a.plantain")) as project:
        project.save(trace(3), BRIEF)
        one, other = project.load().trace, project.filled(from_json(Trace, to_json(trace(3)), "a step"))
        assert one is not None
        assert [a is b for a, b in zip(rasters(one), rasters(other), strict=True)] == [True] * 14
        del one, other
        assert not project._read


def test_of_a_long_undo_history_the_newest_steps_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document, "MAX_UNDO", 25)
    with closing(Project.create(tmp_path / "a.plantain")) as project:
        project.save(None, BRIEF, [bytes([n]) * 10 for n in range(5)])
        assert project.load().undo == (b"\3" * 10, b"\4" * 10)


def test_a_second_window_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.plantain"
    with closing(Project.create(path)) as project:
        for other in (lambda: Project.open(path), lambda: project.copy_to(path)):
            with pytest.raises(BadInput, match="open in another window"):
                other()
        with pytest.raises(BadInput, match="already"):
            Project.create(path)
        project.save(trace(1), BRIEF)
    Project.open(path).close()


def test_save_as(tmp_path: Path) -> None:
    saved = trace(2)
    (tmp_path / "b.plantain").write_bytes(b"something else")
    with closing(Project.create(tmp_path / "a.plantain")) as project:
        project.save(saved, BRIEF, (b"step",))
        project.copy_to(tmp_path / "b.plantain")
        with pytest.raises(EngineFailure, match="could not be written"):
            project.copy_to(tmp_path / "nowhere" / "c.plantain")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.plantain", "b.plantain"]
    with closing(Project.open(tmp_path / "b.plantain")) as copy:
        back = copy.load()
        assert back.trace is not None
        assert same(back.trace, saved)
        assert back.undo == (b"step",)


def test_an_old_document_is_brought_up_to_date(tmp_path: Path) -> None:
    saved = trace(2)
    version_1(tmp_path / "old.plantain", saved)
    for _ in range(2):
        with closing(Project.open(tmp_path / "old.plantain")) as project:
            back = project.load()
            assert back.trace is not None
            assert same(back.trace, saved)
            assert (back.brief, back.undo) == (saved.brief, ())
    assert count(tmp_path / "old.plantain", "entry") == 4


def test_a_name_is_only_a_name(tmp_path: Path) -> None:
    for name in ("100 % ?mode=ro#x.plantain", ":memory:", "file:x?mode=memory", "新年 ’.plantain"):
        with closing(Project.create(tmp_path / name)) as project:
            project.save(None, BRIEF)
        assert (tmp_path / name).stat().st_size > 0
        with closing(Project.open(tmp_path / name)) as project:
            assert project.load().brief == BRIEF


def test_a_closed_document_stays_closed(tmp_path: Path) -> None:
    project = Project.create(tmp_path / "a.plantain")
    project.close()
    project.close()
    with pytest.raises(sqlite3.ProgrammingError):
        project.load()


def test_untitled_documents_and_their_recovery(tmp_path: Path) -> None:
    assert recoverable(tmp_path / "nowhere") == []
    first, second, third = (untitled(tmp_path) for _ in range(3))
    assert [p.path.name for p in (first, second, third)] == [f"Untitled {n}.plantain" for n in (1, 2, 3)]
    for project in (first, second):
        project.save(None, BRIEF)
    first.close()
    third.close()
    (tmp_path / "Untitled 9.plantain").write_bytes(b"damaged")
    assert recoverable(tmp_path) == [first.path]
    second.close()
    assert set(recoverable(tmp_path)) == {first.path, second.path}


def test_the_folder_of_drafts_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.project.recovery.platformdirs.user_data_dir", lambda *_, **__: str(tmp_path / "data"))
    assert drafts().is_dir()
