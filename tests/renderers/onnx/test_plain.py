"""Transformers whose positions are complex numbers, run by ONNX Runtime: one file for every size, prompt and batch but one."""

from __future__ import annotations

from copy import deepcopy
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import torch

pytest.importorskip("diffusers", reason="needs the diffusion extra")

from engine.renderers.onnx.networks import Handed
from engine.renderers.onnx.plain import plain
from tests.renderers.onnx.pairs import LATENTS
from tests.tiny.families import build, stir

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::FutureWarning", "ignore::UserWarning")


def agree(whole: Any, network: Any, **said: Any) -> None:
    with torch.no_grad():
        one, other = (made(**said, return_dict=False)[0] for made in (whole, network))
    for a, b in zip(one, other, strict=True):
        assert a.shape == b.shape
        assert (a - b).abs().max() < LATENTS


def handed(whole: Any, folder: Path, told: list[str]) -> Any:
    network = deepcopy(whole)
    network.forward = Handed("transformer", network, folder, partial(deepcopy, whole), told.append)
    return network


@pytest.mark.parametrize("read", [False, pytest.param(True, marks=pytest.mark.slow)])
def test_qwen_image_with_and_without_references_that_are_read_as_they_are(read: bool, tmp_path: Path) -> None:
    """`read`: as Qwen-Image-Edit-2511 does, at another time than the picture's."""
    whole = build("qwen-image").transformer.eval()
    if read:
        whole = type(whole)(**{**whole.config, "zero_cond_t": True}).eval()
    told: list[str] = []
    network = handed(whole, tmp_path, told)
    channels, wide = whole.config.in_channels, whole.config.joint_attention_dim
    for words, shapes in ((9, [(1, 4, 6)]), (20, [(1, 6, 4), (1, 3, 5)]), (5, [(1, 2, 7), (1, 4, 4), (1, 2, 3)])):
        said = torch.ones(1, words, dtype=torch.bool)
        said[:, words - 2 :] = False
        agree(
            whole,
            network,
            hidden_states=torch.randn(1, sum(f * h * w for f, h, w in shapes), channels),
            encoder_hidden_states=torch.randn(1, words, wide),
            encoder_hidden_states_mask=said if words > 9 else None,
            timestep=torch.tensor([0.4]),
            img_shapes=[shapes],
        )
    assert len(told) == 1


@pytest.mark.slow
def test_z_image_with_prompts_of_two_lengths(tmp_path: Path) -> None:
    whole = build("z-image").transformer.eval()
    told: list[str] = []
    network = handed(whole, tmp_path, told)
    wide = whole.config.cap_feat_dim
    for (rows, columns), lengths in (((8, 12), (9, 40)), ((16, 8), (32, 5)), ((6, 10), (70, 33)), ((16, 16), (64, 64))):
        agree(
            whole,
            network,
            x=[torch.randn(16, 1, rows, columns) for _ in lengths],
            t=torch.tensor([0.4, 0.4]),
            cap_feats=[torch.randn(words, wide) for words in lengths],
        )
    assert len(told) == 1


@pytest.mark.slow
def test_what_a_controlnet_says_goes_in_as_well(tmp_path: Path) -> None:
    whole, told = build("z-image").transformer.eval(), list[str]()
    network = handed(whole, tmp_path / "z-image", told)
    said = {"x": [torch.randn(16, 1, 8, 8)], "t": torch.tensor([0.4]), "cap_feats": [torch.randn(9, whole.config.cap_feat_dim)]}
    agree(whole, network, **said, controlnet_block_samples={0: torch.randn(1, 64, whole.config.dim)})
    whole = build("qwen-image").transformer.eval()
    network = handed(whole, tmp_path / "qwen-image", told)
    inner = whole.config.num_attention_heads * whole.config.attention_head_dim
    said = {
        "hidden_states": torch.randn(1, 24, whole.config.in_channels),
        "encoder_hidden_states": torch.randn(1, 9, whole.config.joint_attention_dim),
        "timestep": torch.tensor([0.4]),
        "img_shapes": [[(1, 4, 6)]],
    }
    agree(whole, network, **said, controlnet_block_samples=[torch.randn(1, 24, inner)])
    assert not any("cannot" in sentence for sentence in told)


