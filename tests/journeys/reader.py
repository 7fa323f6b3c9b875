"""The screen reader: what someone who cannot see the screen gets to know of it.

The journeys find and press everything this way, so whatever has no name for a screen
reader has none for the journeys either, and cannot be tested: which is the point.

What bites:

* Qt looks for the accessibility bus once, at its start, and only listens when
  ``QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1`` is set; the bus must be there first. A program
  is on the bus a moment after its window is on the screen. Hence everything waits.
* Pressing returns at once; the click comes from Qt's event loop a moment later. That is
  also why a press that opens a modal dialog does not hang.
* Writing sets a field's text as a whole: ``textChanged`` is emitted, ``textEdited`` and
  key presses are not. Type on the keyboard (:mod:`tests.journeys.screen`) to test those.
* A label's name is its text, a field's name is that of its buddy label or its
  ``accessibleName``. A mnemonic's ``&`` is gone from the name.
* Boxes are in Qt's pixels: with ``QT_SCALE_FACTOR=2`` each is two of the screen's, which
  :meth:`tests.journeys.screen.Screen.click` wants to be told.
"""

import json
import re
import select
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.journeys.processes import end, start

SYSTEM_PYTHON = "/usr/bin/python3"
ANSWER_WITHIN_S = 20.0

Words = str | re.Pattern[str]
"""A whole text, or a pattern to be found anywhere in it."""


def fits(wanted: Words | None, text: str) -> bool:
    """Tell whether a text is the wanted one, or has the wanted pattern in it."""
    if isinstance(wanted, re.Pattern):
        return wanted.search(text) is not None
    return wanted is None or wanted == text


class NoAnswerError(AssertionError):
    """The driver ended or hung, or a control was gone before it could be used."""


class Driver:
    """The process under the system's Python; see :mod:`tests.journeys.driver`."""

    def __init__(self, environment: Mapping[str, str], log: Path) -> None:
        words = [SYSTEM_PYTHON, "-m", "tests.journeys.driver"]
        self._process = start(words, environment, log, talks=True)

    def ask(self, do: str, **wish: object) -> Any:
        """Send one command and return its answer."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        try:
            self._process.stdin.write(json.dumps({"do": do, **wish}).encode() + b"\n")
            self._process.stdin.flush()
        except BrokenPipeError as gone:
            raise NoAnswerError("the screen reader's driver has ended; see its log") from gone
        ready, _, _ = select.select([self._process.stdout], [], [], ANSWER_WITHIN_S)
        line = self._process.stdout.readline() if ready else b""
        if not line:
            raise NoAnswerError(f"the screen reader's driver does not answer to {do!r}")
        return json.loads(line)

    def stop(self) -> None:
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()
        end(self._process)


@dataclass(frozen=True, slots=True, kw_only=True)
class Control:
    """One control as it was when it was looked at; :meth:`again` looks anew.

    Attributes:
        node: The control's address on the bus.
        depth: How deep it lies in its window; the window itself is 0.
        role: AT-SPI's word for its kind: "push button", "text", "label", ….
        name: What a screen reader calls it.
        states: AT-SPI's words: "focused", "checked", "enabled", ….
        box: Left, top, width and height on the screen, in Qt's pixels.
        text: What stands in it, for everything one can write in.
    """

    node: tuple[str, str]
    depth: int
    role: str
    name: str
    description: str
    states: frozenset[str]
    box: tuple[int, int, int, int]
    actions: tuple[str, ...]
    text: str | None
    driver: Driver = field(repr=False, compare=False)

    @property
    def centre(self) -> tuple[int, int]:
        left, top, width, height = self.box
        return left + width // 2, top + height // 2

    @property
    def is_focused(self) -> bool:
        return "focused" in self.states

    def again(self) -> "Control":
        """Return the control as it is now."""
        told = self.driver.ask("tell", node=self.node)
        if told is None:
            raise NoAnswerError(f"{self.role} {self.name!r} is gone")
        return control_of(told | {"depth": self.depth}, self.driver)

    def press(self, action: str | None = None) -> None:
        """Do the control's action of this name, or its first."""
        if not self.actions or (action is not None and action not in self.actions):
            raise NoAnswerError(f"{self.role} {self.name!r} offers only {self.actions}")
        place = 0 if action is None else self.actions.index(action)
        self._demand(self.driver.ask("act", node=self.node, action=place), "be pressed")

    def write(self, text: str) -> None:
        """Replace the text in the control."""
        self._demand(self.driver.ask("write", node=self.node, text=text), "be written in")

    def focus(self) -> None:
        """Give the control the keyboard, within its window."""
        self._demand(self.driver.ask("focus", node=self.node), "take the keyboard")

    def _demand(self, done: bool, what: str) -> None:
        if not done:
            raise NoAnswerError(f"{self.role} {self.name!r} cannot {what}")


def control_of(told: Mapping[str, Any], driver: Driver) -> Control:
    """Make a control of what the driver tells of it."""
    left, top, width, height = told["box"] or (0, 0, 0, 0)
    name, path = told["node"]
    return Control(
        node=(name, path),
        depth=told["depth"],
        role=told["role"],
        name=told["name"],
        description=told["description"],
        states=frozenset(told["states"]),
        box=(left, top, width, height),
        actions=tuple(told["actions"]),
        text=told["text"],
        driver=driver,
    )
