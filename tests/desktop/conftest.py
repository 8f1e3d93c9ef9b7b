"""Windows are drawn off screen unless the caller says where; the application ends before the interpreter does."""

import gc
import os
from collections.abc import Iterator

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(scope="session", autouse=True)
def _application_ends_first() -> Iterator[None]:
    """Qt objects that outlive their application are destroyed in no safe order while the interpreter shuts down."""
    yield
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance()
    if not isinstance(app, QApplication):
        return
    for widget in app.topLevelWidgets():
        widget.close()
        widget.deleteLater()
    gc.collect()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    app.processEvents()
    app.clipboard().clear()  # Qt's own clipboard off screen would delete our data after Python is gone
    app.shutdown()
