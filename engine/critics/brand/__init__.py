"""The brand kit against the picture: its logo, its palette and its font."""

from engine.critics.brand.critic import BrandCritic

__all__ = ["BrandCritic"]
