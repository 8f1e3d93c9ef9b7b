"""Faults of the words in whole pictures: drawn with another text than was asked for, and letters harmed where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import numpy as np

from engine.bench.fault import Fault, damage_box
from engine.bench.gibberish import gibberish
from engine.bench.lettering import another
from engine.bench.subjects import Subject, drawn, flat, staged
from engine.types import Array, Element, Raster, Render, Requirement

SHARE = 0.25
TALL = 16
"""Least height in pixels of a letter that is harmed."""
MARKS = (16, 24, 40)
"""Heights in pixels of marks that are no letters."""
STEP = 8
"""Pixels between the places that are tried for what nobody asked for."""
PLAIN = 4
"""What nobody asked for is written in one of the plainer places, one in so many."""


def written() -> Iterator[Fault]:
    """For each text of each picture: one letter wrong, dropped, doubled, a quarter erased; stray words; marks like letters."""
    for subject in (*flat(), *staged()):
        for asked in (one for one in subject.plan.requirements if one.kind == "text" and one.element):
            element = subject.plan.element(asked.element)
            if element.kind != "text":
                continue
            random = Random(f"{subject.name} {element.id}")
            for name, text in _respelt(element.text, random).items():
                render = drawn(subject.plan.with_element(element.replace(text=text)), subject.brief)
                yield _fault(f"{name}, in a picture", subject, asked, render)
            for name, render in _harmed(subject, element, random):
                yield _fault(name, subject, asked, render)
        stray = next((one for one in subject.plan.requirements if one.kind == "text" and not one.element), None)
        if stray is not None:
            added = [("stray words", "", _scribbled(subject))]
            added += [("marks like letters", f"{height} px", _gibberish(subject, height)) for height in MARKS]
            yield from (_fault(name, subject, stray, shown, strength) for name, strength, shown in added if shown)


def _respelt(text: str, random: Random) -> dict[str, str]:
    at = random.choice([at for at, letter in enumerate(text) if letter.isalnum()])
    letter = text[at]
    if ord(letter) > 0x2E80:
        return {"letter dropped": text[:at] + text[at + 1 :], "letter doubled": text[:at] + letter + text[at:]}
    return {
        "misspelt": text[:at] + another(letter, random) + text[at + 1 :],
        "letter dropped": text[:at] + text[at + 1 :],
        "letter doubled": text[:at] + letter + text[at:],
    }


def _harmed(subject: Subject, element: Element, random: Random) -> Iterator[tuple[str, Render]]:
    """One whole letter, found as a patch of ink of its own: a quarter of its height painted over."""
    mask = subject.render.masks.get(element.id)
    if mask is None:
        return
    letters = _letters(subject.render.pixels.array, mask.array == 1)
    if not letters:
        return
    x0, y0, x1, y1 = random.choice(letters)
    part = max(1, round(SHARE * (y1 - y0)))
    rows = slice(y0 - 1, y0 + part) if random.random() < 0.5 else slice(y1 - part, y1 + 1)
    pixels = subject.render.pixels.array.copy()
    beside = pixels[rows, [max(0, x0 - 3), min(pixels.shape[1] - 1, x1 + 2)]]
    pixels[rows, x0 - 1 : x1 + 1] = np.median(beside.reshape(-1, 3), axis=0)
    yield "25% of a letter's height erased, in a picture", subject.render.replace(pixels=Raster(pixels))


def _letters(picture: Array, mask: Array) -> list[tuple[int, int, int, int]]:
    """Boxes in pixels of the patches of ink under a mask (bool) that are as tall as letters."""
    import cv2
    from skimage.filters import threshold_otsu

    rows, columns = np.nonzero(mask)
    grey = cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY)
    values = grey[mask]
    above = grey > threshold_otsu(values)
    ink = mask & (above if above[mask].mean() < 0.5 else ~above)
    _, _, stats, _ = cv2.connectedComponentsWithStats(ink.astype(np.uint8), connectivity=8)
    tallest = max((int(one[3]) for one in stats[1:]), default=0)
    inside = (columns.min(), rows.min(), columns.max() + 1, rows.max() + 1)
    return [
        (int(x), int(y), int(x + w), int(y + h))
        for x, y, w, h, _ in stats[1:]
        if h >= max(TALL, 0.6 * tallest) and w < 1.6 * h and x > inside[0] and x + w < inside[2]
    ]


def _scribbled(subject: Subject) -> Render | None:
    """Words that nobody asked for, where no text stands."""
    from PIL import Image, ImageDraw, ImageFont

    from engine.typography.fonts import face

    size = max(22, subject.render.height // 22)
    cover = Image.new("L", (5 * size, 2 * size))
    font = ImageFont.truetype(str(face("sample").path), size)
    ImageDraw.Draw(cover).text((size // 3, size // 3), "SAMPLE", fill=255, font=font)
    return _inked(subject, np.asarray(cover) / 255, Random(subject.name))


def _gibberish(subject: Subject, height: int) -> Render | None:
    """Two words of marks that are no letters, so many pixels high, where no text stands."""
    random = Random(f"{subject.name} {height}")
    return _inked(subject, gibberish(height, (random.randint(3, 5), random.randint(3, 5)), random), random)


def _inked(subject: Subject, cover: Array, random: Random) -> Render | None:
    """The subject's picture with the coverage (h, w) in dark or light ink, clear of all texts, in one of the plainer places;
    None where there is no room."""
    render = subject.render
    high, wide = cover.shape
    gap = high // 4
    taken = np.zeros((render.height, render.width), bool)
    for text in subject.plan.texts():
        if text.id in render.masks:
            taken |= render.masks[text.id].array > 0
    pixels = render.pixels.array.copy()
    spots = [
        (float(pixels[y : y + high, x : x + wide].std()), x, y)
        for y in range(gap, render.height - high - gap, STEP)
        for x in range(gap, render.width - wide - gap, STEP)
        if not taken[y - gap : y + high + gap, x - gap : x + wide + gap].any()
    ]
    if not spots:
        return None
    _, x, y = random.choice(sorted(spots)[: max(1, len(spots) // PLAIN)])
    under = pixels[y : y + high, x : x + wide]
    ink = np.full(3, 20.0 if float(under.mean()) > 110 else 240.0)
    under[...] = np.round(under + (ink - under) * cover[..., None])
    return render.replace(pixels=Raster(pixels))


def _fault(name: str, subject: Subject, asked: Requirement, render: Render, strength: str = "") -> Fault:
    where = damage_box(subject.render.pixels.array, render.pixels.array)
    return Fault("text", name, strength, subject.name, asked.id, subject.plan, render, True, where)
