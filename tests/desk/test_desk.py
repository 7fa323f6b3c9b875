"""What the salesperson can do, through the real database and a clock moved by hand."""

from datetime import timedelta

import pytest

from assistant.core.errors import WrongCallError
from assistant.core.facts import (
    AgreementKind,
    AppointmentEvent,
    FactId,
    HandOverReason,
    LaterReason,
    LeadId,
    Outcome,
)
from assistant.core.plan import Step
from assistant.core.request import Channel, NotALead, Reading, Unreadable
from assistant.core.summary import State
from assistant.desk import Arrival, Desk, NextStep, Result
from assistant.store.store import Store
from tests.conftest import LAND_LINE, MOBILE, MONDAY_TEN, RULES, FakeClock, a_request, local


def arrive(desk: Desk, clock: FakeClock, *readings: Reading, identity: str = "mail:1") -> list:  # type: ignore[type-arg]
    arrival = Arrival(
        identity=identity,
        name="1.eml",
        arrived_at=clock(),
        content=b"raw",
        readings=readings or (a_request(),),
    )
    return [(taken.result, taken.lead_id) for taken in desk.take_in(arrival)]


def new_lead(desk: Desk, clock: FakeClock, **changes: object) -> LeadId:
    ((_, lead_id),) = arrive(desk, clock, a_request(**changes), identity=f"mail:{changes}")
    assert isinstance(lead_id, str)
    return LeadId(lead_id)


def steps(desk: Desk) -> list[tuple[Step, str]]:
    return [
        (item.prompt.step, f"{RULES.hours.local(item.prompt.due_at):%a %H:%M}")
        for item in desk.agenda()
    ]


def test_a_lead_is_due_two_minutes_after_it_arrived(desk: Desk, clock: FakeClock) -> None:
    new_lead(desk, clock)

    (item,) = desk.agenda()

    assert (item.prompt.step, item.prompt.due_at) == (Step.CALL, MONDAY_TEN + timedelta(minutes=2))
    assert item.summary.owner == "Piet"


def test_the_same_message_twice_is_one_lead(desk: Desk, clock: FakeClock) -> None:
    ((first, lead),) = arrive(desk, clock)
    ((second, again),) = arrive(desk, clock)

    assert (first, second) == (Result.NEW, Result.REPEAT)
    assert lead == again
    assert len(desk.lead(lead).facts) == 1


def test_a_resend_that_we_have_is_a_repeat_and_one_that_we_lack_is_a_lead(
    desk: Desk, clock: FakeClock
) -> None:
    resend = a_request(reference="Cobalt:1", resend=True)

    ((lacked, lead),) = arrive(desk, clock, resend, identity="sha256:1")
    ((had, again),) = arrive(desk, clock, resend, identity="sha256:2")

    assert (lacked, had) == (Result.NEW, Result.REPEAT)
    assert lead == again


@pytest.mark.parametrize(
    "second",
    [
        a_request(emails=(), name="S. Hoekstra"),
        a_request(phones=(), emails=("sanne.hoekstra@example.com",)),
    ],
)
def test_a_repeat_request_joins_the_open_lead_and_rings_again(
    desk: Desk, clock: FakeClock, second: Reading
) -> None:
    lead = new_lead(desk, clock)
    desk.record(lead, Channel.CALL, Outcome.VOICEMAIL)
    clock.advance(hours=1)

    ((result, joined),) = arrive(desk, clock, second, identity="mail:2")

    assert (result, joined) == (Result.JOINED, lead)
    assert steps(desk) == [(Step.CALL, "Mon 11:02")]


def test_two_people_on_one_number_are_one_card_with_both_names(
    desk: Desk, clock: FakeClock
) -> None:
    new_lead(desk, clock, emails=())
    new_lead(desk, clock, name="Jan Hoekstra", emails=())

    assert [item.summary.name for item in desk.agenda()] == ["Sanne Hoekstra / Jan Hoekstra"]


def test_after_a_closed_lead_a_new_one_opens_for_the_same_salesperson(
    store: Store, clock: FakeClock
) -> None:
    piets = Desk(store, clock, RULES, salesperson="Piet")
    lead = new_lead(piets, clock)
    piets.agree(lead, NextStep(kind=AgreementKind.SOLD))

    joris = Desk(store, clock, RULES, salesperson="Joris")
    ((result, second),) = arrive(joris, clock, identity="mail:2")

    assert result is Result.NEW
    assert second != lead
    assert joris.lead(second).owner == "Piet"
    assert [known.state for known in joris.known(frozenset({MOBILE.key}))].count(State.SOLD) == 1


