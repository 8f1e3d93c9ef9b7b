"""Choosing the model that draws the next picture; a licence that restricts is put before its first use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.models import words
from engine.models.catalogue import terms_of

if TYPE_CHECKING:
    from desktop.window import Window


def choose_model(window: Window, model_id: str) -> None:
    """Have the next picture drawn by that model; "" leaves the choice to the program."""
    state = window.state
    model = state.shelf.model(model_id)
    if model is not None and not words.usable(state.shelf, model):
        from desktop.models.gate import Gate

        licence = terms_of(model)
        if not Gate(window, window.look, licence, model.name).exec():
            window.brief.show_state(state)
            return
        window.keeper.accept(licence, model.id)
    brief = state.brief.replace(model=model_id)
    if model_id and brief.renderer == "studio":
        brief = brief.replace(renderer="auto")
    window.session.edit(brief, QCoreApplication.translate("models", "Choose the model"))
