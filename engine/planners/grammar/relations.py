"""How the things of a prompt stand to each other."""

from engine.planners.grammar import lexicon as lex
from engine.planners.grammar.items import Item
from engine.planners.grammar.meaning import Pending, State
from engine.planners.grammar.scan import Phrase
from engine.planners.grammar.verbs import BASES
from engine.planners.grammar.wordlist import words
from engine.vocabulary import GROUNDS

_REACH = 60
ROOMS = words("bathroom kitchen room bedroom office restroom street park garden field scene house lounge studio classroom hall")
CLOTHES = words(
    "shirt dress suit jacket coat hat skirt uniform sweater hoodie jeans pants shorts t-shirt tuxedo kimono costume gown"
    " boots shoes"
)


class Relations(State):
    """Reads links, places and pronouns."""

    def _link(self, index: int, item: Item) -> None:
        self.fronted = None
        before = self.before(index, "claimed", "verb", "arranged", "says")
        if item.name == "into" and self.editing:
            self.out.sources, self.out.things, self.editing = self.out.things, [], False
            self.last, self.main, self.group, self.pending = None, None, [], None
            return
        writing = (
            self.out.writings[-1] if self.out.writings and before and before.kind in {"text", "colours", "measure"} else None
        )
        if self.flat or (writing and not writing.host):
            self.pending = Pending(item, index, [], writing)
            return
        self.pending = Pending(item, index, self._subjects(index), writing)

    def _subjects(self, index: int) -> list[Phrase]:
        before = self.before(index, "claimed", "verb", "arranged", "relative")
        verb = self.before(index)
        if verb and verb.kind == "verb" and verb.name in BASES and len(self.group) > 1 and self.last is self.group[-1]:
            return list(self.group)
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
            return self._all_of_them(before.name)
        if before.kind in {"comma", "and"} or (before.kind == "pronoun" and self.main):
            return [self.main] if self.main else [self.last]
        both = self._leads_to_ground(index) and self.aside
        worn = self.last.last in CLOTHES
        if (
            self.last is self.object
            and self.object_of
            and (self.last.shape in GROUNDS or before.kind == "text" or both or worn)
        ):
            beside = [] if before.kind == "text" or self.last.shape in GROUNDS or worn else [self.last]
            return [*self.object_of, *beside]
        if self.last.owner and (
            self.last.shape == "label" or (self._leads_to_ground(index) and self.last.owner.last not in ROOMS)
        ):
            return [self.last.owner]
        return [self.last]

    def _all_of_them(self, word: str) -> list[Phrase]:
        """What "both" or "all" means: the list before, with what it stood in relation to where that is meant too."""
        if word == "both" and len(self.group) > 1:
            return list(self.group)
        return [*self.group, self.object] if self.object and self.object not in self.group else list(self.group)

    def _leads_to_ground(self, index: int) -> bool:
        after = self.after(index)
        return (
            after is not None
            and after.phrase is not None
            and after.phrase.shape in GROUNDS
            and self.items[index].relation == "on"
        )

    def _relate(self, pending: Pending, thing: Phrase) -> None:
        item, relation = pending.item, pending.item.relation
        self.linked = pending
        if pending.writing and not pending.writing.host and not self.flat:
            pending.writing.host = thing
            self.main, self.group = thing, [thing]
            return
        if item.name == "by" and self._agent(pending.place):
            return
        if relation is None or (item.name in {"at", "along", "in"} and thing.last in lex.QUALITIES | lex.LOOSE_QUALITIES):
            return
        if item.name == "at" and thing.shape not in GROUNDS and thing.last not in {"window", "door", "counter", "bar"}:
            self.object_of = pending.subjects
            return
        if item.name.endswith("against") and thing.shape in {"wall", "backdrop"}:
            relation = "in front of"
        if relation == "inside" and thing.last in CLOTHES:
            self.out.relations += [(thing, "on", subject, item.span) for subject in pending.subjects]
            self.object_of = pending.subjects
            return
        subjects = [subject for subject in pending.subjects if subject is not thing]
        self.out.understood.append(item.span)
        if relation in {"on", "inside"} and len(subjects) == 1 and subjects[0] in self.group:
            placed = {id(subject) for subject, *_ in self.out.relations[-_REACH:]}
            subjects = [member for member in self.group if id(member) not in placed and member is not thing] or subjects
        if not subjects and not pending.subjects:
            self.fronted = (relation, thing, item.span)
            self.main, self.group = None, []
            return
        for subject in subjects:
            ends = (thing, relation, subject) if item.turned else (subject, relation, thing)
            self.out.relations.append((*ends, item.span))
        self.object_of, self.aside = subjects, relation not in {"on", "inside", "above", "below"}
        if item.name == "between":
            self.between = subjects

    def _agent(self, place: int) -> bool:
        """Whether "by" names who did it: "battered by the waves"."""
        before = self.items[place - 1] if place else None
        placed = {"parked", "placed", "positioned", "seated", "located", "situated", "perched"}
        return before is not None and before.kind == "verb" and before.name.endswith("ed") and before.name not in placed

    def _trailing(self, index: int, item: Item) -> None:
        self.out.understood.append(item.span)
        before = self.before(index)
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
        before = self.before(index, "claimed", "verb", "copula", "comma", "colours", "link")
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
        link, following = self.before(index), self.after(index, "comma")
        opens = link is not None and link.kind == "link" and self.items[index - 2].kind in {"comma", "and", "stop"}
        if opens and link and link.relation and following and following.kind == "noun" and self.main:
            self.fronted, self.pending = (link.relation, self.main, link.span), None  # "behind it, a cone"
            self.out.understood.append(link.span)
            return
        if not self.pending or item.name in {"both", "all", "one"}:
            return
        if self.flat:
            self.out.understood.append(self.pending.item.span)
        subjects = self.pending.subjects
        earlier = [thing for thing in reversed(self.out.things[-_REACH:]) if thing not in subjects]
        owner = next((subject.owner for subject in subjects if subject.owner), None)
        meant = owner or next((thing for thing in earlier if thing.shape not in GROUNDS), earlier[0] if earlier else None)
        if meant:
            self._relate(self.pending, meant)
        self.pending = None

    def _with(self, index: int) -> None:
        before = self.before(index, "claimed")
        self.owner = self.main if before and before.kind == "comma" else self.last
        if self.last and self.last.owner and self.last.shape == "label":
            self.owner = self.last.owner
        if self.pending and self.pending.item.relation:
            self.pending = None
