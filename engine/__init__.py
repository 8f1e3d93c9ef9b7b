"""The engine: plans, renders, checks and fixes pictures. No Qt in here, and nothing from the desktop."""
