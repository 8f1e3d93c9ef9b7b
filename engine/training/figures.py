"""How good the networks of the flaws are: limits, set on clean pictures, and figures, on pictures that they never saw."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import cast

import numpy as np

from engine.api import Quiet
from engine.critics import onnx
from engine.critics.draft import SEEN
from engine.critics.flaws import UNPLANNED, Flaw, Group, found, heat, kinds, more, odds
from engine.training.crops import paired, parted
from engine.training.damage import DAMAGES, damaged, saved
from engine.types import Array

USEFUL = 0.45
"""The share of moderate damage that must be found for a kind to be told at all."""
MODERATE = 0.5
SPARED = 0.02
"""The share of sound pictures that may be accused. Of sheets half of it: those of other hands differ more from the measured
ones."""
DESIGNED = frozenset({"tiled", "broken", "seamed"})
"""Kinds that are not told of flat artwork: patterns repeat, lines end and tones step because somebody drew them so."""
LEAST = dict.fromkeys(UNPLANNED, -2.0)
"""Log-odds that a kind must show in the studio's scenes at least; where none is named, 0. Beside a draft they are lower, since
those of several networks are added and most say no."""
APART = 0.25
"""Log-odds: photographs are few, so no limit is nearer than this to what one of them shows."""
EASY = 0.1
"""Where all but so much of moderate damage is clearer than what sound pictures show, the limit is half-way between the two."""
RARITIES = 0.02 / 2 ** (np.arange(14) / 2)
"""Shares of sound pictures that may show more of one kind than its limit."""
PRICES = 2 ** (np.arange(111) / 8 - 2)
"""What accusing sound pictures costs against missing damaged ones; the first is tried first."""
HIGH = 0.9
"""From this quantile on the likeliest places of sound pictures are taken for an exponential tail."""


@dataclass(frozen=True)
class Spoilt:
    """How likely each cell of a damaged picture shows each kind, and where the damage is: bool (h, w)."""

    heat: Array
    mask: Array

    def told(self, thresholds: dict[str, float]) -> list[Flaw]:
        return [flaw for flaw in found(self.heat, self.mask.shape, kinds(), thresholds) if flaw.excess > 0]

    def hit(self, thresholds: dict[str, float]) -> bool:
        return any(touches(flaw, self.mask) for flaw in self.told(thresholds))


Damaged = dict[str, Spoilt]
"""A picture damaged moderately in each kind, where that shows."""


def card(script: str, file: Path, learnt: tuple[str, ...], known: dict[str, Array], made: str) -> str:
    """The card (TOML) of one network: what it was made of."""
    leaves = "" if all(name.startswith(("scene", "flat")) for name in known) else ", and to shapes over shapes of them"
    return f"""sha256 = "{hashlib.sha256(file.read_bytes()).hexdigest()}"
