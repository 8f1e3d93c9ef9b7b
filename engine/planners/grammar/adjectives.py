"""Words that describe a thing without naming it, and compound nouns that only look as if they did."""

from typing import Final

from engine.planners.grammar.wordlist import phrases, words

SCALES: Final = {
    "tiny": 0.45, "miniature": 0.45, "mini": 0.5, "little": 0.65, "small": 0.65, "short": 0.8, "smaller": 0.75, "large": 1.5,
    "big": 1.5, "bigger": 1.35, "larger": 1.35, "tall": 1.3, "huge": 2.0, "giant": 2.2, "gigantic": 2.2, "enormous": 2.2,
    "massive": 2.0, "oversized": 1.8, "colossal": 2.4,
}  # fmt: skip

ADJECTIVES: Final = words(
    """
    round square rectangular oval circular triangular spherical cubic cubical cylindrical conical pyramidal hexagonal
    octagonal pentagonal oblong curved straight flat pointed pointy crescent teardrop diamond wide narrow thick thin
    long slim slender deep shallow high low broad lean fat chubby plump skinny stout steep hollow solid blunt sharp dull
    jagged bent soft hard smooth rough fluffy fuzzy furry hairy silky velvety sticky slippery wet dry damp moist crisp
    crispy crunchy juicy ripe rotten fresh stale raw spicy sweet sour salty bitter tasty delicious yummy creamy bumpy
    grainy gritty coarse fine delicate fragile sturdy tough firm stiff flexible elastic stretchy squishy spongy plush
    woolly feathery silken lacy bright dark dim pale light heavy shiny glossy matte dusty dirty clean tidy messy muddy
    rusty mossy cloudy foggy misty sunny rainy snowy windy stormy starry icy frosty frozen hot warm cool cold lukewarm
    fiery new old young ancient antique vintage retro modern contemporary classic traditional rustic medieval futuristic
    historic elegant fancy plain simple ornate intricate complex decorative colorful colourful vibrant vivid
    multicolored multicoloured rich luxurious cozy cosy comfortable beautiful pretty handsome lovely gorgeous stunning
    cute adorable ugly scary spooky happy sad angry calm quiet loud noisy silent peaceful serene lonely proud brave shy
    gentle wild tame fierce playful curious lazy sleepy tired hungry thirsty busy asleep awake alive dead strong weak
    fast slow quick swift strange weird odd mysterious magical majestic grand great good bad nice perfect famous popular
    rare common usual normal ordinary regular special unique whole half full empty open shut different similar same
    identical single double triple multiple various main real fake artificial natural organic fertile lush leafy grassy
    sandy rocky wooded bare naked bald blank urban rural domestic local foreign tropical arctic electric electronic
    digital mechanical manual automatic upright vertical horizontal diagonal parallel upper lower inner outer central
    adjacent opposite nearby distant far near dense sparse crowded loose tight neat bushy curly wavy blonde blond
    brunette redheaded bearded freckled cheerful joyful elderly adult male female pregnant stray loyal clever wise smart
    royal holy sacred transparent translucent opaque reflective clear sparkly glittery sleek mighty plaid checkered
    chequered striped spotted dotted floral paisley tartan polka-dot patterned gingham camouflage herringbone brindle
    tabby calico overripe underripe evergreen wintry summery autumnal hearty humble tranquil pristine immaculate shabby
    weary tattered feathered scaly slimy prickly thorny spiky spiny bony glassy waxy greasy oily foamy frothy bubbly
    gooey chewy tender flaky savory savoury aromatic fragrant smelly musty buttery nutty peppery zesty tangy tart bland
    lumpy nimble agile limber neutral bold subtle muted minimal minimalist minimalistic abstract geometric symmetrical
    asymmetric cylindric boxy blocky chunky stocky lanky petite enough extra own very quite rather really extremely
    super ultra brilliant radiant magnificent succulent decadent gnarled ready worn broken torn woven fallen hidden
    burnt slightly fairly bluish reddish greenish yellowish brownish greyish grayish purplish pinkish whitish blackish
    """
)

ADJECTIVE_ENDINGS: Final = (
    "ful", "ous", "ive", "able", "ible", "less", "esque", "ish", "like", "ly", "ier", "iest",
    "ky", "shy", "vy", "zy", "ppy", "tchy", "mpy", "ggy", "ddy", "bby", "thy", "ic",
)  # fmt: skip
NOUNS_THAT_LOOK_IT: Final = words(
    """
    table vegetable cable stable constable collectible detective archive olive hive chive drive dive beehive
    octopus dish fish jellyfish starfish goldfish radish relish polish family butterfly fly lily belly jelly
    bully ally reply lolly trolley dolly holly folly gully pony assembly syllable handful mouthful armful
    spoonful cupful fable gable marble whisky husky caddy navy ivy gravy envy puppy poppy guppy buggy doggy
    teddy daddy buddy paddy hobby lobby music fabric plastic garlic mosaic comic picnic magic clinic attic
    traffic ceramic mechanic graphic logic topic relic tunic medic critic lyric tonic acrylic panic barrier
    courier terrier carrier pier frontier soldier cashier chandelier bike pike strike hike crucible bible
    wildlife supply panoply monopoly firefly dragonfly captive native relative locomotive wife five speed bed
    shed seed weed sled reed moped thoroughbred bobsled tweed feed flowerbed breed steed biped toolshed building
    painting ceiling clothing ring king wing string swing earring pudding railing lettering packaging awning
    wedding thing drawing dumpling duckling evening morning spring viking sting sling wiring plumbing flooring
    seedling sibling darling herring pudding offering dressing icing frosting stuffing topping filling crossing
    landing parking sapling gosling inkling starling fledgling shilling bedding carving engraving etching
    opening stocking wellington key-ring keyring necklace-string fishing bowling wring being meeting gathering
    lodging siding tubing webbing binding
"""
)
"""Words whose ending says adjective, verb or participle, and that are nouns all the same."""

