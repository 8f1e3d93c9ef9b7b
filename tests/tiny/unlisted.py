"""Pipelines of families that no row of the table describes, and of FLUX.2-dev, which shares its family with klein."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.tiny import words
from tests.tiny.families import HEADS
from tests.tiny.parts import WIDTH, flow, qwen_vl, t5_text, vae, vae_flux2, vae_qwen


def longcat() -> Any:
    from diffusers import LongCatImagePipeline, LongCatImageTransformer2DModel
    from transformers import Qwen2VLImageProcessor, Qwen2VLProcessor, Qwen2VLVideoProcessor

    transformer = LongCatImageTransformer2DModel(
        num_layers=1, num_single_layers=1, **HEADS, joint_attention_dim=WIDTH, pooled_projection_dim=WIDTH,
        axes_dims_rope=[4, 6, 6],
    )  # fmt: skip
    return LongCatImagePipeline(
        scheduler=flow(dynamic=True),
        vae=vae(16, 0.3611, 0.1159, quantised=False),
        text_encoder=qwen_vl(),
        tokenizer=words.qwen(),
        text_processor=Qwen2VLProcessor(
            Qwen2VLImageProcessor(), words.qwen(), Qwen2VLVideoProcessor(), chat_template=words.CHAT
        ),
        transformer=transformer,
    )


def pixart() -> Any:
    from diffusers import DPMSolverMultistepScheduler, PixArtSigmaPipeline, PixArtTransformer2DModel

    transformer = PixArtTransformer2DModel(
        **HEADS, num_layers=1, cross_attention_dim=32, caption_channels=WIDTH, sample_size=8, use_additional_conditions=False
    )
    return PixArtSigmaPipeline(
        tokenizer=words.t5(),
        text_encoder=t5_text(),
        vae=vae(4, 0.13025),
        transformer=transformer,
        scheduler=DPMSolverMultistepScheduler(),
    )


def flux2_dev() -> Any:
    from diffusers import Flux2Pipeline, Flux2Transformer2DModel
    from transformers import Mistral3Config, Mistral3ForConditionalGeneration, PixtralImageProcessor, PixtralProcessor

    text = {"model_type": "mistral", "vocab_size": len(words.qwen()), "num_hidden_layers": 31, "num_key_value_heads": 2}
    eye = {"model_type": "pixtral", "num_hidden_layers": 1, "image_size": 64, "patch_size": 8}
    both = {"hidden_size": WIDTH, "intermediate_size": WIDTH, "num_attention_heads": 2, "head_dim": 16}
    reader = PixtralProcessor(
        PixtralImageProcessor(), words.qwen(), patch_size=8, chat_template=words.CHAT, image_token="<|image_pad|>",
        image_break_token="<|vision_start|>", image_end_token="<|vision_end|>",
    )  # fmt: skip
    transformer = Flux2Transformer2DModel(
        num_layers=1, num_single_layers=1, **HEADS, joint_attention_dim=3 * WIDTH, timestep_guidance_channels=16,
        axes_dims_rope=(4, 4, 4, 4), guidance_embeds=True,
    )  # fmt: skip
    return Flux2Pipeline(
        scheduler=flow(dynamic=True),
        vae=vae_flux2(),
        text_encoder=Mistral3ForConditionalGeneration(
            Mistral3Config(text_config=text | both, vision_config=eye | both, image_token_index=261)
        ),
        tokenizer=reader,
        transformer=transformer,
    )


def qwen_image_21() -> Any:
    from diffusers import AutoencoderKLQwenImage21, QwenImage21Pipeline, QwenImage21Transformer2DModel
    from transformers import (
        Qwen2VLImageProcessor,
        Qwen3VLForConditionalGeneration,
        Qwen3VLProcessor,
        Qwen3VLVideoProcessor,
    )

    transformer = QwenImage21Transformer2DModel(num_layers=1, **HEADS, context_in_dim=WIDTH, axes_dims_rope=(4, 6, 6))
    return QwenImage21Pipeline(
        scheduler=flow(dynamic=True),
        vae=AutoencoderKLQwenImage21(base_dim=4, decoder_base_dim=4, num_res_blocks=1),
        text_encoder=Qwen3VLForConditionalGeneration(_qwen3_vl()),
        processor=Qwen3VLProcessor(Qwen2VLImageProcessor(), words.qwen(), Qwen3VLVideoProcessor(), chat_template=words.CHAT),
        transformer=transformer,
    )


def krea2() -> Any:
    from diffusers import Krea2Pipeline, Krea2Transformer2DModel
    from transformers import Qwen3VLModel

    transformer = Krea2Transformer2DModel(
        num_layers=1, **HEADS, num_key_value_heads=2, intermediate_size=32, timestep_embed_dim=16, text_hidden_dim=WIDTH,
        num_text_layers=2, text_num_attention_heads=2, text_num_key_value_heads=2, text_intermediate_size=32,
        num_layerwise_text_blocks=1, num_refiner_text_blocks=1, axes_dims_rope=(4, 6, 6),
    )  # fmt: skip
    return Krea2Pipeline(
        scheduler=flow(dynamic=True),
        vae=vae_qwen(),
        text_encoder=Qwen3VLModel(_qwen3_vl()),
        tokenizer=words.qwen(),
        transformer=transformer,
        text_encoder_select_layers=(1, 2),
        is_distilled=True,
    )


def _qwen3_vl() -> Any:
    from transformers import Qwen3VLConfig

    number = {token: 256 + place for place, token in enumerate(words.QWEN_MARKS)}
    rope = {"rope_type": "default", "mrope_section": [2, 3, 3], "rope_theta": 1e6}
    text = {
        "vocab_size": len(words.qwen()), "num_hidden_layers": 2, "num_attention_heads": 2, "num_key_value_heads": 2,
        "head_dim": 16, "rope_parameters": rope,
    }  # fmt: skip
    eye = {"depth": 1, "num_heads": 2, "out_hidden_size": WIDTH, "deepstack_visual_indexes": [0]}
    both = {"hidden_size": WIDTH, "intermediate_size": WIDTH}
    return Qwen3VLConfig(
        text_config=text | both,
        vision_config=eye | both,
        image_token_id=number["<|image_pad|>"],
        video_token_id=number["<|video_pad|>"],
        vision_start_token_id=number["<|vision_start|>"],
        vision_end_token_id=number["<|vision_end|>"],
    )


UNLISTED: dict[str, Callable[[], Any]] = {
    "longcat-image": longcat,
    "pixart": pixart,
    "flux2": flux2_dev,
    "qwen-image-2.1": qwen_image_21,
    "krea2": krea2,
}
