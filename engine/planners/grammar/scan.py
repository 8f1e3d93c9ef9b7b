"""What the readers of noun phrases share: the phrase, and a way to look along the tokens."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from engine.planners.grammar import adjectives as adj
from engine.planners.grammar import lexicon as lex
from engine.planners.grammar.colours import Colour, Palette
from engine.planners.grammar.plural import singular
from engine.planners.grammar.prompt import Table, Token
from engine.planners.grammar.verbs import AFTER_PARTICIPLE
from engine.types import Note, Span

RELATIONS = Table(lex.RELATIONS)
ASIDE = Table(dict.fromkeys(["side by side", "next to each other", "back to back", "face to face"], ""))
STOPS = (
    lex.OTHER_PREPOSITIONS
    | lex.COPULAS
    | lex.RELATIVES
    | lex.PRONOUNS - {"one", "other", "her"}
    | lex.MODALS - {"can", "will", "may"}
    | {"and", "or", "but", "while"}
)


@dataclass(slots=True, eq=False)
class Phrase:
    """A noun phrase. `head` is its noun in the singular, "" while it waits for one ("two blue and one red ball")."""

    head: str
    span: Span
    count: int = 1
    stated: bool = False
    plural: bool = False
    definite: bool = False
    article: bool = False
    colors: list[Colour] = field(default_factory=list)
    material: str = ""
    scale: float = 1.0
    attributes: list[tuple[str, Span]] = field(default_factory=list)
    contents: str = ""
    group: str = ""
    shape: str = ""
    owner: "Phrase | None" = None

    @property
    def last(self) -> str:
        return self.head.rsplit(" ", 1)[-1]

    @property
    def description(self) -> str:
        """The noun with its colours and qualities: "gold cap"."""
        return " ".join([*(colour.text for colour in self.colors), *(text for text, _ in self.attributes), self.head])

    @property
    def bare(self) -> bool:
        """Whether it says colours or qualities and names nothing."""
        return not self.head

    @property
    def qualified(self) -> bool:
        """Whether it says colours, a material, a size or other qualities."""
        return bool(self.colors or self.material or self.attributes or self.scale != 1)


def is_adjective(low: str) -> bool:
    if low in adj.ADJECTIVES or low in adj.SCALES or low in AFTER_PARTICIPLE:
        return True
    if low in adj.NOUNS_THAT_LOOK_IT or len(low) < 4:
        return False
    first, _, last = low.rpartition("-")
    if first in lex.NUMBERS:
        return True  # "two-seater", "three-tier"
    if "-" in low and (
        last in AFTER_PARTICIPLE or last.endswith("ed") or last in adj.ADJECTIVES or last in {"free", "style", "inspired"}
    ):
        return True
    return low.endswith(adj.ADJECTIVE_ENDINGS) or (low.endswith(("ed", "ing")) and len(low) > 4) or low.endswith("'s")


class Scan:
    """Looks along the tokens; `stop` holds the indices of tokens that belong to something else."""

    def __init__(self, tokens: Sequence[Token], stop: set[int], palette: Palette) -> None:
        self.tokens, self.stop, self.palette = tokens, stop, palette
        self.notes: list[Note] = []

    def free(self, place: int) -> bool:
        return place < len(self.tokens) and place not in self.stop and self.tokens[place].is_word

    def word(self, place: int) -> str:
        return self.tokens[place].low if place < len(self.tokens) else ""

    def content(self, place: int) -> bool:
        """Whether a word that can belong to a noun phrase stands at `place`."""
        if not self.free(place):
            return False
        low = self.tokens[place].low
        return not (low in STOPS | lex.DETERMINERS | lex.SKIPPED or low in lex.NUMBERS or RELATIONS.match(self.tokens, place))

    def compound(self, place: int) -> bool:
        if not (self.free(place) and self.free(place + 1)) or self.pair(place) not in adj.COMPOUNDS:
            return False
        return not (self.free(place + 2) and self.pair(place + 1) in adj.COMPOUNDS)  # "white wine glass" is a white glass

    def pair(self, place: int) -> tuple[str, str]:
        return self.tokens[place].low, singular(self.tokens[place + 1].low)
