"""The one table, and the user's own entries over it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from engine import thresholds
from engine.errors import BadInput


@pytest.fixture(autouse=True)
def _fresh() -> Iterator[None]:
    thresholds.reread()
    yield
    thresholds.reread()


def test_the_users_entry_wins(own_configuration: Path) -> None:
    assert thresholds.threshold("colour", "exact") == 3.0
    thresholds.reread()
    (own_configuration / "thresholds.toml").write_text("[colour]\nexact = 1.5\n")
    assert thresholds.threshold("colour", "exact") == 1.5
    assert thresholds.threshold("text", "exact") == 1.0


@pytest.mark.parametrize(
    "text", ["[colour]\nexakt = 1", "[colours]\nexact = 1", "[colour]\nexact = 'low'", "colour = 3", "[[["]
)
def test_a_bad_table_is_refused_with_its_name(own_configuration: Path, text: str) -> None:
    (own_configuration / "thresholds.toml").write_text(text)
    with pytest.raises(BadInput, match=r"thresholds\.toml"):
        thresholds.threshold("colour", "exact")
