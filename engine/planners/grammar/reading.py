"""From items to meaning: which things there are, how they stand to each other, and what is written on what."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from engine.planners.grammar import lexicon as lex
from engine.planners.grammar.colours import Colour
from engine.planners.grammar.frame import DESIGN_ASPECTS
from engine.planners.grammar.items import Item
from engine.planners.grammar.phrases import Phrase
from engine.planners.grammar.quotes import Quote
from engine.planners.grammar.roles import Part, part_of
from engine.planners.grammar.wordlist import words
from engine.types import Note, RelationName, Span
from engine.vocabulary import GROUNDS

_SMALL = {"small", "smaller", "tiny", "fine", "little", "mini"}


@dataclass(slots=True, eq=False)
class Writing:
    """A text of the prompt: where it is written, as what, and in which ink."""

    text: str
    span: Span
    role: str = ""
    host: Phrase | None = None
    inks: list[Colour] = field(default_factory=list)
    place: str = ""
    scale: float = 1.0


@dataclass(slots=True)
class Reading:
    """What the prompt says, before it becomes elements."""

    things: list[Phrase] = field(default_factory=list)
    relations: list[tuple[Phrase, RelationName, Phrase, Span]] = field(default_factory=list)
    writings: list[Writing] = field(default_factory=list)
    background: Phrase | None = None
    role_inks: dict[str, list[Colour]] = field(default_factory=dict)
    inks: list[Colour] = field(default_factory=list)
    styles: list[tuple[str, Span]] = field(default_factory=list)
    understood: list[Span] = field(default_factory=list)
    actions: list[tuple[Phrase, str, Span]] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    media: set[str] = field(default_factory=set)
    sources: list[Phrase] = field(default_factory=list)
    design: str = ""
    aspects: list[tuple[str, Span]] = field(default_factory=list)


@dataclass(slots=True)
class _Pending:
    """A link that waits for its object."""

    item: Item
    subjects: list[Phrase]
    writing: Writing | None = None


class Sense:
    """Reads the items left to right. In a flat design nothing stands on anything: links only lead to colours."""

    def __init__(self, items: Sequence[Item], flat: bool) -> None:
        self.items, self.flat = items, flat
        self.out = Reading()
        self.group: list[Phrase] = []
        self.last: Phrase | None = None
        self.main: Phrase | None = None
        self.object: Phrase | None = None
        self.object_of: list[Phrase] = []
        self.pending: _Pending | None = None
        self.fronted: tuple[RelationName, Phrase, Span] | None = None
        self.owner: Phrase | None = None
        self.between: list[Phrase] = []
        self.acting: Phrase | None = None
        self.places: dict[int, tuple[Phrase, str, Span]] = {}
        self.material_for: Phrase | None = None
        self.topic = False
        self.editing = False

    def read(self) -> Reading:
        for index, item in enumerate(self.items):
            getattr(self, f"_{item.kind}", self._nothing)(index, item)
        self._compare_places()
        return self.out

    def _nothing(self, index: int, item: Item) -> None:
        """Items that change nothing: "relative", "to", "claimed" …"""

    def _before(self, index: int, *skipped: str) -> Item | None:
        for item in reversed(self.items[max(0, index - 6) : index]):
            if item.kind not in skipped:
                return item
        return None

    def _after(self, index: int, *skipped: str) -> Item | None:
        for item in self.items[index + 1 : index + 7]:
            if item.kind not in skipped:
                return item
        return None

    # Things

    def _noun(self, index: int, item: Item) -> None:
        phrase = item.phrase
        assert phrase is not None
        if phrase.bare and not self._borrow(index, phrase):
            self._quality(index, item)
            return
        self.out.understood.append(phrase.span)
        match part_of(self.items, index, phrase, self.flat, self.last is not None):
            case Part.WRITTEN:
                self._written(index, phrase)
            case Part.BACKGROUND:
                self._ground_colour(phrase)
                self.pending = None
            case Part.QUALITY:
                self.out.styles.append((phrase.head, phrase.span))
                self.pending, self.owner = None, None
            case Part.PIECE:
                if self.pending and self.pending.writing and not self.pending.writing.host:
                    self.pending.writing.host = self.main
                elif self.last and not self._texts_near(index):
                    self.out.actions.append((self.last, phrase.head, phrase.span))
                self.pending, self.owner = None, None
            case Part.DESIGN:
                self._design(phrase)
            case Part.THING:
                if self.topic:
                    self.out.styles.append((f"for {phrase.head}", phrase.span))
                elif self.material_for:
                    self._made_of(phrase)
                else:
                    self._thing(index, phrase)
        self.topic = False

    def _design(self, phrase: Phrase) -> None:
        """The artwork itself: "a wide red banner" gives a format, a ground and a style."""
        self.out.design = self.out.design or phrase.head
        if phrase.colors and self.out.background is None:
            self.out.background = Phrase("background", phrase.span, colors=phrase.colors)
        for text, span in phrase.attributes:
            if text in DESIGN_ASPECTS:
                self.out.aspects.append((DESIGN_ASPECTS[text], span))
            else:
                self.out.styles.append((text, span))
        self.out.styles.append((phrase.head, phrase.span))
        self.pending = None

    def _texts_near(self, index: int) -> bool:
        return any(item.kind == "text" for item in self.items[max(0, index - 2) : index + 4])

    def _borrow(self, index: int, phrase: Phrase) -> bool:
        """Finds the noun of "two blue (and one red ball)" or "(a red ball and) a blue one"."""
        after = self._after(index)
        if after and after.kind == "pronoun" and after.name in {"one", "ones"} and self.last:
            phrase.head = self.last.head
        elif after and after.kind == "and" and index + 2 < len(self.items):
            following = self.items[index + 2].phrase
            phrase.head = following.head if following and self.items[index + 2].kind == "noun" else ""
        return not phrase.bare

    def _made_of(self, phrase: Phrase) -> None:
        from engine.vocabulary import MATERIALS

        assert self.material_for is not None
        self.material_for.material = phrase.material or MATERIALS.get(phrase.head, phrase.head)
        self.material_for.colors += phrase.colors
        self.material_for = None

    def _thing(self, index: int, phrase: Phrase) -> None:
        thing = self._known(phrase) or phrase
        if thing is phrase:
            self.out.things.append(thing)
        if self.pending:
            self._relate(self.pending, thing)
            self.pending = None
            self.object = thing
        elif self.between:
            self.out.relations += [(subject, "left of", thing, phrase.span) for subject in self.between]
            self.between, self.object = [], thing
        else:
            self._subject(index, thing)
        self.last = thing
        self.acting = None

    def _subject(self, index: int, thing: Phrase) -> None:
        if self.fronted:
            relation, place, span = self.fronted
            self.out.relations.append((thing, relation, place, span))
            before = self._before(index)
            self.fronted = self.fronted if before and before.kind in {"and", "comma"} else self.fronted
        if self.owner:
            thing.owner, self.owner = self.owner, None
            self.object, self.group = None, [thing]
            return
        if self.acting:
            self.object = None
            return
        before = self._before(index, "claimed")
        listed = (
            before is not None
            and before.kind in {"and", "comma", "pronoun"}
            and self.last is not None
            and self.last is not self.object
        )
        self.group = [*self.group, thing] if listed else [thing]
        self.main, self.object = thing, None

    def _known(self, phrase: Phrase) -> Phrase | None:
        """The thing already spoken of that "the cube" means."""
        if not phrase.definite or not self.out.things:
            return None
        colors = {colour.text for colour in phrase.colors}
        for thing in reversed(self.out.things[-40:]):
            same = thing.head == phrase.head or (thing.last == phrase.head or thing.head == phrase.last)
            if same and (not colors or colors <= {colour.text for colour in thing.colors}):
                return thing
        return None

    # Relations

    def _link(self, index: int, item: Item) -> None:
        before = self._before(index, "claimed", "verb", "arranged")
        if item.name == "into" and self.editing:
            self.out.sources, self.out.things, self.editing = self.out.things, [], False
            self.last, self.main, self.group, self.pending = None, None, [], None
            return
        writing = (
            self.out.writings[-1] if self.out.writings and before and before.kind in {"text", "colours", "measure"} else None
        )
        if self.flat or (writing and not writing.host):
            self.pending = _Pending(item, [], writing)
            return
        self.pending = _Pending(item, self._subjects(index), writing)

    def _subjects(self, index: int) -> list[Phrase]:
        before = self._before(index, "claimed", "verb", "arranged", "relative")
        if before is None or before.kind == "stop" or self.last is None or (before.kind == "comma" and not self.group):
            return []
        if (
            before.kind == "copula"
            and before.name in lex.PLURAL_COPULAS
            and len(self.group) > 1
            and self.last is self.group[-1]
        ):
            return list(self.group)
        if before.kind == "pronoun" and before.name in {"both", "all", "they"}:
            return list(self.group)
        if before.kind in {"comma", "and"} or (before.kind == "pronoun" and self.main):
            return [self.main] if self.main else [self.last]
        if self.last is self.object and self.object_of and (self.last.shape in GROUNDS or before.kind == "text"):
            return list(self.object_of)
        if self.last.owner and (
            self.last.shape == "label" or self._leads_to_ground(index) and self.last.owner.last not in ROOMS
        ):
            return [self.last.owner]
        return [self.last]

    def _leads_to_ground(self, index: int) -> bool:
        after = self._after(index)
        return (
            after is not None
            and after.phrase is not None
            and after.phrase.shape in GROUNDS
            and self.items[index].relation == "on"
        )

    def _relate(self, pending: _Pending, thing: Phrase) -> None:
        item, relation = pending.item, pending.item.relation
        if pending.writing and not pending.writing.host and not self.flat:
            pending.writing.host = thing
            self.main, self.group = thing, [thing]
            return
        if item.name == "by" and self._agent(item):
            return
        if relation is None or (item.name in {"at", "along", "in"} and thing.last in lex.QUALITIES | lex.LOOSE_QUALITIES):
            return
        if item.name == "at" and thing.shape not in GROUNDS and thing.last not in {"window", "door", "counter", "bar"}:
            self.object_of = pending.subjects
            return
        if item.name == "against" and thing.shape in {"wall", "backdrop"}:
            relation = "in front of"
        if relation == "inside" and thing.last in CLOTHES:
            self.out.relations += [(thing, "on", subject, item.span) for subject in pending.subjects]
            return
        subjects = [subject for subject in pending.subjects if subject is not thing]
        if relation == "on" and thing.shape in GROUNDS and len(subjects) == 1 and subjects[0] in self.group:
            placed = {id(subject) for subject, *_ in self.out.relations}
            subjects = [member for member in self.group if id(member) not in placed and member is not thing] or subjects
        if not subjects and not pending.subjects:
            self.fronted = (relation, thing, item.span)
            self.main, self.group = None, []
            return
        for subject in subjects:
            ends = (thing, relation, subject) if item.turned else (subject, relation, thing)
            self.out.relations.append((*ends, item.span))
        self.object_of = subjects
        self.out.understood.append(item.span)
        if item.name == "between":
            self.between = subjects

    def _agent(self, by: Item) -> bool:
        """Whether "by" names who did it: "battered by the waves"."""
        place = self.items.index(by)
        before = self.items[place - 1] if place else None
        placed = {"parked", "placed", "positioned", "seated", "located", "situated", "perched"}
        return before is not None and before.kind == "verb" and before.name.endswith("ed") and before.name not in placed

    def _trailing(self, index: int, item: Item) -> None:
        self.out.understood.append(item.span)
        before = self._before(index)
        if before and before.kind in {"text", "measure"} and self.out.writings:
            self.out.writings[-1].place = {"above": "top", "below": "bottom", "on": "top"}.get(item.relation or "", "")
            return
        if self.last is None or item.relation is None:
            return
        other = self.last.owner or next((thing for thing in reversed(self.out.things) if thing is not self.last), None)
        if len(self.group) > 1 and self.last is self.group[-1]:
            other = self.group[-2]
            if item.relation == "next to":
                self.out.relations.append((other, "next to", self.last, item.span))
                return
        if other:
            self.out.relations.append((self.last, item.relation, other, item.span))
            self.main = other

    def _place(self, index: int, item: Item) -> None:
        self.out.understood.append(item.span)
        before = self._before(index, "claimed", "verb", "copula", "comma", "colours", "link")
        if (
            before
            and before.kind in {"text", "measure"}
            and self.out.writings
            and (self.flat or not self.out.writings[-1].host)
        ):
            self.out.writings[-1].place = item.name
        elif self.last and id(self.last) not in self.places:
            self.places[id(self.last)] = self.last, item.name, item.span

    def _compare_places(self) -> None:
        placed = list(self.places.values())[:12]
        for one, where, span in placed:
            for other, there, _ in placed:
                if (where, there) in {("left", "right"), ("left", "middle"), ("middle", "right")}:
                    self.out.relations.append((one, "left of", other, span))
                elif (where, there) in {("top", "bottom"), ("top", "middle"), ("middle", "bottom")}:
                    self.out.relations.append((one, "above", other, span))

    def _pronoun(self, index: int, item: Item) -> None:
        self.out.understood.append(item.span)
        if not self.pending or item.name in {"both", "all", "one"}:
            return
        subjects = self.pending.subjects
        earlier = [thing for thing in reversed(self.out.things) if thing not in subjects]
        owner = next((subject.owner for subject in subjects if subject.owner), None)
        meant = owner or next((thing for thing in earlier if thing.shape not in GROUNDS), earlier[0] if earlier else None)
        if meant:
            self._relate(self.pending, meant)
        self.pending = None

    def _with(self, index: int, item: Item) -> None:
        before = self._before(index, "claimed")
        self.owner = self.main if before and before.kind == "comma" else self.last
        if self.last and self.last.owner and self.last.shape == "label":
            self.owner = self.last.owner
        if self.pending and self.pending.item.relation:
            self.pending = None

    def _comma(self, index: int, item: Item) -> None:
        self.pending = None
        self.topic = False

    def _and(self, index: int, item: Item) -> None:
        if self.pending and self.pending.subjects:
            self.pending = None

    def _stop(self, index: int, item: Item) -> None:
        self.pending, self.fronted, self.owner, self.acting, self.topic = None, None, None, None, False
        self.group, self.object, self.main = [], None, None
        if self.flat:
            self.last = None

    def _verb(self, index: int, item: Item) -> None:
        following = self._after(index)
        self.pending = None
        if self.last and (following is None or following.kind not in {"link", "says", "text", "place", "trailing"}):
            self.out.actions.append((self.main or self.last, item.name, item.span))
            self.acting = self.last
        else:
            self.out.understood.append(item.span)

    def _edit(self, index: int, item: Item) -> None:
        self.editing = True
        self.out.understood.append(item.span)

    def _for(self, index: int, item: Item) -> None:
        self.topic = True
        self.pending = None

    def _made(self, index: int, item: Item) -> None:
        self.material_for = self.last
        self.pending = None

    def _medium(self, index: int, item: Item) -> None:
        assert item.phrase is not None
        self.out.media.add(item.name)
        words = [text for text, _ in item.phrase.attributes]
        self.out.styles.append((" ".join([*words, item.phrase.head]), item.phrase.span))
        self.pending = None

    # Colours and qualities

    def _quality(self, index: int, item: Item) -> None:
        phrase = item.phrase
        assert phrase is not None
        self.out.understood.append(item.span)
        target = self.material_for or self.main or self.last
        if target and (self.material_for or self._predicate(index) or self._before(index, "claimed") is not None):
            target.colors += phrase.colors
            target.material = target.material or phrase.material
            target.attributes += phrase.attributes
            target.scale *= phrase.scale
        self.material_for = None
        self.pending = None

    def _predicate(self, index: int) -> bool:
        before = self._before(index, "claimed")
        return before is not None and before.kind == "copula"

    def _colours(self, index: int, item: Item) -> None:
        self.out.understood.append(item.span)
        colors, pending = item.colors, self.pending
        self.pending = None
        if pending and pending.item.relation == "on":
            self._ground_colour(Phrase("background", item.span, colors=colors))
            return
        following = self._after(index)
        on_ground = following is not None and following.kind == "link" and following.relation == "on"
        before = self._before(index, "claimed", "link")
        if before and before.kind in {"text", "measure"} and self.out.writings and pending:
            self.out.writings[-1].inks = colors
            if on_ground or self.flat:
                self.out.inks = self.out.inks or colors
        elif self._predicate(index) or (pending and self.last) or (self.last and not self.flat and not self.last.colors):
            if self.flat and not self.last:
                self.out.inks = colors
            elif self.last:
                target = self.main or self.last if self._predicate(index) and self.main else self.last
                target.colors += colors
                self._metal(target, item)
        else:
            self.out.inks = self.out.inks or colors

    @staticmethod
    def _metal(target: Phrase, item: Item) -> None:
        if item.phrase and item.phrase.material:
            target.material = target.material or item.phrase.material

    def _ground_colour(self, phrase: Phrase) -> None:
        if self.out.background is None:
            self.out.background = phrase
        else:
            self.out.background.colors += [colour for colour in phrase.colors if not self.out.background.colors]

    # Texts

    def _written(self, index: int, phrase: Phrase) -> None:
        """Words like "headline" or "the small text" before, after or without a text."""
        role = lex.ROLES.get(phrase.last, "")
        small = {text for text, _ in phrase.attributes} & _SMALL
        if small and not role:
            role = "subtitle" if "smaller" in small else "small print"
            phrase.scale = 1.0
        following = self._after(index, "says", "copula", "comma", "relative")
        pending, self.pending = self.pending, None
        if following and following.kind == "text":
            self._next = (role, phrase)
        elif pending and pending.writing:
            pending.writing.role = pending.writing.role or role
            pending.writing.inks = pending.writing.inks or phrase.colors
            pending.writing.scale *= phrase.scale
        elif phrase.colors:
            self.out.role_inks[role] = phrase.colors
            if not role and self.out.writings:
                self.out.writings[-1].inks = phrase.colors
        elif self._before(index) and self._before(index, "relative").kind == "text" and self.out.writings:  # type: ignore[union-attr]
            self.out.writings[-1].role = role

    _next: tuple[str, Phrase] | None = None

    def _text(self, index: int, item: Item) -> None:
        assert item.quote is not None
        writing = Writing(item.quote.text, item.quote.inner)
        if self._next:
            writing.role, phrase = self._next
            writing.inks, writing.scale = list(phrase.colors), phrase.scale
            writing.span = item.quote.inner
            self._next = None
        before = self._before(index, "claimed")
        if before and before.kind == "link" and before.name == "by" and self.out.writings:
            writing.role, writing.host = writing.role or "subtitle", self.out.writings[-1].host
        elif not self.flat:
            writing.host = self._host(index)
        self.out.writings.append(writing)
        self.out.understood.append(item.span)
        self.pending, self.owner = None, None

    def _host(self, index: int) -> Phrase | None:
        """The thing that a text stands on: the one spoken of last that can carry it."""
        before = self._before(index, "claimed")
        if self.pending and self.pending.item.relation and before is not None and before.kind == "link" and self.last is None:
            return None
        if self.last is None:
            return None
        if before is not None and before.kind in {"and", "comma"} and self.out.writings and self.out.writings[-1].host:
            return self.out.writings[-1].host
        candidate = self.last
        if self.last is self.object and self.last.shape in GROUNDS and self.object_of:
            candidate = self.object_of[-1]
        return candidate

    def _measure(self, index: int, item: Item) -> None:
        """ "500 ml" by itself is printed matter of a flat design."""
        if self.flat:
            self.out.writings.append(Writing("", item.span, "small print", place="bottom"))
            self.out.understood.append(item.span)

    @property
    def texts(self) -> list[Quote]:
        return [item.quote for item in self.items if item.quote]


ROOMS = words("bathroom kitchen room bedroom office restroom street park garden field scene house lounge studio classroom hall")
CLOTHES = words(
    "shirt dress suit jacket coat hat skirt uniform sweater hoodie jeans pants shorts t-shirt tuxedo kimono costume boots shoes gown"
)
