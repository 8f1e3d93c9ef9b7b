"""What tracing took for granted of the sizes of a network's inputs: that one is even, say, or larger than another.

Written by torch as Python's expressions, and read here without running them as Python.
"""

from __future__ import annotations

import ast
import operator
import re
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import Any, Final

Shapes = Sequence[Sequence[int]]
_SIZE: Final = re.compile(r"L\['tensors'\]\[(\d+)\]\.size\(\)\[(\d+)\]")
_DOES: Final[dict[type[ast.AST], Callable[..., Any]]] = {
    ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv,
    ast.FloorDiv: operator.floordiv, ast.Mod: operator.mod, ast.Pow: operator.pow, ast.USub: operator.neg,
    ast.Eq: operator.eq, ast.NotEq: operator.ne, ast.Lt: operator.lt, ast.LtE: operator.le, ast.Gt: operator.gt,
    ast.GtE: operator.ge, ast.Not: operator.not_, ast.And: lambda *held: all(held), ast.Or: lambda *held: any(held),
}  # fmt: skip
_CALLS: Final[dict[str, Callable[..., Any]]] = {"max": max, "min": min, "float": float, "int": int}


def of(shapes: Sequence[Sequence[Any]], guards: Iterable[str]) -> list[str]:
    """The conditions under which a traced network holds, as `meet` reads them: `s[1][0]` is the first size of the second input.

    `shapes` are its inputs' with the sizes that were left open as symbols; `guards` torch's own, on the shapes of `tensors`.
    """
    fixed = [
        f"s[{which}][{axis}] == {size}"
        for which, shape in enumerate(shapes)
        for axis, size in enumerate(shape)
        if isinstance(size, int)
    ]
    return list(dict.fromkeys([*fixed, *(_SIZE.sub(r"s[\1][\2]", guard).replace("torch.sym_", "") for guard in guards)]))


def meet(shapes: Shapes, conditions: Iterable[str]) -> bool:
    """Whether shapes are as every condition asks. Raises ValueError for a condition that is not about sizes alone."""
    return all(_value(ast.parse(condition, mode="eval").body, shapes) for condition in conditions)


def _value(node: ast.AST, shapes: Shapes) -> Any:
    def of(*nodes: ast.AST) -> list[Any]:
        return [_value(one, shapes) for one in nodes]

    match node:
        case ast.Constant(value=int() | float() as value):
            return value
        case ast.Subscript(value=ast.Subscript(slice=ast.Constant(value=int(which))), slice=ast.Constant(value=int(axis))):
            return shapes[which][axis]
        case ast.BinOp(left=left, op=does, right=right) if type(does) in _DOES:
            return _DOES[type(does)](*of(left, right))
        case ast.UnaryOp(op=does, operand=operand) if type(does) in _DOES:
            return _DOES[type(does)](*of(operand))
        case ast.BoolOp(op=does, values=values):
            return _DOES[type(does)](*of(*values))
        case ast.Compare(left=left, ops=ops, comparators=rest) if all(type(does) in _DOES for does in ops):
            sides = pairwise(of(left, *rest))
            return all(_DOES[type(does)](a, b) for does, (a, b) in zip(ops, sides, strict=True))
        case ast.Call(func=ast.Name(id=name), args=args) if name in _CALLS:
            return _CALLS[name](*of(*args))
    raise ValueError(f"no condition on sizes: {ast.unparse(node)}")
