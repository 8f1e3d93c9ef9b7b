"""Fixers: failed findings become edits."""
