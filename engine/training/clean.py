"""Pictures without flaws: studio renders of made-up prompts, and the free photographs that scikit-image carries."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from importlib.resources import files
from multiprocessing import get_context
from pathlib import Path

import numpy as np

from engine import pictures
from engine.api import Quiet
from engine.critics.draft import halved
from engine.planners.grammar import Grammar
from engine.renderers.studio import Studio
from engine.types import Array, Brief, Plan

PHOTOGRAPHS = ("camera", "chelsea", "coffee", "gravel", "grass", "hubble_deep_field", "ihc", "retina")
"""Trained on. By the notes of scikit-image all are CC0, but hubble_deep_field, which NASA gave to the public domain, and
ihc (immunohistochemistry), of which no restrictions are known."""
UNSEEN_PHOTOGRAPHS = ("astronaut", "brick", "coins", "rocket", "text")
"""Measured on: CC0 (brick), in the public domain (astronaut, rocket, text), no known restrictions (coins). cell is
none: it is a hologram's phase and has, by its notes, bands."""

THINGS = (
    "box", "cereal box", "cube", "glass bottle", "wine bottle", "jar of honey", "jam jar", "soda can", "paint tin", "mug",
    "paper cup", "hardcover book", "business card", "wooden sign", "smartphone", "laptop", "milk carton", "coffee pouch",
    "tube of toothpaste", "paper bag", "billboard", "picture frame", "sphere", "cylinder", "cone", "pyramid", "torus",
)  # fmt: skip
COLOURS = ("red", "blue", "green", "yellow", "orange", "pink", "purple", "white", "black", "grey", "teal", "beige", "navy")
FINISHES = (
    "",
    "",
    "matte",
    "glossy",
    "metal",
    "gold",
    "chrome",
    "wooden",
    "marble",
    "ceramic",
    "fabric",
    "concrete",
    "leather",
)
PLACES = (
    "on a wooden table", "on a marble table", "on a white podium", "on a grey floor", "on a tiled floor", "on a shelf",
    "before a brick wall", "before a concrete wall", "on a pink background", "on a light grey background", "on a black table",
)  # fmt: skip
LIGHTS = (
    "soft studio light", "hard light", "side light", "back light", "golden hour", "at night", "neon light", "daylight",
)  # fmt: skip
VIEWS = ("front view", "three-quarter view", "from above", "low angle", "top-down view", "eye level", "isometric view")
HARD = range(1000, 1120)
"""Scenes that no two drawings show quite alike: glass, metal, things out of focus."""
LARGE = frozenset({*range(20), *range(250, 310), *HARD})
"""Scenes that are drawn at 512 pixels; all others are smaller, which is quicker."""
COUNTS = ("A", "A", "A", "Two", "Three", "Five")
VESSELS = (
    "glass jar{} of honey", "jam jar{}", "bottle{} of olive oil", "wine bottle{}", "glass cup{} of tea", "glass mug{} of beer",
    "perfume bottle{}", "glass bottle{}", "candle jar{}", "glass sphere{}",
)  # fmt: skip
SHINING = ("chrome", "gold", "silver", "copper", "glossy")
ASPECTS = ("1:1", "4:3", "3:4", "16:9", "2:3")
SHEETS = ("poster", "label", "business card", "web banner", "social media post", "menu", "invitation", "book cover")
STYLES = ("minimalist", "bold", "elegant", "playful", "vintage", "modern")
WORDS = (
    "FRESH BREAD",
    "Night Tide",
    "SALE −40%",
    "Wild Honey",
    "Open Late",
    "Grand Tour",
    "No. 27",
    "Café Zoë",
    "NORDA",
    "2027",
)
LINES = ("from 6:30 am", "live at the Old Harbour", "until Sunday", "500 ml", "14 March 2027", "Königstraße 12", "since 1894")


def _chooser(rng: np.random.Generator) -> Callable[[tuple[str, ...]], str]:
    return lambda words: str(rng.choice(words))


def staged(number: int) -> Brief:
    """The brief of the numbered staged scene."""
    if number in HARD:
        return _hard(number)
    rng = np.random.default_rng(number)
    one = _chooser(rng)
    count, thing, colour, finish = one(COUNTS), one(THINGS), one(COLOURS), one(FINISHES)
    noun = f"{thing}s" if count != "A" and not thing.endswith(("x", "ch")) and " of " not in thing else thing
    noun = f"{thing}es" if count != "A" and thing.endswith(("x", "ch")) else noun
    first = f"{count} {finish} {colour} {noun}".replace("  ", " ")
    words = f' that says "{one(WORDS)}"' if rng.random() < 0.4 else ""
    other = f" and a {one(COLOURS)} {one(THINGS)}" if rng.random() < 0.5 else ""
    prompt = f"{first}{words}{other} {one(PLACES)}, {one(VIEWS)}, {one(LIGHTS)}"
    aspect = one(ASPECTS)
    return Brief(prompt=prompt, aspect=aspect, size="512", quality="balanced" if number % 3 == 0 else "fast")


