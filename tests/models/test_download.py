"""Downloads against a real HTTP server on this machine, which breaks off, lies, ignores and redirects."""

from __future__ import annotations

import errno
import os
import shutil
import ssl
import threading
from collections import namedtuple
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult

import numpy as np
import pytest
import trustme

from engine.errors import BadInput, Cancelled, EngineFailure
from engine.models import download as module
from engine.models import licences, lock
from engine.models.catalogue import Entry
from engine.models.download import Download, Transfer
from engine.models.hub import Hub
from tests.models.server import COMMIT, Site, serving

WEIGHTS = np.random.default_rng(0).bytes(3_000_000)
FILES = {
    "model_index.json": b'{"_class_name": "ZImagePipeline"}',
    "transformer/config.json": b"{}",
    "transformer/diffusion_pytorch_model.safetensors": WEIGHTS,
    "README.md": b"# card",
    "transformer/weights.bin": b"pickle",
}
LARGE = "transformer/diffusion_pytorch_model.safetensors"
ENTRY = Entry(
    id="test-model", name="Test Model", family="z-image", origin="nobody", licence="apache-2.0", card="https://example.org",
    repository="maker/model", parts={"transformer": 0.1}, good_at={"en": "tests"},
)  # fmt: skip


@pytest.fixture(autouse=True)
def _accepted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PAUSE_S", 0.0)
    licences.accept(ENTRY.terms, ENTRY.id)


def fetch(site: Site, folder: Path, entry: Entry = ENTRY, **options: Any) -> Path:
    return Download(entry, folder / "models", mirror=site.address, **options).run()


