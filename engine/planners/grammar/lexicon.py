"""The closed words of the grammar, and nouns that play a part other than that of a thing."""

from typing import Final

from engine.planners.grammar.wordlist import phrases, words
from engine.types import RelationName

NUMBERS: Final = {
    "zero": 0, "a": 1, "an": 1, "one": 1, "single": 1, "two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100, "dozen": 12, "another": 1,
}  # fmt: skip
VAGUE: Final = {
    "several": 3,
    "few": 3,
    "some": 3,
    "many": 5,
    "multiple": 3,
    "numerous": 5,
    "various": 3,
    "countless": 7,
    "lots": 5,
}
"""Words for an open number, and the number drawn for them."""
PLURAL: Final = 3
"""How many a plural without any number becomes."""

GROUPS: Final = {
    "pair": 2, "couple": 2, "duo": 2, "trio": 3, "quartet": 4, "dozen": 12, "dozens": 12, "bunch": 0, "stack": 0, "pile": 0,
    "heap": 0, "row": 0, "group": 0, "set": 0, "collection": 0, "crowd": 0, "flock": 0, "herd": 0, "cluster": 0, "handful": 0,
    "assortment": 0, "variety": 0, "array": 0, "series": 0, "line": 0, "bundle": 0, "lot": 0, "lots": 0, "number": 0, "pack": 0,
    "swarm": 0, "school": 0, "team": 0, "plenty": 0, "grid": 0, "circle": 0, "string": 0, "litter": 0, "gaggle": 0, "fleet": 0,
    "scattering": 0, "plethora": 0, "pairs": 2, "rows": 0, "stacks": 0, "piles": 0, "groups": 0, "bunches": 0,
}  # fmt: skip
"""Nouns that count what follows their "of"; 0: an open number."""
PARTS: Final = words(
    "slice piece loaf sheet bar chunk scoop bit sprig stalk ear head breed type kind sort species style lump wedge strip"
)
"""Nouns that portion what follows their "of": "a slice of pizza" is pizza."""
ASPECTS: Final = words(
    "color colour texture surface glow scent aroma fragrance smell taste sound noise beauty elegance flavor flavour silhouette"
)
"""Nouns for what is seen of the thing after their "of": "the texture of the candy" is candy."""
ABSTRACT: Final = words(
    """
    testament dedication nostalgia retreat marvel expression vision creativity personality individuality energy beauty
    elegance past future world moment memory joy love tranquility serenity tranquillity peace inspiration attention
    choice difference purpose accommodation reminder sense feeling sensation warmth charm ambiance ambience fun blast
    delight comfort power strength grace majesty harmony balance freedom adventure mystery wonder magic promise
    celebration nature science spirit passion romance luxury simplicity heritage tradition wake time life death way
    story protest meditation fetch
    """
)
"""Nouns that nobody can draw; they describe the thing before."""

DETERMINERS: Final = words("a an the this these those some any my your his her its our their another each every both all no")
DEFINITE: Final = words("the this these those its his her their my your our both all")
COPULAS: Final = words(
    "is are was were be being been am isn't looks look seems seem appears appear remains remain stays stay becomes"
)
PLURAL_COPULAS: Final = words("are were look seem appear remain stay")
PRONOUNS: Final = words("it them him her they he she itself themselves one other others each")
RELATIVES: Final = words("that which who whose where when what")
PARTICLES: Final = words("to up down out off away not too so then there here also together apart just only")
"""Words that end a noun phrase and mean nothing by themselves."""
MODALS: Final = words("will would can could should must may might shall")
SKIPPED: Final = words(
    """
    there here also just only directly right immediately slightly almost very quite exactly precisely together apart too so
    then not as if like than please show showing shows depict depicting depicts draw create make generate render design i
    want need me us we you should must would could will to up down out off away across each other separately respectively
    now still have has do does featuring features contains image's scene's while but or and plus with of for from at by in
    on into onto who that which where whose there's it's is are was were be being been placed positioned located situated
    set seen shown arranged side another the a an its this these those some any his her their both all every no my your our
    it them they he she him well containing including include includes entirely all-over overall around along about through
    until during via per such what i'd i'm i'll we'd we'll let's you'd would love kindly thank thanks much really simply
    other than again back before something someone instead plus nicely
    """
)
"""Words that carry no content of their own; they need not be accounted for."""

