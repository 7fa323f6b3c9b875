"""A salesperson at work on one lead: writes facts down, each at its moment."""

from base64 import b32encode
from collections.abc import Callable
from datetime import datetime, timedelta
from enum import StrEnum
from random import Random
from typing import TypeVar

from assistant.core.facts import (
    OUTCOMES,
    Attempt,
    CameBack,
    Fact,
    FactId,
    HandOverReason,
    HandOverSent,
    LeadId,
    Outcome,
    Requested,
    Retraction,
)
from assistant.core.request import Channel, Request
from assistant.core.rules import Rules, Try
from tests.bench.year.people import Customer, Seller
from tests.bench.year.rows import Lead

F = TypeVar("F", bound=Fact)


class Turn(StrEnum):
    """What comes next for a lead."""

    RESPOND = "respond"
    REACH = "reach"
    TALK = "talk"
    GIVE_UP = "give_up"
    VISIT = "visit"
    LOST = "lost"
    END = "end"


class YearIsOverError(Exception):
    """What comes next lies after the last moment of the log."""


class Work:
    """One lead, its salesperson, and the moment to which his work has come.

    Attributes:
        tries: Those in a row since the last conversation.
        wish: When he wants to be called back.
        talks: How many conversations there were.
        asked_again: Whether the customer asked a second time.
        second_voice: Whether the lead was sent for the second voice.
    """

    def __init__(
        self, chance: Random, rules: Rules, until: datetime, seller: Seller, customer: Customer
    ) -> None:
        self.chance, self.rules, self.seller, self.customer = chance, rules, seller, customer
        self.phone, self.email, self.whatsapp = customer.phone, customer.email, False
        self.until = self.now = until
        self.lead = Lead(id=LeadId(new_id(chance)), owner=seller.name, opened_at=until)
        self.tries: list[Try] = []
        self.talks = 0
        self.wish: datetime | None = None
        self.asked_again = self.second_voice = False

    def happens(self, share: float) -> bool:
        """Say by chance whether something happens that does so in this share of cases."""
        return self.chance.random() < share

    def wait(self, least: int, most: int) -> None:
        """Let so many seconds go by."""
        self.now += timedelta(seconds=self.chance.randint(least, most))

    def wait_until_open(self, moment: datetime, usual_s: int) -> None:
        """Let time go by to a moment and the usual seconds of delay, in opening hours."""
        late = min(int(self.chance.lognormvariate(0, 1) * usual_s), 2 * 86_400)
        opens = self.rules.hours.next_open(max(moment, self.now)) + timedelta(seconds=late)
        self.now = self.rules.hours.next_open(opens)

    def write(self, kind: Callable[..., F], by: str | None = None, /, **fields: object) -> F:
        """Append a fact that happens now.

        Raises:
            YearIsOverError: If now is after the year.
        """
        if self.now >= self.until:
            raise YearIsOverError
        name = self.seller.name if by is None else by
        common = {"id": FactId(new_id(self.chance)), "lead_id": self.lead.id, "at": self.now}
        fact = kind(**common, by=name, **fields)
        self.lead.facts.append(fact)
        return fact

    def know(self, asked: Request) -> None:
        """Know of the customer what he gave with his first request."""
        self.phone = next(iter(asked.phones), None) if asked.may_call else None
        self.email = next(iter(asked.emails), "")
        self.whatsapp = any(phone.mobile for phone in asked.phones)
        self.wish = asked.wanted_at

    def ask(self, request: Request, arrived_at: datetime) -> None:
        """Let a request arrive, and be taken in a second later; the first opens the lead."""
        self.now = arrived_at + timedelta(seconds=1)
        if not self.lead.facts:
            self.lead.opened_at = self.now
        self.write(Requested, request=request, arrived_at=arrived_at, clock_from=arrived_at)
        self.tries = []

    def attempt(self, channel: Channel, outcome: Outcome, by: str | None = None) -> None:
        """Log an attempt; now and then a wrong key is pressed, and taken back."""
        if by is None and self.happens(0.012):
            self.slip(Attempt, channel=channel, outcome=OUTCOMES[channel][-2])
        self.write(Attempt, by, channel=channel, outcome=outcome)

    def slip(self, kind: Callable[..., Fact], /, **fields: object) -> None:
        """Press a wrong key, and take it back."""
        slip = self.write(kind, **fields)
        self.wait(3, 9)
        self.write(Retraction, of=slip.id)
        self.wait(2, 6)

    def send(self) -> bool:
        """Send a message where one can; say whether it was done."""
        if self.whatsapp and (not self.email or self.happens(0.6)):
            self.attempt(Channel.WHATSAPP, Outcome.SENT)
        elif self.email:
            self.attempt(Channel.MAIL, Outcome.SENT)
        else:
            return False
        return True

    def hand_over(self, reason: HandOverReason, to: str = "") -> None:
        """Send the lead to another, who gets what waits since now a little later."""
        since = self.now
        self.wait(300, 14_400)
        self.write(HandOverSent, reason=reason, since=since, to=to)

    def come_back(self) -> Turn:
        """Let word of it come back some days later: its clock starts anew."""
        self.wait(7_200, 5 * 86_400)
        self.now = self.rules.hours.next_open(self.now)
        self.write(CameBack, "", arrived_at=self.now, note="Klant heeft weer interesse.")
        self.tries = []
        return Turn.RESPOND


def new_id(chance: Random) -> str:
    """Return an id as the store gives them, by chance."""
    return b32encode(chance.randbytes(10)).decode("ascii").lower()
