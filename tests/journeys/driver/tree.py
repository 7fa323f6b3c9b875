"""The controls of a window as a tree: role, name, states, place, actions and text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from tests.journeys.driver.bus import ACCESSIBLE, REGISTRY, Bus, Call, Node, reading

MOST_CHILDREN = 300
"""A table of a million cells offers each of them; a person sees a screenful."""

# The bits of a state set, in the order of the AT-SPI specification (AtspiStateType).
STATE_WORDS = (
    "invalid active armed busy checked collapsed defunct editable enabled expandable expanded"
    " focusable focused has-tooltip horizontal iconified modal multi-line multiselectable opaque"
    " pressed resizable selectable selected sensitive showing single-line stale transient"
    " vertical visible manages-descendants indeterminate required truncated animated"
    " invalid-entry supports-autocompletion selectable-text is-default visited checkable"
    " has-popup read-only"
)
STATES = tuple(STATE_WORDS.split())

QUESTIONS = {
    "box": ("org.a11y.atspi.Component", "GetExtents", "u", (0,)),
    "actions": ("org.a11y.atspi.Action", "GetActions", "", ()),
    "text": ("org.a11y.atspi.Text", "GetText", "ii", (0, -1)),
}


@dataclass
class Control:
    """What is known of one control."""

    node: Node
    role: str
    name: str
    description: str
    states: list[str]
    interfaces: list[str]
    details: dict[str, Any] = field(default_factory=dict)
    children: list["Control"] = field(default_factory=list)

    def told(self, depth: int) -> dict[str, Any]:
        """Return the control as it travels to the tests."""
        actions = [action[0] for action in self.details.get("actions") or []]
        return {
            "node": self.node,
            "depth": depth,
            "role": self.role,
            "name": self.name,
            "description": self.description,
            "states": self.states,
            "box": self.details.get("box"),
            "actions": actions,
            "text": self.details.get("text"),
        }


def look_at(bus: Bus, nodes: Sequence[Node]) -> list[Control]:
    """Describe each node in short, leaving out those that are gone."""
    answers = bus.ask(
        [
            call
            for node in nodes
            for call in (
                Call(node, ACCESSIBLE, "GetState"),
                Call(node, ACCESSIBLE, "GetRoleName"),
                reading(node, "Name"),
                reading(node, "Description"),
                Call(node, ACCESSIBLE, "GetInterfaces"),
            )
        ]
    )
    found = []
    for place, node in enumerate(nodes):
        bits, role, name, description, interfaces = answers[5 * place : 5 * place + 5]
        if bits is not None:
            mask = bits[0] | bits[1] << 32
            states = [state for bit, state in enumerate(STATES) if mask >> bit & 1]
            found.append(
                Control(node, role or "", name or "", description or "", states, interfaces or [])
            )
    return found


def children(bus: Bus, nodes: Sequence[Node]) -> list[list[Node]]:
    """Return the children of each node, at most :data:`MOST_CHILDREN` of them."""
    counts = [count or 0 for count in bus.ask([reading(node, "ChildCount") for node in nodes])]
    calls = [
        Call(node, ACCESSIBLE, "GetChildAtIndex", "i", (index,))
        for node, count in zip(nodes, counts, strict=True)
        for index in range(min(count, MOST_CHILDREN))
    ]
    below: dict[Node, list[Node]] = {node: [] for node in nodes}
    for call, child in zip(calls, bus.ask(calls), strict=True):
        if child is not None:
            below[call.node].append((child[0], child[1]))
    return [below[node] for node in nodes]


def shown(controls: Sequence[Control], hidden: bool) -> list[Control]:
    """Keep what is on the screen, or everything when hidden controls are asked for too."""
    return [control for control in controls if hidden or "showing" in control.states]


def grow(bus: Bus, root: Node, hidden: bool) -> list[Control]:
    """Return a window with all its controls below it; nothing when it is gone."""
    top = level = shown(look_at(bus, [root]), hidden)
    everything = list(top)
    while level:
        families = children(bus, [control.node for control in level])
        born = look_at(bus, [node for family in families for node in family])
        by_node = {control.node: control for control in shown(born, hidden)}
        for parent, family in zip(level, families, strict=True):
            parent.children = [by_node[node] for node in family if node in by_node]
        level = list(by_node.values())
        everything += level
    add_details(bus, everything)
    return top


def add_details(bus: Bus, controls: Sequence[Control]) -> None:
    """Ask what else each control offers, and only that: Qt warns of every other question."""
    for key, (interface, method, kinds, arguments) in QUESTIONS.items():
        able = [control for control in controls if interface in control.interfaces]
        calls = [Call(control.node, interface, method, kinds, arguments) for control in able]
        for control, answer in zip(able, bus.ask(calls), strict=True):
            control.details[key] = answer


def flat(controls: Sequence[Control], depth: int = 0) -> Iterator[dict[str, Any]]:
    """Yield a tree's controls in reading order, a parent before its children."""
    for control in controls:
        yield control.told(depth)
        yield from flat(control.children, depth + 1)


def applications(bus: Bus) -> list[Control]:
    """Return the programs on the bus."""
    return look_at(bus, children(bus, [REGISTRY])[0])


def windows(bus: Bus) -> list[Control]:
    """Return the windows on the screen, of all programs."""
    programs = [program.node for program in applications(bus)]
    nodes = [node for family in children(bus, programs) for node in family]
    return shown(look_at(bus, nodes), hidden=False)
