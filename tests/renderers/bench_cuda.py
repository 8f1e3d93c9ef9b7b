"""What real networks cost on an NVIDIA GPU: a picture, a part of it, memory in every mode, a cancel, running out of memory.

    python -m tests.renderers.bench_cuda FOLDER [--flux]

SDXL, or with --flux FLUX.1-dev, as large as published, with random weights; 1024², 28 steps, in the precision that the
renderer chooses. SDXL (7 GB) is written to the folder where it is not there, best on a RAM disk, and loaded from it; FLUX.1
(34 GB) is made on the card. What no figure depends on is small: the vocabularies are single letters.
"""

from __future__ import annotations

import argparse
import gc
import sys
import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, Final

import torch

from engine.errors import Cancelled
from engine.models import Model
from engine.renderers.diffusion import ladder, memory, speed
from engine.renderers.diffusion.devices import NAMES, Device, device, free_bytes
from engine.renderers.diffusion.families import traits
from engine.renderers.diffusion.loading import Loaded, diffusers, load
from engine.renderers.diffusion.memory import Needs, Placement
from engine.renderers.diffusion.passes import drawn
from engine.types import Array, Brief, Canvas, Plan, Raster, Region, Render, Sampling
from tests.fakes import Silent
from tests.renderers.bench_region_work import unet_sdxl, vae
from tests.tiny import parts, words

SIDE: Final = 1024
STEPS: Final = 28
PLAN = Plan(canvas=Canvas(width=SIDE, height=SIDE, aspect="1:1", size="1k"), kind="picture", elements=(), requirements=())
EDGE: Final = (1 - 0.1**0.5) / 2
LEFT: Final = 1_200_000_000
"""Bytes that are left on the card by what takes the rest of it while a picture is drawn."""


class Watched(Silent):
    """Prints what is told, and when; once the share `at` of a pass is done it does `then`; `stop` cancels."""

    def __init__(self, at: float = 0.0, then: Callable[[], None] | None = None) -> None:
        super().__init__()
        self.stop = threading.Event()
        self._begun, self._at, self._then = time.perf_counter(), at, then

    def progress(self, stage: str, done: float, preview: Raster | None = None) -> None:
        if self.stop.is_set():
            raise Cancelled
        super().progress(stage, done, preview)
        if self._then is not None and stage == "render" and done >= self._at:
            then, self._then = self._then, None
            then()

    def tell(self, sentence: str) -> None:
        say(f"{time.perf_counter() - self._begun:.2f} s", sentence)


class Bench:
    """One loaded model on one card."""

    def __init__(self, loaded: Loaded, card: Device) -> None:
        self.loaded, self.card = loaded, card
        self.usual = Placement(card, loaded.precision)
        networks = {name: one for name, one in loaded.pipeline.components.items() if isinstance(one, torch.nn.Module)}
        sizes = {name: sum(weight.nbytes for weight in one.parameters()) for name, one in networks.items()}
        self.needs = Needs(sizes, SIDE * SIDE)

    def draw(
        self,
        placement: Placement | None = None,
        steps: int = STEPS,
        region: Region | None = None,
        base: Render | None = None,
        context: Watched | None = None,
    ) -> Array:
        """As the renderer draws once its model is in memory."""
        listening = context or Watched()
        brief = Brief(prompt="a ginger cat on a red chair", sampling=Sampling(steps=steps))

        def work(place: Placement) -> Array:
            self.loaded.settle(lambda pipeline: memory.place(pipeline, place))
            return drawn(self.loaded, PLAN, brief, 3, listening, place.scale, base, region)[0]

        if placement is not None:
            return work(placement)
        key, free = (self.loaded.model.id, SIDE), partial(free_bytes, self.card)
        return ladder.climb(self.usual, key, work, listening, free=free, resizable=region is None)[0]

    def bare(self) -> None:
        """The same networks called as diffusers' documentation says."""
        pipeline, usual = self.loaded.mode("text"), self.loaded.traits.settings[-1]
        pipeline(
            prompt="a ginger cat on a red chair", width=SIDE, height=SIDE, num_inference_steps=STEPS,
            generator=torch.Generator("cpu").manual_seed(3), output_type="np", guidance_scale=usual.guidance,
        )  # fmt: skip


