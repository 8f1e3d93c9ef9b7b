"""The networks that several families share: text encoders and VAEs, tiny."""

from __future__ import annotations

from typing import Any

from tests.tiny import words

WIDTH = 32
"""Channels of every text encoder, but for the second of SDXL."""


def clip_text(*, projected: bool = False, width: int = WIDTH) -> Any:
    from transformers import CLIPTextConfig, CLIPTextModel, CLIPTextModelWithProjection

    config = CLIPTextConfig(
        vocab_size=len(words.clip()),
        hidden_size=width,
        intermediate_size=width,
        projection_dim=width,
        num_hidden_layers=3,
        num_attention_heads=2,
        max_position_embeddings=77,
        bos_token_id=512,
        eos_token_id=513,
        pad_token_id=513,
    )
    return CLIPTextModelWithProjection(config) if projected else CLIPTextModel(config)


def clip_vision() -> Any:
    from transformers import CLIPVisionConfig, CLIPVisionModelWithProjection

    config = CLIPVisionConfig(
        hidden_size=WIDTH,
        intermediate_size=WIDTH,
        projection_dim=WIDTH,
        num_hidden_layers=2,
        num_attention_heads=2,
        image_size=32,
        patch_size=16,
    )
    return CLIPVisionModelWithProjection(config)


def t5_text() -> Any:
    from transformers import T5Config, T5EncoderModel

    return T5EncoderModel(T5Config(vocab_size=len(words.t5()), d_model=WIDTH, d_kv=16, d_ff=WIDTH, num_layers=1, num_heads=2))


def qwen3_text(kind: str, layers: int) -> Any:
    import transformers

    config = transformers.Qwen3Config(
        vocab_size=len(words.qwen()),
        bos_token_id=None,
        eos_token_id=256,
        hidden_size=WIDTH,
        intermediate_size=WIDTH,
        num_hidden_layers=layers,
        num_attention_heads=2,
        num_key_value_heads=2,
        head_dim=16,
    )
    return getattr(transformers, kind)(config)


def qwen_vl() -> Any:
    from transformers import Qwen2_5_VLConfig, Qwen2_5_VLForConditionalGeneration

    number = {token: 256 + place for place, token in enumerate(words.QWEN_MARKS)}
    text = {
        "vocab_size": len(words.qwen()),
        "bos_token_id": None,
        "eos_token_id": 256,
        "hidden_size": WIDTH,
        "intermediate_size": WIDTH,
        "num_hidden_layers": 2,
        "num_attention_heads": 2,
        "num_key_value_heads": 2,
        "rope_parameters": {"rope_type": "default", "mrope_section": [2, 3, 3], "rope_theta": 1e6},
    }
    vision = {
        "depth": 1,
        "hidden_size": WIDTH,
        "intermediate_size": WIDTH,
        "num_heads": 2,
        "out_hidden_size": WIDTH,
        "fullatt_block_indexes": [0],
    }
    config = Qwen2_5_VLConfig(
        text_config=text,
        vision_config=vision,
        image_token_id=number["<|image_pad|>"],
        video_token_id=number["<|video_pad|>"],
        vision_start_token_id=number["<|vision_start|>"],
        vision_end_token_id=number["<|vision_end|>"],
    )
    return Qwen2_5_VLForConditionalGeneration(config)


def vae(latents: int, scaling: float, shift: float | None = None, *, quantised: bool = True) -> Any:
    """An AutoencoderKL that makes an eighth of the size, as every family's does."""
    from diffusers import AutoencoderKL

    return AutoencoderKL(
        block_out_channels=(8, 8, 8, 8),
        down_block_types=("DownEncoderBlock2D",) * 4,
        up_block_types=("UpDecoderBlock2D",) * 4,
        latent_channels=latents,
        norm_num_groups=4,
        scaling_factor=scaling,
        shift_factor=shift,
        use_quant_conv=quantised,
        use_post_quant_conv=quantised,
        sample_size=64,
    )


def vae_flux2() -> Any:
    from diffusers import AutoencoderKLFlux2

    return AutoencoderKLFlux2(block_out_channels=(8, 8, 8, 8), layers_per_block=1, norm_num_groups=4, sample_size=64)


def vae_qwen() -> Any:
    from diffusers import AutoencoderKLQwenImage

    return AutoencoderKLQwenImage(base_dim=4, num_res_blocks=1)


def vae_sana() -> Any:
    from diffusers import AutoencoderDC

    return AutoencoderDC(
        latent_channels=32,
        attention_head_dim=8,
        encoder_block_types="ResBlock",
        decoder_block_types="ResBlock",
        encoder_block_out_channels=(8, 8, 8, 8, 8, 32),
        decoder_block_out_channels=(8, 8, 8, 8, 8, 32),
        encoder_layers_per_block=(1,) * 6,
        decoder_layers_per_block=(1,) * 6,
        encoder_qkv_multiscales=((),) * 6,
        decoder_qkv_multiscales=((),) * 6,
        scaling_factor=0.41407,
    )


def flow(shift: float = 3.0, *, dynamic: bool = False) -> Any:
    from diffusers import FlowMatchEulerDiscreteScheduler

    return FlowMatchEulerDiscreteScheduler(shift=shift, use_dynamic_shifting=dynamic)
