"""The planner's notes on a prompt."""

from __future__ import annotations

from typing import Final, cast

from PySide6.QtCore import QT_TRANSLATE_NOOP

SENTENCES: Final = cast(
    "tuple[str, ...]",
    (
        QT_TRANSLATE_NOOP("engine", "“{words}” has no quotation marks and is taken as text to write."),
        QT_TRANSLATE_NOOP("engine", "“{words}” and “{words2}” cannot both hold: “{words3}” is taken because it comes first."),
        QT_TRANSLATE_NOOP("engine", "{words} is taken from the reference picture and not drawn by itself."),
        QT_TRANSLATE_NOOP("engine", "The prompt names nothing to draw."),
        QT_TRANSLATE_NOOP("engine", "Name a thing, or put the text to write in quotation marks."),
        QT_TRANSLATE_NOOP("engine", "The aspect {words} is not offered."),
        QT_TRANSLATE_NOOP("engine", "Use one of {words}."),
        QT_TRANSLATE_NOOP("engine", "A picture holds {figure} of a thing at most, not {figure2}."),
        QT_TRANSLATE_NOOP("engine", "“{words}” is read as “{words2}”."),
        QT_TRANSLATE_NOOP("engine", "The prompt has {figure} characters; at most {figure2} can be planned."),
        QT_TRANSLATE_NOOP("engine", "Shorten it."),
        QT_TRANSLATE_NOOP("engine", "The prompt is empty."),
        QT_TRANSLATE_NOOP("engine", "Describe what the picture should show."),
        QT_TRANSLATE_NOOP("engine", "The prompt holds the control character U+{words} at position {figure}."),
        QT_TRANSLATE_NOOP("engine", "Remove it."),
        QT_TRANSLATE_NOOP(
            "engine", "{figure} more passages from position {figure2} on were not understood and change nothing."
        ),
        QT_TRANSLATE_NOOP("engine", "“{words}” was not understood and changes nothing."),
        QT_TRANSLATE_NOOP("engine", "A plan holds {figure} different things at most; “{words}” is left out."),
        QT_TRANSLATE_NOOP("engine", "A picture holds {figure} things at most; left out: {figure2} × “{words}”."),
        QT_TRANSLATE_NOOP("engine", "“{words}” is drawn as {article} {shape}."),
        QT_TRANSLATE_NOOP("engine", "“{words}” came without a number: {figure} are planned."),
        QT_TRANSLATE_NOOP("engine", "A plan holds {figure} texts at most; “{words}” is left out."),
        QT_TRANSLATE_NOOP("engine", "“{words}” cannot be {relation} “{words2}” as well: what was said first is taken."),
        QT_TRANSLATE_NOOP(
            "engine", "“{words}” and “{words2}” cannot both colour the same thing: “{words3}” is taken because it comes first."
        ),
        QT_TRANSLATE_NOOP("engine", "The prompt is not in English: of its words only quoted texts and formats are understood."),
        QT_TRANSLATE_NOOP("engine", "{figure} more notes concern the prompt from position {figure2} on."),
        QT_TRANSLATE_NOOP("engine", "“no text” and “{words}” cannot both hold: the quoted text is written, and nothing else."),
        QT_TRANSLATE_NOOP("engine", "The {setting} cannot be both {value} and {value2}: the first is taken."),
        QT_TRANSLATE_NOOP("engine", "The {setting} {words} is not offered."),
        QT_TRANSLATE_NOOP("engine", "The {setting} is {value}, as given beside the prompt, and not {value2}."),
        QT_TRANSLATE_NOOP("engine", "A quotation mark is never closed: the text is taken to the end of its line."),
        QT_TRANSLATE_NOOP("engine", "The logo of the brand kit is left out: nothing in the scene carries print."),
        QT_TRANSLATE_NOOP("engine", "Its texts are not those of the prompt."),
        QT_TRANSLATE_NOOP("engine", "It names “{words}” twice."),
        QT_TRANSLATE_NOOP("engine", "It has no element “{words}”."),
        QT_TRANSLATE_NOOP("engine", "“{words}” is no colour."),
        QT_TRANSLATE_NOOP("engine", "It is no plan of the form that was asked for."),
        QT_TRANSLATE_NOOP("engine", "The plan of {words} was not taken: {sentence}"),
        QT_TRANSLATE_NOOP("engine", "{words} planned this; the checks are those of every plan."),
    ),
)
