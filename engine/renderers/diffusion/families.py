"""What each family of models is and takes, as data: its pipelines, sizes, steps, guidance and how it reads words.

From the families' model cards and from diffusers 0.42's own defaults. A family that is not here is drawn with what its
pipeline says of itself.
"""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final, Literal

from engine.models import Family
from engine.models.nature import FILL
from engine.renderers.diffusion.prompting import Reads

Mode = Literal["text", "image", "inpaint", "control", "control image", "control inpaint", "edit"]
Solver = Literal["noise", "flow", "own"]
FEW: Final = 10
"""Fewer steps than these are those of a distilled model."""


@dataclass(frozen=True)
class Settings:
    """Steps and guidance. `when` (component, key, value) tells a distilled model from others of its family."""

    steps: int
    guidance: float
    when: tuple[str, str, Any] | None = None

    @property
    def few(self) -> bool:
        return self.steps < FEW


@dataclass(frozen=True)
class Traits:
    """A family. `native` is the side in pixels it was trained at, `multiple` what its sides must be multiples of.

    `solver` says which schedulers fit: those for noise prediction, for flow matching, or the model's own alone. `guidance`
    is the keyword its pipelines take the guidance scale by; `references` how many pictures it can be shown; `always` what
    every call of its pipelines is given where it takes it; `config` what its pipelines ask of its denoiser's configuration
    and published configurations do not say. `places`: how it can be told where things are, by where its layers find the
    words: aside, or in one row with the picture, first or last.
    """

    pipelines: Mapping[Mode, str]
    native: int
    multiple: int
    settings: tuple[Settings, ...]
    reads: Reads
    solver: Solver
    controlnet: str = ""
    guidance: str = "guidance_scale"
    references: int = 0
    always: Mapping[str, Any] = field(default_factory=dict)
    config: Mapping[str, Any] = field(default_factory=dict)
    places: Literal["", "aside", "first", "last"] = ""


_TAGS: Final = Reads(style="tags", spells=0, negative=True)
_FEW: Final = Settings(6, 1.0, when=("scheduler", "timestep_spacing", "trailing"))
_SD15: Final = Traits(
    pipelines={
        "text": "StableDiffusionPipeline",
        "image": "StableDiffusionImg2ImgPipeline",
        "inpaint": "StableDiffusionInpaintPipeline",
        "control": "StableDiffusionControlNetPipeline",
        "control image": "StableDiffusionControlNetImg2ImgPipeline",
        "control inpaint": "StableDiffusionControlNetInpaintPipeline",
    },
    native=512,
    multiple=8,
    settings=(_FEW, Settings(28, 7.0)),
    reads=_TAGS,
    solver="noise",
    controlnet="ControlNetModel",
    places="aside",
)
_SDXL: Final = Traits(
    pipelines={
        "text": "StableDiffusionXLPipeline",
        "image": "StableDiffusionXLImg2ImgPipeline",
        "inpaint": "StableDiffusionXLInpaintPipeline",
        "control": "StableDiffusionXLControlNetPipeline",
        "control image": "StableDiffusionXLControlNetImg2ImgPipeline",
        "control inpaint": "StableDiffusionXLControlNetInpaintPipeline",
    },
    native=1024,
    multiple=8,
    settings=(_FEW, Settings(28, 6.0)),
    reads=_TAGS,
    solver="noise",
    controlnet="ControlNetModel",
    places="aside",
)
_FLUX_MODES: Final[dict[Mode, str]] = {
    "text": "FluxPipeline",
    "image": "FluxImg2ImgPipeline",
    "inpaint": "FluxInpaintPipeline",
    "control": "FluxControlNetPipeline",
    "control image": "FluxControlNetImg2ImgPipeline",
    "control inpaint": "FluxControlNetInpaintPipeline",
}
_FLUX: Final = Traits(
    pipelines=_FLUX_MODES,
    native=1024,
    multiple=16,
    settings=(Settings(4, 0.0, when=("transformer", "guidance_embeds", False)), Settings(28, 3.5)),
    reads=Reads(style="sentences", spells=12, negative=False),
    solver="flow",
    controlnet="FluxControlNetModel",
    places="first",
)
_QWEN_MODES: Final[dict[Mode, str]] = {
    "text": "QwenImagePipeline",
    "image": "QwenImageImg2ImgPipeline",
    "inpaint": "QwenImageInpaintPipeline",
    "control": "QwenImageControlNetPipeline",
}
_QWEN: Final = Traits(
    pipelines=_QWEN_MODES,
    native=1328,
    multiple=16,
    settings=(Settings(40, 4.0),),
    reads=Reads(style="sentences", spells=120, negative=True),
    solver="flow",
    controlnet="QwenImageControlNetModel",
    guidance="true_cfg_scale",
    places="first",
)

