"""From a model on disk to a diffusers pipeline in memory, on the CPU: never from the network, no pickle, no remote code."""

from __future__ import annotations

import inspect
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

from engine.errors import BadInput, first_line
from engine.models import Model, library, weights
from engine.models.catalogue import Entry, catalogue
from engine.models.configs import config_folder
from engine.models.header import Header
from engine.models.model import TITLES
from engine.models.nature import embeds_guidance, guidance_layer, schedule
from engine.renderers.diffusion.devices import NAMES, Precision
from engine.renderers.diffusion.families import FAMILIES, FEW, UNETS, Mode, Settings, Traits, settings, traits
from engine.renderers.diffusion.ladder import out_of_memory
from engine.renderers.diffusion.previews import Projection, fitted
from engine.trust import offline


@dataclass
class Loaded:
    """A model in memory. Its modes share their networks, so all of them together weigh what one does."""

    model: Model
    traits: Traits
    pipeline: Any
    precision: Precision
    controlnet: Any = None
    controlnet_path: str = ""
    adapter_path: str = ""
    loras: list[str] = field(default_factory=list)
    _modes: dict[Mode, Any] = field(default_factory=dict)
    _projection: Projection | None = None
    _place: Callable[[Any], None] = field(default=lambda pipeline: None)
    _settled: Any = None

    def __post_init__(self) -> None:
        self.scheduler = self.pipeline.scheduler

    @property
    def denoiser(self) -> Any:
        return getattr(self.pipeline, "unet", None) or self.pipeline.transformer

    @property
    def native(self) -> int:
        """The side in pixels that it was trained at: as its denoiser's configuration says, else its family's."""
        side = self.denoiser.config.get("sample_size")
        return side * self.pipeline.vae_scale_factor if isinstance(side, int) else self.traits.native

    def mode(self, mode: Mode) -> Any:
        """The pipeline for the mode, made of what is loaded. Raises BadInput where the family has none."""
        pipeline = self._modes.get(mode) or self._modes.setdefault(mode, self._made(mode))
        if pipeline is not self._settled:
            self._place(pipeline)
            self._settled = pipeline
        return pipeline

    def settle(self, place: Callable[[Any], None]) -> None:
        """Have `place(pipeline)` put the pipeline of each mode where it is to work, before it does."""
        self._place, self._settled = place, None

    def add(self, **components: Any) -> None:
        """Put networks into the place of those there are; the modes are made anew of them."""
        self.controlnet = components.pop("controlnet", self.controlnet)
        self.pipeline.register_modules(**components)
        self._modes.clear()
        self._settled = None
        if components:
            self._projection = None

    def projection(self) -> Projection:
        """What shows its latents; to be asked for before the first pass, with the VAE on the CPU."""
        self._projection = self._projection or fitted(self.pipeline.vae)
        return self._projection

    def _made(self, mode: Mode) -> Any:
        name = self.traits.pipelines.get(mode)
        if name is None:
            raise BadInput(
                f"{self.model.name} has no way to work {_WORDS[mode]}.", "Choose a model of another family for this."
            )
        own = getattr(diffusers(), name)
        if isinstance(self.pipeline, own):
            return self.pipeline
        wanted = inspect.signature(own.__init__).parameters
        known = {**self.pipeline.config, **self.pipeline.components, "controlnet": self.controlnet}
        made = own(**{key: known[key] for key in wanted if key in known})
        made.set_progress_bar_config(disable=True)
        return made


_FLUX_OUT: Final = 64
"""The channels that a FLUX.1 gives out, also one that is shown more than it draws."""
_WORDS: Final[dict[Mode, str]] = {
    "text": "from words",
    "image": "from a picture",
    "inpaint": "inside a mask",
    "control": "after a ControlNet",
    "control image": "from a picture after a ControlNet",
    "control inpaint": "inside a mask after a ControlNet",
    "edit": "from references",
}


def diffusers() -> Any:
    """The library, imported with the network and foreign code shut out and its progress bars off."""
    os.environ.update(offline.SETTINGS, DIFFUSERS_DISABLE_REMOTE_CODE="1")
    import diffusers as package
    import transformers

    for logging in (package.utils.logging, transformers.utils.logging):
        logging.set_verbosity_error()
        logging.disable_progress_bar()
    return package