_PHRASINGS: Final[dict[RelationName, str]] = {
    "left of": """
        left of, to the left of, on the left of, at the left of, to left of, on left of, on the left side of, to the
        left side of, at the left side of, on the left hand side of, to the left hand side of, left side of
    """,
    "right of": """
        right of, to the right of, on the right of, at the right of, to right of, on right of, on the right side of,
        to the right side of, at the right side of, on the right hand side of, to the right hand side of, right side
        of
    """,
    "above": "above, over, hovering over, floating above, floating over, higher than, on the upper side of, hung over",
    "below": """
        below, under, underneath, beneath, on the bottom of, at the bottom of, on bottom of, lower than, on the
        underside of, on the lower side of, hanging from, at the foot of, to the bottom of, hung from
    """,
    "on": """
        on, on top of, on the top of, atop, upon, onto, at the top of, at top of, on the surface of, on the edge of,
        on the front of, to the top of, astride
    """,
    "in front of": "in front of, in the front of, at the front of, before, ahead of, to the front of, on front of",
    "behind": """
        behind, at the back of, in back of, in the back of, hidden by, concealed by, obscured by, blocked by, hidden
        behind, to the rear of, at the rear of, on the back of, beyond, to the back of, covered by
    """,
    "inside": "in, inside, inside of, into, within, in the middle of, in the center of, in the centre of",
    "next to": """
        next to, beside, near, by, alongside, close to, adjacent to, nearby, at the side of, on side of, on the side
        of, to the side of, by the side of, side by side with, along with, together with, at, around, besides,
        against, opposite, facing, across from, close by, not far from, in proximity to, near to, surrounding, on a
        side of, on one side of, along
    """,
}
RELATIONS: Final[dict[str, RelationName]] = {
    phrase: relation for relation, text in _PHRASINGS.items() for phrase in phrases(text)
}
"""Everyday phrasings → the plan's relation."""
OTHER_PREPOSITIONS: Final = words(
    "with of for from between among through toward towards without except across during about via past like as than after"
    " towards amid amidst"
)
TRAILING: Final[dict[str, RelationName]] = {
    "on top": "on", "on it": "on", "behind": "behind", "in front": "in front of", "below": "below", "above": "above",
    "underneath": "below", "beneath": "below", "inside": "inside", "beside": "next to", "nearby": "next to",
    "next to it": "next to",
    "side by side": "next to", "next to each other": "next to", "beside each other": "next to", "on one side": "next to",
    "to one side": "next to", "alongside": "next to", "in it": "inside", "to its left": "left of", "to its right": "right of",
    "on its left": "left of", "on its right": "right of", "in the background": "behind", "in the foreground": "in front of",
}  # fmt: skip
"""Relations whose object is what was spoken of before."""
PLACES: Final = {
    **{f"{at} the left{part}": "left" for at in ("on", "to", "at") for part in ("", " side", " hand side")},
    **{f"{at} the right{part}": "right" for at in ("on", "to", "at") for part in ("", " side", " hand side")},
    "on the far left": "left", "on the far right": "right", "in the middle": "middle", "in the center": "middle",
    "in the centre": "middle", "at the center": "middle", "at the centre": "middle", "at the top": "top",
    "at the bottom": "bottom",
    "on the bottom": "bottom", "at the very top": "top", "at the very bottom": "bottom", "centered": "middle",
    "centred": "middle",
    **{
        f"{at}{end} {side}{corner}": end
        for at in ("", "at the ", "in the ")
        for end in ("top", "bottom")
        for side in ("left", "right")
        for corner in ("", " corner")
    },
}  # fmt: skip
"""Places in the picture; two things given opposite ones stand in relation."""
OPPOSITE: Final[dict[str, RelationName]] = {
    "left of": "right of", "right of": "left of", "above": "below", "below": "above", "in front of": "behind",
    "behind": "in front of", "on": "below",
}  # fmt: skip
VERB_RELATIONS: Final[dict[str, tuple[RelationName, bool]]] = {
    "wearing": ("on", True), "wears": ("on", True), "wore": ("on", True), "riding": ("on", False), "rides": ("on", False),
    "rode": ("on", False), "covering": ("on", False), "covers": ("on", False), "covered": ("on", False),
    "containing": ("inside", True), "contains": ("inside", True), "contained": ("inside", True),
    "supports": ("on", True), "supported": ("on", True), "supporting": ("on", True), "filled with": ("inside", True),
    "full of": ("inside", True), "topped with": ("on", True), "hides behind": ("behind", False),
    "draped over": ("on", False), "spread over": ("on", False), "leaning on": ("next to", False),
    "leaning against": ("next to", False), "leans against": ("next to", False), "leaned against": ("next to", False),
    "propped against": ("next to", False), "resting against": ("next to", False), "parked at": ("next to", False),
}  # fmt: skip
"""Verbs that place their object: (relation, whether the object is what stands in it)."""

EDITS: Final = words("turn transform convert change make")
"""Imperatives that begin "turn X into Y": X comes from a reference picture."""
IMPERATIVES: Final = EDITS | words(
    "put add place paint imagine give set arrange photograph film position include visualise visualize"
)