@pytest.mark.parametrize("first", [None, "control_layers", "control_noise_refiner"])
def test_z_image_s_controlnet_says_in_plain_tensors_what_it_says(first: Any) -> None:
    from diffusers import ZImageControlNetModel

    torch.manual_seed(0)
    net = ZImageControlNetModel(
        control_layers_places=[0, 2], control_refiner_layers_places=[0], control_in_dim=16, add_control_noise_refiner=first,
        dim=32, n_refiner_layers=1, n_heads=2, n_kv_heads=2,
    )  # fmt: skip
    stir(net)
    transformer = build("z-image").transformer
    net = ZImageControlNetModel.from_transformer(net, transformer).eval()
    wide = transformer.config.cap_feat_dim
    said = {
        "x": [torch.randn(16, 1, 8, 12) for _ in range(2)],
        "t": torch.tensor([0.4, 0.4]),
        "cap_feats": [torch.randn(words, wide) for words in (9, 40)],
        "control_context": [torch.randn(16, 1, 8, 12) for _ in range(2)],
        "conditioning_scale": 0.7,
    }
    asked = plain(net, (), said)
    assert asked is not None
    with torch.no_grad():
        expected, found = net(**said), asked.answer(asked.forward(net, **asked.inputs))
    assert expected.keys() == found.keys() == {0, 2}
    longest = [32 + words + -words % 32 for words in (9, 40)]  # both are filled up to a multiple of 32
    for place, hint in expected.items():
        for one, other, length in zip(hint, found[place], longest, strict=True):
            assert one[:length].std() > 0
            assert torch.allclose(one[:length], other[:length], atol=1e-5)


def test_a_vae_that_remembers_films_says_a_picture_without_its_memory() -> None:
    from tests.tiny.parts import vae_qwen

    vae = vae_qwen().eval()
    for half, given in ((vae.encoder, torch.randn(1, 3, 1, 48, 64)), (vae.decoder, torch.randn(1, vae.config.z_dim, 1, 6, 8))):
        memory: list[Any] = [None] * 64
        asked = plain(half, (given,), {"feat_cache": memory, "feat_idx": [0]})
        assert asked is not None
        with torch.no_grad():
            assert torch.equal(asked.answer(asked.forward(half, **asked.inputs)), half(given, memory, [0]))
        assert plain(half, (given,), {"feat_cache": memory, "feat_idx": [0]}) is None, "the second frame of a film"


@pytest.mark.parametrize("grids", [[(1, 18, 12)], [(1, 20, 24), (1, 6, 10)]])
def test_an_eye_that_looks_through_windows_says_in_plain_tensors_what_it_says(grids: list[tuple[int, ...]]) -> None:
    from tests.tiny.parts import qwen_vl

    config = qwen_vl().config
    config.vision_config.depth, config.vision_config.fullatt_block_indexes = 2, [1]
    torch.manual_seed(0)
    network, sizes = type(qwen_vl())(config).eval(), torch.tensor(grids)
    pieces = int(sizes.prod(1).sum())
    words = torch.cat([torch.full((pieces // 4,), config.image_token_id), torch.arange(12)])[None].roll(5)
    said = {
        "input_ids": words,
        "attention_mask": torch.ones_like(words),
        "pixel_values": torch.randn(pieces, 3 * 2 * 14 * 14),
        "image_grid_thw": sizes,
        "output_hidden_states": True,
    }
    asked = plain(network, (), said)
    assert asked is not None
    with torch.no_grad():
        expected, found = network(**said), asked.answer(asked.forward(network, **asked.inputs))
    assert expected.hidden_states[-1].std() > 0.1
    assert torch.allclose(expected.hidden_states[-1], found.hidden_states[-1], atol=1e-4)
    assert plain(network, (), said | {"pixel_values": None}) is None
