"""What can go wrong, told so that a person knows what to do next.

EngineError
├── BadInput            what the user gave cannot be used; nothing was written     (exit code 2)
│   └── CannotDraw      no renderer can draw some elements of the plan
└── EngineFailure       a part of the engine broke; what was made so far is kept   (exit code 3)
Cancelled               the user stopped the run; not an error                      (exit code 130)
"""


class EngineError(Exception):
    """An error with one sentence for what happened and one for what to do."""

    def __init__(self, happened: str, to_do: str = "") -> None:
        super().__init__(f"{happened} {to_do}".strip())
        self.happened = happened
        self.to_do = to_do


class BadInput(EngineError):
    """The prompt, plan, brief, option or file given cannot be used."""


class CannotDraw(BadInput):
    """No renderer at hand can draw the elements named in the message."""


class EngineFailure(EngineError):
    """A renderer, critic or fixer broke while it worked."""


class Cancelled(Exception):
    """Raised inside a run, at its next step, after the user asked it to stop."""


def first_line(error: BaseException) -> str:
    """What an exception says, as much as a sentence can hold."""
    return (str(error).strip().splitlines() or [type(error).__name__])[0][:300]
