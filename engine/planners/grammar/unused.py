"""Words of the prompt that nothing in the plan accounts for."""

from collections.abc import Iterable, Sequence

from engine.planners.grammar import lexicon as lex
from engine.planners.grammar.prompt import Token
from engine.types import Note, Span

_MOST = 100
_FREE = lex.SKIPPED | lex.DETERMINERS | lex.SAYS | lex.NUMBERS.keys() | {"made", "crafted", "no", "without", "any"}


def unused(prompt: str, tokens: Sequence[Token], taken: set[int], spans: Iterable[Span]) -> list[Note]:
    """A note for each run of content words outside the spans."""
    covered = bytearray(len(prompt))
    for start, end in spans:
        covered[start:end] = b"\1" * (end - start)
    runs: list[list[int]] = []
    for place, token in enumerate(tokens):
        content = (token.is_word and token.low not in _FREE) or (token.quote is not None and bool(token.quote.text))
        if not content or place in taken or any(covered[token.start : token.end]):
            continue
        if runs and runs[-1][1] == place - 1:
            runs[-1][1] = place
        else:
            runs.append([place, place])
    notes = [_note(prompt, (tokens[first].start, tokens[last].end)) for first, last in runs[:_MOST]]
    if len(runs) > _MOST:
        span = tokens[runs[_MOST][0]].start, tokens[runs[-1][1]].end
        message = f"{len(runs) - _MOST} more passages from position {span[0] + 1} on were not understood and change nothing."
        notes.append(Note(kind="unused", message=message, span=span))
    return notes


def _note(prompt: str, span: Span) -> Note:
    said = prompt[span[0] : span[1]]
    said = said if len(said) <= 80 else said[:77] + "…"
    return Note(kind="unused", message=f"“{said}” was not understood and changes nothing.", span=span)