def everything(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


WANTED = {path: FILES[path] for path in ("model_index.json", "transformer/config.json", LARGE)}


def test_what_belongs_to_the_model_is_fetched_and_told(tmp_path: Path) -> None:
    told: list[Transfer] = []
    with serving(Site(FILES)) as site:
        folder = fetch(site, tmp_path, report=told.append)
    assert everything(folder) == WANTED
    assert told[-1].done == told[-1].total == sum(len(content) for content in WANTED.values())
    assert [a.done for a in told] == sorted(a.done for a in told)
    assert all(COMMIT not in path for path, _, _ in site.asked)


def test_a_model_of_one_file_is_that_file(tmp_path: Path) -> None:
    with serving(Site({"sd.safetensors": WEIGHTS, "x.txt": b""})) as site:
        path = fetch(site, tmp_path, ENTRY.replace(files=("sd.safetensors",)))
    assert path.name == "sd.safetensors"
    assert path.read_bytes() == WEIGHTS


def test_without_an_accepted_licence_nothing_is_asked(tmp_path: Path) -> None:
    with serving(Site(FILES)) as site:
        with pytest.raises(BadInput, match="has not been accepted"):
            fetch(site, tmp_path, ENTRY.replace(id="another"))
        with pytest.raises(BadInput, match="Not for commercial use"):
            fetch(site, tmp_path, ENTRY.replace(licence="flux-1-dev-non-commercial"))
    assert site.asked == []
    assert not (tmp_path / "models").exists()


def test_connections_that_break_off_are_taken_up_again(tmp_path: Path) -> None:
    with serving(Site(FILES, break_after=1_100_000)) as site:
        folder = fetch(site, tmp_path)
    assert everything(folder) == WANTED
    assert [asked for path, asked, _ in site.asked if path == LARGE] == ["", "bytes=1100000-", "bytes=2200000-"]


def test_what_is_here_is_kept_for_the_next_attempt(tmp_path: Path) -> None:
    with serving(Site(FILES, announce=len(WEIGHTS), break_after=0)) as site, pytest.raises(EngineFailure, match="breaks off"):
        fetch(site, tmp_path, ENTRY.replace(files=(LARGE,)))
    part = tmp_path / "models" / ENTRY.id / f"{LARGE}.part"
    part.write_bytes(WEIGHTS[:1000])
    with serving(Site(FILES)) as site:
        path = fetch(site, tmp_path, ENTRY.replace(files=(LARGE,)))
    assert path.read_bytes() == WEIGHTS
    assert [asked for _, asked, _ in site.asked] == ["bytes=1000-"]
    assert not part.exists()


def test_a_file_that_changed_meanwhile_is_fetched_from_its_beginning(tmp_path: Path) -> None:
    folder = tmp_path / "models" / ENTRY.id
    with serving(Site(FILES, break_after=500, announce=len(WEIGHTS))) as site, pytest.raises(EngineFailure):
        fetch(site, tmp_path, ENTRY.replace(files=(LARGE,)))
    assert (folder / f"{LARGE}.part").stat().st_size > 0
    with serving(Site(FILES, etag='"two"')) as site:
        assert fetch(site, tmp_path, ENTRY.replace(files=(LARGE,))).read_bytes() == WEIGHTS


def test_a_server_that_ignores_ranges_sends_the_whole_again(tmp_path: Path) -> None:
    with serving(Site(FILES, ranges=False, break_after=1_000_000)) as site:
        with pytest.raises(EngineFailure, match="breaks off"):
            fetch(site, tmp_path)
        site.break_after = None
        assert everything(fetch(site, tmp_path)) == WANTED
        assert site.asked[-1][:2] == (LARGE, "bytes=1000000-")


def test_what_lies_there_of_another_download_is_not_taken_for_this_one(tmp_path: Path) -> None:
    old = tmp_path / "models" / ENTRY.id / "model_index.json"
    old.parent.mkdir(parents=True)
    old.write_bytes(b"x" * len(FILES["model_index.json"]))
    with serving(Site(FILES)) as site:
        assert everything(fetch(site, tmp_path)) == WANTED


def test_another_content_than_published_is_deleted(tmp_path: Path) -> None:
    with serving(Site(FILES, published={LARGE: WEIGHTS[::-1]})) as site:
        with pytest.raises(EngineFailure, match="is not the file that was published"):
            fetch(site, tmp_path)
        assert not list((tmp_path / "models").rglob("*.safetensors*"))
    small = dict.fromkeys(["model_index.json"], b'{"_class_name": "Evil"}')
    with serving(Site(FILES, published=small)) as site, pytest.raises(EngineFailure):
        fetch(site, tmp_path / "other")


def test_a_length_that_is_a_lie_is_refused(tmp_path: Path) -> None:
    with serving(Site(FILES, announce=9_999_999_999)) as site, pytest.raises(EngineFailure, match="9999999999 bytes"):
        fetch(site, tmp_path)
    with serving(Site(FILES, announce=3)) as site, pytest.raises(EngineFailure, match="announces 3 bytes"):
        fetch(site, tmp_path / "other")


def test_a_checksum_known_beforehand_counts_more_than_the_published_one(tmp_path: Path) -> None:
    with serving(Site(FILES)) as site, pytest.raises(BadInput, match="not the file that the catalogue knows"):
        fetch(site, tmp_path, ENTRY.replace(pinned={LARGE: "0" * 64}))
    with serving(Site(FILES)) as site, pytest.raises(BadInput, match=r"does not hold gone\.safetensors"):
        fetch(site, tmp_path, ENTRY.replace(pinned={"gone.safetensors": "0" * 64}))
    assert site.asked == []


def test_a_licence_that_has_changed_stops_the_download(tmp_path: Path) -> None:
    for card in ({"license": "cc-by-nc-4.0"}, {"license": "other", "license_name": "my-own"}):
        with serving(Site(FILES, card=card)) as site, pytest.raises(BadInput, match="is now under “"):
            fetch(site, tmp_path)
        assert site.asked == []


@pytest.mark.parametrize("path", ["../../evil.json", "/etc/x.json", "a\\..\\b.json", "C:/x.json", "x/model.py", "x/w.bin"])
def test_a_path_that_leads_elsewhere_or_carries_code_is_refused(tmp_path: Path, path: str) -> None:
    with serving(Site({path: b"{}"})) as site, pytest.raises(BadInput, match="do not trust it"):
        fetch(site, tmp_path, ENTRY.replace(files=("*",)))
    assert site.asked == []


def test_redirections_stay_within_what_is_allowed(tmp_path: Path) -> None:
    with serving(Site(FILES, token="secret")) as site:
        site.redirect = f"{site.address}/elsewhere/"
        assert everything(fetch(site, tmp_path, token="secret")) == WANTED
    for target in ("http://127.0.0.1:1/", "http://localhost:80/", "https://example.org/", "ftp://127.0.0.1/", "file:///etc/"):
        with serving(Site(FILES, redirect=target)) as site, pytest.raises(EngineFailure, match="which is not allowed"):
            fetch(site, tmp_path / "other")
    with serving(Site(FILES)) as site:
        site.redirect = f"{site.address}/round/"
        with pytest.raises(EngineFailure, match="round in circles"):
            fetch(site, tmp_path / "third")


def test_a_site_that_asks_who_wants_it(tmp_path: Path) -> None:
    with serving(Site(FILES, token="secret")) as site:
        with pytest.raises(BadInput, match="give an access token"):
            fetch(site, tmp_path)
        with pytest.raises(BadInput, match="with the same account"):
            fetch(site, tmp_path, token="wrong")
        assert everything(fetch(site, tmp_path, token="secret")) == WANTED


@pytest.mark.parametrize(("status", "said"), [(404, "There is no"), (429, "too many requests"), (503, "problem of its own")])
def test_what_the_server_answers_is_told(tmp_path: Path, status: int, said: str) -> None:
    with serving(Site(FILES, status=status)) as site, pytest.raises((BadInput, EngineFailure), match=said):
        fetch(site, tmp_path)


def test_no_network_and_no_sense(tmp_path: Path) -> None:
    with serving(Site(FILES)) as site:
        pass
    with pytest.raises(EngineFailure, match="cannot be reached"):
        fetch(site, tmp_path)
    with serving(Site(FILES, repository="maker/other")) as site, pytest.raises(BadInput, match="There is no maker/model"):
        fetch(site, tmp_path)
    with serving(Site({})) as site, pytest.raises(BadInput, match="does not hold the files of Test Model"):
        fetch(site, tmp_path)
    with pytest.raises(BadInput, match="by hand from"):
        fetch(site, tmp_path, ENTRY.replace(repository=""))


@pytest.mark.parametrize("mirror", ["http://example.org", "ftp://127.0.0.1", "nonsense", "file:///x"])
def test_a_mirror_must_be_safe(mirror: str) -> None:
    with pytest.raises(BadInput, match="cannot be a mirror"):
        Hub(mirror)


def test_the_same_is_fetched_once_at_a_time(tmp_path: Path) -> None:
    with serving(Site(FILES)) as site:
        (tmp_path / "models").mkdir()
        with lock.held(tmp_path / "models" / f"{ENTRY.id}.lock"), pytest.raises(BadInput, match="being downloaded already"):
            fetch(site, tmp_path)
        assert everything(fetch(site, tmp_path)) == WANTED
        assert not list((tmp_path / "models").glob("*.lock"))


def test_the_disk_is_asked_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage(10**9, 9 * 10**8, 10**8))
    with serving(Site(FILES)) as site, pytest.raises(BadInput, match=r"needs 3\.0 MB more, and 0\.1 GB are free"):
        fetch(site, tmp_path)
    assert site.asked == []