def load(
    model: Model, precision: Precision, base: Model | None = None, ready: Mapping[str, Any] | None = None, **options: Any
) -> Loaded:
    """Load the model; `base` is a diffusers folder of its family, for a denoiser that comes without the other networks.

    Networks that are `ready` are taken as they are. `options` go to diffusers' from_pretrained: how a folder's denoiser is
    quantised as it is read.

    Raises BadInput where its files are gone, not whole, or at odds with their configuration, and for a pipeline without a VAE.
    """
    if not model.file.exists():
        raise _gone(model)
    there = ready or {}
    with told(model):
        if model.role == "pipeline":
            pipeline = _folder(model, precision, **there, **options)
        elif model.role == "checkpoint" and model.family in UNETS:
            pipeline = _checkpoint(model, precision, base, there)
        else:
            pipeline = _denoiser(model, precision, base, there)
    if not (hasattr(pipeline, "vae") and (hasattr(pipeline, "unet") or hasattr(pipeline, "transformer"))):
        raise BadInput(
            f"{model.name} is {TITLES[model.family]}, which is not drawn here.", "Choose a model of another family for this."
        )
    pipeline.set_progress_bar_config(disable=True)
    loaded = Loaded(model, _distilled(model, traits(model.family, pipeline), pipeline), pipeline, precision)
    loaded.denoiser.register_to_config(**loaded.traits.config)
    return loaded


def _published(model: Model) -> Entry | None:
    """The catalogue's entry for a model that came from there."""
    record = library().record(model)
    return None if record is None else catalogue().get(record.entry)


def _distilled(model: Model, found: Traits, pipeline: Any) -> Traits:
    """The family's row with the few steps that the catalogue knows of, where the model itself does not say so."""
    known = _published(model)
    if known is None or not 0 < known.steps < FEW or settings(found, pipeline).few:
        return found
    return replace(found, settings=(Settings(known.steps, known.guidance or 0.0),))


@contextmanager
def told(model: Model) -> Iterator[None]:
    """What diffusers raises at weights that do not fit, in a sentence with the next step; running out of memory is no such."""
    diffusers()
    from diffusers.loaders.single_file_utils import SingleFileComponentError

    try:
        yield
    except (OSError, RuntimeError) as error:
        if out_of_memory(error):
            raise
        raise _unfit(model, error) from error
    except (ValueError, LookupError, TypeError, SingleFileComponentError) as error:
        raise _unfit(model, error) from error


def _gone(model: Model) -> BadInput:
    return BadInput(f"{model.name} is no longer at {model.path}.", "Put it back, or choose another model.")


def _unfit(model: Model, error: Exception) -> BadInput:
    if not model.file.exists():
        return _gone(model)
    if isinstance(error, FileNotFoundError):
        missing = Path(error.filename).name if error.filename else str(error)
        return BadInput(f"{model.name} is not whole: {missing} is missing.", "Import or download it again.")
    if isinstance(error, OSError):
        return BadInput(f"{model.name} is not whole: {first_line(error)}", "Import or download it again.")
    happened = f"The weights of {model.name} do not match its configuration: {first_line(error)}"
    return BadInput(happened, "Import it again from where it came, with all of its files.")


def _folder(model: Model, precision: Precision, **components: Any) -> Any:
    return diffusers().DiffusionPipeline.from_pretrained(
        model.path,
        dtype=dtype(precision),
        variant=model.variant or None,
        local_files_only=True,
        use_safetensors=True,
        trust_remote_code=False,
        **components,
    )


