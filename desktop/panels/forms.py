"""Forms that edit a plan: one element, the camera, the light. Used in the Plan panel and in the chips' popovers."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QFrame,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from desktop import editing, strings
from desktop.panels.controls import Swatch, button, column, field_label, padded, row
from desktop.panels.orbit import Orbit
from desktop.style import tokens
from desktop.style.look import Look
from engine.colour import names
from engine.types import Camera, Element, Light, Plan
from engine.vocabulary import MATERIALS

LIGHTS: tuple[Light, ...] = ("studio", "soft", "hard", "side", "back", "golden hour", "night", "neon", "daylight")
PRESETS = ((0, 0), (35, 12), (90, 0), (0, 90), (45, 35))


class Form(QWidget):
    """`edited` carries the changed plan and what to call the change."""

    edited = Signal(object, str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._plan: Plan | None = None


class ColourField(QWidget):
    """A colour by name or value, with its swatch; `changed` carries it once it is one."""

    changed = Signal(str)

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self.field = QLineEdit()
        self.field.setAccessibleName(name)
        self.field.setPlaceholderText(self.tr("dark brown or #1E5AA8"))
        self._swatch = Swatch(look, 18)
        self.setLayout(row(self._swatch, self.field))
        self.field.textChanged.connect(self._show)
        self.field.editingFinished.connect(self._commit)
        self._known = ""

    def show_colour(self, colour: str) -> None:
        self._known = colour
        if not self.field.hasFocus():
            self.field.setText(colour)

    def _show(self, text: str) -> None:
        value = names.parse(text)
        self._swatch.show_colour(names.hex_of(value) if value else "")

    def _commit(self) -> None:
        text = self.field.text().strip()
        if text != self._known and names.parse(text):
            self._known = text
            self.changed.emit(text)
        elif not names.parse(text):
            self.field.setText(self._known)


class ElementForm(Form):
    """Label, words, colour, count, size and material of one element."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._element: Element | None = None
        self.label = QLineEdit()
        self.text = QLineEdit()
        self.colour = ColourField(look, self.tr("Colour"))
        self.count = QSpinBox()
        self.count.setRange(1, 255)
        self.scale = QDoubleSpinBox()
        padded(self.count)
        padded(self.scale)
        self.scale.setRange(5, 2000)
        self.scale.setDecimals(0)
        self.scale.setSuffix(" %")
        self.material = QComboBox()
        self.material.addItem(self.tr("as it comes"), "")
        for material in sorted(set(MATERIALS.values())):
            self.material.addItem(strings.material(material), material)
        self._fields = QFormLayout()
        self._fields.setContentsMargins(0, 0, 0, 0)
        self._fields.setSpacing(tokens.SMALL)
        self._fields.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._fields.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for name, field in (
            (self.tr("Label"), self.label), (self.tr("Text"), self.text), (self.tr("Colour"), self.colour),
            (self.tr("Count"), self.count), (self.tr("Size"), self.scale), (self.tr("Material"), self.material),
        ):  # fmt: skip
            self._fields.addRow(field_label(name, field), field)
        self.setLayout(self._fields)
        self.label.editingFinished.connect(lambda: self._change(label=self.label.text().strip()))
        self.text.editingFinished.connect(lambda: self._change(text=self.text.text()))
        self.colour.changed.connect(self._recolour)
        self.count.editingFinished.connect(lambda: self._change(count=self.count.value()))
        self.scale.editingFinished.connect(lambda: self._change(scale=self.scale.value() / 100))
        self.material.activated.connect(lambda: self._change(material=self.material.currentData()))

    def show_element(self, plan: Plan, element: Element) -> None:
        same = self._element is not None and self._element.id == element.id
        self._plan, self._element = plan, element
        is_text, is_ground = element.kind == "text", element.kind == "background"
        for field, visible in (
            (self.label, not is_text and not is_ground), (self.text, is_text), (self.colour, element.kind != "image"),
            (self.count, not is_text and not is_ground), (self.scale, not is_ground),
            (self.material, plan.kind == "scene" and not is_text),
        ):  # fmt: skip
            self._fields.setRowVisible(field, visible)
        for line, value in ((self.label, element.label), (self.text, element.text)):
            if not (same and line.hasFocus()) and line.text() != value:
                line.setText(value)
        self.colour.show_colour(element.colors[0] if element.colors else "")
        self.count.setValue(element.count)
        self.scale.setValue(element.scale * 100)
        self.material.setCurrentIndex(max(0, self.material.findData(element.material)))

    def _recolour(self, colour: str) -> None:
        if self._element is not None:
            self._change(colors=(colour, *self._element.colors[1:]))

    def _change(self, **changes: object) -> None:
        if self._plan is None or self._element is None:
            return
        element = self._element.replace(**changes)
        if element == self._element or (element.kind == "text" and not element.text) or not element.label:
            return
        plan = editing.with_element(self._plan, element)
        if element.scale != self._element.scale or element.count != self._element.count:
            plan = editing.restaged(plan)
        self._element, self._plan = element, plan
        self.edited.emit(plan, self.tr("Edit the {0}").format(strings.noun(element.label)))


