"""What goes into the engine and what comes out of it: values only, one small class each."""

from __future__ import annotations

from engine.types import Raster, Trace, Value


class Progress(Value, frozen=True):
    """`stage` of the run `token` is `done` (0..1); a preview may come with it."""

    token: int
    stage: str
    done: float
    preview: Raster | None = None


class Remarked(Value, frozen=True):
    """Something happened on the way that the user should know; the run goes on."""

    token: int
    sentence: str


class Updated(Value, frozen=True):
    """A round is finished; the trace so far."""

    token: int
    trace: Trace


class Finished(Value, frozen=True):
    """The run is over. `trace.outcome` says how; None where it was cancelled before there was a picture."""

    token: int
    trace: Trace | None


class Failed(Value, frozen=True):
    """The run broke off. `bad_input`: the user can mend it. `trace` is what was made so far."""

    token: int
    message: str
    bad_input: bool
    trace: Trace | None = None


Event = Progress | Remarked | Updated | Finished | Failed
