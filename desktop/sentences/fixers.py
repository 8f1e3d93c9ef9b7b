"""What the fixes promise, and the wishes of the user's hand."""

from __future__ import annotations

from typing import Final, cast

from PySide6.QtCore import QT_TRANSLATE_NOOP

SENTENCES: Final = cast(
    "tuple[str, ...]",
    (
        QT_TRANSLATE_NOOP("engine", "Come closer."),
        QT_TRANSLATE_NOOP("engine", "Turn the text to the camera."),
        QT_TRANSLATE_NOOP("engine", "Turn the text straight to the camera."),
        QT_TRANSLATE_NOOP("engine", "Print “{words}” in {colour}."),
        QT_TRANSLATE_NOOP("engine", "An edited plan needs a renderer."),
        QT_TRANSLATE_NOOP("engine", "Make the {noun} larger."),
        QT_TRANSLATE_NOOP("engine", "Step back."),
        QT_TRANSLATE_NOOP("engine", "Light the scene with {light} light."),
        QT_TRANSLATE_NOOP("engine", "Print “{words}” in a stronger shade."),
        QT_TRANSLATE_NOOP("engine", "Set “{words}” {figure} times as large."),
        QT_TRANSLATE_NOOP("engine", "Look from higher up, so that nothing is hidden."),
        QT_TRANSLATE_NOOP("engine", "Make the {noun} smaller."),
        QT_TRANSLATE_NOOP("engine", "Move the camera off the highlight."),
        QT_TRANSLATE_NOOP("engine", "Another seed needs a renderer."),
        QT_TRANSLATE_NOOP("engine", "Render everything with seed {words}."),
        QT_TRANSLATE_NOOP("engine", "Render this region again."),
        QT_TRANSLATE_NOOP("engine", "Render this region again, close to what is there."),
        QT_TRANSLATE_NOOP("engine", "Render this region anew."),
        QT_TRANSLATE_NOOP("engine", "Render this region anew with another seed."),
        QT_TRANSLATE_NOOP("engine", "Nothing here can draw into this picture."),
        QT_TRANSLATE_NOOP("engine", "Set text or change a colour in it, or choose a model that paints."),
        QT_TRANSLATE_NOOP("engine", "There is no region to render again."),
        QT_TRANSLATE_NOOP("engine", "There is no colour to give to {words}."),
        QT_TRANSLATE_NOOP("engine", "Shift the colour of the {noun} to {colour}."),
        QT_TRANSLATE_NOOP("engine", "Set “{words}” anew."),
        QT_TRANSLATE_NOOP("engine", "Take the stray writing off."),
        QT_TRANSLATE_NOOP("engine", "There is no place to set the text in."),
        QT_TRANSLATE_NOOP("engine", "Render the selection again."),
        QT_TRANSLATE_NOOP("engine", "Render the selection again, as it was planned."),
        QT_TRANSLATE_NOOP("engine", "Write “{words}”."),
        QT_TRANSLATE_NOOP("engine", "Make the {noun} {colour}."),
        QT_TRANSLATE_NOOP("engine", "Render the selection again: {words}."),
        QT_TRANSLATE_NOOP("engine", "Nothing is selected."),
        QT_TRANSLATE_NOOP("engine", "Select a region first."),
        QT_TRANSLATE_NOOP("engine", "Of “{words}” nothing was understood."),
        QT_TRANSLATE_NOOP("engine", "Name a colour, a material, or new words in quotes."),
    ),
)
