from tests.tiny.families import FAMILIES
import pytest
from engine.models.describe import describe
@pytest.mark.parametrize("family", FAMILIES)
def test_x(family, tiny):
    d=describe(tiny(family))
    m=d.model
    print(m, len(d.files))
    assert m.family==family and m.role=="pipeline"