def test_what_is_no_lead_and_what_cannot_be_read_is_kept(desk: Desk, clock: FakeClock) -> None:
    assert arrive(desk, clock, NotALead("An advert report."), identity="a") == [
        (Result.NOT_A_LEAD, None)
    ]
    assert arrive(desk, clock, Unreadable("No number."), identity="b") == [
        (Result.UNREADABLE, None)
    ]

    (unreadable,) = desk.messages.unreadable()
    assert (unreadable.name, unreadable.reason) == ("1.eml", "No number.")
    kept = desk.messages.one(unreadable.id)
    assert kept is not None
    assert kept.content == b"raw"
    assert desk.agenda() == []


def test_one_file_with_a_lead_and_a_broken_one_shows_both(desk: Desk, clock: FakeClock) -> None:
    results = arrive(desk, clock, a_request(), Unreadable("No number."))

    assert [result for result, _ in results] == [Result.NEW, Result.UNREADABLE]
    assert len(desk.agenda()) == len(desk.messages.unreadable()) == 1


def test_an_attempt_is_logged_with_who_and_when_and_plans_the_next(
    desk: Desk, clock: FakeClock
) -> None:
    lead = new_lead(desk, clock)
    clock.advance(seconds=70)

    attempt = desk.record(lead, Channel.CALL, Outcome.VOICEMAIL, note="ingesproken")

    assert (attempt.at, attempt.by, attempt.note) == (clock.now, "Piet", "ingesproken")
    (item,) = desk.agenda()
    assert item.prompt.due_at == clock.now + timedelta(minutes=30)
    assert (item.summary.last_outcome, item.summary.last_by) == (Outcome.VOICEMAIL, "Piet")


def test_five_tries_end_at_the_bdc_and_a_conversation_brings_the_lead_back(
    desk: Desk, clock: FakeClock
) -> None:
    lead = new_lead(desk, clock)
    for _ in range(5):
        clock.now = desk.agenda()[0].prompt.due_at
        desk.record(lead, Channel.CALL, Outcome.NO_ANSWER)

    assert desk.agenda() == []
    (waiting,) = desk.handed_over()
    assert waiting.handed_over is not None
    assert waiting.handed_over.reason is HandOverReason.UNREACHED

    desk.record(lead, Channel.CALL, Outcome.SPOKE)
    assert desk.handed_over() == []
    assert [step for step, _ in steps(desk)] == [Step.FOLLOW_UP]


def test_an_appointment_ends_the_prompting_until_it_is_over(desk: Desk, clock: FakeClock) -> None:
    lead = new_lead(desk, clock)
    desk.record(lead, Channel.CALL, Outcome.SPOKE)
    booked = desk.agree(
        lead, NextStep(kind=AgreementKind.APPOINTMENT, moment=local("2026-03-04 14:00"))
    )

    assert [step for step, _ in steps(desk)] == [Step.CONFIRM_APPOINTMENT]
    desk.change_appointment(booked.id, AppointmentEvent.CONFIRMED)
    assert steps(desk) == [(Step.REMIND_APPOINTMENT, "Tue 09:00")]
    clock.now = local("2026-03-04 15:30")
    assert steps(desk) == [(Step.ASK_SHOW, "Wed 15:00")]
    desk.change_appointment(booked.id, AppointmentEvent.NO_SHOW)
    assert steps(desk) == [(Step.CALL, "Wed 16:00")]


def test_undo_leaves_the_lead_as_it_was(desk: Desk, clock: FakeClock) -> None:
    lead = new_lead(desk, clock)
    before = desk.agenda()
    desk.take_back(desk.record(lead, Channel.CALL, Outcome.VOICEMAIL))

    assert desk.agenda() == before
    assert len(desk.lead(lead).facts) == 3


def test_later_quiets_the_card_and_stops_no_clock(desk: Desk, clock: FakeClock) -> None:
    lead = new_lead(desk, clock)

    desk.postpone(lead, clock.now + timedelta(minutes=5), LaterReason.WITH_CUSTOMER)

    (item,) = desk.agenda()
    assert item.prompt.due_at == MONDAY_TEN + timedelta(minutes=2)
    assert item.summary.quiet_until == clock.now + timedelta(minutes=5)


