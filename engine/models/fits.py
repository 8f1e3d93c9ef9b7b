"""Whether a LoRA, a ControlNet, a VAE or the like can be used with a model, told by their families before either is loaded."""

from __future__ import annotations

from typing import Final

from engine.models import folder, lora, weights
from engine.models.model import TITLES, Family, Model

LATENTS: Final[dict[Family, int]] = {
    "sd15": 4, "sd2": 4, "sdxl": 4, "sdxl-refiner": 4, "lcm": 4, "pixart": 4, "hunyuan-dit": 4, "kolors": 4, "auraflow": 4,
    "lumina": 4, "sd3": 16, "flux": 16, "flux-kontext": 16, "chroma": 16, "z-image": 16, "lumina2": 16, "hidream": 16,
    "longcat-image": 16, "ovis-image": 16, "cogview3": 16, "cogview4": 16, "glm-image": 16, "qwen-image": 16,
    "qwen-image-edit": 16, "krea2": 16, "nucleusmoe-image": 16, "flux2": 32, "ernie-image": 32, "ideogram4": 32, "sana": 32,
    "sana-sprint": 32,
}  # fmt: skip
"""The channels of each family's latents, before they are packed."""

_SAME_NETWORK: Final[tuple[frozenset[Family], ...]] = (
    frozenset(("flux", "flux-kontext", "chroma")),
    frozenset(("qwen-image", "qwen-image-edit")),
    frozenset(("sd15", "lcm")),
)
_SAME_LATENTS: Final[tuple[frozenset[Family], ...]] = (
    frozenset(("sd15", "sd2", "lcm")),
    frozenset(("sdxl", "sdxl-refiner", "kolors", "pixart", "hunyuan-dit", "auraflow", "lumina")),
    frozenset(("flux", "flux-kontext", "chroma", "z-image", "lumina2", "hidream", "longcat-image", "ovis-image")),
    frozenset(("qwen-image", "qwen-image-edit", "krea2", "nucleusmoe-image")),
    frozenset(("flux2", "ernie-image", "ideogram4")),
    frozenset(("sana", "sana-sprint")),
)
_ADDED: Final = ("lora", "vae", "controlnet", "ip-adapter", "embedding")


def fits(part: Model, base: Model) -> str:
    """ "" where `part` can be used with `base`, else the sentence that says why not. False negatives are possible where two
    families share one network; the renderer then fails as it loads."""
    if part.role not in _ADDED:
        return f"“{part.name}” is a {part.role} of its own and cannot be added to another model."
    if part.role == "vae":
        return _vae(part, base)
    if part.family == "unknown" and not _layers_match(part, base):
        return f"It cannot be told which models “{part.name}” was made for, so it cannot be used with “{base.name}”."
    if part.family in (base.family, "unknown") or any({part.family, base.family} <= kin for kin in _SAME_NETWORK):
        return ""
    return _misfit(part, base)


def _vae(part: Model, base: Model) -> str:
    wanted = LATENTS.get(base.family, 0)
    if part.channels and wanted and part.channels != wanted:
        return f"“{part.name}” is a VAE for latents of {part.channels} channels, and “{base.name}” makes {wanted}."
    if "unknown" in (part.family, base.family) or part.family == base.family:
        return ""
    return "" if any({part.family, base.family} <= kin for kin in _SAME_LATENTS) else _misfit(part, base)


def _misfit(part: Model, base: Model) -> str:
    return f"“{part.name}” was made for {TITLES[part.family]}, and “{base.name}” is {TITLES[base.family]}."


def _layers_match(part: Model, base: Model) -> bool:
    """Whether every layer that a LoRA changes is in the model, as wide as the LoRA takes it; for an IP-Adapter, whether it
    has a layer for each of the model's cross-attentions."""
    if part.role not in ("lora", "ip-adapter"):
        return False
    places = [base.file] if base.layout != "folder" else folder.denoiser_files(base.file)
    widths = {
        lora.layer(name): tensor.shape[-1]
        for place in places
        for name, tensor in weights.read(place).tensors.items()
        if tensor.shape
    }
    shapes = {name: tensor.shape for name, tensor in weights.read(part.file).tensors.items()}
    if part.role == "ip-adapter":
        crossed = sorted(width for layer, width in widths.items() if layer.endswith("attn2_to_k"))
        return crossed == sorted(shape[-1] for name, shape in shapes.items() if name.endswith("to_k_ip.weight")) != []
    changed = lora.inputs(shapes)
    return bool(changed) and all(widths.get(layer) == width for layer, width in changed.items())
