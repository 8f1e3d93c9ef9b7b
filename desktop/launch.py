"""The program `plantain`: the window, alone or with `open FILE…`; every other word belongs to the command line."""

from __future__ import annotations

import os
import sys
import time

BEGAN = time.perf_counter() - time.process_time()
"""When the process did: what Python does before this is work of its own."""


def main() -> int:
    words = sys.argv[1:]
    if words[:1] == ["--renderer-process"]:  # an installed program starts itself so, see engine.renderers.host.process
        from engine.renderers.host.child import main as draw

        draw(words[1:])
    if words[:1] == ["--devices-process"]:  # and so, see engine.renderers.diffusion.devices
        from engine.renderers.diffusion.devices import main as probe

        return probe()
    if words and words[0] != "open":
        if words[0] == "bench" and "--window" in words:
            if not _screen():
                os.environ["QT_QPA_PLATFORM"] = "offscreen"
            from desktop.bench import main as measure

            return measure(words, BEGAN)
        from engine.cli import main as command_line

        return command_line(words)
    if not _screen():
        sys.stderr.write("plantain: There is no screen here to open the window on. See plantain --help for the command line.\n")
        return 2
    from desktop.app import main as window

    return window(words[1:])


def _screen() -> bool:
    """Whether a window can be opened here, as far as can be told before Qt is loaded."""
    return sys.platform != "linux" or any(os.environ.get(n) for n in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
