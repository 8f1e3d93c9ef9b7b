"""Pictures made here to look at on the canvas: a flat label with lettering, and masks of what is in it."""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from engine.types import Array


def still_life(width: int = 1024, height: int = 1024) -> tuple[Array, dict[str, Array]]:
    """Three cups on a table before a wall with a line of lettering; uint8 (h, w, 3) and the element masks."""
    u, v = width / 1024, height / 1024
    ramp = np.linspace(0, 1, height)[:, None, None]
    wall = np.array([232, 214, 190]) * (1 - 0.25 * ramp) + np.array([90, 70, 60]) * 0.25 * ramp
    picture = Image.fromarray(np.broadcast_to(wall, (height, width, 3)).astype(np.uint8).copy())
    draw = ImageDraw.Draw(picture)
    masks = {name: Image.new("L", (width, height)) for name in ("table", "cup", "headline")}

    def both(name: str, value: int, shape: str, box: tuple[float, float, float, float], colour: str) -> None:
        place = tuple(round(side * (u if index % 2 == 0 else v)) for index, side in enumerate(box))
        getattr(draw, shape)(place, fill=colour)
        getattr(ImageDraw.Draw(masks[name]), shape)(place, fill=value)

    both("table", 1, "rectangle", (0, 720, 1024, 1024), "#6B4A35")
    for number, (x, colour) in enumerate(((190, "#B8422E"), (440, "#2F5D62"), (690, "#E0B04B")), start=1):
        ImageDraw.Draw(masks["table"]).rectangle((round(x * u), round(560 * v), round((x + 150) * u), round(790 * v)), fill=0)
        both("cup", number, "ellipse", (x, 740, x + 150, 790), colour)
        both("cup", number, "rectangle", (x, 590, x + 150, 765), colour)
        both("cup", number, "ellipse", (x, 565, x + 150, 615), colour)
        draw.ellipse(
            tuple(round(side * f) for side, f in zip((x + 10, 572, x + 140, 608), (u, v, u, v), strict=True)), fill="#241A14"
        )
    font = ImageFont.load_default(size=92 * min(u, v))
    draw.text((512 * u, 250 * v), "FRESH BRED", fill="#3A2417", font=font, anchor="mm")
    ImageDraw.Draw(masks["headline"]).rectangle(draw.textbbox((512 * u, 250 * v), "FRESH BRED", font=font, anchor="mm"), fill=1)
    return np.asarray(picture), {name: np.asarray(mask) for name, mask in masks.items()}


def other(pixels: Array) -> Array:
    """Another round of the same picture: darker and bluer, a little soft."""
    soft = np.asarray(Image.fromarray(pixels).filter(ImageFilter.GaussianBlur(2))).astype(np.float32)
    cooler: Array = (soft * np.array([0.72, 0.86, 1.0])).astype(np.uint8)
    return cooler
