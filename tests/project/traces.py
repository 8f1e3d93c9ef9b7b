"""Traces with every kind of raster, small enough to save by the dozen, and a document of version 1."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import numpy as np

from engine.codec import to_json
from engine.project.layout import APPLICATION, RASTER
from engine.project.packing import pack
from engine.project.pixels import rasters
from engine.types import Brief, Finding, Fix, Raster, Render, Round, Trace
from tests.fakes import PLAN

SIDE = 48


def render(seed: int) -> Render:
    random = np.random.default_rng(seed)
    mask = np.zeros((SIDE, SIDE), np.uint8)
    mask[8:30, 4:40] = 1
    normals = random.normal(size=(SIDE, SIDE, 3)).astype(np.float32)
    normals[0, 0] = (np.nan, -0.0, np.inf)
    return Render(
        renderer="studio",
        pixels=Raster(random.integers(0, 256, (SIDE, SIDE, 3), np.uint8)),
        seed=seed,
        parameters={"samples": 16, "face": "Inter"},
        masks={"thing": Raster(mask)},
        depth=Raster(random.random((SIDE, SIDE), np.float32)),
        normals=Raster(normals),
    )


def trace(rounds: int = 3, prompt: str = "a “quoted” 新年 prompt") -> Trace:
    """A trace whose round `n` has the pixels of seed `n`; the last round is the best."""
    shape = np.eye(SIDE, dtype=np.uint8)
    fix = Fix(kind="rerender", answers=("bright",), message="Draw it anew.", box=(0.1, 0.1, 0.5, 0.5), mask=Raster(shape))
    finding = Finding(requirement="bright", critic="fake", verdict="failed", measured=3, message="Too dark.")
    made = tuple(Round(render=render(n), findings=(finding,), fix=fix if n else None) for n in range(rounds))
    return Trace(brief=Brief(prompt=prompt), plan=PLAN, rounds=made, best=rounds - 1, outcome="passed", versions={"a": "1"})


def same(one: Trace, other: Trace) -> bool:
    """Whether values, pixel bytes and pixel types are the same."""
    pairs = list(zip(rasters(one), rasters(other), strict=True))
    return one == other and all(a.array.tobytes() == b.array.tobytes() and a.array.dtype == b.array.dtype for a, b in pairs)


def version_1(path: Path, saved: Trace) -> None:
    """A document as the first version of Plantain wrote it."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute("PRAGMA user_version = 1")
        connection.execute("CREATE TABLE part (name TEXT PRIMARY KEY, json TEXT NOT NULL)")
        connection.execute(RASTER)
        parts = {"brief": to_json(saved.brief), "trace": to_json(saved)}
        connection.executemany("INSERT INTO part VALUES (?, ?)", parts.items())
        stored = {raster.sha256: raster for raster in rasters(saved)}
        for sha256, raster in stored.items():
            connection.execute("INSERT INTO raster VALUES (?, ?, ?, ?, ?)", (sha256, *pack(raster.array)))
