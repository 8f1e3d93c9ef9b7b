"""English plurals to singulars."""

from typing import Final

from engine.planners.grammar.wordlist import words

IRREGULAR: Final = {
    "people": "person", "men": "man", "women": "woman", "children": "child", "feet": "foot", "teeth": "tooth", "geese": "goose",
    "mice": "mouse", "lice": "louse", "oxen": "ox", "dice": "die", "cacti": "cactus", "fungi": "fungus", "knives": "knife",
    "wolves": "wolf", "leaves": "leaf", "loaves": "loaf", "shelves": "shelf", "halves": "half", "calves": "calf",
    "scarves": "scarf", "wives": "wife", "lives": "life", "elves": "elf", "thieves": "thief", "hooves": "hoof",
    "dwarves": "dwarf", "selves": "self", "sheaves": "sheaf", "tomatoes": "tomato", "potatoes": "potato", "heroes": "hero",
    "mangoes": "mango", "volcanoes": "volcano", "dominoes": "domino", "echoes": "echo", "mosquitoes": "mosquito",
    "buffaloes": "buffalo", "torpedoes": "torpedo", "tornadoes": "tornado", "flamingoes": "flamingo", "tuxedoes": "tuxedo",
    "lenses": "lens", "gases": "gas", "canvases": "canvas", "atlases": "atlas", "irises": "iris", "quizzes": "quiz",
    "mattresses": "mattress", "axes": "axe", "crises": "crisis", "oases": "oasis", "tori": "torus", "plateaux": "plateau",
    "chateaux": "chateau", "gateaux": "gateau", "passersby": "passerby", "pence": "penny", "bookshelves": "bookshelf",
    "penknives": "penknife", "werewolves": "werewolf", "housewives": "housewife", "menus": "menu", "emus": "emu",
    "gnus": "gnu", "tofus": "tofu", "skis": "ski", "taxis": "taxi", "kiwis": "kiwi", "bikinis": "bikini", "safaris": "safari",
    "sushis": "sushi", "bonsais": "bonsai", "koalas": "koala", "gurus": "guru", "igloos": "igloo", "caches": "cache",
    "aches": "ache", "moustaches": "moustache", "quiches": "quiche", "niches": "niche", "avalanches": "avalanche",
    "broccolis": "broccoli", "sofas": "sofa", "snowmen": "snowman", "firemen": "fireman", "policemen": "policeman",
    "businessmen": "businessman",
    "fishermen": "fisherman", "postmen": "postman", "gentlemen": "gentleman", "salesmen": "salesman", "craftsmen": "craftsman",
    "policewomen": "policewoman", "businesswomen": "businesswoman", "grandchildren": "grandchild", "wolfs": "wolf",
}  # fmt: skip

UNCHANGED: Final = words(
    """
    sheep fish deer moose bison salmon trout tuna shrimp squid aircraft spacecraft hovercraft series species
    offspring swine scissors glasses eyeglasses sunglasses pants jeans trousers shorts headphones earphones
    binoculars tweezers pliers goggles pyjamas pajamas tights leggings overalls tongs shears clippers clothes news
    chess tennis asparagus hummus christmas canvas gas lens atlas thermos rhinoceros cosmos chaos bias alias
    pancreas
"""
)  # fmt: skip
"""Nouns that are their own singular, or have none."""

PAIRED: Final = words(
    """
    scissors glasses eyeglasses sunglasses pants jeans trousers shorts headphones earphones binoculars tweezers
    pliers goggles pyjamas pajamas tights leggings overalls tongs shears clippers clothes
"""
)
"""Plural in form, one thing in the picture: "a pair of scissors" is one."""

_IE = words(
    "cookie movie zombie tie pie selfie brownie smoothie hoodie rookie genie pixie birdie doggie magpie collie necktie bowtie "
    "prairie eerie calorie sortie veggie cutie hippie goalie aerie bogie budgie eyrie zombie junkie lassie laddie"
)
_ENDS_IN_S = ("ss", "us", "is", "'s")


def singular(noun: str) -> str:
    """The singular of a lower-case noun; hyphenated ones change in their last part. A singular comes back as it is."""
    head, hyphen, last = noun.rpartition("-")
    return head + hyphen + _singular(last)


def is_plural(noun: str) -> bool:
    return noun in PAIRED or singular(noun) != noun


def _singular(noun: str) -> str:
    if noun in IRREGULAR:
        return IRREGULAR[noun]
    if noun in UNCHANGED or not noun.endswith("s") or noun.endswith(_ENDS_IN_S) or len(noun) < 3:
        return noun
    if noun.endswith("ies"):
        return noun[:-1] if noun[:-1] in _IE else noun[:-3] + "y"
    if noun.endswith(("sses", "shes", "xes", "zzes", "ches")):
        return noun[:-2]
    if noun.endswith("uses") and not noun.endswith(("ouses", "fuses", "muses")):
        return noun[:-2]
    for plural, one in (("knives", "knife"), ("shelves", "shelf"), ("wolves", "wolf")):
        if noun.endswith(plural):
            return noun.removesuffix(plural) + one
    return noun[:-1]
