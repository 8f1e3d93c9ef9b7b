"""Faces: the built-in ones by style and script, then those of the system, so that no glyph is ever a box."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import product
from pathlib import Path
from typing import Any, Final, Literal

from engine.errors import BadInput

Style = Literal["sans", "grotesk", "geometric", "condensed", "wide", "serif", "italic", "display", "didone", "soft"]


@dataclass(frozen=True)
class Face:
    """One cut of one font file. `axes` gives every variation axis of the file, in its order, in design units."""

    path: Path
    index: int
    axes: tuple[tuple[str, float], ...]
    family: str

    @property
    def name(self) -> str:
        """How a render's parameters name the face a text is set in: `path#index#axis=value,…`."""
        return f"{self.path}#{self.index}#" + ",".join(f"{tag}={value:g}" for tag, value in self.axes)


@dataclass(frozen=True)
class _File:
    """A built-in font file and where its axes stand, apart from weight and optical size."""

    package: str
    name: str
    family: str
    axes: tuple[tuple[str, float], ...] = ()
    weight: int | None = None

    @property
    def path(self) -> Path:
        folder = files(self.package)
        return Path(str(folder / ("fonts" if self.package == "resources" else "files") / self.name))


_INTER = _File("fontpkg_inter", "Inter[opsz,wght].ttf", "Inter")
_NOTO = _File("fontpkg_noto_sans", "NotoSans[wdth,wght].ttf", "Noto Sans")
_GARAMOND = _File("fontpkg_eb_garamond", "EBGaramond[wght].ttf", "EB Garamond")
_HEBREW = _File("fontpkg_frank_ruhl_libre", "FrankRuhlLibre[wght].ttf", "Frank Ruhl Libre")
_ARCHIVO = "Archivo[wdth,wght].ttf"
_FRAUNCES = "Fraunces[SOFT,WONK,opsz,wght].ttf"
_STYLES: Final[dict[Style, tuple[_File, ...]]] = {
    "sans": (_INTER, _NOTO),
    "grotesk": (_File("fontpkg_archivo", _ARCHIVO, "Archivo", (("wdth", 100),)), _INTER, _NOTO),
    "geometric": (_File("fontpkg_space_grotesk", "SpaceGrotesk[wght].ttf", "Space Grotesk"), _INTER, _NOTO),
    "condensed": (
        _File("fontpkg_archivo", _ARCHIVO, "Archivo Condensed", (("wdth", 66),)),
        _File("fontpkg_noto_sans", _NOTO.name, "Noto Sans Condensed", (("wdth", 70),)),
    ),
    "wide": (_File("fontpkg_archivo", _ARCHIVO, "Archivo Expanded", (("wdth", 125),)), _INTER, _NOTO),
    "serif": (_GARAMOND, _NOTO),
    "italic": (_File("fontpkg_eb_garamond", "EBGaramond-Italic[wght].ttf", "EB Garamond Italic"), _GARAMOND, _NOTO),
    "display": (_File("fontpkg_dm_serif_display", "DMSerifDisplay-Regular.ttf", "DM Serif Display"), _GARAMOND, _NOTO),
    "didone": (_File("fontpkg_bodoni_moda", "BodoniModa[opsz,wght].ttf", "Bodoni Moda"), _GARAMOND, _NOTO),
    "soft": (_File("fontpkg_fraunces", _FRAUNCES, "Fraunces", (("SOFT", 100), ("WONK", 0))), _GARAMOND, _NOTO),
}
_SCRIPTS: Final = (
    _INTER, _NOTO, _GARAMOND, _HEBREW,
    _File("fontpkg_noto_sans_arabic", "NotoSansArabic[wdth,wght].ttf", "Noto Sans Arabic"),
    _File("fontpkg_noto_sans_devanagari", "NotoSansDevanagari[wdth,wght].ttf", "Noto Sans Devanagari"),
    _File("fontpkg_noto_sans_thai", "NotoSansThai[wdth,wght].ttf", "Noto Sans Thai"),
    _File("resources", "NotoSansSC-Regular.ttf", "Noto Sans SC", weight=400),
    _File("resources", "NotoSansSC-Bold.ttf", "Noto Sans SC", weight=700),
    _File("resources", "NotoSansKR-Regular.ttf", "Noto Sans KR", weight=400),
    _File("resources", "NotoSansKR-Bold.ttf", "Noto Sans KR", weight=700),
)  # fmt: skip


