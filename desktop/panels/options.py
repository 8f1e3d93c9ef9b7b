"""How a diffusion model works: a section of the Brief panel that is there while such a model draws, closed at first."""

from __future__ import annotations

from itertools import chain, pairwise

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QFormLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from desktop.panels.controls import Segments, button, column, field_label, label, padded, row
from desktop.shelf import Shelf
from desktop.style import tokens
from desktop.style.look import Look
from engine.errors import BadInput
from engine.models import Model, fits
from engine.types import Brief, Sampling

WORDS = {"euler": "Euler", "heun": "Heun", "karras": "Karras", "beta": "beta", "unipc": "UniPC", "a": "a"}
"""The words in schedulers' names that are not written in capitals."""


class Options(QWidget):
    """`edited` carries the changed Sampling, what to call the change, and what its changes in a row are undone as one by."""

    edited = Signal(object, str, str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._sampling = Sampling()
        self._read: tuple[Model | None, tuple[Model, ...]] = None, ()
        self._parts: tuple[Model, ...] = ()
        likes = self.tr("As the model likes")
        self.head = button(self.tr("Model options"), "fold", tip=self.tr("What is left alone here is as the model likes"))
        self.head.setCheckable(True)
        self.changed = label(self.tr("changed"), "caption")
        self.negative = QLineEdit()
        self.negative.setPlaceholderText(self.tr("What the picture must not have"))
        self.negative.setToolTip(self.tr("Said to models that take a negative prompt; others leave it unheard"))
        self.steps = Figure(0, 1000, 1, 0, likes)
        self.steps.setToolTip(
            self.tr("More steps take longer and settle finer detail")
            + "\n"
            + self.tr("A Turbo or Lightning model in one file may not say so: it takes about 6, at guidance 1")
        )
        self.guidance = Figure(-0.5, 100, 0.5, 2, likes)
        self.guidance.setToolTip(self.tr("How closely the model holds to the prompt; too much burns the colours"))
        self.scheduler = QComboBox()
        self.scheduler.setToolTip(self.tr("How the model goes from noise to the picture"))
        self.controlnet = QComboBox()
        self.controlnet.setToolTip(self.tr("Holds the picture to the plan's layout"))
        self.signal = Segments(
            [("depth", self.tr("Depth")), ("edges", self.tr("Edges")), ("pose", self.tr("Pose"))], self.tr("What it follows")
        )
        self.loras: dict[str, tuple[QCheckBox, Figure]] = {}
        self._loras = QVBoxLayout()
        self._loras.setSpacing(tokens.TIGHT)
        self._lora_head = label("LoRA", "muted")
        self.hint = label("", "caption", wrap=True)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        heading = label(self.tr("Negative prompt"), "muted")
        heading.setBuddy(self.negative)
        self.negative.setAccessibleName(heading.text())
        self._form = QFormLayout()
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setSpacing(tokens.TIGHT)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for name, field in (
            (self.tr("Steps"), self.steps), (self.tr("Guidance"), self.guidance), (self.tr("Scheduler"), self.scheduler),
            ("ControlNet", self.controlnet),
        ):  # fmt: skip
            field.setAccessibleName(name)
            field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            self._form.addRow(field_label(name, field), field)
        for box in (self.scheduler, self.controlnet):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(8)
        self._form.addRow(self.signal)
        self.fields = QWidget()
        self.fields.setLayout(
            column(heading, self.negative, self._form, self._lora_head, self._loras, self.hint, gap=tokens.TIGHT)
        )
        self.fields.hide()
        self.setLayout(column(row(self.head, 0, self.changed), self.fields, gap=tokens.TIGHT))

    def _connect(self) -> None:
        self.head.toggled.connect(self._fold)
        self._look.changed.connect(self._fold)
        self.negative.textEdited.connect(lambda text: self._edit("negative", negative=text))
        self.steps.valueChanged.connect(lambda: self._edit("steps", steps=round(self.steps.value()) or None))
        self.guidance.valueChanged.connect(
            lambda value: self._edit("guidance", guidance=None if value == self.guidance.minimum() else max(0.0, value))
        )
        self.scheduler.activated.connect(lambda: self._edit("", scheduler=self.scheduler.currentData()))
        self.controlnet.activated.connect(lambda: self._edit("", controlnet=self.controlnet.currentData()))
        self.signal.chosen.connect(lambda signal: self._edit("", signal=signal))
        self._fold()

    def show_options(self, brief: Brief, shelf: Shelf) -> None:
        """Show what the brief says of the model that draws, and what of the library goes with that model."""
        base = _base(brief, shelf)
        if (base, shelf.models) != self._read:
            self._read = base, shelf.models
            self._parts = tuple(one for one in shelf.models if base is not None and _goes_with(one, base))
        self._sampling = brief.sampling
        self.setVisible(_diffuses(brief, base))
        sampling = brief.sampling
        self.changed.setVisible(sampling != Sampling())
        if self.negative.text() != sampling.negative:
            self.negative.setText(sampling.negative)
        self.steps.show_value(sampling.steps)
        self.guidance.show_value(sampling.guidance)
        wanted = " ".join(sampling.scheduler.lower().replace("_", " ").split())
        self._show_choice(self.scheduler, self.tr("As the model likes"), _schedulers(base), wanted)
        nets = {one.id: one.name for one in self._parts if one.role == "controlnet"}
        self._show_choice(self.controlnet, self.tr("None"), nets, self._known(sampling.controlnet))
        self.signal.show_choice(sampling.signal)
        self._form.setRowVisible(self.signal, bool(sampling.controlnet) and self._form.isRowVisible(self.controlnet))
        self._show_loras({self._known(word): weight for word, weight in sampling.loras})
        self.hint.setText(
            self.tr("LoRAs and ControlNets of the library that fit the model are offered here.")
            if base is not None
            else self.tr("Choose a model to be offered the schedulers, LoRAs and ControlNets that fit it.")
        )
        self.hint.setVisible(base is None or not (nets or self.loras))

    def _show_choice(self, box: QComboBox, none: str, choices: dict[str, str], wanted: str) -> None:
        """The choices there are, and what the brief names even where it is none of them; a row with no choice is hidden."""
        box.clear()
        box.addItem(none, "")
        for value, text in choices.items():
            box.addItem(text, value)
        if wanted and wanted not in choices:
            box.addItem(self._misfit(wanted), wanted)
        box.setCurrentIndex(box.findData(wanted))
        self._form.setRowVisible(box, box.count() > 1)

    def _show_loras(self, weights: dict[str, float]) -> None:
        names = {one.id: one.name for one in self._parts if one.role == "lora"}
        names |= {word: self._misfit(word) for word in weights if word not in names}
        if [(word, made.toolTip()) for word, (made, _) in self.loras.items()] != list(names.items()):
            while item := self._loras.takeAt(0):
                if widget := item.widget():
                    widget.deleteLater()
            self.loras = {word: self._lora(name) for word, name in names.items()}
            order = [self.signal.button("pose"), *chain.from_iterable(self.loras.values())]
            for before, after in pairwise(order):
                QWidget.setTabOrder(before, after)
        for word, (chosen, weight) in self.loras.items():
            chosen.setChecked(word in weights)
            weight.setEnabled(word in weights)
            weight.show_value(weights.get(word, 1.0))
        self._lora_head.setVisible(bool(self.loras))

    def _lora(self, name: str) -> tuple[QCheckBox, Figure]:
        weight = Figure(-10, 10, 0.1, 2)
        weight.setFixedWidth(self._look.px(72))
        weight.setAccessibleName(self.tr("Weight of {0}").format(name))
        weight.setToolTip(self.tr("How much of the LoRA is added: 1 is all of it"))
        chosen = QCheckBox(self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, self._look.px(180)))
        chosen.setAccessibleName(name)
        chosen.setToolTip(name)
        chosen.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        chosen.clicked.connect(lambda: self._edit("", loras=self._chosen()))
        weight.valueChanged.connect(lambda: self._edit(f"LoRA {name}", loras=self._chosen()))
        line = QWidget()
        line.setLayout(row(chosen, weight))
        self._loras.addWidget(line)
        return chosen, weight

    def _chosen(self) -> tuple[tuple[str, float], ...]:
        return tuple((word, weight.value()) for word, (chosen, weight) in self.loras.items() if chosen.isChecked())

    def _known(self, word: str) -> str:
        """The id of the part that the word names, else the word."""
        found = _called(self._parts, word)
        return word if found is None else found.id

    def _misfit(self, word: str) -> str:
        return self.tr("{0} (does not fit)").format(word)

    def _fold(self) -> None:
        self.fields.setVisible(self.head.isChecked())
        self.head.setIconSize(self._look.icon_size())
        self.head.setIcon(self._look.icon("chevron-down" if self.head.isChecked() else "chevron-right", self._look.theme.muted))

    def _edit(self, merge: str, **changes: object) -> None:
        sampling = self._sampling.replace(**changes)
        if sampling != self._sampling:
            self.edited.emit(sampling, self.tr("Change the model options"), merge)


