"""Makes `resources/critics/view.onnx`: a small network that reads the camera's angles from a studio picture.

    python -m engine.training.view [--scenes 1700] [--epochs 40] [--data FILE.npz]

Rendering takes most of the time; with --data the pictures of an earlier run are used again. Needs the `diffusion` extra.
"""

from __future__ import annotations

import argparse
import hashlib
import time
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np

from engine.critics.view import SIDE, letterboxed
from engine.training.scenes import Photo, load, photos, save
from engine.types import Array

CHANNELS = (24, 48, 96)


def network() -> Any:
    """(n, 3, SIDE, SIDE) in 0..1 → (n, 7): cos and sin of 4 × azimuth, elevation / 45, roll / 15, and three log variances."""
    import torch
    from torch import nn

    class Block(nn.Module):
        def __init__(self, across: int) -> None:
            super().__init__()
            self.body = nn.Sequential(
                nn.Conv2d(across, across, 3, padding=1, bias=False), nn.BatchNorm2d(across), nn.ReLU(),
                nn.Conv2d(across, across, 3, padding=1, bias=False), nn.BatchNorm2d(across),
            )  # fmt: skip

        def forward(self, x: Any) -> Any:
            return torch.relu(x + self.body(x))

    def down(before: int, after: int) -> Any:
        return nn.Sequential(nn.Conv2d(before, after, 3, stride=2, padding=1, bias=False), nn.BatchNorm2d(after), nn.ReLU())

    class Angles(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            one, two, three = CHANNELS
            self.stem = nn.Sequential(nn.Conv2d(5, one, 7, stride=4, padding=3, bias=False), nn.BatchNorm2d(one), nn.ReLU())
            self.body = nn.Sequential(
                down(one, two), Block(two), Block(two), down(two, three), Block(three), Block(three), down(three, three)
            )
            self.head = nn.Sequential(nn.Flatten(), nn.Dropout(0.2), nn.Linear(three * 25, 160), nn.ReLU(), nn.Linear(160, 7))
            at = torch.linspace(-1, 1, SIDE)
            self.register_buffer("places", torch.stack(torch.meshgrid(at, at, indexing="ij"))[None])

        def forward(self, x: Any) -> Any:
            places = self.places.expand(x.shape[0], -1, -1, -1)
            return self.head(self.body(self.stem(torch.cat([x - 0.5, places], dim=1))))

    return Angles()


def loss(found: Any, truth: Any) -> Any:
    """Gaussian negative log likelihood of each angle; the azimuth counts where the subject has corners, seen from below 75°."""
    import torch

    azimuth, elevation, roll = truth[:, 0], truth[:, 1], truth[:, 2]
    known = ~torch.isnan(azimuth) & (elevation < 75)
    turn = torch.deg2rad(torch.nan_to_num(azimuth)) * 4
    direction = found[:, 0:2]
    apart = ((direction - torch.stack([torch.cos(turn), torch.sin(turn)], 1)) ** 2).sum(1)
    errors = torch.stack([apart * known, 4 * (found[:, 2] - elevation / 45) ** 2, 4 * (found[:, 3] - roll / 15) ** 2], 1)
    spread = found[:, 4:7].clamp(-8, 4)
    counted = torch.stack([known.float(), torch.ones_like(roll), (elevation < 75).float()], 1)
    return ((errors * torch.exp(-spread) + spread) * counted).sum(1).mean()


def varied(pixels: Array, angles: Array, random: np.random.Generator) -> tuple[Array, Array]:
    """A picture as it might have come out otherwise: mirrored, turned, nearer, in other light, grainy; and its angles."""
    import cv2

    azimuth, elevation, roll = angles
    if random.random() < 0.5:
        pixels, azimuth, roll = pixels[:, ::-1], -azimuth, -roll
    height, width = pixels.shape[:2]
    if random.random() < 0.6:
        turn = float(random.uniform(-6, 6)) if random.random() < 0.5 else float(random.uniform(-1.5, 1.5))
        zoom = float(random.uniform(1.0, 1.15))
        matrix = cv2.getRotationMatrix2D((width / 2 - 0.5, height / 2 - 0.5), turn, zoom)
        pixels = cv2.warpAffine(
            np.ascontiguousarray(pixels), matrix, (width, height), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT
        )
        roll += turn
    image = pixels.astype(np.float32)
    image = image * random.uniform(0.75, 1.2) + random.uniform(-18, 18)
    image = image * random.uniform(0.9, 1.1, 3).astype(np.float32) + random.normal(0, random.uniform(0, 4), image.shape).astype(
        np.float32
    )
    return np.clip(image, 0, 255).astype(np.uint8), np.array([azimuth, elevation, roll], np.float32)


def batches(kept: list[Photo], size: int, random: np.random.Generator | None) -> Any:
    """Stacks of inputs and angles; shuffled and varied where there is a `random`, else as they are."""
    import torch

    order = np.arange(len(kept)) if random is None else random.permutation(len(kept))
    for at in range(0, len(order), size):
        pairs = []
        for n in order[at : at + size]:
            photo = kept[n]
            angles = np.array([np.nan if photo.azimuth is None else photo.azimuth, photo.elevation, photo.roll], np.float32)
            pairs.append((photo.pixels, angles) if random is None else varied(photo.pixels, angles, random))
        inputs = np.stack([letterboxed(pixels) for pixels, _ in pairs])
        yield torch.from_numpy(inputs), torch.from_numpy(np.stack([angles for _, angles in pairs]))


def trained(kept: list[Photo], epochs: int, seed: int) -> Any:
    import torch

    torch.manual_seed(seed)
    random = np.random.default_rng(seed)
    model = network()
    steps = epochs * -(-len(kept) // 48)
    optimiser = torch.optim.AdamW(model.parameters(), lr=2e-3, weight_decay=0.02)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, max_lr=2e-3, total_steps=steps, pct_start=0.15)
    for epoch in range(epochs):
        begun, total = time.monotonic(), []
        model.train()
        for inputs, truth in batches(kept, 48, random):
            value = loss(model(inputs), truth)
            optimiser.zero_grad()
            value.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            total.append(float(value.detach()))
        print(f"epoch {epoch + 1}/{epochs}  loss {np.mean(total):.3f}  {time.monotonic() - begun:.0f} s", flush=True)
    return model.eval()


def measured(model: Any, kept: list[Photo]) -> dict[str, Array]:
    """Errors in degrees and the network's own guess of them (n,), for each angle that can be judged."""
    import torch

    from engine.critics.view import angles

    with torch.no_grad():
        rows = np.concatenate([model(inputs).numpy() for inputs, _ in batches(kept, 48, None)])
    seen = angles(rows)
    truth = np.array([(np.nan if p.azimuth is None else p.azimuth, p.elevation, p.roll) for p in kept])
    away = seen.degrees - truth
    away[:, 0] = (away[:, 0] + 45) % 90 - 45
    away[truth[:, 1] >= 75, 0] = np.nan
    away[truth[:, 1] >= 75, 2] = np.nan
    return {
        name: np.stack([np.abs(away[:, n]), seen.spread[:, n]])[:, ~np.isnan(away[:, n])]
        for n, name in enumerate(("azimuth", "elevation", "roll"))
    }


def main() -> None:
    import torch

    options = argparse.ArgumentParser()
    options.add_argument("--scenes", type=int, default=1700)
    options.add_argument("--epochs", type=int, default=24)
    options.add_argument("--data", help="pictures of an earlier run: FILE.npz; they are kept here where there are none yet")
    chosen = options.parse_args()
    kept = Path(chosen.data) if chosen.data else None
    if kept is None or not kept.exists():
        rendered = list(photos(1, chosen.scenes))
        if kept:
            save(kept, rendered)
    else:
        rendered = load(kept)
    model = trained(rendered, chosen.epochs, seed=1)
    folder = Path(str(files("resources"))) / "critics"
    folder.mkdir(exist_ok=True)
    export = folder / "view.onnx"
    inputs = torch.zeros(2, 3, SIDE, SIDE)
    torch.onnx.export(
        model,
        (inputs,),
        export,
        dynamo=False,
        opset_version=17,
        input_names=["pictures"],
        output_names=["angles"],
        dynamic_axes={"pictures": {0: "n"}, "angles": {0: "n"}},
    )
    print("sha256", hashlib.sha256(export.read_bytes()).hexdigest(), export.stat().st_size)
    unseen = list(photos(2, 120))
    for name, (errors, spread) in measured(model, unseen).items():
        print(name, len(errors), "median", np.median(errors), "90 %", np.quantile(errors, 0.9), "spread", np.median(spread))


if __name__ == "__main__":
    main()