ROLES: Final = {
    **dict.fromkeys(words("headline title heading header headlines slogan"), "headline"),
    **dict.fromkeys(words("subtitle subheading subheadline subline tagline strapline motto subhead subtext claim"), "subtitle"),
    **dict.fromkeys(
        words("date time address price location venue url website hashtag message button body paragraph email"), "body"
    ),
    **dict.fromkeys(words("footer footnote caption disclaimer copyright imprint credit credits"), "small print"),
    **dict.fromkeys(words("text texts word words phrase line lines inscription writing print logo logotype wordmark"), ""),
    **dict.fromkeys(words("letters letter lettering typography type font name names quote script engraving letterings"), ""),
    **dict.fromkeys(words("numbers number digits initials monogram sentence question author brand"), ""),
}
"""Nouns for written things and the role each gives; "": as the order says."""
SAYS: Final = words(
    """says saying say said reads reading read titled entitled labelled labeled marked stating states spelling spells spelled
    inscribed lettered captioned headlined called named announcing announces written writing shows showing displays displaying
    embossed engraved printed stencilled stenciled stamped bearing carrying"""
)
"""Words after which a quoted text, or one in capitals, is what stands on the thing before."""
CARRIERS: Final = phrases(
    "sign, label, box, carton, card, book, phone, billboard, frame, can, bottle, jar, mug, cup, bag, pouch, tube, laptop, cube"
)
"""Shapes that carry text, the likeliest first."""
PARTS_OF_THINGS: Final = words(
    """
    screen display side front back top bottom cover face lid cap surface rim handle edge corner centre center spine
    body neck base middle chest sleeve home-screen page
"""
)
"""Nouns that name a part of the thing before rather than a thing, where a text stands on it."""

DESIGNS: Final = words(
    """
    poster flyer flier banner card label invitation invite ticket menu cover post story leaflet brochure certificate sticker
    infographic postcard newsletter advert advertisement ad header thumbnail wallpaper logo wordmark programme program
    pamphlet announcement voucher coupon letterhead stationery signage badge bookmark graphic tile slide layout artwork
    placard typography quote reel advertising
    """
)
"""Nouns for printed matter and screens that are artwork from edge to edge."""
MEDIA: Final = {
    **dict.fromkeys(words("photo photograph picture image shot view render rendering visualization snapshot"), "photo"),
    **dict.fromkeys(words("mockup mock-up mockups packshot product-shot product-photo mock-ups"), "mockup"),
    **dict.fromkeys(words("""
    painting watercolour watercolor drawing sketch illustration cartoon portrait landscape artwork engraving etching
    lithograph woodcut linocut collage mosaic fresco mural comic anime manga doodle gouache pastel still-life oil-painting
    clipart vector pixel-art line-art caricature
    """),
        "art",
    ),
    **dict.fromkeys(words("scene composition arrangement still closeup close-up"), "photo"),
}  # fmt: skip
"""Nouns for the picture itself: "a photo of", "a watercolour of"."""
QUALITIES: Final = words(
    """
    style feel look mood vibe aesthetic atmosphere design layout whitespace space margins margin spacing theme palette tone
    finish touch details detail quality contrast composition hierarchy typeface fonts serif sans alignment bokeh resolution
    realism elegance simplicity vibes tones shades lighting branding emphasis format orientation size area order perspective
    ambience emotion contrast subject focus helvetica futura garamond bodoni didot baskerville arial
    """
)
"""Nouns for how a picture looks; they name no thing in it."""
LOOSE_QUALITIES: Final = words(
    """
    texture textures pattern patterns gradient gradients border borders ornament ornaments accent accents colours colors
    colour color shadow shadows reflection reflections highlights light lights weather rain snow fog mist haze day night row
    air distance view angle shape form grid sun sunlight sunshine wind water shade background-blur
    """
)
"""Such nouns as well, unless they are counted or coloured: "in the snow", but "a white snow"."""

OUTLIERS: Final = frozenset(
    phrases(
        """
        stop sign, watering can, trash can, garbage can, wine glass, ice cream cone, pine cone, sleeping bag, punching bag,
        bean bag, phone booth, traffic light, test tube, rubik's cube, phone case, pencil case, box turtle, tv remote,
        computer mouse, sugar cube, tennis ball, sports ball, soccer ball, snow globe, tea bag, cotton ball, spring roll,
        violin case, engagement ring, wedding ring, diamond ring, onion ring, boxing ring, key ring, mail box, post box,
        letter box, phone box, telephone box, music box, litter box, sand box, tool box, bread box, egg carton, disco ball,
        climbing wall, dance floor, hand bag, bus stop, treasure chest, flower bed, tea set
        """
    )
)
"""Compounds that the studio's shape of the same name would not do justice to."""
EVERYDAY_SHAPES: Final = {
    "surface": "floor",
    "poster": "frame",
    "painting": "frame",
    "picture": "frame",
    "photograph": "frame",
    "photo": "frame",
}
