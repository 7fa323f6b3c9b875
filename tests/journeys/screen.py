"""The screen itself: windows, the keyboard, the mouse, and pictures.

What bites:

* A window is on the screen before the window manager has said so; only what the manager
  lists counts here, and menus, tooltips and notifications are not in that list.
* Typing goes to whatever has the keyboard, as with a person. It has the letters of Western
  Europe and the €. Any other letter is put on the keyboard for just a moment, which a busy
  program misses: :meth:`~tests.journeys.reader.Control.write` those.
* Notifications lie on the upper right for some seconds, above everything, and catch clicks.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.journeys.processes import output_of
from tests.journeys.waiting import Patience

DRAG_STEPS = 12
MARKS_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One window as the window manager has it.

    Attributes:
        identity: The X server's number for it.
        box: Left, top, width and height on the screen, without the manager's border.
        marks: ``_NET_WM_STATE`` without that prefix: "ABOVE", "SKIP_TASKBAR", ….
        process: The process it belongs to; 0 when it does not say.
    """

    identity: int
    title: str
    box: tuple[int, int, int, int]
    marks: frozenset[str] = MARKS_NONE
    process: int = 0

    @property
    def is_above(self) -> bool:
        """Whether it stays on top of all others."""
        return "ABOVE" in self.marks


class Screen:
    """One X server's screen, asked and acted on by the usual small tools."""

    def __init__(self, environment: Mapping[str, str], pictures: Path) -> None:
        self._environment = dict(environment)
        self._pictures = pictures
        self.patience = Patience(self.evidence)

    def _x(self, *words: str) -> str:
        return output_of(words, self._environment)

    def frames(self) -> list[Frame]:
        """Return the windows that can be seen, the lowest first."""
        listed = self._x("xprop", "-root", "_NET_CLIENT_LIST_STACKING")
        frames = (self._frame(int(number, 16)) for number in re.findall(r"0x[0-9a-f]+", listed))
        return [frame for frame in frames if frame is not None]

    def _frame(self, identity: int) -> Frame | None:
        """Return a window; nothing when it is gone or not on the screen."""
        told = self._x("xwininfo", "-id", str(identity))
        if "IsViewable" not in told:
            return None
        box = [
            int(re.search(rf"{word}:\s+(-?\d+)", told)[1])  # type: ignore[index]
            for word in ("upper-left X", "upper-left Y", "Width", "Height")
        ]
        names = ("_NET_WM_NAME", "_NET_WM_STATE", "_NET_WM_PID")
        traits = self._x("xprop", "-id", str(identity), *names)
        title = re.search(r'_NET_WM_NAME\(\w+\) = "(.*)"', traits)
        process = re.search(r"_NET_WM_PID\(CARDINAL\) = (\d+)", traits)
        return Frame(
            identity=identity,
            title=re.sub(r"\\(.)", r"\1", title[1]) if title else "",
            box=(box[0], box[1], box[2], box[3]),
            marks=frozenset(re.findall(r"_NET_WM_STATE_(\w+)", traits)),
            process=int(process[1]) if process else 0,
        )

    def frame(self, title: str, within: float | None = None) -> Frame:
        """Wait for a window whose title begins so."""

        def look() -> list[Frame]:
            return [frame for frame in self.frames() if frame.title.startswith(title)]

        return self.patience.until(look, f"a window {title!r}… on the screen", within)[-1]

    def active(self) -> Frame | None:
        """Return the window the keyboard writes to; nothing when there is none."""
        told = self._x("xprop", "-root", "_NET_ACTIVE_WINDOW")
        number = re.search(r"0x[0-9a-f]+", told)
        identity = int(number[0], 16) if number else 0
        return self._frame(identity) if identity else None  # about 0, xwininfo waits for a click

    def is_active(self, title: str) -> bool:
        """Tell whether the keyboard writes to a window whose title begins so."""
        frame = self.active()
        return frame is not None and frame.title.startswith(title)

    def activate(self, title: str) -> None:
        """Bring a window to the front and give it the keyboard, and wait for that."""
        frame = self.frame(title)
        self._x("xdotool", "windowactivate", str(frame.identity))
        self.patience.until(lambda: self.is_active(title), f"{title!r} to get the keyboard")

    def fill(self, title: str) -> None:
        """Let a window take the whole screen."""
        number = str(self.frame(title).identity)
        self._x("xdotool", "windowsize", number, "100%", "100%", "windowmove", number, "0", "0")
        full = self._x("xdotool", "getdisplaygeometry").split()
        self.patience.until(
            lambda: int(full[0]) == self.frame(title).box[2], f"{title!r} to fill the screen"
        )

    def close(self, title: str) -> None:
        """Close a window as a person does, with the window manager's own keys."""
        self.activate(title)
        self.key("alt+F4")

    def type(self, text: str) -> None:
        """Write as a person would, into whatever has the keyboard."""
        self._x("xdotool", "type", "--delay", "15", "--", text)

    def key(self, *keys: str) -> None:
        """Press keys one after another: ``key("Tab", "ctrl+Return")``."""
        self._x("xdotool", "key", "--delay", "30", "--", *keys)

    def click(self, at: tuple[int, int], button: int = 1, scale: int = 1) -> None:
        """Click with the mouse at a place on the screen.

        Args:
            at: From the left and from the top, in the pixels of the program.
            button: 1 is the left one, 3 the right.
            scale: How many pixels of the screen one of the program is wide.
        """
        left, top = at[0] * scale, at[1] * scale
        self._x("xdotool", "mousemove", str(left), str(top), "click", str(button))

    def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Press the left button at one place and move, slowly like a hand, to another."""
        self._x("xdotool", "mousemove", *map(str, start), "mousedown", "1")
        for part in range(1, DRAG_STEPS + 1):
            place = [a + (b - a) * part // DRAG_STEPS for a, b in zip(start, end, strict=True)]
            self._x("xdotool", "mousemove", "--sync", *map(str, place))

    def let_go(self) -> None:
        """Let the left button go."""
        self._x("xdotool", "mouseup", "1")

    def picture(self, name: str) -> Path:
        """Take a picture of the whole screen; return the PNG."""
        self._pictures.mkdir(parents=True, exist_ok=True)
        path = self._pictures / f"{name}.png"
        self._x("import", "-silent", "-window", "root", str(path))
        return path

    def evidence(self) -> str:
        """Return what a person needs to see why a journey failed."""
        titles = [f"  {frame.title!r} {frame.box}" for frame in self.frames()]
        return "\n".join([f"picture: {self.picture('failed')}", "windows:", *titles])
