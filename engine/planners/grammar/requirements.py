"""What can be checked about a plan: its acceptance tests."""

from collections.abc import Iterator, Mapping, Sequence

from engine.colour.names import is_exact
from engine.planners.grammar.adjectives import SCALES
from engine.planners.grammar.elements import Drawn
from engine.planners.grammar.lexicon import DESIGNS, MEDIA
from engine.planners.grammar.meaning import Reading
from engine.planners.grammar.palette import kit
from engine.planners.grammar.scan import Phrase
from engine.thresholds import threshold
from engine.types import Brand, Element, Expected, Plan, Requirement, RequirementKind, Span
from engine.typography.fonts import has
from engine.vocabulary import GROUNDS, MATERIALS

FORMATS = DESIGNS | {word for word, medium in MEDIA.items() if medium == "mockup"}
"""What a picture is for is no look that a critic could find in it."""

_BEHIND_ALL = frozenset({"wall", "backdrop"})


class Ids:
    """Ids of requirements: the kind, the element, and a number from the second on.

    The number follows "/", since an element's own id may end in "-2".
    """

    def __init__(self) -> None:
        self._used: dict[str, int] = {}

    def of(self, kind: str, element: str) -> str:
        name = f"{kind}:{element}" if element else kind
        self._used[name] = number = self._used.get(name, 0) + 1
        return name if number == 1 else f"{name}/{number}"


def requirements(
    plan: Plan,
    view: Span | None,
    drawn: Drawn,
    reading: Reading,
    asked_inks: Mapping[str, Span],
    no_text: Span,
    brand: Brand | None,
    references: Sequence[str] = (),
) -> tuple[Requirement, ...]:
    """The claims that the finished picture is measured by.

    `view` is the span of an angle that was asked for, `asked_inks` of the inks of texts, `no_text` of "no text". A design
    shows its `references`; of another picture its one main thing should be like them. The colours that the plan names
    count as the brand's beside those of its kit: the prompt asked for them.
    """
    ids = Ids()
    drawable = plan.kind != "picture"

    def claim(
        what: RequirementKind, element: str, expected: Expected, limit: float, span: Span, hard: bool = True
    ) -> Requirement:
        return Requirement(
            id=ids.of(what, element), kind=what, element=element, expected=expected, threshold=limit, hard=hard, span=span
        )

    def all_claims() -> Iterator[Requirement]:
        yield claim("size", "", (plan.canvas.width, plan.canvas.height), 0.0, (0, 0))
        for element in drawn.elements:
            if element.text:
                yield claim("text", element.id, element.text, threshold("text", "exact"), element.span)
        yield claim("text", "", "", threshold("text", "stray"), no_text)
        for element in drawn.elements:
            span = asked_inks.get(element.id) if element.kind == "text" else element.span
            if span and element.id not in drawn.chosen:
                for colour in element.colors:
                    limit = threshold("colour", "exact" if is_exact(colour) else "named")
                    shared = 1 if is_exact(colour) else len(element.colors)
                    yield claim("colour", element.id, colour, limit / shared, span)
        things = [element for element in drawn.elements if element.kind not in {"text", "background", "logo"}]
        for element in things:
            yield claim("presence", element.id, element.label, threshold("presence", "seen"), element.span)
        for element in things:
            phrase = drawn.phrases.get(element.id)
            if phrase and _counts(element, phrase):
                stated = phrase.stated or not phrase.plural
                yield claim("count", element.id, element.count, threshold("count", "off"), element.span, stated)
        kinds = {element.id: element.kind for element in drawn.elements}
        for (subject, relation, other), span in drawn.relation_spans.items():
            if kinds[subject] not in {"text", "label", "logo"} and not {kinds[subject], kinds[other]} & _BEHIND_ALL:
                yield claim("position", subject, (relation, other), threshold("position", "margin"), span)
        for element in drawn.elements:
            if element.kind == "text" if plan.kind == "flat" else element in things and _is_main(element):
                yield claim("framing", element.id, element.box, threshold("framing", "overlap"), element.span)
        for element in drawn.elements:
            if brand and brand.logo and "logo" in {element.kind, element.label}:
                yield claim("brand", element.id, brand.logo, threshold("brand", "logo"), element.span)
            elif element.kind == "text" and brand and brand.font and has(brand.font, element.text):
                yield claim("brand", element.id, brand.font, threshold("brand", "font"), (0, 0), plan.kind == "flat")
        worn = [colour for element in drawn.elements for colour in element.colors]
        if worn and (own := kit(brand)):
            yield claim("brand", "", tuple(dict.fromkeys((*own, *worn))), threshold("brand", "palette"), (0, 0), drawable)
        images = [element for element in drawn.elements if element.kind == "image"]
        main = [element.id for element in things if _is_main(element)]
        for place, reference in enumerate(references):
            shown = images[place].id if place < len(images) else main[0] if len(main) == 1 else ""
            yield claim("identity", shown, reference, threshold("identity", "likeness"), (0, 0), place < len(images))
        yield claim("artifact", "", None, threshold("artifact", "score"), (0, 0))
        if view:
            angles = (plan.camera.azimuth, plan.camera.elevation, plan.camera.roll)
            yield claim("view", "", angles, threshold("view", "degrees"), view, hard=False)
        if looks := [(text, span) for text, span in reading.styles if text.split()[-1] not in FORMATS]:
            words = ", ".join(dict.fromkeys(text for text, _ in looks))
            yield claim("style", "", words, threshold("style", "probability"), looks[0][1], hard=False)
        fits = threshold("adherence", "probability")
        for element in things:
            phrase = drawn.phrases.get(element.id)
            for text, span in phrase.attributes if phrase else ():
                if text in SCALES or MATERIALS.get(text) == element.material:
                    continue
                yield claim("adherence", element.id, f"{element.label}: {text}", fits, span, hard=False)
        for thing, text, span in reading.actions:
            if id(thing) in drawn.ids:
                yield claim("adherence", drawn.ids[id(thing)], f"{thing.head}: {text}", fits, span, hard=False)

    return tuple(all_claims())


def _counts(element: Element, phrase: Phrase) -> bool:
    if element.kind in {"label", "image", "lettering"}:
        return False
    return element.kind not in GROUNDS or (phrase.stated and element.count > 1)


def _is_main(element: Element) -> bool:
    return element.kind not in GROUNDS | {"label"}
