"""Which weights a brief takes: the model, and what goes with it, found in the library and known to fit together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from engine.errors import BadInput
from engine.models import Library, Model, Role, fits, weights
from engine.models.catalogue import consented, terms_of
from engine.models.folder import denoiser_files
from engine.models.licences import accepted
from engine.models.nature import CONTROLLED
from engine.renderers.diffusion.families import FAMILIES
from engine.types import Brief


@dataclass(frozen=True)
class Kit:
    """`base` is the diffusers folder that a bare denoiser takes its text encoders and VAE from.

    The `upscaler` is not asked for: it is there to be used where a picture is enlarged, and stands in nobody's way.
    """

    model: Model
    base: Model | None = None
    vae: Model | None = None
    loras: tuple[tuple[Model, float], ...] = ()
    controlnet: Model | None = None
    adapter: Model | None = None
    upscaler: Model | None = None

    def kept(self) -> tuple[Model, ...]:
        """What stays in memory from one picture to the next, the model first."""
        return (self.model, *(one for one in (self.base, self.vae) if one is not None))

    def models(self) -> tuple[Model, ...]:
        """All that draw, the model first."""
        others = (*(lora for lora, _ in self.loras), self.controlnet, self.adapter)
        return (*self.kept(), *(one for one in others if one is not None))

    def everything(self) -> tuple[Model, ...]:
        return (*self.models(), *(one for one in [self.upscaler] if one is not None))

    def parameters(self, enlarged_by: object = "") -> dict[str, str | int | float]:
        """What a render must name of it, to be made again and for its licence to be known: the upscaler's where it was used."""
        used = [one for one in self.everything() if one is not self.upscaler or one.id == enlarged_by]
        found = {
            "model": self.model.name,
            "family": self.model.family,
            "sha256": self.model.sha256,
            "licence": " ".join(dict.fromkeys(terms_of(one).terms for one in used)),
            "base": self.base.id if self.base else "",
            "vae": self.vae.id if self.vae else "",
            "loras": ", ".join(f"{lora.id}:{weight:g}" for lora, weight in self.loras),
            "controlnet": self.controlnet.id if self.controlnet else "",
            "ip-adapter": self.adapter.id if self.adapter else "",
        }
        return {key: value for key, value in found.items() if value}


def assembled(brief: Brief, library: Library) -> Kit:
    """What the brief names.

    Raises BadInput where a word names nothing, what it names does not fit the model or cannot be drawn with, or a licence has
    yet to be accepted.
    """
    asked = brief.sampling
    model = _model(brief.model, library)
    _drawn_here(model)
    shown = brief.references and model.family in FAMILIES and not FAMILIES[model.family].references

    def part(word: str, role: Role) -> Model | None:
        return _fitting(library.find(word), model, role) if word else None

    kit = Kit(
        model=model,
        base=_base(library, model) if _bare(model) else None,
        vae=part(asked.vae, "vae"),
        loras=tuple((_fitting(library.find(word), model, "lora"), weight) for word, weight in asked.loras),
        controlnet=part(asked.controlnet, "controlnet"),
        adapter=_first(library, lambda one: one.role == "ip-adapter" and not fits(one, model)) if shown else None,
        upscaler=_first(library, lambda one: one.role == "upscaler" and _free(one)),
    )
    for one in kit.models():
        consented(one)
    return kit


def _model(word: str, library: Library) -> Model:
    if word:
        model = library.find(word)
        if not model.makes_pictures:
            raise BadInput(f"“{model.name}” is a {model.role} and makes no picture by itself.", "Name the model it goes with.")
        return model
    there = library.image_models()
    if len(there) != 1:
        names = ", ".join(model.id for model in there)
        to_do = f"Name one with --model: {names}." if there else "Import one: plantain models import FILE."
        raise BadInput("No model is chosen." if there else "There is no model in the library.", to_do)
    return there[0]


def _drawn_here(model: Model) -> None:
    """Raises BadInput for a model that only works on what others drew, or of which too much is missing."""
    if model.family == "sdxl-refiner":
        raise BadInput(f"“{model.name}” only goes over pictures that SDXL drew.", "Choose SDXL itself.")
    if model.family == "flux" and model.channels == CONTROLLED:
        raise BadInput(
            f"“{model.name}” is a FLUX.1 that only draws after a picture of depth or edges.",
            "Choose FLUX.1 itself, with a ControlNet for FLUX.1 to follow such a picture.",
        )
    if model.family == "kolors" and model.layout != "folder":
        raise BadInput(f"“{model.name}” is Kolors in one file, which is not read.", "Import the diffusers folder of Kolors.")


def _bare(model: Model) -> bool:
    return model.role == "transformer" or (model.role == "checkpoint" and model.family not in ("sd15", "sdxl"))


def _base(library: Library, model: Model) -> Model | None:
    """The folder of the model's family that is nearest to it in size: FLUX.2 comes as klein 4B, klein 9B and dev, each with a
    text encoder of its own."""

    def size(one: Model) -> int:
        if model.role == "checkpoint":
            return one.parameters
        return sum(weights.read(file).parameters for file in denoiser_files(one.file))

    there = [one for one in library.models() if one.role == "pipeline" and one.family == model.family]
    return min(there, key=lambda one: abs(size(one) - model.parameters)) if len(there) > 1 else next(iter(there), None)


def _free(model: Model) -> bool:
    """Whether the model may be used as it is: without restrictions, or with those that the user accepted."""
    return not terms_of(model).restricted or accepted(terms_of(model), model.id)


def _first(library: Library, good: Callable[[Model], bool]) -> Model | None:
    return next((model for model in library.models() if good(model)), None)


def _fitting(part: Model, model: Model, role: Role) -> Model:
    if part.role != role:
        raise BadInput(f"“{part.name}” is a {part.role}, not a {role}.", "See what there is: plantain models list.")
    if why := fits(part, model):
        raise BadInput(why, f"Choose a {role} that was made for it.")
    return part
