"""The Brief panel: the prompt and how it was understood, the canvas, quality, seed, renderer, model, brand and references."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QLineEdit, QScrollArea, QWidget

from desktop import strings
from desktop.chips import Chip, chips, highlights
from desktop.panels.aspect import AspectPicker
from desktop.panels.controls import Flow, IconButton, Segments, button, column, label, row
from desktop.panels.forms import CameraForm, ElementForm, Form, LightForm, Popover
from desktop.panels.materials import Materials
from desktop.panels.options import Options
from desktop.panels.prompt import Prompt
from desktop.said import said
from desktop.state import AppState
from desktop.style import tokens
from desktop.style.look import Look
from engine.canvas import SIZES
from engine.types import Brief, Plan

ICONS = {"text": "quote", "thing": "element", "camera": "camera", "light": "light", "style": "brush", "excluded": "minus"}


class BriefPanel(QWidget):
    """Signals carry what the user wants: another prompt, another brief, another plan, and the buttons' verbs."""

    prompt_written = Signal(str)
    brief_edited = Signal(object, str)
    plan_edited = Signal(object, str)
    plan_reset = Signal()
    seed_rolled = Signal()
    seed_locked = Signal(bool)
    model_chosen = Signal(str)
    models_asked = Signal()
    render_asked = Signal()
    cancel_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._brief = Brief()
        self._plan: Plan | None = None
        self._running, self._aside = False, False
        self._shown_chips: tuple[Chip, ...] = ()
        self.setProperty("ground", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.prompt = Prompt(look)
        self.problem = label("", "problem", wrap=True)
        self.problem.hide()
        self._chips = QWidget()
        self._chips.setLayout(Flow())
        self._chips.setAccessibleName(self.tr("What was understood"))
        self.reset = button(self.tr("Read the prompt anew"), "link", tip=self.tr("Drop the changes made to the plan by hand"))
        self.aspect = AspectPicker(look, self.tr("Aspect"))
        self.pixels = label("", "caption")
        self.sizes = Segments([(name, name) for name in SIZES], self.tr("Size"))
        qualities = [("fast", self.tr("Fast")), ("balanced", self.tr("Balanced")), ("pro", self.tr("Pro"))]
        self.quality = Segments(qualities, self.tr("Quality"))
        self.seed = QLineEdit()
        self.seed.setValidator(QIntValidator(0, 2**31 - 1, self))
        self.seed.setAccessibleName(self.tr("Seed"))
        self.lock = IconButton(look, "unlock", self.tr("Keep the seed for every render"), checkable=True)
        self.dice = IconButton(look, "dice", self.tr("Roll another seed"))
        self.renderer = QComboBox()
        self.renderer.setAccessibleName(self.tr("Renderer"))
        self.renderer.addItem(self.tr("Best for the plan"), "auto")
        self.renderer.addItem(self.tr("Studio"), "studio")
        if find_spec("diffusers") is not None:
            self.renderer.addItem(self.tr("Diffusion"), "diffusion")
            self.renderer.addItem("ONNX", "onnx")
        self.stand_ins = QCheckBox(self.tr("Allow stand-ins"))
        self.stand_ins.setToolTip(self.tr("What cannot be drawn here becomes a labelled block: a preview of the layout"))
        self.model = QComboBox()
        self.model.setAccessibleName(self.tr("Model"))
        self.model.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.models = button(self.tr("Models…"), "link", tip=self.tr("Models on this computer, and where to get some"))
        self.options = Options(look)
        self.materials = Materials(look)
        self.go = button(self.tr("Render"), "primary", tip=self.tr("Make the picture (Ctrl+Enter)"))
        self.go.setMinimumHeight(36)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        content = column(
            self.prompt, self.problem, self._chips, self.reset, tokens.SMALL,
            row(label(self.tr("Canvas"), "section"), 0, self.pixels), self.aspect, self.sizes, tokens.SMALL,
            label(self.tr("Quality"), "section"), self.quality, tokens.SMALL,
            label(self.tr("Seed"), "section"), row(self.seed, self.lock, self.dice, gap=tokens.TIGHT), tokens.SMALL,
            label(self.tr("Renderer"), "section"), self.renderer, self.stand_ins, tokens.SMALL,
            row(label(self.tr("Model"), "section"), 0, self.models), self.model, self.options,
            tokens.SMALL,
            self.materials, 0, gap=6,
        )  # fmt: skip
        content.setContentsMargins(tokens.MEDIUM, tokens.MEDIUM, tokens.TIGHT, tokens.SMALL)
        inner = QWidget()
        inner.setLayout(content)
        scroll = QScrollArea()
        scroll.setWidget(inner)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        foot = QWidget()
        foot.setLayout(column(self.go, margin=tokens.MEDIUM))
        self.setLayout(column(scroll, foot, gap=0))

    def _connect(self) -> None:
        self.prompt.written.connect(self.prompt_written)
        self.reset.clicked.connect(self.plan_reset)
        self.aspect.chosen.connect(lambda aspect: self._edit(self.tr("Change the aspect"), aspect=aspect))
        self.sizes.chosen.connect(lambda size: self._edit(self.tr("Change the size"), size=size))
        self.quality.chosen.connect(lambda quality: self._edit(self.tr("Change the quality"), quality=quality))
        self.seed.editingFinished.connect(lambda: self._edit(self.tr("Change the seed"), seed=int(self.seed.text() or 0)))
        self.lock.toggled.connect(self.seed_locked)
        self.dice.clicked.connect(self.seed_rolled)
        self._look.changed.connect(self._redraw)
        self.renderer.activated.connect(
            lambda: self._edit(self.tr("Change the renderer"), renderer=self.renderer.currentData())
        )
        self.stand_ins.toggled.connect(lambda on: self._edit(self.tr("Change the stand-ins"), stand_ins=on))
        self.model.activated.connect(lambda: self.model_chosen.emit(self.model.currentData()))
        self.models.clicked.connect(self.models_asked)
        self.materials.references_changed.connect(
            lambda paths: self._edit(self.tr("Change the references"), references=tuple(str(path) for path in paths))
        )
        self.materials.brand_changed.connect(lambda brand: self._edit(self.tr("Change the brand kit"), brand=brand))
        self.go.clicked.connect(lambda: self.cancel_asked.emit() if self._running else self.render_asked.emit())

    def show_state(self, state: AppState, old: AppState | None = None) -> None:
        """Show the brief, its plan and what a click on the button would do."""
        if old is None or state.brief is not old.brief:
            self._show_brief(state.brief)
        if old is None or (state.brief, state.plan, state.problem, state.reading) != (
            old.brief,
            old.plan,
            old.problem,
            old.reading,
        ):
            self._show_plan(state)
        if old is None or (state.shelf.models, state.brief.model) != (old.shelf.models, old.brief.model):
            self._show_models(state)
        if old is None or state.brief is not old.brief or state.shelf.models is not old.shelf.models:
            self.options.show_options(state.brief, state.shelf)
        self.lock.setChecked(state.seed_locked)
        self.lock.show_icon("lock" if state.seed_locked else "unlock")
        self._show_button(state)

    def _show_brief(self, brief: Brief) -> None:
        self._brief = brief
        self.prompt.show_text(brief.prompt)
        self.quality.show_choice(brief.quality)
        if not self.seed.hasFocus() or int(self.seed.text() or 0) != brief.seed:
            self.seed.setText(str(brief.seed))
        self.renderer.setCurrentIndex(max(0, self.renderer.findData(brief.renderer)))
        self.materials.show_materials(tuple(Path(name) for name in brief.references), brief.brand)
        self.stand_ins.setChecked(brief.stand_ins)
        self.reset.setVisible(brief.plan is not None)

    def _show_models(self, state: AppState) -> None:
        """The models that make pictures; one that the brief names and that is not here is shown by its name."""
        self.model.clear()
        self.model.addItem(self.tr("Best for the plan"), "")
        for model in state.shelf.models:
            if model.makes_pictures:
                self.model.addItem(model.name, model.id)
        wanted = state.brief.model
        if wanted and self.model.findData(wanted) < 0:
            self.model.addItem(self.tr("{0} (not here)").format(wanted) if state.shelf.listed else wanted, wanted)
        self.model.setCurrentIndex(max(0, self.model.findData(wanted)))
        self.model.setVisible(self.model.count() > 1)

    def _show_plan(self, state: AppState) -> None:
        plan, prompt = state.plan, state.brief.prompt
        asked = bool(prompt.strip())
        self.problem.setText(said(state.problem))
        self.problem.setVisible(bool(state.problem) and asked)
        self.aspect.show_choice(state.brief.aspect or (plan.canvas.aspect if plan else "1:1"))
        self.sizes.show_choice(state.brief.size or (plan.canvas.size if plan else "1k"))
        self.pixels.setText(f"{plan.canvas.width} × {plan.canvas.height} px" if plan else "")
        understood = plan is not None and asked and not state.problem and not state.reading
        self.prompt.show_marks(highlights(plan, prompt) if plan is not None and understood else ())
        self._show_chips(chips(plan, prompt) if plan and asked else (), plan)

    def _show_chips(self, made: tuple[Chip, ...], plan: Plan | None) -> None:
        self._chips.setVisible(bool(made))
        self._plan = plan
        if made == self._shown_chips:
            return
        self._shown_chips = made
        layout = self._chips.layout()
        while layout is not None and (item := layout.takeAt(0)) is not None:
            if widget := item.widget():
                widget.deleteLater()
        for chip in made:
            widget = button("", "chip", tip=said(chip.message) or self._tip(chip))
            widget.setProperty("kind", "unused" if chip.kind in {"unused", "note"} else chip.kind)
            text = strings.light(chip.text) if chip.kind == "light" else said(chip.text) if chip.kind == "note" else chip.text
            widget.setText(self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, max(210, self._chips.width() - 60)))
            widget.setIconSize(self._look.icon_size() * 0.8)
            widget.setAccessibleName(f"{text}. {widget.toolTip()}")
            if chip.kind == "colour" and chip.colour:
                widget.setIcon(self._look.swatch(chip.colour))
            elif chip.kind in ICONS:
                widget.setIcon(self._look.icon(ICONS[chip.kind], self._look.theme.muted))
            widget.clicked.connect(lambda _=False, chip=chip, widget=widget: self._correct(chip, widget))
            if layout is not None:
                layout.addWidget(widget)

    def _redraw(self) -> None:
        made, self._shown_chips = self._shown_chips, ()
        self._show_chips(made, self._plan)

    def _tip(self, chip: Chip) -> str:
        if chip.kind in {"style", "excluded"}:
            return self.tr("Understood from the prompt")
        return self.tr("Click to correct")

    def _correct(self, chip: Chip, widget: QWidget) -> None:
        """Open the form that edits what the chip stands for; where there is none, show its words."""
        plan = self._plan
        if plan is None:
            return
        form: Form
        if chip.kind == "camera":
            form = CameraForm(self._look)
            form.show_camera(plan)
        elif chip.kind == "light":
            form = LightForm(self._look)
            form.show_light(plan)
        elif chip.element:
            form = ElementForm(self._look)
            form.show_element(plan, plan.element(chip.element))
        else:
            self.prompt.select(chip.span)
            return
        form.edited.connect(self.plan_edited)
        Popover(form, self).open_under(widget)

    def step_aside(self, aside: bool) -> None:
        """Leave the part of the one primary action to another button."""
        self._aside = aside
        self._show_role()

    def _show_button(self, state: AppState) -> None:
        self._running = state.run is not None
        from_disk = state.trace is not None and state.trace.from_disk
        if state.run is not None:
            text = self.tr("Stopping…") if state.run.cancelling else self.tr("Cancel")
        else:
            text = self.tr("Check and fix") if from_disk else self.tr("Render")
        self.go.setText(text)
        self.go.setEnabled(self._running or bool(state.brief.prompt.strip()) or state.brief.plan is not None)
        self._show_role()

    def _show_role(self) -> None:
        role = "" if self._running or self._aside else "primary"
        if self.go.property("role") != role:
            self.go.setProperty("role", role)
            self.go.style().polish(self.go)

    def _edit(self, name: str, **changes: object) -> None:
        brief = self._brief.replace(**changes)
        if brief != self._brief:
            self.brief_edited.emit(brief, name)