COMPOUNDS: Final = frozenset(
    tuple(phrase.split())
    for phrase in phrases(
        """
        wine label, wine box, wine list, champagne label, chocolate label, chocolate box, chocolate wrapper, cherry label,
        lemon label, tomato label, salmon tin, plum label, apricot label, lime label, sand bag, rose label, wine menu,
        rubik's cube, bird's nest, shepherd's pie, children's book, hot dog, banana split, light fixture, light
        switch, light pole, light tower, parking lot, stop sign, teddy bear, wine glass, dining table, hair
        dryer, hair drier, frying pan, washing machine, cutting board, rocking chair, sewing machine, swimming
        pool, running shoe, ironing board, sleeping bag, chewing gum, wedding ring, wedding cake, wedding dress,
        fishing rod, fishing boat, living room, landing page, boxing glove, skipping rope, parking meter,
        shopping cart, shopping bag, sailing boat, rolling pin, mixing bowl, baking tray, baking sheet, watering
        can, drinking glass, measuring cup, serving tray, writing desk, chopping board, cooking pot, racing car,
        walking stick, hiking boot, climbing wall, rowing boat, flying saucer, polar bear, grizzly bear, black
        hole, green bean, red panda, blue whale, blue jay, bald eagle, golden retriever, light bulb, light
        house, living room, high heel, high chair, flat iron, soft toy, stuffed animal, ice cream, cream cheese,
        olive oil, olive tree, coral reef, peanut butter, orange juice, orange tree, orange slice, orange peel,
        lemon juice, lime juice, lemon tree, cherry tree, cherry blossom, peach tree, plum tree, rose garden,
        rose petal, lavender field, wine bottle, chocolate cake, chocolate bar, potted plant, fire hydrant,
        traffic light, red wine, white wine, red cabbage, green tea, black tea, bell pepper, sweet potato,
        french fry, french fries, baked potato, fried egg, boiled egg, scrambled egg, flying disc, rubber duck,
        rubber band, paper clip, paper towel, paper plane, paper airplane, paper lantern, gold fish, wood
        pecker, ginger bread, ginger root, charcoal grill, plastic surgery, electric guitar, acoustic guitar,
        grand piano, electric car, electric fan, digital clock, digital camera, grandfather clock, cuckoo clock,
        alarm clock, open sign, christmas tree, palm tree, pine tree, pine cone, pine needle, hot air, maple
        leaf, oak tree, walnut shell, bamboo shoot, cotton candy, cotton ball, brick oven, short cake, dry
        cleaner, wild boar, wild flower, safety pin, clothes line, blue cheese, blue print, silver fish, tin
        foil, pencil sharpener, remote control, tv remote, cell phone, mobile phone, computer mouse, computer
        keyboard, sports ball, sports car, baseball bat, baseball glove, tennis racket, tennis ball, cutting
        edge, crystal ball, water bottle, juice bottle, flat screen, reading glass, looking glass, magnifying
        glass, hour glass, stained glass, hot air balloon, hot tub, hot sauce, cold brew, full moon, half moon,
        crescent moon, deep sea, high school, steam engine, living being, human being, spinning top, spinning
        wheel, sitting room, waiting room, dressing gown, dressing table, changing room, vending machine,
        coloring book, colouring book, drawing board, carving knife, steering wheel, hearing aid, punching bag,
        bowling ball, bowling pin, racing bike, ice skate, skating rink, sailing ship, diving board, surf board,
        skate board, snow board, packing case, mixing desk, filing cabinet, pocket watch, digital watch, smart
        watch, smart phone, walkie talkie, rain coat, trench coat, jack o lantern, cat tree, coat rack, brown
        sugar, playing card, drinks can, black pepper, white chocolate, dark chocolate, milk chocolate, hot chocolate
    """
    )
)
"""Compound nouns whose first word is part of the name, not a colour, material or quality."""

NOUN_LAST: Final = words(
    "light square diamond oval adult male female pastel plush native antique classic crescent teardrop flat special main"
)
"""Adjectives that are nouns where they end a compound: "pendant light", "town square"."""
GERUNDS: Final = words(
    """
    charging warning magnifying dining frying washing cutting ironing wedding fishing living parking shopping sewing
    mixing baking watering measuring serving vending steering filing bowling chopping dressing knitting
    gardening camping hiking racing boxing cooking cleaning lighting hearing sailing swimming training reading
    writing drinking sleeping changing packing colouring coloring drawing painting building
"""
)
"""Gerunds that begin a compound: a dining chair does not dine."""
