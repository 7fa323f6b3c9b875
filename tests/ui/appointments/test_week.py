"""Where each appointment of a week stands."""

from datetime import date

from assistant.core.appointments import Booked, Booking
from assistant.core.facts import FactId, LeadId
from assistant.core.hours import OpeningHours, Span
from assistant.core.period import monday_of
from assistant.ui.appointments.week import week_of
from tests.conftest import AMSTERDAM, HOURS, local

MONDAY = date(2026, 3, 2)


def booking(moment: str, name: str = "", state: Booked = Booked.CONFIRMED) -> Booking:
    return Booking(
        id=FactId(f"{moment} {name}"),
        uid="",
        lead_id=LeadId("lead"),
        starts_at=local(moment),
        state=state,
        sequence=0,
        name=name,
        vehicle="",
        phone="",
        email="",
    )


def lanes(*bookings: Booking) -> list[tuple[str, int, int]]:
    week = week_of(MONDAY, bookings, HOURS, 60)
    return [(spot.booking.name, spot.lane, spot.lanes) for spot in week.spots]


def test_a_week_has_the_days_on_which_we_open() -> None:
    week = week_of(MONDAY, [], HOURS, 60)

    assert [day.day for day in week.days] == [2, 3, 4, 5, 6, 7]
    assert (week.opens, week.closes) == (9 * 60, 18 * 60)
    assert week.spans[5] == ((9 * 60, 17 * 60),)


def test_whoever_comes_on_a_closed_day_or_in_the_evening_is_shown() -> None:
    week = week_of(MONDAY, [booking("2026-03-08 19:30")], HOURS, 60)

    assert week.days[-1] == date(2026, 3, 8)
    assert week.closes == 21 * 60
    assert (week.spots[0].day, week.spots[0].starts) == (6, 19 * 60 + 30)


def test_a_holiday_stays_in_the_week_and_has_no_open_ground() -> None:
    closed = OpeningHours(
        zone=AMSTERDAM, week=HOURS.week, is_closing_day=lambda day: day == date(2026, 3, 4)
    )

    week = week_of(MONDAY, [], closed, 60)

    assert week.days[2] == date(2026, 3, 4)
    assert week.spans[2] == ()


def test_those_who_come_at_the_same_time_stand_side_by_side() -> None:
    assert lanes(
        booking("2026-03-03 10:00", "a"),
        booking("2026-03-03 10:30", "b"),
        booking("2026-03-03 11:00", "c"),
        booking("2026-03-03 12:00", "d"),
        booking("2026-03-04 10:00", "e"),
    ) == [("a", 0, 2), ("b", 1, 2), ("c", 0, 2), ("d", 0, 1), ("e", 0, 1)]


def test_who_cancelled_takes_no_room() -> None:
    assert lanes(booking("2026-03-03 10:00", "a", Booked.CANCELLED)) == []


def test_open_until_midnight_is_open_until_the_end_of_the_day() -> None:
    late = OpeningHours(zone=AMSTERDAM, week=((Span(0, 24 * 60),),) * 7)

    week = week_of(MONDAY, [booking("2026-03-03 23:30")], late, 60)

    assert week.spans[0] == ((0, 24 * 60),)
    assert week.closes == 24 * 60


def test_a_week_begins_on_monday() -> None:
    assert monday_of(date(2026, 3, 8)) == MONDAY
    assert monday_of(MONDAY) == MONDAY
