"""Renderers: a plan becomes pixels."""
