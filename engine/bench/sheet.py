"""A contact sheet: every picture whole, in rows of equal height, captioned."""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from engine.types import Array
from engine.typography.fonts import face

ROW, WIDTH, GAP, CAPTION = 340, 2000, 28, 34
PAPER, INK = (246, 245, 242), (60, 60, 58)


def contact_sheet(shown: list[tuple[str, Array]]) -> Array:
    """Captioned pictures, uint8 (h, w, 3), on one sheet 2000 pixels wide."""
    rows: list[list[tuple[str, Image.Image]]] = [[]]
    used = GAP
    for caption, pixels in shown:
        image = Image.fromarray(pixels)
        image = image.resize((max(1, round(image.width * ROW / image.height)), ROW), Image.Resampling.LANCZOS)
        if image.width > WIDTH - 2 * GAP:
            image = image.resize(
                (WIDTH - 2 * GAP, round(image.height * (WIDTH - 2 * GAP) / image.width)), Image.Resampling.LANCZOS
            )
        if used + image.width + GAP > WIDTH and rows[-1]:
            rows.append([])
            used = GAP
        rows[-1].append((caption, image))
        used += image.width + GAP
    sheet = Image.new("RGB", (WIDTH, GAP + len(rows) * (ROW + CAPTION + GAP)), PAPER)
    draw = ImageDraw.Draw(sheet)
    font = ImageFont.truetype(str(face("caption").path), 18)
    for number, row in enumerate(rows):
        x, y = GAP, GAP + number * (ROW + CAPTION + GAP)
        for caption, image in row:
            sheet.paste(image, (x, y + ROW - image.height))
            draw.text((x, y + ROW + 8), caption, fill=INK, font=font)
            x += image.width + GAP
    return np.array(sheet)
