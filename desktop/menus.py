"""The window's commands, in its menus, and which of them make sense at the moment."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop import dialogs
from desktop.state import AppState

if TYPE_CHECKING:
    from desktop.window import Window

Row = tuple[str, str, str, Callable[[], object], str]
RULE = ("", "", "", lambda: None, "")


def fill(window: Window) -> None:
    """Add every command to the window's actions and menu bar."""
    tr = window.tr
    menus: tuple[tuple[str, tuple[Row, ...]], ...] = (
        (tr("File"), _file(window)),
        (tr("Edit"), _edit(window)),
        (tr("Select"), _select(window)),
        (tr("Picture"), _picture(window)),
        (tr("View"), _view(window)),
        (tr("Help"), _help(window)),
    )
    for title, rows in menus:
        menu = window.menuBar().addMenu(title)
        for name, text, shortcut, run, icon in rows:
            if not name:
                menu.addSeparator()
                continue
            menu.addAction(window.actions_.add(name, text, shortcut, run, icon=icon))
    canvas = window.stage.canvas
    window.actions_.add("panels-tab", tr("Show or hide the panels (on the canvas)"), "Tab", window.toggle_panels, on=canvas)
    for key in [key for key in canvas.keys if key not in {"Return", "Enter", "Esc", "{", "}"}]:
        del canvas.keys[key]


def _file(window: Window) -> tuple[Row, ...]:
    tr, files = window.tr, window.files
    return (
        ("new", tr("New"), "Ctrl+N", files.new, "paper"),
        ("open", tr("Open…"), "Ctrl+O", files.ask_open, "folder"),
        ("recent", tr("Open recent…"), "Ctrl+Shift+O", lambda: dialogs.recent(window), "folder"),
        RULE,
        ("save", tr("Save"), "Ctrl+S", files.save, "save"),
        ("save-as", tr("Save as…"), "Ctrl+Shift+S", files.save_as, "save"),
        ("export", tr("Export…"), "Ctrl+E", lambda: dialogs.export(window), "export"),
        RULE,
        ("preferences", tr("Preferences…"), "Ctrl+,", lambda: dialogs.preferences(window), "settings"),
        ("quit", tr("Quit"), "Ctrl+Q", window.close, "close"),
    )


def _edit(window: Window) -> tuple[Row, ...]:
    tr, session, canvas = window.tr, window.session, window.stage.canvas
    return (
        ("undo", tr("Undo"), "Ctrl+Z", session.step_back, "undo"),
        ("redo", tr("Redo"), "Ctrl+Shift+Z", session.step_forward, "redo"),
        RULE,
        ("copy", tr("Copy the picture"), "Ctrl+C", canvas.copy, "image"),
        ("paste", tr("Paste a picture"), "Ctrl+V", canvas.paste, "image"),
        RULE,
        ("palette", tr("Search commands…"), "Ctrl+K", lambda: dialogs.palette(window), "search"),
    )


def _select(window: Window) -> tuple[Row, ...]:
    tr, canvas = window.tr, window.stage.canvas

    def other_shape() -> None:
        canvas.set_tool("ellipse" if canvas.tool == "rect" else "rect")

    return (
        ("select-all", tr("All"), "Ctrl+A", canvas.select_all, "rect"),
        ("select-none", tr("None"), "Ctrl+D", canvas.select_none, "close"),
        ("select-invert", tr("Invert"), "Ctrl+Shift+I", canvas.select_invert, "invert"),
        ("select-grow", tr("Grow"), "Ctrl+]", lambda: canvas.grow(8), "grow"),
        ("select-shrink", tr("Shrink"), "Ctrl+[", lambda: canvas.shrink(8), "shrink"),
        RULE,
        ("tool-move", tr("Move tool"), "V", lambda: canvas.set_tool("move"), "move"),
        ("tool-shape", tr("Rectangle or ellipse tool"), "M", other_shape, "rect"),
        ("tool-lasso", tr("Lasso tool"), "L", lambda: canvas.set_tool("lasso"), "lasso"),
        ("tool-brush", tr("Brush tool"), "B", lambda: canvas.set_tool("brush"), "brush"),
        ("tool-eraser", tr("Eraser tool"), "E", lambda: canvas.set_tool("eraser"), "eraser"),
        ("tool-element", tr("Element tool"), "W", lambda: canvas.set_tool("element"), "element"),
        ("tool-text", tr("Text tool"), "T", lambda: canvas.set_tool("text"), "text"),
        ("tool-pick", tr("Colour picker"), "I", lambda: canvas.set_tool("pick"), "pick"),
        RULE,
        ("brush-smaller", tr("Smaller brush"), "[", lambda: canvas.scale_brush(1 / 1.2), "brush"),
        ("brush-larger", tr("Larger brush"), "]", lambda: canvas.scale_brush(1.2), "brush"),
    )


