"""The guard cannot be taken back, so it is tried in a process of its own."""

import subprocess
import sys

SCRIPT = """
import socket, threading
from engine.errors import EngineFailure
from engine.trust import offline
assert not offline.enforced()
offline.enforce(); offline.enforce()
for attempt in (
    lambda: socket.create_connection(("192.0.2.1", 80), timeout=1),
    lambda: socket.getaddrinfo("example.org", 443),
    lambda: socket.getaddrinfo("localhost.example.org", 443),
    lambda: socket.gethostbyname("127.example.org"),
    lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b"x", ("192.0.2.1", 53)),
    lambda: socket.socket(socket.AF_INET6).connect(("2001:db8::1", 80)),
):
    try:
        attempt()
    except EngineFailure as error:
        assert "works offline" in str(error)
    else:
        raise SystemExit("a connection was allowed")
def refused(attempt):
    try:
        attempt()
    except EngineFailure:
        return True
    except OSError:
        return False

lookup = lambda name: (lambda: socket.getaddrinfo(name, 443, flags=socket.AI_NUMERICHOST))
with offline.allowing(["plantain.invalid", ".below.invalid"], "a test"):
    assert not refused(lookup("plantain.invalid")) and not refused(lookup("a.below.invalid"))
    assert refused(lookup("below.invalid")) and refused(lookup("notplantain.invalid"))
    assert refused(lambda: socket.create_connection(("192.0.2.1", 443), timeout=1))
    elsewhere = []
    other = threading.Thread(target=lambda: elsewhere.append(refused(lookup("plantain.invalid"))))
    other.start(); other.join()
    assert elsewhere == [True], "another thread went along"
assert refused(lookup("plantain.invalid")), "the permission outlived its block"
server = socket.create_server(("127.0.0.1", 0))
socket.create_connection(server.getsockname(), timeout=5).close()
offline.connect(server.getsockname(), timeout=5).close()
print("guarded")
"""


def test_only_this_machine_can_be_reached() -> None:
    done = subprocess.run([sys.executable, "-W", "ignore", "-c", SCRIPT], capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "guarded", done.stderr
