"""The studio: flat artwork set in real type, staged scenes path-traced; no weights, no network."""

from __future__ import annotations

from engine.api import RunContext
from engine.staging import Sketch, Window
from engine.types import Array, Box, Brief, Plan, Region, Render

FLAT = frozenset({"text", "background", "image", "logo"})


class Studio:
    """The embedded renderer. Flat plans go to typography, all others to Mitsuba."""

    id = "studio"
    repaints = False

    def missing(self, plan: Plan) -> tuple[str, ...]:
        if plan.kind == "flat":
            return tuple(element.id for element in plan.elements if element.kind not in FLAT)
        from engine.renderers.studio.scene import missing

        return missing(plan)

    def render(
        self,
        plan: Plan,
        brief: Brief,
        seed: int,
        context: RunContext,
        *,
        base: Render | None = None,
        region: Region | None = None,
    ) -> Render:
        if plan.kind == "flat":
            from engine.renderers.studio.flat import render_flat

            return render_flat(plan, brief, seed, context, base=base, region=region)
        from engine.renderers.studio.scene import render_scene

        return render_scene(plan, brief, seed, context, base=base, region=region)

    def draft(self, plan: Plan, base: Render, size: tuple[int, int], context: RunContext) -> Render:
        """What a render of the staged plan should look like: `scene.draft_scene`."""
        from engine.renderers.studio.scene import draft_scene

        return draft_scene(plan, base, size, context)

    def again(self, plan: Plan, base: Render, box: Box, context: RunContext) -> Render:
        """A render of the staged plan with the box drawn as it was: `scene.scene_again`."""
        from engine.renderers.studio.scene import scene_again

        return scene_again(plan, base, box, context)

    def redrawn(self, plan: Plan, base: Render, context: RunContext) -> Render | None:
        """A render of the flat plan drawn as it was: `flat.flat_again`."""
        from engine.renderers.studio.flat import flat_again

        return flat_again(plan, base, context)

    def shown(self, plan: Plan, base: Render, context: RunContext) -> Render:
        """The render with the masks, depth and normals of what the plan shows: of a scene `scene.scene_shown`, of flat artwork
        that can be `redrawn` its masks."""
        if plan.kind == "flat":
            drawn = self.redrawn(plan, base, context)
            return base if drawn is None else base.replace(masks=drawn.masks)
        from engine.renderers.studio.scene import scene_shown

        return scene_shown(plan, base, context)

    def unlit(self, plan: Plan, base: Render, box: Box, context: RunContext) -> Array:
        """The colours of what a box of a staged render shows: `scene.scene_unlit`."""
        from engine.renderers.studio.scene import scene_unlit

        return scene_unlit(plan, base, box, context)

    def sketch(self, plan: Plan, window: Window, side: int, context: RunContext) -> Sketch:
        """What a window of the staged plan shows, without light: `scene.sketch.sketch`."""
        from engine.renderers.studio.scene.sketch import sketch

        return sketch(plan, window, side, context)
