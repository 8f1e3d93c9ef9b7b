"""Every command of the window: named once, found in the menus and the palette, with a shortcut that can be changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QIcon, QKeySequence
from PySide6.QtWidgets import QWidget

from desktop.style.look import Look


class Actions:
    """Commands by id, in the order in which they were added."""

    def __init__(self, window: QWidget, look: Look) -> None:
        self._window, self._look = window, look
        self._actions: dict[str, QAction] = {}
        self._defaults: dict[str, str] = {}
        self._icons: dict[str, str] = {}
        look.changed.connect(self._redraw)

    def add(
        self, name: str, text: str, shortcut: str, run: Callable[[], object], *, icon: str = "", on: QWidget | None = None
    ) -> QAction:
        """A command. `on`: its shortcut works only while that widget has the focus. Raises ValueError for an id in use."""
        if name in self._actions:
            raise ValueError(f"the command {name!r} exists already")
        action = QAction(self._look.icon(icon) if icon else QIcon(), text, self._window)
        self._icons[name] = icon
        action.setShortcut(QKeySequence(shortcut))
        action.setIconVisibleInMenu(False)
        if on is not None:
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            on.addAction(action)
        else:
            self._window.addAction(action)
        action.triggered.connect(lambda _=False: run())
        self._actions[name], self._defaults[name] = action, shortcut
        return action

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def all(self) -> Mapping[str, QAction]:
        return self._actions

    def default(self, name: str) -> str:
        return self._defaults[name]

    def remap(self, shortcuts: Mapping[str, str]) -> None:
        """Give commands the user's shortcuts, and the others their own."""
        for name, action in self._actions.items():
            action.setShortcut(QKeySequence(shortcuts.get(name, self._defaults[name])))

    def clear(self) -> None:
        """Take every command away."""
        for action in self._actions.values():
            action.setParent(None)
            action.deleteLater()
        self._actions.clear()
        self._icons.clear()

    def _redraw(self) -> None:
        for name, icon in self._icons.items():
            if icon:
                self._actions[name].setIcon(self._look.icon(icon))

    def clash(self, name: str, shortcut: str) -> str:
        """The id of another command that has this shortcut, or ""."""
        wanted = QKeySequence(shortcut)
        taken = (other for other, action in self._actions.items() if other != name and action.shortcut() == wanted)
        return next(taken, "") if shortcut else ""
