"""What the prompt says about the picture as a whole: its format, size, light and style."""

import re
from math import gcd, log
from typing import Final

from engine.canvas import ASPECTS, SIZES
from engine.errors import BadInput
from engine.planners.grammar.prompt import Table, Token
from engine.planners.grammar.wordlist import phrases, words
from engine.vocabulary import LIGHTS

_SHAPES: Final = {
    "square": "1:1", "portrait": "2:3", "vertical": "2:3", "upright": "2:3", "landscape": "3:2", "horizontal": "3:2",
    "wide": "16:9",
    "widescreen": "16:9", "panoramic": "21:9", "ultrawide": "21:9", "cinematic": "21:9", "tall": "9:16",
}  # fmt: skip
_LONE_SHAPES: Final = words("square portrait landscape vertical horizontal widescreen")
_FORMATS = ("format", "orientation", "aspect ratio", "aspect", "picture format", "canvas", "image", "crop")
_ASPECT_WORDS: Final = {
    **{f"{word} {noun}": aspect for word, aspect in _SHAPES.items() for noun in _FORMATS},
    "in portrait": "2:3", "in landscape": "3:2", "widescreen": "16:9", "ultrawide": "21:9", "panorama": "21:9",
    "panoramic": "21:9",
    "story format": "9:16", "phone wallpaper": "9:16", "mobile wallpaper": "9:16", "desktop wallpaper": "16:9",
    "instagram story": "9:16", "youtube thumbnail": "16:9", "in a square": "1:1",
}  # fmt: skip
ASPECT_WORDS: Final = Table(_ASPECT_WORDS)
DESIGN_ASPECTS: Final = {
    "square": "1:1", "portrait": "2:3", "landscape": "3:2", "vertical": "2:3", "upright": "2:3", "horizontal": "3:2",
    "wide": "21:9",
    "tall": "9:16", "narrow": "1:4", "long": "4:1",
}  # fmt: skip
"""Adjectives that set the format where they stand before a design: "a wide banner"."""

STYLE: Final = Table(
    {
        phrase: phrase
        for phrase in phrases(
            """
            photorealistic, photo realistic, hyperrealistic, hyper realistic, ultra realistic, ultra detailed, highly
            detailed, art deco, art nouveau, mid century modern, mid century, pop art, pixel art, low poly, line art, flat
            design, oil painting, digital art, digital painting, concept art, pencil drawing, pencil sketch, ink drawing,
            comic book style, anime style, claymation, film noir, black and white photo, black and white photograph, black
            and white photography, 3d render, 3d rendering, octane render, unreal engine, product photography, product
            photo, product shot, product photograph, studio photography, studio photo, studio shot, packshot, food
            photography, street photography, macro photography, still life, high resolution, high quality, high detail, best
            quality, masterpiece, award winning, trending on artstation, sharp focus, cinematic, surreal, impressionist,
            impressionism, cubism, cubist, bauhaus, swiss style, swiss design, vaporwave, steampunk, brutalist, hand drawn,
            hand lettered, children's book illustration, stained glass style, vector art, vector illustration, clip art,
            isometric illustration, ukiyo e, watercolour style, watercolor style, watercolour painting, watercolor painting,
            acrylic painting, packaging mockup, product mockup, mock up, hdr, plenty of white space, lots of white space,
            plenty of whitespace, lots of whitespace, white space,
            lower case, lowercase, upper case, uppercase, in lower case, in lowercase,
            in upper case, in uppercase, all caps,
            in all caps, in capitals, in capital letters, in bold, in italics, nothing fancy,
            packaging mock up, product mock up, negative space, grain, film grain
            """
        )
    }
)
PAINTED: Final = re.compile(
    r"paint|watercolou?r|drawing|sketch|illustrat|art\b|anime|comic|cartoon|impression|cubis|ukiyo|claymation|low poly"
    r"|pixel|noir|surreal|street|food|collage|gouache|engraving|etching"
)
"""Styles that are more than the studio's camera."""

