"""A window as the screen reader finds it, and the screen reader itself."""

import re
from collections.abc import Mapping
from pathlib import Path

from tests.journeys.reader import Control, Driver, Words, control_of, fits
from tests.journeys.waiting import Patience

BUTTONS = frozenset({"push button", "button", "toggle button"})
PRESSABLE = BUTTONS | {"check box", "radio button"}
FIELDS = frozenset({"text", "entry", "spin button", "spin box", "password text", "combo box"})

# Controls that need no name of their own: the parts Qt makes, and empty cells.
NAMELESS_BY_NATURE = frozenset({"scroll bar", "cell", "table cell"})
NAMED_FOR_THEIR_PARTS = frozenset({"combo box", "spin button", "spin box"})


class Window:
    """One window on the screen, found by how its title begins."""

    def __init__(self, root: Control, patience: Patience) -> None:
        self.title = root.name
        self._root = root
        self._patience = patience

    def controls(self, *, hidden: bool = False) -> list[Control]:
        """Return everything in the window in reading order, the window itself first."""
        driver = self._root.driver
        told = driver.ask("controls", node=self._root.node, hidden=hidden)
        return [control_of(each, driver) for each in told]

    def all(self, roles: frozenset[str] | None = None, name: Words | None = None) -> list[Control]:
        """Return the controls on the screen of these roles with this name."""
        return [
            control
            for control in self.controls()
            if (roles is None or control.role in roles) and fits(name, control.name)
        ]

    def one(
        self,
        roles: frozenset[str] | None,
        name: Words,
        within: float | None = None,
    ) -> Control:
        """Wait for a control and return it; more than one of them is a failure."""
        what = f"{'/'.join(sorted(roles or {'control'}))} {name!r} in {self.title!r}"
        found = self._patience.until(lambda: self.all(roles, name), what, within)
        assert len(found) == 1, f"{len(found)} times {what}: {found}"
        return found[0]

    def button(self, name: Words, within: float | None = None) -> Control:
        return self.one(BUTTONS, name, within)

    def press(self, name: Words, within: float | None = None) -> None:
        """Wait until the one button, tile or box of this name can be clicked, and click it."""
        self._patience.until(
            lambda: "Press" in self.one(PRESSABLE, name, within).actions,
            f"{name!r} in {self.title!r} to be enabled",
            within,
        )
        self.one(PRESSABLE, name, within).press("Press")

    def field(self, name: Words, within: float | None = None) -> Control:
        return self.one(FIELDS, name, within)

    def words(self) -> list[str]:
        """Return everything there is to read: names and texts, in reading order."""
        spoken = [word for each in self.controls()[1:] for word in (each.name, each.text)]
        return [word for word in spoken if word]

    def shows(self, words: Words, within: float | None = None) -> str:
        """Wait until something in the window reads so; return its whole text.

        Args:
            words: A string is looked for anywhere in a text, letter for letter.
            within: Seconds to wait.
        """
        wanted = re.compile(re.escape(words)) if isinstance(words, str) else words
        look = lambda: [word for word in self.words() if wanted.search(word)]  # noqa: E731
        return self._patience.until(look, f"{words!r} in {self.title!r}", within)[0]

    def lacks(self, words: Words, within: float | None = None) -> None:
        """Wait until nothing in the window reads so any more."""
        wanted = re.compile(re.escape(words)) if isinstance(words, str) else words
        self._patience.until(
            lambda: not any(wanted.search(word) for word in self.words()),
            f"{words!r} to go from {self.title!r}",
            within,
        )

    def focused(self) -> Control | None:
        """Return the control that has the keyboard, within this window.

        Qt calls the current tab or item focused even when its list is not, hence the list.
        """
        for control in self.controls():
            if control.is_focused and "selectable" not in control.states:
                return control
        return None

    def has_keyboard(self, name: str) -> None:
        """Wait until the keyboard writes into the control of this name."""

        def look() -> bool:
            held = self.focused()
            return held is not None and held.name == name

        self._patience.until(look, f"the keyboard in {name!r} of {self.title!r}")

    def is_chosen(self, name: str) -> None:
        """Wait until a tile, a row of the sidebar or a box of this name is chosen."""
        self._patience.until(
            lambda: any("checked" in each.states for each in self.all(PRESSABLE, name)),
            f"{name!r} to be chosen in {self.title!r}",
        )

    def holds(self, name: Words, text: str) -> None:
        """Wait until exactly this text stands in a field."""
        self._patience.until(
            lambda: self.field(name).text == text, f"{text!r} in {name!r} of {self.title!r}"
        )

    def nameless(self) -> list[Control]:
        """Return what can be used but has no name to be called by."""
        above: list[Control] = []
        found = []
        controls = self.controls()
        for control, after in zip(controls, [*controls[1:], None], strict=True):
            del above[control.depth :]
            parents = [parent for parent in above if parent.role in NAMED_FOR_THEIR_PARTS]
            above.append(control)
            holds_tabs = control.role == "filler" and after and after.role == "layered pane"
            usable = control.actions or "focusable" in control.states
            excused = control.role in NAMELESS_BY_NATURE or parents or holds_tabs
            if usable and not control.name.strip() and not excused:
                found.append(control)
        return found

    def assert_all_named(self) -> None:
        """Fail, listing them, when there are controls a screen reader cannot name."""
        found = [f"{each.role} at {each.box} {each.text or ''}" for each in self.nameless()]
        assert not found, f"no accessible name in {self.title!r}:\n" + "\n".join(found)

    def tree(self) -> str:
        """Return the whole window as indented lines, for a person to read."""
        return "\n".join(
            f"{'  ' * each.depth}{each.role} {each.name!r} {each.box} {sorted(each.states)}"
            f" {list(each.actions)}" + ("" if each.text is None else f" text={each.text!r}")
            for each in self.controls(hidden=True)
        )


class Reader:
    """The screen reader of one desktop."""

    def __init__(self, environment: Mapping[str, str], log: Path, patience: Patience) -> None:
        self._driver = Driver(environment, log)
        self._patience = patience

    def applications(self) -> list[str]:
        """Return the names of the programs it can read."""
        return [str(name) for name in self._driver.ask("applications")]

    def windows(self) -> list[Window]:
        """Return the windows on the screen."""
        told = self._driver.ask("windows")
        return [Window(control_of(each, self._driver), self._patience) for each in told]

    def window(self, title: str, within: float | None = None) -> Window:
        """Wait for a window whose title begins so."""

        def look() -> list[Window]:
            return [window for window in self.windows() if window.title.startswith(title)]

        return self._patience.until(look, f"a window {title!r}…", within)[0]

    def no_window(self, title: str, within: float | None = None) -> None:
        """Wait until no window's title begins so."""
        self._patience.until(
            lambda: not any(window.title.startswith(title) for window in self.windows()),
            f"window {title!r} to close",
            within,
        )

    def stop(self) -> None:
        self._driver.stop()
