"""A process that saves a growing trace over and over, and says on stdout which saves returned: to be killed in mid-save.

Arguments: the document, the number of the last save, and after how many steps of SQLite's machine it kills itself, or 0.
"""

import os
import signal
import sys
from pathlib import Path

from engine.project import Project
from engine.types import Brief
from tests.project.traces import trace


def kill() -> int:
    os.kill(os.getpid(), signal.SIGKILL if os.name == "posix" else signal.SIGTERM)
    return 1


if __name__ == "__main__":
    path, first, steps = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    project = Project.open(path) if path.exists() else Project.create(path)
    if steps:
        project._connection.execute("PRAGMA cache_size = 1")
        project._connection.set_progress_handler(kill, steps)
    for number in range(first + 1, 10_000):
        project.save(trace(1 + number % 7), Brief(seed=number), (b"step %d" % number,) * 3)
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()
