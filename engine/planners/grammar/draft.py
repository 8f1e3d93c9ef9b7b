"""The steps from a prompt to its plan."""

from collections.abc import Mapping, Sequence

from engine.canvas import ASPECTS, SIZES
from engine.errors import BadInput
from engine.layout import flat_boxes
from engine.planners.grammar.apart import part, told_apart
from engine.planners.grammar.arrange import arrange
from engine.planners.grammar.camera import camera
from engine.planners.grammar.claims import Claims, claims
from engine.planners.grammar.colours import Palette
from engine.planners.grammar.elements import Drawn, draw
from engine.planners.grammar.inks import coloured
from engine.planners.grammar.items import Item, Reader
from engine.planners.grammar.language import is_foreign
from engine.planners.grammar.meaning import Reading
from engine.planners.grammar.palette import kit
from engine.planners.grammar.prompt import tokens
from engine.planners.grammar.reading import Sense
from engine.planners.grammar.requirements import requirements
from engine.planners.grammar.roles import is_flat, name_shapes
from engine.planners.grammar.settle import kind_of, settle
from engine.planners.grammar.spelling import respelt
from engine.planners.grammar.spoken import with_spoken
from engine.planners.grammar.unused import unused
from engine.staging import boxes as staged_boxes
from engine.types import Box, Brief, Camera, Canvas, Light, Note, Plan, PlanKind, Span
from engine.vocabulary import GROUNDS, PRINTS

MOST_NOTES = 300
_FACING = frozenset({"sign", "card", "phone", "billboard", "frame", "lettering", "laptop"})


def drafted(brief: Brief, prompt: str) -> Plan:
    """The plan for a brief whose prompt is in normal form."""
    words, notes = with_spoken(prompt, tokens(prompt))
    foreign = is_foreign(words)
    words, slips = ([*words], []) if foreign else respelt(words)
    notes += slips
    said = claims(prompt, words)
    reader = Reader(words, said, Palette(brief.brand.colors if brief.brand else {}))
    items = reader.items()
    if foreign:
        items = [item for item in items if item.kind == "text"] or items
        notes.append(_foreign(prompt))
    apart = told_apart(items, prompt)
    items = apart.items
    name_shapes(items)
    flat = is_flat(items, _staged(said, items))
    reading = Sense(items, flat).read()
    part(reading, apart)
    reading.styles = sorted(said.styles + reading.styles, key=lambda style: style[1])
    settle(reading, items, prompt, brief, flat)
    kind = kind_of(reading, flat)
    canvas = canvas_of(brief, said, reading, notes)
    drawn = draw(reading, kind)
    asked = coloured(drawn, reading, kind, brief.seed, kit(brief.brand))
    lens, angle_asked, view_notes = camera(said.views, usual_camera(kind, drawn))
    excluded, no_text = _excluded(reader, reading, notes)
    notes += [*view_notes, *reader.notes, *reading.notes, *drawn.notes, *(_unclosed(items))]
    spans = _spans(said, reader, reading, notes)
    plan = Plan(
        canvas=canvas,
        kind=kind,
        camera=lens,
        light=_light(said, notes),
        elements=tuple(drawn.elements),
        relations=tuple(drawn.relations),
        style=tuple(dict.fromkeys(text for text, _ in reading.styles)),
        excluded=excluded,
        notes=_bounded(notes if foreign else [*notes, *unused(prompt, words, said.taken, spans)]),
    )
    view = next((view.span for view in said.views), None) if angle_asked else None
    return demanding(plan, brief, drawn, reading, asked, view, no_text)


def demanding(
    plan: Plan, brief: Brief, drawn: Drawn, reading: Reading, asked: Mapping[str, Span], view: Span | None, no_text: Span
) -> Plan:
    """The plan with its elements in their places, and what it demands; the spans as `requirements` takes them."""
    boxes = _boxes(plan, brief.seed)
    drawn.elements = [element.replace(box=boxes.get(element.id, element.box)) for element in drawn.elements]
    claims = requirements(plan, view, drawn, reading, asked, no_text, brief.brand, brief.references)
    return plan.replace(elements=tuple(drawn.elements), requirements=claims)


def _foreign(prompt: str) -> Note:
    message = "The prompt is not in English: of its words only quoted texts and formats are understood."
    return Note(kind="unused", message=message, span=(0, len(prompt)))


def _staged(said: Claims, items: Sequence[Item]) -> bool:
    """Whether camera words or a mockup speak of a room."""
    views = any(view.settings.keys() & {"azimuth", "elevation", "roll"} for view in said.views)
    mockup = any("mockup" in text or "mock up" in text or "product" in text for text, _ in said.styles)
    return views or mockup or any(item.kind == "medium" and item.name == "mockup" for item in items)


