"""On an NVIDIA GPU, and skipped without one: what the CPU draws, wherever the networks lie and whatever runs out."""

from __future__ import annotations

import ctypes
import gc
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from engine.api import RunContext
from engine.errors import Cancelled
from engine.models import library
from engine.models.catalogue import terms_of
from engine.models.licences import accept
from engine.renderers.diffusion import Diffusion, speed
from engine.renderers.diffusion.devices import Device, device, devices, free_bytes, report
from engine.renderers.diffusion.drawing import draw
from engine.renderers.diffusion.extras import set_controlnet, set_ip_adapter, set_loras
from engine.renderers.diffusion.families import settings
from engine.renderers.diffusion.jobs import Placed
from engine.renderers.diffusion.loading import Loaded, load
from engine.renderers.diffusion.memory import Offload, Placement, place
from engine.renderers.diffusion.regional import repainted
from engine.renderers.host import Hosted
from engine.renderers.region import Patch
from engine.types import Array, Brief, Canvas, Plan, Region, Render, Sampling
from tests.fakes import Silent
from tests.renderers.contract import kept_and_drawn
from tests.renderers.diffusion.test_drawing import PICTURE, SIDE, described, job
from tests.renderers.diffusion.test_extras import described as added
from tests.tiny import extras
from tests.tiny.families import FAMILIES

