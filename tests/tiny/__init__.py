"""Models of every family with the real classes, random weights and a few hundred kilobytes, made on the spot."""
