"""German and Japanese: every sentence of the window has its translation, and every label has the room that it needs.

New sentences come into a catalogue with `pyside6-lupdate -extensions py -locations none -no-obsolete desktop -ts FILE.ts`,
and what is shipped is made from it with `pyside6-lrelease FILE.ts -qm FILE.qm`; both files are kept.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QDialogButtonBox, QLabel, QWidget

import desktop
import engine
from desktop import strings
from desktop.dialogs.about import About
from desktop.dialogs.export import ExportDialog
from desktop.dialogs.preferences import PAGES, Preferences
from desktop.dialogs.thresholds import shipped
from desktop.models.gate import Gate
from desktop.models.page import open_page
from desktop.rounds import Standing
from desktop.settings import Settings
from desktop.state import Chosen, Notice, Started, Told
from desktop.style import sheet
from desktop.window import Window
from engine.messages import Finished, Progress
from engine.models.catalogue import entry_of
from engine.types import Light, Outcome, RelationName, RequirementKind
from engine.vocabulary import MATERIALS
from tests.desktop.test_window import render
from tests.desktop.windows import opened, spoken, until
from tests.fakes import FakeFixer, parts

LANGUAGES = ("de", "ja")
DESKTOP, ENGINE = Path(desktop.__path__[0]), Path(engine.__path__[0])
CATALOGUES = DESKTOP.parent / "resources" / "translations"
Key = tuple[str, str]
BORDER = 2
"""Pixels by which a button that gets the focus may be smaller than it asks for: its focus ring is wider than its edge."""


def catalogue(language: str) -> dict[Key, str]:
    """Context and source of every message, with its translation; "" where that is not finished."""
    found: dict[Key, str] = {}
    for context in ElementTree.parse(CATALOGUES / f"plantain_{language}.ts").getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            done = translation is not None and "type" not in translation.attrib
            text = (translation.text or "") if translation is not None and done else ""
            found[context.findtext("name", ""), message.findtext("source", "")] = text
    return found


def sentences(node: ast.AST, context: str = "") -> Iterator[Key]:
    """What a module passes to tr() and translate(), with its class. Raises AssertionError for what is no literal."""
    for child in ast.iter_child_nodes(node):
        inside = child.name if isinstance(child, ast.ClassDef) else context
        yield from sentences(child, inside)
        if not isinstance(child, ast.Call):
            continue
        name = ast.unparse(child.func).removeprefix("self.").removeprefix("QCoreApplication.")
        if name in {"tr", "translate", "QT_TRANSLATE_NOOP"}:
            words = [part.value if isinstance(part, ast.Constant) else None for part in child.args]
            assert all(isinstance(word, str) for word in words), f"line {child.lineno} translates what is no literal"
            yield (str(words[0]), str(words[1])) if name != "tr" else (context, str(words[0]))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_of_the_window_is_translated(language: str) -> None:
    known = catalogue(language)
    asked = {key for file in DESKTOP.rglob("*.py") for key in sentences(ast.parse(file.read_text("utf-8")))}
    assert len(asked) > 400
    assert {key for key in asked if not known.get(key)} == set(), "run lupdate and translate these"
    assert set(known) - asked == set(), "no longer in the source"


@pytest.mark.parametrize("language", LANGUAGES)
def test_placeholders_keys_and_dots_are_kept(language: str) -> None:
    for (context, source), text in catalogue(language).items():
        where = f"{context}: {source}"
        asked = {place for place in re.findall(r"\{\w*\}", source) if not re.match(r"\{(article|script)", place)}
        assert sorted(re.findall(r"\{\w*\}", text)) == sorted(asked), where
        assert re.findall(r"\((\w)\)", text) == re.findall(r"\((\w)\)", source), where
        assert text.endswith("…") == source.endswith("…"), where
        assert text == text.strip(), where


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_shipped_says_what_the_catalogue_says(language: str) -> None:
    shipped_one = QTranslator()
    assert shipped_one.load(str(CATALOGUES / f"plantain_{language}.qm"))
    stale = [k for k, text in catalogue(language).items() if shipped_one.translate(*k) != text]
    assert stale == [], "run lrelease"


def stages() -> set[str]:
    """Every stage that a part of the engine names when it reports its progress."""
    source = "\n".join(file.read_text("utf-8") for file in ENGINE.rglob("*.py"))
    named = set(re.findall(r"\.progress\(\s*\"(\w+)\"", source))
    for line in re.findall(r"(?:\.progress\(| stage = )(.*)", source):
        named |= set(re.findall(r"\"(\w+)\"", line))
    return named


def test_every_word_of_the_engine_has_one_of_the_language() -> None:
    assert {"plan", "render", "check", "staging", "preview", "tracing", "denoising", "developing", "typeset"} <= stages()
    with spoken("ja"):
        said = {
            **{name: strings.stage(name) for name in stages()},
            **{name: strings.kind(name) for name in get_args(RequirementKind)},
            **{name: strings.outcome(name) for name in get_args(Outcome)},
            **{name: strings.light(name) for name in get_args(Light)},
            **{name: strings.standing(name) for name in get_args(Standing)},
            **{name: strings.material(name) for name in MATERIALS.values()},
            **{name: strings.relation(name, "", "") for name in get_args(RelationName)},
            **{name: strings.noun(name) for name in ("headline", "subtitle", "body", "small print", "background")},
            **{f"{k}.{name}": strings.limit(k, name).split(" · ")[1] for k, entries in shipped().items() for name in entries},
        }
    assert [name for name, words in said.items() if words.isascii()] == []


def test_figures_are_written_as_the_language_does() -> None:
    with spoken("de"):
        assert strings.number(1.84, 1) == "1,8"
        assert strings.number(0.55) == "0,55"
    with spoken("ja"):
        assert strings.number(1.84, 1) == "1.8"


@pytest.mark.parametrize(("language", "cancel"), [("de", "Abbrechen"), ("ja", "キャンセル")])
def test_the_window_and_qt_itself_speak_it(tmp_path: Path, language: str, cancel: str) -> None:
    with spoken(language) as there, opened(tmp_path) as window:
        assert there
        assert window.brief.go.text() == catalogue(language)["BriefPanel", "Render"]
        assert ExportDialog(window).windowTitle() == catalogue(language)["export", "Export"]
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        assert box.buttons()[0].text().replace("&", "") == cancel


def test_there_is_a_typeface_for_every_letter() -> None:
    from fontTools.ttLib import TTFont

    ours = set(TTFont(CATALOGUES.parent / "fonts" / "NotoSansSC-Regular.ttf").getBestCmap())
    letters = {letter for text in catalogue("ja").values() for letter in text}
    assert sorted(letter for letter in letters if ord(letter) > 127 and ord(letter) not in ours) == []
    with spoken("ja"):
        assert sheet.font().families()[0] == "Inter"
        assert set(sheet.font().families()) & set(sheet.JAPANESE)


def cut_off(root: QWidget, free: set[QLabel]) -> list[str]:
    """The visible labels and buttons under `root` that are smaller than their words, but for those in `free`."""
    found = []
    for widget in root.findChildren(QWidget):
        if not isinstance(widget, QLabel | QAbstractButton | QComboBox) or not widget.isVisible() or widget in free:
            continue
        text = widget.currentText() if isinstance(widget, QComboBox) else widget.text()
        wrapped = isinstance(widget, QLabel) and widget.wordWrap()
        need = widget.sizeHint()
        narrow = not wrapped and widget.width() < need.width() - BORDER
        low = widget.height() < (widget.heightForWidth(widget.width()) if wrapped else need.height()) - BORDER
        area = widget.visibleRegion().boundingRect()
        hidden = area.width() < widget.width() and area.height() > 0
        if text and (narrow or low or hidden):
            found.append(f"“{text}” has {widget.size().toTuple()}, needs {need.toTuple()}")
    return found


def screens(window: Window) -> Iterator[tuple[str, QWidget]]:
    """The main screens, one after the other."""
    yield "welcome", window
    window.session.write('A tea tin labelled "SENCHA"')
    until(lambda: window.state.plan is not None)
    yield "planned", window
    window.show_right("plan")
    assert window.state.plan is not None
    window.session.edit_plan(window.state.plan.replace(kind="scene"), "")
    window.session.hear(Chosen(element=window.state.plan.elements[0].id))
    yield "scene", window
    window.show_right("checks")
    window.session.hear(Started(token=-1, fresh=True))
    window.session.hear(Progress(token=-1, stage="presence", done=0.5))
    window.status.left.setText(strings.duration(3000))
    yield "running", window
    window.session.hear(Finished(token=-1, trace=None))
    render(window)
    yield "rendered", window
    window.stage.canvas.select_all()
    yield "region", window
    window.stage.canvas.select_none()
    failed = [f.requirement for f in window.state.trace.best_round().findings] if window.state.trace else []
    window.choose_requirement(failed[0])
    yield "evidence", window
    window.session.state = window.state.replace(review=True)
    window.session.hear(Told(notice=Notice(text="KeyError: 'x'", problem=True, fault=True, details="Traceback")))
    yield "notice", window
    for page in PAGES:
        yield f"preferences, {page}", Preferences(window, page)
    yield "export", ExportDialog(window)
    yield "about", About(window)
    until(lambda: window.state.shelf.listed)
    for shown in ("", "z-image-turbo", "flux1-dev", "ideogram-4"):
        yield f"models, {shown}", open_page(window, shown)
    entry = entry_of("flux3-klein")
    yield "gate", Gate(window, window.look, entry.terms, entry.name)


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("language", ["en", *LANGUAGES])
def test_no_label_is_cut_off(tmp_path: Path, language: str, scale: float) -> None:
    made = Settings(text_scale=scale)
    with spoken(language), opened(tmp_path, made=lambda _: parts(fixers=[FakeFixer()]), settings=made) as window:
        elided = {window.name, window.rounds.caption}
        found: list[str] = []
        for name, screen in screens(window):
            screen.show()
            for _ in range(40):
                QTest.qWait(50)
                if not (short := cut_off(screen, elided)):
                    break
            found += [f"{name}: {what}" for what in short]
            if screen is not window:
                screen.close()
        assert "\n".join(found) == ""
        menus = window.menuBar()
        last = menus.actionGeometry(menus.actions()[-1])
        assert last.right() < window.search.mapTo(menus, window.search.rect().topLeft()).x()
