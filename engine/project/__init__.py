"""The `.plantain` document: one SQLite file that holds a piece of work, and what was left open when a session broke off."""

from engine.project.document import SUFFIX, Project, Saved
from engine.project.recovery import drafts, recoverable, untitled

__all__ = ["SUFFIX", "Project", "Saved", "drafts", "recoverable", "untitled"]
