"""The library: models of our own, one folder each with a record beside the weights, and folders shared with other programs.

    <root>/<id>/record.json       what it is, where it came from, the hash of every file
    <root>/<id>/<weights>         one file or one diffusers folder
    <root>/shares.json            folders of other programs; they are read and never written
    <root>/seen.json              what those held when last looked at, so that thousands of files list at once

Only headers are read here. Shared files are looked at again when their size or time changes.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Final

import msgspec
import platformdirs

from engine.codec import from_json, to_json
from engine.errors import BadInput, EngineError
from engine.files import write_text
from engine.models import exports, lock, shares
from engine.models.describe import describe
from engine.models.model import Model
from engine.types import Value

RECORD: Final = "record.json"


class Stored(Value, frozen=True):
    """A file of a model: its path below the entry's folder, its size and SHA-256."""

    path: str
    bytes: int
    sha256: str


class Record(Value, frozen=True):
    """What is known of a model of our own. `origin` is the file or address it came from, `entry` the catalogue's id for it,
    if it was downloaded; `accepted` the day on which its licence was accepted then. In the file, `model.path` is relative
    to the record."""

    model: Model
    files: tuple[Stored, ...]
    imported: str
    origin: str = ""
    entry: str = ""
    accepted: str = ""
    schema: int = 1


class Shares(Value, frozen=True):
    folders: tuple[str, ...] = ()
    schema: int = 1


class Seen(Value, frozen=True):
    """What a shared path held when its files had this stamp: a model, or why it is none."""

    stamp: str
    model: Model | None = None
    why: str = ""


class Cache(Value, frozen=True):
    paths: dict[str, Seen] = msgspec.field(default_factory=dict)
    schema: int = 1