def _picture(window: Window) -> tuple[Row, ...]:
    tr, session = window.tr, window.session
    return (
        ("render", tr("Render"), "Ctrl+Return", session.render, "render"),
        ("cancel", tr("Cancel the run"), "Ctrl+.", session.cancel, "close"),
        ("fix-all", tr("Fix what fails"), "Ctrl+Shift+F", session.go_on, "fix"),
        ("fix-this", tr("Fix the selected finding"), "Ctrl+F", lambda: session.fix(window.state.requirement), "fix"),
        ("rerender", tr("Re-render the selected region"), "Ctrl+R", window.stage.ask_region, "render"),
        RULE,
        ("accept", tr("Keep the last change"), "", session.accept, "check"),
        ("reject", tr("Take the last change back"), "", session.reject, "undo"),
        ("compare", tr("Compare with the round before"), "C", window.compare_last, "wipe"),
        RULE,
        ("seed", tr("Roll another seed"), "", session.roll_seed, "dice"),
        ("replan", tr("Read the prompt anew"), "", session.reset_plan, "plan"),
    )


def _view(window: Window) -> tuple[Row, ...]:
    tr, canvas, layers = window.tr, window.stage.canvas, window.stage.layers
    return (
        ("fit", tr("Fit in the window"), "Ctrl+0", canvas.fit, "fit"),
        ("actual", tr("100 %"), "Ctrl+1", canvas.zoom_100, "zoom-in"),
        ("zoom-in", tr("Zoom in"), "Ctrl++", lambda: canvas.zoom_step(1), "zoom-in"),
        ("zoom-out", tr("Zoom out"), "Ctrl+-", lambda: canvas.zoom_step(-1), "zoom-out"),
        RULE,
        ("show-boxes", tr("Plan boxes"), "Ctrl+Shift+B", layers["boxes"].toggle, "boxes"),
        ("show-marks", tr("Findings"), "Ctrl+Shift+M", layers["marks"].toggle, "marks"),
        ("show-masks", tr("Outlines of the elements"), "", layers["masks"].toggle, "masks"),
        RULE,
        ("view-checks", tr("Checks panel"), "Ctrl+2", lambda: window.show_right("checks"), "passed"),
        ("view-plan", tr("Plan panel"), "Ctrl+3", lambda: window.show_right("plan"), "plan"),
        ("panels", tr("Show or hide the panels"), "Ctrl+\\", window.toggle_panels, "panel-left"),
        ("next-region", tr("Next part of the window"), "F6", window.focus_next_region, "panel-right"),
    )


def _help(window: Window) -> tuple[Row, ...]:
    tr = window.tr
    return (
        ("shortcuts", tr("Keyboard shortcuts"), "F1", lambda: dialogs.shortcuts(window), "keyboard"),
        ("diagnostics", tr("Log and diagnostics"), "", lambda: dialogs.diagnostics(window), "info"),
        ("about", tr("About Plantain"), "", lambda: dialogs.about(window), "info"),
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
