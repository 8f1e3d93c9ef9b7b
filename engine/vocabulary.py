"""The words that the studio can draw: nouns to shapes, finishes to materials, light phrases to lights.

Pure Python: planning imports this.
"""

from typing import Final


def _by_word(groups: dict[str, str]) -> dict[str, str]:
    """Each comma-separated word (white space folded) to the name of its group; the name to itself."""
    words = {" ".join(word.split()): name for name, text in groups.items() for word in text.split(",") if word.strip()}
    return words | {name: name for name in groups}


_NOUNS: Final = {
    "box": """
        packaging, package, packet, pack, parcel, crate, case, gift box, cereal box, product box, packaging box, shipping
        box, cardboard box, carton box, shoebox, shoe box, tea box, pizza box, candy box, chocolate box, jewellery box,
        jewelry box, matchbox, mailer box, mailer, software box, game box, board game, toy box, wooden box, wooden crate,
        wine crate, cuboid, block, rectangular prism, medicine box, pill box, cigarette packet, cracker box, biscuit box,
        cookie box, snack box, cereal packet, delivery box, packing case, box of cereal, box of tea, box of chocolates,
        tissue box, perfume box, soap box, cosmetic box
    """,
    "cube": "ice cube, toy block, building block, wooden block, alphabet block",
    "bottle": """
        juice bottle, glass bottle, plastic bottle, water bottle, wine bottle, beer bottle, milk bottle, soda bottle, pop
        bottle, oil bottle, olive oil bottle, perfume bottle, shampoo bottle, lotion bottle, medicine bottle, sauce
        bottle, ketchup bottle, hot sauce bottle, vinegar bottle, syrup bottle, whisky bottle, whiskey bottle, gin bottle,
        rum bottle, vodka bottle, champagne bottle, spirits bottle, lemonade bottle, cola bottle, smoothie bottle,
        kombucha bottle, cosmetic bottle, dropper bottle, flask, vial, phial, flacon,decanter, bottle of wine,
        bottle of juice, bottle of water, bottle of beer, bottle of milk, bottle of oil, bottle of olive oil, sports
        bottle
    """,
    "jar": """
        glass jar, honey jar, jam jar, mason jar, preserving jar, kilner jar, marmalade jar, pickle jar, spice jar, cream
        jar, cosmetic jar, candle jar, candle, scented candle, cookie jar, biscuit jar, storage jar, peanut butter jar,
        mustard jar, sauce jar, mayonnaise jar, jar of honey, jar of jam, jar of pickles, jar of marmalade, jar of peanut
        butter, jar of cream, honey pot, jam pot, jelly jar
    """,
    "can": """
        tin, soda can, beer can, soft drink can, drink can, drinks can, cola can, pop can, soup can, soup tin, food can,
        food tin, tea tin, coffee tin, coffee can, biscuit tin, cookie tin, paint can, paint tin, spray can, aerosol can,
        sardine tin, tuna can, tomato can, tin can, aluminium can, aluminum can, canister, tea caddy, caddy, drum, oil
        drum, barrel, energy drink, energy drink can, lemonade can, beverage can, can of soda, can of beer, can of soup,
        can of beans, can of paint, can of tomatoes, tin of tea, tin of beans, keg
    """,
    "mug": """
        coffee mug, tea mug, coffee cup, teacup, tea cup, espresso cup, enamel mug, ceramic mug, beer mug, stein, tankard,
        mug of coffee, mug of tea
    """,
    "cup": """
        paper cup, pencil cup, pen cup, plastic cup, takeaway cup, take-away cup, take-out cup, takeout cup, to-go cup,
        tumbler, beaker, goblet, drinking glass, water glass, pint glass, pen holder, pencil holder, pencil pot, pen pot,
        plant pot, flower pot, flowerpot, planter, pot, bucket, pail, bin, ice cream cup, yoghurt cup, yogurt cup, yoghurt
        pot, yogurt pot, dice cup, measuring cup, travel cup, travel mug, glass of water, glass of juice, glass of milk,
        trash can, waste bin, wastebasket
    """,
    "book": """
        hardcover book, hardback book, paperback book, hardcover, hardback, paperback, notebook, novel, textbook,
        cookbook, cook book, diary, journal, sketchbook, photo book, picture book, comic book, guidebook, guide book,
        handbook, manual, bible, dictionary, encyclopedia, encyclopaedia, atlas, ledger, planner, tome, exercise book,
        address book, art book, children's book, photo album, album, magazine
    """,
    "card": """
        business card, visiting card, name card, greeting card, gift card, playing card, credit card, bank card, postcard,
        invitation card, place card, index card, birthday card, thank-you card, thank you card, menu card, price tag, tag,
        gift tag, luggage tag, ticket, coaster, flash card, loyalty card, membership card, id card, note card, sticky
        note, post-it note, post-it, envelope, leaflet, flyer, sheet of paper, piece of paper, brochure, pamphlet
    """,
    "sign": """
        signboard, sign board, storefront sign, shop sign, store sign, street sign, road sign, wooden sign, metal sign,
        wall sign, door sign, pub sign, cafe sign, café sign, restaurant sign, hotel sign, nameplate, name plate, plaque,
        plate sign, shop fascia, fascia, placard, house number, blackboard, chalkboard, whiteboard, notice board,
        noticeboard, enamel sign, office sign, company sign, bakery sign, bar sign, neon sign, information sign, board
    """,
    "phone": """
        smartphone, smart phone, mobile phone, cell phone, cellphone, cellular phone, mobile, handset, iphone, android
        phone, telephone screen, phone screen, phone mockup, phone mock-up, smartphone screen, tablet, tablet computer,
        ipad, e-reader, ebook reader, app screen
    """,
    "laptop": "laptop computer, notebook computer, macbook, laptop screen, notebook pc, chromebook, ultrabook",
    "carton": """
        milk carton, juice carton, drink carton, drinks carton, beverage carton, tetra pak, tetrapak, tetra pack,
        gable-top carton, gable top carton, cream carton, oat milk carton, carton of milk, carton of juice, carton of oat
        milk, juice box
    """,
    "pouch": """
        stand-up pouch, standup pouch, doypack, coffee pouch, coffee bag, snack bag, crisp packet, chip bag, chips bag,
        bag of chips, packet of crisps, bag of coffee, bag of crisps, sachet, zip bag, zip pouch, pet food bag, tea pouch,
        candy bag, sweet bag, refill pouch, foil bag, foil pouch
    """,
    "tube": """
        toothpaste tube, cream tube, paint tube, cosmetic tube, hand cream tube, lotion tube, toothpaste, tube of
        toothpaste, tube of paint, tube of cream, hand cream, squeeze tube, sunscreen tube
    """,
    "bag": """
        shopping bag, paper bag, gift bag, carrier bag, tote bag, tote, canvas bag, grocery bag, lunch bag, boutique bag,
        paper shopping bag, kraft bag, cotton bag, goodie bag, takeaway bag, takeout bag, bakery bag, flour bag, bag of
        flour, sack
    """,
    "billboard": """
        hoarding, advertising board, advertising billboard, advert board, large billboard, roadside billboard, poster
        board, display board, banner stand, led board
    """,
    "frame": """
        picture frame, poster frame, photo frame, framed poster, framed picture, framed print, framed photo, framed
        painting, wall frame, framed artwork, canvas print, wall poster, hanging poster, wall art, certificate, framed
        certificate
    """,
    "sphere": """
        ball, orb, globe, bead, pearl, snooker ball, billiard ball, rubber ball, beach ball, ping-pong ball, ping pong
        ball, glass ball, christmas bauble, bauble, crystal ball, bowling ball, spheroid
    """,
    "cylinder": "column, pillar, rod, pipe, disc, disk, hockey puck, wooden log, battery",
    "cone": "traffic cone, party hat, cone shape, wizard hat, safety cone, funnel",
    "pyramid": "square pyramid, egyptian pyramid, glass pyramid, pyramid shape",
    "torus": """
        ring, hoop, doughnut shape, donut shape, tyre, tire, inner tube, rubber ring, swim ring, wreath, quoit, bracelet,
        bangle, o-ring
    """,
    "lettering": """
        letters, 3d letters, 3d lettering, 3d text, 3d word, three-dimensional letters, block letters, channel letters,
        balloon letters, 3d typography, 3d type, letter
    """,
    "label": """
        sticker, paper label, product label, wrapper, band, sleeve, decal, badge label, brand label, shipping label
    """,
    "podium": """
        plinth, pedestal, stage, platform, display stand, riser, dais, display podium, round podium, product stand,
        cylinder podium, turntable
    """,
    "table": """
        tabletop, table top, desk, worktop, countertop, counter, kitchen counter, bar counter, workbench, dining table,
        coffee table, kitchen table, side table, bedside table, nightstand, wooden table, marble table, marble slab,
        writing desk, picnic table
    """,
    "floor": """
        ground, studio floor, pavement, sidewalk, tiled floor, wooden floor, parquet, carpet, concrete floor, marble
        floor, floorboards, stone floor
    """,
    "wall": """
        brick wall, concrete wall, stone wall, plaster wall, painted wall, facade, façade, tiled wall, wooden wall,
        storefront, shopfront, shop front, house wall, stucco wall, wall background
    """,
    "backdrop": """
        background, backdrop paper, studio backdrop, seamless, seamless paper, seamless backdrop, infinity cove,
        cyclorama, cyc, sweep, paper backdrop, paper background, studio background
    """,
    "shelf": """
        wall shelf, bookshelf, shelf board, wooden shelf, floating shelf, ledge, windowsill, window sill, mantelpiece,
        mantel, rack, store shelf, supermarket shelf, kitchen shelf, bookcase
    """,
}

