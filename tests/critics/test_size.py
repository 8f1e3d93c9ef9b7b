"""Pixels counted."""

from engine.critics.size import SizeCritic
from engine.types import Requirement
from tests.critics.pictures import judged, poster


def test_the_file_must_have_the_size_asked() -> None:
    plan, render = poster()
    assert judged(SizeCritic(), plan, render)["size"].verdict == "passed"
    wrong = plan.replace(requirements=(Requirement(id="size", kind="size", expected=(640, 640)),))
    finding = judged(SizeCritic(), wrong, render)["size"]
    assert (finding.verdict, finding.measured) == ("failed", (480, 640))
    assert finding.message == "480 × 640 pixels; 640 × 640 were asked for."
