"""Questions to the accessibility bus, many at a time.

It speaks the bus's own protocol instead of using Debian's ``pyatspi``: that library
remembers names and states which only a running main loop refreshes, asks one question
at a time, and makes Qt complain on the way. Here nothing is remembered, and all the
questions of one round are under way together, which is several times faster.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from gi.repository import Gio, GLib  # type: ignore[import-not-found]

Node = tuple[str, str]
"""A program's name on the bus and the path of one control in it."""

REGISTRY: Node = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
ACCESSIBLE = "org.a11y.atspi.Accessible"

TIMEOUT_MS = 5000
"""A program that hangs this long is not usable by ear either."""


@dataclass(frozen=True)
class Call:
    """One question to one control; ``kinds`` is the D-Bus signature of the arguments."""

    node: Node
    interface: str
    method: str
    kinds: str = ""
    arguments: tuple[object, ...] = ()


def reading(node: Node, what: str) -> Call:
    """Return the question for one of a control's properties."""
    arguments = (ACCESSIBLE, what)
    return Call(node, "org.freedesktop.DBus.Properties", "Get", "ss", arguments)


class Bus:
    """A connection to the accessibility bus, whose address the session bus knows."""

    def __init__(self) -> None:
        session = Gio.bus_get_sync(Gio.BusType.SESSION)
        place = ("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress")
        (address,) = session.call_sync(*place, None, None, 0, TIMEOUT_MS).unpack()
        flags = Gio.DBusConnectionFlags
        self._connection = Gio.DBusConnection.new_for_address_sync(
            address, flags.AUTHENTICATION_CLIENT | flags.MESSAGE_BUS_CONNECTION
        )
        self._loop = GLib.MainContext.default()

    def ask(self, calls: Sequence[Call]) -> list[Any]:
        """Return an answer to each call; ``None`` where the control is gone or refuses."""
        answers: dict[int, Any] = {}

        def receive(connection: Any, result: Any, index: int) -> None:
            try:
                answer = connection.call_finish(result).unpack()
                answers[index] = answer[0] if len(answer) == 1 else answer
            except GLib.Error:
                answers[index] = None

        for index, call in enumerate(calls):
            arguments = GLib.Variant(f"({call.kinds})", call.arguments) if call.kinds else None
            where = (*call.node, call.interface, call.method)
            self._connection.call(*where, arguments, None, 0, TIMEOUT_MS, None, receive, index)
        while len(answers) < len(calls):
            self._loop.iteration(True)
        return [answers[index] for index in range(len(calls))]
