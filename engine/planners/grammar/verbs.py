"""Verbs, in the forms that stand between two things of a picture."""

from typing import Final

from engine.planners.grammar.wordlist import words

_REGULAR = words(
    """
    accompany add adorn appear approach arrange attach attack bake balance bark bathe beg blink block bloom blossom board
    bounce bow brighten browse brush burn bury call carry carve cast catch chase chat cheer chew chop circle clean climb
    cling clutch collide color colour comb complement complete conceal connect consume contain contrast cook cool crash
    crawl create cross crouch cruise cuddle cure curl dance dangle decorate delight depict devour dine dip display dominate
    drape drip drown dry embrace emerge emit encircle enclose enhance enjoy enter exit explode explore extend face fasten
    feature fill fix flap flicker float flow flutter fold follow frame gallop gather gaze glance gleam glide glisten glitter
    glow grab graze greet grip grill guard guide hammer hang hike hop hover hug hunt illuminate include inspect invite iron
    jog jump kick kiss kneel knock lay lead lean leap lick lie lift line listen live load lock look loom lounge lurk march
    match meet melt mix mop mount move munch nap nestle nibble obscure occupy offer open ornament overlook paddle paint park
    pass paste patrol peck peek peel peer perch perform pet pick pierce place play point polish pose position pour power
    prepare present prowl pull push race raise reach recline reflect relax release remain resemble rest reveal roam roar
    roast roll rub rule run sail say scatter scratch seat sell separate serve sharpen shelter shield shout show sip skate
    sketch ski slice slide smell smile smoke snack sniff snuggle soak soar sparkle spill splash sprawl sprinkle sprout squat
    squeeze stack stain stare stir store stretch stroll study style suit support surf surround suspend swirl talk taste tend
    throw tie tilt top touch tower transform trap travel try tug tumble turn twinkle twirl type use visit wag wait walk
    wander warm wash watch water wave wear weave whisper wipe wish work wrap yawn zoom tick sway cushion snake anchor jut
    batter fan flit season plant conduct practice practise celebrate chant bustle drift graze huddle hurry inspire juggle
    lull meander mingle pat peddle ponder purr rattle rustle scamper scurry shimmer shiver sizzle snooze soothe sprint
    stumble swoop tiptoe toss trot unfold wiggle wink zigzag blanket soften scream crumple lodge stick tuck prop strap pin
    glue nail print set spread stand sit hold keep situate locate compete boil provide pretend assemble attract pound jot
    collect wobble simmer splatter deliver slurp wade nuzzle bask
    """
)

_IRREGULAR = words(
    """
    lay led cast sped ate beat began bent bitten blew blown bore bought bound broke broken brought built burnt caught chose
    clung came crept cut dealt drank drawn drew driven drove drunk eaten fallen fed fell felt flew flown fought found fled
    forgot froze gave given gone grew grown had held hid hidden hit hung kept knelt knew laid lain leant leapt left lent lit
    lost made met put ran rode ridden rose risen said sang sank sat saw seen sent shone shook shot shown slept slid sold
    spent spilt split spoke spoken spread spun sprang sprung stole stood stuck stung struck swam swept swum swung taken
    taught thrown threw told took torn tore went woke won wore worn wove woven wound wrote written has have holds rides eats
    drinks swims sings flies sleeps writes reads speaks draws drives grows shines blows eating drinking swimming singing
    flying sleeping writing reading speaking drawing driving growing shining blowing riding making taking giving getting
    having going coming doing bringing building buying cutting digging fighting finding hiding hitting lying dying tying
    putting seeing sending shaking shooting sinking spinning standing sitting stealing sticking swinging telling thinking
    throwing wearing winning holding keeping sweeping swept feeding hanging hung leading leaving losing meeting rising
    running setting spreading strode shrank swore slung dug flung hewn slain slunk sprang stank strewn strung swollen trod
    wept wrung sewn sown sawn hangs burst
    """
)

_NOUNS_TOO = words(
    """
    sprinkles rests
        beams bows boards blocks brushes buttons calls cards casts circles colors colours combs covers crosses dances displays
    drips faces features fills fixes flaps folds frames gates glues grills guards guides hammers hikes hops hugs hunts irons
    jumps kicks kisses knocks lays leads leaps lifts lights lines locks looks loads marches matches mixes mops mounts moves
    naps nails ornaments paddles paints parks passes pastes pets picks pins places plays points poses positions powers
    presents prints props races rings rocks rolls rules runs sails shelters shields shows skates sketches skis slices slides
    smells smiles smokes snacks sprouts squats stacks stains stares stores straps stretches styles suits supports surfs sets
    spreads sticks stands studies tastes ties tilts tops touches towers traps tugs tumbles turns types uses visits walks
    washes watches waters waves wears wipes wishes works wraps saw saws rose bore left bound wound found felt spread shot
    bat bats bites bow board
    """
)
"""Forms that name things as well; they count as verbs only where nothing else can be the verb."""


def _forms(verb: str) -> list[str]:
    stem = verb[:-1] if verb.endswith("e") else verb
    consonant_y = verb.endswith("y") and verb[-2] not in "aeiou"
    third = verb[:-1] + "ies" if consonant_y else verb + "es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else verb + "s"
    past = verb[:-1] + "ied" if consonant_y else stem + "ed"
    doubled = verb + verb[-1]
    ing = verb[:-2] + "ying" if verb.endswith("ie") else stem + "ing"
    return [third, past, ing, doubled + "ed", doubled + "ing"]


BASES: Final = _REGULAR | words(
    "hang eat drink make take give read write sleep swim sing fly ride draw drive grow shine blow measure"
)
"""Forms after a plural or coordinated subject; verbs where a new phrase follows: "the whisk and the bowl mix the batter"."""
_BASES_TOO: Final = words(
    """
    stand print set seat plant blanket blossom bloom cushion fan glitter polish lounge snake season peel anchor roast drink
    exit catch dip cure bark cook perch pat offer grip chop sprinkle splash glow tick zigzag drive ride fly batter whisk blend
    measure bubble invite practice travel deal cast hold open warm cool dry clean live separate complete bounce
    """
)
RESTING: Final = frozenset(verb for verb in BASES - _BASES_TOO if _forms(verb)[0] not in _NOUNS_TOO) | words(
    "rest nap lie play walk run jump dance look wait"
)
"""Base forms that hardly name a thing: verbs before a preposition too ("shoes and socks rest on the rack")."""
STANDING: Final = words("stands rests naps lies walks runs plays jumps looks waits leans faces sits hangs")
"""Forms after one thing that a preposition may follow: "the mug stands on a table"."""
VERBS: Final = frozenset(form for verb in _REGULAR for form in _forms(verb)) | _IRREGULAR - _NOUNS_TOO
FINITE: Final = frozenset(form for form in VERBS if not form.endswith("ing")) - _NOUNS_TOO | {"features", "displays"}
"""Forms that end a noun phrase which already has its noun ("the clock hung on")."""

AFTER_PARTICIPLE: Final = words(
    """covered filled shaped colored coloured flavored flavoured based sized made powered topped inspired themed lined framed
    patterned printed scented styled edged trimmed rimmed handled haired eyed legged winged tipped bound wrapped dipped toned"""
)
"""Participles that may follow a noun inside a noun phrase: "chocolate covered doughnut"."""
