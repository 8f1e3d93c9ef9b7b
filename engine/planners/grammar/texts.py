"""What is written on what, and in which colours."""

from engine.planners.grammar import lexicon as lex
from engine.planners.grammar.items import Item
from engine.planners.grammar.meaning import Writing
from engine.planners.grammar.relations import CLOTHES, Relations
from engine.planners.grammar.scan import Phrase
from engine.vocabulary import GROUNDS

_SMALL = {"small", "smaller", "tiny", "fine", "little", "mini"}


class Texts(Relations):
    """Reads texts, the words for them, and colours."""

    def _quality(self, index: int, item: Item) -> None:
        phrase = item.phrase
        assert phrase is not None
        self.out.understood.append(item.span)
        target = self.material_for or self.main or self.last
        if target and (self.material_for or self._predicate(index) or self.before(index, "claimed") is not None):
            target.colors += phrase.colors
            target.material = target.material or phrase.material
            target.attributes += phrase.attributes
            target.scale *= phrase.scale
        self.material_for = None
        self.pending = None

    def _predicate(self, index: int) -> bool:
        before = self.before(index, "claimed")
        return before is not None and before.kind == "copula"

    def _of_background(self, index: int) -> bool:
        """Whether this is said of the background: "the background is light blue"."""
        subject = self.before(index, "copula", "claimed")
        return (
            self._predicate(index)
            and subject is not None
            and subject.phrase is not None
            and (subject.phrase.last == "background")
        )

    def _colours(self, index: int, item: Item) -> None:
        self.out.understood.append(item.span)
        colors, pending = item.colors, self.pending
        self.pending = None
        if self._of_background(index):
            self._ground_colour(Phrase("background", item.span, colors=colors))
            return
        if pending and pending.item.relation == "on":
            host = self.out.writings[-1].host if self.out.writings else None
            if host and not host.colors:
                host.colors = colors
            else:
                self._ground_colour(Phrase("background", item.span, colors=colors))
            return
        following = self.after(index)
        if self.flat and not pending and following and following.kind == "with" and not self.out.background:
            self._ground_colour(Phrase("background", item.span, colors=colors))  # "pale blue with dark blue text"
            return
        pronoun = self.before(index, "claimed", "link")
        if pronoun and pronoun.kind == "pronoun" and pronoun.name in {"one", "both", "all"} and self.last:
            for thing in [self.last] if pronoun.name == "one" else self._all_of_them(pronoun.name):
                thing.colors += colors
            return
        on_ground = following is not None and following.kind == "link" and following.relation == "on"
        before = self.before(index, "claimed", "link", "says")
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
        role = next((role for word in phrase.head.split() if (role := lex.ROLES.get(word, ""))), "")
        if phrase.head == "title" and self.flat and self.out.writings:
            role = "subtitle"  # the title of the person named before
        small = {text for text, _ in phrase.attributes} & _SMALL
        if small and not role:
            role = "subtitle" if "smaller" in small else "small print"
            phrase.scale = 1.0
        before, following = self.before(index, "relative"), self.after(index, "says", "copula", "comma", "relative")
        pending, self.pending = self.pending, None
        if pending and pending.item.name == "in" and self.out.writings and not self._text_next(index):
            writing = self.out.writings[-1]
            writing.role = role if role == "small print" else writing.role or role
            writing.inks = writing.inks or phrase.colors
            writing.scale *= phrase.scale
        elif following and following.kind == "text":
            self.next = (role, phrase)
        elif pending and pending.writing:
            pending.writing.role = pending.writing.role or role
            pending.writing.inks = pending.writing.inks or phrase.colors
            pending.writing.scale *= phrase.scale
        elif phrase.colors:
            self.out.role_inks[role] = phrase.colors
            if not role and self.out.writings:
                self.out.writings[-1].inks = phrase.colors
        elif before and before.kind == "text" and self.out.writings:
            self.out.writings[-1].role = role
        elif self.out.writings and phrase.scale != 1:
            self.out.writings[-1].scale *= phrase.scale
        else:
            self.out.understood.remove(phrase.span)

    def _text_next(self, index: int) -> bool:
        following = self.after(index)
        return following is not None and following.kind == "text"

    def _text(self, index: int, item: Item) -> None:
        assert item.quote is not None
        if not item.quote.text:
            return
        writing = Writing(item.quote.text, item.quote.inner)
        if self.next:
            writing.role, phrase = self.next
            writing.inks, writing.scale = list(phrase.colors), phrase.scale
            writing.span = item.quote.inner
            self.next = None
        before = self.before(index, "claimed")
        if before and before.kind == "link" and before.name == "by" and self.out.writings:
            writing.role, writing.host = writing.role or "subtitle", self.out.writings[-1].host
        elif not self.flat:
            writing.host = self._host(index)
        self.out.writings.append(writing)
        self.out.understood.append(item.span)
        self.pending, self.owner = None, None

    def _host(self, index: int) -> Phrase | None:
        """The thing that a text stands on: the one spoken of last that can carry it."""
        before = self.before(index, "claimed")
        if self.pending and self.pending.item.relation and before is not None and before.kind == "link" and self.last is None:
            return None
        if self.last is None:
            return None
        if before is not None and before.kind in {"and", "comma"} and self.out.writings and self.out.writings[-1].host:
            return self.out.writings[-1].host
        candidate = self.last
        if self.last is self.object and self.last.shape in GROUNDS and self.object_of:
            candidate = self.object_of[-1]
        for other in (*self.object_of, candidate.owner):
            bears = other is not None and other.shape in lex.CARRIERS
            if not candidate.shape and bears and candidate.last not in CLOTHES:
                return other  # "a billboard by the road reading", "a box with a window and the word"
        return candidate

    def _measure(self, item: Item) -> None:
        """ "500 ml" by itself is printed matter of a flat design."""
        if self.flat:
            self.out.writings.append(Writing("", item.span, "small print", place="bottom"))
            self.out.understood.append(item.span)
