"""Word lists as they are best read in source: words with spaces between, over several lines."""


def words(text: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(text.split())


def phrases(text: str) -> tuple[str, ...]:
    """The phrases of a text, which commas separate."""
    return tuple(" ".join(phrase.split()) for phrase in text.split(",") if phrase.strip())