def _hard(number: int) -> Brief:
    rng = np.random.default_rng(number)
    one = _chooser(rng)
    count = one(COUNTS[2:5])
    thing = one(VESSELS) if rng.random() < 0.7 else f"{one(SHINING)} {one(('mug', 'can', 'cylinder', 'ball'))}{{}}"
    other = f" and a {one(SHINING)} {one(('mug', 'can', 'ball', 'torus'))}" if rng.random() < 0.5 else ""
    focus = ", shallow depth of field" if rng.random() < 0.4 else ""
    prompt = f"{count} {thing.format('' if count == 'A' else 's')}{other} {one(PLACES)}, {one(VIEWS)}, {one(LIGHTS)}{focus}"
    aspect = one(ASPECTS)
    return Brief(prompt=prompt, aspect=aspect, size="512", quality="balanced" if number % 2 else "fast")


def flat(number: int) -> Brief:
    """The brief of the numbered piece of flat artwork."""
    rng = np.random.default_rng(10_000 + number)
    one = _chooser(rng)
    prompt = f'A {one(STYLES)} {one(SHEETS)} that says "{one(WORDS)}" in {one(COLOURS)} on a {one(COLOURS)} background'
    prompt += f', with a smaller line "{one(LINES)}"' if rng.random() < 0.7 else ""
    return Brief(prompt=prompt, aspect=one((*ASPECTS, "21:9")), size="1k" if number % 3 else "512")


def rendered(brief: Brief, file: Path, factor: float = 1.0) -> Array | None:
    """The picture of the brief, its canvas smaller by `factor`, kept in `file`, and the draft of a staged one beside it; None
    where the studio cannot draw it all."""
    if not file.exists():
        plan = _planned(brief, factor)
        if plan is None:
            return None
        studio = Studio()
        render = studio.render(plan, brief, brief.seed, Quiet())
        if plan.kind != "flat":
            pictures.write(_beside(file), studio.draft(plan, render, halved(render.pixels.shape), Quiet()).pixels.array)
        pictures.write(file, render.pixels.array)
    return pictures.read(file).pixels


def _beside(file: Path) -> Path:
    return file.with_suffix(".draft.png")


def _planned(brief: Brief, factor: float) -> Plan | None:
    plan = Grammar().plan(brief)
    if Studio().missing(plan):
        return None
    width, height = (round(length * factor) for length in (plan.canvas.width, plan.canvas.height))
    return plan.replace(canvas=plan.canvas.replace(width=width, height=height))


def draw(folder: Path, scenes: Sequence[int], sheets: Sequence[int], processes: int) -> None:
    """Draws what `renders` and `drafts` read, in so many processes; what is there already stays."""
    folder.mkdir(parents=True, exist_ok=True)
    with ProcessPoolExecutor(processes, get_context("spawn")) as pool:
        drawn = [pool.submit(rendered, *one) for one in _wanted(folder, scenes, sheets)]
        for done in drawn:
            done.result()


def renders(folder: Path, scenes: Sequence[int], sheets: Sequence[int]) -> Iterator[tuple[str, Array]]:
    """Named clean renders, uint8 (h, w, 3): the numbered `scenes` and the numbered flat `sheets`; drawn once and kept in
    `folder`."""
    for brief, file, factor in _wanted(folder, scenes, sheets):
        picture = rendered(brief, file, factor)
        if picture is not None:
            yield file.stem, picture


def drafts(folder: Path, scenes: Sequence[int]) -> dict[str, Array]:
    """The drafts of the numbered scenes among the `renders`, by their names."""
    files = [folder / f"{name}.png" for name, _ in renders(folder, scenes, ())]
    return {file.stem: pictures.read(_beside(file)).pixels for file in files}


def _wanted(folder: Path, scenes: Sequence[int], sheets: Sequence[int]) -> Iterator[tuple[Brief, Path, float]]:
    for number in scenes:
        yield staged(number), folder / f"scene-{number:03}.png", 1.0 if number in LARGE else 0.6
    for number in sheets:
        yield flat(number), folder / f"flat-{number:03}.png", 1.0


def photographs(names: tuple[str, ...]) -> dict[str, Array]:
    """The photographs of these names as Plantain reads them, in sRGB, uint8 (h, w, 3)."""
    folder = Path(str(files("skimage.data")))
    return {name: pictures.read(next(folder.glob(f"{name}.[jp]*"))).pixels for name in names}
