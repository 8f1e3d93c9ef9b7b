"""Data files that the engine reads: thresholds, fonts."""
