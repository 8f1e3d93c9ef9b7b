"""Family, role and precision are told by what is in the file: real networks, tiny, and the names that makers give theirs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from engine.errors import BadInput
from engine.models.agreement import disagreement
from engine.models.allowed import COMPONENTS, PIPELINES
from engine.models.describe import describe
from engine.models.model import Model
from tests.models.files import gguf, safetensors
from tests.tiny import extras
from tests.tiny.families import FAMILIES

Shapes = dict[str, tuple[int, ...]]

UNET: Shapes = {
    "input_blocks.0.0.weight": (8, 4, 3, 3),
    "input_blocks.1.1.transformer_blocks.0.attn2.to_k.weight": (8, 768),
}
FLUX: Shapes = {"double_blocks.0.img_attn.qkv.weight": (96, 32), "img_in.weight": (32, 64)}
VAE: Shapes = {"decoder.conv_in.weight": (8, 4, 3, 3), "encoder.conv_in.weight": (8, 3, 3, 3)}


def model(path: Path) -> Model:
    return describe(path).model


def within(prefix: str, shapes: Shapes) -> Shapes:
    return {prefix + name: shape for name, shape in shapes.items()}


@pytest.mark.parametrize("family", FAMILIES)
def test_a_pipeline_is_of_its_family_whatever_its_folder_is_called(
    family: str, tiny: Callable[[str], Path], tmp_path: Path
) -> None:
    link = tmp_path / "sdxl-turbo-flux-v9"
    link.symlink_to(tiny(family), target_is_directory=True)
    found = model(link)
    assert (found.role, found.family, found.layout, found.precision) == ("pipeline", family, "folder", "fp32")
    assert found.pipeline in PIPELINES
    assert found.parameters > 10_000
    assert found.channels == {"sd15": 4, "sdxl": 4, "flux2": 32, "ernie-image": 32, "sana": 32}.get(family, 16)


@pytest.mark.parametrize("family", FAMILIES)
def test_a_bare_denoiser_is_of_its_family(family: str, tiny: Callable[[str], Path], tmp_path: Path) -> None:
    folder = next(part for name in ("unet", "transformer") if (part := tiny(family) / name).is_dir())
    shared = {"flux-kontext": "flux", "qwen-image-edit": "qwen-image"}.get(family, family)
    assert (model(folder).role, model(folder).family) == ("transformer", shared)
    file = tmp_path / "anything.safetensors"
    file.symlink_to(next(folder.glob("*.safetensors")))
    assert (model(file).role, model(file).family, model(file).layout) == ("transformer", shared, "file")


@pytest.mark.parametrize(
    ("shapes", "role", "family"),
    [
        (within("model.diffusion_model.", UNET) | within("first_stage_model.", VAE), "checkpoint", "sd15"),
        (within("model.diffusion_model.", UNET | {"label_emb.0.0.weight": (8, 8)}) | within("vae.", VAE), "checkpoint", "sdxl"),
        (
            within("model.diffusion_model.", UNET | {"input_blocks.1.1.transformer_blocks.0.attn2.to_k.weight": (8, 1024)})
            | within("first_stage_model.", VAE),
            "checkpoint",
            "sd2",
        ),
        (within("model.diffusion_model.", FLUX) | within("vae.", VAE), "checkpoint", "flux"),
        (FLUX, "transformer", "flux"),
        (FLUX | {"distilled_guidance_layer.in_proj.weight": (8, 8)}, "transformer", "chroma"),
        (FLUX | {"single_stream_modulation.lin.weight": (8, 8)}, "transformer", "flux2"),
        ({"joint_blocks.0.x_block.attn.qkv.weight": (8, 8)}, "transformer", "sd3"),
        (
            {"layers.0.adaLN_modulation.0.weight": (8, 8), "noise_refiner.0.adaLN_modulation.0.weight": (8, 8)},
            "transformer",
            "z-image",
        ),
        (
            {"blocks.0.cross_attn.q_linear.weight": (8, 8), "blocks.0.mlp.inverted_conv.conv.weight": (8, 8)},
            "transformer",
            "sana",
        ),
        ({"txt_norm.weight": (8,), "transformer_blocks.0.img_mod.1.weight": (8, 8)}, "transformer", "qwen-image"),
        (within("first_stage_model.", VAE), "vae", "unknown"),
        (within("control_model.", UNET | {"input_hint_block.0.weight": (8, 3, 3, 3)}), "controlnet", "sd15"),
        ({"control_all_x_embedder.2-1.weight": (8, 8)}, "controlnet", "z-image"),
        ({"image_proj.proj.weight": (8, 8), "ip_adapter.1.to_k_ip.weight": (8, 2048)}, "ip-adapter", "sdxl"),
        ({"text_model.embeddings.token_embedding.weight": (8, 8)}, "text encoder", "unknown"),
        ({"encoder.block.0.layer.0.SelfAttention.q.weight": (8, 8)}, "text encoder", "unknown"),
        ({"conv_first.weight": (8, 3, 3, 3), "body.0.rdb1.conv1.weight": (8, 8, 3, 3)}, "upscaler", "unknown"),
        ({"clip_l": (2, 768), "clip_g": (2, 1280)}, "embedding", "sdxl"),
        ({"emb_params": (2, 768)}, "embedding", "sd15"),
    ],
)
def test_a_file_is_known_by_the_names_its_makers_give_to_layers(shapes: Shapes, role: str, family: str, tmp_path: Path) -> None:
    found = model(safetensors(tmp_path / "flux-sdxl.safetensors", shapes))
    assert (found.role, found.family, found.precision) == (role, family, "fp16")
    assert found.parameters == sum(int(np.prod(shape)) for shape in shapes.values())


def kohya(*layers: tuple[str, int, int]) -> Shapes:
    found: Shapes = {}
    for name, into, out in layers:
        found |= {f"{name}.lora_down.weight": (4, into), f"{name}.lora_up.weight": (out, 4), f"{name}.alpha": ()}
    return found


def peft(*layers: tuple[str, int, int]) -> Shapes:
    found: Shapes = {}
    for name, into, out in layers:
        found |= {f"{name}.lora_A.weight": (4, into), f"{name}.lora_B.weight": (out, 4)}
    return found


@pytest.mark.parametrize(
    ("shapes", "family"),
    [
        (kohya(("lora_unet_down_blocks_0_attentions_0_transformer_blocks_0_attn2_to_k", 768, 320)), "sd15"),
        (kohya(("lora_unet_down_blocks_0_attentions_0_transformer_blocks_0_attn2_to_k", 1024, 320)), "sd2"),
        (kohya(("lora_unet_input_blocks_4_1_transformer_blocks_0_attn2_to_k", 2048, 640)), "sdxl"),
        (kohya(("lora_unet_input_blocks_4_1_transformer_blocks_0_attn1_to_k", 640, 640)), "sdxl"),
        (peft(("unet.down_blocks.1.attentions.0.transformer_blocks.0.attn1.to_q", 640, 640)), "sdxl"),
        (kohya(("lora_te2_text_model_encoder_layers_0_mlp_fc1", 1280, 5120)), "sdxl"),
        (kohya(("lora_unet_double_blocks_0_img_attn_qkv", 3072, 9216)), "flux"),
        (kohya(("lora_unet_single_blocks_0_linear1", 3072, 21504)), "flux"),
        (kohya(("lora_unet_single_blocks_0_linear1", 3072, 27648)), "flux2"),
        (kohya(("lora_unet_single_blocks_0_linear2", 12288, 3072)), "flux2"),
        (kohya(("lora_unet_double_blocks_0_img_mlp_0", 4096, 24576)), "flux2"),
        (peft(("transformer.single_transformer_blocks.0.attn.to_q", 3072, 3072)), "flux"),
        (peft(("transformer.single_transformer_blocks.0.attn.to_qkv_mlp_proj", 3072, 27648)), "flux2"),
        (peft(("transformer.transformer_blocks.59.attn.to_q", 3072, 3072)), "qwen-image"),
        (peft(("transformer_blocks.3.img_mlp.net.0.proj", 3072, 12288)), "qwen-image"),
        (peft(("transformer.transformer_blocks.3.attn.to_q", 1536, 1536)), "sd3"),
        (peft(("diffusion_model.layers.3.attention.to_q", 3840, 3840)), "z-image"),
        (peft(("transformer.transformer_blocks.0.attn2.to_k", 2240, 2240)), "sana"),
        (peft(("layers.0.self_attention.to_q", 3072, 3072)), "ernie-image"),
    ],
)
def test_a_lora_is_for_the_family_whose_layers_it_changes(shapes: Shapes, family: str, tmp_path: Path) -> None:
    found = model(safetensors(tmp_path / "style.safetensors", shapes))
    assert (found.role, found.family) == ("lora", family)


def test_metadata_tells_what_layers_do_not(tmp_path: Path) -> None:
    said = {"modelspec.architecture": "Flux.1-dev/kontext"}
    assert model(safetensors(tmp_path / "a.safetensors", FLUX, **said)).family == "flux-kontext"
    odd = peft(("some.layer", 8, 8))
    assert model(safetensors(tmp_path / "b.safetensors", odd)).family == "unknown"
    assert model(safetensors(tmp_path / "c.safetensors", odd, ss_base_model_version="sdxl_base_v1-0")).family == "sdxl"


def test_parts_made_with_the_real_classes_are_known(tmp_path: Path) -> None:
    for family in ("sd15", "sdxl", "flux"):
        found = model(extras.lora(family, tmp_path / f"lora-{family}"))
        assert (found.role, found.family) == ("lora", family)
    for family in ("sd15", "sdxl", "sd3", "flux", "qwen-image"):
        found = model(extras.controlnet(family, tmp_path / f"control-{family}"))
        assert (found.role, found.family, found.layout) == ("controlnet", family, "folder")
    found = model(extras.vae_folder(tmp_path / "vae"))
    assert (found.role, found.family, found.channels) == ("vae", "sd15", 4)


def test_a_gguf_is_known_by_its_arrays_and_its_most_common_type(tmp_path: Path) -> None:
    shapes = FLUX | {"double_blocks.0.img_attn.norm.key_norm.scale": (16,)}
    found = model(gguf(tmp_path / "model.gguf", shapes))
    assert (found.role, found.family, found.layout, found.precision) == ("transformer", "flux", "gguf", "q8_0")
    assert found.channels == 16
    assert found.parameters == 96 * 32 + 32 * 64 + 16


@pytest.mark.parametrize("precision", ["fp32", "fp16"])
def test_the_precision_is_that_of_most_bytes(precision: str, tmp_path: Path) -> None:
    dtype = {"fp32": np.float32, "fp16": np.float16}[precision]
    assert model(safetensors(tmp_path / "a.safetensors", FLUX, dtype=dtype)).precision == precision


def test_weights_of_no_known_kind_are_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="of no kind that Plantain knows"):
        describe(safetensors(tmp_path / "language.safetensors", {"lm_head.weight": (8, 8), "norm.weight": (8,)}))


def test_the_id_is_the_content_s_not_the_place_s(tiny: Callable[[str], Path], tmp_path: Path) -> None:
    here, there = tmp_path / "a", tmp_path / "b"
    for folder in (here, there):
        folder.mkdir()
        safetensors(folder / "My Model v1.safetensors", FLUX)
    first = model(here / "My Model v1.safetensors")
    assert first.id == model(there / "My Model v1.safetensors").id
    assert first.id.startswith("my-model-v1-")
    raw = bytearray((here / "My Model v1.safetensors").read_bytes())
    raw[-1] ^= 1
    (here / "My Model v1.safetensors").write_bytes(raw)
    assert model(here / "My Model v1.safetensors").id != first.id


def test_every_allowed_class_is_one_that_the_libraries_have() -> None:
    import diffusers
    import transformers

    assert (set(PIPELINES) | COMPONENTS["diffusers"]) - set(dir(diffusers)) == set()
    gone = {"CLIPFeatureExtractor"}  # diffusers itself reads it as its successor
    assert [name for name in COMPONENTS["transformers"] - gone if not hasattr(transformers, name)] == []


def test_real_configurations_agree_with_their_networks() -> None:
    import diffusers
    from accelerate import init_empty_weights

    for name in (
        "UNet2DConditionModel", "AutoencoderKL", "SD3Transformer2DModel", "Lumina2Transformer2DModel",
        "AuraFlowTransformer2DModel", "ControlNetModel", "SanaTransformer2DModel",
    ):  # fmt: skip
        with init_empty_weights():
            network = getattr(diffusers, name)()
        shapes = {key: tuple(weight.shape) for key, weight in network.state_dict().items()}
        assert disagreement(dict(network.config), shapes) == "", name
