"""How the camera was held and from where it looks.

Of a staged scene the outlines of its things are held against the picture as a camera of the angles asked for would see them,
and as others would. On any other picture only upright lines are believed: there a view fails for its roll, and never passes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from engine.api import RunContext
from engine.critics.fields import Held, held
from engine.critics.lines import Upright, upright
from engine.critics.looking import unchecked
from engine.critics.outlines import Angles, Fit, Outlines
from engine.staging import Solid, stage
from engine.staging.shapes import ROUND
from engine.types import Finding, Plan, Render, Requirement, RequirementKind
from engine.vocabulary import GROUNDS

LIES = 0.72
"""The share of the outlines that lies on edges where the camera is the right one; chance reaches about half."""
AS_WELL, BETTER = 0.02, 0.2
"""A camera explains a picture as well as another where it comes so near to its share; it is refuted by one so much better."""
BEYOND = 2.0
"""Degrees beyond the limit at which other cameras are tried."""
SURE = 3.0
"""By lines alone a roll fails only where it is off by so many deviations more than is allowed."""
DOUBT = 2.0
"""Degrees beyond the limit from which on perspective fields are believed to refute a view; they are read that well at best."""
STEEP = 50.0
"""From this elevation on what is upright does not look upright."""
TURNED = 3.0
"""A thing turned by more degrees turns with the camera."""
STAGED = frozenset({"studio", "file"})
"""Renderers whose pictures may be staged scenes; a file's may be the studio's."""
NAMES = ("azimuth", "elevation", "roll")


class ViewCritic:
    id = "view"
    kinds: frozenset[RequirementKind] = frozenset({"view"})

    def check(self, plan: Plan, requirements: Sequence[Requirement], render: Render, context: RunContext) -> list[Finding]:
        context.progress("view", 0.0)
        return [self._checked(plan, requirement, render, context) for requirement in requirements]

    def _checked(self, plan: Plan, requirement: Requirement, render: Render, context: RunContext) -> Finding:
        expected = requirement.expected if isinstance(requirement.expected, tuple) else (0.0, 0.0, 0.0)
        azimuth, elevation, roll = (float(value) for value in expected)
        asked = azimuth, elevation, roll
        if render.renderer in STAGED and (main := _main(plan, asked)):
            outlines = Outlines(plan, render.pixels.array)
            here = outlines.fit(asked)
            if here.share >= LIES:
                return self._here(requirement, main, outlines, here)
            context.progress("view", 0.3)
            best = outlines.nearest(asked) if here.share else here
            if best.share >= LIES and best.share - here.share >= BETTER and abs(main.pose.yaw) <= TURNED:
                wrong = _off(outlines, best, asked, requirement.threshold + BEYOND)
                if wrong:
                    return self._elsewhere(requirement, best.angles, wrong, 0.9)
        fields = held(render.pixels.array, context)
        if fields is not None:
            return self._by_fields(requirement, fields, asked)
        return self._by_lines(requirement, upright(render.pixels.array), asked)

    def _here(self, requirement: Requirement, main: Solid, outlines: Outlines, here: Fit) -> Finding:
        """The outlines lie where they should: passed unless another camera explains them as well."""
        limit = requirement.threshold + BEYOND
        sided = main.shape not in ROUND
        unsure = [
            name
            for n, name in enumerate(NAMES)
            if (sided or name != "azimuth")
            and any(outlines.fit(_turned(here.angles, n, off)).share > here.share - AS_WELL for off in (-limit, limit))
        ]
        said = list(_told(here.angles, main, sided, unsure))
        if unsure or (sided and abs(main.pose.yaw) > TURNED):
            return unchecked(requirement, self.id, " ".join(said), here.angles)
        return Finding(
            requirement=requirement.id,
            critic=self.id,
            verdict="passed",
            measured=here.angles,
            threshold=requirement.threshold,
            message=" ".join(said),
            confidence=0.95,
        )

    def _elsewhere(
        self, requirement: Requirement, angles: Angles, wrong: dict[str, tuple[float, float]], confidence: float
    ) -> Finding:
        return Finding(
            requirement=requirement.id,
            critic=self.id,
            verdict="failed",
            measured=tuple(round(angle, 1) for angle in angles),
            threshold=requirement.threshold,
            score=round(requirement.threshold / max(abs(seen - asked) for seen, asked in wrong.values()), 4),
            message=" ".join(_wrong(name, seen, asked) for name, (seen, asked) in wrong.items()),
            confidence=confidence,
        )

    def _by_fields(self, requirement: Requirement, fields: Held, asked: Angles) -> Finding:
        """What a network of the user's tells of any picture: a view fails by it, and never passes, since the azimuth was asked too."""
        seen = {"roll": (fields.roll, asked[2]), "elevation": (fields.elevation, asked[1])}
        if abs(fields.elevation) >= STEEP:
            del seen["roll"]
        limit = requirement.threshold + max(DOUBT, SURE * fields.residual)
        wrong = {name: pair for name, pair in seen.items() if abs(pair[0] - pair[1]) > limit}
        measured = asked[0], round(fields.elevation, 1), round(fields.roll, 1)
        if wrong:
            return self._elsewhere(requirement, measured, wrong, 0.8)
        said = f"The roll reads {round(fields.roll)}° and the elevation {round(fields.elevation)}°; the azimuth does not show."
        return unchecked(requirement, self.id, said, measured)

    def _by_lines(self, requirement: Requirement, lines: Upright | None, asked: Angles) -> Finding:
        azimuth, elevation, roll = asked
        if abs(elevation) >= STEEP or lines is None:
            return unchecked(requirement, self.id, "Too few upright lines show how the camera was held.")
        measured = azimuth, elevation, round(lines.roll, 1)
        off = abs(lines.roll - roll)
        if off <= requirement.threshold + SURE * lines.spread:
            said = f"The roll reads {round(lines.roll)}°; azimuth and elevation do not show."
            return unchecked(requirement, self.id, said, measured)
        return Finding(
            requirement=requirement.id,
            critic=self.id,
            verdict="failed",
            measured=measured,
            threshold=requirement.threshold,
            score=round(requirement.threshold / off, 4),
            message=f"The camera is rolled by {round(lines.roll)}°; {round(roll)}° were asked for.",
            confidence=0.8,
        )


