"""Dialogs, imported when they are first opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.window import Window


def palette(window: Window) -> None:
    from desktop.dialogs.palette import Palette

    Palette(window).open_over()


def preferences(window: Window, page: str = "appearance") -> None:
    from desktop.dialogs.preferences import Preferences

    Preferences(window, page).exec()


def shortcuts(window: Window) -> None:
    preferences(window, "shortcuts")


def export(window: Window) -> None:
    from desktop.dialogs.export import ExportDialog

    ExportDialog(window).exec()


def recent(window: Window) -> None:
    from desktop.dialogs.palette import Recent

    Recent(window).open_over()


def diagnostics(window: Window) -> None:
    from desktop.dialogs.diagnostics import Diagnostics

    Diagnostics(window).exec()


def about(window: Window) -> None:
    from desktop.dialogs.about import About

    About(window).exec()
