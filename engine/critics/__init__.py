"""Critics: pixels are measured against a plan."""