class Library:
    """The models under `root`. The folder is made when something is first put there."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def models(self, progress: Callable[[float], None] | None = None) -> tuple[Model, ...]:
        """All models, our own first, each by name. `progress` hears 0..1 and may raise to stop."""
        own = sorted((record.model for record in self.records()), key=lambda model: model.name.lower())
        shared = [seen.model for seen in self._look(progress).values() if seen.model is not None]
        ids = {model.id for model in own}
        unique = {model.id: model for model in shared if model.id not in ids}
        return (*own, *sorted(unique.values(), key=lambda model: model.name.lower()))

    def image_models(self) -> tuple[Model, ...]:
        """Those that can make a picture: pipelines, checkpoints and bare denoisers."""
        return tuple(model for model in self.models() if model.makes_pictures)

    def refused(self) -> dict[str, str]:
        """The shared files that are not listed, and why: pickles, damaged files, kinds that are not known."""
        return {path: seen.why for path, seen in self._look(None).items() if seen.why}

    def find(self, word: str) -> Model:
        """The model with that id, name or unique beginning of either, else the one at that path, wherever it lies.

        Raises BadInput that names the models there are, or says what is wrong with the file.
        """
        path = Path(word).expanduser()
        if any(mark in word for mark in ("/", os.sep)) or path.suffix in (".safetensors", ".gguf"):
            return self._at(path)
        models = self.models()
        low = word.lower()
        exact = [model for model in models if low in (model.id, model.name.lower())]
        found = exact or [model for model in models if low and (model.id.startswith(low) or model.name.lower().startswith(low))]
        if len(found) == 1:
            return found[0]
        if not found and word and path.exists():
            return self._at(path)
        if found:
            raise BadInput(f"“{word}” may be any of {_names(found)}.", "Say which by its id.")
        if not models:
            raise BadInput(f"There is no model “{word}”; the library is empty.", "Import one: plantain models import FILE.")
        raise BadInput(f"There is no model “{word}”.", f"There are: {_names(models)}.")

    def records(self) -> tuple[Record, ...]:
        """The records of our own models whose files are there; one that cannot be read is left out."""
        found = []
        for path in sorted(self.root.glob(f"[!.]*/{RECORD}")):
            with suppress(BadInput, OSError):
                record = from_json(Record, path.read_bytes(), str(path))
                place = path.parent / Path(record.model.path).name
                if place.exists():
                    found.append(record.replace(model=record.model.replace(path=str(place))))
        return tuple(found)

    def record(self, model: Model) -> Record | None:
        """The record of a model of our own, None for a shared one."""
        return next((record for record in self.records() if record.model.id == model.id), None)

    def shares(self) -> tuple[Path, ...]:
        path = self.root / "shares.json"
        return tuple(map(Path, from_json(Shares, path.read_bytes(), str(path)).folders)) if path.exists() else ()

    def share(self, folder: Path) -> None:
        """Show the models of another program's folder (or those of an extra_model_paths.yaml) from now on."""
        folder = folder.expanduser().absolute()
        if not folder.is_dir() and not (folder.is_file() and folder.suffix == ".yaml"):
            raise BadInput(f"There is no folder {folder}.", "Name the folder of ComfyUI, A1111 or InvokeAI, or one of models.")
        if not any(True for place in shares.model_folders(folder) for _ in shares.candidates(place)):
            raise BadInput(f"{folder} holds no models.", "Name a folder with .safetensors or .gguf files or diffusers folders.")
        self._keep_shares(*self.shares(), folder)

    def unshare(self, folder: Path) -> None:
        """Show its models no longer, and forget their exports. Nothing in the folder is touched."""
        before = self.models()
        self._keep_shares(*(share for share in self.shares() if share != folder.expanduser().absolute()))
        for gone in {model.id for model in before} - {model.id for model in self.models()}:
            exports.forget(self.root, gone)

    def remember(self, model: Model) -> None:
        """Keep the hash of a shared model that was just taken."""
        seen = self._look(None)
        known = {
            name: one.replace(model=model) if one.model is not None and one.model.path == model.path else one
            for name, one in seen.items()
        }
        self._write_seen(known)

    @contextmanager
    def using(self, *models: Model) -> Iterator[None]:
        """Keep models from being removed by any process while they are at work."""
        with ExitStack() as stack:
            for model in models:
                if not model.shared:
                    with suppress(OSError):
                        stack.enter_context(lock.held(self.root / f".{model.id}.{secrets.token_hex(4)}.use"))
            yield

    def in_use(self, model: Model) -> bool:
        return any(lock.is_held(path) for path in self.root.glob(f".{model.id}.*.use"))

    def _keep_shares(self, *folders: Path) -> None:
        self.root.mkdir(parents=True, exist_ok=True)
        value = Shares(folders=tuple(dict.fromkeys(map(str, folders))))
        write_text(self.root / "shares.json", to_json(value))

    def _at(self, path: Path) -> Model:
        place = path.absolute()
        for record in self.records():
            if place in (Path(record.model.path), self.root.absolute() / record.model.id):
                return record.model
        if not path.exists():
            raise BadInput(f"There is no file or folder {path}.", "Check the name, or list the models: plantain models list.")
        return describe(path, shared=True).model

    def _look(self, progress: Callable[[float], None] | None) -> dict[str, Seen]:
        """What the shared folders hold, from memory where nothing changed."""
        path = self.root / "seen.json"
        before: dict[str, Seen] = {}
        with suppress(BadInput, OSError):
            before = from_json(Cache, path.read_bytes(), str(path)).paths
        now: dict[str, Seen] = {}
        found: dict[str, Path] = {}
        for share in self.shares():
            try:
                places = [place for folder in shares.model_folders(share) for place in shares.candidates(folder)]
                found |= {str(place): place for place in places}
            except BadInput as error:
                now[str(share)] = Seen(stamp="", why=str(error))
            if not share.exists():
                now[str(share)] = Seen(stamp="", why="The folder is not there; connect its disk, or stop sharing it.")
        for done, (name, place) in enumerate(found.items()):
            if progress is not None:
                progress(done / len(found))
            with suppress(OSError):
                stamp = _stamp(place)
                known = before.get(name)
                now[name] = known if known is not None and known.stamp == stamp else _seen(place, stamp)
        if now != before:
            self._write_seen(now)
        return now

    def _write_seen(self, seen: dict[str, Seen]) -> None:
        with suppress(EngineError, OSError):
            write_text(self.root / "seen.json", to_json(Cache(paths=seen), indent=0))


def library() -> Library:
    """The user's library: where PLANTAIN_MODELS says, else in the folder for this program's data."""
    chosen = os.environ.get("PLANTAIN_MODELS")
    return Library(Path(chosen) if chosen else Path(platformdirs.user_data_dir("plantain", appauthor=False)) / "models")


def _seen(path: Path, stamp: str) -> Seen:
    try:
        return Seen(stamp=stamp, model=describe(path, shared=True).model)
    except BadInput as error:
        return Seen(stamp=stamp, why=str(error))


def _stamp(path: Path) -> str:
    """Size and time of a file; of a folder, those of all files in it and in its parts."""
    if path.is_file():
        stat = path.stat()
        return f"{stat.st_size}.{stat.st_mtime_ns}"
    files = [inside for inside in (*path.glob("*"), *path.glob("*/*")) if inside.is_file()]
    stats = [inside.stat() for inside in files]
    return f"{len(files)}.{sum(stat.st_size for stat in stats)}.{max((stat.st_mtime_ns for stat in stats), default=0)}"


def _names(models: tuple[Model, ...] | list[Model]) -> str:
    shown = ", ".join(model.id for model in models[:12])
    return f"{shown} and {len(models) - 12} more" if len(models) > 12 else shown
