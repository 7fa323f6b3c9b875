"""The appointments of a week, read through the real database."""

from assistant.core.appointments import Booked
from assistant.core.contact import Phone
from assistant.core.facts import AgreementKind, AppointmentEvent, FactId
from assistant.desk import Desk, NextStep
from assistant.store.store import Store
from tests.conftest import FakeClock, a_request, local

WEEK = local("2026-03-02 00:00"), local("2026-03-09 00:00")


def book(
    desk: Desk, moment: str, name: str = "Sanne Hoekstra", number: str = "+31612345678"
) -> FactId:
    request = a_request(name=name, phones=(Phone(number, mobile=True),), emails=())
    taken = desk.log_contact(
        request, NextStep(kind=AgreementKind.APPOINTMENT, moment=local(moment))
    )
    assert taken.lead_id is not None
    appointment = desk.lead(taken.lead_id).course.appointment
    assert appointment is not None
    return appointment.id


def names(desk: Desk) -> list[str]:
    return [booking.name for booking in desk.diary.between(*WEEK)]


def test_the_appointments_of_a_week_come_in_their_order(desk: Desk) -> None:
    book(desk, "2026-03-07 10:00", "Jan", "+31620000001")
    book(desk, "2026-03-03 10:00", "Els", "+31620000002")
    book(desk, "2026-03-09 10:00", "Kim", "+31620000003")

    assert names(desk) == ["Els", "Jan"]
    assert [each.name for each in desk.diary.between(WEEK[0])] == ["Els", "Jan", "Kim"]


def test_a_moved_appointment_stands_where_it_went_and_nowhere_else(desk: Desk) -> None:
    appointment = book(desk, "2026-03-03 10:00")

    desk.change_appointment(appointment, AppointmentEvent.MOVED, local("2026-03-10 10:00"))

    assert desk.diary.between(*WEEK) == []
    (moved,) = desk.diary.between(WEEK[1])
    assert (moved.id, moved.sequence, moved.state) == (appointment, 1, Booked.TO_CONFIRM)


def test_a_call_back_is_no_appointment(desk: Desk) -> None:
    taken = desk.log_contact(a_request())
    assert taken.lead_id is not None
    desk.agree(
        taken.lead_id, NextStep(kind=AgreementKind.CALL_BACK, moment=local("2026-03-03 10:00"))
    )

    assert desk.diary.between(*WEEK) == []


def test_the_appointments_of_merged_leads_are_found_once_in_their_home(desk: Desk) -> None:
    book(desk, "2026-03-03 10:00", "Jan", "+31620000001")
    (first,) = desk.diary.between(*WEEK)
    other = desk.log_contact(a_request(name="J. de Vries", emails=()))
    assert other.lead_id is not None

    desk.merge(other.lead_id, first.lead_id)

    (found,) = desk.diary.between(*WEEK)
    assert (found.id, found.lead_id) == (first.id, other.lead_id)


def test_an_earlier_appointment_of_the_same_customer_stays_in_its_own_week(
    desk: Desk, clock: FakeClock
) -> None:
    first = book(desk, "2026-03-03 10:00")
    clock.now = local("2026-03-03 10:00")
    desk.change_appointment(first, AppointmentEvent.SHOW)
    book(desk, "2026-03-10 10:00")

    assert [each.id for each in desk.diary.between(*WEEK)] == [first]
    (second,) = desk.diary.between(WEEK[1])
    assert second.id != first


def test_the_coming_appointments_are_found_without_reading_every_fact(
    desk: Desk, store: Store
) -> None:
    said: list[str] = []
    db = store._db
    db.set_trace_callback(said.append)
    desk.diary.between(WEEK[0])
    db.set_trace_callback(None)

    steps = [row["detail"] for row in db.execute(f"explain query plan {said[0]}")]

    assert steps == ["SEARCH facts USING INDEX facts_by_moment (moment>?)"]


def test_a_forgotten_customers_appointment_stays_without_him(desk: Desk) -> None:
    book(desk, "2026-03-03 10:00")
    desk.privacy.forget(desk.privacy.customer(frozenset({"+31612345678"})))

    (visit,) = desk.diary.between(*WEEK)

    assert (visit.name, visit.phone, visit.email) == ("", "", "")
