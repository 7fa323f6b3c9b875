"""What became of each appointment of a lead."""

import pytest

from assistant.core.appointments import Booked, bookings, sequence
from assistant.core.facts import (
    AgreementKind,
    AppointmentEvent,
    Fact,
    LostReason,
    Outcome,
    Retraction,
    Skipped,
)
from assistant.core.plan import Step
from assistant.core.request import Channel
from tests.conftest import local
from tests.core.facts import LEAD, agreed, asked, called, changed, common, course, next_step, texted
from tests.core.test_plan import ASKED, BOOKED, CONFIRMED, TO_APPOINTMENT

MOVED = changed("2026-03-03 11:00", BOOKED, AppointmentEvent.MOVED, "2026-03-10 16:00")
CANCELLED = changed("2026-03-04 11:00", BOOKED, AppointmentEvent.CANCELLED)


def state(*facts: Fact) -> Booked:
    (booking,) = bookings(LEAD, [*TO_APPOINTMENT, *facts])
    return booking.state


def test_an_appointment_is_to_be_confirmed_until_its_confirmation_went_out() -> None:
    assert state() is Booked.TO_CONFIRM
    assert state(CONFIRMED) is Booked.CONFIRMED
    assert state(CONFIRMED, MOVED) is Booked.TO_CONFIRM


def test_what_became_of_it_stays_known_after_the_lead_went_on() -> None:
    came = changed("2026-03-07 14:00", BOOKED, AppointmentEvent.SHOW)
    missed = changed("2026-03-07 14:00", BOOKED, AppointmentEvent.NO_SHOW)
    sold = agreed("2026-03-07 15:00", AgreementKind.SOLD)

    assert state(CONFIRMED, came, sold) is Booked.CAME
    assert state(CONFIRMED, missed, sold) is Booked.NO_SHOW
    assert state(CONFIRMED, CANCELLED) is Booked.CANCELLED
    assert state(CONFIRMED, sold) is Booked.CANCELLED


def test_a_second_appointment_stands_beside_the_first() -> None:
    came = changed("2026-03-07 14:00", BOOKED, AppointmentEvent.SHOW)
    again = agreed("2026-03-07 15:00", AgreementKind.APPOINTMENT, "2026-03-14 11:00")

    found = bookings(LEAD, [*TO_APPOINTMENT, CONFIRMED, came, again])

    assert [(each.id, each.state) for each in found] == [
        (BOOKED.id, Booked.CAME),
        (again.id, Booked.TO_CONFIRM),
    ]
    assert found[1].starts_at == local("2026-03-14 11:00")


def test_a_booking_knows_whose_it_is() -> None:
    (booking,) = bookings(LEAD, TO_APPOINTMENT)

    assert (booking.name, booking.vehicle, booking.phone, booking.email) == (
        "Sanne Hoekstra",
        "Peugeot 208 1.2",
        "+31612345678",
        "sanne.hoekstra@example.com",
    )


def test_each_change_of_an_invite_has_a_higher_number_taken_back_or_not() -> None:
    facts: list[Fact] = [*TO_APPOINTMENT, CONFIRMED]
    numbers = [sequence(facts)]
    taken_back = Retraction(**common("2026-03-03 11:00:05"), of=MOVED.id)
    for fact in (MOVED, taken_back, CANCELLED):
        facts.append(fact)
        numbers.append(sequence(facts))

    assert numbers == [0, 1, 2, 3]
    assert state(CONFIRMED, MOVED, taken_back) is Booked.CONFIRMED


def test_an_appointment_that_takes_the_place_of_another_does_so_in_his_calendar() -> None:
    again = agreed("2026-03-04 11:00", AgreementKind.APPOINTMENT, "2026-03-11 11:00")
    facts = [*TO_APPOINTMENT, CONFIRMED, again]

    first, second = bookings(LEAD, facts)

    assert (first.state, second.state) == (Booked.CANCELLED, Booked.TO_CONFIRM)
    assert first.uid == second.uid == BOOKED.id
    assert second.id == again.id
    assert second.sequence == 1
    standing = course(*facts).appointment
    assert standing is not None
    assert standing.was_told