_LIT_ALONE: Final = words("sunlit moonlit candlelit backlit sidelit spotlit back-lit side-lit neon-lit rim-lit backlight")
_PLACED: Final = words("at by in under during the , . ; : and with")
OF_LIGHT: Final = words(
    "single hard soft harsh gentle warm cool cold bright dim strong subtle dramatic moody beautiful natural long pale clean"
)
"""Adjectives that go with the light named after them."""
LIGHT_WORDS: Final = Table(LIGHTS)
KEYED_LIGHTS: Final = Table(LIGHTS | {light: light for light in ("soft", "hard", "side", "back")})
"""What may follow "light:"."""
_RATIO = re.compile(r"(\d{1,2})[:x×/](\d{1,2})")
_PIXELS = re.compile(r"(\d{3,5})[x×](\d{3,5})")
_SIZE_WORDS: Final = {"512": "512", "1024": "1k", "2048": "2k", "4096": "4k"}
_UNITS = frozenset({"px", "pixel", "pixels"})


def aspect_at(tokens: list[Token], place: int) -> tuple[int, str] | None:
    """The aspect named at `place` and the place after it. Raises BadInput for a ratio that is asked for and not offered."""
    word = tokens[place].low
    after = tokens[place + 1].low if place + 1 < len(tokens) else ""
    before = tokens[place - 1].low if place else ""
    if word in _LONE_SHAPES and _alone(tokens, place):
        return place + 1, _SHAPES[word]
    if word == "aspect" and after == "ratio":
        found = next((at for at in range(place + 2, min(place + 5, len(tokens))) if _RATIO.fullmatch(tokens[at].low)), 0)
        return aspect_at(tokens, found) if found else None
    match = _RATIO.fullmatch(word)
    meant = {before, after} & {"aspect", "ratio", "format"}
    if match and after != "scale":
        ratio = f"{match[1]}:{match[2]}"
        if ratio in ASPECTS and (":" in word or meant):
            return place + 1, ratio
        if meant or (":" in word and _alone(tokens, place)):
            raise BadInput(f"The aspect {ratio} is not offered.", f"Use one of {', '.join(ASPECTS)}.")
    if match := _PIXELS.fullmatch(word):
        across, down = int(match[1]), int(match[2])
        common = gcd(across, down)
        ratio = f"{across // common}:{down // common}"
        if ratio in ASPECTS:
            return place + 1, ratio
    return ASPECT_WORDS.match(tokens, place)


def _alone(tokens: list[Token], place: int) -> bool:
    """Whether the word at `place` stands between marks: "A5 flyer, portrait, …"."""
    before = place == 0 or not (tokens[place - 1].is_word or tokens[place - 1].quote)
    return before and (place + 1 == len(tokens) or not (tokens[place + 1].is_word or tokens[place + 1].quote))


def size_at(tokens: list[Token], place: int) -> tuple[int, str] | None:
    """The size named at `place` ("4k", "2048 px", "1024x1024") and the place after it."""
    word = tokens[place].low
    after = tokens[place + 1].low if place + 1 < len(tokens) else ""
    if word in SIZES and word != "512":
        return place + 1, word
    number, unit = re.fullmatch(r"(\d+)(px)?", word), after in _UNITS
    if number and number[1] in _SIZE_WORDS and (number[2] or unit):
        return place + (1 if number[2] else 2), _SIZE_WORDS[number[1]]
    if match := _PIXELS.fullmatch(word):
        area = int(match[1]) * int(match[2])
        return place + (2 if unit else 1), min(SIZES, key=lambda size: abs(log(area / (1024 * float(SIZES[size])) ** 2)))
    return None


def light_at(tokens: list[Token], place: int) -> tuple[int, str] | None:
    """The light named at `place`. A single word counts only where it stands by itself: "neon sign" is no light."""
    found = LIGHT_WORDS.match(tokens, place)
    if not found:
        return None
    after = found[0]
    if after - place > 1 or tokens[place].low in _LIT_ALONE:
        return found
    if "light" in tokens[place].low and tokens[place].low not in {"light", "spotlight", "flashlight", "candlelight"}:
        return found
    free_before = place == 0 or tokens[place - 1].low in _PLACED
    free_after = (
        after == len(tokens)
        or not (tokens[after].is_word or tokens[after].quote)
        or tokens[after].low in {"and", "in", "on", "with"}
    )
    if free_after and place and tokens[place - 1].low in OF_LIGHT:
        return found
    alone = tokens[place].low not in {"side", "back", "hard", "soft", "studio", "flash", "spotlight"}
    return found if free_before and free_after and alone else None
