"""A picture handed on: PNG, JPEG, WebP and TIFF flat, PSD and OpenRaster in layers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, Final, TypedDict, Unpack

from engine import pictures
from engine.errors import BadInput
from engine.export import openraster, psd
from engine.export.layers import Layer, layers, picture, whole
from engine.export.profile import srgb
from engine.files import check_writable, write_whole
from engine.trust.metadata import save_options
from engine.types import Array, Trace

SUFFIXES: Final = (*pictures.SUFFIXES, ".psd", ".ora")
LONGEST_SIDE: Final = {".jpg": 65_500, ".jpeg": 65_500, ".webp": 16_383, ".psd": 30_000}


class Options(TypedDict, total=False):
    """How a picture is exported.

    layers         PSD and OpenRaster: the first picture, each kept fix and each text as layers (True), or one layer
    scale          of the sides, above 0 (1.0)
    quality        1 to 100 for JPEG and WebP; None, the default, is the best: JPEG 95 with full colour, WebP without loss
    keep_metadata  whether prompt, trace and digital source type go into the file (True); the colour profile always does

    A picture that was opened keeps its own depth, profile and alpha where it goes out flat and at its size.
    """

    layers: bool
    scale: float
    quality: int | None
    keep_metadata: bool


def export(path: str | Path, trace: Trace, *, number: int | None = None, **options: Unpack[Options]) -> Path:
    """Write the round `number` (None: the best) in the format of the suffix, whole or not at all; a file there is replaced.

    Raises BadInput for a suffix, place, size or quality that cannot be written, or a round without pixels; EngineFailure
    where the disk is full.
    """
    path = _checked(Path(path))
    suffix = path.suffix.lower()
    number = trace.best if number is None else number
    scale, quality = options.get("scale", 1.0), options.get("quality")
    _check_size(trace.rounds[number].render.pixels.shape, scale, suffix)
    if quality is not None and not 1 <= quality <= 100:
        raise BadInput(f"There is no quality {quality}.", "Use 1 to 100.")
    pixels = picture(trace, number, scale)
    kept = trace.replace(best=number) if options.get("keep_metadata", True) else None
    if suffix in pictures.SUFFIXES:
        about = {**_lossy(suffix, quality), **_metadata(kept, suffix)}
        pictures.write(path, pixels, opened=pictures.opened(trace.rounds[number].render), icc_profile=srgb(), **about)
    else:
        stack = layers(trace, number, scale) if options.get("layers", True) else [whole(pixels)]
        write_whole(path, lambda file: _write_layered(file, suffix, pixels, stack, kept))
    return path


def export_all(
    folder: str | Path, trace: Trace, *, stem: str = "round", suffix: str = ".png", **options: Unpack[Options]
) -> Iterator[Path]:
    """Write every round into the folder as `stem-1.png`, `stem-2.png`, …; yields each path when it is written.

    Rounds without pixels are left out. Raises BadInput, before anything is written, where one of the files is there.
    """
    rounds = [number for number, made in enumerate(trace.rounds) if made.render.pixels.stored]
    digits = len(str(len(trace.rounds)))
    paths = {number: Path(folder) / f"{stem}-{number + 1:0{digits}}{suffix}" for number in rounds}
    for path in paths.values():
        if _checked(path).exists():
            raise BadInput(f"There is a file {path} already.", "Choose an empty folder or another name.")
    for number, path in paths.items():
        yield export(path, trace, number=number, **options)


def _write_layered(file: IO[bytes], suffix: str, pixels: Array, stack: list[Layer], kept: Trace | None) -> None:
    if suffix == ".psd":
        psd.write(file, pixels, stack, srgb(), _metadata(kept, ".webp").get("xmp", b""))
    else:
        openraster.write(file, pixels, stack, srgb(), _metadata(kept, ".png"))


def _metadata(kept: Trace | None, suffix: str) -> dict[str, Any]:
    return save_options(kept, suffix) if kept is not None else {}


def _lossy(suffix: str, quality: int | None) -> dict[str, Any]:
    if quality is None or suffix not in {".jpg", ".jpeg", ".webp"}:
        return {}
    return {"quality": quality} | ({"lossless": False} if suffix == ".webp" else {})


def _checked(path: Path) -> Path:
    """The path, if a picture can be written there. Raises BadInput otherwise."""
    if path.suffix.lower() not in SUFFIXES:
        raise BadInput(f"“{path.name}” has no format to export.", f"End it in {', '.join(SUFFIXES)}.")
    check_writable(path)
    return path


def _check_size(shape: tuple[int, ...], scale: float, suffix: str) -> None:
    """Raises BadInput where the scaled picture is more than the format, or a person, can use."""
    if not 0.001 <= scale <= 100:
        raise BadInput(f"A picture cannot be scaled by {scale}.", "Use 0.001 to 100.")
    sides = [side * scale for side in shape[:2]]
    longest = LONGEST_SIDE.get(suffix, 100_000)
    if max(sides) > longest or sides[0] * sides[1] > pictures.MAX_PIXELS:
        size = f"{sides[1]:.0f} × {sides[0]:.0f} pixels"
        raise BadInput(f"{size} is too large for a {suffix[1:].upper()} file.", "Export it smaller or in another format.")
