"""`plantain models …`: the library from a terminal."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from engine.cli.downloads import accept_licence, download, offers, print_facts
from engine.codec import to_json
from engine.errors import BadInput
from engine.files import sized
from engine.models import TITLES, Library, Model, exports, library
from engine.models.card import card, entry_card
from engine.models.catalogue import catalogue
from engine.models.importing import import_model, remove_model
from engine.models.verify import faults
from engine.trust import offline


def run(arguments: argparse.Namespace) -> int:
    """Do what `arguments.action` says; returns the exit code."""
    offline.enforce()
    actions = {
        "list": _list, "import": _import, "export-critic": _export, "download": download, "accept": accept_licence,
        "card": _card, "verify": _verify, "remove": _remove,
    }  # fmt: skip
    return actions[arguments.action](arguments, library())


def _list(arguments: argparse.Namespace, shelf: Library) -> int:
    if arguments.catalogue:
        facts = [entry_card(entry) for entry in catalogue().values()]
        print(json.dumps(facts, indent=2, ensure_ascii=False) if arguments.json else "\n".join(offers()))
        return 0
    with _progress("Looking at the shared folders") as told:
        models = shelf.models(told)
    if arguments.json:
        print(json.dumps([json.loads(to_json(model)) for model in models], indent=2, ensure_ascii=False))
        return 0
    if not models:
        print(
            "No models yet. Import one: plantain models import FILE, or share a folder of ComfyUI, A1111 or InvokeAI: --share."
        )
    width = max((len(model.id) for model in models), default=0)
    onnx = exports.sizes(shelf.root)
    for model in models:
        origin = "shared" if model.shared else model.licence or "own"
        if model.id in onnx:
            origin += f", ONNX files {sized(onnx[model.id])}"
        print(f"{model.id:<{width}}  {model.role:<13} {_title(model):<22} {_size(model):<28} {origin}")
    if refused := shelf.refused():
        print(f"{len(refused)} shared files cannot be used; plantain models verify says why.", file=sys.stderr)
    return 0


def _import(arguments: argparse.Namespace, shelf: Library) -> int:
    for word in arguments.paths:
        path = Path(word).expanduser()
        if arguments.share:
            shelf.share(path)
            with _progress(f"Looking at {path.name}") as told:
                shown = sum(Path(model.path).is_relative_to(path.absolute()) for model in shelf.models(told))
            print(f"{path} is shared: {shown} models; its files stay where they are.")
            continue
        if not path.exists():
            raise BadInput(f"There is no file or folder {path}.", "Check the name.")
        with _progress(f"Importing {path.name}") as told:
            model = import_model(shelf, path, told)
        print(f"{model.id}  {model.role}, {_title(model)}, {_size(model)}")
    return 0


def _export(arguments: argparse.Namespace, shelf: Library) -> int:
    from engine.critics.exporting import export_critic

    source = Path(arguments.source).expanduser()
    with _progress(f"Exporting {source.name}") as told:
        model = export_critic(shelf, arguments.kind, source, told, tuple(arguments.lang))
    print(f"{model.id}  {model.role}, {_title(model)}, {_size(model)}")
    return 0


def _card(arguments: argparse.Namespace, shelf: Library) -> int:
    if arguments.model in catalogue():
        facts = entry_card(catalogue()[arguments.model])
    else:
        model = shelf.find(arguments.model)
        facts = card(model, shelf.record(model))
    if arguments.json:
        print(json.dumps(facts, indent=2, ensure_ascii=False))
    else:
        print_facts(facts)
    return 0


def _verify(arguments: argparse.Namespace, shelf: Library) -> int:
    models = [shelf.find(word) for word in arguments.models] or list(shelf.models())
    found = 0
    for model in models:
        with _progress(f"Verifying {model.name}") as told:
            wrong = faults(shelf, model, told)
        found += len(wrong)
        print("\n".join(wrong) or f"{model.id}  as it was")
    if not arguments.models:
        for path, why in shelf.refused().items():
            print(f"{path}  {why}")
    return 1 if found else 0


def _remove(arguments: argparse.Namespace, shelf: Library) -> int:
    for word in arguments.models:
        folder = Path(word).expanduser()
        if folder.absolute() in shelf.shares():
            shelf.unshare(folder)
            print(f"{folder} is no longer shared; nothing in it was touched.")
            continue
        model = shelf.find(word)
        remove_model(shelf, model)
        print(f"{model.id} was removed.")
    return 0


def _title(model: Model) -> str:
    return model.critic or (TITLES[model.family] if model.family != "unknown" else "–")


def _size(model: Model) -> str:
    return f"{_count(model.parameters)}, {model.precision}, {sized(model.bytes)}"


def _count(parameters: int) -> str:
    return f"{parameters / 1e9:.1f} B" if parameters >= 1e8 else f"{parameters / 1e6:.2f} M"


@contextmanager
def _progress(what: str) -> Iterator[Callable[[float], None]]:
    """A line on stderr that counts to 100 %, where stderr is a terminal."""
    shown = -1

    def told(done: float) -> None:
        nonlocal shown
        if sys.stderr.isatty() and int(done * 100) != shown:
            shown = int(done * 100)
            print(f"\r{what}: {shown} %", end="", file=sys.stderr, flush=True)

    try:
        yield told
    finally:
        if shown >= 0:
            print("\r" + " " * (len(what) + 8) + "\r", end="", file=sys.stderr, flush=True)
