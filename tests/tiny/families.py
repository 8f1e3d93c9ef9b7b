"""A diffusers pipeline for each family. `save(family, folder)` writes it as an imported model lies on disk."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.tiny import words
from tests.tiny.parts import (
    WIDTH,
    clip_text,
    flow,
    qwen3_text,
    qwen_vl,
    t5_text,
    vae,
    vae_flux2,
    vae_qwen,
    vae_sana,
)

HEADS: dict[str, Any] = {"num_attention_heads": 2, "attention_head_dim": 16}


def sd15() -> Any:
    from diffusers import PNDMScheduler, StableDiffusionPipeline

    return StableDiffusionPipeline(
        vae=vae(4, 0.18215),
        text_encoder=clip_text(),
        tokenizer=words.clip(),
        unet=_unet_sd15(),
        scheduler=PNDMScheduler(**_SCHEDULE, skip_prk_steps=True, set_alpha_to_one=False),
        safety_checker=None,
        feature_extractor=None,
        requires_safety_checker=False,
    )


def sdxl() -> Any:
    from diffusers import EulerDiscreteScheduler, StableDiffusionXLPipeline

    return StableDiffusionXLPipeline(
        vae=vae(4, 0.13025),
        text_encoder=clip_text(),
        text_encoder_2=clip_text(projected=True, width=2 * WIDTH),
        tokenizer=words.clip(),
        tokenizer_2=words.clip(pad="!"),
        unet=_unet_sdxl(),
        scheduler=EulerDiscreteScheduler(**_SCHEDULE),
    )


def sd3() -> Any:
    from diffusers import SD3Transformer2DModel, StableDiffusion3Pipeline

    transformer = SD3Transformer2DModel(
        num_layers=2,
        **HEADS,
        sample_size=32,
        joint_attention_dim=WIDTH,
        caption_projection_dim=32,
        pooled_projection_dim=2 * WIDTH,
        pos_embed_max_size=96,
        dual_attention_layers=(0,),
        qk_norm="rms_norm",
    )
    return StableDiffusion3Pipeline(
        transformer=transformer,
        scheduler=flow(),
        vae=vae(16, 1.5305, 0.0609, quantised=False),
        text_encoder=clip_text(projected=True),
        tokenizer=words.clip(),
        text_encoder_2=clip_text(projected=True),
        tokenizer_2=words.clip(pad="!"),
        text_encoder_3=t5_text(),
        tokenizer_3=words.t5(),
    )


def flux() -> Any:
    from diffusers import FluxPipeline

    return FluxPipeline(**_flux_parts(guided=True))


def fill() -> Any:
    """FLUX.1 Fill: beside the latents it takes in what is left of a picture, and the mask."""
    from diffusers import FluxFillPipeline, FluxTransformer2DModel

    parts = _flux_parts(guided=True)
    transformer = FluxTransformer2DModel.from_config(parts["transformer"].config, in_channels=384, out_channels=64)
    return FluxFillPipeline(**parts | {"transformer": transformer})


def kontext() -> Any:
    from diffusers import FluxKontextPipeline

    return FluxKontextPipeline(**_flux_parts(guided=True))


def klein() -> Any:
    from diffusers import Flux2KleinPipeline, Flux2Transformer2DModel

    transformer = Flux2Transformer2DModel(
        num_layers=1,
        num_single_layers=1,
        **HEADS,
        joint_attention_dim=3 * WIDTH,
        timestep_guidance_channels=16,
        axes_dims_rope=(4, 4, 4, 4),
        guidance_embeds=False,
    )
    return Flux2KleinPipeline(
        scheduler=flow(dynamic=True),
        vae=vae_flux2(),
        text_encoder=qwen3_text("Qwen3ForCausalLM", 28),
        tokenizer=words.qwen(),
        transformer=transformer,
        is_distilled=True,
    )


def z_image() -> Any:
    from diffusers import ZImagePipeline, ZImageTransformer2DModel

    transformer = ZImageTransformer2DModel(
        dim=32, n_layers=2, n_refiner_layers=1, n_heads=2, n_kv_heads=2, cap_feat_dim=WIDTH, axes_dims=[4, 6, 6]
    )
    return ZImagePipeline(
        scheduler=flow(),
        vae=vae(16, 0.3611, 0.1159, quantised=False),
        text_encoder=qwen3_text("Qwen3Model", 2),
        tokenizer=words.qwen(),
        transformer=transformer,
    )


def qwen_image() -> Any:
    from diffusers import QwenImagePipeline

    return QwenImagePipeline(**_qwen_parts())


def qwen_edit() -> Any:
    from diffusers import QwenImageEditPlusPipeline
    from transformers import Qwen2VLImageProcessor, Qwen2VLProcessor, Qwen2VLVideoProcessor

    processor = Qwen2VLProcessor(Qwen2VLImageProcessor(), words.qwen(), Qwen2VLVideoProcessor(), chat_template=words.CHAT)
    return QwenImageEditPlusPipeline(**_qwen_parts(), processor=processor)


def sana(*, guidance_embeds: bool = False) -> Any:
    from diffusers import DPMSolverMultistepScheduler, SanaPipeline, SanaTransformer2DModel
    from transformers import Gemma2Config, Gemma2Model

    text = Gemma2Config(
        vocab_size=len(words.gemma()),
        hidden_size=WIDTH,
        intermediate_size=WIDTH,
        num_hidden_layers=1,
        num_attention_heads=2,
        num_key_value_heads=2,
        head_dim=16,
    )
    transformer = SanaTransformer2DModel(
        num_layers=2,
        **HEADS,
        num_cross_attention_heads=2,
        cross_attention_head_dim=16,
        cross_attention_dim=32,
        caption_channels=WIDTH,
        guidance_embeds=guidance_embeds,
    )
    scheduler = DPMSolverMultistepScheduler(prediction_type="flow_prediction", use_flow_sigmas=True, flow_shift=3.0)
    return SanaPipeline(
        tokenizer=words.gemma(), text_encoder=Gemma2Model(text), vae=vae_sana(), transformer=transformer, scheduler=scheduler
    )


def chroma() -> Any:
    from diffusers import ChromaPipeline, ChromaTransformer2DModel

    transformer = ChromaTransformer2DModel(
        num_layers=1,
        num_single_layers=1,
        **HEADS,
        joint_attention_dim=WIDTH,
        axes_dims_rope=(4, 6, 6),
        approximator_hidden_dim=16,
        approximator_layers=1,
    )
    return ChromaPipeline(
        scheduler=flow(1.0),
        vae=vae(16, 0.3611, 0.1159, quantised=False),
        text_encoder=t5_text(),
        tokenizer=words.t5(),
        transformer=transformer,
    )


def ernie() -> Any:
    from diffusers import ErnieImagePipeline, ErnieImageTransformer2DModel
    from transformers import Mistral3Config, Mistral3Model

    text = {
        "model_type": "ministral3",
        "vocab_size": len(words.qwen()),
        "hidden_size": WIDTH,
        "intermediate_size": WIDTH,
        "num_hidden_layers": 2,
        "num_attention_heads": 2,
        "num_key_value_heads": 2,
        "head_dim": 16,
    }
    sight = {"hidden_size": 16, "intermediate_size": 16, "num_hidden_layers": 1, "num_attention_heads": 2, "image_size": 28}
    transformer = ErnieImageTransformer2DModel(
        hidden_size=32, num_attention_heads=2, num_layers=1, ffn_hidden_size=32, text_in_dim=WIDTH, rope_axes_dim=(4, 6, 6)
    )
    return ErnieImagePipeline(
        transformer=transformer,
        vae=vae_flux2(),
        text_encoder=Mistral3Model(Mistral3Config(text_config=text, vision_config=sight)),
        tokenizer=words.qwen(),
        scheduler=flow(4.0),
    )


FAMILIES: dict[str, Callable[[], Any]] = {
    "sd15": sd15,
    "sdxl": sdxl,
    "sd3": sd3,
    "flux": flux,
    "flux-kontext": kontext,
    "flux2": klein,
    "z-image": z_image,
    "qwen-image": qwen_image,
    "qwen-image-edit": qwen_edit,
    "sana": sana,
    "chroma": chroma,
    "ernie-image": ernie,
}


def build(family: str) -> Any:
    """The family's pipeline with fixed random weights."""
    import torch

    torch.manual_seed(0)
    pipeline = FAMILIES[family]()
    stir(getattr(pipeline, "unet", None) or pipeline.transformer)
    return pipeline