def canvas_of(brief: Brief, said: Claims, reading: Reading, notes: list[Note]) -> Canvas:
    """Raises BadInput for a format that is not offered."""
    for name, value, allowed in (("aspect", brief.aspect, ASPECTS), ("size", brief.size, tuple(SIZES))):
        if value is not None and value not in allowed:
            raise BadInput(f"The {name} {value!r} is not offered.", f"Use one of {', '.join(allowed)}.")
    aspect = _first("aspect", brief.aspect, said.aspects + reading.aspects, notes)
    size = _first("size", brief.size, said.sizes, notes)
    return Canvas.of(aspect or "1:1", size or "1k")


def _first(name: str, given: str | None, said: Sequence[tuple[str, Span]], notes: list[Note]) -> str | None:
    """What was given by option, else what the prompt says first; a note for each that differs."""
    taken = given or (said[0][0] if said else None)
    for value, span in said:
        if value != taken:
            message = f"The {name} cannot be both {taken} and {value}: the first is taken."
            if given:
                message = f"The {name} is {given}, as given beside the prompt, and not {value}."
            notes.append(Note(kind="contradiction", message=message, span=span))
    return taken


def _light(said: Claims, notes: list[Note]) -> Light:
    """The first light named; "studio" where none is."""
    chosen = _first("light", None, said.lights, notes) or "studio"
    lights: dict[str, Light] = {
        "studio": "studio", "soft": "soft", "hard": "hard", "side": "side", "back": "back", "golden hour": "golden hour",
        "night": "night", "neon": "neon", "daylight": "daylight",
    }  # fmt: skip
    return lights[chosen]


def usual_camera(kind: PlanKind, drawn: Drawn) -> Camera:
    """The camera where none is asked for: a slight three-quarter view, frontal for several things or a printed face."""
    if kind == "flat":
        return Camera()
    things = [element for element in drawn.elements if element.kind not in GROUNDS | PRINTS]
    several = sum(element.count for element in things) > 1
    facing = any(element.kind in _FACING for element in things)
    return Camera(azimuth=0.0 if several or facing else 25.0, elevation=4.0 if facing and not several else 12.0, focal_mm=60.0)


def _excluded(reader: Reader, reading: Reading, notes: list[Note]) -> tuple[tuple[str, ...], Span]:
    """The names of what must not be seen, and where the prompt says that nothing is to be written."""
    names = list(dict.fromkeys(name for name, _ in reader.excluded))
    span = next((span for name, span in reader.excluded if name == "text"), (0, 0))
    if reading.writings and "text" in names:
        names.remove("text")
        message = f"“no text” and “{reading.writings[0].text}” cannot both hold: the quoted text is written, and nothing else."
        notes.append(Note(kind="contradiction", message=message, span=span))
    return tuple(names), span


def _unclosed(items: Sequence[Item]) -> list[Note]:
    return [
        Note(
            kind="assumption",
            message="A quotation mark is never closed: the text is taken to the end of its line.",
            span=item.span,
        )
        for item in items
        if item.quote and not item.quote.closed
    ]


def _spans(said: Claims, reader: Reader, reading: Reading, notes: Sequence[Note]) -> list[Span]:
    """Every passage of the prompt that the plan accounts for."""
    named = [
        span
        for group in (said.lights, said.aspects, said.sizes, reading.styles, reading.aspects, reader.excluded)
        for _, span in group
    ]
    things = [thing.span for thing in (*reading.things, *reading.sources)]
    texts = [writing.span for writing in reading.writings]
    actions = [span for *_, span in reading.actions]
    return [*named, *things, *texts, *actions, *reading.understood, *(note.span for note in notes)]


def _bounded(notes: Sequence[Note]) -> tuple[Note, ...]:
    """The notes in the order of the prompt; what is beyond the first few hundred is told in one."""
    ordered = sorted(notes, key=lambda note: note.span)
    rest = ordered[MOST_NOTES:]
    if not rest:
        return tuple(ordered)
    message = f"{len(rest):,} more notes concern the prompt from position {rest[0].span[0] + 1} on."
    return (*ordered[:MOST_NOTES], Note(kind="unused", message=message, span=(rest[0].span[0], rest[-1].span[1])))


def _boxes(plan: Plan, seed: int) -> dict[str, Box]:
    """Where the elements stand, by id."""
    if plan.kind == "flat":
        return flat_boxes(plan.canvas, plan.elements, seed)
    return staged_boxes(plan) if plan.kind == "scene" else arrange(plan.elements, plan.relations)
