"""Screenshots of every screen: `python -m tests.desktop.shots FOLDER [en|de|ja] [theme-scale …] [screen …]`.

Both themes at 100 % and 200 % text unless some are named.

The picture shown is a poster of the studio's with a letter taken off; it is made once and kept in the folder.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any, cast

import numpy as np
from PySide6.QtWidgets import QWidget

from desktop.bench import wait
from desktop.dialogs.about import About
from desktop.dialogs.diagnostics import Diagnostics
from desktop.dialogs.export import ExportDialog
from desktop.dialogs.palette import Palette
from desktop.dialogs.preferences import PAGES, Preferences
from desktop.models.gate import Gate
from desktop.models.page import ModelsPage, open_page
from desktop.panels.forms import CameraForm
from desktop.settings import Settings
from desktop.shelf import Ended, Job, Listed, Working
from desktop.state import Chosen, Compared, Opened, Replaced, Shown, Started
from desktop.style.tokens import ThemeName
from desktop.window import Window
from engine import registry
from engine.loop import run
from engine.messages import Progress
from engine.models.catalogue import catalogue
from engine.models.download import Transfer
from engine.models.model import Family, Layout, Model, Role
from engine.project import Project
from engine.types import Brief, Budget, Raster, Trace
from tests.desktop.windows import real, spoken, until
from tests.fakes import Silent

PROMPT = 'Poster for a bakery, headline "FRESH BREAD DAILY" in dark brown on a cream background, subtitle "from 6:30 am", 2:3'
SCENE = 'Packaging mockup: a dark green tea tin labelled "SENCHA" in white on a wooden table, soft light, slightly from above'
PLANTAINS = 'A poster saying "OPEN LATE" in white on black, printed on zorbled moonpaper, front view and top-down view'


def scene(folder: Path) -> Trace:
    """The product, rendered and checked."""
    path = folder / "scene.plantain"
    if not path.exists():
        brief = Brief(prompt=SCENE, size="512")
        *_, made = run(brief, registry.parts(brief), Silent())
        _keep(path, made)
    return _kept(path)


def _keep(path: Path, trace: Trace) -> None:
    project = Project.create(path)
    project.save(trace, trace.brief)
    project.close()


def _kept(path: Path) -> Trace:
    project = Project.open(path)
    saved = project.load()
    project.close()
    assert saved.trace is not None
    return saved.trace


def poster(folder: Path) -> tuple[Trace, Trace]:
    """The damaged poster as it was checked first, and after the loop mended it."""
    path = folder / "poster.plantain"
    if not path.exists():
        brief = Brief(prompt=PROMPT, size="512", budget=Budget(max_rounds=1))
        parts = registry.parts(brief)
        first = list(run(brief, parts, Silent()))[-1].best_round().render
        pixels = first.pixels.array.copy()
        ink = first.masks[next(name for name in first.masks if name != "background")].array > 0
        rows, columns = np.nonzero(ink)
        top, left = int(rows.min()), int(columns.min())
        ground = pixels[2, 2]
        pixels[top : top + 74, left + 150 : left + 205] = ground
        damaged = first.replace(pixels=Raster(pixels))
        *_, mended = run(brief.replace(budget=Budget(max_rounds=3)), parts, Silent(), start=damaged)
        _keep(path, mended)
    saved = _kept(path)
    return saved.replace(rounds=saved.rounds[:1], best=0, outcome="budget spent"), saved


def screens(window: Window, folder: Path) -> Iterator[str]:
    """Bring each screen about and yield its name."""
    failed, mended = poster(folder)
    wait(150)
    yield "welcome"
    window.session.write(PROMPT)
    until(lambda: window.state.plan is not None)
    wait(400)
    yield "planned"
    window.show_right("plan")
    plan = window.state.plan
    assert plan is not None
    window.session.hear(Chosen(element=plan.texts()[0].id))
    yield "element"
    window.session.write(SCENE)
    until(lambda: not window.state.reading, 60)
    wait(200)
    yield "scene-plan"
    window.session.write(PLANTAINS)
    until(lambda: not window.state.reading, 60)
    wait(200)
    yield "misunderstood"
    window.show_right("checks")
    window.session.write(PROMPT)
    until(lambda: not window.state.reading, 60)
    wait(200)
    window.session.hear(Started(token=-1, fresh=True))
    preview = Raster(np.ascontiguousarray(failed.best_round().render.pixels.array[::6, ::6]))
    window.session.hear(Progress(token=-1, stage="render", done=0.42, preview=preview))
    yield "running"
    window.session.hear(Opened(brief=failed.brief, trace=failed, saved="changed"))
    wait(400)
    yield "failed"
    wrong = next(f.requirement for f in failed.best_round().findings if f.verdict == "failed")
    window.choose_requirement(wrong)
    wait(200)
    yield "evidence"
    plan = failed.best_plan()
    for kind in ("colour", "framing", "artifact", "size"):
        window.choose_requirement(next(r.id for r in plan.requirements if r.kind == kind))
        wait(200)
        yield f"evidence-{kind}"
    window.choose_requirement(wrong)
    window.select_region_of(wrong)
    wait(200)
    yield "region"
    window.stage.canvas.select_none()
    window.stage.canvas.fit()
    window.session.hear(Replaced(trace=mended))
    window.session.state = window.session.state.replace(review=len(mended.rounds) > 1)
    window.session.hear(Shown(round=None))
    window.session.hear(Chosen())
    wait(200)
    yield "mended"
    window.session.hear(Compared(round=0, mode="wipe"))
    wait(200)
    yield "compare"
    window.session.hear(Compared(round=None))
    window.session.tell(
        "The disk is full, so “a.plantain” could not be saved. Free some space and save again; what was saved before is safe.",
        problem=True,
    )
    yield "problem"
    window.notice.dismissed.emit()
    window.toggle_panels()
    wait(100)
    yield "alone"
    window.toggle_panels()
    made = scene(folder)
    window.session.hear(Opened(brief=made.brief, trace=made, saved="changed"))
    window.show_right("plan")
    wait(1500)
    yield "scene"
    window.choose_requirement(next(r.id for r in made.best_plan().requirements if r.kind == "colour"))
    wait(200)
    yield "evidence-outline"


def dialogs(window: Window) -> Iterator[tuple[str, QWidget]]:
    for page in PAGES:
        yield f"preferences-{page}", Preferences(window, page)
    yield "export", ExportDialog(window)
    yield "about", About(window)
    yield "diagnostics", Diagnostics(window)
    palette = Palette(window)
    palette.open_over()
    yield "palette", palette
    form = CameraForm(window.look)
    if window.state.plan is not None:
        form.show_camera(window.state.plan)
    yield "camera", form


def models(window: Window) -> Iterator[tuple[str, QWidget]]:
    """The Models page while there is nothing, with models, an entry of the catalogue, a download, and the licence gate."""
    nothing = Listed(models=(), entries={}, shares=(), acceptances=())
    window.session.hear(nothing)
    yield "models-empty", open_page(window)
    window.session.hear(nothing.replace(models=MODELS, entries={"z-image-turbo": MODELS[0].id}))
    yield "models", open_page(window, MODELS[0].id)
    yield "models-lora", open_page(window, MODELS[3].id)
    yield "models-free", open_page(window, "flux2-klein-4b")
    yield "models-restricted", open_page(window, "flux1-dev")
    fetched = Transfer(file="transformer/x", done=6_412_000_000, total=20_600_000_000, rate=41_300_000)
    job = Job(id="download flux2-klein-4b", kind="download", name="FLUX.2 klein 4B", done=0.31, transfer=fetched)
    window.session.hear(Working(job=job))
    window.session.hear(Working(job=Job(id="download sdxl", kind="download", name="Stable Diffusion XL 1.0")))
    window.session.hear(Working(job=Job(id="verify z", kind="verify", name="z-image-turbo", done=0.62)))
    yield "models-download", open_page(window, "flux2-klein-4b")
    yield "window-download", window
    for name in ("download flux2-klein-4b", "download sdxl", "verify z"):
        window.session.hear(Ended(job_id=name))
    for name in ("flux1-dev", "z-image-turbo"):
        entry = catalogue()[name]
        yield f"gate-{name}", Gate(window, window.look, entry.terms, entry.name)


def _model(name: str, role: Role, family: Family, precision: str, size: float, **more: Any) -> Model:
    layout: Layout = "folder" if role == "pipeline" else "file"
    return Model(
        id=f"{name}-a1b2c3", name=name, path=f"/home/mia/models/{name}", role=role, family=family, layout=layout,
        precision=precision, parameters=round(size * 5e8), bytes=round(size * 1e9), **more,
    )  # fmt: skip


MODELS = (
    _model("z-image-turbo", "pipeline", "z-image", "bf16", 20.6, licence="apache-2.0", sha256="5e1f" * 16),
    _model("sd3.5_large", "checkpoint", "sd3", "fp16", 16.5),
    _model("juggernautXL_v9", "checkpoint", "sdxl", "fp16", 7.1, shared=True),
    _model("watercolour_v2", "lora", "sdxl", "fp16", 0.34),
    _model("RealESRGAN_x4plus", "upscaler", "unknown", "fp32", 0.067, licence="bsd-3-clause"),
)


def _told(dialog: Diagnostics) -> bool:
    return "fonts" in dialog.facts.toPlainText()


def shoot(folder: Path, language: str, theme: ThemeName, scale: float, wanted: Callable[[str], bool]) -> None:
    name = f"{theme}-{scale:.0%}".rstrip("%") + ("" if language == "en" else f"-{language}")
    chosen = Settings(theme=theme, text_scale=scale)
    with tempfile.TemporaryDirectory() as own, spoken(language), real(Path(own), chosen) as window:
        for screen in screens(window, folder):
            wait(60)
            if wanted(screen):
                window.grab().save(str(folder / f"{screen}-{name}.png"))
        for screen, dialog in chain(dialogs(window), models(window)):
            dialog.show()
            wait(60)
            if isinstance(dialog, Diagnostics) and wanted(screen):
                until(partial(_told, dialog), 60)
            if wanted(screen):
                dialog.grab().save(str(folder / f"{screen}-{name}.png"))
            if dialog is not window and not isinstance(dialog, ModelsPage):
                dialog.close()


def main() -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["PLANTAIN_MODELS"] = tempfile.mkdtemp(prefix="plantain-shots-")
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    looks = [("dark", 1.0), ("light", 1.0), ("dark", 2.0), ("light", 2.0)]
    chosen = [argument for argument in sys.argv[2:] if "-" in argument and argument.split("-")[0] in {"dark", "light"}]
    language = next((argument for argument in sys.argv[2:] if argument in {"en", "de", "ja"}), "en")
    names = [argument for argument in sys.argv[2:] if argument not in {*chosen, language}]
    for theme, scale in looks:
        if not chosen or f"{theme}-{scale * 100:.0f}" in chosen:
            shoot(folder, language, cast(ThemeName, theme), scale, lambda screen: not names or screen in names)


if __name__ == "__main__":
    main()
