"""The diffusion renderer with its networks in ONNX Runtime: DirectML on Windows (AMD, Intel, NVIDIA), the CPU anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.api import RunContext
from engine.renderers.diffusion import Diffusion
from engine.types import Brief, Plan, Raster, Region, Render

if TYPE_CHECKING:
    from engine.renderers.diffusion.devices import Precision
    from engine.renderers.diffusion.kit import Kit
    from engine.renderers.diffusion.loading import Loaded


class Onnx(Diffusion):
    """Draws as `Diffusion` does. The networks of a model are exported the first time that they are called, beside the library;
    once they are, their weights are not read again.

    They are in half precision where a graphics card runs them, the VAE excepted, and in full on the CPU.
    """

    id = "onnx"

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
        from engine.renderers.diffusion import speed
        from engine.renderers.diffusion.kit import assembled
        from engine.renderers.diffusion.passes import drawn
        from engine.sessions import CPU, provider

        context.progress("load", 0.0)
        kit = assembled(brief, library())
        runs_on = provider(speed.choices().device)
        self._context = context
        with library().using(*kit.models()):
            loaded = self._handed(kit, "fp32" if runs_on == CPU else "fp16", runs_on)
            picture, parameters = drawn(loaded, plan, brief, seed, context, 1.0, base, region)
        made = {**kit.parameters(), **parameters, "device": runs_on, "precision": loaded.precision}
        return Render(renderer=self.id, model=kit.model.id, pixels=Raster(picture), seed=seed, parameters=made)

    def _handed(self, kit: Kit, precision: Precision, runs_on: str) -> Loaded:
        """The kit in memory with its networks handed over to that provider; what is there already is kept."""
        from engine.models import exports, library
        from engine.renderers.onnx.kits import components, kept_in, loaded
        from engine.renderers.onnx.networks import hand_over, networks

        kept = (kit, runs_on)
        self._look_for(kit)
        if self._loaded is None or kept != self._kept:
            self.unload()
            self._use.enter_context(library().using(*kit.kept()))
            made = loaded(kit, precision)
            made.projection()
            found, root = components(made), library().root
            folders = {name: exports.place(root) / kept_in(kit, precision, name) for name in networks(found)}
            exports.keep_last_used(root, set(folders.values()))
            hand_over(
                found,
                folders.__getitem__,
                lambda name: components(loaded(kit, precision, name)),
                self._announce,
                runs_on,
            )
            self._loaded, self._kept = made, kept
        return self._loaded

    def _announce(self, sentence: str) -> None:
        self._context.tell(sentence)
        self._context.progress("load", 0.5)