pytestmark = [
    pytest.mark.gpu,
    pytest.mark.skipif(not torch.cuda.is_available(), reason="needs an NVIDIA GPU"),
]
OFFLOADS: tuple[Offload, ...] = ("none", "model", "sequential")
RIGHT = np.zeros((SIDE, SIDE), np.float32)
RIGHT[:, SIDE // 2 :] = 1
CRASHED = "PLANTAIN_TEST_CRASHED"


@pytest.fixture(scope="module")
def card() -> Device:
    return device("cuda")


@pytest.fixture
def brief(tiny: Callable[[str], Path]) -> Callable[[str], Brief]:
    """A brief for the family's model, which is then in the library."""

    def found(family: str) -> Brief:
        library().share(tiny(family).parent)
        model = library().find(family)
        accept(terms_of(model), model.id)
        return Brief(prompt="a cat", model=model.id, sampling=Sampling(steps=2))

    return found


def plan(side: int) -> Plan:
    return Plan(canvas=Canvas(width=side, height=side, aspect="1:1", size="512"), kind="picture", elements=(), requirements=())


def loaded(folder: Path, family: str) -> Loaded:
    model = load(described(folder, family), "fp32")
    model.projection()
    return model


def put(model: Loaded, on: Device, offload: Offload = "none", **how: Any) -> None:
    model.settle(lambda pipeline: place(pipeline, Placement(on, "fp32", offload, **how)))


def drawn(model: Loaded, context: RunContext | None = None, **changes: Any) -> Array:
    asked = job(guidance=settings(model.traits, model.pipeline).guidance, **changes)
    return draw(model, asked, context or Silent(), projection=model.projection()).astype(int)


def painted(model: Loaded) -> Array:
    asked = job(guidance=settings(model.traits, model.pipeline).guidance)
    patch = Patch(PICTURE, RIGHT, 0.75, (slice(0, SIDE), slice(0, SIDE)))
    return repainted(model, asked, patch, Silent(), projection=model.projection()).astype(int)


def near(picture: Array, other: Array) -> bool:
    """Equal but for how another device rounds."""
    return bool(abs(picture - other).mean() < 0.5)


def allocated(on: Device) -> int:
    gc.collect()
    return int(torch.cuda.memory_allocated(on.name))


def test_the_card_comes_first_and_computes_right_in_half_precision(card: Device) -> None:
    assert devices()[0] is device() is card
    assert {"fp16", "fp32"} <= set(card.precisions)
    assert card.precision != "fp32"
    assert card.attention != "math"
    assert 0 < card.free <= card.total
    assert any(line.startswith(f"{card.name}: {card.label}, ") for line in report())


def test_what_this_process_holds_on_the_card_counts_as_free(card: Device) -> None:
    before = free_bytes(card)
    held = torch.empty(before // 4, dtype=torch.uint8, device=card.name)
    assert abs(free_bytes(card) - before) < 0.02 * before
    del held


@pytest.mark.parametrize("family", FAMILIES)
def test_each_family_draws_what_the_cpu_draws_wherever_its_networks_lie(
    family: str, tiny: Callable[[str], Path], card: Device
) -> None:
    """The picture and the part are the CPU's but for rounding: a seed is the same on both. On the card they are equal."""
    model = loaded(tiny(family), family)
    weights = sum(weight.nbytes for net in model.pipeline.components.values() for weight in _weights(net))
    expected = drawn(model), painted(model)
    found, left = list[tuple[Array, Array]](), dict[Offload, int]()
    for offload in (*OFFLOADS, "model", "none"):
        put(model, card, offload)
        found.append((drawn(model), painted(model)))
        left[offload] = allocated(card)
    for mine, cpus in zip(found[0], expected, strict=True):
        assert near(mine, cpus), abs(mine - cpus).mean()
    for other in found[1:]:
        assert all(np.array_equal(mine, one) for mine, one in zip(found[0], other, strict=True))
    assert all(left["none"] - left[offload] > 0.9 * weights for offload in ("model", "sequential")), (
        "it is let go of after a pass"
    )


def _weights(network: Any) -> Iterator[torch.Tensor]:
    if isinstance(network, torch.nn.Module):
        yield from network.parameters()


@pytest.mark.parametrize("family", FAMILIES)
def test_each_family_draws_by_itself_on_the_card_and_only_inside_a_region(
    family: str, brief: Callable[[str], Brief], card: Device
) -> None:
    renderer, asked = Diffusion(), brief(family)
    first, again = (renderer.render(plan(128), asked, 3, Silent()) for _ in range(2))
    assert (first.parameters["device"], first.parameters["precision"]) == (card.name, card.precision)
    assert first.pixels == again.pixels, "the same seed, the same picture"
    assert all(kept and drawn for kept, drawn in kept_and_drawn(renderer, plan(128), asked, first, 1.0, 0.5))
    before = allocated(card)
    renderer.unload()
    assert allocated(card) < before


@pytest.mark.parametrize("offload", OFFLOADS)
@pytest.mark.parametrize("family", ["sdxl", "flux", "qwen-image"])
def test_cancelled_within_a_step_it_leaves_nothing_and_draws_the_next(
    family: str, offload: Offload, tiny: Callable[[str], Path], card: Device
) -> None:
    model = loaded(tiny(family), family)
    put(model, card, offload)
    plain, before, context = drawn(model), allocated(card), Silent(cancel_after=3)
    with pytest.raises(Cancelled):
        drawn(model, context, steps=28)
    assert len(context.stages) == 3
    assert allocated(card) <= before
    assert np.array_equal(drawn(model), plain)


@pytest.mark.parametrize("family", ["sdxl", "flux", "z-image", "qwen-image", "sana"])
def test_the_denoiser_in_eight_bits_draws_nearly_the_same(family: str, tiny: Callable[[str], Path], card: Device) -> None:
    model = loaded(tiny(family), family)
    put(model, card)
    plain = drawn(model)
    speed.quantise(model.denoiser, "fp8", "fp32")
    put(model, card, "model", quantised="fp8")
    small = drawn(model)
    assert 0 < abs(small - plain).mean() < 40
    put(model, card)
    assert np.array_equal(drawn(model), small)


@pytest.mark.parametrize("offload", OFFLOADS)
@pytest.mark.parametrize("family", ["sdxl", "flux"])
def test_what_is_added_to_a_model_on_the_card_has_its_say_and_leaves_no_trace(
    family: str, offload: Offload, tiny: Callable[[str], Path], tmp_path: Path, card: Device
) -> None:
    model = loaded(tiny(family), family)
    lora = added(extras.lora(family, tmp_path / "lora"), "lora", family, "file")
    net = added(extras.controlnet(family, tmp_path / "net"), "controlnet", family, "folder")
    eye = added(extras.ip_adapter("sdxl", tmp_path / "adapter"), "ip-adapter", "sdxl", "folder") if family == "sdxl" else None

    def all_ways(on: Device, offload: Offload) -> Iterator[Array]:
        def with_it(equip: Callable[[], None], **changes: Any) -> Array:
            equip()
            put(model, on, offload)
            return drawn(model, **changes)

        yield with_it(lambda: None)
        yield with_it(lambda: set_loras(model, [(lora, 1.0)]))
        set_loras(model, [])
        yield with_it(lambda: set_controlnet(model, net), control=PICTURE)
        set_controlnet(model, None)
        yield with_it(lambda: set_ip_adapter(model, eye), references=(PICTURE,) if eye else ())
        yield with_it(lambda: set_ip_adapter(model, None))

    expected = list(all_ways(device("cpu"), "none"))
    for mine, cpus in zip(all_ways(card, offload), expected, strict=True):
        assert near(mine, cpus), abs(mine - cpus).mean()


@pytest.mark.parametrize("offload", OFFLOADS)
@pytest.mark.parametrize("family", ["sdxl", "flux", "sd3", "sana"])
def test_things_are_told_in_their_places(family: str, offload: Offload, tiny: Callable[[str], Path], card: Device) -> None:
    model = loaded(tiny(family), family)
    placed = (Placed((0.0, 0.0, 0.5, 1.0), "a red cup"), Placed((0.5, 0.2, 1.0, 0.9), "a lamp"))
    expected = drawn(model, placed=placed)
    put(model, card, offload)
    assert near(drawn(model, placed=placed), expected)


@pytest.mark.parametrize("offload", OFFLOADS)
def test_a_vae_that_overflows_decodes_in_full(
    offload: Offload, tiny: Callable[[str], Path], card: Device, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The door is the decoder, whose first layer answers beyond what half precision can hold."""
    model = load(described(tiny("sd15"), "sd15"), "fp16")
    model.projection()
    put(model, card, offload)
    into = model.pipeline.vae.decoder.conv_in

    def large(_: Any, given: Any, answer: Any) -> Any:
        return answer if answer.dtype == torch.float32 else answer * 1e6

    hook, context = into.register_forward_hook(large), Silent()
    first = drawn(model, context)
    assert "drawn again with the VAE in full" in context.told[0]
    assert np.array_equal(drawn(model), first)
    assert len(context.told) == 1
    hook.remove()


def test_memory_that_runs_out_is_met_rung_by_rung(brief: Callable[[str], Brief], card: Device) -> None:
    """The door is the allocator's own limit; what it raises is what it raises on a full card."""
    side, renderer, asked = 768, Diffusion(), brief("sd15")
    canvas, context = plan(side), Silent()
    renderer.render(plan(512), asked, 3, Silent())

    def most(**how: Any) -> int:
        torch.cuda.empty_cache()
        torch.cuda.reset_peak_memory_stats()
        assert renderer._loaded is not None
        put(renderer._loaded, card, **how)
        drawn(renderer._loaded, width=side, height=side)
        return int(torch.cuda.max_memory_reserved())

    whole, tiled = most(), most(tiled=True)
    assert tiled < 0.8 * whole
    renderer.unload()
    with limited(card, (whole + tiled) // 2):
        render = renderer.render(canvas, asked, 3, context)
        assert len(context.told) == 2
        assert "what was kept for later is freed" in context.told[0]
        assert "decoded in tiles" in context.told[1]
        assert (render.parameters["device"], render.parameters["tiled decoding"]) == (card.name, 1)
        assert renderer.render(canvas, asked, 3, context).pixels == render.pixels
        assert len(context.told) == 2, "what worked is tried first the next time"
    renderer.unload()


def test_on_a_card_that_others_filled_the_cpu_draws_until_there_is_room(
    brief: Callable[[str], Brief], card: Device, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("engine.renderers.diffusion.memory.tile", lambda *_, **__: None)  # tiles are drawn a little otherwise
    renderer, asked, context = Diffusion(), brief("flux"), Silent()
    with filled(card):
        render = renderer.render(plan(128), asked, 3, context)
    assert context.told[-1].startswith("The GPU's memory does not suffice; the picture is drawn by the CPU.")
    speed.choose(speed.Choices(device="cpu"))
    cpus = Diffusion().render(plan(128), asked, 3, Silent())
    assert (render.parameters["device"], render.pixels) == ("cpu", cpus.pixels)
    speed.choose(speed.Choices())
    assert renderer.render(plan(128), asked, 3, Silent()).parameters["device"] == card.name
    renderer.unload()


@contextmanager
def filled(on: Device) -> Iterator[None]:
    """While it lasts, nothing is left on the card: it is taken from the driver, as another program would."""
    driver, at = ctypes.CDLL("nvcuda.dll" if sys.platform == "win32" else "libcuda.so.1"), list[ctypes.c_uint64]()
    gc.collect()
    torch.cuda.empty_cache()
    piece = torch.cuda.mem_get_info(on.name)[0]
    try:
        while piece > 1_000_000:
            taken = ctypes.c_uint64()
            if driver.cuMemAlloc_v2(ctypes.byref(taken), ctypes.c_size_t(piece)):
                piece //= 2
            else:
                at.append(taken)
        yield
    finally:
        for taken in at:
            driver.cuMemFree_v2(taken)


@contextmanager
def limited(on: Device, most: int) -> Iterator[None]:
    """While it lasts, this process gets no more bytes of the card than that."""
    gc.collect()
    torch.cuda.empty_cache()
    torch.cuda.set_per_process_memory_fraction(most / torch.cuda.get_device_properties(on.name).total_memory, on.name)
    try:
        yield
    finally:
        torch.cuda.set_per_process_memory_fraction(1.0, on.name)


def test_a_process_of_its_own_draws_the_same_and_gives_the_card_back(brief: Callable[[str], Brief], card: Device) -> None:
    asked, host, here = brief("sdxl"), Hosted("diffusion", "engine.renderers.diffusion:Diffusion"), Diffusion()
    try:
        expected = here.render(plan(128), asked, 3, Silent())
        before = torch.cuda.mem_get_info(card.name)[0]
        render = host.render(plan(128), asked, 3, Silent())
        assert (render.pixels, render.parameters) == (expected.pixels, expected.parameters)
        assert torch.cuda.mem_get_info(card.name)[0] < before
        pid, slow = host.pid, asked.replace(sampling=Sampling(steps=500))
        with pytest.raises(Cancelled):
            host.render(plan(128), slow, 3, Silent(cancel_after=8))
        region = Region(box=(0.2, 0.2, 0.7, 0.7))
        parts = (one.render(plan(128), asked, 3, Silent(), base=render, region=region) for one in (host, here))
        assert len({part.pixels for part in parts}) == 1
        assert host.pid == pid, "a cancel costs the model nothing"
        assert host.unload()
        assert torch.cuda.mem_get_info(card.name)[0] >= before
    finally:
        host.close()
        here.unload()


class Crashing(Diffusion):
    """Runs into an illegal access on the card the first time: its process can draw nothing there any more."""

    def render(
        self,
        plan: Plan,
        brief: Brief,
        seed: int,
        context: RunContext,
        *,
        base: Render | None = None,
        region: Region | None = None,
    ) -> Render:
        crashed = Path(os.environ[CRASHED])
        if not crashed.exists():
            crashed.touch()
            torch.zeros(2, device="cuda")[torch.tensor([7], device="cuda")].cpu()
        return super().render(plan, brief, seed, context, base=base, region=region)


def test_a_poisoned_card_costs_a_process_and_not_the_picture(
    brief: Callable[[str], Brief], tmp_path: Path, card: Device, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(CRASHED, str(tmp_path / "crashed"))
    host, context = Hosted("diffusion", f"{__name__}:Crashing"), Silent()
    try:
        render = host.render(plan(128), brief("sdxl"), 3, context)
    finally:
        host.close()
    assert render.parameters["device"] == card.name
    assert len(context.told) == 1
    assert "was started again" in context.told[0]


def test_an_upscaler_works_on_the_card(tmp_path: Path, card: Device) -> None:
    from safetensors.torch import save_file
    from spandrel.architectures.Compact import Compact

    from engine.models.importing import import_model
    from engine.renderers.diffusion.upscale import Upscaler, enlarged

    torch.manual_seed(0)
    network = Compact(num_in_ch=3, num_out_ch=3, num_feat=8, num_conv=2, upscale=2, act_type="prelu")
    save_file(
        {name: (weight * 0.3).contiguous() for name, weight in network.state_dict().items()}, tmp_path / "small.safetensors"
    )
    model = import_model(library(), tmp_path / "small.safetensors", lambda _: None, licence="bsd-3-clause")
    large, cpus = (enlarged(PICTURE, (128, 128), Upscaler(model, on), Silent()) for on in (card, device("cpu")))
    assert large[1] == cpus[1] == model.id
    assert abs(large[0].astype(int) - cpus[0]).max() <= 2
