"""The model library: find, import, verify and describe weights. Nothing here loads them."""

from engine.models.fits import fits
from engine.models.library import Library, Record, library
from engine.models.model import FAMILIES, TITLES, Family, Layout, Model, Role

__all__ = ["FAMILIES", "TITLES", "Family", "Layout", "Library", "Model", "Record", "Role", "fits", "library"]