def _checkpoint(model: Model, precision: Precision, base: Model | None, ready: Mapping[str, Any]) -> Any:
    config = config_folder(library(), model) or (base.file if base is not None else None)
    if config is None:
        raise _needs_base(model)
    own = getattr(diffusers(), FAMILIES[model.family].pipelines["text"])
    pipeline = own.from_single_file(model.path, config=str(config), dtype=dtype(precision), local_files_only=True, **ready)
    trained, known = schedule(weights.read(model.file)), _published(model)
    if known is not None and 0 < known.steps < FEW:
        trained["timestep_spacing"] = "trailing"
    if known is not None and known.native and hasattr(pipeline, "unet"):
        pipeline.unet.register_to_config(sample_size=known.native // pipeline.vae_scale_factor)
    if trained:
        # Zero terminal SNR needs a scheduler that can say so: Euler's.
        kind = diffusers().EulerDiscreteScheduler if "rescale_betas_zero_snr" in trained else type(pipeline.scheduler)
        pipeline.register_modules(scheduler=kind.from_config(pipeline.scheduler.config, **trained))
    return _consistent(pipeline, model)


def _denoiser(model: Model, precision: Precision, base: Model | None, ready: Mapping[str, Any]) -> Any:
    """A bare denoiser, as safetensors, GGUF or a folder, in the place of the one in a folder of its family. No more is taken of
    a transformer with all the rest in one file: its text encoders and VAE are those of its family.

    A folder of FLUX.1-dev serves a file of FLUX.1-schnell as well, and the other way round.
    """
    if base is None:
        raise _needs_base(model)
    package = diffusers()
    index = package.DiffusionPipeline.load_config(base.path, local_files_only=True)
    part = "unet" if "unet" in index else "transformer"
    own = getattr(package, index[part][1])
    guided = own.load_config(base.path, subfolder=part, local_files_only=True).get("guidance_embeds")
    denoiser = ready.get(part) or _network(own, model, precision, base, part)
    pipeline = _folder(base, precision, **{**ready, part: denoiser})
    if model.family == "flux" and denoiser.config.guidance_embeds != guided:
        shifted = {"use_dynamic_shifting": not guided, "shift": 1.0 if guided else 3.0}
        pipeline.register_modules(scheduler=type(pipeline.scheduler).from_config(pipeline.scheduler.config, **shifted))
    return _consistent(pipeline, model)


def _network(own: Any, model: Model, precision: Precision, base: Model, part: str) -> Any:
    """The denoiser alone, of the class `own`, made as the `base` has it where it says nothing of itself."""
    how: dict[str, Any] = {"dtype": dtype(precision), "local_files_only": True}
    if model.layout == "folder":
        return own.from_pretrained(model.path, variant=model.variant or None, use_safetensors=True, **how)
    if model.layout == "gguf":
        how["quantization_config"] = diffusers().GGUFQuantizationConfig(compute_dtype=dtype(precision))
    header = weights.read(model.file)
    known = own.load_config(base.path, subfolder=part, local_files_only=True)
    how |= {key: value for key, value in said(model, header).items() if key in known}
    if layer := guidance_layer(header):
        how["time_cond_proj_dim"] = header.tensors[layer].shape[1]
    inside = _inside(model, header) if part == "transformer" and model.layout == "file" else {}
    return own.from_single_file(inside or model.path, config=base.path, subfolder=part, **how)


def said(model: Model, header: Header) -> dict[str, Any]:
    """What a bare denoiser's arrays say of its configuration, better than that of the folder it takes the rest from."""
    known: dict[str, Any] = {"guidance_embeds": embeds_guidance(header)}
    if model.family in ("flux", "flux-kontext") and model.channels:
        known |= {"in_channels": 4 * model.channels, "out_channels": _FLUX_OUT}
    return known


def _inside(model: Model, header: Header) -> dict[str, Any]:
    """The arrays of a transformer in a file as ComfyUI writes them, by the names that diffusers knows; {} in another."""
    from safetensors import safe_open

    prefix = "model.diffusion_model."
    names = [name for name in header.tensors if name.startswith(prefix)]
    if not names:
        return {}
    with safe_open(model.path, framework="pt") as file:
        return {name.removeprefix(prefix): file.get_tensor(name) for name in names}


def _consistent(pipeline: Any, model: Model) -> Any:
    """A Latent Consistency model's U-Net has a scheduler of its own and takes the guidance scale by a layer, which is left out
    of a whole model in one file as it is read."""
    layer = guidance_layer(weights.read(model.file)) if model.layout == "file" else ""
    unet = getattr(pipeline, "unet", None)
    if unet is not None and layer:
        import torch
        from safetensors import safe_open

        with safe_open(model.path, framework="pt") as file:
            weight = file.get_tensor(layer).to(unet.dtype)
        unet.time_embedding.cond_proj = torch.nn.Linear(*weight.shape[::-1], bias=False)
        unet.time_embedding.cond_proj.weight = torch.nn.Parameter(weight, requires_grad=False)
        unet.register_to_config(time_cond_proj_dim=weight.shape[1])
    if unet is not None and unet.config.get("time_cond_proj_dim"):
        pipeline.register_modules(scheduler=diffusers().LCMScheduler.from_config(pipeline.scheduler.config))
    return pipeline


def dtype(precision: Precision) -> Any:
    import torch

    return getattr(torch, NAMES[precision])


def _needs_base(model: Model) -> BadInput:
    if model.role == "checkpoint":
        return BadInput(
            f"{model.name} is a whole model in one file, and its configuration is not part of the file.",
            "Import a diffusers folder of the same family; its configuration serves this one too.",
        )
    return BadInput(
        f"{model.name} is a denoiser without text encoders and VAE, and no whole model of its family is in the library.",
        "Import a diffusers folder of the same family; its text encoders and VAE serve this one too.",
    )
