"""Four weeks of a dealer with three salespeople: what the inspection page is looked at with."""

import heapq
from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from random import Random

from assistant.core.contact import Phone
from assistant.core.facts import AgreementKind, AppointmentEvent, LeadId, LostReason, Outcome
from assistant.core.request import Channel, Condition, Door, RequestKind
from assistant.desk import Desk, NextStep
from assistant.store.store import Store
from tests.conftest import RULES, FakeClock, a_request, local

FIRST, NOW = local("2026-02-02 09:00"), local("2026-02-27 17:00")
LEADS = 160
_NAMES = (
    "Anna",
    "Bas",
    "Cees",
    "Dewi",
    "Emma",
    "Fatma",
    "Gijs",
    "Hanna",
    "Ilse",
    "Jan",
    "Mo",
    "Noor",
)
_FAMILIES = ("de Vries", "Jansen", "Bakker", "Visser", "Smit", "Meijer", "Mulder", "Vos")
_SOURCES = ("AutoTrack", "Marktplaats", "AutoScout24", "Website", "")
_CARS = ("Peugeot 208 1.2", "Kia Picanto", "Toyota Yaris Hybrid", "Volvo V60", "Opel Corsa")
_HOURS = (0, 1, 1, 2, 4, 6, 9, 10, 10, 11, 12, 14)


class ExampleWeeks:
    """Tells the weeks, moment by moment; the same each time."""

    def __init__(self, path: Path) -> None:
        self._random = Random(4)  # noqa: S311 - believable, not secret
        self._clock = FakeClock(FIRST)
        self._store = Store(path, FIRST)
        names = ("Piet", "Sanne", "Mark")
        self._desks = [Desk(self._store, self._clock, RULES, salesperson=n) for n in names]
        self._tasks: list[tuple[datetime, int, Callable[[], None]]] = []
        self._number = count(1)

    def tell(self) -> None:
        """Fill the file."""
        for _ in range(LEADS):
            day = FIRST + timedelta(days=self._random.randrange(30))
            hours, minutes = self._random.choice(_HOURS), self._random.randrange(60)
            self._at(day + timedelta(hours=hours, minutes=minutes), self._ask)
        while self._tasks:
            moment, _, task = heapq.heappop(self._tasks)
            if moment <= NOW:
                self._clock.now = moment
                task()
        self._store.close()

    def _at(self, moment: datetime, task: Callable[[], None]) -> None:
        heapq.heappush(self._tasks, (moment, next(self._number), task))

    def _after(self, minutes: float, task: Callable[[], None]) -> None:
        self._at(self._clock.now + timedelta(minutes=minutes), task)

    def _ask(self) -> None:
        pick, number = self._random.choice, next(self._number)
        desk = pick(self._desks)
        door = self._random.choices((Door.WEB, Door.PHONE), (3, 1))[0]
        kind = pick((RequestKind.MISSED_CALL, RequestKind.QUESTION, RequestKind.ANSWERED_CALL))
        lead = desk.log_contact(
            a_request(
                name=f"{pick(_NAMES)} {pick(_FAMILIES)}",
                phones=(Phone(f"+3161{number:07}", mobile=True),),
                emails=(f"klant{number}@example.com",),
                door=door,
                kind=RequestKind.QUESTION if door is Door.WEB else kind,
                source=pick(_SOURCES),
                vehicle=pick(_CARS),
                condition=pick((Condition.NEW, Condition.USED, Condition.USED, None)),
            ),
            self._after_answer(door, kind),
        ).lead_id
        if lead is None or (door is Door.PHONE and kind is RequestKind.ANSWERED_CALL):
            return
        opens = RULES.hours.next_open(self._clock.now)
        wait = pick((1, 1, 1.5, 1.8, 3, 4, 9, 25, 50, 130, 700))
        self._at(opens + timedelta(minutes=wait), lambda: self._try(desk, lead, 1))

    def _after_answer(self, door: Door, kind: RequestKind) -> NextStep | None:
        if door is Door.WEB or kind is not RequestKind.ANSWERED_CALL:
            return None
        return NextStep(kind=AgreementKind.APPOINTMENT, moment=self._clock.now + timedelta(days=2))

    def _try(self, desk: Desk, lead: LeadId, number: int) -> None:
        if self._random.random() < 0.5:
            desk.record(lead, Channel.CALL, Outcome.SPOKE)
            self._after(2, lambda: self._end_talk(desk, lead))
            return
        desk.record(lead, Channel.CALL, Outcome.VOICEMAIL)
        if number < self._random.choice((1, 2, 3, 5, 5)):
            self._after(60 * 20, lambda: self._try(desk, lead, number + 1))

    def _end_talk(self, desk: Desk, lead: LeadId) -> None:
        kind = self._random.choices(
            (AgreementKind.APPOINTMENT, AgreementKind.CALL_BACK, AgreementKind.LOST), (5, 3, 2)
        )[0]
        moment = self._clock.now + timedelta(days=self._random.choice((1, 2, 3)))
        reason = LostReason.PRICE if kind is AgreementKind.LOST else None
        agreed = None if reason else moment
        desk.agree(lead, NextStep(kind=kind, moment=agreed, reason=reason))
        standing = desk.lead(lead).course.appointment
        if standing is None or self._random.random() < 0.2:
            return
        desk.change_appointment(standing.id, AppointmentEvent.CONFIRMED)
        self._at(moment + timedelta(hours=1), lambda: self._come(desk, lead))

    def _come(self, desk: Desk, lead: LeadId) -> None:
        standing = desk.lead(lead).course.appointment
        came = self._random.random() < 0.7
        event = AppointmentEvent.SHOW if came else AppointmentEvent.NO_SHOW
        if standing is None:
            return
        desk.change_appointment(standing.id, event)
        if came and self._random.random() < 0.5:
            desk.agree(lead, NextStep(kind=AgreementKind.SOLD))
