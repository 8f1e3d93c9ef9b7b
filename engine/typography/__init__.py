"""Typography: fonts by script coverage, shaping, setting and outlines of text."""