def face(text: str, *, style: Style = "sans", weight: int = 400, optical: float = 24.0, font: str = "") -> Face:
    """The face of that style, or else of any, that has every character of `text`.

    `weight` is 100 to 900, `optical` the optical size in points for faces that have one. `font` is a brand's own font
    file, taken where it has the characters. Built-in faces come first, so pictures are the same on every computer.
    Raises BadInput that names the script no font has, or the font file that cannot be read.
    """
    needed = required(text)
    if font:
        path = Path(font)
        try:
            covered = needed <= coverage(path, 0)
        except OSError as error:
            raise BadInput(
                f"The font file {font} cannot be read ({error.strerror or error}).", "Name a .ttf or .otf file."
            ) from error
        if not coverage(path, 0):
            raise BadInput(f"The font file {font} is no usable font.", "Name a .ttf or .otf file.")
        if covered:
            return cut(path, 0, weight=weight, optical=optical)
    scripts = sorted(_SCRIPTS, key=lambda file: abs((file.weight or weight) - weight))
    for file in (*_STYLES[style], *scripts):
        if needed <= coverage(file.path, 0):
            return cut(file.path, 0, weight=weight, optical=optical, family=file.family, axes=dict(file.axes))
    from engine.typography.system import installed

    if found := installed(needed, weight):
        return cut(*found, weight=weight, optical=optical)
    raise _missing(needed)


def has(font: str, text: str) -> bool:
    """Whether the font file has every character of the text; False for one that cannot be read."""
    try:
        return required(text) <= coverage(Path(font), 0)
    except OSError:
        return False


def faces(text: str, *, weight: int = 400, optical: float = 24.0) -> Iterator[Face]:
    """Every built-in face that has the characters of `text`, each once, for telling which one a picture shows."""
    needed = required(text)
    seen = set()
    for files_of_style in (*_STYLES.values(), _SCRIPTS):
        for file in files_of_style:
            if file not in seen and needed <= coverage(file.path, 0):
                seen.add(file)
                yield cut(file.path, 0, weight=weight, optical=optical, family=file.family, axes=dict(file.axes))


def required(text: str) -> frozenset[int]:
    """The code points of the text that need a glyph: not spaces, joiners, direction marks or variation selectors."""
    text = unicodedata.normalize("NFC", text)
    return frozenset(ord(c) for c in text if unicodedata.category(c) not in ("Zs", "Zl", "Zp", "Cc", "Cf") and not _selector(c))


@lru_cache(maxsize=256)
def hb_face(path: Path, index: int) -> Any:
    """The uharfbuzz face of a font file. Raises OSError."""
    import uharfbuzz

    return uharfbuzz.Face(uharfbuzz.Blob(path.read_bytes()), index)


@lru_cache(maxsize=256)
def coverage(path: Path, index: int) -> frozenset[int]:
    """The code points a font file has glyphs for; none for a file that is no font. Raises OSError."""
    return frozenset(hb_face(path, index).unicodes)


@lru_cache(maxsize=1024)
def _family(path: Path, index: int) -> str:
    import uharfbuzz

    return str(hb_face(path, index).get_name(uharfbuzz.OTNameIdPredefined.FONT_FAMILY, "en") or path.stem)


def cut(path: Path, index: int, *, weight: int, optical: float, family: str = "", axes: dict[str, float] | None = None) -> Face:
    """The face of a file at this weight and optical size, as near as its axes allow."""
    wanted = {"wght": float(weight), "opsz": float(optical), **(axes or {})}
    stand = tuple(
        (axis.tag, min(max(wanted.get(axis.tag, axis.default_value), axis.min_value), axis.max_value))
        for axis in hb_face(path, index).axis_infos
    )
    return Face(path, index, stand, family or _family(path, index))


def cuts(path: Path, weights: Iterable[int], opticals: Iterable[float]) -> tuple[Face, ...]:
    """The faces of a file at every one of these weights and optical sizes that it has, each once."""
    return tuple(dict.fromkeys(cut(path, 0, weight=weight, optical=size) for weight, size in product(weights, opticals)))


def _selector(character: str) -> bool:
    return 0xFE00 <= ord(character) <= 0xFE0F or 0xE0100 <= ord(character) <= 0xE01EF


def _missing(needed: frozenset[int]) -> BadInput:
    have = frozenset[int]().union(*(coverage(file.path, 0) for file in (*_STYLES["sans"], *_SCRIPTS)))
    lacking = sorted(needed - have)
    if not lacking:
        return BadInput("No one font on this computer has all the scripts of that text.", "Give each script a text of its own.")
    character = chr(lacking[0])
    name = unicodedata.name(character, "")
    if unicodedata.category(character).startswith("L"):
        script = name.split()[0].title().replace("Cjk", "rare Chinese")
        return BadInput(
            f"No font on this computer has {script} letters such as “{character}”.", "Install one, or leave them out."
        )
    named = name.lower() or f"U+{lacking[0]:04X}"
    return BadInput(f"No font on this computer has “{character}” ({named}).", "Install one that has it, or leave it out.")
