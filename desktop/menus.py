"""The window's commands, in its menus, and which of them make sense at the moment."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop import dialogs
from desktop.state import AppState

if TYPE_CHECKING:
    from desktop.window import Window

translate = QCoreApplication.translate

Row = tuple[str, str, str, Callable[[], object], str]
RULE = ("", "", "", lambda: None, "")


def fill(window: Window) -> None:
    """Add every command to the window's actions and menu bar."""
    menus: tuple[tuple[str, tuple[Row, ...]], ...] = (
        (translate("menus", "File"), _file(window)),
        (translate("menus", "Edit"), _edit(window)),
        (translate("menus", "Select"), _select(window)),
        (translate("menus", "Picture"), _picture(window)),
        (translate("menus", "View"), _view(window)),
        (translate("menus", "Help"), _help(window)),
    )
    for title, rows in menus:
        menu = window.menuBar().addMenu(title)
        for name, text, shortcut, run, icon in rows:
            if not name:
                menu.addSeparator()
                continue
            menu.addAction(window.actions_.add(name, text, shortcut, run, icon=icon))
    canvas = window.stage.canvas
    window.actions_.add(
        "panels-tab", translate("menus", "Show or hide the panels (on the canvas)"), "Tab", window.toggle_panels, on=canvas
    )
    for key in [key for key in canvas.keys if key not in {"Return", "Enter", "Esc", "{", "}"}]:
        del canvas.keys[key]


def _file(window: Window) -> tuple[Row, ...]:
    files = window.files
    return (
        ("new", translate("menus", "New"), "Ctrl+N", files.new, "paper"),
        ("open", translate("menus", "Open…"), "Ctrl+O", files.ask_open, "folder"),
        ("recent", translate("menus", "Open recent…"), "Ctrl+Shift+O", lambda: dialogs.open_recent(window), "folder"),
        RULE,
        ("save", translate("menus", "Save"), "Ctrl+S", files.save, "save"),
        ("save-as", translate("menus", "Save as…"), "Ctrl+Shift+S", files.save_as, "save"),
        ("export", translate("menus", "Export…"), "Ctrl+E", lambda: dialogs.open_export(window), "export"),
        RULE,
        ("models", translate("menus", "Models…"), "Ctrl+M", lambda: dialogs.open_models(window), "model"),
        ("unload", translate("menus", "Free the models' memory"), "", window.keeper.unload, "model"),
        ("preferences", translate("menus", "Preferences…"), "Ctrl+,", lambda: dialogs.open_preferences(window), "settings"),
        ("quit", translate("menus", "Quit"), "Ctrl+Q", window.close, "close"),
    )


def _edit(window: Window) -> tuple[Row, ...]:
    session, files, canvas = window.session, window.files, window.stage.canvas
    return (
        ("undo", translate("menus", "Undo"), "Ctrl+Z", session.step_back, "undo"),
        ("redo", translate("menus", "Redo"), "Ctrl+Shift+Z", session.step_forward, "redo"),
        RULE,
        ("copy", translate("menus", "Copy the picture"), "Ctrl+C", lambda: files.copy(canvas.copy), "image"),
        ("paste", translate("menus", "Paste a picture"), "Ctrl+V", canvas.paste, "image"),
        RULE,
        ("palette", translate("menus", "Search commands…"), "Ctrl+K", lambda: dialogs.open_palette(window), "search"),
    )


def _select(window: Window) -> tuple[Row, ...]:
    canvas = window.stage.canvas

    def other_shape() -> None:
        canvas.set_tool("ellipse" if canvas.tool == "rect" else "rect")

    return (
        ("select-all", translate("menus", "All"), "Ctrl+A", canvas.select_all, "rect"),
        ("select-none", translate("menus", "None"), "Ctrl+D", canvas.select_none, "close"),
        ("select-invert", translate("menus", "Invert"), "Ctrl+Shift+I", canvas.select_invert, "invert"),
        ("select-grow", translate("menus", "Grow"), "Ctrl+]", lambda: canvas.grow(8), "grow"),
        ("select-shrink", translate("menus", "Shrink"), "Ctrl+[", lambda: canvas.shrink(8), "shrink"),
        RULE,
        ("tool-move", translate("menus", "Move tool"), "V", lambda: canvas.set_tool("move"), "move"),
        ("tool-shape", translate("menus", "Rectangle or ellipse tool"), "M", other_shape, "rect"),
        ("tool-lasso", translate("menus", "Lasso tool"), "L", lambda: canvas.set_tool("lasso"), "lasso"),
        ("tool-brush", translate("menus", "Brush tool"), "B", lambda: canvas.set_tool("brush"), "brush"),
        ("tool-eraser", translate("menus", "Eraser tool"), "E", lambda: canvas.set_tool("eraser"), "eraser"),
        ("tool-element", translate("menus", "Element tool"), "W", lambda: canvas.set_tool("element"), "element"),
        ("tool-text", translate("menus", "Text tool"), "T", lambda: canvas.set_tool("text"), "text"),
        ("tool-pick", translate("menus", "Colour picker"), "I", lambda: canvas.set_tool("pick"), "pick"),
        RULE,
        ("brush-smaller", translate("menus", "Smaller brush"), "[", lambda: canvas.scale_brush(1 / 1.2), "brush"),
        ("brush-larger", translate("menus", "Larger brush"), "]", lambda: canvas.scale_brush(1.2), "brush"),
    )


