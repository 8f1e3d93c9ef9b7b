"""A staged plan as a Mitsuba scene, and which of its shapes belongs to what."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import Any

import numpy as np

from engine.renderers.studio.scene import lights
from engine.renderers.studio.scene.artwork import artwork
from engine.renderers.studio.scene.grounds import grounds
from engine.renderers.studio.scene.materials import CLEAR, Look, albedo, bsdf
from engine.renderers.studio.scene.meshes import Mesh, joined, patch
from engine.renderers.studio.scene.models import PAGES, letter_face, parts
from engine.renderers.studio.scene.palette import filling, look
from engine.renderers.studio.scene.parts import Asked
from engine.staging import Sheet, Solid, Stage, stage
from engine.staging.prints import Rect
from engine.types import Array, Brand, Plan
from engine.typography.fonts import Face


@dataclass(frozen=True)
class Owner:
    """What a shape of the scene belongs to. `areas`: the texts on a printed sheet, (s0, t0, s1, t1) in its uv."""

    elements: tuple[str, ...]
    instance: int
    diffuse: bool
    subject: bool
    sheet: bool = False
    areas: dict[str, Rect] = field(default_factory=dict)


@dataclass
class World:
    """A stage filled with meshes: `owners`, `meshes` and `looks` go together, one of each a shape; `faces` by text."""

    stage: Stage
    light: Callable[[], dict[str, Any]]
    meshes: list[Mesh] = field(default_factory=list)
    looks: list[Look] = field(default_factory=list)
    owners: list[Owner] = field(default_factory=list)
    faces: dict[str, Face] = field(default_factory=dict)

    def add(self, mesh: Mesh, seen: Look, owner: Owner) -> None:
        self.meshes.append(mesh)
        self.looks.append(seen)
        self.owners.append(owner)

    @property
    def glass(self) -> bool:
        return any(seen.material in CLEAR or seen.material == "amber" for seen in self.looks)

    def lit(self) -> Any:
        """The Mitsuba scene as it is photographed."""
        return _scene(
            ((m, {"mesh_bsdf": bsdf(seen)}, True) for m, seen in zip(self.meshes, self.looks, strict=True)), self.light()
        )

    @cached_property
    def identity(self) -> Any:
        """The scene whose shapes glow with (their number from 1, u + 1, v + 1); u and v only for printed sheets."""
        return _scene(
            _glowing(m, np.column_stack([np.full(len(m.uv), n + 1.0), m.uv * self.owners[n].sheet + 1]))
            for n, m in enumerate(self.meshes)
        )

    @cached_property
    def albedo(self) -> Any:
        """The scene whose shapes glow with their own colour."""
        return _scene(
            (m, {"mesh_emitter": {"type": "area", "radiance": albedo(seen)}}, False)
            for m, seen in zip(self.meshes, self.looks, strict=True)
        )

    @cached_property
    def triangles(self) -> Any:
        """One mesh whose triangles glow with (their number from 1, the weights of their second and third corner)."""
        whole = joined(self.meshes)
        corners, count = whole.faces.ravel(), len(whole.faces)
        apart = Mesh(whole.points[corners], whole.normals[corners], whole.uv[corners], np.arange(3 * count).reshape(-1, 3))
        weights = np.tile([(0.0, 0.0), (1.0, 0.0), (0.0, 1.0)], (count, 1))
        return _scene([_glowing(apart, np.column_stack([np.repeat(np.arange(count) + 1.0, 3), weights]))])

    @cached_property
    def normals(self) -> Any:
        """The scene whose shapes glow with their normals + 2."""
        return _scene(_glowing(m, m.normals + 2) for m in self.meshes)


def _glowing(mesh: Mesh, values: Array) -> tuple[Mesh, dict[str, Any], bool]:
    shown = {"type": "area", "radiance": {"type": "mesh_attribute", "name": "vertex_shown"}}
    return Mesh(mesh.points, values, mesh.uv, mesh.faces), {"mesh_emitter": shown}, False


def _scene(shapes: Iterable[tuple[Mesh, dict[str, Any], bool]], light: dict[str, Any] | None = None) -> Any:
    """The Mitsuba scene of meshes with what is attached to each; those not `smooth` are faceted, `normals` a value to show."""
    import mitsuba as mi

    scene: dict[str, Any] = {"type": "scene"} | ({"light": light} if light else {})
    for n, (mesh, attached, smooth) in enumerate(shapes):
        properties = mi.Properties()
        for key, description in attached.items():
            properties[key] = mi.load_dict(description)
        name = f"shape{n:04d}"
        shape = mi.Mesh(
            name, len(mesh.points), len(mesh.faces), props=properties, has_vertex_normals=smooth, has_vertex_texcoords=True
        )
        buffers = mi.traverse(shape)
        buffers["vertex_positions"] = mesh.points.astype(np.float32).ravel()
        buffers["vertex_texcoords"] = mesh.uv.astype(np.float32).ravel()
        buffers["faces"] = mesh.faces.astype(np.uint32).ravel()
        if smooth:
            buffers["vertex_normals"] = mesh.normals.astype(np.float32).ravel()
        else:
            shape.add_attribute("vertex_shown", 3, mesh.normals.ravel().tolist())
        buffers.update()
        scene[name] = shape
    return mi.load_dict(scene)


def world(plan: Plan, brand: Brand | None, seed: int) -> World:
    """The whole scene of a plan; print is made of the brand kit."""
    mirrored = plan.camera.azimuth < -4
    built = World(stage(plan), partial(lights.emitter, plan.light, plan.camera.azimuth, mirrored))
    for n, solid in enumerate(built.stage.solids):
        _solid(built, plan, n, solid, brand, seed)
    for mesh, seen, element in grounds(plan, built.stage, seed):
        built.add(mesh, seen, Owner((element,) if element else (), 1, seen.diffuse, subject=False))
    return built


def _solid(built: World, plan: Plan, n: int, solid: Solid, brand: Brand | None, seed: int) -> None:
    element = plan.element(solid.element)
    body = look(element, seed)
    if element.text and solid.shape == "lettering":
        built.faces[element.id] = letter_face(element.text)
    held = filling(element) if body.material == "glass" else None
    for mesh, seen in parts(Asked(solid, body, held, element.text)):
        built.add(mesh.posed(solid.pose), seen, Owner((element.id,), solid.instance, seen.diffuse, subject=True))
    for sheet in built.stage.sheets:
        if sheet.solid != n:
            continue
        paper = look(plan.element(sheet.element), seed) if sheet.pasted else PAGES if solid.shape == "frame" else body
        size = _pixels(built.stage, sheet, solid, plan)
        art = artwork(sheet, solid.shape, solid.label, plan, brand, paper, size, seed)
        mesh = patch(
            sheet.patch,
            0.0022 * min(solid.size[0], solid.size[2]) if sheet.pasted else 0.0009 * min(solid.size[0], solid.size[2]),
        )
        material = "gloss" if solid.shape in {"phone", "laptop"} else paper.material
        if material == "glass":
            material = "plastic"
        seen = Look(material, paper.colour, art.picture)
        built.faces |= art.faces
        owners = (sheet.element, element.id) if sheet.pasted else (element.id,)
        built.add(mesh.posed(solid.pose), seen, Owner(owners, solid.instance, seen.diffuse, True, True, art.areas))


def _pixels(built: Stage, sheet: Sheet, solid: Solid, plan: Plan) -> tuple[int, int]:
    """Texels for the sheet: 1.8 for each pixel it covers where it is largest."""
    samples = [(s, t) for s in np.linspace(0, 1, 9) for t in (0.0, 0.5, 1.0)]
    metres = np.array(sheet.patch.measures)
    best = 0.0
    for s, t in samples:
        depth = built.view.project(solid.pose.world(sheet.patch.point(float(s), t)))[2]
        best = max(best, built.view.focal * plan.canvas.width / depth)
    wide, tall = np.clip(np.round(metres * best * 1.8), 64, 3072).astype(int)
    return int(wide), int(tall)
