"""Values to JSON and back. What does not fit is refused with the field's path in the message."""

from typing import Any, TypeVar

import msgspec
import numpy as np

from engine.errors import BadInput
from engine.types import Raster, Value

V = TypeVar("V", bound=Value)


def to_json(value: Value, *, indent: int = 2) -> str:
    """Stable JSON: fields in declared order."""
    return msgspec.json.format(msgspec.json.encode(value, enc_hook=_encode), indent=indent).decode()


def from_json(kind: type[V], text: str | bytes, source: str) -> V:
    """The value written in `text`. Raises BadInput that names `source` and the field that is wrong."""
    try:
        return msgspec.json.decode(text, type=kind, dec_hook=_decode)
    except msgspec.ValidationError as error:
        raise BadInput(f"{source} is no usable {kind.__name__.lower()}: {error}.", "Correct that field.") from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise BadInput(f"{source} is not JSON: {error}.", "NaN, comments and trailing commas are not allowed.") from error
    except RecursionError as error:
        raise BadInput(f"{source} is nested too deeply.", "A plan needs only a few levels.") from error


def _encode(value: object) -> Any:
    if isinstance(value, Raster):
        return {"shape": value.shape, "sha256": value.sha256}
    if isinstance(value, np.generic):
        return value.item()
    raise TypeError(f"cannot write {type(value).__name__} as JSON")


def _decode(kind: type, value: Any) -> Any:
    if kind is Raster:
        try:
            return Raster(None, shape=tuple(int(side) for side in value["shape"]), sha256=str(value["sha256"]))
        except (TypeError, KeyError, ValueError):
            raise ValueError("pixels are written as their shape and sha256") from None
    raise TypeError(f"cannot read a {kind.__name__}")
