"""A model on disk, as its header and configuration describe it."""

from __future__ import annotations

from pathlib import Path
from typing import Final, Literal, get_args

from engine.types import Value

Role = Literal[
    "checkpoint", "pipeline", "transformer", "lora", "vae", "controlnet", "ip-adapter", "text encoder", "upscaler",
    "embedding", "unknown",
]  # fmt: skip
Family = Literal[
    "sd15", "sd2", "sdxl", "sdxl-refiner", "sd3", "flux", "flux-kontext", "flux2", "flux3", "z-image", "qwen-image",
    "qwen-image-edit", "qwen-image-2.1", "sana", "chroma", "ernie-image", "longcat-image", "ovis-image", "glm-image", "krea2",
    "ideogram4", "kandinsky", "kandinsky22", "kandinsky3", "pixart", "hunyuan-dit", "lumina", "lumina2", "auraflow",
    "hidream", "cogview3", "cogview4", "cascade", "deepfloyd-if", "kolors", "lcm", "nucleusmoe-image", "prx", "unknown",
]  # fmt: skip
Layout = Literal["folder", "file", "gguf"]

FAMILIES: Final[tuple[Family, ...]] = get_args(Family)


class Model(Value, frozen=True):
    """Weights on this disk.

    A "pipeline" is a diffusers folder with a model_index.json, a "checkpoint" one file with the whole model, a
    "transformer" a bare denoiser, be it a U-Net. `precision` is that of most bytes: "fp32", "fp16", "bf16", "fp8", "q4_k", …
    `channels` are those of the latents a VAE decodes, or those a denoiser takes in (9 for an SD inpainting model), 0 where
    unknown. `sha256` is empty for a shared file until it is verified; of a folder it is that of the list of its files.
    """

    id: str
    name: str
    path: str
    role: Role
    family: Family
    layout: Layout
    precision: str
    parameters: int
    bytes: int
    sha256: str = ""
    pipeline: str = ""
    licence: str = ""
    channels: int = 0
    shared: bool = False

    @property
    def file(self) -> Path:
        return Path(self.path)

    @property
    def makes_pictures(self) -> bool:
        return self.role in ("checkpoint", "pipeline", "transformer")
