"""The command line (DESIGN §4). `main(argv)` is the same in-process and returns the exit code.

0 every hard requirement passed · 1 written, but one failed or is unchecked · 2 bad input, nothing written ·
3 the engine failed, what was made so far is kept · 130 cancelled.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from engine.cli.options import parser
from engine.errors import BadInput, EngineError


def main(argv: Sequence[str] | None = None) -> int:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    arguments = parser().parse_args(argv)
    if "command" not in arguments:
        parser().print_help()
        return 0
    try:
        from engine.cli import commands

        code: int = getattr(commands, arguments.command)(arguments)
    except EngineError as error:
        print(f"plantain: {error}".replace("\n", " "), file=sys.stderr)
        return 2 if isinstance(error, BadInput) else 3
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    return code
