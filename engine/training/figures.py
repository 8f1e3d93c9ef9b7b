"""How good the network of the flaws is: its thresholds, set on clean pictures, and its figures, on pictures it never saw."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

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
"""The share of clean pictures that may be accused."""
MARGIN = 0.7
"""Log-odds between the likeliest clean picture and the threshold."""


def card(file: Path, known: dict[str, Array], unseen: dict[str, Array], minutes: dict[str, float]) -> str:
    """The card (TOML). Of the unseen pictures one half sets the thresholds, and the figures are the other half's."""
    sha256 = hashlib.sha256(file.read_bytes()).hexdigest()
    network = Network(file, sha256)
    drawn = {name: middle(picture) for name, picture in unseen.items() if name.startswith("flat")}
    groups = {"pictures": {name: middle(unseen[name]) for name in unseen if name not in drawn}, "artwork": drawn}
    halves = [dict(list(group.items())[start::2]) for group in groups.values() for start in (0, 1)]
    measured, quiet = _named(halves[0] | halves[2]), _named(halves[1] | halves[3])
    return "\n".join(
        [
            f'sha256 = "{sha256}"',
            'made_by = "python -m engine.training.flaws FOLDER"',
            f'made_from = "Damage done (engine/training/damage.py) to {_named(known)}, and to shapes over shapes of them."',
            f'measured_on = "{measured}; thresholds set on {quiet}."',
            f'fails = "Of moderate damage (strength 0.5) it finds what [*.recall] says. Of a kind without a threshold less '
            f"than {USEFUL} is found by itself: it is told as another kind or not at all. About one sound picture in "
            f'{round(1 / SPARED)} lies above a threshold."',
            f"minutes = {{ pictures = {minutes['pictures']:.0f}, training = {minutes['training']:.0f} }}",
            f"kinds = {list(KINDS)}",
            *(line for number, name in enumerate(groups) for line in _group(network, name, *halves[2 * number :][:2])),
            "",
        ]
    )


def _group(network: Network, name: str, measured: dict[str, Array], quiet: dict[str, Array]) -> Iterator[str]:
    """The card's lines on pictures of one sort."""
    limits = thresholds(network, quiet)
    alone = {kind: recall(network, {kind: limit}, measured, kind, 0.5)[0] for kind, limit in limits.items()}
    told = {kind: limit for kind, limit in limits.items() if alone[kind] >= USEFUL}
    accused = [one for one, picture in variants(measured) if _accused(picture, network, told)]
    yield from ("", f"[{name}]", f"false_alarms = {{ pictures = {3 * len(measured)}, accused = {len(accused)} }}")
    yield from ("", f"[{name}.thresholds]", *(f"{kind} = {limit:.4f}" for kind, limit in told.items()))
    yield from ("", f"[{name}.recall]  # share found at strengths 0.25, 0.5 and 1; mean overlap (IoU) of the boxes at 0.5")
    for kind in KINDS:
        low, half, full = (recall(network, told, measured, kind, strength) for strength in STRENGTHS)
        yield f"{kind} = [{low[0]:.2f}, {half[0]:.2f}, {full[0]:.2f}, {half[1]:.2f}]"


def middle(picture: Array) -> Array:
    """The middle of the picture, at most 512 × 512, which keeps the measurement short."""
    top, left = (max(0, (length - 512) // 2) for length in picture.shape[:2])
    return picture[top : top + 512, left : left + 512]


def _accused(picture: Array, network: Network, limits: dict[str, float]) -> bool:
    return any(flaw.excess > 0 for flaw in found(picture, network, KINDS, limits, Quiet()))


def _named(pictures: dict[str, Array]) -> str:
    """How many renders, and which photographs."""
    scenes, sheets = (sum(name.startswith(kind) for name in pictures) for kind in ("scene", "flat"))
    photographs = ", ".join(name for name in pictures if not name.startswith(("scene", "flat")))
    return f"{scenes} staged scenes, {sheets} sheets, and of scikit-image's photographs {photographs}"


def variants(clean: dict[str, Array]) -> Iterator[tuple[str, Array]]:
    """Every picture as it is, saved as a JPEG of quality 90, and at three quarters of its size."""
    import cv2

    for name, picture in clean.items():
        yield name, picture
        yield f"{name}, JPEG", saved(picture, 90)
        yield f"{name}, smaller", cv2.resize(picture, None, fx=0.75, fy=0.75, interpolation=cv2.INTER_AREA)


def thresholds(network: Network, quiet: dict[str, Array]) -> dict[str, float]:
    """By kind the likelihood that hardly a clean picture reaches, and a margin more."""
    peaks = odds(np.array([likelihood(one, network, Quiet()).max(axis=(1, 2)) for _, one in variants(quiet)]))
    for _ in range(int(SPARED * len(peaks))):
        lowered = [np.delete(peaks, n, axis=0).max(axis=0).sum() for n in range(len(peaks))]
        peaks = np.delete(peaks, int(np.argmin(lowered)), axis=0)
    return {kind: _likelihood(max(0.0, peak) + MARGIN) for kind, peak in zip(KINDS, peaks.max(axis=0), strict=True)}


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