SHAPES: Final = _by_word(_NOUNS)
"""Every noun the studio knows (singular, lower case) → the shape that draws it. A shape's own name maps to itself."""

PRINTS: Final = frozenset({"text", "label", "image", "logo", "background"})
"""Kinds of elements that are no things: what is printed, and what is behind everything."""

GROUNDS: Final = frozenset({"table", "floor", "podium", "wall", "backdrop", "shelf"})
"""Shapes that other things stand on or before."""

_MATERIALS: Final = {
    "matte": """
        matt, mat, chalky, unglazed, powder-coated, powder coated, velvety, soft-touch, soft touch, satin, eggshell
        finish, painted, plasticine, stone, sandstone
    """,
    "gloss": """
        glossy, shiny, shining, lacquered, polished, varnished, enamel, enamelled, enameled, sleek, high-gloss, high
        gloss, laminated, waxed
    """,
    "plastic": """
        acrylic, vinyl, pvc, polymer, polycarbonate, resin, perspex, plexiglass, lego, nylon, synthetic, bakelite
    """,
    "metal": """
        metallic, steel, stainless steel, brushed steel, brushed metal, brushed aluminium, brushed aluminum, iron, cast
        iron, aluminium, aluminum, tin-plated, pewter, titanium, zinc, galvanised, galvanized, anodised, anodized, nickel,
        alloy, foil
    """,
    "gold": "golden, gilded, gilt, gold-plated, brass, brassy, gold foil, gold leaf, gold metal",
    "silver": "silvery, silver-plated, sterling, sterling silver, platinum, silver foil, silver metal",
    "copper": "bronze, rose gold, rose-gold, coppery, bronzed, copper-plated",
    "chrome": """
        chromed, chrome-plated, chromium, mirrored, mirror-like, liquid metal, reflective, polished metal, polished steel,
        polished stainless steel, polished aluminium, polished aluminum
    """,
    "glass": "crystal, glassy, transparent, see-through, clear, clear glass, translucent, crystalline",
    "wood": """
        wooden, oak, pine, walnut, birch, timber, bamboo, teak, mahogany, maple, cherrywood, beech, ebony, plywood, ash
        wood, driftwood, rosewood, hardwood, cedar
    """,
    "paper": "papery, papier-mâché, papier-mache, origami, parchment, newsprint, uncoated",
    "cardboard": """
        kraft, kraft paper, corrugated, corrugated cardboard, cardstock, card stock, carton board, brown paper,
        paperboard, recycled cardboard, recycled, cork
    """,
    "fabric": """
        cloth, cotton, linen, canvas, denim, felt, wool, woollen, woolen, knitted, silk, silken, velvet, tweed, jute,
        burlap, hessian, textile, knit, corduroy, polyester
    """,
    "marble": "granite, onyx, travertine, marbled, alabaster, terrazzo, quartz, jade",
    "concrete": "cement, concreted, raw concrete, asphalt, stucco, plastered",
    "brick": "bricks, bricked, brickwork, red brick",
    "ceramic": "porcelain, stoneware, earthenware, glazed, terracotta clay, faience, bone china, pottery",
    "leather": "leathery, suede, faux leather, leatherette, leather-bound, leatherbound",
    "rubber": "rubbery, silicone, latex, neoprene, rubberised, rubberized",
    "honey": "",
    "juice": "",
    "water": "",
}

