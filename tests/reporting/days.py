"""Days at a desk, told by numbers: whatever is drawn is done, if a real day can bring it."""

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from assistant.core.contact import Phone
from assistant.core.errors import WrongCallError
from assistant.core.facts import (
    OUTCOMES,
    AgreementKind,
    AppointmentEvent,
    LeadId,
    LostReason,
    Outcome,
    Requested,
)
from assistant.core.request import Channel, Condition, Door, Request, RequestKind
from assistant.core.rules import Rules
from assistant.desk import Desk, NextStep
from assistant.desk.inspection import Inspection, inspection
from assistant.store.columns import moment
from assistant.store.store import Store
from tests.conftest import RULES, FakeClock, a_request
from tests.reporting.exported import exported
from tests.reporting.slow_figures import SlowInspection
from tests.reporting.slow_leads import Lead, Row, asked, leads
from tests.reporting.slow_story import Story
from tests.reporting.told import Told, told_by

Deed = tuple[str, int, int]
"""What is done, which of its kinds or to which lead, and the minutes that pass before."""

NUMBERS = [
    Phone("+31612345678", mobile=True),
    Phone("+31201234567"),
    Phone("+31687654321", mobile=True),
]
_MOMENTS = {"at", "moment", "arrived_at", "clock_from", "wanted_at"}


