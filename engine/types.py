"""The values that travel through the house (DESIGN §1): frozen, and stored as versioned JSON.

Boxes are (x0, y0, x1, y1) in 0..1 from the top left. Angles are degrees: azimuth 0 is the front and grows as the camera
moves to the viewer's right; elevation 0 is level and 90 straight down; roll 0 keeps the horizon upright. Spans are
(start, end) offsets into the brief's prompt.
"""

from __future__ import annotations

import hashlib
import math
from collections import Counter
from functools import cached_property
from typing import Any, Final, Literal, Self

import msgspec
import numpy as np
import numpy.typing as npt

from engine.canvas import pixels

SCHEMA = 1

Box = tuple[float, float, float, float]
Span = tuple[int, int]
Array = npt.NDArray[Any]
Expected = str | int | float | tuple[str | float, ...] | None
Quality = Literal["fast", "balanced", "pro"]
Verdict = Literal["passed", "failed", "unchecked"]
Outcome = Literal["passed", "budget spent", "nothing left to try", "cancelled", "unfinished"]
PlanKind = Literal["flat", "scene", "picture"]
RelationName = Literal["left of", "right of", "above", "below", "on", "in front of", "behind", "inside", "next to"]
RequirementKind = Literal[
    "size", "text", "colour", "presence", "count", "position", "view", "framing", "artifact",
    "adherence", "style", "identity", "brand", "safety",
]  # fmt: skip
FixKind = Literal["rerender", "typeset", "recolour", "restage", "reseed"]
Signal = Literal["depth", "edges", "pose"]
Light = Literal["studio", "soft", "hard", "side", "back", "golden hour", "night", "neon", "daylight"]


def check_box(box: Box) -> None:
    """Raises ValueError unless the box has an area and lies inside the canvas."""
    x0, y0, x1, y1 = box
    _finite(*box)
    if not (0 <= x0 < x1 <= 1 and 0 <= y0 < y1 <= 1):
        raise ValueError("box must be x0, y0, x1, y1 with 0 <= x0 < x1 <= 1 and 0 <= y0 < y1 <= 1")


def _finite(*values: float) -> None:
    if not all(math.isfinite(value) for value in values):
        raise ValueError("numbers must be finite")


