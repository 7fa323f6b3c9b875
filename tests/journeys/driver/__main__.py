"""The loop: a line of JSON in, a line of JSON out, until the input ends."""

import json
import sys
from collections.abc import Callable
from typing import Any

from tests.journeys.driver import tree
from tests.journeys.driver.bus import Bus, Call, Node

Wish = dict[str, Any]


def node_of(wish: Wish) -> Node:
    name, path = wish["node"]
    return name, path


def list_applications(bus: Bus, _: Wish) -> list[str]:
    return [program.name for program in tree.applications(bus)]


def list_windows(bus: Bus, _: Wish) -> list[dict[str, Any]]:
    return [window.told(0) for window in tree.windows(bus)]


def list_controls(bus: Bus, wish: Wish) -> list[dict[str, Any]]:
    return list(tree.flat(tree.grow(bus, node_of(wish), wish["hidden"])))


def tell(bus: Bus, wish: Wish) -> dict[str, Any] | None:
    """Describe one control anew; nothing when it is gone."""
    controls = tree.look_at(bus, [node_of(wish)])
    tree.add_details(bus, controls)
    return controls[0].told(0) if controls else None


def act(bus: Bus, wish: Wish) -> bool:
    """Do one of a control's actions, by its place in their list."""
    call = Call(node_of(wish), "org.a11y.atspi.Action", "DoAction", "i", (wish["action"],))
    return bool(bus.ask([call])[0])


def write(bus: Bus, wish: Wish) -> bool:
    interface = "org.a11y.atspi.EditableText"
    call = Call(node_of(wish), interface, "SetTextContents", "s", (wish["text"],))
    return bool(bus.ask([call])[0])


def focus(bus: Bus, wish: Wish) -> bool:
    return bool(bus.ask([Call(node_of(wish), "org.a11y.atspi.Component", "GrabFocus")])[0])


COMMANDS: dict[str, Callable[[Bus, Wish], object]] = {
    "applications": list_applications,
    "windows": list_windows,
    "controls": list_controls,
    "tell": tell,
    "act": act,
    "write": write,
    "focus": focus,
}


def main() -> None:
    bus = Bus()
    for line in sys.stdin:
        wish = json.loads(line)
        sys.stdout.write(json.dumps(COMMANDS[wish["do"]](bus, wish)) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
