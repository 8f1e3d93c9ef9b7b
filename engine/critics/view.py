"""How the camera was held and from where it looks.

A staged scene's own edges are laid onto the picture's (`engine.critics.camera`), which says where the camera stands and how
well each angle is known. A small network reads elevation and roll off the picture (`engine.critics.pose`): one more camera to
search from, and where the edges do not decide both must agree. On any other picture a network of the user's tells roll and
elevation, or else upright lines tell the roll: there a view may fail, and never passes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from engine.api import RunContext
from engine.critics.camera import Angles, Sketches, Sought, subject
from engine.critics.fields import Held, held
from engine.critics.lines import Upright, upright
from engine.critics.looking import unchecked
from engine.critics.registration import edged
from engine.staging import Solid, stage
from engine.staging.shapes import ROUND
from engine.types import Finding, Plan, Render, Requirement, RequirementKind

LIES = 0.7
"""The share of the scene's edges that lies on edges of the picture where the camera is the right one."""
CALM = 2.0
"""Where the edges pull the camera away by more degrees than this, others are tried."""
CLEARLY = 0.92
"""With such a share no further camera is tried."""
BETTER = 0.04
"""A view is refuted where another camera explains the picture by so much more than the one that was asked for."""
AS_WELL, BEYOND = 0.02, 2.0
"""The view of a round thing passes only where no camera so many degrees beyond the limit comes so near to its share."""
SURELY = 2.0
"""It is refuted only by an angle that is off by so many deviations more than is allowed."""
OVERHEAD = 70.0
"""From this elevation on going round the subject and rolling the camera look the same: the azimuth is not judged."""
SURE = 3.0
"""By lines alone a roll fails only where it is off by so many deviations more than is allowed."""
DOUBT = 2.0
"""Degrees beyond the limit from which on perspective fields are believed to refute a view; they are read that well at best."""
STEEP = 50.0
"""From this elevation on what is upright does not look upright."""
TURNED = 3.0
"""A thing turned by more degrees turns with the camera, which hides the azimuth."""
STAGED = frozenset({"studio", "file"})
"""Renderers whose pictures may be staged scenes; a file's may be the studio's."""
NAMES = ("azimuth", "elevation", "roll")


class ViewCritic:
    id = "view"
    kinds: frozenset[RequirementKind] = frozenset({"view"})

    def __init__(self, sketches: Sketches) -> None:
        self._sketches = sketches

    def check(self, plan: Plan, requirements: Sequence[Requirement], render: Render, context: RunContext) -> list[Finding]:
        context.progress("view", 0.0)
        return [self._checked(plan, requirement, render, context) for requirement in requirements]

    def _checked(self, plan: Plan, requirement: Requirement, render: Render, context: RunContext) -> Finding:
        expected = requirement.expected if isinstance(requirement.expected, tuple) else (0.0, 0.0, 0.0)
        azimuth, elevation, roll = (float(value) for value in expected)
        asked = azimuth, elevation, roll
        picture = render.pixels.array
        if render.renderer in STAGED and (main := _main(plan, asked)) and edged(picture):
            finding = self._staged(requirement, main, Sought(plan, picture, self._sketches, context), asked)
            if finding is not None:
                return finding
        fields = held(picture, context)
        if fields is not None:
            return self._by_fields(requirement, fields, asked)
        return self._by_lines(requirement, upright(picture), asked)

    def _staged(self, requirement: Requirement, main: Solid, sought: Sought, asked: Angles) -> Finding | None:
        """What the edges of the staged scene say; None where they lie on the picture's for no camera."""
        best = sought.near(asked)
        if best.share < CLEARLY or max(map(abs, _apart(best.angles, asked))) > CALM:
            for other in sought.around(asked):
                best = max(best, other, key=lambda pose: pose.share)
                if best.share >= CLEARLY:
                    break
        if best.share < LIES:
            return None
        sided = main.shape not in ROUND
        turned = sided and abs(main.pose.yaw) > TURNED
        judged = [n for n in range(3) if n or (sided and not turned and asked[1] < OVERHEAD)]
        azimuth, elevation, roll = (round(best.angles[n] if n in judged else asked[n], 1) for n in range(3))
        seen, off = (azimuth, elevation, roll), _apart(best.angles, asked)
        limit, better = requirement.threshold, best.share - sought.at(asked).share
        wrong = [n for n in judged if abs(off[n]) > limit + SURELY * best.spread[n]]
        if wrong and better >= BETTER:
            return self._elsewhere(requirement, seen, {NAMES[n]: (best.angles[n], asked[n]) for n in wrong}, 0.9)
        unsure = [NAMES[n] for n in judged if abs(off[n]) + best.spread[n] > limit]
        if not (unsure or sided):
            beyond = (_moved(best.angles, n, away) for n in judged for away in (-limit - BEYOND, limit + BEYOND))
            unsure = [] if all(sought.at(other).share < best.share - AS_WELL for other in beyond) else ["another"]
        if unsure:
            read = sought.read(asked)
            there = _apart(read.angles, asked)
            rise, tilt = (agreed(off[n], there[n], read.spread[n], limit) for n in (1, 2))
            if rise is False and better >= 0:
                return self._elsewhere(requirement, seen, {NAMES[1]: (best.angles[1], asked[1])}, 0.8)
            if rise and tilt:
                unsure = [name for name in unsure if name == NAMES[0]]
        said = " ".join(_told(best.angles, asked, main, sided, unsure))
        if unsure or turned:
            return unchecked(requirement, self.id, said, seen)
        return Finding(
            requirement=requirement.id,
            critic=self.id,
            verdict="passed",
            measured=seen,
            threshold=limit,
            message=said,
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
        """What a network of the user's tells: a view fails by it, and never passes, since the azimuth was asked too."""
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
    return subject(set_up)


def _moved(angles: Angles, n: int, off: float) -> Angles:
    azimuth, elevation, roll = (angle + off * (n == k) for k, angle in enumerate(angles))
    return azimuth, max(-90.0, min(90.0, elevation)), roll


def agreed(edges: float, read: float, spread: float, limit: float) -> bool | None:
    """What the edges and the network say together of an angle that they see so many degrees from the one asked for.

    Whether it is within the limit; None where they differ, or the network's deviation, `spread`, is too large to say so.
    """
    if min(abs(edges), abs(read) - SURELY * spread) > limit and edges * read > 0:
        return False
    return True if abs(edges) <= limit and spread <= limit / 2 and abs(read) + spread <= limit else None


def _apart(angles: Angles, asked: Angles) -> Angles:
    turn = (angles[0] - asked[0] + 180) % 360 - 180
    return turn, angles[1] - asked[1], angles[2] - asked[2]


def _told(seen: Angles, asked: Angles, main: Solid, sided: bool, unsure: list[str]) -> Iterator[str]:
    azimuth, elevation, roll = (round(angle) for angle in seen)
    if sided and abs(main.pose.yaw) > TURNED:
        yield f"The {main.label} turns with the camera, so that its front stays in sight."
    elif unsure:
        azimuth, elevation, roll = (round(angle) for angle in asked)
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
