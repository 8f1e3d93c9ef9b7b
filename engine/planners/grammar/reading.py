"""From items to meaning: which things there are, how they stand to each other, and what is written on what."""

from engine.planners.grammar.frame import DESIGN_ASPECTS
from engine.planners.grammar.items import Item
from engine.planners.grammar.meaning import Reading
from engine.planners.grammar.roles import Part, part_of
from engine.planners.grammar.scan import Phrase
from engine.planners.grammar.texts import Texts
from engine.vocabulary import GROUNDS, MATERIALS

_MEMORY = 40


class Sense(Texts):
    """Reads the items left to right. In a flat design nothing stands on anything: links only lead to colours."""

    def read(self) -> Reading:
        for index, item in enumerate(self.items):
            self._item(index, item)
        self._compare_places()
        return self.out

    def _item(self, index: int, item: Item) -> None:
        match item.kind:
            case "noun":
                self._noun(index, item)
            case "text":
                self._text(index, item)
            case "measure":
                self._measure(item)
            case "link":
                self._link(index, item)
            case "trailing":
                self._trailing(index, item)
            case "place":
                self._place(index, item)
            case "colours":
                self._colours(index, item)
            case "quality":
                self._quality(index, item)
            case "pronoun":
                self._pronoun(index, item)
            case "with":
                self._with(index)
            case "verb":
                self._verb(index, item)
            case "comma":
                self.pending, self.topic = None, False
            case "and" if self.pending and self.pending.subjects:
                self.pending = None
            case "stop":
                self._stop()
            case "for":
                self.topic, self.pending = True, None
            case "made":
                self.material_for, self.pending = self.last, None
            case "medium":
                self._medium(item)
            case "arranged":
                self.out.understood.append(item.span)
            case "edit":
                self.editing = True
                self.out.understood.append(item.span)

    def _noun(self, index: int, item: Item) -> None:
        phrase = item.phrase
        assert phrase is not None
        if phrase.bare and not self._borrow(index, phrase):
            self._quality(index, item)
            return
        self.out.understood.append(phrase.span)
        match part_of(self.items, index, phrase, self.flat, self.last):
            case Part.WRITTEN:
                self._written(index, phrase)
            case Part.BACKGROUND:
                if self.pending:
                    self.out.understood.append(self.pending.item.span)
                self._ground_colour(phrase)
                self.pending = None
            case Part.QUALITY:
                self.out.styles.append((phrase.description, phrase.span))
                self.pending, self.owner = None, None
            case Part.PIECE:
                if self.pending and self.pending.writing and not self.pending.writing.host:
                    self.pending.writing.host = self.main
                elif self.last and (phrase.qualified or not self._texts_near(index)):
                    self.out.actions.append((self.last, phrase.description, phrase.span))
                self.pending, self.owner = None, None
            case Part.DESIGN:
                self._design(phrase)
            case Part.THING:
                if self.topic:
                    self.out.styles.append((f"for {phrase.head}", phrase.span))
                elif self.material_for:
                    self._made_of(phrase)
                elif target := self._material_of(index, phrase):
                    target.material = target.material or phrase.material or MATERIALS[phrase.head]
                    target.colors += phrase.colors
                    self.pending = None
                elif self._names_again(index):
                    self._described(phrase)
                else:
                    self._thing(index, phrase)
        self.topic = False

    def _design(self, phrase: Phrase) -> None:
        """The artwork itself: "a wide red banner" gives a format, a ground and a style."""
        self.out.design = self.out.design or phrase.head
        if phrase.colors and self.out.background is None:
            self.out.background = Phrase("background", phrase.span, colors=phrase.colors[:1])
            self.out.role_inks |= {"": phrase.colors[1:2]} if phrase.colors[1:] else {}
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
        after = self.after(index)
        if after and after.kind == "pronoun" and after.name in {"one", "ones"} and self.last:
            phrase.head = self.last.head
        elif after and after.kind == "and" and index + 2 < len(self.items):
            following = self.items[index + 2].phrase
            phrase.head = following.head if following and self.items[index + 2].kind == "noun" else ""
        return not phrase.bare

    def _material_of(self, index: int, phrase: Phrase) -> Phrase | None:
        """What "in glossy plastic" or ", oak," is the material of."""
        if phrase.head not in MATERIALS or phrase.article or phrase.stated or phrase.plural or self.flat:
            return None
        if self.pending and self.pending.item.name == "in":
            return self.last
        before, after = self.before(index), self.after(index)
        apart = before is not None and before.kind == "comma" and (after is None or after.kind in {"comma", "stop"})
        return self.last if apart and not phrase.qualified else None

    def _names_again(self, index: int) -> bool:
        """Whether the noun only says what the subject is: "the ball and the pyramid were the only objects"."""
        subject = self.before(index, "copula", "claimed", "pronoun")
        named = subject.phrase if subject and subject.kind == "noun" else None
        known = named is not None and self.last is not None and named.head == self.last.head
        return known and self.fronted is None and self._predicate(index)

    def _described(self, phrase: Phrase) -> None:
        assert self.last is not None
        self.last.colors += [] if self.last.colors else phrase.colors
        self.out.actions.append((self.last, phrase.description, phrase.span))

    def _made_of(self, phrase: Phrase) -> None:
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
        elif self.linked and self._second_object(index, phrase):
            self._relate(self.linked, thing)
        else:
            self._subject(index, thing)
        self.last = thing
        self.acting = None

    def _second_object(self, index: int, phrase: Phrase) -> bool:
        """Whether this is the other end of "next to the star and the sphere", and not a new subject."""
        before, after = self.before(index), self.after(index)
        listed = before is not None and before.kind == "and" and self.last is self.object
        ends = after is None or after.kind in {"stop", "claimed"}
        return listed and ends and phrase.definite and self.object is not None and self.object.definite

    def _subject(self, index: int, thing: Phrase) -> None:
        if self.fronted:
            relation, place, span = self.fronted
            self.out.relations.append((thing, relation, place, span))
        if not self.owner and thing.shape == thing.last == "label" and not self.fronted:
            earlier = (other for other in reversed(self.out.things) if other.shape not in GROUNDS | {"label"})
            self.owner = next((other for other in earlier if other is not thing and other.shape), None)
        if self.owner:
            thing.owner, self.owner = self.owner, None
            self.object, self.group = None, [thing]
            return
        if self.acting:
            self.object = None
            return
        before = self.before(index, "claimed")
        listed = (
            before is not None
            and before.kind in {"and", "comma", "pronoun"}
            and self.last is not None
            and self.last is not self.object
        )
        self.group = [*self.group[-_MEMORY:], thing] if listed else [thing]
        self.main, self.object = thing, None

    def _known(self, phrase: Phrase) -> Phrase | None:
        """The thing already spoken of that "the cube" means."""
        if not self.out.things:
            return None
        recent = self.out.things[-_MEMORY:]
        if not phrase.definite:
            bare = not (phrase.article or phrase.stated or phrase.plural) and phrase.colors
            plain = (thing for thing in recent if thing.head == phrase.head and thing.count == 1 and not thing.colors)
            meant = next(plain, None) if bare else None
            if meant:
                meant.colors = phrase.colors  # "a can with …, red can"
            return meant
        colors = {colour.text for colour in phrase.colors}
        for thing in reversed(recent):
            same = phrase.head in {thing.head, thing.last, thing.shape}
            if same and (not colors or colors <= {colour.text for colour in thing.colors}):
                return thing
        return None

    # Relations

    def _stop(self) -> None:
        self.pending, self.fronted, self.owner, self.acting, self.topic = None, None, None, None, False
        self.group, self.object, self.main, self.linked = [], None, None, None
        if self.flat:
            self.last = None

    def _verb(self, index: int, item: Item) -> None:
        following = self.after(index)
        self.pending = None
        placing = following is not None and following.kind in {"link", "says", "text", "place", "trailing"}
        if self.last and not self.fronted and not placing:
            self.out.actions.append((self.main or self.last, item.name, item.span))
            self.acting = self.last
        else:
            self.out.understood.append(item.span)

    def _medium(self, item: Item) -> None:
        assert item.phrase is not None
        self.out.media.add(item.name)
        words = [text for text, _ in item.phrase.attributes]
        self.out.styles.append((" ".join([*words, item.phrase.head]), item.phrase.span))
        self.pending = None

    # Colours and qualities
