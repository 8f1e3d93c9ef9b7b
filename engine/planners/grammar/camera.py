"""Words for the camera, and the camera they add up to."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from engine.planners.grammar.prompt import Table
from engine.types import Camera, Note, Span

Settings = dict[str, float]

_VIEWS: Final[dict[str, Settings]] = {
    "front": {"azimuth": 0}, "frontal": {"azimuth": 0}, "back": {"azimuth": 180}, "rear": {"azimuth": 180},
    "side": {"azimuth": 90},
    "left side": {"azimuth": -90}, "right side": {"azimuth": 90}, "profile": {"azimuth": 90}, "side profile": {"azimuth": 90},
    "three quarter": {"azimuth": 40}, "three quarters": {"azimuth": 40}, "3/4": {"azimuth": 40},
    "three quarter front": {"azimuth": 40}, "three quarter side": {"azimuth": 40}, "three quarter left": {"azimuth": -40},
    "three quarter right": {"azimuth": 40}, "eye level": {"elevation": 2}, "straight on": {"azimuth": 0},
    "head on": {"azimuth": 0},
    "low": {"elevation": -15}, "very low": {"elevation": -25}, "worm's eye": {"elevation": -35},
    "worms eye": {"elevation": -35},
    "high": {"elevation": 35}, "slightly elevated": {"elevation": 18}, "elevated": {"elevation": 25},
    "bird's eye": {"elevation": 60},
    "birds eye": {"elevation": 60}, "bird eye": {"elevation": 60}, "aerial": {"elevation": 60}, "drone": {"elevation": 60},
    "top down": {"elevation": 90}, "top": {"elevation": 90}, "overhead": {"elevation": 90}, "plan": {"elevation": 90},
    "isometric": {"azimuth": 45, "elevation": 35.264, "focal_mm": 200},
    "axonometric": {"azimuth": 45, "elevation": 35.264, "focal_mm": 200},
    "dutch": {"roll": 15}, "canted": {"roll": 15}, "tilted": {"roll": 15}, "wide": {"focal_mm": 24},
    "ultra wide": {"focal_mm": 16},
    "close up": {"zoom": 1.5}, "closeup": {"zoom": 1.5}, "extreme close up": {"zoom": 2.2}, "macro": {"zoom": 2.0},
    "telephoto": {"focal_mm": 135}, "fisheye": {"focal_mm": 12}, "long": {"zoom": 0.6}, "full": {"zoom": 0.85},
}  # fmt: skip
_ALONE: Final[dict[str, Settings]] = {
    "from the front": {"azimuth": 0}, "from the side": {"azimuth": 90}, "from the left": {"azimuth": -90},
    "from the left side": {"azimuth": -90}, "from the right": {"azimuth": 90}, "from the right side": {"azimuth": 90},
    "from the back": {"azimuth": 180}, "from behind": {"azimuth": 180}, "in profile": {"azimuth": 90},
    "side on": {"azimuth": 90},
    "front on": {"azimuth": 0}, "head on": {"azimuth": 0}, "straight on": {"azimuth": 0}, "eye level": {"elevation": 2},
    "from the front left": {"azimuth": -40}, "from the front right": {"azimuth": 40}, "three quarter": {"azimuth": 40},
    "from above": {"elevation": 40}, "slightly from above": {"elevation": 18}, "a little from above": {"elevation": 18},
    "from slightly above": {"elevation": 18}, "from high above": {"elevation": 60}, "from straight above": {"elevation": 90},
    "from directly above": {"elevation": 90}, "straight from above": {"elevation": 90},
    "directly from above": {"elevation": 90},
    "from below": {"elevation": -20}, "slightly from below": {"elevation": -10}, "from slightly below": {"elevation": -10},
    "from a low angle": {"elevation": -15}, "from a high angle": {"elevation": 35}, "high angle": {"elevation": 35},
    "low angle": {"elevation": -15}, "dutch angle": {"roll": 15}, "dutch tilt": {"roll": 15}, "tilted horizon": {"roll": 15},
    "top down": {"elevation": 90}, "bird's eye": {"elevation": 60}, "worm's eye": {"elevation": -35},
    "flat lay": {"elevation": 90},
    "flatlay": {"elevation": 90}, "overhead": {"elevation": 90},
    "isometric": {"azimuth": 45, "elevation": 35.264, "focal_mm": 200},
    "in isometric": {"azimuth": 45, "elevation": 35.264, "focal_mm": 200}, "close up": {"zoom": 1.5}, "closeup": {"zoom": 1.5},
    "extreme close up": {"zoom": 2.2}, "wide angle": {"focal_mm": 24}, "wide lens": {"focal_mm": 24},
    "telephoto lens": {"focal_mm": 135},
    "fisheye lens": {"focal_mm": 12}, "macro lens": {"zoom": 2.0}, "zoomed in": {"zoom": 1.4}, "zoomed out": {"zoom": 0.7},
    "from afar": {"zoom": 0.6}, "from a distance": {"zoom": 0.6}, "depth of field": {"f_number": 2.8},
    "shallow depth of field": {"f_number": 2.0}, "shallow focus": {"f_number": 2.0}, "bokeh": {"f_number": 2.0},
    "blurred background": {"f_number": 2.0}, "blurry background": {"f_number": 2.0},
    "out of focus background": {"f_number": 2.0},
}  # fmt: skip
_BEFORE = (
    "",
    "in ",
    "in a ",
    "from a ",
    "from the ",
    "from ",
    "at ",
    "at a ",
    "a ",
    "the ",
    "viewed from ",
    "seen from ",
    "shot from ",
)
_AFTER = (
    "view",
    "angle",
    "shot",
    "perspective",
    "camera angle",
    "camera",
    "projection",
    "view angle",
    "viewpoint",
    "angle view",
    "angle shot",
)

PHRASES: Final = Table(
    {f"{before}{name} {after}".strip(): settings for name, settings in _VIEWS.items() for after in _AFTER for before in _BEFORE}
    | {
        f"{how}{name}": settings
        for name, settings in _ALONE.items()
        for how in ("", "seen ", "viewed ", "shot ", "at ", "photographed ")
    }
    | {f"{article} close up of": {"zoom": 1.5} for article in ("a", "the")}
)
"""Every phrase for a view → what it sets."""

VIEWS: Final = Table(_VIEWS)
"""What may follow "camera:" or "view:"."""

_DEGREES = r"(?P<value>-?\d+(?:\.\d+)?)[\s-]?(?:°|degrees?\b|deg\b)"
NUMBERS: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?:(?:rotated|turned)\s+(?:by\s+)?)?{_DEGREES}\s*(?:(?:view|angle|shot)\s*)?"
        r"(?:from|to|towards?)\s+(?:the\s+)?(?P<side>left|right|above|below|side)\b",
        rf"(?:(?:seen|viewed|shot)\s+)?from\s+{_DEGREES}\s+(?P<side>left|right|above|below)\b",
        rf"(?:\bat\s+)?(?:an?\s+)?\b(?P<axis>azimuth|elevation|roll|tilt|pitch|yaw)(?:\s+angle)?\s*(?:of|:|=|is|by)?\s*{_DEGREES}",
        r"\b(?P<axis>azimuth|elevation|roll)\s*(?:of|:|=|is)?\s*(?P<value>-?\d+(?:\.\d+)?)",
        rf"{_DEGREES}\s*(?P<axis>azimuth|elevation|roll|tilt|pitch|yaw)\b",
        rf"\b(?P<axis>rotated|turned|tilted)\s+(?:by\s+)?{_DEGREES}",
        rf"(?:(?:at|from)\s+)?(?:an?\s+)?{_DEGREES}\s*(?:camera\s+)?(?P<axis>view|angle|perspective)\b",
        rf"(?:seen\s+|viewed\s+|shot\s+)?from\s+the\s+(?P<side>left|right|side)\s+at\s+(?:an?\s+angle\s+of\s+)?{_DEGREES}",
        rf"(?:seen\s+|viewed\s+|shot\s+)?from\s+(?P<side>above|below)\s+at\s+(?:an?\s+angle\s+of\s+)?{_DEGREES}",
        r"(?P<value>\d{1,3})\s?mm\s+(?P<axis>lens|focal length)",
        r"\b(?P<axis>f)/(?P<value>\d+(?:\.\d+)?)",
    )
)
"""Angles, focal lengths and apertures given as numbers."""

_AXES: Final = {
    "pitch": "elevation", "tilt": "roll", "tilted": "roll", "yaw": "azimuth", "rotated": "azimuth", "turned": "azimuth",
    "view": "azimuth", "angle": "azimuth", "perspective": "azimuth", "lens": "focal_mm", "focal length": "focal_mm",
    "f": "f_number",
    "left": "azimuth", "right": "azimuth", "side": "azimuth", "above": "elevation", "below": "elevation",
}  # fmt: skip
_LIMITS: Final = {
    "azimuth": (-180, 180),
    "elevation": (-90, 90),
    "roll": (-180, 180),
    "focal_mm": (8, 800),
    "f_number": (0.7, 64),
}


@dataclass(frozen=True, slots=True)
class View:
    """What one phrase of the prompt asks of the camera."""

    settings: Settings
    text: str
    span: Span


def by_number(match: re.Match[str]) -> Settings | None:
    """The setting that a match of NUMBERS gives; None where the number makes no sense for it."""
    groups = match.groupdict()
    word = (groups.get("axis") or groups.get("side") or "").lower()
    axis, value = _AXES.get(word, word), float(groups["value"])
    if word in {"left", "below"}:
        value = -value
    low, high = _LIMITS[axis]
    return {axis: value} if low <= value <= high else None


def camera(views: Sequence[View], default: Camera) -> tuple[Camera, bool, list[Note]]:
    """The camera asked for, whether an angle was asked for, and what contradicted.

    Of two views that cannot both hold the first is taken: front, side and back are views near eye level.
    """
    settings: Settings = {}
    said: dict[str, View] = {}
    notes: list[Note] = []
    for view in views:
        other = next((said[axis] for axis, value in view.settings.items() if settings.get(axis, value) != value), None)
        other = other or next((old for old in said.values() if _steep(view, old) or _steep(old, view)), None)
        if other:
            message = f"“{other.text}” and “{view.text}” cannot both hold: “{other.text}” is taken because it comes first."
            notes.append(Note(kind="contradiction", message=message, span=view.span))
            continue
        settings |= view.settings
        said |= dict.fromkeys(view.settings, view)
    asked = bool(settings.keys() & {"azimuth", "elevation", "roll"})
    if "azimuth" in settings and "elevation" not in settings:
        settings["elevation"] = default.elevation if abs(settings["azimuth"]) not in {0, 90, 180} else 3.0
    if settings.get("elevation", 0) == 90:
        settings.setdefault("azimuth", 0.0)
    return default.replace(**settings), asked, notes


def _steep(one: View, other: View) -> bool:
    """Whether `one` is a straight view from a side and `other` one from high above."""
    return one.settings.get("azimuth") in {0, 90, -90, 180} and other.settings.get("elevation", 0) >= 60