class Value(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A frozen value; unknown fields are refused when one is read from JSON."""

    def replace(self, **changes: Any) -> Self:
        return msgspec.structs.replace(self, **changes)


class Raster:
    """An array known by its content: uint8 sRGB (h, w, 3), uint8 mask (h, w), float32 depth (h, w) or normals (h, w, 3).

    In JSON it is its shape and SHA-256; one read back from JSON has no pixels.
    """

    def __init__(self, array: Array | None, shape: tuple[int, ...] = (), sha256: str = "") -> None:
        if array is not None:
            array = np.ascontiguousarray(array)
            array.flags.writeable = False
        self._array = array
        self.shape: tuple[int, ...] = tuple(array.shape) if array is not None else shape
        self._sha256 = sha256

    @property
    def array(self) -> Array:
        if self._array is None:
            raise ValueError("these pixels are not stored with the JSON")
        return self._array

    @property
    def stored(self) -> bool:
        return self._array is not None

    @cached_property
    def sha256(self) -> str:
        return self._sha256 or hashlib.sha256(self.array.data).hexdigest()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Raster) and self.shape == other.shape and self.sha256 == other.sha256

    def __hash__(self) -> int:
        return hash(self.sha256)

    def __repr__(self) -> str:
        return f"Raster{self.shape}"


class Canvas(Value, frozen=True):
    """The picture's size; width and height in pixels follow from aspect and size unless given."""

    width: int
    height: int
    aspect: str
    size: str

    @classmethod
    def of(cls, aspect: str, size: str) -> Canvas:
        width, height = pixels(aspect, size)
        return cls(width=width, height=height, aspect=aspect, size=size)

    def __post_init__(self) -> None:
        if not (16 <= self.width <= 16384 and 16 <= self.height <= 16384):
            raise ValueError("width and height must be 16 to 16384 pixels")


class Camera(Value, frozen=True):
    """Where the picture is taken from. `zoom` above 1 comes closer; `f_number` gives depth of field, None keeps all sharp."""

    azimuth: float = 0.0
    elevation: float = 0.0
    roll: float = 0.0
    focal_mm: float = 50.0
    zoom: float = 1.0
    f_number: float | None = None

    def __post_init__(self) -> None:
        _finite(self.azimuth, self.elevation, self.roll, self.focal_mm, self.zoom, self.f_number or 1.0)
        if not (8 <= self.focal_mm <= 800 and 0.05 <= self.zoom <= 20 and -90 <= self.elevation <= 90):
            raise ValueError("focal_mm must be 8 to 800, zoom 0.05 to 20, elevation -90 to 90")


class Element(Value, frozen=True):
    """One thing in the picture.

    `kind` says what to draw: "text", "background", "image", "logo", or a shape of the studio's vocabulary ("box", "bottle", …);
    "thing" is something the studio has no shape for. `label` is the prompt's own word for it, in the singular; for text
    it is the role: "headline", "subtitle", "body" or "small print". `contents` is what a vessel holds. `scale` is relative to
    the usual size. `placed`: the box was set by hand, so the staging of a scene follows it instead of setting it.
    """

    id: str
    label: str
    kind: str
    count: int = 1
    colors: tuple[str, ...] = ()
    material: str = ""
    contents: str = ""
    text: str = ""
    box: Box = (0.0, 0.0, 1.0, 1.0)
    scale: float = 1.0
    placed: bool = False
    span: Span = (0, 0)

    def __post_init__(self) -> None:
        check_box(self.box)
        _finite(self.scale)
        if not 0 <= self.count <= 255:
            raise ValueError("count must be 0 to 255")
        if not 0.01 <= self.scale <= 100:
            raise ValueError("scale must be 0.01 to 100")


class Relation(Value, frozen=True):
    """`subject` stands in `relation` to `object`; both are element ids. Text lies "on" the element that carries it."""

    subject: str
    relation: RelationName
    object: str


FONTS: Final = (".ttf", ".otf", ".ttc", ".otc", ".woff", ".woff2")


class Requirement(Value, frozen=True):
    """One checkable claim of the plan. `element` is an id, or "" for the whole picture.

    `expected` by kind: size (w, h); text the exact string, or "" with element "" for "nothing else is written"; colour a
    name or "#rrggbb"; presence the label; count a number; position (relation, other id); view (azimuth, elevation, roll);
    framing the planned box; artifact None; brand the file of the logo, of a text's font, or with element "" the colours
    of the palette; the others a description.
    """

    id: str
    kind: RequirementKind
    element: str = ""
    expected: Expected = None
    threshold: float = 0.0
    hard: bool = True
    span: Span = (0, 0)

    def __post_init__(self) -> None:
        _finite(self.threshold)

    @property
    def elements(self) -> tuple[str, ...]:
        """The ids of the elements that it is about: of a position both, of the whole picture none."""
        other = str(self.expected[-1]) if self.kind == "position" and isinstance(self.expected, tuple) else ""
        return tuple(name for name in (self.element, other) if name)

    @property
    def of_brand(self) -> Literal["palette", "font", "logo"]:
        """What of a brand is asked for: colours, or what its file holds."""
        if isinstance(self.expected, tuple):
            return "palette"
        return "font" if str(self.expected).lower().endswith(FONTS) else "logo"


class Note(Value, frozen=True):
    """What the planner wants known about words of the prompt: not understood, contradictory, substituted, assumed."""

    kind: Literal["unused", "contradiction", "substitution", "assumption"]
    message: str
    span: Span = (0, 0)


class Plan(Value, frozen=True):
    """What the picture must contain, and how that will be checked."""

    canvas: Canvas
    kind: PlanKind
    elements: tuple[Element, ...]
    camera: Camera = Camera()
    light: Light = "studio"
    relations: tuple[Relation, ...] = ()
    style: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    requirements: tuple[Requirement, ...] = ()
    notes: tuple[Note, ...] = ()
    schema: Literal[1] = 1

    def __post_init__(self) -> None:
        ids = [element.id for element in self.elements]
        for name, values in (("elements", ids), ("requirements", [r.id for r in self.requirements])):
            twice = [value for value, times in Counter(values).items() if times > 1]
            if twice:
                raise ValueError(f"{name}: the id {min(twice)!r} is used twice")
        known = set(ids)
        for relation in self.relations:
            for end in (relation.subject, relation.object):
                if end not in known:
                    raise ValueError(f"relations: there is no element {end!r}")
        for requirement in self.requirements:
            if requirement.element and requirement.element not in known:
                raise ValueError(f"requirements: {requirement.id!r} names no element of the plan")

    def element(self, element_id: str) -> Element:
        """Raises KeyError where there is none."""
        for element in self.elements:
            if element.id == element_id:
                return element
        raise KeyError(element_id)

    def host(self, element_id: str) -> Element | None:
        """The element that this text, label or object lies on."""
        for relation in self.relations:
            if relation.subject == element_id and relation.relation == "on":
                return self.element(relation.object)
        return None

    def texts(self) -> tuple[Element, ...]:
        return tuple(element for element in self.elements if element.kind == "text")

    @property
    def brand(self) -> Brand:
        """The brand kit, as far as the requirements ask for it."""
        asked = {one.of_brand: one.expected for one in self.requirements if one.kind == "brand"}
        colours = asked.get("palette", ())
        worn = {str(colour): str(colour) for colour in colours} if isinstance(colours, tuple) else {}
        return Brand(colors=worn, font=str(asked.get("font", "")), logo=str(asked.get("logo", "")))

    def with_element(self, element: Element) -> Plan:
        """The plan with the element of the same id exchanged."""
        return self.replace(elements=tuple(element if old.id == element.id else old for old in self.elements))


class Brand(Value, frozen=True):
    """A brand kit: its colours by name, its font file, its logo file."""

    name: str = ""
    colors: dict[str, str] = {}
    font: str = ""
    logo: str = ""


class Budget(Value, frozen=True):
    max_rounds: int = 8
    max_seconds: float = 600.0

    def __post_init__(self) -> None:
        _finite(self.max_seconds)
        if not (1 <= self.max_rounds <= 1000 and self.max_seconds > 0):
            raise ValueError("max_rounds must be 1 to 1000 and max_seconds above 0")


class Sampling(Value, frozen=True):
    """How a diffusion model works, where the user says so; None and "" leave it to the model.

    `guidance` is the scale of classifier-free guidance. `loras`, `controlnet` and `vae` are words for models of the
    library, a LoRA with its weight; `signal` is what the ControlNet follows.
    """

    steps: int | None = None
    guidance: float | None = None
    scheduler: str = ""
    negative: str = ""
    loras: tuple[tuple[str, float], ...] = ()
    controlnet: str = ""
    signal: Signal = "depth"
    vae: str = ""

    def __post_init__(self) -> None:
        _finite(self.guidance or 0.0, *(weight for _, weight in self.loras))
        if not 1 <= (self.steps or 1) <= 1000:
            raise ValueError("steps must be 1 to 1000")
        if not 0 <= (self.guidance or 0.0) <= 100:
            raise ValueError("guidance must be 0 to 100")


class Brief(Value, frozen=True):
    """What the user wants. `aspect` and `size` None: as the prompt says, else 1:1 at 1k. `plan` replaces the planner's."""

    prompt: str = ""
    aspect: str | None = None
    size: str | None = None
    quality: Quality = "balanced"
    seed: int = 0
    renderer: str = "auto"
    model: str = ""
    sampling: Sampling = Sampling()
    references: tuple[str, ...] = ()
    brand: Brand | None = None
    regions: tuple[Box, ...] = ()
    budget: Budget = Budget()
    stand_ins: bool = False
    plan: Plan | None = None
    schema: Literal[1] = 1

    def __post_init__(self) -> None:
        for region in self.regions:
            check_box(region)
        if not 0 <= self.seed < 2**63:
            raise ValueError("seed must be 0 to 2^63 - 1")


class Render(Value, frozen=True):
    """Pixels and how they were made. `masks` map an element id to a mask: 0 elsewhere, k on the k-th instance.

    A text element's mask covers the area the text was set in, not its strokes. Pictures from disk have no masks; their
    `file` (1, n; uint8) is the bytes of the file that was opened, so that what nobody changes is handed on as it was in it.
    `retouched`: a fixer has changed pixels, so that they are no longer the renderer's alone.
    """

    renderer: str
    pixels: Raster
    model: str = ""
    seed: int = 0
    parameters: dict[str, str | int | float] = {}
    masks: dict[str, Raster] = {}
    depth: Raster | None = None
    normals: Raster | None = None
    file: Raster | None = None
    retouched: bool = False

    @property
    def from_disk(self) -> bool:
        """Whether the picture was opened, not drawn: nothing can draw it anew."""
        return self.renderer == "file"

    @property
    def painted(self) -> bool:
        """Whether a model painted the picture or it was opened; else the studio drew it from its plan."""
        return bool(self.model) or self.from_disk

    @property
    def height(self) -> int:
        return self.pixels.shape[0]

    @property
    def width(self) -> int:
        return self.pixels.shape[1]


class Region(Value, frozen=True):
    """The part of a render to draw anew: `box`, or of it what the `mask` (h, w; 0..255, as large as the render) covers.

    `strength` is how far the new may be from what is there: 0 leaves it, 1 starts from nothing. `words` say what should be
    there, for a renderer that reads words; "" is what the plan says.
    """

    box: Box
    mask: Raster | None = None
    strength: float = 1.0
    words: str = ""

    def __post_init__(self) -> None:
        check_box(self.box)
        if not 0 <= self.strength <= 1:
            raise ValueError("strength must be 0 to 1")


class Finding(Value, frozen=True):
    """One requirement measured by one critic on one render.

    `score` is 1 where the requirement holds with room to spare and falls towards 0 as it is missed: it orders pictures,
    `verdict` judges them. `critic` is "" where no critic was there to look. `box` is where it shows; `whole` is all that must
    be done anew to mend it, where that is more: the text whose letter is wrong.
    """

    requirement: str
    critic: str
    verdict: Verdict
    measured: Expected = None
    threshold: float = 0.0
    score: float = 0.0
    box: Box | None = None
    whole: Box | None = None
    message: str = ""
    confidence: float = 1.0


class Fix(Value, frozen=True):
    """The requirements it answers and the edit that should cure them.

    `plan` is the edited plan of a restage; `box` the region of a rerender, typeset or recolour, and `mask` (h, w) its
    exact shape where the user drew one; `strength` and `words` as in Region; `element` whose pixels; `fixer` the id of the
    fixer that carries it out.
    """

    kind: FixKind
    answers: tuple[str, ...]
    message: str
    fixer: str = ""
    element: str = ""
    box: Box | None = None
    mask: Raster | None = None
    strength: float = 1.0
    words: str = ""
    plan: Plan | None = None
    seed: int | None = None


class Round(Value, frozen=True):
    """A render, its findings, and the fix that made it (None for the first). `kept`: it became the best.

    `carried` are the requirements whose findings are those of the round that was fixed: the fix cannot have touched them, and
    nobody has looked again.
    """

    render: Render
    findings: tuple[Finding, ...]
    fix: Fix | None = None
    kept: bool = True
    carried: tuple[str, ...] = ()


class Trace(Value, frozen=True):
    """The saved document: history, reproduction, audit and bug reports read this one.

    `plan` is the plan as it was first made; `best` indexes `rounds`; `best_plan` follows the restages that were kept.
    """

    brief: Brief
    plan: Plan
    rounds: tuple[Round, ...]
    best: int
    outcome: Outcome
    timings: dict[str, float] = {}
    versions: dict[str, str] = {}
    schema: Literal[1] = 1

    @property
    def from_disk(self) -> bool:
        """Whether it began with a picture from disk."""
        return self.rounds[0].render.from_disk

    def best_round(self) -> Round:
        return self.rounds[self.best]

    def best_plan(self) -> Plan:
        """The plan that the best picture shows: the first one, edited by the restages kept up to there."""
        plan = self.plan
        for done in self.rounds[: self.best + 1]:
            if done.kept and done.fix is not None and done.fix.plan is not None:
                plan = done.fix.plan
        return plan

    def passed(self) -> bool:
        """Whether every hard requirement was checked on the best picture and holds in it."""
        best = self.best_round()
        verdicts = {one.requirement: one.verdict for one in best.findings if one.requirement not in best.carried}
        return all(verdicts.get(r.id) == "passed" for r in self.best_plan().requirements if r.hard)