class Days:
    """Two salespeople at one desk, whose log is in memory."""

    def __init__(self, starts: datetime, rules: Rules = RULES) -> None:
        self.clock, self.rules = FakeClock(starts), rules
        self.store = Store(None, starts)
        self.desks = [
            Desk(self.store, self.clock, rules, salesperson=name) for name in ("Piet", "Els")
        ]
        self.leads: list[LeadId] = []
        self.asked = 0
        self._persons = count(10_000_000)
        self._do: dict[str, Callable[[Desk, int], object]] = {
            "ask": self._ask,
            "call": lambda desk, n: self._attempt(desk, Channel.CALL, n),
            "write": lambda desk, n: self._attempt(
                desk, (Channel.MAIL, Channel.WHATSAPP)[n % 2], n // 2
            ),
            "agree": self._agree,
            "visit": self._visit,
            "meet": self._meet,
            "ring": self._ring,
            "chase": self._chase,
            "learn": self._learn,
            "tie": self._tie,
            "undo": self._undo,
            "away": self._away,
            "forget": self._forget,
        }

    def live(self, deeds: Sequence[Deed]) -> None:
        """Do everything, one after the other."""
        for kind, number, minutes in deeds:
            self.clock.advance(minutes=minutes)
            with suppress(WrongCallError):
                self._do[kind if self.leads else "ask"](self.desks[number % 7 == 0], number)

    def told(self) -> list[Told]:
        """Return the leads that asked, as their stories in the log have them."""
        return [
            told_by(Story(lead, place, self.rules))
            for lead in self._lived()
            for place in asked(lead)
        ]

    def _lived(self) -> list[Lead]:
        """Return all leads as the log has them, in plain rows."""
        owners = self.store._db.execute("select id, owner from leads").fetchall()
        rows = self.store._db.execute(
            """select facts.*, requests.kind as request_kind, arrived_at, clock_from, wanted_at,
                      door, source, condition, plate, phones, emails, may_call,
                      phone_read_back, email_read_back
               from facts left join requests using (id) order by seq"""
        ).fetchall()
        found = leads(dict(map(tuple, owners)), [_plain(dict(row)) for row in rows])
        return [
            replace(lead, is_forgotten=self.store.log.is_forgotten(LeadId(lead.id)))
            for lead in found
        ]

    @contextmanager
    def inspected(self) -> Iterator[tuple[Inspection, SlowInspection]]:
        """Open the two that must agree: the second has nothing but an export."""
        numbers = self.store._db.execute("select id, phones ->> '$[0][0]' from requests").fetchall()
        with TemporaryDirectory() as folder:
            path = Path(folder, "followup.db")
            self.store._db.execute("vacuum into ?", [str(path)])
            told = exported(path, self.clock(), dict(map(tuple, numbers)), self.rules)
            with inspection(path, self.clock, self.rules) as fast:
                yield fast, SlowInspection(told, self.clock(), self.rules)

    def _ask(self, desk: Desk, number: int) -> None:
        person, kind = next(self._persons), tuple(RequestKind)[number % len(RequestKind)]
        known = number % 5 == 0  # the same customer as another time
        phone = (
            NUMBERS[number % 3] if known else Phone(f"+316{person}"[:12], mobile=number % 4 != 1)
        )
        wanted = self.clock.now + timedelta(minutes=(number - 400) * 4)
        asked = a_request(
            kind=kind,
            door=tuple(Door)[number // 3 % 3 if kind is not RequestKind.PASSIVE else 3],
            source=("AutoTrack", "Marktplaats", "")[number // 2 % 3],
            phones=() if number % 11 == 0 else (phone,),
            emails=(f"klant{person}@example.com",) if number % 3 else (),
            plate="" if number % 2 else "XX-123-X",
            condition=Condition.NEW if number % 4 == 3 else None,
            consent="2026" if kind is RequestKind.PASSIVE else "",
            wanted_at=wanted if number % 4 == 2 else None,
            may_call=number % 13 != 0,
            phone_read_back=number % 6 < 2,
            email_read_back=number % 6 < 2,
        )
        self._take(desk, asked)

    def _take(self, desk: Desk, asked: Request) -> None:
        lead = desk.log_contact(asked).lead_id
        if lead is not None and lead not in self.leads:
            self.leads.append(lead)

    def _lead(self, number: int) -> LeadId:
        return self.leads[number // 7 % len(self.leads)]

    def _attempt(self, desk: Desk, channel: Channel, number: int) -> None:
        outcomes = OUTCOMES[channel]
        desk.record(self._lead(number), channel, outcomes[number % len(outcomes)])

    def _agree(self, desk: Desk, number: int) -> None:
        kind = (*AgreementKind, AgreementKind.APPOINTMENT)[number % 7]
        has_moment = kind in tuple(AgreementKind)[:3]
        moment = self.clock.now + timedelta(minutes=1 + number) if has_moment else None
        reason = tuple(LostReason)[number % 3] if kind is AgreementKind.LOST else None
        desk.agree(self._lead(number), NextStep(kind=kind, moment=moment, reason=reason))

    def _visit(self, desk: Desk, number: int) -> None:
        event = tuple(AppointmentEvent)[number % 6]
        standing = desk.lead(self._lead(number)).course.appointment
        if standing is not None:
            moved = self.clock.now + timedelta(minutes=1 + number)
            desk.change_appointment(
                standing.id, event, moved if event is AppointmentEvent.MOVED else None
            )

    def _meet(self, desk: Desk, number: int) -> None:
        """Let a whole appointment pass."""
        lead, events = self._lead(number), (AppointmentEvent.SHOW, AppointmentEvent.NO_SHOW)
        desk.record(lead, Channel.CALL, Outcome.SPOKE)
        moment = self.clock.now + timedelta(hours=1)
        made = desk.agree(lead, NextStep(kind=AgreementKind.APPOINTMENT, moment=moment)).id
        if number % 3:
            desk.change_appointment(made, AppointmentEvent.CONFIRMED)
        self.clock.advance(hours=1)
        if number % 4:
            desk.change_appointment(made, events[number % 2])
        if number % 5 == 0:
            desk.agree(lead, NextStep(kind=AgreementKind.SOLD))

    def _ring(self, desk: Desk, number: int) -> None:
        """Let it ring in vain, and perhaps be answered elsewhere."""
        rings = a_request(
            kind=RequestKind.MISSED_CALL, door=Door.PHONE, phones=(NUMBERS[number % 3],), emails=()
        )
        self._take(desk, rings)
        self.clock.advance(seconds=(0, 30, 60, 61)[number % 4])
        if number % 5:
            self._take(desk, replace(rings, kind=RequestKind.ANSWERED_CALL))

    def _chase(self, desk: Desk, number: int) -> None:
        """Try often, in vain."""
        for _ in range(2 + number % 4):
            self.clock.advance(minutes=30)
            desk.record(self._lead(number), Channel.CALL, Outcome.VOICEMAIL)

    def _learn(self, desk: Desk, number: int) -> None:
        desk.learn(
            self._lead(number),
            phone=NUMBERS[number % 3],
            email=f"nieuw{number}@example.com",
            phone_read_back=number % 2 == 0 or None,
            email_read_back=number % 3 != 0 or None,
        )

    def _tie(self, desk: Desk, number: int) -> None:
        lead, other = self._lead(number), self._lead(number * 3 + 7)
        requests = [fact for fact in desk.lead(lead).facts if isinstance(fact, Requested)]
        if number % 2:
            desk.merge(lead, other)
        else:
            split = desk.split(lead, requests[number // 2 % len(requests)].id)
            self.leads += [split.into] if hasattr(split, "into") else []

    def _undo(self, desk: Desk, number: int) -> None:
        facts = desk.lead(self._lead(number)).facts
        desk.take_back(facts[-1 - number % min(3, len(facts))])

    def _away(self, desk: Desk, number: int) -> None:
        if number % 3 == 0:
            desk.handovers.hand_on(self._lead(number), "Els" if number % 2 else "")
        elif number % 3 == 1:
            for lead in desk.handovers.waiting():
                assert lead.handed_over is not None
                desk.handovers.sent(lead.lead_id, lead.handed_over)
        else:
            desk.handovers.came_back(self._lead(number), "thuis")

    def _forget(self, desk: Desk, number: int) -> None:
        desk.privacy.forget(desk.privacy.customer_of(self._lead(number)))


def _plain(row: Row) -> Row:
    """Read a row's moments and lists, as they stand in the file."""
    for name in _MOMENTS:
        row[name] = moment(row[name]) if row[name] else None
    for name in ("phones", "emails", "details"):
        row[name] = json.loads(row[name]) if row[name] else None
    return row
