"""Colour: names, parsing, and differences."""
