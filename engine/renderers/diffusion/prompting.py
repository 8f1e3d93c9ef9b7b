"""What a model is told: the user's own words, set right by the plan, and what the plan adds to them.

The prompt stays as it was written. Where the plan says otherwise (another colour, another number, another text) the word
is exchanged in its place; what the plan holds and the prompt does not say is appended. So no word of the user is lost.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from engine.renderers.diffusion.phrases import (
    camera_words,
    colour_words,
    corrected,
    described,
    light_words,
    mentions,
    related,
)
from engine.types import Box, Brief, Element, Plan, Region, Span

Style = Literal["tags", "sentences"]

LETTERING: Final = "lettering"
"""What stands for a text that the model could not spell."""
UNWRITTEN: Final = ("text", "watermark", "signature")
"""What a model that takes a negative prompt should keep out where nothing is to be written."""
_NOT = re.compile(r"\b(?:with\s+)?(?:without|no|free\s+of|excluding|avoid(?:ing)?)\s+(?:any\s+)?", re.IGNORECASE)
_ENDS = re.compile(r"[,.;:!?\n()]|\b(?:with|on|in|at|under|over|by|against|but|behind|beside|near)\b", re.IGNORECASE)
_QUOTES = "\"“”„‟«»‘’'「」『』"


@dataclass(frozen=True)
class Reads:
    """How a family reads words: CLIP weighs them like tags, T5 and language models follow sentences.

    It spells texts of up to `spells` letters. `negative`: it takes a negative prompt.
    """

    style: Style
    spells: int
    negative: bool


@dataclass(frozen=True)
class Words:
    """The prompt and the negative prompt, "" where there is none."""

    positive: str
    negative: str = ""


def words(plan: Plan, brief: Brief, reads: Reads, region: Region | None = None) -> Words:
    """What a model that reads so is told for the plan, or for a region of it that is drawn by itself.

    A region is told its own words, else what the plan has there; style and light go with it so that it fits in.
    """
    prompt = unicodedata.normalize("NFC", brief.prompt)
    if any(element.span[1] > len(prompt) for element in plan.elements):
        plan = plan.replace(elements=tuple(element.replace(span=(0, 0)) for element in plan.elements))
    said, unwanted = _set_right(plan, prompt, reads)
    negative = _negative(plan, unwanted) if reads.negative else ""
    if region is not None:
        inside = region.words.strip() or _inside(plan, prompt, reads, region.box)
        if inside:
            around = [*plan.style, *light_words(plan.light, inside)]
            return Words(_joined(inside, [word for word in around if not mentions(inside, word)], reads), negative)
    return Words(_joined(said, list(_unsaid(plan, prompt, said, reads)), reads), negative)


def words_in_place(plan: Plan, brief: Brief, reads: Reads) -> list[tuple[Box, str]]:
    """The things that were given their places by hand, two at least, each with what is said of it; else none."""
    prompt = unicodedata.normalize("NFC", brief.prompt)
    there = [one for one in plan.elements if one.placed and one.count and one.kind not in {"text", "background"}]
    told = [(one.box, _joined(", ".join(_said_of(plan, prompt, one, reads)), list(plan.style), reads)) for one in there]
    return told if len(told) > 1 else []


def _set_right(plan: Plan, prompt: str, reads: Reads) -> tuple[str, list[str]]:
    """The prompt with the plan's words in place of others, and the passages that were taken out as not wanted."""
    edits: list[tuple[Span, str]] = []
    unwanted: list[str] = []
    for element in plan.elements:
        if not _spoken(prompt, element):
            continue
        if element.kind == "text":
            edits.append(_text_edit(prompt, element, reads))
        else:
            edits.append((element.span, corrected(prompt[slice(*element.span)], element, reads.style)))
    if reads.negative:
        for span, passage in _exclusions(plan, prompt):
            edits.append((span, ""))
            unwanted.append(passage)
    end = len(prompt)
    for (start, stop), new in sorted(edits, key=lambda edit: (-edit[0][0], edit[0][1])):
        if stop <= end:
            prompt, end = prompt[:start] + new + prompt[stop:], start
    return _tidy(prompt), unwanted


def _text_edit(prompt: str, element: Element, reads: Reads) -> tuple[Span, str]:
    """The quoted text as the plan has it; one that is too long to spell becomes a word for it, its quotation marks gone."""
    start, stop = element.span
    if _spelt(element, reads):
        return element.span, prompt[start:stop] if prompt[start:stop].strip(_QUOTES) == element.text else element.text
    while start and prompt[start - 1] in _QUOTES:
        start -= 1
    while stop < len(prompt) and prompt[stop] in _QUOTES:
        stop += 1
    return (start, stop), LETTERING


def _spelt(element: Element, reads: Reads) -> bool:
    return len(element.text) <= reads.spells


def _exclusions(plan: Plan, prompt: str) -> Iterator[tuple[Span, str]]:
    """The passages that say what must not be seen, as "without people": where they stand, and what they name."""
    for match in _NOT.finditer(prompt):
        ends = _ENDS.search(prompt, match.end())
        stop = ends.start() if ends else len(prompt)
        passage = prompt[match.end() : stop].strip()
        if any(_same_start(passage, name) for name in plan.excluded):
            yield (match.start(), match.end() + len(prompt[match.end() : stop].rstrip())), passage


def _same_start(passage: str, name: str) -> bool:
    """Whether a word of the passage may be the name's plural, however irregular: people and person begin alike."""
    return any(word.casefold()[:1] == name.rsplit(maxsplit=1)[-1].casefold()[:1] for word in passage.split())


