"""Diffusion: any picture, drawn by a model on the user's own GPU."""