def seconds(work: Callable[[], Any]) -> float:
    torch.cuda.synchronize()
    begun = time.perf_counter()
    work()
    torch.cuda.synchronize()
    return time.perf_counter() - begun


def say(*cells: object) -> None:
    sys.stdout.write(f"| {' | '.join(map(str, cells))} |\n")
    sys.stdout.flush()


def speeds(bench: Bench) -> float:
    """Prints the seconds of the whole, of diffusers' own call and of a tenth, and returns those of the whole."""
    say("picture", "seconds", "of the whole")
    say("---", "---", "---")
    say("the first", f"{seconds(bench.draw):.2f}", "")
    whole = min(seconds(bench.draw) for _ in range(2))
    say("the whole", f"{whole:.2f}", "")
    bare = min(seconds(bench.bare) for _ in range(2))
    say("bare diffusers", f"{bare:.2f}", f"{bare / whole:.1%}")
    base = Render(renderer="diffusion", pixels=Raster(bench.draw()))
    for strength in (1.0, 0.6, 0.3):
        region = Region(box=(EDGE, EDGE, 1 - EDGE, 1 - EDGE), strength=strength)
        part = min(seconds(partial(bench.draw, region=region, base=base)) for _ in range(3))
        say(f"a tenth, strength {strength}", f"{part:.2f}", f"{part / whole:.1%}")
    return whole


def cancels(bench: Bench, whole: float) -> None:
    late = []
    for share in (0.3, 0.5, 0.7):
        context, pressed = Watched(), list[float]()

        def press(context: Watched = context, pressed: list[float] = pressed) -> None:
            pressed.append(time.perf_counter())
            context.stop.set()

        timer = threading.Timer(share * whole, press)
        timer.start()
        try:
            bench.draw(context=context)
        except Cancelled:
            late.append(time.perf_counter() - pressed[0])
    say("cancelled, until it stopped", " ".join(f"{one:.3f}" for one in late), f"{max(late) / whole:.1%}")


def mode(bench: Bench, way: Placement) -> None:
    """Prints what a way of placing the networks takes."""
    steps = 4 if way.offload == "sequential" else STEPS
    bench.draw(way, 1)
    gc.collect()
    torch.cuda.empty_cache()
    torch.cuda.reset_peak_memory_stats()
    took = seconds(partial(bench.draw, way, steps))
    peak, reserved = torch.cuda.max_memory_allocated() / 1e9, torch.cuda.max_memory_reserved() / 1e9
    name = ", ".join(filter(None, [way.offload, "tiled" * way.tiled, way.quantised.replace("none", "")]))
    say(name, steps, f"{took:.2f}", f"{peak:.2f}", f"{reserved:.2f}", f"{bench.needs.peak(way) / 1e9:.2f}")


def shortage(bench: Bench) -> None:
    """Prints what happens when something else takes the card's memory in the middle of a picture."""
    held: list[torch.Tensor] = []

    def take() -> None:
        torch.cuda.empty_cache()
        free = torch.cuda.mem_get_info(bench.card.name)[0]
        held.append(torch.empty(max(0, free - LEFT), dtype=torch.uint8, device=bench.card.name))

    took = seconds(partial(bench.draw, steps=12, context=Watched(0.5, take)))
    say(f"{took:.2f} s", "drawn in 12 steps")
    held.clear()
    torch.cuda.empty_cache()
    took = seconds(partial(bench.draw, steps=12))
    say(f"{took:.2f} s", "the next, with all of the memory again")


