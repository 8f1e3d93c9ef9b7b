"""`plantain models download | accept`: from the catalogue into the library, its licence first."""

from __future__ import annotations

import argparse
import os
import sys
from typing import TextIO

from engine.errors import BadInput
from engine.models import Library
from engine.models.card import licence_facts
from engine.models.catalogue import catalogue, entry_of, terms_of
from engine.models.download import Download, Transfer
from engine.models.fetch import fetch, staging
from engine.models.licences import accept, accepted


def download(arguments: argparse.Namespace, shelf: Library) -> int:
    """Fetch an entry; HF_TOKEN in the environment is shown to a site that asks who wants it."""
    entry = entry_of(arguments.entry)
    token = os.environ.get("HF_TOKEN", "")
    made = Download(entry, staging(shelf), mirror=arguments.mirror, token=token, report=_show)
    if not accepted(entry.terms, entry.id):
        print_facts(licence_facts(entry.terms), sys.stderr)
        if arguments.accept:
            accept(entry.terms, entry.id)
    model = fetch(made, shelf, lambda _: None)
    print(f"{model.id}  {model.path}")
    return 0


def accept_licence(arguments: argparse.Namespace, shelf: Library) -> int:
    """Record that the user accepts the licence of a model at hand or of an entry of the catalogue."""
    word = arguments.model
    if word in catalogue():
        licence, model_id = catalogue()[word].terms, word
    else:
        model = shelf.find(word)
        licence, model_id = terms_of(model), model.id
    if licence.id == "unknown":
        raise BadInput(f"Nothing says what licence {word} is under.", "Look where you got it; there is nothing to accept here.")
    print_facts(licence_facts(licence))
    accept(licence, model_id)
    print(f"Accepted for {model_id}.")
    return 0


def print_facts(facts: dict[str, str], stream: TextIO | None = None) -> None:
    """Names and facts in two columns, on stdout unless another stream is given."""
    width = max(map(len, facts))
    for name, value in facts.items():
        print(f"{name:<{width}}  {value}", file=stream)


def offers() -> list[str]:
    """A line for each entry of the catalogue."""
    width = max(map(len, catalogue()))
    rows = []
    for entry in catalogue().values():
        size = entry.download
        shown = f"{size / 1e9:.1f} GB" if size >= 1e9 else f"{size / 1e6:.0f} MB"
        rows.append(f"{entry.id:<{width}}  {shown:>8}  {entry.terms.restriction.get('en') or 'Free for commercial use.'}")
    return rows


def _show(transfer: Transfer) -> None:
    """How far it is, on one line where stderr is a terminal."""
    if sys.stderr.isatty() and transfer.total:
        left = f", {transfer.left / 60:.0f} min left" if transfer.left is not None else ""
        done = f"{transfer.done / 1e9:.2f} of {transfer.total / 1e9:.2f} GB, {transfer.rate / 1e6:.1f} MB/s{left}"
        end = "\n" if transfer.done == transfer.total else ""
        print(f"\r\033[K{done}", end=end, file=sys.stderr, flush=True)
