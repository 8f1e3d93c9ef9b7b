"""About Plantain, and the licences of everything it is built on."""

from __future__ import annotations

from importlib.metadata import Distribution, distributions
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPlainTextEdit, QWidget

from desktop.dialogs.frame import Dialog
from desktop.panels.controls import Glyph, column, label, row
from desktop.style import tokens
from engine.registry import versions

if TYPE_CHECKING:
    from desktop.window import Window

PARTS = {
    "fontpkg", "fonttools", "mitsuba", "drjit", "msgspec", "numpy", "onnxruntime", "opencv", "pillow", "platformdirs",
    "psd-tools", "pyoidn", "pyside6", "shiboken6", "rapidocr", "scikit-image", "scipy", "uharfbuzz",
}  # fmt: skip


class About(Dialog):
    def __init__(self, window: Window) -> None:
        super().__init__(window, QCoreApplication.translate("about", "About Plantain"))
        name = label("Plantain", "display")
        what = label(
            self.tr("An image studio that works on this computer alone and checks its own pictures. Apache-2.0."),
            "muted", wrap=True,
        )  # fmt: skip
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Components"))
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setAccessibleName(self.tr("Licence"))
        for part in sorted(components(), key=lambda found: found.name.lower()):
            item = QListWidgetItem(f"{part.name} {part.version}")
            item.setData(Qt.ItemDataRole.UserRole, part)
            self.list.addItem(item)
        self.list.currentItemChanged.connect(
            lambda item: self.text.setPlainText(licence(item.data(Qt.ItemDataRole.UserRole))) if item else None
        )
        self.list.setCurrentRow(0)
        both = row(self.list, self.text)
        both.setStretch(0, 2)
        both.setStretch(1, 5)
        version = label(self.tr("Version {0}").format(versions()["plantain"]), "caption")
        head = row(Glyph(window.look, "plantain", 44, role="accent"), column(name, version, gap=0), 0, gap=tokens.MEDIUM)
        body = QWidget()
        body.setLayout(column(head, what, label(self.tr("Built on"), "section"), both))
        self.fill(body)
        self.resize(window.look.px(760), window.look.px(540))


def components() -> list[Distribution]:
    """The installed packages that Plantain works with."""
    found = {}
    for part in distributions():
        name = part.name.lower().replace("_", "-")
        if any(name.startswith(prefix) for prefix in PARTS):
            found[name] = part
    return list(found.values())


def licence(part: Distribution) -> str:
    """The licence's name and every licence text that the package brings."""
    meta = part.metadata
    named = (meta["License-Expression"] or meta["License"] or "") if {"License-Expression", "License"} & set(meta) else ""
    named = named if len(named) < 120 else ""
    named = named or ", ".join(c.rsplit(" :: ", 1)[1] for c in meta.get_all("Classifier") or [] if c.startswith("License"))
    texts = [
        Path(path.locate()).read_text("utf-8", errors="replace")
        for path in part.files or []
        if path.name.upper().startswith(("LICENSE", "LICENCE", "COPYING", "NOTICE", "OFL")) and path.suffix != ".py"
    ]
    return "\n\n".join([named, *texts])[:200_000] or "–"