def stir(network: Any) -> None:
    """Gives layers that begin at zero a say, as training would."""
    import torch

    for weight in network.parameters():
        if weight.ndim > 1 and not weight.any():
            torch.nn.init.normal_(weight, std=0.5)


def save(family: str, folder: Path) -> Path:
    """Save the family's pipeline as a diffusers folder."""
    build(family).save_pretrained(folder, safe_serialization=True)
    return folder


_SCHEDULE: dict[str, Any] = {
    "beta_start": 0.00085,
    "beta_end": 0.012,
    "beta_schedule": "scaled_linear",
    "steps_offset": 1,
}


def _unet_sd15() -> Any:
    from diffusers import UNet2DConditionModel

    return UNet2DConditionModel(
        sample_size=64,
        block_out_channels=(8, 16, 16, 16),
        attention_head_dim=2,
        cross_attention_dim=WIDTH,
        norm_num_groups=4,
    )


def _unet_sdxl() -> Any:
    from diffusers import UNet2DConditionModel

    return UNet2DConditionModel(
        sample_size=64,
        block_out_channels=(8, 16, 16),
        down_block_types=("DownBlock2D", "CrossAttnDownBlock2D", "CrossAttnDownBlock2D"),
        up_block_types=("CrossAttnUpBlock2D", "CrossAttnUpBlock2D", "UpBlock2D"),
        transformer_layers_per_block=(1, 2, 2),
        attention_head_dim=(1, 2, 2),
        use_linear_projection=True,
        cross_attention_dim=3 * WIDTH,
        norm_num_groups=4,
        addition_embed_type="text_time",
        addition_time_embed_dim=8,
        projection_class_embeddings_input_dim=6 * 8 + 2 * WIDTH,
    )


def _flux_parts(*, guided: bool) -> dict[str, Any]:
    from diffusers import FluxTransformer2DModel

    return {
        "scheduler": flow(dynamic=True),
        "vae": vae(16, 0.3611, 0.1159, quantised=False),
        "text_encoder": clip_text(),
        "tokenizer": words.clip(),
        "text_encoder_2": t5_text(),
        "tokenizer_2": words.t5(),
        "transformer": FluxTransformer2DModel(
            num_layers=1,
            num_single_layers=1,
            **HEADS,
            joint_attention_dim=WIDTH,
            pooled_projection_dim=WIDTH,
            axes_dims_rope=(4, 6, 6),
            guidance_embeds=guided,
        ),
    }


def _qwen_parts() -> dict[str, Any]:
    from diffusers import QwenImageTransformer2DModel

    return {
        "scheduler": flow(dynamic=True),
        "vae": vae_qwen(),
        "text_encoder": qwen_vl(),
        "tokenizer": words.qwen(),
        "transformer": QwenImageTransformer2DModel(num_layers=1, **HEADS, joint_attention_dim=WIDTH, axes_dims_rope=(4, 6, 6)),
    }
