"""A dealer's office in one object: customers who ask, a salesperson who presses, the truth.

What a journey does to the program goes through its screen, its folder or its command line;
what it then believes comes from the command line and from the database itself, never from
a module of the program.
"""

import gettext
import json
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

from assistant.demo.stage import furnish
from assistant.folders import DataFolder
from assistant.resources import resource
from assistant.settings import change
from tests.conftest import AMSTERDAM
from tests.journeys.customers import SANNE, Customer
from tests.journeys.desktop import Desktop
from tests.journeys.program import Installation, Program
from tests.journeys.reader import Control
from tests.journeys.screen import Frame
from tests.journeys.window import FIELDS, Window

MAIN, CARD = "Follow-up", "Card: "
START_WITHIN_S = 30.0
UNDONE_WITHIN_S = 25.0
"""The card stays ten seconds after the last press, so that it can be undone."""

TWO_BEATS_S = 2.5
"""The program looks every second at what is due: what does not come within two looks stays away."""


def local(moment: datetime) -> str:
    """Return a moment as the clock on the dealer's wall shows it: ``Tue 10:00``."""
    return f"{moment.astimezone(AMSTERDAM):%a %H:%M}"


class Office:
    """The assistant on one desktop, furnished, with its opening hours."""

    def __init__(self, desktop: Desktop, followup: Installation, *, always_open: bool) -> None:
        self.desktop = desktop
        self.followup = followup
        self.data = followup.data
        self.inbox = self.data / "inbox"
        self.say = gettext.NullTranslations().gettext
        furnish(DataFolder(self.data), always_open=always_open)

    def settle_in(self) -> None:
        """Make the database, so that the program's first questions were answered long ago."""
        assert self.followup.command("agenda").returncode == 0

    def speak_dutch(self) -> None:
        """Let the program speak Dutch, and look for its controls by their Dutch names."""
        self.set("desk", language="nl")
        with resource("translations/nl.mo").open("rb") as file:
            self.say = gettext.GNUTranslations(file).gettext

    def set(self, section: str, **values: object) -> None:
        """Change settings before the program starts."""
        change(self.data / "settings.toml", section, values)

    def open(self, *options: str, **environment: str) -> Program:
        """Start the program and wait until one can type in its main window."""
        program = self.followup.run(*options, **environment)
        self.is_open()
        return program

    def is_open(self) -> None:
        """Wait until one can type in the main window."""
        self.desktop.screen.frame(MAIN, START_WITHIN_S)
        self.desktop.screen.patience.until(
            self._fields, "a field in the main window", START_WITHIN_S
        )

    def _fields(self) -> list[Control]:
        """Look for the window anew each time: a screen reader may first see it empty."""
        windows = self.desktop.reader.windows()
        return [
            field
            for window in windows
            if window.title.startswith(MAIN)
            for field in window.all(FIELDS)
        ]

    def kill(self, program: Program) -> None:
        """End the program without a warning, and wait until nothing of it is left to see."""
        program.kill()
        self.desktop.reader.no_window(MAIN)
        self.desktop.reader.no_window(CARD)

    def arrive(self, customer: Customer = SANNE) -> Path:
        """Let a customer's request land in the watched folder; return the file."""
        return self.land(f"{customer.number}.xml", customer.adf)

    def land(self, name: str, content: str | bytes) -> Path:
        """Let a file land in the watched folder whole, as whoever is careful does it."""
        path = self.inbox / name
        written = self.data / f"{name}.written"
        written.write_bytes(content if isinstance(content, bytes) else content.encode())
        written.rename(path)
        return path

    @property
    def card_title(self) -> str:
        """How the card's title begins."""
        return self.say("Card: {said}").partition("{")[0]

    @property
    def main(self) -> Window:
        """The main window."""
        return self.desktop.reader.window(MAIN)

    def card(self, words: str = "") -> Window:
        """Wait for the card; with words, for the one that shows them."""
        card = self.desktop.reader.window(self.card_title)
        if words:
            card.shows(words)
        return card

    def cards(self) -> list[Frame]:
        """Return the popups on the screen, as the window manager has them."""
        title = self.card_title
        return [frame for frame in self.desktop.screen.frames() if frame.title.startswith(title)]

    def press(self, *names: str) -> Window:
        """Press one control of the card after the other; return the card."""
        card = self.card()
        for name in names:
            card.press(self.say(name))
        return card

    def click_on_card(self, words: str) -> None:
        """Click on a text in the card, which does nothing but give it the keyboard."""
        (label,) = self.card(words).all(frozenset({"label"}), words)
        screen = self.desktop.screen
        screen.click(label.centre)
        screen.patience.until(lambda: screen.is_active(CARD), "the card with the keyboard")

    def miss(self, outcome: str = "No answer") -> None:
        """Call the customer on the card in vain, and write him nothing."""
        card = self.press("Call", outcome)
        card.shows("Not reached: send a WhatsApp")
        card.press("Skip")
        card.shows("Not reached: send a mail")
        card.press("Skip")
        card.shows("Mail skipped")

    def put_away(self) -> None:
        """Close the card of a lead that asks for nothing now."""
        self.press("Put the card away")
        self.no_card()

    def no_card(self, within: float = UNDONE_WITHIN_S) -> None:
        """Wait until there is no card, for the eye and for the ear."""
        self.desktop.screen.patience.until(lambda: not self.cards(), "the card to go", within)
        self.desktop.reader.no_window(self.card_title, within)

    def stays_quiet(self) -> None:
        """Fail if a card comes within the next two looks of the program."""
        self.desktop.screen.patience.always(
            lambda: not self.cards(), "nothing asks for attention", TWO_BEATS_S
        )

    def agenda(self) -> list[dict[str, Any]]:
        """Return what ``followup agenda --json`` prints, moments as such."""
        return [self._row(line) for line in self._lines("agenda", "--json")]

    def handed_over(self) -> list[dict[str, Any]]:
        """Return what ``followup handover --json`` prints."""
        return [json.loads(line) for line in self._lines("handover", "--json")]

    def due(self) -> datetime:
        """Return when the one lead there is is due."""
        (row,) = self.agenda()
        due: datetime = row["due_at"]
        return due

    def attempts(self) -> list[tuple[str, str]]:
        """Return channel and outcome of every attempt on disk, the oldest first."""
        rows = self.query("select channel, what from facts where kind = 'attempt' order by seq")
        return [(str(channel), str(outcome)) for channel, outcome in rows]

    def count(self, table: str) -> int:
        """Return how many rows a table of the database has."""
        ((count,),) = self.query(f"select count(*) from {table}")  # noqa: S608 - our own words
        return int(count)

    def query(self, sql: str) -> list[tuple[Any, ...]]:
        """Ask the database itself, read-only, beside whoever else has it open."""
        place = f"{(self.data / 'followup.db').as_uri()}?mode=ro"
        with closing(sqlite3.connect(place, uri=True)) as connection:
            return connection.execute(sql).fetchall()

    def _lines(self, *words: str) -> list[str]:
        done = self.followup.command(*words)
        assert (done.returncode, done.stderr) == (0, ""), done.stderr
        return done.stdout.splitlines()

    @staticmethod
    def _row(line: str) -> dict[str, Any]:
        row: dict[str, Any] = json.loads(line)
        return row | {"due_at": datetime.fromisoformat(row["due_at"])}
