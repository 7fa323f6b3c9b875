"""A salesperson who works whatever the card asks, with nothing but the screen.

What his customers will say stands in their stories; what is due he reads from the agenda, as
he would from the list on the screen.
"""

import re
from collections import Counter, deque
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from tests.journeys.office import CARD, UNDONE_WITHIN_S, Office
from tests.journeys.window import Window

AFTER_A_MISS = re.compile("Not reached: send a WhatsApp|Handed over to the BDC")
TWO_MINUTES = timedelta(minutes=2)
CALLS = frozenset({"call", "call_back", "follow_up"})
MESSAGES = {
    "confirm_appointment": "Confirm the appointment",
    "remind_appointment": "Remind of the appointment",
}
TRIES_BY = {"mail": "Mail", "whatsapp": "WhatsApp"}
PLANS = {
    "Appointment": "Book the appointment",
    "Call back": "Plan the call",
    "Information": "Plan the follow-up",
    "Thinking": "Plan the follow-up",
}

Row = dict[str, Any]


class Salesperson:
    """Works the card, and counts what he presses."""

    def __init__(self, office: Office, stories: Mapping[str, Sequence[str]]) -> None:
        """Begin.

        Args:
            office: His office.
            stories: What each customer says, one line a conversation or visit: an outcome
                of a call, "Spoke: Appointment" and the like, "Came" or "Did not come".
        """
        self._office = office
        self._stories = {name: deque(lines) for name, lines in stories.items()}
        self.presses: Counter[str] = Counter()

    def work(self) -> None:
        """Work every lead that is due, one after the other, until none is."""
        patience = self._office.desktop.screen.patience
        while True:
            while due := self._due():
                self._work(due[self._name_on_card(due)])
            if not self._office.cards():
                return
            self._press(self._office.card(), "Put the card away")
            patience.until(
                lambda: not self._office.cards() or self._due(), "the card to go", UNDONE_WITHIN_S
            )

    def next_due(self) -> datetime | None:
        """Return when the next lead is due; ``None`` when there is none."""
        return min((row["due_at"] for row in self._office.agenda()), default=None)

    def unsaid(self) -> dict[str, list[str]]:
        """Return what customers did not come to say."""
        return {name: list(lines) for name, lines in self._stories.items() if lines}

    def _due(self) -> dict[str, Row]:
        rows = self._office.agenda()
        now = self._office.desktop.clock.now()
        return {row["name"]: row for row in rows if _rings(row, now)}

    def _name_on_card(self, due: Mapping[str, Row]) -> str:
        """Wait until the card shows one of those that are due; return who it is."""

        def shown() -> str | None:
            titles = [frame.title.removeprefix(CARD) for frame in self._office.cards()]
            names = [title.partition(" · ")[0] for title in titles]
            return next((name for name in names if name in due), None)

        screen = self._office.desktop.screen
        return screen.patience.until(shown, f"a card for one of {sorted(due)}", 30)

    def _work(self, row: Row) -> None:
        name, step = row["name"], row["step"]
        card = self._office.card(name)
        if step in CALLS and not self._must_choose(card):
            self._call(card, name)
        elif step in CALLS:
            self._agree(card, self._says(name))
        elif step in MESSAGES:
            card.shows(MESSAGES[step])
            self._press(card, "WhatsApp" if card.all(name="WhatsApp") else "Mail")
            card.shows(f"{name}: ")
        elif step == "ask_show":
            card.shows("Did the customer come?")
            came = self._says(name)
            self._press(card, came)
            card.shows(f"{name}: {came}")
        else:
            self._press(card, TRIES_BY[step])
            card.field("Message")
            self._press(card, TRIES_BY[step])
            card.shows(f"{name}: ")

    def _must_choose(self, card: Window) -> bool:
        said = " ".join(card.words())
        return "What did you agree?" in said or "How did the visit end?" in said

    def _call(self, card: Window, name: str) -> None:
        outcome, _, agreement = self._says(name).partition(": ")
        self._press(card, "Call")
        self._press(card, outcome)
        if outcome == "Spoke":
            card.shows("What did you agree?")
            self._agree(card, agreement)
        elif outcome != "Wrong number":
            self._write_beside(card)

    def _write_beside(self, card: Window) -> None:
        """Send the messages that go beside a call in vain; the last try has none."""
        said = card.shows(AFTER_A_MISS)
        if "Handed over" in said:
            return
        card.shows("Not reached: send a WhatsApp")
        self._press(card, "WhatsApp")
        card.shows("Not reached: send a mail")
        self._press(card, "Mail")
        card.shows("Mail sent")

    def _agree(self, card: Window, agreement: str) -> None:
        before = self._office.count("facts")
        step, _, reason = agreement.partition(", ")
        self._press(card, step)
        if reason:
            self._press(card, reason)
        if step in PLANS:
            self._press(card, PLANS[step])
        patience = self._office.desktop.screen.patience
        patience.until(lambda: self._office.count("facts") > before, f"{agreement} to be written")

    def _says(self, name: str) -> str:
        assert self._stories[name], f"{name} has no more to say"
        return self._stories[name].popleft()

    def _press(self, card: Window, control: str) -> None:
        card.press(control)
        self.presses[control] += 1


def _rings(row: Row, now: datetime) -> bool:
    """Say whether a lead asks for attention: it is due, or its two minutes run."""
    due: datetime = row["due_at"]
    runs = row["step"] == "call" and not row["tries"] and due <= now + TWO_MINUTES
    return runs or due <= now
