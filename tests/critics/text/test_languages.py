"""One page in forty languages: what can be read is right, what cannot is unchecked, and none of it is taken for stray."""

from __future__ import annotations

from functools import cache

import pytest

from engine.critics.text import TextCritic
from engine.types import Plan, Render
from tests.critics.pictures import Words, judged, poster, unmasked

WELCOME = {
    "af": "Welkom hier", "ca": "Benvinguts", "cs": "Vítejte u nás", "cy": "Croeso i chi", "da": "Velkommen hjem",
    "de": "Grüß Gott", "en": "Good morning", "es": "Buenos días", "et": "Tere tulemast",
    "eu": "Ongi etorri", "fi": "Hyvää huomenta", "fr": "Bienvenue à tous", "ga": "Fáilte romhat", "hr": "Dobro došli",
    "hu": "Jó reggelt", "id": "Selamat datang", "is": "Góðan daginn", "it": "Benvenuti qui", "lt": "Labas rytas",
    "lv": "Laipni lūdzam", "mt": "Merħba lilkom", "nl": "Goedemorgen", "no": "God morgen", "pl": "Dzień dobry",
    "pt": "Bom dia amigo", "ro": "Bună dimineața", "sk": "Dobré ráno", "sl": "Dobrodošli", "sq": "Mirë se vini",
    "sv": "Hjärtligt välkommen", "sw": "Karibu sana", "tr": "Hoş geldiniz", "vi": "Xin chào bạn",
    "ar": "صباح الخير", "el": "Καλημέρα σας", "fa": "خوش آمدید", "he": "בוקר טוב", "hi": "नमस्ते दुनिया", "mr": "सुप्रभात",
    "ru": "Доброе утро", "th": "สวัสดีครับ", "uk": "Ласкаво просимо",
}  # fmt: skip
FOREIGN = ("ar", "el", "fa", "he", "hi", "mr", "ru", "th", "uk")
"""Those in a script that the built-in reader does not know."""


@cache
def page() -> tuple[Plan, Render]:
    """Three columns, in the order of the languages' names, on white."""
    rows = -(-len(WELCOME) // 3)
    words = []
    for at, name in enumerate(sorted(WELCOME)):
        left, top = 0.04 + 0.32 * (at % 3), (at // 3 + 0.25) / rows
        words.append(Words(name, WELCOME[name], (left, top, left + 0.26, top + 0.5 / rows), "black", lines=1))
    return poster(tuple(words), "white", 1200, 1500)


@pytest.mark.slow
@pytest.mark.parametrize("masked", [True, False], ids=["masks", "no masks"])
def test_forty_languages_at_once(masked: bool) -> None:
    plan, render = page()
    findings = judged(TextCritic(), plan, render if masked else unmasked(render))
    told = {name: (findings[f"text:{name}"].verdict, findings[f"text:{name}"].message) for name in WELCOME}
    assert {name: said for name, said in told.items() if said[0] == "failed"} == {}
    assert {name: said for name, said in told.items() if said[0] == "unchecked" and name not in FOREIGN} == {}
    assert findings["text"].verdict != "failed", findings["text"].message
