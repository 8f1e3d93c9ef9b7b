"""A file is used for the sizes that it was traced for, whatever tracing took for granted of them."""

from __future__ import annotations

import pytest

from engine.renderers.onnx.conditions import meet, of


def test_conditions_are_read_as_torch_writes_them() -> None:
    first, second = "L['tensors'][0].size()[2]", "L['tensors'][1].size()[0]"
    guards = [
        f"({first} % 2) == 0",
        f"(1 + (((-1) + {first}) // 2)) != 1",
        f"2 <= {second} and {second} < 64",
        f"torch.sym_max(1, {first} // 2) > torch.sym_min({second}, 3)",
        f"2 <= {first} <= 64",
        f"torch.sym_float({first} / 2) >= 2.0",
        f"({first} % 2) == 0",
    ]
    conditions = of([("n", 4, "m"), ("k", "l")], guards)
    assert conditions[:2] == ["s[0][1] == 4", "(s[0][2] % 2) == 0"]
    assert len(conditions) == 7
    assert meet(((2, 4, 8), (9, 1)), conditions)
    for shapes in (((2, 5, 8), (9, 1)), ((2, 4, 9), (9, 1)), ((2, 4, 8), (64, 1)), ((2, 4, 66), (9, 1)), ((2, 4, 4), (9, 1))):
        assert not meet(shapes, conditions)


@pytest.mark.parametrize("said", ["__import__('os')", "s[0][0].real == 1", "max(open('x'))", "s[0] == 1", "'a' == 'a'"])
def test_what_is_no_condition_on_sizes_is_not_run(said: str) -> None:
    with pytest.raises(ValueError, match="no condition on sizes"):
        meet(((1,),), [said])
