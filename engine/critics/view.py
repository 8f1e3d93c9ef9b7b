"""Where the camera stands: azimuth, elevation and roll from pixels.

On studio pictures a network trained on studio renders reads all three, and says how sure it is; a box looks the same from
its four sides, so the azimuth is known but for a multiple of 90°. On any other picture only the roll is judged, by the
straight lines that ought to be upright or level.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import erf, sqrt

import numpy as np

from engine.api import RunContext
from engine.critics.lines import upright
from engine.critics.looking import unchecked
from engine.critics.onnx import network
from engine.types import Array, Expected, Finding, Plan, Render, Requirement, RequirementKind

SIDE = 144
STEEP = 70.0
"""From this elevation on, turning round the subject and rolling the camera come to the same."""
SURE = 2.0
"""A view fails only where an angle is off by so many spreads more than is allowed."""
CORNERED = frozenset(
    {"box", "cube", "carton", "book", "pyramid", "phone", "laptop", "frame", "lettering", "card", "bag", "pouch"}
)
"""Shapes that show from which side they are seen."""


@dataclass(frozen=True)
class Angles:
    """Azimuth (−45..45, of the nearest corner), elevation and roll in degrees (n, 3), and the network's spread of each."""

    degrees: Array
    spread: Array


def letterboxed(picture: Array) -> Array:
    """The network's input of a uint8 sRGB picture: float32 (3, SIDE, SIDE) in 0..1, whole, centred, on middle grey."""
    import cv2

    height, width = picture.shape[:2]
    scale = SIDE / max(height, width)
    size = max(1, round(width * scale)), max(1, round(height * scale))
    small = cv2.resize(picture, size, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR)
    input_ = np.full((SIDE, SIDE, 3), 0.5, np.float32)
    top, left = (SIDE - size[1]) // 2, (SIDE - size[0]) // 2
    input_[top : top + size[1], left : left + size[0]] = small.astype(np.float32) / 255
    return np.ascontiguousarray(input_.transpose(2, 0, 1))


def angles(rows: Array) -> Angles:
    """What the network's output (n, 7) says."""
    azimuth = np.degrees(np.arctan2(rows[:, 1], rows[:, 0])) / 4
    spread = np.exp(np.clip(rows[:, 4:7], -8, 4) / 2) * (np.degrees(1) / 4, 45 / 2, 15 / 2) / np.sqrt(2)
    return Angles(np.stack([azimuth, rows[:, 2] * 45, rows[:, 3] * 15], axis=1), spread)


@dataclass(frozen=True)
class Reading:
    """An angle as it was read, in degrees, known but for multiples of `period`, and how far off it may be (one deviation)."""

    name: str
    degrees: float
    spread: float
    period: float = 360.0


class ViewCritic:
    id = "view"
    kinds: frozenset[RequirementKind] = frozenset({"view"})

    def check(self, plan: Plan, requirements: Sequence[Requirement], render: Render, context: RunContext) -> list[Finding]:
        context.progress("view", 0.0)
        staged = render.renderer == "studio" and plan.kind == "scene"
        readings = _staged(plan, render) if staged else _photographed(render)
        return [self._judge(requirement, readings, whole=staged) for requirement in requirements]

    def _judge(self, requirement: Requirement, readings: list[Reading], *, whole: bool) -> Finding:
        """Failed where an angle is surely off; passed where every one is more likely right, and the `whole` view was read."""
        if not readings:
            return unchecked(requirement, self.id, "Too few upright lines show how the camera was held.")
        asked = dict(zip(("azimuth", "elevation", "roll"), _numbers(requirement.expected), strict=True))
        away = {r.name: (r.degrees - asked[r.name] + r.period / 2) % r.period - r.period / 2 for r in readings}
        limit = requirement.threshold
        wrong = [r for r in readings if abs(away[r.name]) > limit + SURE * r.spread]
        right = whole and all(abs(away[r.name]) <= limit for r in readings)
        told = "; ".join(
            f"{r.name} {asked[r.name] + away[r.name]:.0f}° (asked {asked[r.name]:.0f}°)" for r in wrong or readings
        )
        if not wrong and not right:
            seen = f"Read as {told}, which is too unsure to judge." if whole else f"Only the roll shows: {told}."
            return unchecked(requirement, self.id, seen, _measured(asked, away))
        off = max(abs(away[r.name]) for r in readings)
        return Finding(
            requirement=requirement.id,
            critic=self.id,
            verdict="failed" if wrong else "passed",
            measured=_measured(asked, away),
            threshold=limit,
            score=round(limit / off, 4) if wrong else 1.0,
            message=f"The camera stands elsewhere: {told}." if wrong else f"The camera stands where it was asked to: {told}.",
            confidence=round(min(_sure(abs(away[r.name]), limit, r.spread) for r in wrong or readings), 3),
        )


def _staged(plan: Plan, render: Render) -> list[Reading]:
    """The angles of a studio picture, read twice: as it is and mirrored. Left out is what nothing in it shows."""
    picture = letterboxed(render.pixels.array)
    (rows,) = network("view").run(np.stack([picture, picture[..., ::-1]]))
    read = angles(rows)
    (azimuth, elevation, roll), mirrored = read.degrees
    spread = read.spread.mean(axis=0)
    found = [Reading("elevation", float(elevation + mirrored[1]) / 2, float(spread[1]))]
    if found[0].degrees < STEEP:
        found.append(Reading("roll", float(roll - mirrored[2]) / 2, float(spread[2])))
        if any(element.kind in CORNERED for element in plan.elements):
            apart = (azimuth + mirrored[0] + 45) % 90 - 45
            found.append(Reading("azimuth", float(azimuth - apart / 2), float(spread[0]), 90.0))
    return found


def _photographed(render: Render) -> list[Reading]:
    """The roll of any picture that shows enough uprights."""
    found = upright(render.pixels.array)
    return [Reading("roll", found.roll, found.spread)] if found else []


def _numbers(expected: Expected) -> tuple[float, float, float]:
    azimuth, elevation, roll = (float(value) for value in expected) if isinstance(expected, tuple) else (0.0, 0.0, 0.0)
    return azimuth, elevation, roll


def _measured(asked: dict[str, float], away: dict[str, float]) -> tuple[float, ...]:
    """Every angle as it was read; where it was not, as it was asked."""
    return tuple(round(asked[name] + away.get(name, 0.0), 1) for name in asked)


def _sure(away: float, limit: float, spread: float) -> float:
    """How probable it is that an error read as `away` lies on the side of the limit where it was read."""
    return 0.5 * (1 + erf(abs(limit - away) / (spread * sqrt(2))))
