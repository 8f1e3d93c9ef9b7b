"""A process that has a picture drawn in another one: to be killed. Arguments: the words of the prompt."""

import sys

from engine.renderers.host import Hosted
from engine.types import Brief
from tests.fakes import PLAN, Silent

if __name__ == "__main__":
    host = Hosted("scripted", "tests.renderers.scripted:Scripted")
    host.render(PLAN, Brief(prompt=sys.argv[1]), 0, Silent())
    sys.stdout.write("drawn\n")
    sys.stdout.flush()
    sys.stdin.read()
