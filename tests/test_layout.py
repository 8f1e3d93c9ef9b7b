"""Layout: boxes for any texts on any canvas, inside the margins, never overlapping, true to the hierarchy."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.canvas import ASPECTS
from engine.layout import flat_boxes
from engine.types import Box, Canvas, Element

LONG = ["Donaudampfschifffahrtsgesellschaft", "x" * 90]
WORDS = st.sampled_from(["FRESH", "bread", "6:30 am", "新年快乐", "Königstraße", "−40%", "שלום", "&", *LONG])
TEXTS = st.lists(WORDS, min_size=1, max_size=30).map(" ".join)
ROLES = st.sampled_from(("headline", "subtitle", "body", "small print"))
ELEMENTS = st.lists(st.tuples(ROLES, TEXTS, st.sampled_from((0.5, 1.0, 1.4, 2.5))), min_size=1, max_size=12)


def text(name: str, words: str, role: str = "headline", scale: float = 1.0) -> Element:
    return Element(id=name, label=role, kind="text", text=words, scale=scale)


def overlap(one: Box, other: Box) -> float:
    return min(min(one[2], other[2]) - max(one[0], other[0]), min(one[3], other[3]) - max(one[1], other[1]))


@settings(deadline=None, max_examples=150)
@given(ELEMENTS, st.integers(0, 2), st.booleans(), st.sampled_from(ASPECTS), st.integers(0, 99))
def test_boxes_lie_inside_and_apart(
    given_texts: list[tuple[str, str, float]], images: int, branded: bool, aspect: str, seed: int
) -> None:
    elements = [text(f"t{at}", words, role, scale) for at, (role, words, scale) in enumerate(given_texts)]
    elements += [Element(id=f"i{at}", label="picture", kind="image") for at in range(images)]
    elements += [Element(id="logo", label="logo", kind="logo")] if branded else []
    boxes = flat_boxes(Canvas.of(aspect, "1k"), elements, seed)
    assert boxes.keys() == {element.id for element in elements}
    for element in elements:
        element.replace(box=boxes[element.id])  # refuses a box without an area or outside the canvas
    assert all(overlap(one, other) <= 1e-9 for one, other in combinations(boxes.values(), 2))


@pytest.mark.parametrize("aspect", ASPECTS)
def test_texts_keep_to_the_margins_and_the_headline_is_largest(aspect: str) -> None:
    canvas = Canvas.of(aspect, "1k")
    elements = [
        text("h", "NIGHT TIDE"),
        text("s", "live at the Old Harbour", "subtitle"),
        text("p", "14 March 2027", "small print"),
    ]
    margin = 0.05 * min(canvas.width, canvas.height)
    for seed in range(12):
        boxes = flat_boxes(canvas, elements, seed)
        for x0, y0, x1, y1 in boxes.values():
            assert x0 * canvas.width >= margin
            assert y0 * canvas.height >= margin
            assert (1 - x1) * canvas.width >= margin
            assert (1 - y1) * canvas.height >= margin
        area = {name: (x1 - x0) * (y1 - y0) for name, (x0, y0, x1, y1) in boxes.items()}
        assert area["h"] > area["s"] > 0.5 * area["p"]


def test_seeds_vary_the_arrangement_and_repeat_it() -> None:
    canvas = Canvas.of("2:3", "1k")
    elements = [text("h", "FRESH BREAD DAILY"), text("p", "from 6:30 am", "small print")]
    layouts = [tuple(flat_boxes(canvas, elements, seed).items()) for seed in range(20)]
    assert len(set(layouts)) >= 3
    assert layouts[4] == tuple(flat_boxes(canvas, elements, 4).items())


def test_a_larger_scale_makes_the_box_larger() -> None:
    canvas = Canvas.of("1:1", "512")
    small = flat_boxes(canvas, [text("h", "Huile d’Olive"), text("p", "500 ml", "small print")], 0)["p"]
    large = flat_boxes(canvas, [text("h", "Huile d’Olive"), text("p", "500 ml", "small print", 1.8)], 0)["p"]
    assert large[2] - large[0] > 1.5 * (small[2] - small[0])
    assert large[3] - large[1] > 1.5 * (small[3] - small[1])


def test_nothing_to_place() -> None:
    assert flat_boxes(Canvas.of("1:1", "512"), [Element(id="background", label="background", kind="background")], 0) == {}


def test_text_that_runs_to_the_left_stands_at_the_right() -> None:
    for seed in range(8):
        x0, _, x1, _ = flat_boxes(Canvas.of("3:4", "1k"), [text("h", "مرحبا"), text("s", "معرض الفن", "subtitle")], seed)["s"]
        assert (x0 + x1) / 2 >= 0.49
