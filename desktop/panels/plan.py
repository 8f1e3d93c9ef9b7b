"""The Plan panel: every element of the plan, the form of the selected one, the camera and the light."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QScrollArea, QWidget

from desktop import strings
from desktop.panels.controls import column, label, rule
from desktop.panels.forms import CameraForm, ElementForm, LightForm
from desktop.state import AppState
from desktop.style import tokens
from desktop.style.look import Look
from engine.types import Element, Plan

ICONS = {"text": "quote", "background": "paper", "image": "image", "label": "paper"}


class PlanPanel(QWidget):
    element_chosen = Signal(str)
    plan_edited = Signal(object, str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._rows: tuple[tuple[str, str, str], ...] = ()
        self.empty = label(self.tr("Nothing planned yet. What you describe appears here, thing by thing."), "muted", wrap=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.list = QListWidget()
        self.list.setProperty("role", "bare")
        self.list.setAccessibleName(self.tr("Elements"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.form, self.camera, self.light = ElementForm(look), CameraForm(look), LightForm(look)
        self.hint = label(self.tr("Select an element here or on the canvas to change it."), "caption", wrap=True)
        self.scene = QWidget()
        self.scene.setLayout(
            column(
                rule(), tokens.TIGHT, label(self.tr("Camera"), "section"), self.camera, tokens.TIGHT,
                label(self.tr("Light"), "section"), self.light,
            )
        )  # fmt: skip
        self.rule = rule()
        inner = QWidget()
        content = column(
            self.empty, self.list, self.rule, tokens.TIGHT, self.hint, self.form, tokens.TIGHT, self.scene, 0,
            margin=tokens.MEDIUM,
        )  # fmt: skip
        inner.setLayout(content)
        scroll = QScrollArea()
        scroll.setWidget(inner)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLayout(column(scroll))
        self.list.currentItemChanged.connect(self._chosen)
        for form in (self.form, self.camera, self.light):
            form.edited.connect(self.plan_edited)
        look.changed.connect(self._redraw)

    def show_state(self, state: AppState, old: AppState | None = None) -> None:
        if old is not None and (state.plan, state.element) == (old.plan, old.element):
            return
        plan = state.plan
        self.empty.setVisible(plan is None)
        for widget in (self.list, self.rule, self.hint):
            widget.setVisible(plan is not None)
        self.scene.setVisible(plan is not None and plan.kind == "scene")
        self.form.setVisible(False)
        if plan is None:
            self._fill(())
            return
        self._fill(tuple((e.id, self._name(e), ICONS.get(e.kind, "element")) for e in plan.elements))
        selected = next((e for e in plan.elements if e.id == state.element), None)
        self._select(state.element)
        self.hint.setVisible(selected is None)
        if selected is not None:
            self.form.show_element(plan, selected)
            self.form.setVisible(True)
        self._show_scene(plan)

    def _show_scene(self, plan: Plan) -> None:
        self.camera.show_camera(plan)
        self.light.show_light(plan)

    def _name(self, element: Element) -> str:
        if element.kind == "text":
            return f"{strings.quoted(element.text)} · {strings.noun(element.label)}"
        name = strings.noun(element.label)
        return f"{element.count} × {name}" if element.count > 1 else name

    def _redraw(self) -> None:
        rows, chosen = self._rows, self.list.currentRow()
        self._fill(())
        self._fill(rows)
        self._select(rows[chosen][0] if 0 <= chosen < len(rows) else "")

    def _fill(self, rows: tuple[tuple[str, str, str], ...]) -> None:
        if rows == self._rows:
            return
        self._rows = rows
        self.list.blockSignals(True)
        self.list.clear()
        for name, text, icon in rows:
            item = QListWidgetItem(self._look.icon(icon, self._look.theme.muted), text)
            item.setData(Qt.ItemDataRole.UserRole, name)
            item.setToolTip(text)
            self.list.addItem(item)
        height = self.list.sizeHintForRow(0) if rows else 0
        self.list.setFixedHeight(min(8, len(rows)) * height + 6)
        self.list.blockSignals(False)

    def _select(self, element: str) -> None:
        self.list.blockSignals(True)
        index = next((n for n, (name, _, _) in enumerate(self._rows) if name == element), -1)
        self.list.setCurrentRow(index)
        self.list.blockSignals(False)

    def _chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.element_chosen.emit(item.data(Qt.ItemDataRole.UserRole))
