"""A network of its own behind one cable, which a test can cut: then packets just vanish.

Nobody says "unreachable" and nobody resets a connection, as when a router far away goes out.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from tests.journeys.processes import run
from tests.services.dovecot import Where

_PATH = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin"}


@dataclass(frozen=True, slots=True)
class FarNetwork:
    """A namespace at the other end of a cable.

    Attributes:
        name: Its name, and that of the near end of the cable.
        near: Our address.
        far: The address at the other end.
    """

    name: str
    near: str
    far: str

    @property
    def where(self) -> Where:
        """Return where a server stands that runs in it."""
        return Where(self.far, ("/usr/bin/env", "ip", "netns", "exec", self.name))

    def cut(self) -> None:
        """Let every packet vanish, in both directions."""
        _ip("-n", self.name, "link", "set", "far", "down")

    def join(self) -> None:
        """Let packets through again."""
        _ip("-n", self.name, "link", "set", "far", "up")


@contextmanager
def far_network() -> Iterator[FarNetwork]:
    """Lay a cable to a network of its own; root alone may."""
    number = os.getpid()
    subnet = f"10.{200 + number // 256 % 50}.{number % 256}"
    network = FarNetwork(f"cut{number}", f"{subnet}.1", f"{subnet}.2")
    name = network.name
    _ip("netns", "add", name)
    try:
        _ip("link", "add", name, "type", "veth", "peer", "name", "far", "netns", name)
        _ip("address", "add", f"{network.near}/30", "dev", name)
        _ip("link", "set", name, "up")
        _ip("-n", name, "address", "add", f"{network.far}/30", "dev", "far")
        _ip("-n", name, "link", "set", "lo", "up")
        network.join()
        # A neighbour that is looked for and not found would be "unreachable": we know ours.
        _ip("neighbour", "replace", network.far, "lladdr", _hardware(name), "dev", name)
        yield network
    finally:
        _ip("netns", "delete", name)


def _hardware(name: str) -> str:
    """Return the hardware address of the far end."""
    words = _ip("-n", name, "-oneline", "link", "show", "far").split()
    return words[words.index("link/ether") + 1]


def _ip(*words: str) -> str:
    done = run(["ip", *words], _PATH)
    assert done.returncode == 0, done.stderr
    return done.stdout
