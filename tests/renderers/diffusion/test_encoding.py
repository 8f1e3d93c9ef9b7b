"""Long prompts reach CLIP whole."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from engine.renderers.diffusion.drawing import draw
from engine.renderers.diffusion.encoding import encoded, passages
from engine.renderers.diffusion.families import settings
from engine.renderers.diffusion.loading import load
from tests.fakes import Silent
from tests.renderers.diffusion.test_extras import JOB, described
from tests.tiny.families import FAMILIES

SHORT = "a red box on a wooden table"
LONG = ", ".join(f"thing {n} of {n + 3} in a colour" for n in range(24)) + ", and at the very end a zebra"


@pytest.fixture(scope="module", params=["sd15", "sdxl"])
def pipeline(request: pytest.FixtureRequest) -> Any:
    torch.manual_seed(0)
    return FAMILIES[request.param]()


@pytest.mark.parametrize("negative", ["", "text, watermark"])
def test_a_prompt_that_fits_is_encoded_as_the_pipeline_would(pipeline: Any, negative: str) -> None:
    with torch.no_grad():
        own = pipeline.encode_prompt(
            prompt=SHORT,
            device="cpu",
            num_images_per_prompt=1,
            do_classifier_free_guidance=True,
            negative_prompt=negative or None,
        )
    ours = encoded(pipeline, SHORT, negative, guided=True)
    assert len(ours) == len(own)
    assert all(torch.equal(one, other) for one, other in zip(ours.values(), own, strict=True))


def test_every_word_of_a_long_prompt_counts(pipeline: Any) -> None:
    one, other = (encoded(pipeline, text, "", guided=True)["prompt_embeds"] for text in (LONG, LONG.replace("zebra", "horse")))
    assert one.shape == other.shape
    assert one.shape[1] % 77 == 0
    assert one.shape[1] > 77
    assert torch.equal(one[:, :-77], other[:, :-77])
    assert not torch.equal(one[:, -77:], other[:, -77:])


def test_each_passage_is_encoded_by_itself_and_the_first_one_is_pooled(pipeline: Any) -> None:
    whole = encoded(pipeline, LONG, "", guided=True)
    alone = [encoded(pipeline, piece, "", guided=False) for piece in passages(LONG, pipeline.tokenizer)]
    assert torch.allclose(whole["prompt_embeds"], torch.cat([found["prompt_embeds"] for found in alone], dim=1), atol=1e-5)
    if "pooled_prompt_embeds" in whole:
        assert torch.allclose(whole["pooled_prompt_embeds"], alone[0]["pooled_prompt_embeds"], atol=1e-5)


@pytest.mark.parametrize(("positive", "negative"), [(SHORT, LONG), (LONG, "text"), (LONG, "")])
def test_both_prompts_become_equally_long_and_draw(pipeline: Any, positive: str, negative: str) -> None:
    found = encoded(pipeline, positive, negative, guided=True)
    assert found["prompt_embeds"].shape == found["negative_prompt_embeds"].shape
    pipeline.set_progress_bar_config(disable=True)
    pixels = pipeline(**found, num_inference_steps=1, width=64, height=64, output_type="np").images[0]
    assert pixels.shape == (64, 64, 3)


@pytest.mark.parametrize("text", ["", SHORT, LONG, "字" * 400, "x" * 900, "one, " * 150])
def test_passages_fit_and_hold_the_whole_text(pipeline: Any, text: str) -> None:
    tokenizer = pipeline.tokenizer
    pieces = passages(text, tokenizer)
    assert all(len(tokenizer(piece).input_ids) <= tokenizer.model_max_length for piece in pieces)
    assert "".join("".join(pieces).split()) == "".join(text.split())


def test_a_passage_ends_at_a_comma_where_one_is_near(pipeline: Any) -> None:
    assert all(piece.endswith(",") for piece in passages(LONG, pipeline.tokenizer)[:-1])


@pytest.mark.parametrize("family", FAMILIES)
def test_a_prompt_is_encoded_once_for_all_passes_of_a_job(family: str, tiny: Callable[[str], Path]) -> None:
    model = load(described(tiny(family), "pipeline", family, "folder"), "fp32")
    read: list[str] = []
    for name, network in model.pipeline.components.items():
        if name.startswith("text_encoder") and network is not None:
            network.register_forward_hook(lambda *_, name=name: read.append(name))
    job = replace(JOB, guidance=settings(model.traits, model.pipeline).guidance)
    plain, encodings = draw(model, job, Silent()), dict[str, Any]()
    asked = len(read)
    for _ in range(3):
        assert np.array_equal(draw(model, job, Silent(), encodings=encodings), plain)
    assert asked > 0
    assert len(read) == 2 * asked, "once without, once with encodings"
    draw(model, replace(job, prompt="a horse"), Silent(), encodings=encodings)
    assert len(read) > 2 * asked
