"""Dialogs, imported when they are first opened. No function may be named as its module is: importing that hides it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.window import Window


def open_palette(window: Window) -> None:
    from desktop.dialogs.palette import Palette

    Palette(window).open_over()


def open_preferences(window: Window, page: str = "appearance") -> None:
    from desktop.dialogs.preferences import AGAIN, Preferences

    while Preferences(window, page).exec() == AGAIN:
        pass


def open_shortcuts(window: Window) -> None:
    open_preferences(window, "shortcuts")


def open_export(window: Window) -> None:
    from desktop.dialogs.export import ExportDialog

    ExportDialog(window).exec()


def open_recent(window: Window) -> None:
    from desktop.dialogs.palette import Recent

    Recent(window).open_over()


def open_models(window: Window) -> None:
    from desktop.models.page import open_page

    open_page(window)


def open_diagnostics(window: Window) -> None:
    from desktop.dialogs.diagnostics import Diagnostics

    Diagnostics(window).exec()


def open_about(window: Window) -> None:
    from desktop.dialogs.about import About

    About(window).exec()
