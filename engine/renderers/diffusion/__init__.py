"""Any picture: diffusers pipelines on the user's own hardware, with the user's own weights."""

from __future__ import annotations

from contextlib import ExitStack
from functools import partial
from typing import TYPE_CHECKING

from engine.api import RunContext
from engine.errors import BadInput
from engine.types import Array, Brief, Plan, Raster, Region, Render

if TYPE_CHECKING:
    from engine.renderers.diffusion.devices import Precision
    from engine.renderers.diffusion.kit import Kit
    from engine.renderers.diffusion.loading import Loaded
    from engine.renderers.diffusion.memory import Placement
    from engine.renderers.diffusion.passes import Parameters


class Diffusion:
    """Draws a plan with the model that the brief names, and keeps that model in memory until `unload`."""

    id = "diffusion"
    repaints = True

    def __init__(self) -> None:
        self._loaded: Loaded | None = None
        self._kept: tuple[object, ...] = ()
        self._use = ExitStack()

    def missing(self, plan: Plan) -> tuple[str, ...]:
        """Nothing: whether a model can draw a thing, the critics find out."""
        return ()

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
        from engine.models import library
        from engine.renderers.diffusion import devices, ladder, memory, speed
        from engine.renderers.diffusion.briefing import steps
        from engine.renderers.diffusion.kit import assembled
        from engine.renderers.diffusion.passes import drawn
        from engine.renderers.diffusion.upscale import Upscaler

        context.progress("load", 0.0)
        kit = assembled(brief, library())
        wanted = speed.choices()
        device = devices.device(wanted.device)
        pixels = plan.canvas.width * plan.canvas.height
        files = [model.file for model in (kit.base, kit.model) if model is not None]

        def weighed(precision: Precision) -> memory.Needs:
            return memory.Needs(memory.weighed(files, kit.controlnet.file if kit.controlnet else None, precision), pixels)

        if wanted.precision == "auto":
            precision = memory.precise(device, weighed, kit.model.precision)
        else:
            precision = devices.precision(device, wanted.precision)
        needs = weighed(precision)
        held = sum(needs.components.values()) if self._loaded is not None and self._loaded.model == kit.model else 0
        free = partial(devices.free_bytes, device, held)
        first = memory.planned(needs, device, precision, free(), wanted.quantised)

        def work(placement: Placement) -> tuple[Array, Parameters]:
            loaded = self._ready(kit, placement)
            speed.attend(loaded.denoiser, wanted.attention, placement.device)
            cache = speed.cache(loaded.denoiser, wanted.cache, steps(loaded, brief))
            upscaler = Upscaler(kit.upscaler, placement.device) if kit.upscaler else None
            picture, parameters = drawn(loaded, plan, brief, seed, context, placement.scale, base, region, upscaler)
            return picture, parameters if cache == "none" else {**parameters, "cache": cache}

        whole = region is None
        with library().using(*kit.everything()):
            drawing = ladder.climb(first, (kit.model.id, pixels), work, context, free=free, resizable=whole)
        (picture, parameters), placement = drawing
        return Render(
            renderer=self.id,
            model=kit.model.id,
            pixels=Raster(picture),
            seed=seed,
            parameters={**kit.parameters(parameters.get("upscaler")), **parameters, **placement.parameters()},
        )

    def unload(self) -> None:
        """Forget the model and give its memory back."""
        self._loaded = None
        self._use.close()

    def _look_for(self, kit: Kit) -> None:
        """Raises BadInput, and lets go of the model, where a file of the kit's is no longer there."""
        for model in kit.models():
            if not model.file.exists():
                self.unload()
                raise BadInput(f"“{model.name}” is no longer at {model.path}.", "Put it back, or choose another model.")

    def _ready(self, kit: Kit, placement: Placement) -> Loaded:
        """The kit in memory, placed; what is there already is kept. Raises BadInput for a model that is no longer there."""
        from engine.models import library
        from engine.renderers.diffusion import extras, memory, speed
        from engine.renderers.diffusion.families import UNETS
        from engine.renderers.diffusion.loading import load

        kept = (kit.model, kit.base, kit.vae, placement.precision, placement.quantised)
        self._look_for(kit)
        if self._loaded is None or kept != self._kept:
            self.unload()
            self._use.enter_context(library().using(*kit.kept()))
            part = "unet" if kit.model.family in UNETS else "transformer"
            options = speed.load_options(placement.quantised, placement.device, placement.precision, part)
            loaded = load(kit.model, placement.precision, kit.base, **options)
            if kit.vae is not None:
                extras.set_vae(loaded, kit.vae)
            loaded.projection()
            speed.quantise(loaded.denoiser, placement.quantised, placement.precision)
            self._loaded, self._kept = loaded, kept
        extras.equip(self._loaded, kit)
        self._loaded.settle(lambda pipeline: memory.place(pipeline, placement))
        return self._loaded