def _unsaid(plan: Plan, prompt: str, said: str, reads: Reads) -> Iterator[str]:
    """What the plan holds beyond the prompt, a phrase each."""
    spoken = {element.id for element in plan.elements if _spoken(prompt, element)}
    linked = {(r.element, *r.expected) for r in plan.requirements if r.kind == "position" and isinstance(r.expected, tuple)}
    for element in plan.elements:
        if element.id not in spoken and element.count:
            if element.kind == "background" and not _asked_colours(plan, element):
                continue
            if element.kind != "text":
                yield described(element, reads.style)
            else:
                yield _written(plan, element, reads)
        elif element.kind == "text" and _spelt(element, reads):
            inks = [ink for ink in _asked_colours(plan, element) if not mentions(said, ink)]
            yield from (f"{colour_words(ink, reads.style)} letters" for ink in inks)
    for relation in plan.relations:
        asked = prompt and (relation.subject, relation.relation, relation.object) in linked
        subject, other = plan.element(relation.subject), plan.element(relation.object)
        both = {subject.id, other.id} <= spoken
        if not asked and not both and "text" not in {subject.kind, other.kind} and other.kind != "background":
            yield related(subject, relation.relation, other, reads.style)
    if any(r.kind == "view" for r in plan.requirements):
        yield from (phrase for phrase in camera_words(plan.camera) if not mentions(said, phrase))
    yield from light_words(plan.light, said)
    yield from (style for style in plan.style if not mentions(said, style))
    if not reads.negative:
        unnamed = [name for name in plan.excluded if not _NOT.search(prompt) and not mentions(said, name)]
        yield from (f"no {name}" for name in unnamed)


def _spoken(prompt: str, element: Element) -> bool:
    """Whether the prompt asks for the element where the plan says that it does."""
    passage = prompt[slice(*element.span)].strip()
    return bool(passage) and (element.kind == "text" or _same_start(passage.replace("-", " "), element.label))


def _asked_colours(plan: Plan, element: Element) -> tuple[str, ...]:
    """The element's colours, unless the planner chose them because nobody had asked."""
    return element.colors if any(r.kind == "colour" and r.element == element.id for r in plan.requirements) else ()


def _written(plan: Plan, element: Element, reads: Reads) -> str:
    """The text and where it is written: 'the headline "HELLO" in white on the sign'; "lettering" where it cannot be spelt."""
    host = plan.host(element.id)
    ink = "".join(f" in {colour_words(colour, reads.style)}" for colour in _asked_colours(plan, element)[:1])
    where = f" on the {host.label}" if host else ""
    role = element.label if element.label in {"headline", "subtitle", "small print"} else "text"
    return (f'the {role} "{element.text}"' if _spelt(element, reads) else LETTERING) + ink + where


def _inside(plan: Plan, prompt: str, reads: Reads, box: Box) -> str:
    """What the plan has in the box: the elements that lie there for the greater part, or fill it; "" for nearly everything."""
    if _area(box) > 0.6:
        return ""
    phrases = []
    for element in plan.elements:
        shared = _area(_meet(element.box, box))
        if element.count == 0 or shared < 0.5 * min(_area(element.box), _area(box)):
            continue
        phrases += [_written(plan, element, reads)] if element.kind == "text" else _said_of(plan, prompt, element, reads)
    return ", ".join(dict.fromkeys(phrases))


def _said_of(plan: Plan, prompt: str, element: Element, reads: Reads) -> list[str]:
    """The element in the prompt's words, else in the plan's, and what it does."""
    passage = prompt[slice(*element.span)]
    spoken = _spoken(prompt, element)
    phrase = corrected(passage, element, reads.style) if spoken else described(element, reads.style)
    return [phrase, *_doing(plan, element, passage)]


def _doing(plan: Plan, element: Element, passage: str) -> Iterator[str]:
    """What the plan says about the element beyond its own phrase: "cat: asleep" gives asleep."""
    for requirement in plan.requirements:
        if requirement.kind == "adherence" and requirement.element == element.id and isinstance(requirement.expected, str):
            trait = requirement.expected.partition(": ")[2]
            if trait and not mentions(passage, trait):
                yield trait


def _negative(plan: Plan, unwanted: list[str]) -> str:
    """What the user does not want in the user's words, then what the plan names besides, then writing where none is asked."""
    names = [*unwanted, *(name for name in plan.excluded if not any(_same_start(passage, name) for passage in unwanted))]
    silent = any(r.kind == "text" and r.expected == "" for r in plan.requirements) and not plan.texts()
    return ", ".join(dict.fromkeys([*names, *(UNWRITTEN if silent else ())]))


def _joined(said: str, more: list[str], reads: Reads) -> str:
    parts = list(dict.fromkeys(part for part in more if part))
    if reads.style == "tags":
        return ", ".join([part for part in (said.rstrip(" .,;"), *parts) if part])
    sentences = [part[0].upper() + part[1:].rstrip(".") + "." for part in parts]
    head = said if not said or said.endswith((".", "!", "?", *_QUOTES)) or not parts else said.rstrip(" ,;") + "."
    return " ".join(part for part in (head, *sentences) if part)


def _tidy(text: str) -> str:
    """Without the gaps that a passage left."""
    text = re.sub(r"[ \t]+([,.;])", r"\1", re.sub(r"[ \t]{2,}", " ", text))
    return re.sub(r",(?:\s*,)+", ",", text).strip(" ,")


def _meet(one: Box, other: Box) -> Box:
    return max(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), min(one[3], other[3])


def _area(box: Box) -> float:
    return max(0.0, box[2] - box[0]) * max(0.0, box[3] - box[1])
