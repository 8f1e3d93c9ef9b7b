"""Faces: every script has one, what none has is named, broken files do no harm."""

from pathlib import Path

import pytest

from engine.errors import BadInput
from engine.typography import system
from engine.typography.fonts import Style, coverage, face, faces, required

SCRIPTS = {
    "latin": "Zoë Müller – €18 “Huile d’Olive” −40%",
    "greek": "Καλημέρα",
    "cyrillic": "Добрый день",
    "hebrew": "שלום עולם 2027",
    "arabic": "مرحبا بالعالم",
    "devanagari": "नमस्ते",
    "thai": "สวัสดี",
    "simplified": "新年快乐",
    "traditional": "龍鳳呈祥",
    "japanese": "明けましておめでとう",
    "korean": "새해 복 많이 받으세요",
}


@pytest.mark.parametrize("text", SCRIPTS.values(), ids=SCRIPTS)
@pytest.mark.parametrize("style", ["sans", "didone", "soft", "condensed"])
def test_every_script_has_a_built_in_face(text: str, style: Style, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system, "folders", list)
    chosen = face(text, style=style, weight=700)
    assert required(text) <= coverage(chosen.path, chosen.index)


def test_the_style_and_weight_are_kept() -> None:
    assert face("Bread", style="didone").family == "Bodoni Moda"
    assert face("Bread", style="condensed").family == "Archivo Condensed"
    assert dict(face("Bread", style="sans", weight=800, optical=30).axes) == {"opsz": 30, "wght": 800}
    assert dict(face("Bread", style="geometric", weight=900).axes)["wght"] == 700
    assert "Bold" in face("新年", weight=800).path.name
    assert "Regular" in face("新年", weight=400).path.name


def test_a_script_that_no_font_has_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system, "installed", lambda needed, weight: None)
    with pytest.raises(BadInput, match="Cuneiform"):
        face("𒀀𒁀")
    with pytest.raises(BadInput, match="bread"):
        face("Fresh 🍞")


def test_a_brand_font_is_taken_where_it_has_the_letters_and_must_be_readable(tmp_path: Path) -> None:
    own = face("A", style="geometric").path
    assert face("Norda", font=str(own)).path == own
    assert face("新年", font=str(own)).path != own
    with pytest.raises(BadInput, match="cannot be read"):
        face("Norda", font=str(tmp_path / "none.ttf"))
    broken = tmp_path / "broken.ttf"
    broken.write_bytes(b"this is no font")
    with pytest.raises(BadInput, match="no usable font"):
        face("Norda", font=str(broken))


def test_faces_lists_what_a_text_may_be_set_in() -> None:
    families = [one.family for one in faces("Bread")]
    assert {"Inter", "EB Garamond", "Bodoni Moda", "Archivo Condensed"} <= set(families)
    assert {one.family for one in faces("新年")} == {"Noto Sans SC"}


def test_installed_fonts_are_found_and_broken_ones_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fonts, store = tmp_path / "fonts", tmp_path / "cache"
    fonts.mkdir()
    (fonts / "thai.ttf").write_bytes(face("สวัสดี").path.read_bytes())
    (fonts / "broken.ttf").write_bytes(b"\x00\x01\x00\x00" + b"\xff" * 300)
    (fonts / "empty.otf").write_bytes(b"")
    monkeypatch.setattr(system, "folders", lambda: [fonts, tmp_path / "absent"])
    monkeypatch.setattr("platformdirs.user_cache_dir", lambda *_, **__: str(store))
    system._index.cache_clear()
    try:
        assert system.installed(frozenset(map(ord, "สวัสดี")), 400) == (fonts / "thai.ttf", 0)
        assert system.installed(frozenset({0x12000}), 400) is None
        system._index.cache_clear()
        monkeypatch.setattr(system, "_read", None)
        assert system.installed(frozenset(map(ord, "สวัสดี")), 400) == (fonts / "thai.ttf", 0), "the kept index was not used"
    finally:
        system._index.cache_clear()
