"""What a prompt means before it becomes elements, and the state in which it is read."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from engine.planners.grammar.colours import Colour
from engine.planners.grammar.items import Item
from engine.planners.grammar.scan import Phrase
from engine.types import Note, RelationName, Span


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
class Pending:
    """A link that waits for its object."""

    item: Item
    place: int
    subjects: list[Phrase]
    writing: Writing | None = None


class State:
    """What has been read so far, and what is still open."""

    def __init__(self, items: Sequence[Item], flat: bool) -> None:
        self.items, self.flat = items, flat
        self.out = Reading()
        self.group: list[Phrase] = []
        self.last: Phrase | None = None
        self.main: Phrase | None = None
        self.object: Phrase | None = None
        self.object_of: list[Phrase] = []
        self.aside = False
        self.linked: Pending | None = None
        self.pending: Pending | None = None
        self.fronted: tuple[RelationName, Phrase, Span] | None = None
        self.owner: Phrase | None = None
        self.between: list[Phrase] = []
        self.acting: Phrase | None = None
        self.places: dict[int, tuple[Phrase, str, Span]] = {}
        self.material_for: Phrase | None = None
        self.topic = False
        self.editing = False
        self.next: tuple[str, Phrase] | None = None

    def before(self, index: int, *skipped: str) -> Item | None:
        for item in reversed(self.items[max(0, index - 6) : index]):
            if item.kind not in skipped:
                return item
        return None

    def after(self, index: int, *skipped: str) -> Item | None:
        for item in self.items[index + 1 : index + 7]:
            if item.kind not in skipped:
                return item
        return None

    # Things
