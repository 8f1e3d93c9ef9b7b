"""Makes resources/critics/flaws.onnx and its card: `python -m engine.training.flaws FOLDER`, where the renders are kept.

Nothing is downloaded. Seeds are fixed; on two cores the renders take about a quarter of an hour, the training as long.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Any

import numpy as np
import torch

from engine.training import clean, crops
from engine.training.figures import card
from engine.training.heatmap import Heatmap, loss
from engine.types import Array

SCENES, SHEETS, LEAVES = 40, 70, 60
STEPS, BATCH, POOL = 2000, 16, 4000
HELD_OUT = 5
"""Every so many renders one is not trained on."""
RESOURCES = Path("resources/critics")


def main(folder: Path) -> None:
    began = time.process_time()
    known, unseen = pictures(folder)
    drawn = time.process_time()
    network = trained(known, STEPS)
    taught = time.process_time()
    RESOURCES.mkdir(parents=True, exist_ok=True)
    exported(network, RESOURCES / "flaws.onnx")
    minutes = {"pictures": (drawn - began) / 60, "training": (taught - drawn) / 60}
    (RESOURCES / "flaws.toml").write_text(card(RESOURCES / "flaws.onnx", known, unseen, minutes), "utf-8")


def pictures(folder: Path) -> tuple[dict[str, Array], dict[str, Array]]:
    """Clean pictures by name, uint8 (h, w, 3): those to train on, and those to measure on."""
    known: dict[str, Array] = {}
    unseen: dict[str, Array] = {}
    for number, (name, picture) in enumerate(clean.renders(folder, SCENES, SHEETS)):
        (unseen if number % HELD_OUT == HELD_OUT - 1 else known)[name] = picture
    known |= clean.photographs(clean.PHOTOGRAPHS)
    unseen |= clean.photographs(clean.UNSEEN_PHOTOGRAPHS)
    return known, unseen


def trained(known: dict[str, Array], steps: int) -> Heatmap:
    """The network after so many steps, on one thread. Half of every batch is new, half was seen before and is turned over."""
    import cv2

    cv2.setNumThreads(1)
    torch.set_num_threads(1)
    torch.manual_seed(0)
    rng = np.random.default_rng(0)
    photographs = [known[name] for name in clean.PHOTOGRAPHS]
    leaves = [crops.leaves(photographs, rng) for _ in range(LEAVES)]
    scenes = [picture for name, picture in known.items() if name.startswith("scene")]
    sheets = [picture for name, picture in known.items() if name.startswith("flat")]
    network: Heatmap = Heatmap(len(crops.KINDS)).to(memory_format=torch.channels_last)
    optimizer = torch.optim.AdamW(network.parameters(), lr=3e-3, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, 3e-3, total_steps=steps, pct_start=0.15)
    pool: list[tuple[Array, Array]] = []
    lost = 0.0
    for step in range(steps):
        sources = rng.choice(4, BATCH // 2, p=[0.4, 0.2, 0.2, 0.2])
        fresh = [crops.crop((scenes, sheets, photographs, leaves)[source], rng) for source in sources]
        again = [pool[at] for at in rng.integers(0, len(pool), BATCH // 2)] if pool else []
        pool = [*pool, *fresh][-POOL:]
        batch = fresh + [(picture[:, ::-1], target[..., ::-1]) for picture, target in again]
        inputs = torch.from_numpy(np.stack([picture.transpose(2, 0, 1) for picture, _ in batch]).astype(np.float32))
        targets = torch.from_numpy(np.stack([target for _, target in batch]))
        value = loss(network(inputs.contiguous(memory_format=torch.channels_last)), targets)
        optimizer.zero_grad(set_to_none=True)
        value.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 5.0)
        optimizer.step()
        schedule.step()
        lost += value.item()
        if step % 100 == 99:
            print(f"{step + 1}/{steps} loss {lost / 100:.3f}, {time.process_time():.0f} s", file=sys.stderr, flush=True)
            lost = 0.0
    network.eval()
    return network


def exported(network: Heatmap, file: Path) -> None:
    """ONNX, any number of pictures of any size: `picture` (n, 3, h, w), levels, to `likelihood` (n, kinds, h / 8, w / 8)."""
    whole: Any = torch.nn.Sequential(network, torch.nn.Sigmoid()).eval()
    axes = {0: "n", 2: "h", 3: "w"}
    torch.onnx.export(
        whole.to(memory_format=torch.contiguous_format), (torch.zeros(1, 3, 64, 64),), str(file), dynamo=False,
        input_names=["picture"], output_names=["likelihood"], dynamic_axes={"picture": axes, "likelihood": axes},
        opset_version=17,
    )  # fmt: skip


if __name__ == "__main__":
    main(Path(sys.argv[1]))