class CameraForm(Form):
    """The camera: an orbit, its angles in figures, and the views that have a name."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.orbit = Orbit(look)
        self.orbit.turned.connect(lambda azimuth, elevation: self._change(azimuth=azimuth, elevation=elevation))
        self.angles: dict[str, QSpinBox] = {}
        form = QFormLayout()
        form.setSpacing(tokens.SMALL)
        for name, text, low, high, suffix in (
            ("azimuth", self.tr("Around"), -180, 180, "°"), ("elevation", self.tr("Above"), -90, 90, "°"),
            ("roll", self.tr("Roll"), -180, 180, "°"), ("focal_mm", self.tr("Lens"), 8, 800, " mm"),
        ):  # fmt: skip
            spin = QSpinBox()
            spin.setRange(low, high)
            spin.setSuffix(suffix)
            spin.setAccessibleName(text)
            padded(spin)
            spin.editingFinished.connect(lambda name=name, spin=spin: self._change(**{name: float(spin.value())}))
            form.addRow(field_label(text, spin), spin)
            self.angles[name] = spin
        views = (self.tr("Front"), self.tr("Three-quarter"), self.tr("Side"), self.tr("Top"), self.tr("Isometric"))
        buttons = []
        for text, (azimuth, elevation) in zip(views, PRESETS, strict=True):
            made = button(text, "quiet")
            made.clicked.connect(
                lambda _=False, a=azimuth, e=elevation: self._change(azimuth=float(a), elevation=float(e), roll=0.0)
            )
            buttons.append(made)
        top = row(self.orbit, form, gap=tokens.MEDIUM)
        top.setStretch(0, 1)
        self.setLayout(column(top, row(*buttons[:3], 0, gap=2), row(*buttons[3:], 0, gap=2)))

    def show_camera(self, plan: Plan) -> None:
        self._plan = plan
        camera = plan.camera
        self.orbit.show_view(camera.azimuth, camera.elevation, camera.roll)
        for name, spin in self.angles.items():
            spin.setValue(round(getattr(camera, name)))

    def _change(self, **changes: float) -> None:
        if self._plan is None:
            return
        old = self._plan.camera
        unchanged = all(round(getattr(old, name)) == round(value) for name, value in changes.items())
        camera: Camera = old.replace(**changes)
        if not unchanged:
            plan = editing.with_camera(self._plan, camera)
            self.show_camera(plan)
            self.edited.emit(plan, self.tr("Move the camera"))


class LightForm(Form):
    """The light, by name."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.choice = QComboBox()
        self.choice.setAccessibleName(self.tr("Light"))
        for name in LIGHTS:
            self.choice.addItem(strings.light(name), name)
        self.choice.activated.connect(self._change)
        self.setLayout(column(self.choice))

    def show_light(self, plan: Plan) -> None:
        self._plan = plan
        self.choice.setCurrentIndex(LIGHTS.index(plan.light))

    def _change(self) -> None:
        if self._plan is not None and self.choice.currentData() != self._plan.light:
            self._plan = self._plan.replace(light=self.choice.currentData())
            self.edited.emit(self._plan, self.tr("Change the light"))


class Popover(QFrame):
    """A form in a frame beside what it edits; a click elsewhere or Escape closes it."""

    def __init__(self, form: QWidget, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "popover")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(tokens.MEDIUM,) * 4)
        layout.addWidget(form)
        self.setMinimumWidth(260)

    def open_under(self, widget: QWidget) -> None:
        self.adjustSize()
        corner = widget.mapToGlobal(QPoint(0, widget.height() + 4))
        room = widget.screen().availableGeometry()
        self.move(min(corner.x(), room.right() - self.width()), min(corner.y(), room.bottom() - self.height()))
        self.show()
        self.setFocus()
        self.focusNextChild()
