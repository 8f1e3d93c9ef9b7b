"""Planners: a brief becomes a plan."""
