"""Choosing the model that draws, and what goes with it; a licence that restricts is put before the first use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.models import words
from engine.models.catalogue import terms_of
from engine.types import Sampling

if TYPE_CHECKING:
    from desktop.window import Window


def choose_model(window: Window, model_id: str) -> None:
    """Have the next picture drawn by that model; "" leaves the choice to the program."""
    if not _accepted(window, model_id):
        return
    brief = window.state.brief.replace(model=model_id)
    if model_id and brief.renderer == "studio":
        brief = brief.replace(renderer="auto")
    window.session.edit(brief, QCoreApplication.translate("models", "Choose the model"))


def choose_sampling(window: Window, sampling: Sampling, label: str, merge: str) -> None:
    """Have the model work like that, with the LoRAs and the ControlNet named."""
    brief = window.state.brief
    if all(_accepted(window, word) for word in _parts(sampling) - _parts(brief.sampling)):
        window.session.edit(brief.replace(sampling=sampling), label, merge=merge)


def _parts(sampling: Sampling) -> set[str]:
    return {sampling.controlnet, *(word for word, _ in sampling.loras)}


def _accepted(window: Window, model_id: str) -> bool:
    """Whether nothing stands between the user and the model any more; where it does, the brief is shown as it was."""
    state = window.state
    model = state.shelf.model(model_id)
    if model is None or words.usable(state.shelf, model):
        return True
    from desktop.models.gate import Gate

    licence = terms_of(model)
    if not Gate(window, window.look, licence, model.name).exec():
        window.brief.show_state(state)
        return False
    window.keeper.accept(licence, model.id)
    return True
