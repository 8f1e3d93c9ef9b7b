"""The origin travels with the file, in every format, and comes back."""

from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import numpy as np
import pytest
from PIL import Image

from engine import pictures
from engine.errors import BadInput
from engine.trust.metadata import digital_source, read_trace, save_options, xmp_of
from engine.types import Brief, Raster, Render, Round, Trace
from tests.fakes import PLAN

PIXELS = np.full((32, 32, 3), 90, np.uint8)


def trace(prompt: str = "a “quoted” 新年 prompt", **render: Any) -> Trace:
    made = Render(renderer="studio", pixels=Raster(PIXELS), seed=7).replace(**render)
    rounds = (Round(render=made, findings=()),)
    return Trace(brief=Brief(prompt=prompt), plan=PLAN, rounds=rounds, best=0, outcome="passed", versions={"plantain": "1"})


@pytest.mark.parametrize("suffix", [".png", ".jpg", ".webp", ".tiff"])
def test_the_trace_comes_back(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    pictures.write(path, PIXELS, **save_options(trace(), suffix))
    info = pictures.read(path).info
    assert read_trace(info, "a") == trace()
    assert digital_source(info) == "algorithmicMedia"


def test_png_keys_of_other_tools(tmp_path: Path) -> None:
    pictures.write(tmp_path / "a.png", PIXELS, **save_options(trace(), ".png"))
    with Image.open(tmp_path / "a.png") as image:
        assert image.info["parameters"].startswith("a “quoted” 新年 prompt\nSeed: 7, Size: 32x32")


def test_what_a_model_drew_is_described_as_a1111_does(tmp_path: Path) -> None:
    said: dict[str, str | int | float] = {
        "model": "juggernaut, XL", "sha256": "0123456789abcdef", "steps": 28, "guidance": 6.0, "strength": 0.55,
        "scheduler": "EulerAncestralDiscreteScheduler", "negative prompt": "rain",
    }  # fmt: skip
    made = trace("a cat", renderer="diffusion", model="m-1")
    render = made.best_round().render.replace(parameters=said)
    made = made.replace(rounds=(Round(render=render, findings=()),))
    pictures.write(tmp_path / "a.png", PIXELS, **save_options(made, ".png"))
    with Image.open(tmp_path / "a.png") as image:
        assert image.info["parameters"].splitlines() == [
            "a cat",
            "Negative prompt: rain",
            "Steps: 28, Sampler: Euler a, CFG scale: 6, Seed: 7, Size: 32x32, Model hash: 0123456789, "
            'Model: "juggernaut, XL", Denoising strength: 0.55, Version: plantain 1',
        ]


@pytest.mark.parametrize(
    ("render", "term"),
    [
        ({"renderer": "file"}, "compositeSynthetic"),
        ({"renderer": "diffusion", "model": "sdxl"}, "trainedAlgorithmicMedia"),
        ({"renderer": "file", "model": "sdxl"}, "compositeWithTrainedAlgorithmicMedia"),
    ],
)
def test_the_source_type_tells_how_pixels_were_made(tmp_path: Path, render: dict[str, str], term: str) -> None:
    pictures.write(tmp_path / "a.png", PIXELS, **save_options(trace(**render), ".png"))
    assert digital_source(pictures.read(tmp_path / "a.png").info) == term


@pytest.mark.parametrize("suffix", [".png", ".jpg", ".webp", ".tiff"])
def test_the_licence_of_the_model_travels_with_the_picture(tmp_path: Path, suffix: str) -> None:
    made = trace(renderer="diffusion", model="m")
    render = made.best_round().render.replace(parameters={"licence": "No <sale> & no rent. https://example.org"})
    made = made.replace(rounds=(Round(render=render, findings=()),))
    pictures.write(tmp_path / f"a{suffix}", PIXELS, **save_options(made, suffix))
    packet = ElementTree.fromstring(xmp_of(pictures.read(tmp_path / f"a{suffix}").info).decode().strip("\0"))
    terms = packet.find(".//{http://ns.adobe.com/xap/1.0/rights/}UsageTerms")
    assert terms is not None
    assert "".join(terms.itertext()) == "No <sale> & no rent. https://example.org"


def test_a_trace_too_long_for_jpeg_leaves_the_source_type(tmp_path: Path) -> None:
    noise = "".join(map(chr, np.random.default_rng(0).integers(0x4E00, 0x9FFF, 60_000)))
    pictures.write(tmp_path / "a.jpg", PIXELS, **save_options(trace(noise), ".jpg"))
    info = pictures.read(tmp_path / "a.jpg").info
    assert read_trace(info, "a") is None
    assert digital_source(info) == "algorithmicMedia"


def test_no_trace_and_damaged_traces(tmp_path: Path) -> None:
    pictures.write(tmp_path / "plain.png", PIXELS)
    assert read_trace(pictures.read(tmp_path / "plain.png").info, "plain.png") is None
    for info in (
        {"plantain": '{"schema": 1}'},
        {"plantain": "not json"},
        {"xmp": b"<plantain:trace>eJwAAAD</plantain:trace>"},
        {"xmp": b"<plantain:trace>AAAA</plantain:trace>"},
    ):
        with pytest.raises(BadInput, match=r"a\.png"):
            read_trace(info, "a.png")
