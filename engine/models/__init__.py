"""The model library: find, import, verify and describe weights. Nothing here loads them."""

from engine.models.model import FAMILIES, Family, Layout, Model, Role

__all__ = ["FAMILIES", "Family", "Layout", "Model", "Role"]
