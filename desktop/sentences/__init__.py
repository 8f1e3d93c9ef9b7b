"""Every sentence that the engine can say to the user, as a template for translators: a file for each part that speaks.

A test compares them with the source. A placeholder's name says what stands there (`said.py` knows how each is recognised and
put into the language); a figure at its end tells two of a kind apart. Templates end as the sentence does.
"""

from __future__ import annotations

from typing import Final

from desktop.sentences import critics, files, fixers, models, planner, renderers, run

SENTENCES: Final = (
    *critics.SENTENCES,
    *files.SENTENCES,
    *fixers.SENTENCES,
    *models.SENTENCES,
    *planner.SENTENCES,
    *renderers.SENTENCES,
    *run.SENTENCES,
)