def test_called_in_time_is_counted_and_a_late_call_stays_a_miss(
    desk: Desk, clock: FakeClock
) -> None:
    in_time, late = (
        new_lead(desk, clock),
        new_lead(desk, clock, phones=(LAND_LINE,), emails=()),
    )
    assert desk.in_time_today() == (0, 0)
    clock.advance(seconds=110)
    desk.record(in_time, Channel.CALL, Outcome.SPOKE)
    assert desk.in_time_today() == (1, 1)
    clock.advance(minutes=10)
    desk.record(late, Channel.CALL, Outcome.SPOKE)

    assert desk.in_time_today() == (1, 2)


def test_the_form_logs_a_visit_with_its_next_step_in_one_go(desk: Desk, clock: FakeClock) -> None:
    call_back = NextStep(kind=AgreementKind.CALL_BACK, moment=clock.now + timedelta(hours=2))

    taken = desk.log_contact(a_request(), call_back)

    assert taken.result is Result.NEW
    assert steps(desk) == [(Step.CALL_BACK, "Mon 12:00")]


@pytest.mark.parametrize("kind", [AgreementKind.APPOINTMENT, AgreementKind.CALL_BACK])
def test_a_moment_that_has_passed_is_refused_and_nothing_is_stored(
    desk: Desk, clock: FakeClock, kind: AgreementKind
) -> None:
    passed = NextStep(kind=kind, moment=clock.now - timedelta(minutes=1))

    with pytest.raises(WrongCallError, match="has passed"):
        desk.log_contact(a_request(), passed)

    assert desk.agenda() == []


def test_what_does_not_exist_is_named(desk: Desk, clock: FakeClock) -> None:
    with pytest.raises(WrongCallError, match="no lead nobody"):
        desk.record(LeadId("nobody"), Channel.CALL, Outcome.SPOKE)
    with pytest.raises(WrongCallError, match="no lead nobody"):
        desk.lead(LeadId("nobody"))
    with pytest.raises(WrongCallError, match="no appointment nothing"):
        desk.change_appointment(FactId("nothing"), AppointmentEvent.CONFIRMED)
    lead = new_lead(desk, clock)
    with pytest.raises(WrongCallError, match="mail cannot end in voicemail"):
        desk.record(lead, Channel.MAIL, Outcome.VOICEMAIL)


def test_what_cannot_have_happened_is_refused_and_changes_nothing(
    desk: Desk, clock: FakeClock
) -> None:
    lead = new_lead(desk, clock, emails=(), phones=(LAND_LINE,))
    booked = desk.agree(
        lead, NextStep(kind=AgreementKind.APPOINTMENT, moment=local("2026-03-04 14:00"))
    )
    before = desk.lead(lead)

    for channel in (Channel.MAIL, Channel.WHATSAPP):
        with pytest.raises(WrongCallError, match="of this customer is known"):
            desk.record(lead, channel, Outcome.SENT)
    for event in (AppointmentEvent.SHOW, AppointmentEvent.NO_SHOW):
        with pytest.raises(WrongCallError, match="is on 2026-03-04 14:00"):
            desk.change_appointment(booked.id, event)

    assert desk.lead(lead) == before


@pytest.mark.parametrize("kind", [AgreementKind.SOLD, AgreementKind.DO_NOT_CONTACT])
def test_a_lead_ends_once_and_can_be_ended_again_when_that_is_taken_back(
    desk: Desk, clock: FakeClock, kind: AgreementKind
) -> None:
    lead, ending = new_lead(desk, clock), NextStep(kind=kind)
    ended = desk.agree(lead, ending)

    with pytest.raises(WrongCallError):
        desk.agree(lead, ending)
    desk.take_back(ended)

    assert desk.agree(lead, ending).kind is kind


def test_who_wanted_to_be_left_alone_and_comes_himself_gets_another_lead(
    desk: Desk, clock: FakeClock
) -> None:
    lead = new_lead(desk, clock)
    desk.agree(lead, NextStep(kind=AgreementKind.DO_NOT_CONTACT))
    booking = NextStep(kind=AgreementKind.APPOINTMENT, moment=local("2026-03-04 14:00"))

    with pytest.raises(WrongCallError, match="left alone"):
        desk.agree(lead, booking)
    taken = desk.log_contact(a_request(), booking)

    assert taken.result is Result.NEW
    assert steps(desk) == [(Step.CONFIRM_APPOINTMENT, "Mon 10:00")]
