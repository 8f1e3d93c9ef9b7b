"""How good the network of the flaws is: its thresholds, set on clean pictures, and its figures, on pictures it never saw."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import cast

import numpy as np

from engine.api import Quiet
from engine.critics.flaws import Flaw, found, likelihood, odds
from engine.critics.onnx import Network
from engine.training.crops import KINDS
from engine.training.damage import damaged, saved
from engine.types import Array

SEEN = 5.0
"""Levels on average over nine by nine pixels: what changes less is no flaw to anybody."""
USEFUL = 0.45
"""The share of moderate damage that must be found for a kind to be told at all."""
ELSEWHERE = frozenset({"tiled"})
"""Kinds that other measures tell: engine.critics.repeats."""
MODERATE = 0.5
SPARED = 0.02
"""The share of the studio's sound scenes that may be accused. Of sheets and pictures half of it: those of other hands differ
more from the measured ones."""
APART = 1.0
"""Log-odds: photographs are few, so a kind that comes so near to accusing one is not told."""
EASY = 0.1
"""Where all but so much of moderate damage is clearer than what sound pictures show, the limit is half-way between the two."""
LARGER = 4
"""So many times the places of a measured picture, a quarter of a million pixels, has one that people draw."""
HIGH = 0.9
"""From this quantile on the likeliest places of sound pictures are taken for an exponential tail."""

Forms = Callable[[Array], tuple[Array, ...]]


@dataclass(frozen=True)
class Spoilt:
    """How likely each cell of a damaged picture shows each kind, and where the damage is: bool (h, w)."""

    heat: Array
    mask: Array

    def told(self, thresholds: dict[str, float]) -> list[Flaw]:
        return [flaw for flaw in found(self.heat, self.mask.shape, KINDS, thresholds) if flaw.excess > 0]


Damaged = dict[str, Spoilt]
"""A picture damaged moderately in each kind, where that shows."""


def card(file: Path, known: dict[str, Array], unseen: dict[str, Array], minutes: dict[str, float]) -> str:
    """The card (TOML), made of what the network says of the unseen pictures."""
    sha256 = hashlib.sha256(file.read_bytes()).hexdigest()
    network = Network(file, sha256)
    scenes, sheets = ({name: one for name, one in unseen.items() if name.startswith(kind)} for kind in ("scene", "flat"))
    pictures = {name: one for name, one in unseen.items() if name not in sheets}
    chosen = [*pictures][::2] + [*sheets][::4]
    broken = {name: spoilt(network, middle(unseen[name]), seed) for seed, name in enumerate(chosen)}
    any_picture = _group(network, pictures, variants, broken, SPARED / 2)
    groups = [
        ("scenes", _group(network, scenes, as_it_is, broken, SPARED, any_picture.thresholds)),
        ("pictures", any_picture),
        ("artwork", _group(network, sheets, variants, broken, SPARED / 2)),
    ]
    return "\n".join(
        [
            f'sha256 = "{sha256}"',
            'made_by = "python -m engine.training.flaws FOLDER"',
            f'made_from = "Damage done (engine/training/damage.py) to {_named(known)}, and to shapes over shapes of them."',
            f'measured_on = "{_named(unseen)}; of every second one, of sheets every fourth, the middle damaged. [scenes] '
            f'as the studio drew them, [artwork] sheets and [pictures] scenes and photographs also as JPEG and reduced."',
            f'fails = "Of moderate damage (strength {MODERATE}) it finds what [*.recall] says. Of a kind without a threshold '
            f'less than {USEFUL} is found by itself: it is told as another kind or not at all."',
            f"minutes = {{ pictures = {minutes['pictures']:.0f}, training = {minutes['training']:.0f} }}",
            f"kinds = {list(KINDS)}",
            *(line for name, group in groups for line in _lines(name, group)),
            "",
        ]
    )


@dataclass(frozen=True)
class Group:
    """Pictures of one sort: how many there are, how many are accused, the limits of the kinds that are told, and for each kind
    the share that is found and the overlap."""

    pictures: int
    accused: int
    thresholds: dict[str, float]
    recall: dict[str, tuple[float, float]]


def _group(
    network: Network,
    sound: dict[str, Array],
    forms: Forms,
    broken: dict[str, Damaged],
    spared: float,
    lowest: Mapping[str, float] = MappingProxyType({}),
) -> Group:
    """The limits by which most damage is found while at most the `spared` share of the sound pictures, seen in these forms,
    would be accused, were each left out when the limits are set. None is below the `lowest` of its kind."""
    peaks = np.array(
        [[odds(likelihood(one, network, Quiet()).max(axis=(1, 2))) for one in forms(each)] for each in sound.values()]
    )
    damaged = [broken[one] for one in sound if one in broken]
    photographs = [n for n, name in enumerate(sound) if not name.startswith(("scene", "flat"))]
    least = peaks[photographs].max(axis=(0, 1), initial=-np.inf) + APART
    clear = np.array([_clear(damaged, kind) for kind in KINDS])
    floor = odds(np.array([lowest.get(kind, 0.0) for kind in KINDS]))
    pictures, most, best = peaks[..., 0].size, 0.0, (0, dict[str, float]())
    for sharing in range(1, len(KINDS) + 1):
        limits = np.maximum(floor, bounds(peaks, sharing, clear))
        held = {kind: _likelihood(limit) for kind, limit, low in zip(KINDS, limits, least, strict=True) if limit > low}
        alone = {kind: recall({kind: limit}, damaged, kind)[0] for kind, limit in held.items() if kind not in ELSEWHERE}
        told = {kind: held[kind] for kind, found in alone.items() if found >= USEFUL}
        others = np.array([bounds(np.delete(peaks, n, axis=0), sharing, clear) for n in range(len(peaks))]).clip(floor)
        accused = int((peaks > others[:, None])[..., [kind in told for kind in KINDS]].any(axis=2).sum())
        if accused <= spared * pictures and (found := sum(alone[kind] for kind in told)) > most:
            most, best = found, (accused, told)
    return Group(pictures, *best, {kind: recall(best[1], damaged, kind) for kind in KINDS})


def _lines(name: str, group: Group) -> Iterator[str]:
    yield from ("", f"[{name}]", f"false_alarms = {{ pictures = {group.pictures}, accused = {group.accused} }}")
    yield from ("", f"[{name}.thresholds]", *(f"{kind} = {limit:.4f}" for kind, limit in group.thresholds.items()))
    yield from ("", f"[{name}.recall]  # share found, and mean overlap (IoU) of the boxes")
    yield from (f"{kind} = [{found:.2f}, {shared:.2f}]" for kind, (found, shared) in group.recall.items())


def _clear(pictures: list[Damaged], kind: str) -> float:
    """The log-odds that all but EASY of the pictures with this damage show."""
    seen = [one[kind].heat[KINDS.index(kind)].max() for one in pictures if kind in one]
    return float(odds(np.quantile(seen or [0.5], EASY)))


def middle(picture: Array) -> Array:
    """The middle of the picture, at most 512 × 512, which keeps what is damaged short."""
    top, left = (max(0, (length - 512) // 2) for length in picture.shape[:2])
    return picture[top : top + 512, left : left + 512]


def _named(pictures: dict[str, Array]) -> str:
    """How many renders, and which photographs."""
    scenes, sheets = (sum(name.startswith(kind) for name in pictures) for kind in ("scene", "flat"))
    photographs = ", ".join(name for name in pictures if not name.startswith(("scene", "flat")))
    return f"{scenes} staged scenes, {sheets} sheets, and of scikit-image's photographs {photographs}"


def as_it_is(picture: Array) -> tuple[Array, ...]:
    return (picture,)


def variants(picture: Array) -> tuple[Array, ...]:
    """The picture as it is, saved as a JPEG of quality 90, and at three quarters of its size."""
    import cv2

    return picture, saved(picture, 90), cv2.resize(picture, None, fx=0.75, fy=0.75, interpolation=cv2.INTER_AREA)


def bounds(peaks: Array, sharing: int, clear: Array) -> Array:
    """The log-odds (kinds) that SPARED / `sharing` of LARGER sound pictures exceed, from the likeliest places of sound pictures
    (pictures, forms, kinds): far out they are taken to fall off exponentially (Pickands 1975). More where damage is `clear`."""
    each = peaks.reshape(-1, peaks.shape[-1])
    high = np.quantile(each, HIGH, axis=0)
    beyond = np.maximum(each - high, 0).sum(axis=0) / np.maximum((each > high).sum(axis=0), 1)
    rare = high + beyond * np.log((1 - HIGH) * sharing * LARGER / SPARED)
    return cast(Array, np.maximum(0.0, np.maximum(rare, (rare + clear) / 2)))


def _likelihood(logit: float) -> float:
    return float(1 / (1 + np.exp(-logit)))


def spoilt(network: Network, picture: Array, seed: int) -> Damaged:
    """The picture after each moderate damage that shows."""
    after = {kind: damaged(kind, picture, MODERATE, seed) for kind in KINDS}
    return {
        kind: Spoilt(likelihood(broken, network, Quiet()), mask)
        for kind, (broken, mask) in after.items()
        if shows(picture, broken, mask)
    }


def recall(thresholds: dict[str, float], pictures: list[Damaged], kind: str) -> tuple[float, float]:
    """The share of the pictures damaged like this in which some flaw is told where it is, and the overlap of the boxes."""
    shown = [one[kind] for one in pictures if kind in one]
    told = [(one.told(thresholds), one.mask) for one in shown]
    hits = [any(touches(flaw, mask) for flaw in flaws) for flaws, mask in told]
    overlaps = [max((overlap(flaw, mask) for flaw in flaws), default=0.0) for flaws, mask in told]
    return float(np.mean(hits or [False])), float(np.mean(overlaps or [0.0]))


def shows(picture: Array, broken: Array, mask: Array) -> bool:
    """Whether the damage can be seen at all: there is some of it, and in its middle it changes a few levels."""
    import cv2

    changed = np.abs(broken.astype(np.float32) - picture).max(axis=2)
    return bool(mask.sum() >= 64 and cv2.blur(changed, (9, 9)).max() >= SEEN)


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
