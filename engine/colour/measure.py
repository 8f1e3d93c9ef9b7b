"""Colour in numbers: CIE Lab under D65, CIEDE2000 and WCAG contrast (scikit-image does the arithmetic)."""

from typing import cast

import numpy as np

from engine.colour.names import RGB
from engine.types import Array


def lab(rgb: Array | RGB) -> Array:
    """CIE Lab (D65) of uint8 sRGB: (…, 3) to float (…, 3)."""
    from skimage.color import rgb2lab

    values = np.asarray(rgb, dtype=np.float32) / 255
    flat = values.reshape(1, -1, 3)
    return cast(Array, rgb2lab(flat).reshape(values.shape))


def delta_e(one: Array, other: Array) -> Array:
    """CIEDE2000 between Lab arrays of shape (…, 3) that broadcast; float (…)."""
    from skimage.color import deltaE_ciede2000

    return cast(Array, deltaE_ciede2000(*np.broadcast_arrays(one, other)))


def contrast(one: RGB, other: RGB) -> float:
    """WCAG 2 contrast ratio, 1 (equal) to 21 (black on white)."""
    lights = sorted((_luminance(one), _luminance(other)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def _luminance(rgb: RGB) -> float:
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (channel / 255 for channel in rgb)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
