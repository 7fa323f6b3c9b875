"""What is derived agrees with the facts, whatever was done in whatever order."""

from contextlib import suppress
from dataclasses import replace
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.core.errors import WrongCallError
from assistant.core.facts import (
    OUTCOMES,
    AgreementKind,
    AppointmentEvent,
    LaterReason,
    LeadId,
    LostReason,
    Requested,
)
from assistant.core.request import Channel
from assistant.desk import Desk, NextStep
from assistant.store.store import Store
from tests.conftest import LAND_LINE, MOBILE, RULES, FakeClock, a_request

IMPATIENT = replace(RULES, escalate_after=timedelta(minutes=20))
ACTIONS = st.lists(
    st.tuples(
        st.sampled_from(
            ["ask", "call", "mail", "whatsapp", "agree", "appointment", "tie", "away", "other"]
        ),
        st.integers(0, 1_000),
        st.sampled_from([0, 1, 30, 200, 1_500]),
    ),
    min_size=1,
    max_size=12,
)
REQUESTS = [
    a_request(),
    a_request(name="Jan", phones=(LAND_LINE,), emails=()),
    a_request(name="", phones=(MOBILE,), emails=(), may_call=False),
    a_request(phones=(), emails=("els@example.com",), vehicle=""),
]


def act(desk: Desk, clock: FakeClock, kind: str, choice: int) -> None:
    """Do something; what no real day can bring is refused, and must change nothing."""
    with suppress(WrongCallError):
        do(desk, clock, kind, choice)


def do(desk: Desk, clock: FakeClock, kind: str, choice: int) -> None:
    leads = [item.summary.lead_id for item in desk.agenda()]
    if kind == "ask" or not leads:
        desk.log_contact(REQUESTS[choice % len(REQUESTS)])
        return
    lead = leads[choice % len(leads)]
    later = clock.now + timedelta(minutes=1 + choice)
    if kind in set(Channel):
        outcomes = OUTCOMES[Channel(kind)]
        desk.record(lead, Channel(kind), outcomes[choice % len(outcomes)])
    elif kind == "agree":
        ending = tuple(AgreementKind)[choice % len(AgreementKind)]
        moment = later if choice % len(AgreementKind) < 3 else None
        reason = LostReason.PRICE if ending is AgreementKind.LOST else None
        desk.agree(lead, NextStep(kind=ending, moment=moment, reason=reason))
    elif kind == "appointment":
        standing = desk.lead(lead).course.appointment
        event = tuple(AppointmentEvent)[choice % len(AppointmentEvent)]
        if standing is not None:
            moved = later if event is AppointmentEvent.MOVED else None
            desk.change_appointment(standing.id, event, moved)
    elif kind == "tie":
        tie(desk, lead, leads[(choice + 1) % len(leads)])
    elif choice % 2:
        desk.postpone(lead, later, LaterReason.OTHER)
    else:
        desk.take_back(desk.lead(lead).facts[-1])


def move(desk: Desk, choice: int) -> None:
    """Hand a lead on, send what waits, or let one come back."""
    here, away = desk.agenda(), desk.handed_over()
    if choice % 3 == 0 and here:
        lead_id = here[choice % len(here)].summary.lead_id
        desk.handovers.hand_on(lead_id, "Els" if choice % 2 else "")
    elif choice % 3 == 1:
        for lead in desk.handovers.waiting():
            assert lead.handed_over is not None
            desk.handovers.sent(lead.lead_id, lead.handed_over)
    elif away:
        desk.handovers.came_back(away[choice % len(away)].lead_id, "thuis")


def tie(desk: Desk, lead: LeadId, other: LeadId) -> None:
    """Merge two leads, or split off the last request of one."""
    requests = [fact for fact in desk.lead(lead).facts if isinstance(fact, Requested)]
    if lead != other:
        desk.merge(lead, other)
    else:
        desk.split(lead, requests[-1].id)


def told(desk: Desk) -> tuple[object, ...]:
    away, back = desk.handed_over(), desk.handovers.back()
    return desk.agenda(), away, back, desk.find("a"), desk.in_time_today()


def milestones(store: Store) -> list[tuple[object, ...]]:
    rows = store._db.execute("select * from milestones order by lead_id").fetchall()
    return [tuple(row) for row in rows]


@settings(max_examples=100, deadline=None)
@given(ACTIONS)
def test_rebuild_changes_nothing(actions: list[tuple[str, int, int]]) -> None:
    clock = FakeClock()
    store = Store(None, clock())
    desk = Desk(store, clock, IMPATIENT, salesperson="Piet")
    for kind, choice, minutes in actions:
        clock.advance(minutes=minutes)
        if kind == "away":
            move(desk, choice)
        else:
            act(desk, clock, kind, choice)
    before, counted = told(desk), milestones(store)

    Desk(store, clock, IMPATIENT, salesperson="Piet").plans.rebuild()  # one that remembers nothing

    assert (told(desk), milestones(store)) == (before, counted)
    assert store.problems() == []
    store.close()
