"""Text: what is written, whether it is what was asked, and whether its letters are whole."""

from engine.critics.text.critic import TextCritic

__all__ = ["TextCritic"]
