"""How good the network of the flaws is: its thresholds, set on clean pictures, and its figures, on pictures it never saw."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
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
USEFUL = 0.6
"""The share of moderate damage that must be found for a kind to be told at all."""
STRENGTHS = (0.25, 0.5, 1.0)
SPARED = 0.02
"""The share of sound pictures that may be accused."""
HIGH = 0.9
"""From this quantile on the likeliest places of sound pictures are taken for an exponential tail."""


def card(file: Path, known: dict[str, Array], unseen: dict[str, Array], minutes: dict[str, float]) -> str:
    """The card (TOML), made of what the network says of the unseen pictures."""
    sha256 = hashlib.sha256(file.read_bytes()).hexdigest()
    network = Network(file, sha256)
    drawn = {name: middle(picture) for name, picture in unseen.items() if name.startswith("flat")}
    groups = {"pictures": {name: middle(unseen[name]) for name in unseen if name not in drawn}, "artwork": drawn}
    return "\n".join(
        [
            f'sha256 = "{sha256}"',
            'made_by = "python -m engine.training.flaws FOLDER"',
            f'made_from = "Damage done (engine/training/damage.py) to {_named(known)}, and to shapes over shapes of them."',
            f'measured_on = "{_named(unseen)}; damaged, every second of them."',
            f'fails = "Of moderate damage (strength 0.5) it finds what [*.recall] says. Of a kind without a threshold less '
            f'than {USEFUL} is found by itself: it is told as another kind or not at all."',
            f"minutes = {{ pictures = {minutes['pictures']:.0f}, training = {minutes['training']:.0f} }}",
            f"kinds = {list(KINDS)}",
            *(line for name, group in groups.items() for line in _group(network, name, group)),
            "",
        ]
    )


def _group(network: Network, name: str, sound: dict[str, Array]) -> Iterator[str]:
    """The card's lines on pictures of one sort: how many would be accused were each left out when the thresholds are set, the
    thresholds of the kinds that are told, and what they find."""
    peaks = np.array(
        [[odds(likelihood(one, network, Quiet()).max(axis=(1, 2))) for one in variants(each)] for each in sound.values()]
    )
    limits = dict(zip(KINDS, map(_likelihood, tail(peaks)), strict=True))
    damageable = dict(list(sound.items())[::2])
    alone = {kind: recall(network, {kind: limit}, damageable, kind, 0.5)[0] for kind, limit in limits.items()}
    told = {kind: limit for kind, limit in limits.items() if alone[kind] >= USEFUL}
    counted = [kind in told for kind in KINDS]
    others = (np.delete(peaks, n, axis=0) for n in range(len(peaks)))
    accused = sum(int((each > tail(rest))[:, counted].any(axis=1).sum()) for each, rest in zip(peaks, others, strict=True))
    yield from ("", f"[{name}]", f"false_alarms = {{ pictures = {peaks.shape[0] * peaks.shape[1]}, accused = {accused} }}")
    yield from ("", f"[{name}.thresholds]", *(f"{kind} = {limit:.4f}" for kind, limit in told.items()))
    yield from ("", f"[{name}.recall]  # share found at strengths 0.25, 0.5 and 1; mean overlap (IoU) of the boxes at 0.5")
    for kind in KINDS:
        low, half, full = (recall(network, told, damageable, kind, strength) for strength in STRENGTHS)
        yield f"{kind} = [{low[0]:.2f}, {half[0]:.2f}, {full[0]:.2f}, {half[1]:.2f}]"


def middle(picture: Array) -> Array:
    """The middle of the picture, at most 512 × 512, which keeps the measurement short."""
    top, left = (max(0, (length - 512) // 2) for length in picture.shape[:2])
    return picture[top : top + 512, left : left + 512]


def _named(pictures: dict[str, Array]) -> str:
    """How many renders, and which photographs."""
    scenes, sheets = (sum(name.startswith(kind) for name in pictures) for kind in ("scene", "flat"))
    photographs = ", ".join(name for name in pictures if not name.startswith(("scene", "flat")))
    return f"{scenes} staged scenes, {sheets} sheets, and of scikit-image's photographs {photographs}"


def variants(picture: Array) -> tuple[Array, ...]:
    """The picture as it is, saved as a JPEG of quality 90, and at three quarters of its size."""
    import cv2

    return picture, saved(picture, 90), cv2.resize(picture, None, fx=0.75, fy=0.75, interpolation=cv2.INTER_AREA)


def tail(peaks: Array) -> Array:
    """The log-odds (kinds) that so few sound pictures exceed that all kinds together accuse SPARED of them, from the likeliest
    places of sound pictures (pictures, variants, kinds): far out they are taken to fall off exponentially (Pickands 1975)."""
    each = peaks.reshape(-1, peaks.shape[-1])
    high = np.quantile(each, HIGH, axis=0)
    beyond = np.maximum(each - high, 0).sum(axis=0) / np.maximum((each > high).sum(axis=0), 1)
    return cast(Array, np.maximum(0.0, high + beyond * np.log((1 - HIGH) * peaks.shape[-1] / SPARED)))


def _likelihood(logit: float) -> float:
    return float(1 / (1 + np.exp(-logit)))


def recall(
    network: Network, limits: dict[str, float], pictures: dict[str, Array], kind: str, strength: float
) -> tuple[float, float]:
    """The share of the pictures damaged like this in which some flaw is told where it is, and the overlap of the boxes."""
    hits, overlaps = [], []
    for seed, picture in enumerate(pictures.values()):
        broken, mask = damaged(kind, picture, strength, seed)
        if not shows(picture, broken, mask):
            continue
        told = [flaw for flaw in found(broken, network, KINDS, limits, Quiet()) if flaw.excess > 0]
        overlaps.append(max((overlap(flaw, mask) for flaw in told), default=0.0))
        hits.append(any(touches(flaw, mask) for flaw in told))
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
