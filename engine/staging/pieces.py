"""What a stage is made of: solids, the sheets printed on them, the grounds, and the camera before them."""

from __future__ import annotations

from dataclasses import dataclass

from engine.staging.geometry import Pose, Vec, View
from engine.staging.prints import Line
from engine.staging.shapes import Patch, Size, outline


@dataclass(frozen=True, slots=True)
class Solid:
    """One copy (`instance`, from 1) of an element, with its size in metres in its own frame."""

    element: str
    instance: int
    shape: str
    label: str
    size: Size
    pose: Pose

    def points(self, *, fine: bool = True) -> list[Vec]:
        points = outline(self.shape, self.size, fine=fine)
        if self.pencils:
            w, _, h = self.size
            points += [(0.5 * w * x, 0.5 * w * y, 1.5 * h) for x, y in ((1, 0), (-1, 0), (0, 1), (0, -1))]
        return [self.pose.world(p) for p in points]

    @property
    def pencils(self) -> bool:
        """Whether it is a cup that pencils stand in."""
        return self.shape == "cup" and any(word in self.label for word in ("pen", "pencil"))


@dataclass(frozen=True, slots=True)
class Sheet:
    """A printed surface: a paper label's (`element` is the label) or the object's own (`element` is the object)."""

    element: str
    solid: int
    patch: Patch
    lines: tuple[Line, ...]
    pasted: bool


@dataclass(frozen=True, slots=True)
class Ground:
    """What things stand on or before: a table, floor, wall, backdrop or shelf."""

    kind: str
    element: str


@dataclass(frozen=True, slots=True)
class Stage:
    """`centre` and `radius` hold all solids; `behind` is how far beyond the centre, along the view, the last one reaches."""

    solids: tuple[Solid, ...]
    sheets: tuple[Sheet, ...]
    grounds: tuple[Ground, ...]
    view: View
    azimuth: float
    centre: Vec
    radius: float
    behind: float
    hung: bool

    def ground(self, *kinds: str) -> Ground | None:
        return next((g for g in self.grounds if g.kind in kinds), None)