def write_sdxl(folder: Path, card: Device) -> None:
    package = diffusers()
    torch.set_default_dtype(torch.float16)
    with torch.device(card.name):
        networks = {
            "vae": vae(4),
            "text_encoder": _clip(768, 12, 12, 3072),
            "text_encoder_2": _clip(1280, 32, 20, 5120, projected=True),
            "unet": unet_sdxl(),
        }
    torch.set_default_dtype(torch.float32)
    trained = {"beta_start": 0.00085, "beta_end": 0.012, "beta_schedule": "scaled_linear", "steps_offset": 1}
    pipeline = package.StableDiffusionXLPipeline(
        **networks, tokenizer=words.clip(), tokenizer_2=words.clip(pad="!"), scheduler=package.EulerDiscreteScheduler(**trained)
    )
    pipeline.save_pretrained(folder)


def sdxl(folder: Path, card: Device) -> Loaded:
    if not folder.exists():
        write_sdxl(folder, card)
    found = list[Loaded]()
    say("loaded", f"{seconds(lambda: found.append(load(_model('sdxl', folder), card.precision))):.2f} s")
    return found[0]


def flux(card: Device) -> Loaded:
    from transformers import T5Config, T5EncoderModel

    package = diffusers()
    torch.set_default_dtype(getattr(torch, NAMES[card.precision]))
    eye = vae(16)
    with torch.device(card.name):
        networks = {
            "text_encoder": _clip(768, 12, 12, 3072),
            "text_encoder_2": T5EncoderModel(
                T5Config(
                    vocab_size=len(words.t5()), d_model=4096, d_kv=64, d_ff=10240, num_layers=24, num_heads=64,
                    feed_forward_proj="gated-gelu",
                )
            ),
            "transformer": package.FluxTransformer2DModel(guidance_embeds=True),
        }  # fmt: skip
    torch.set_default_dtype(torch.float32)
    pipeline = package.FluxPipeline(
        **networks, vae=eye, tokenizer=words.clip(), tokenizer_2=words.t5(), scheduler=parts.flow(dynamic=True)
    )
    pipeline.set_progress_bar_config(disable=True)
    return Loaded(_model("flux", Path()), traits("flux", pipeline), pipeline, card.precision)


def _clip(width: int, layers: int, heads: int, inner: int, *, projected: bool = False) -> Any:
    from transformers import CLIPTextConfig, CLIPTextModel, CLIPTextModelWithProjection

    config = CLIPTextConfig(
        vocab_size=len(words.clip()), hidden_size=width, intermediate_size=inner, projection_dim=width,
        num_hidden_layers=layers, num_attention_heads=heads, bos_token_id=512, eos_token_id=513, pad_token_id=513,
    )  # fmt: skip
    return CLIPTextModelWithProjection(config) if projected else CLIPTextModel(config)


def _model(family: Any, folder: Path) -> Model:
    return Model(
        id=family, name=family, path=str(folder), role="pipeline", family=family, layout="folder", precision="bf16",
        parameters=0, bytes=0,
    )  # fmt: skip


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("folder", type=Path)
    options.add_argument("--flux", action="store_true")
    chosen = options.parse_args()
    card = device("cuda")
    say(card.label, f"{free_bytes(card) / 1e9:.1f} GB free", ", ".join(card.precisions), card.attention)
    loaded = flux(card) if chosen.flux else sdxl(chosen.folder / "sdxl", card)
    loaded.projection()
    bench = Bench(loaded, card)
    whole = speeds(bench)
    cancels(bench, whole)
    ways = [way for way in memory.candidates(bench.usual) if way.scale == 1]
    say("memory mode", "steps", "seconds", "peak, GB", "reserved, GB", "reckoned, GB")
    say(*["---"] * 6)
    for way in ways:
        if way.quantised == "none":
            mode(bench, way)
    shortage(bench)
    speed.quantise(bench.loaded.denoiser, "fp8", loaded.precision)
    mode(bench, next(way for way in ways if way.quantised == "fp8"))


if __name__ == "__main__":
    main()
