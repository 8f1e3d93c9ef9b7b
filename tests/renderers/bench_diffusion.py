"""Our pass beside bare diffusers: the same latents, and what progress, previews and cancelling cost.

    python -m tests.renderers.bench_diffusion [--mid] [--repeat N]

Tiny models show that the numbers agree. --mid takes networks of millions of weights, whose steps last long enough for an
overhead to be measured: the median of pairs, ours and bare in turn, on one thread each.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, cast

import numpy as np

from engine.models import Family, Model
from engine.renderers.diffusion import drawing
from engine.renderers.diffusion.families import settings
from engine.renderers.diffusion.jobs import Job
from engine.renderers.diffusion.loading import Loaded, diffusers, load
from engine.renderers.diffusion.schedulers import scheduler
from tests.fakes import Silent
from tests.tiny import families

MID: dict[str, dict[str, Any]] = {
    "sd15": {"block_out_channels": (96, 192, 192, 192), "norm_num_groups": 32, "attention_head_dim": 24},
    "flux": {"num_layers": 4, "num_single_layers": 8, "num_attention_heads": 8, "attention_head_dim": 64,
             "axes_dims_rope": (16, 24, 24)},
}  # fmt: skip


def main() -> None:
    import torch

    options = argparse.ArgumentParser()
    options.add_argument("--mid", action="store_true")
    options.add_argument("--repeat", type=int, default=5)
    chosen = options.parse_args()
    torch.set_num_threads(1)
    out = sys.stdout.write
    out("| family | weights | pixels | steps | bare diffusers | ours | overhead | largest difference of latents |\n")
    out("|---|---|---|---|---|---|---|---|\n")
    with TemporaryDirectory() as folder:
        for family in MID if chosen.mid else families.FAMILIES:
            out(f"{_row(family, Path(folder) / family, mid=chosen.mid, repeat=chosen.repeat)}\n")
            sys.stdout.flush()


def _row(family: str, folder: Path, *, mid: bool, repeat: int) -> str:
    pipeline = families.build(family)
    if mid:
        part = "unet" if family == "sd15" else "transformer"
        small = getattr(pipeline, part)
        config = {key: value for key, value in small.config.items() if not key.startswith("_")}
        setattr(pipeline, part, type(small)(**{**config, **MID[family]}))
    pipeline.save_pretrained(folder)
    model = Model(
        id=family, name=family, path=str(folder), role="pipeline", family=cast(Family, family), layout="folder",
        precision="fp32", parameters=0, bytes=0,
    )  # fmt: skip
    side, steps = (256, 6) if mid else (64, 4)
    loaded = load(model, "fp32")
    usual = settings(loaded.traits, loaded.pipeline)
    job = Job(prompt="a ginger cat", width=side, height=side, steps=steps, guidance=usual.guidance, seed=7)
    projection = loaded.projection()
    bare = diffusers().DiffusionPipeline.from_pretrained(folder, local_files_only=True, use_safetensors=True)
    bare.set_progress_bar_config(disable=True)
    difference = float(np.abs(_ours(loaded, job) - _bare(bare, loaded, job)).max())
    times: list[tuple[float, float]] = []
    for _ in range(repeat):
        begun = time.perf_counter()
        _bare(bare, loaded, job, latents=False)
        middle = time.perf_counter()
        drawing.draw(loaded, job, Silent(), projection=projection, scheduler=scheduler(loaded, ""))
        times.append((middle - begun, time.perf_counter() - middle))
    theirs, ours = (statistics.median(column) for column in zip(*times, strict=True))
    overhead = statistics.median(mine / other for other, mine in times) - 1
    weights = sum(weight.numel() for weight in loaded.denoiser.parameters()) / 1e6
    figures = f"{weights:.1f} M | {side}² | {steps} | {theirs:.2f} s | {ours:.2f} s | {overhead:+.1%} | {difference:.0e}"
    return f"| {family} | {figures} |"


def _ours(loaded: Loaded, job: Job) -> Any:
    """The last latents of our pass, as the pipeline keeps them."""
    seen: list[Any] = []

    def look(pipeline: Any, step: int, latents: Any) -> Any:
        seen.append(latents.float().numpy().copy())
        return latents

    drawing.draw(loaded, job, Silent(), steer=look)
    return seen[-1]


def _bare(pipeline: Any, loaded: Loaded, job: Job, *, latents: bool = True) -> Any:
    """The same of diffusers, called as its documentation says."""
    import torch

    seen: list[Any] = []

    def look(running: Any, step: int, timestep: Any, tensors: dict[str, Any]) -> dict[str, Any]:
        seen.append(tensors["latents"].float().numpy().copy())
        return tensors

    call: dict[str, Any] = {
        "prompt": job.prompt,
        "width": job.width,
        "height": job.height,
        "num_inference_steps": job.steps,
        "generator": torch.Generator("cpu").manual_seed(job.seed),
        "output_type": "np",
        loaded.traits.guidance: job.guidance,
        **{key: value for key, value in loaded.traits.always.items() if not key.startswith("_")},
    }
    if loaded.traits.reads.negative and loaded.traits.reads.style == "sentences":
        call["negative_prompt"] = " "
    if type(pipeline).__name__ == "FluxKontextPipeline":
        pipeline = diffusers().FluxPipeline(**pipeline.components)
        pipeline.set_progress_bar_config(disable=True)
    if type(pipeline).__name__ == "QwenImageEditPlusPipeline":
        parts = {name: part for name, part in pipeline.components.items() if name != "processor"}
        pipeline = diffusers().QwenImagePipeline(**parts)
        pipeline.set_progress_bar_config(disable=True)
    pipeline(**call, **({"callback_on_step_end": look} if latents else {}))
    return seen[-1] if latents else None


if __name__ == "__main__":
    main()