def _picture(window: Window) -> tuple[Row, ...]:
    session = window.session
    return (
        ("render", translate("menus", "Render"), "Ctrl+Return", session.render, "render"),
        ("cancel", translate("menus", "Cancel the run"), "Ctrl+.", session.cancel, "close"),
        ("fix-all", translate("menus", "Fix what fails"), "Ctrl+Shift+F", session.go_on, "fix"),
        (
            "fix-this",
            translate("menus", "Fix the selected finding"),
            "Ctrl+F",
            lambda: session.fix(window.state.requirement),
            "fix",
        ),
        ("rerender", translate("menus", "Re-render the selected region"), "Ctrl+R", window.stage.ask_region, "render"),
        RULE,
        ("accept", translate("menus", "Keep the last change"), "", session.accept, "check"),
        ("reject", translate("menus", "Take the last change back"), "", session.reject, "undo"),
        ("compare", translate("menus", "Compare with the round before"), "C", window.compare_last, "wipe"),
        RULE,
        ("seed", translate("menus", "Roll another seed"), "", session.roll_seed, "dice"),
        ("replan", translate("menus", "Read the prompt anew"), "", session.reset_plan, "plan"),
    )


def _view(window: Window) -> tuple[Row, ...]:
    canvas, layers = window.stage.canvas, window.stage.layers
    return (
        ("fit", translate("menus", "Fit in the window"), "Ctrl+0", canvas.fit, "fit"),
        ("actual", translate("menus", "100 %"), "Ctrl+1", canvas.zoom_100, "zoom-in"),
        ("zoom-in", translate("menus", "Zoom in"), "Ctrl++", lambda: canvas.zoom_step(1), "zoom-in"),
        ("zoom-out", translate("menus", "Zoom out"), "Ctrl+-", lambda: canvas.zoom_step(-1), "zoom-out"),
        RULE,
        ("show-boxes", translate("menus", "Plan boxes"), "Ctrl+Shift+B", layers["boxes"].toggle, "boxes"),
        ("show-marks", translate("menus", "Findings"), "Ctrl+Shift+M", layers["marks"].toggle, "marks"),
        ("show-masks", translate("menus", "Outlines of the elements"), "", layers["masks"].toggle, "masks"),
        RULE,
        ("view-checks", translate("menus", "Checks panel"), "Ctrl+2", lambda: window.show_right("checks"), "passed"),
        ("view-plan", translate("menus", "Plan panel"), "Ctrl+3", lambda: window.show_right("plan"), "plan"),
        ("panels", translate("menus", "Show or hide the panels"), "Ctrl+\\", window.toggle_panels, "panel-left"),
        ("next-region", translate("menus", "Next part of the window"), "F6", window.focus_next_region, "panel-right"),
    )


def _help(window: Window) -> tuple[Row, ...]:
    return (
        ("shortcuts", translate("menus", "Keyboard shortcuts"), "F1", lambda: dialogs.open_shortcuts(window), "keyboard"),
        ("diagnostics", translate("menus", "Log and diagnostics"), "", lambda: dialogs.open_diagnostics(window), "info"),
        ("about", translate("menus", "About Plantain"), "", lambda: dialogs.open_about(window), "info"),
    )


def enable(window: Window, state: AppState) -> None:
    """Switch off what has nothing to work on."""
    actions, running, picture = window.actions_, state.run is not None, state.trace is not None
    failed = picture and any(f.verdict == "failed" for f in state.trace.best_round().findings) if state.trace else False
    for name, possible in {
        "render": not running and (bool(state.brief.prompt.strip()) or state.brief.plan is not None),
        "cancel": running,
        "fix-all": failed and not running,
        "fix-this": failed and not running and bool(state.requirement),
        "rerender": picture and not running,
        "accept": state.review,
        "reject": state.review and not running,
        "compare": state.trace is not None and state.trace.best > 0,
        "export": picture,
        "copy": picture,
        "replan": state.brief.plan is not None,
        "undo": window.session.undo.canUndo(),
        "redo": window.session.undo.canRedo(),
    }.items():
        actions[name].setEnabled(possible)