class Figure(QDoubleSpinBox):
    """A number, or at its minimum the words for none; `valueChanged` is the user's. The wheel scrolls the panel instead."""

    def __init__(self, low: float, high: float, step: float, decimals: int, none: str = "") -> None:
        super().__init__()
        self.setDecimals(decimals)
        self.setRange(low, high)
        self.setSingleStep(step)
        self.setSpecialValueText(none)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        padded(self)

    def show_value(self, value: float | None) -> None:
        value = self.minimum() if value is None else value
        if self.value() != value:
            with QSignalBlocker(self):
                self.setValue(value)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        QTimer.singleShot(0, self, self.selectAll)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


def _base(brief: Brief, shelf: Shelf) -> Model | None:
    """The model that will draw, as far as it is known: the one chosen, else the only one there is."""
    if brief.model:
        return _called(shelf.models, brief.model)
    there = [one for one in shelf.models if one.makes_pictures]
    return there[0] if len(there) == 1 else None


def _called(models: tuple[Model, ...], word: str) -> Model | None:
    return next((one for one in models if word.lower() in (one.id, one.name.lower())), None)


def _diffuses(brief: Brief, base: Model | None) -> bool:
    if brief.renderer in ("diffusion", "onnx"):
        return True
    return brief.renderer == "auto" and bool(brief.model) and (base is None or base.makes_pictures)


def _goes_with(part: Model, base: Model) -> bool:
    try:
        return part.role in ("lora", "controlnet") and not fits(part, base)
    except BadInput:
        return False  # its file cannot be read, which the Models page tells


def _schedulers(base: Model | None) -> dict[str, str]:
    """What the family of the model takes, by the names that the engine knows, as people write them."""
    from engine.renderers.diffusion.families import FAMILIES
    from engine.renderers.diffusion.schedulers import NAMES

    traits = FAMILIES.get(base.family) if base is not None else None
    names = NAMES[traits.solver] if traits is not None else ()
    return {name: " ".join(WORDS.get(word, word.upper()) for word in name.split()) for name in names}
