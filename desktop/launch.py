"""The program `plantain`: the window, alone or with `open FILE…`; every other word belongs to the command line."""

from __future__ import annotations

import os
import sys


def main() -> int:
    words = sys.argv[1:]
    if words and words[0] != "open":
        from engine.cli import main as command_line

        return command_line(words)
    if sys.platform == "linux" and not any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")):
        sys.stderr.write("plantain: There is no screen here to open the window on. See plantain --help for the command line.\n")
        return 2
    from desktop.app import main as window

    return window(words[1:])