made_by = "python -m {script}"
made_from = "Damage done (engine/training/damage.py) to {_named(known)}{leaves}."
made_in = "{made}"
kinds = {list(learnt)}
"""


@dataclass(frozen=True)
class Measured:
    """What the networks say of a picture: the likeliest places of its sound forms (forms, kinds), log-odds, and the picture
    damaged, if it is one of those that were."""

    peaks: Array
    damaged: Damaged | None


def limits(unseen: dict[str, Array], drafts: dict[str, Array], processes: int) -> str:
    """The card (TOML) of all networks, made of what they say of the unseen pictures, and of the scenes once more, beside
    their drafts; the same whatever the number of processes."""
    sheets = {name: one for name, one in unseen.items() if name.startswith("flat")}
    others = {name: one for name, one in unseen.items() if name not in sheets}
    scenes = {name: paired(unseen[name], draft) for name, draft in drafts.items()}
    seeds = {name: seed for seed, name in enumerate([*others][::4] + [*sheets][::4])}
    with ProcessPoolExecutor(processes, get_context("spawn"), _single) as pool:

        def measured(group: Group, pictures: dict[str, Array]) -> dict[str, Measured]:
            each = pool.map(partial(_measured, group), pictures.values(), map(seeds.get, pictures))
            return dict(zip(pictures, each, strict=True))

        groups = [
            ("scenes", _limits(measured("scenes", scenes), SPARED, least=LEAST)),
            ("pictures", _limits(measured("pictures", others), SPARED)),
            ("artwork", _limits(measured("artwork", sheets), SPARED / 2, DESIGNED)),
        ]
    return "\n".join(
        [
            'made_by = "python -m engine.training.flaws limits FOLDER"',
            f'measured_on = "{_named(unseen)}; of every fourth one the middle damaged. [scenes] '
            f"as the studio drew them, beside its drafts; [artwork] sheets and [pictures] scenes and photographs also as "
            f'JPEG and reduced."',
            f'fails = "Of moderate damage (strength {MODERATE}) [*.recall] is found. Of a kind without a threshold less than '
            f'{USEFUL} is found, or such a picture may look so by design."',
            *(line for name, group in groups for line in _lines(name, group)),
            "",
        ]
    )


@dataclass(frozen=True)
class Limits:
    """Of pictures of one sort: how many there are, how many are accused, the limits of the kinds that are told, and for each
    kind that shows in them the share that is found and the overlap."""

    pictures: int
    accused: int
    thresholds: dict[str, float]
    recall: dict[str, tuple[float, float]]


def _single() -> None:
    """A process beside others, each of which has a core."""
    import cv2

    cv2.setNumThreads(1)
    onnx.THREADS = 1


def _measured(group: Group, picture: Array, seed: int | None) -> Measured:
    """Of a picture of the group, or one that is `paired` with its draft; damaged by the seed, if there is one."""

    def apart(picture: Array) -> tuple[Array, Array | None]:
        return parted(picture) if group == "scenes" else (picture, None)

    forms = (picture,) if group == "scenes" else variants(picture)
    peaks = np.array([_peaks(*apart(form), group) for form in forms])
    return Measured(peaks, None if seed is None else spoilt(*apart(middle(picture)), group, seed))


def _limits(
    pictures: dict[str, Measured],
    spared: float,
    left: frozenset[str] = frozenset(),
    least: Mapping[str, float] = {},
) -> Limits:
    """The limits by which most damage is found while at most the `spared` share of the forms of sound pictures would be
    accused, were each left out when the limits are set; none for the kinds that are `left`, and `least` log-odds for some.
    How rarely a kind may accuse follows from what that costs in damage missed, at a price that is the same for all kinds."""
    peaks = np.array([one.peaks for one in pictures.values()])
    damaged = [one.damaged for one in pictures.values() if one.damaged is not None]
    photographs = [n for n, name in enumerate(pictures) if not name.startswith(("scene", "flat"))]
    lowest = np.array([least.get(kind, 0.0) for kind in kinds()])
    lowest = np.maximum(lowest, peaks[photographs].max(axis=(0, 1), initial=-np.inf) + APART)
    clear = np.array([_clear(damaged, kind) for kind in kinds()])
    tried = [_likelihoods(np.maximum(lowest, bounds(peaks, rarity, clear))) for rarity in RARITIES]
    alone = np.array([[share({kind: limit}, damaged, kind) for kind, limit in one.items()] for one in tried])
    accused, told = 0, dict[str, float]()
    for price in PRICES:
        best = (alone - price * RARITIES[:, None]).argmax(axis=0)
        useful = {kind for n, kind in enumerate(kinds()) if alone[best[n], n] >= USEFUL and kind not in left}
        told = {kind: tried[n][kind] for kind, n in zip(kinds(), best, strict=True) if kind in useful}
        others = np.array([bounds(np.delete(peaks, n, axis=0), RARITIES[best], clear) for n in range(len(peaks))])
        exceeded = peaks > np.maximum(others, lowest)[:, None]
        accused = int(exceeded[..., [kind in useful for kind in kinds()]].any(axis=2).sum())
        if accused <= spared * peaks[..., 0].size:
            break
    shown = [kind for kind in DAMAGES if any(kind in one for one in damaged)]
    return Limits(peaks[..., 0].size, accused, told, {kind: recall(told, damaged, kind) for kind in shown})


def _lines(name: str, group: Limits) -> Iterator[str]:
    yield from ("", f"[{name}]", f"false_alarms = {{ pictures = {group.pictures}, accused = {group.accused} }}")
    yield from ("", f"[{name}.thresholds]", *(f"{kind} = {limit:.4f}" for kind, limit in group.thresholds.items()))
    yield from ("", f"[{name}.recall]  # share found, and mean overlap (IoU) of the boxes")
    yield from (f"{kind} = [{found:.2f}, {shared:.2f}]" for kind, (found, shared) in group.recall.items())


def _clear(pictures: list[Damaged], kind: str) -> float:
    """The log-odds that all but EASY of the pictures with this damage show."""
    seen = [_likeliest(one[kind].heat, one[kind].mask.shape)[kinds().index(kind)] for one in pictures if kind in one]
    return float(np.quantile(seen or [0.0], EASY))


def _peaks(picture: Array, draft: Array | None, group: Group) -> Array:
    return _likeliest(heat(picture, draft, group, kinds(), Quiet()), picture.shape)


def _likeliest(heat: Array, shape: tuple[int, ...]) -> Array:
    """The log-odds (kinds) of the likeliest places of a picture of this shape, less what is asked `more` of it."""
    return cast(Array, odds(heat.max(axis=(1, 2))) - more(shape))


def middle(picture: Array) -> Array:
    """The middle of the picture, at most 512 × 512, which keeps what is damaged short."""
    top, left = (max(0, (length - 512) // 2) for length in picture.shape[:2])
    return picture[top : top + 512, left : left + 512]


def _named(pictures: dict[str, Array]) -> str:
    """How many renders, and which photographs."""
    scenes, sheets = (sum(name.startswith(kind) for name in pictures) for kind in ("scene", "flat"))
    photographs = ", ".join(name for name in pictures if not name.startswith(("scene", "flat")))
    if not photographs:
        return f"{sheets} sheets" if sheets else f"{scenes} staged scenes"
    return f"{scenes} staged scenes, {sheets} sheets, and of scikit-image's photographs {photographs}"


def variants(picture: Array) -> tuple[Array, ...]:
    """The picture as it is, saved as a JPEG of quality 90, and at three quarters of its size."""
    import cv2

    return picture, saved(picture, 90), cv2.resize(picture, None, fx=0.75, fy=0.75, interpolation=cv2.INTER_AREA)


def bounds(peaks: Array, rarity: float | Array, clear: Array) -> Array:
    """The log-odds (kinds) that the share `rarity` of sound pictures exceeds, one for all kinds or one for each, from their
    likeliest places (pictures, forms, kinds): far out these are taken to fall off exponentially (Pickands 1975). More where
    damage is `clear`."""
    each = peaks.reshape(-1, peaks.shape[-1])
    high = np.quantile(each, HIGH, axis=0)
    beyond = np.maximum(each - high, 0).sum(axis=0) / np.maximum((each > high).sum(axis=0), 1)
    rare = high + beyond * np.log((1 - HIGH) / rarity)
    return cast(Array, np.maximum(rare, (rare + clear) / 2))


def _likelihoods(logits: Array) -> dict[str, float]:
    return {kind: float(1 / (1 + np.exp(-one))) for kind, one in zip(kinds(), logits, strict=True)}


def spoilt(picture: Array, draft: Array | None, group: Group, seed: int) -> Damaged:
    """The picture of the group, which has this draft, after each moderate damage that shows."""
    after = {kind: damaged(kind, picture, MODERATE, seed) for kind in DAMAGES}
    return {
        kind: Spoilt(heat(broken, draft, group, kinds(), Quiet()), mask)
        for kind, (broken, mask) in after.items()
        if shows(picture, broken, mask)
    }


def recall(thresholds: dict[str, float], pictures: list[Damaged], kind: str) -> tuple[float, float]:
    """The share of the pictures damaged like this in which some flaw is told where it is, and the overlap of the boxes."""
    shown = [one[kind] for one in pictures if kind in one]
    overlaps = [max((overlap(flaw, one.mask) for flaw in one.told(thresholds)), default=0.0) for one in shown]
    return share(thresholds, pictures, kind), float(np.mean(overlaps or [0.0]))


def share(thresholds: dict[str, float], pictures: list[Damaged], kind: str) -> float:
    """The share alone, which is quicker."""
    return float(np.mean([one[kind].hit(thresholds) for one in pictures if kind in one] or [False]))


def shows(picture: Array, broken: Array, mask: Array) -> bool:
    """Whether the damage can be seen at all: there is some of it, and where it is most it changes a few levels."""
    import cv2

    changed = np.abs(broken.astype(np.float32) - picture).max(axis=2)
    return bool(mask.sum() >= 64 and cv2.blur(changed, (9, 9))[mask].max() >= SEEN)


def touches(flaw: Flaw, mask: Array) -> bool:
    return bool(mask[_pixels(flaw, mask)].any())


def overlap(flaw: Flaw, mask: Array) -> float:
    """Intersection over union of the flaw's box and the box around the mask."""
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    wanted, given = np.zeros_like(mask), np.zeros_like(mask)
    wanted[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1] = True
    given[_pixels(flaw, mask)] = True
    return float((wanted & given).sum() / (wanted | given).sum())


def _pixels(flaw: Flaw, mask: Array) -> tuple[slice, slice]:
    (height, width), (x0, y0, x1, y1) = mask.shape, flaw.box
    return slice(round(y0 * height), round(y1 * height)), slice(round(x0 * width), round(x1 * width))
