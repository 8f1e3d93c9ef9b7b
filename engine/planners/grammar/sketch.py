"""A plan that somebody else has read from the prompt: put on the same ground as the grammar's own, and no looser.

A sketch says what there is and how it stands, in the plan's own field names. Shapes, places, inks and requirements come
from the same steps as those of a prompt that the grammar has read. What is written is not a sketch's to change.
"""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from engine.colour.names import parse
from engine.errors import BadInput
from engine.planners.grammar.claims import Claims
from engine.planners.grammar.colours import Colour
from engine.planners.grammar.draft import canvas_of, demanding, usual_camera
from engine.planners.grammar.elements import draw
from engine.planners.grammar.inks import coloured
from engine.planners.grammar.meaning import Reading, Writing
from engine.planners.grammar.palette import kit
from engine.planners.grammar.scan import Phrase
from engine.planners.grammar.settle import kind_of, settle
from engine.types import Brief, Light, Note, Plan, RelationName, Span, Value
from engine.vocabulary import MATERIALS, SHAPES

Word = Annotated[str, Meta(min_length=1, max_length=80)]
Degrees = Annotated[float, Meta(ge=-180, le=180)]


class Thing(Value, frozen=True):
    """`details` are what else is asked of it: "asleep", "with a straw hat"."""

    id: Word
    label: Word
    count: Annotated[int, Meta(ge=1, le=255)] = 1
    colors: tuple[Word, ...] = ()
    material: str = ""
    contents: str = ""
    details: tuple[Word, ...] = ()


class Words(Value, frozen=True):
    """`text` stands in the prompt, letter for letter; `on` is the id of the thing that carries it."""

    text: Annotated[str, Meta(min_length=1, max_length=400)]
    on: str = ""
    role: Literal["", "headline", "subtitle", "body", "small print"] = ""
    colors: tuple[Word, ...] = ()


class Link(Value, frozen=True):
    subject: Word
    relation: RelationName
    object: Word


class Sketch(Value, frozen=True):
    """`kind` is "flat" for a design such as a poster or a label, "scene" for things in a room or landscape."""

    kind: Literal["flat", "scene"]
    elements: Annotated[tuple[Thing, ...], Meta(max_length=60)] = ()
    texts: Annotated[tuple[Words, ...], Meta(max_length=60)] = ()
    relations: Annotated[tuple[Link, ...], Meta(max_length=120)] = ()
    background: tuple[Word, ...] = ()
    style: tuple[Word, ...] = ()
    light: Light = "studio"
    azimuth: Degrees | None = None
    elevation: Annotated[float, Meta(ge=-90, le=90)] | None = None


def planned(sketch: Sketch, brief: Brief, prompt: str, grammar: Plan | None) -> Plan:
    """The plan of a sketch. What the `grammar` understood of canvas, camera and texts stands; None where it planned nothing.

    Raises BadInput for a sketch that invents or drops a text, names what it does not have, or holds nothing to draw.
    """
    if grammar is not None and sorted(one.text for one in sketch.texts) != sorted(e.text for e in grammar.elements if e.text):
        raise BadInput("Its texts are not those of the prompt.")
    reading = _reading(sketch, prompt)
    settle(reading, (), prompt, brief, sketch.kind == "flat")
    kind = kind_of(reading, sketch.kind == "flat")
    drawn = draw(reading, kind)
    asked = coloured(drawn, reading, kind, brief.seed, kit(brief.brand))
    view = next((r.span for r in grammar.requirements if r.kind == "view"), None) if grammar else None
    usual = usual_camera(kind, drawn)
    camera = grammar.camera if grammar and view else usual
    if not view and kind != "flat" and (sketch.azimuth is not None or sketch.elevation is not None):
        view = (0, 0)
        camera = usual.replace(
            azimuth=sketch.azimuth or 0.0, elevation=usual.elevation if sketch.elevation is None else sketch.elevation
        )
    plan = Plan(
        canvas=grammar.canvas if grammar else canvas_of(brief, Claims(), reading, []),
        kind=kind,
        camera=camera,
        light=sketch.light if grammar is None or grammar.light == "studio" else grammar.light,
        elements=tuple(drawn.elements),
        relations=tuple(drawn.relations),
        style=sketch.style,
        excluded=grammar.excluded if grammar else (),
        notes=tuple(Note(kind="assumption", message=one.message, span=one.span) for one in drawn.notes),
    )
    return demanding(plan, brief, drawn, reading, asked, view, (0, 0))


def _reading(sketch: Sketch, prompt: str) -> Reading:
    things: dict[str, Phrase] = {}
    for thing in sketch.elements:
        if thing.id in things:
            raise BadInput(f"It names “{thing.id}” twice.")
        span, name = _span(thing.label, prompt), thing.label.lower()
        things[thing.id] = Phrase(
            head=name,
            span=span,
            count=thing.count,
            stated=True,
            colors=_colours(thing.colors, prompt),
            material=MATERIALS.get(thing.material.lower(), ""),
            contents=thing.contents.lower(),
            attributes=[(detail, _span(detail, prompt)) for detail in thing.details],
            shape=SHAPES.get(name) or SHAPES.get(name.rsplit(" ", 1)[-1], ""),
        )
    writings = []
    for words in sketch.texts:
        span = _span(words.text, prompt)
        if span == (0, 0):
            raise BadInput("Its texts are not those of the prompt.")
        host = _named(things, words.on) if words.on else None
        writings.append(Writing(words.text, span, words.role, host, _colours(words.colors, prompt)))
    relations = [
        (_named(things, link.subject), link.relation, _named(things, link.object), (0, 0)) for link in sketch.relations
    ]
    ground = Phrase("background", (0, 0), colors=_colours(sketch.background[:1], prompt)) if sketch.background else None
    styles = [(words, _span(words, prompt)) for words in sketch.style]
    return Reading(things=list(things.values()), relations=relations, writings=writings, background=ground, styles=styles)


def _named(things: dict[str, Phrase], name: str) -> Phrase:
    if name not in things:
        raise BadInput(f"It has no element “{name}”.")
    return things[name]


def _colours(names: tuple[str, ...], prompt: str) -> list[Colour]:
    unknown = [name for name in names if parse(name.lower()) is None]
    if unknown:
        raise BadInput(f"“{unknown[0]}” is no colour.")
    return [Colour(name.lower(), _span(name, prompt)) for name in names]


def _span(words: str, prompt: str) -> Span:
    """Where the prompt says so, letter for letter or else in another case; (0, 0) where it does not."""
    at = prompt.find(words)
    at = prompt.lower().find(words.lower()) if at < 0 else at
    return (at, at + len(words)) if at >= 0 else (0, 0)
