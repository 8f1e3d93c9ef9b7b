"""The one table of the window's looks: colours in both themes, spacing, radii, type. No Qt here.

Text colours hold WCAG AA (4.5) on every ground they are used on, shapes and focus rings 3.0; a test computes it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

ThemeName = Literal["dark", "light"]


@dataclass(frozen=True)
class Theme:
    """Colours as "#RRGGBB". Grounds, from the back: surround, window, panel, field; control is what can be pressed."""

    name: ThemeName
    surround: str
    window: str
    panel: str
    field: str
    control: str
    hover: str
    pressed: str
    line: str
    edge: str
    text: str
    muted: str
    disabled: str
    accent: str
    accent_hover: str
    on_accent: str
    tint: str
    passed: str
    failed: str
    failed_tint: str
    unchecked: str
    focus: str
    sheet: str
    overlay: str
    overlay_back: str


DARK: Final = Theme(
    name="dark",
    surround="#18181A", window="#212123", panel="#28282A", field="#1C1C1E", control="#38383B", hover="#434347",
    pressed="#2F2F32", line="#343437", edge="#757579", text="#EDEDEF", muted="#ACACB2", disabled="#75757B",
    accent="#A8CB6B", accent_hover="#B8D77F", on_accent="#151A0B", tint="#3A4427",
    passed="#9DB88A", failed="#FF937F", failed_tint="#46302C", unchecked="#D6B35C",
    focus="#A8CB6B", sheet="#2E2E31", overlay="#FFFFFF", overlay_back="#000000",
)  # fmt: skip

LIGHT: Final = Theme(
    name="light",
    surround="#D4D4D7", window="#E9E9EB", panel="#F5F5F6", field="#FFFFFF", control="#E2E2E5", hover="#D6D6DA",
    pressed="#CBCBD0", line="#D8D8DB", edge="#85858B", text="#1B1B1D", muted="#57575D", disabled="#94949A",
    accent="#3D5E0A", accent_hover="#314D06", on_accent="#FFFFFF", tint="#DFE9CB",
    passed="#3F6330", failed="#B3261E", failed_tint="#F8E0DC", unchecked="#745400",
    focus="#3D5E0A", sheet="#F4F4F5", overlay="#FFFFFF", overlay_back="#000000",
)  # fmt: skip

THEMES: Final[dict[ThemeName, Theme]] = {"dark": DARK, "light": LIGHT}

HAIR, TIGHT, SMALL, MEDIUM, LARGE, WIDE = 2, 4, 8, 12, 16, 24
"""Spacing in pixels."""
RADIUS, RADIUS_SMALL = 6, 4
CAPTION, BODY, TITLE, DISPLAY = 11, 13, 15, 24
"""Type sizes in pixels at 100 % text scale."""
ICON = 18
MOTION_MS: Final = 120
