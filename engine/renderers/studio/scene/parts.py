"""What a model is asked for and what it gives back."""

from __future__ import annotations

from dataclasses import dataclass

from engine.renderers.studio.scene.materials import Look
from engine.renderers.studio.scene.meshes import Mesh
from engine.staging import Solid

Part = tuple[Mesh, Look]
STEEL = Look("metal", (208, 210, 214))


@dataclass(frozen=True)
class Asked:
    """What a model is made from: the staged solid, its body's look, what it holds if it is of glass, and its lettering."""

    solid: Solid
    body: Look
    filling: Look | None = None
    text: str = ""
