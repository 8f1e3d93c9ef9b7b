"""What is said of a run as a whole, and of this installation."""

from __future__ import annotations

from typing import Final, cast

from PySide6.QtCore import QT_TRANSLATE_NOOP

SENTENCES: Final = cast(
    "tuple[str, ...]",
    (
        QT_TRANSLATE_NOOP("engine", "The computer ran out of memory. Choose a smaller size or close other programs."),
        QT_TRANSLATE_NOOP("engine", "No critic for this is installed, so nobody has looked."),
        QT_TRANSLATE_NOOP("engine", "No renderer here can draw: {things}."),
        QT_TRANSLATE_NOOP("engine", "The {kind} critic failed: {sentence}"),
        QT_TRANSLATE_NOOP("engine", "The thresholds file {words} cannot be used ({error})."),
        QT_TRANSLATE_NOOP("engine", "Correct or delete it."),
        QT_TRANSLATE_NOOP("engine", "There is no renderer {words} in this installation."),
        QT_TRANSLATE_NOOP("engine", "Use auto or {words}."),
        QT_TRANSLATE_NOOP("engine", "A connection to {words} was refused."),
        QT_TRANSLATE_NOOP("engine", "Plantain works offline; report what tried this."),
        QT_TRANSLATE_NOOP("engine", "Import one: plantain models import FILE."),
        QT_TRANSLATE_NOOP("engine", "Install it ({words}), or use the renderer studio."),
        QT_TRANSLATE_NOOP("engine", "There is no model here that makes pictures."),
        QT_TRANSLATE_NOOP("engine", "The {words} renderer is not installed."),
        QT_TRANSLATE_NOOP(
            "engine",
            "Import a model that can (plantain models import FILE), or turn stand-ins on (--stand-ins) for a layout preview.",
        ),
    ),
)