MATERIALS: Final = _by_word(_MATERIALS)
"""Every word for a material, finish or filling (lower case) → the studio's material."""

_LIGHTS: Final = {
    "studio": """
        studio light, studio lighting, studio lights, product lighting, professional lighting, product light, three-point
        lighting, three point lighting, commercial lighting, catalogue lighting
    """,
    "soft": """
        soft light, soft lighting, soft studio light, soft studio lighting, softbox, soft box, softbox lighting, diffuse
        light, diffused light, diffused lighting, diffuse lighting, gentle light, gentle lighting, overcast, overcast
        light, even light, even lighting, flat light, flat lighting, cloudy, window light, soft shadow, soft shadows,
        high-key, high key, ambient light
    """,
    "hard": """
        hard light, hard lighting, harsh light, harsh lighting, direct light, direct sunlight, spotlight, spot light,
        spotlit, hard shadow, hard shadows, strong shadow, strong shadows, dramatic light, dramatic lighting, flash,
        direct flash, high contrast light, contrasty light, midday sun, noon sun, harsh sun, crisp shadow, crisp shadows
    """,
    "side": """
        side light, side lighting, sidelight, side-lit, sidelit, lit from the side, light from the side, light from the
        left, lit from the left, chiaroscuro, rembrandt lighting, raking light, split lighting
    """,
    "back": """
        back light, back lighting, backlight, backlit, back-lit, backlighting, rim light, rim lighting, rim-lit, lit from
        behind, light from behind, contre-jour, silhouette light, silhouetted
    """,
    "golden hour": """
        golden-hour, golden hour light, golden hour lighting, golden light, sunset, sunset light, at sunset, sunrise, at
        sunrise, dawn, dusk, at dawn, evening light, evening sun, morning light, morning sun, warm light, warm lighting,
        warm sunlight, low sun, late afternoon, late afternoon sun, magic hour, candlelight, candle light, candlelit
    """,
    "night": """
        at night, nighttime, night-time, by night, moonlight, moonlit, moon light, night light, low-key, low key, low-key
        lighting, low key lighting, dark scene, dim light, dim lighting, dimly lit, blue hour
    """,
    "neon": """
        neon light, neon lights, neon lighting, neon-lit, cyberpunk, cyberpunk light, cyberpunk lighting, synthwave,
        vaporwave, neon glow, coloured gels, colored gels, coloured light, colored light, club lighting, pink and blue
        light, rgb lighting
    """,
    "daylight": """
        day light, natural light, natural lighting, sunlight, sun light, sunny, sunshine, bright daylight, outdoor light,
        outdoors, in the sun, in daylight, daytime, bright light, bright lighting, sunlit
    """,
}

LIGHTS: Final = _by_word(_LIGHTS)
"""Every phrase for a light (lower case) → the plan's light."""
