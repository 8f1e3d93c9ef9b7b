"""The model library: find, import, verify and describe weights. Nothing here loads them."""

from engine.models.fits import fits
from engine.models.model import FAMILIES, TITLES, Family, Layout, Model, Role
from engine.models.store import Library, Record, library

__all__ = ["FAMILIES", "TITLES", "Family", "Layout", "Library", "Model", "Record", "Role", "fits", "library"]
