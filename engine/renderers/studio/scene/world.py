"""A staged plan as a Mitsuba scene, and which of its shapes belongs to what."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np

from engine.renderers.studio.scene import lights
from engine.renderers.studio.scene.artwork import artwork
from engine.renderers.studio.scene.grounds import grounds
from engine.renderers.studio.scene.materials import Look, bsdf
from engine.renderers.studio.scene.meshes import Mesh, patch
from engine.renderers.studio.scene.models import Asked, parts
from engine.renderers.studio.scene.palette import filling, look
from engine.staging import Sheet, Solid, Stage, stage
from engine.types import Plan

Area = tuple[float, float, float, float]


@dataclass(frozen=True)
class Owner:
    """What a shape of the scene belongs to. `areas`: the texts on a printed sheet, (s0, t0, s1, t1) in its uv."""

    elements: tuple[str, ...]
    instance: int
    diffuse: bool
    subject: bool
    sheet: bool = False
    areas: dict[str, Area] = field(default_factory=dict)


@dataclass
class World:
    """`scene` is the Mitsuba description without sensor and integrator; `owners` in the order of its shapes."""

    stage: Stage
    scene: dict[str, Any] = field(default_factory=lambda: {"type": "scene"})
    owners: list[Owner] = field(default_factory=list)

    def add(self, mesh: Mesh, seen: Look, owner: Owner) -> None:
        self.scene[f"shape{len(self.owners):04d}"] = _mitsuba(mesh, seen, f"shape{len(self.owners):04d}")
        self.owners.append(owner)


def world(plan: Plan, words: str, seed: int) -> World:
    """The whole scene of a plan. `words` is the prompt, which may say what a vessel holds."""
    built = World(stage(plan))
    for n, solid in enumerate(built.stage.solids):
        _solid(built, plan, n, solid, words, seed)
    for mesh, seen, element in grounds(plan, built.stage, seed):
        built.add(mesh, seen, Owner((element,) if element else (), 1, seen.diffuse, subject=False))
    mirrored = plan.camera.azimuth < -4
    built.scene["light"] = lights.emitter(plan.light, plan.camera.azimuth, mirrored)
    return built


def _solid(built: World, plan: Plan, n: int, solid: Solid, words: str, seed: int) -> None:
    element = plan.element(solid.element)
    body = look(element, seed)
    said = words[element.span[0] : element.span[1]]
    held = filling(plan, element, said) if body.material == "glass" else None
    for mesh, seen in parts(Asked(solid, body, held, element.text)):
        built.add(mesh.posed(solid.pose), seen, Owner((element.id,), solid.instance, seen.diffuse, subject=True))
    for sheet in built.stage.sheets:
        if sheet.solid != n:
            continue
        paper = look(plan.element(sheet.element), seed) if sheet.pasted else body
        size = _pixels(built.stage, sheet, solid, plan)
        art = artwork(sheet, solid.shape, solid.label, plan, paper, size, seed)
        mesh = patch(
            sheet.patch,
            0.0022 * min(solid.size[0], solid.size[2]) if sheet.pasted else 0.0009 * min(solid.size[0], solid.size[2]),
        )
        material = "gloss" if solid.shape in {"phone", "laptop"} else paper.material
        if material == "glass":
            material = "plastic"
        seen = Look(material, paper.colour, art.picture)
        owners = (sheet.element, element.id) if sheet.pasted else (element.id,)
        built.add(mesh.posed(solid.pose), seen, Owner(owners, solid.instance, seen.diffuse, True, True, art.areas))


def _pixels(built: Stage, sheet: Sheet, solid: Solid, plan: Plan) -> tuple[int, int]:
    """Texels for the sheet: 1.8 for each pixel it covers where it is largest."""
    samples = [(s, t) for s in np.linspace(0, 1, 9) for t in (0.0, 0.5, 1.0)]
    metres = np.array(sheet.patch.measures)
    best = 0.0
    for s, t in samples:
        x0, y0, depth = built.view.project(solid.pose.world(sheet.patch.point(float(s), t)))
        best = max(best, built.view.focal * plan.canvas.width / depth)
    wide, tall = np.clip(np.round(metres * best * 1.8), 64, 3072).astype(int)
    return int(wide), int(tall)


def _mitsuba(mesh: Mesh, seen: Look, name: str) -> Any:
    import mitsuba as mi

    properties = mi.Properties()
    properties["mesh_bsdf"] = mi.load_dict(bsdf(seen))
    shape = mi.Mesh(
        name, len(mesh.points), len(mesh.faces), props=properties, has_vertex_normals=True, has_vertex_texcoords=True
    )
    buffers = mi.traverse(shape)
    buffers["vertex_positions"] = mesh.points.astype(np.float32).ravel()
    buffers["vertex_normals"] = mesh.normals.astype(np.float32).ravel()
    buffers["vertex_texcoords"] = mesh.uv.astype(np.float32).ravel()
    buffers["faces"] = mesh.faces.astype(np.uint32).ravel()
    buffers.update()
    return shape
