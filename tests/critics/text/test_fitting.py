"""A line is laid over what is its own: large letters set tight reach into the strips of their neighbours."""

import numpy as np

from engine.critics.text.copies import Line
from engine.critics.text.fitting import laid_over
from engine.critics.text.glyphs import match
from engine.critics.text.strip import of_quad
from engine.typography.fonts import face
from engine.typography.setting import set_line


def test_the_feet_of_the_line_above_are_left_out() -> None:
    chosen = face("Jazz & Waffles", style="sans", weight=600)
    above, line = (set_line(text, chosen, 90).mask for text in ("Jazz", "& Waffles"))
    cover = np.zeros((144, line.shape[1] + 40))
    cover[46 : 46 + line.shape[0], 20 : 20 + line.shape[1]] = line
    cover[:18, 60 : 60 + above.shape[1]] = above[-18:]
    pixels = (230 - 200 * cover[..., None] / 255).repeat(3, axis=2).astype(np.uint8)
    height, width = cover.shape
    strip = of_quad(pixels, np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32))
    seen = Line(strip, "& Waffles", 0.99)
    assert seen.ink is not None
    raw = match(seen.ink.cover, "& Waffles", [chosen], stretch=False, guessed=True)
    found = laid_over(seen, "& Waffles", [chosen], stretch=False)
    assert raw is None or not raw.trusted
    assert found is not None
    assert found.fit > 0.95
    assert all(letter.box[1] > 40 for letter in found.letters)