FAMILIES: Final[Mapping[Family, Traits]] = {
    "sd15": _SD15,
    "sd2": replace(_SD15, native=768),
    "sdxl": _SDXL,
    "sd3": Traits(
        pipelines={
            "text": "StableDiffusion3Pipeline",
            "image": "StableDiffusion3Img2ImgPipeline",
            "inpaint": "StableDiffusion3InpaintPipeline",
            "control": "StableDiffusion3ControlNetPipeline",
        },
        native=1024,
        multiple=16,
        settings=(Settings(28, 4.5),),
        reads=Reads(style="sentences", spells=12, negative=True),
        solver="flow",
        controlnet="SD3ControlNetModel",
        places="last",
    ),
    "flux": _FLUX,
    "flux-kontext": replace(
        _FLUX,
        pipelines={**_FLUX_MODES, "edit": "FluxKontextPipeline"},
        settings=(Settings(28, 2.5),),
        references=1,
        always={"_auto_resize": False},
    ),
    "flux2": Traits(
        pipelines={"text": "Flux2KleinPipeline", "inpaint": "Flux2KleinInpaintPipeline", "edit": "Flux2KleinPipeline"},
        native=1024,
        multiple=16,
        settings=(Settings(4, 1.0, when=("", "is_distilled", True)), Settings(50, 4.0)),
        reads=Reads(style="sentences", spells=40, negative=False),
        solver="flow",
        references=4,
        places="first",
    ),
    "z-image": Traits(
        pipelines={
            "text": "ZImagePipeline",
            "image": "ZImageImg2ImgPipeline",
            "inpaint": "ZImageInpaintPipeline",
            "control": "ZImageControlNetPipeline",
        },
        native=1024,
        multiple=16,
        settings=(Settings(8, 0.0, when=("scheduler", "shift", 3.0)), Settings(40, 4.0)),
        reads=Reads(style="sentences", spells=80, negative=True),
        solver="flow",
        controlnet="ZImageControlNetModel",
        places="last",
    ),
    "qwen-image": _QWEN,
    "qwen-image-edit": replace(_QWEN, pipelines={**_QWEN_MODES, "edit": "QwenImageEditPlusPipeline"}, references=3),
    "sana": Traits(
        pipelines={"text": "SanaPipeline", "control": "SanaControlNetPipeline"},
        native=1024,
        multiple=32,
        settings=(Settings(20, 4.5),),
        reads=Reads(style="sentences", spells=0, negative=True),
        solver="own",
        controlnet="SanaControlNetModel",
        always={"use_resolution_binning": False},
        places="aside",
    ),
    "chroma": Traits(
        pipelines={"text": "ChromaPipeline", "image": "ChromaImg2ImgPipeline", "inpaint": "ChromaInpaintPipeline"},
        native=1024,
        multiple=16,
        settings=(Settings(28, 4.0),),
        reads=Reads(style="sentences", spells=12, negative=True),
        solver="flow",
        config={"guidance_embeds": False},
        places="first",
    ),
    "ernie-image": Traits(
        pipelines={"text": "ErnieImagePipeline"},
        native=1024,
        multiple=16,
        settings=(Settings(40, 4.0),),
        reads=Reads(style="sentences", spells=80, negative=True),
        solver="own",
        always={"use_pe": False},
        places="last",
    ),
}

_FLUX2_DEV: Final = replace(
    FAMILIES["flux2"], pipelines={"text": "Flux2Pipeline", "edit": "Flux2Pipeline"}, settings=(Settings(28, 4.0),)
)
"""FLUX.2-dev reads with another text encoder than klein and has no inpainting of its own."""

_FILL: Final = replace(
    _FLUX,
    pipelines=dict.fromkeys(("text", "image", "inpaint"), "FluxFillPipeline"),
    settings=(Settings(28, 30.0),),
    controlnet="",
)
"""FLUX.1 Fill draws inside a mask alone; all of a picture is one as well."""

UNETS: Final[frozenset[Family]] = frozenset({"sd15", "sd2", "sdxl", "sdxl-refiner", "kolors", "lcm", "kandinsky3"})
"""The families whose denoiser is a U-Net; all others have a transformer."""


def traits(family: Family, pipeline: Any) -> Traits:
    """The family's row, or what the pipeline says of itself where the table has none."""
    if type(pipeline).__name__ == "Flux2Pipeline":
        return _FLUX2_DEV
    if family == "flux" and pipeline.transformer.config.in_channels == 4 * FILL:
        return _FILL
    found = FAMILIES.get(family) or _of(pipeline)
    unet = getattr(pipeline, "unet", None)
    if family in FAMILIES and unet is not None and unet.config.get("time_cond_proj_dim"):
        return replace(found, settings=(Settings(4, 8.0),), reads=replace(found.reads, negative=False))
    return found


def settings(found: Traits, pipeline: Any) -> Settings:
    """The first of the family's settings whose condition the pipeline meets."""

    def holds(one: Settings) -> bool:
        if one.when is None:
            return True
        component, key, value = one.when
        owner = getattr(pipeline, component) if component else pipeline
        return bool(owner.config.get(key) == value)

    return next(one for one in found.settings if holds(one))


def _of(pipeline: Any) -> Traits:
    from diffusers.pipelines import auto_pipeline

    maps: dict[Mode, Mapping[str, Any]] = {
        "image": auto_pipeline.AUTO_IMAGE2IMAGE_PIPELINES_MAPPING,
        "inpaint": auto_pipeline.AUTO_INPAINT_PIPELINES_MAPPING,
    }
    own = type(pipeline)
    name = next((n for n, known in auto_pipeline.AUTO_TEXT2IMAGE_PIPELINES_MAPPING.items() if known is own), "")
    pipelines: dict[Mode, str] = {"text": own.__name__}
    pipelines |= {mode: known[name].__name__ for mode, known in maps.items() if name in known}
    taken = inspect.signature(own.__call__).parameters
    keyword = "true_cfg_scale" if "true_cfg_scale" in taken else "guidance_scale"
    steps, guidance = (taken[key].default if key in taken else None for key in ("num_inference_steps", keyword))
    return Traits(
        pipelines=pipelines,
        native=1024,
        multiple=32,
        settings=(Settings(8, 0.0, when=("", "is_distilled", True)), Settings(steps or 30, guidance or 0.0)),
        reads=Reads(style="sentences", spells=12, negative="negative_prompt" in taken),
        solver="own",
        guidance=keyword,
        always={"use_resolution_binning": False, "enable_prompt_rewrite": False},
    )
