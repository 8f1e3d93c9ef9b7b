"""The themes' contrast, computed: 4.5 for text, 3 for shapes (WCAG AA)."""

from __future__ import annotations

import pytest

from desktop.style.tokens import THEMES, ThemeName
from engine.colour.measure import contrast
from engine.colour.names import parse

TEXT = [
    *[("text", ground) for ground in ("window", "panel", "field", "control", "hover", "pressed", "tint", "failed_tint")],
    *[("muted", ground) for ground in ("window", "panel", "field", "control", "surround")],
    ("failed", "panel"), ("failed", "window"), ("failed", "tint"), ("failed", "failed_tint"), ("unchecked", "panel"),
    ("unchecked", "tint"), ("on_accent", "accent"), ("on_accent", "accent_hover"), ("accent", "surround"),
]  # fmt: skip
SHAPES = [
    ("passed", "panel"), ("passed", "tint"), ("failed", "control"), ("unchecked", "control"), ("edge", "field"),
    ("edge", "panel"), ("focus", "window"), ("focus", "panel"), ("focus", "field"), ("accent", "tint"),
]  # fmt: skip


@pytest.mark.parametrize("theme", ["dark", "light"])
@pytest.mark.parametrize(("ink", "ground", "least"), [(*pair, 4.5) for pair in TEXT] + [(*pair, 3.0) for pair in SHAPES])
def test_contrast(theme: ThemeName, ink: str, ground: str, least: float) -> None:
    colours = vars(THEMES[theme])
    one, other = parse(colours[ink]), parse(colours[ground])
    assert one is not None
    assert other is not None
    assert contrast(one, other) >= least