def _main(plan: Plan, asked: Angles) -> Solid | None:
    """The largest thing, one with sides if there is any, as the plan stages it for these angles; None where none is staged."""
    azimuth, elevation, roll = asked
    if plan.kind != "scene":
        return None
    try:
        set_up = stage(plan.replace(camera=plan.camera.replace(azimuth=azimuth, elevation=elevation, roll=roll)))
    except ValueError:
        return None
    things = [solid for solid in set_up.solids if solid.shape not in GROUNDS] or list(set_up.solids)
    sided = [solid for solid in things if solid.shape not in ROUND]
    return max(sided or things, key=lambda solid: solid.size[0] * solid.size[2])


def _turned(angles: Angles, n: int, off: float) -> Angles:
    azimuth, elevation, roll = (angle + off * (n == k) for k, angle in enumerate(angles))
    return azimuth, elevation, roll


def _off(outlines: Outlines, best: Fit, asked: Angles, limit: float) -> dict[str, tuple[float, float]]:
    """The angles that are off by more than the limit and must be for the outlines to fit: seen and asked, by name."""
    found = {}
    for n, (name, seen, wanted) in enumerate(zip(NAMES, best.angles, asked, strict=True)):
        if abs(seen - wanted) > limit and outlines.fit(_turned(best.angles, n, wanted - seen)).share < best.share - BETTER / 2:
            found[name] = seen, wanted
    return found


def _told(angles: Angles, main: Solid, sided: bool, unsure: list[str]) -> Iterator[str]:
    azimuth, elevation, roll = (round(angle) for angle in angles)
    if sided and abs(main.pose.yaw) > TURNED:
        yield f"The {main.label} turns with the camera, so that its front stays in sight."
    elif unsure:
        yield f"Nothing speaks against azimuth {azimuth}°, elevation {elevation}°, roll {roll}°, but others would look alike."
    elif sided:
        yield f"The camera stands as asked: azimuth {azimuth}°, elevation {elevation}°, roll {roll}°."
        yield f"The front and back of the {main.label} look alike."
    else:
        yield f"The camera stands as asked: elevation {elevation}°, roll {roll}°."
        yield f"The {main.label} looks the same from all around."


def _wrong(name: str, seen: float, asked: float) -> str:
    if name == "roll":
        return f"The camera is rolled by {round(seen)}°; {round(asked)}° were asked for."
    if name == "elevation":
        return f"The elevation is {round(seen)}°; {round(asked)}° were asked for."
    return f"The azimuth is {round(seen)}°; {round(asked)}° were asked for."