def test_a_disk_that_fills_up_is_told_and_nothing_is_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    flushed: list[int] = []

    def full(file: int) -> None:
        flushed.append(file)
        if len(flushed) > 2:
            raise OSError(errno.ENOSPC, "No space left on device")

    with serving(Site(FILES)) as site:
        with monkeypatch.context() as patch:
            patch.setattr(os, "fsync", full)
            with pytest.raises(EngineFailure, match=r"disk .* is full"):
                fetch(site, tmp_path)
        assert everything(fetch(site, tmp_path)) == WANTED
    assert [path for path, _, _ in site.asked] == list(WANTED), "what was here was asked for again"


def test_cancel_is_felt_at_once_and_the_rest_goes_on_later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.models.hub.STALL_S", 600.0)
    with serving(Site(FILES, stall_after=1_500_000)) as site:
        made = Download(ENTRY, tmp_path, mirror=site.address)
        ended: list[BaseException] = []

        def work() -> None:
            try:
                made.run()
            except Cancelled as error:
                ended.append(error)

        thread = threading.Thread(target=work)
        thread.start()
        part = tmp_path / ENTRY.id / f"{LARGE}.part"
        while thread.is_alive() and not (part.exists() and part.stat().st_size > 1_400_000):
            thread.join(0.01)
        made.cancel()
        thread.join(60)
        assert [type(error) for error in ended] == [Cancelled]
        site.stall.set()
        site.stall_after = None
        again = Download(ENTRY, tmp_path, mirror=site.address)
        assert everything(again.run()) == WANTED
        assert site.asked[-1][:2] == (LARGE, "bytes=1500000-")
        again.discard()
    assert list(tmp_path.iterdir()) == []


def test_https_is_spoken_with_whom_this_computer_trusts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    authority = trustme.CA()
    served, trusting = (ssl.SSLContext(kind) for kind in (ssl.PROTOCOL_TLS_SERVER, ssl.PROTOCOL_TLS_CLIENT))
    authority.issue_cert("localhost").configure_cert(served)
    authority.configure_trust(trusting)
    with serving(Site(FILES), served) as site:
        with pytest.raises(EngineFailure, match="cannot be reached"):
            fetch(site, tmp_path)
        monkeypatch.setattr("truststore.SSLContext", lambda _: trusting)
        assert everything(fetch(site, tmp_path)) == WANTED


def test_a_token_is_not_shown_to_where_the_hub_keeps_its_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The hub and its other hosts are played by the server here."""
    with serving(Site(FILES, redirect="https://cdn-lfs.hf.co/elsewhere/")) as site:
        reached: list[str] = []

        def here(parts: SplitResult) -> HTTPConnection:
            reached.append(parts.netloc)
            return HTTPConnection(site.address.removeprefix("http://"))

        monkeypatch.setattr("engine.models.hub._connection", here)
        assert everything(Download(ENTRY, tmp_path, token="secret").run()) == WANTED
        assert set(reached) == {"huggingface.co", "cdn-lfs.hf.co"}
        assert {shown for path, _, shown in site.asked if path.startswith("/elsewhere/")} == {""}
        assert {shown for path, _, shown in site.asked if not path.startswith("/elsewhere/")} == {"Bearer secret"}
        for target in ("https://evil.example/", "http://huggingface.co/", "https://nothf.co/", "http://127.0.0.1/"):
            site.redirect = target
            with pytest.raises(EngineFailure, match="which is not allowed"):
                Download(ENTRY, tmp_path / "other").run()