def test_a_talk_before_a_no_show_is_not_asked_about_after_it() -> None:
    spoke = called("2026-03-06 11:00", Outcome.SPOKE)
    missed = changed("2026-03-07 15:00", BOOKED, AppointmentEvent.NO_SHOW)

    assert next_step(*TO_APPOINTMENT, CONFIRMED, spoke, missed) == (
        Step.CALL,
        "2026-03-07 15:30:00",
    )


def test_moving_an_appointment_is_a_next_step_of_its_own() -> None:
    spoke_again = called("2026-03-03 10:59", Outcome.SPOKE)

    after = course(*TO_APPOINTMENT, CONFIRMED, spoke_again, MOVED)

    assert after.spoken_at is None
    assert after.appointment is not None
    assert after.appointment.was_told
    assert next_step(asked(ASKED), BOOKED, CONFIRMED, MOVED) == (
        Step.CONFIRM_APPOINTMENT,
        "2026-03-03 11:00:00",
    )


def test_who_was_told_of_an_appointment_is_told_of_its_end() -> None:
    assert course(*TO_APPOINTMENT, CANCELLED).cancelled is None

    untold = course(*TO_APPOINTMENT, CONFIRMED, MOVED, CANCELLED)

    assert untold.cancelled is not None
    assert untold.cancelled.starts_at == local("2026-03-10 16:00")
    told = course(*TO_APPOINTMENT, CONFIRMED, CANCELLED, texted("2026-03-04 11:01"))
    assert told.cancelled is None
    assert told.spoken_at is not None
    lost = agreed("2026-03-04 11:02", AgreementKind.LOST, reason=LostReason.PRICE)
    assert course(*TO_APPOINTMENT, CONFIRMED, CANCELLED, lost).cancelled is None


def test_what_goes_beside_a_call_in_vain_does_not_tell_of_a_cancellation() -> None:
    missed = called("2026-03-04 11:01")
    facts = (*TO_APPOINTMENT, CONFIRMED, CANCELLED, missed)

    assert course(*facts, texted("2026-03-04 11:02")).cancelled is not None
    skipped = Skipped(**common("2026-03-04 11:02"), channel=Channel.WHATSAPP)
    assert course(*facts, skipped).cancelled is not None
    assert course(*facts, skipped, texted("2026-03-04 11:03")).cancelled is None


@pytest.mark.parametrize(
    "end", [AgreementKind.SOLD, AgreementKind.LOST, AgreementKind.DO_NOT_CONTACT]
)
def test_who_was_told_of_an_appointment_still_counts_on_it_when_his_lead_ends(
    end: AgreementKind,
) -> None:
    reason = LostReason.PRICE if end is AgreementKind.LOST else None
    ended = agreed("2026-03-04 11:00", end, reason=reason)

    after = course(*TO_APPOINTMENT, CONFIRMED, ended)

    assert after.appointment is None
    assert after.cancelled is not None
    assert sequence([*TO_APPOINTMENT, CONFIRMED, ended]) == 1
    taken_back = Retraction(**common("2026-03-04 11:00:05"), of=ended.id)
    assert sequence([*TO_APPOINTMENT, CONFIRMED, ended, taken_back]) == 2
    assert course(*TO_APPOINTMENT, ended).cancelled is None
    assert course(*TO_APPOINTMENT, CONFIRMED, ended, texted("2026-03-04 11:01")).cancelled is None
    assert course(*TO_APPOINTMENT, CONFIRMED, ended, asked("2026-03-05 11:00")).cancelled is None


def test_nobody_counts_on_an_appointment_that_is_past() -> None:
    sold = agreed("2026-03-30 11:00", AgreementKind.SOLD)

    assert course(*TO_APPOINTMENT, CONFIRMED, sold).cancelled is None
