"""Traces of a small poster: a text on a gradient, and fixes that change parts of it."""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from engine.types import Array, Brief, Canvas, Element, Fix, Plan, Raster, Render, Round, Trace

WIDTH, HEIGHT = 160, 120
TEXT_BOX = (30, 40, 130, 70)
PLAN = Plan(
    canvas=Canvas(width=WIDTH, height=HEIGHT, aspect="4:3", size="512"),
    kind="flat",
    elements=(Element(id="headline", label="headline", kind="text", text="新年 “SALE” <now> & here"),),
)
FIX = Fix(
    kind="rerender", fixer="rerender", answers=(), message="Draw the “corner” 新 anew & <again>.", box=(0.0, 0.0, 0.2, 0.2)
)


def ground() -> Array:
    across = np.linspace(40, 90, WIDTH)[None, :, None]
    down = np.linspace(0, 60, HEIGHT)[:, None, None]
    return np.asarray(np.rint(across + down + np.array([0.0, 20.0, 60.0])), np.uint8)


def poster(text: str = "SALE") -> Array:
    image = Image.fromarray(ground())
    ImageDraw.Draw(image).text((34, 42), text, fill=(250, 240, 220), font=ImageFont.load_default(24))
    return np.array(image)


def mask() -> Array:
    found = np.zeros((HEIGHT, WIDTH), np.uint8)
    x0, y0, x1, y1 = TEXT_BOX
    found[y0:y1, x0:x1] = 1
    return found


def made(pixels: Array, *, texts: bool = True, fix: Fix | None = None, kept: bool = True) -> Round:
    masks = {"headline": Raster(mask())} if texts else {}
    return Round(render=Render(renderer="studio", pixels=Raster(pixels), masks=masks, seed=3), findings=(), fix=fix, kept=kept)


def trace(rounds: tuple[Round, ...], best: int) -> Trace:
    brief = Brief(prompt="a sale poster")
    return Trace(brief=brief, plan=PLAN, rounds=rounds, best=best, outcome="passed", versions={"plantain": "1"})


def edited() -> Trace:
    """Base, a corner drawn anew, a rejected attempt, the corner and another place changed (best), a later rejected one."""
    first = poster("SAIE")
    second = first.copy()
    second[:20, :30] = (200, 30, 30)
    third = np.where(mask()[..., None] > 0, poster(), second)
    third[100:110, 50:90] //= 2
    rounds = (
        made(first),
        made(second, fix=FIX),
        made(255 - first, fix=FIX.replace(message="Rejected."), kept=False),
        made(third, fix=FIX.replace(kind="typeset", message="Set “SALE” anew.")),
        made(first // 2, fix=FIX.replace(message="Rejected too."), kept=False),
    )
    return trace(rounds, 3)
