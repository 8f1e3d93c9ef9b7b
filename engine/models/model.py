"""A model on disk, as its header and configuration describe it."""

from __future__ import annotations

from pathlib import Path
from typing import Final, Literal, get_args

from engine.types import Value

Role = Literal[
    "checkpoint", "pipeline", "transformer", "lora", "vae", "controlnet", "ip-adapter", "text encoder",
    "image encoder", "upscaler", "embedding", "critic",
]  # fmt: skip
Family = Literal[
    "sd15", "sd2", "sdxl", "sdxl-refiner", "sd3", "flux", "flux-kontext", "flux2", "flux3", "z-image", "qwen-image",
    "qwen-image-edit", "qwen-image-2.1", "sana", "sana-sprint", "chroma", "ernie-image", "longcat-image", "ovis-image",
    "glm-image", "krea2", "ideogram4", "kandinsky", "kandinsky22", "kandinsky3", "pixart", "hunyuan-dit", "lumina", "lumina2",
    "auraflow", "hidream", "cogview3", "cogview4", "cascade", "deepfloyd-if", "kolors", "lcm", "nucleusmoe-image", "unknown",
]  # fmt: skip
Layout = Literal["folder", "file", "gguf"]

FAMILIES: Final[tuple[Family, ...]] = get_args(Family)
TITLES: Final[dict[Family, str]] = {
    "sd15": "Stable Diffusion 1.5", "sd2": "Stable Diffusion 2", "sdxl": "SDXL", "sdxl-refiner": "the SDXL refiner",
    "sd3": "Stable Diffusion 3", "flux": "FLUX.1", "flux-kontext": "FLUX.1 Kontext", "flux2": "FLUX.2", "flux3": "FLUX 3",
    "z-image": "Z-Image", "qwen-image": "Qwen-Image", "qwen-image-edit": "Qwen-Image-Edit", "qwen-image-2.1": "Qwen-Image 2.1",
    "sana": "Sana", "sana-sprint": "SANA-Sprint", "chroma": "Chroma", "ernie-image": "ERNIE-Image",
    "longcat-image": "LongCat-Image",
    "ovis-image": "Ovis-Image", "glm-image": "GLM-Image", "krea2": "Krea 2", "ideogram4": "Ideogram 4",
    "kandinsky": "Kandinsky 2.1", "kandinsky22": "Kandinsky 2.2", "kandinsky3": "Kandinsky 3", "pixart": "PixArt",
    "hunyuan-dit": "Hunyuan-DiT", "lumina": "Lumina-Next", "lumina2": "Lumina-Image 2", "auraflow": "AuraFlow",
    "hidream": "HiDream-I1", "cogview3": "CogView3-Plus", "cogview4": "CogView4", "cascade": "Stable Cascade",
    "deepfloyd-if": "DeepFloyd IF", "kolors": "Kolors", "lcm": "Latent Consistency", "nucleusmoe-image": "Nucleus-Image",
    "unknown": "an unknown family",
}  # fmt: skip


class Model(Value, frozen=True):
    """Weights on this disk.

    A "pipeline" is a diffusers folder with a model_index.json, a "checkpoint" one file with the whole model, a
    "transformer" a bare denoiser, be it a U-Net. `precision` is that of most bytes: "fp32", "fp16", "bf16", "fp8", "q4_k", …
    `channels` are those of the latents a VAE decodes, or those a denoiser takes in (9 for an SD inpainting model), 0 where
    unknown. `variant` is the word in the names of a folder's weight files ("fp16"), if any. `sha256` is empty for a shared
    file until it is verified; of a folder it is that of the list of its files. `critic` is the kind of a critic's networks.
    `shared` files belong to another program.
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
    variant: str = ""
    critic: str = ""
    shared: bool = False

    @property
    def file(self) -> Path:
        return Path(self.path)

    @property
    def makes_pictures(self) -> bool:
        return self.role in ("checkpoint", "pipeline", "transformer")
