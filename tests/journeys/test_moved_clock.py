"""A computer that slept, a clock that was set: one queue, the truth, no storm."""

from datetime import timedelta

import pytest

from tests.conftest import MONDAY_TEN
from tests.conftest import local as at
from tests.journeys.customers import customers
from tests.journeys.office import MAIN, TWO_BEATS_S, Office, local

LUNCH = ["09:00-12:30", "13:00-18:00"]


@pytest.fixture
def waiting(office: Office) -> Office:
    """Three customers were called in vain between 10:00 and 10:01, and nothing rings."""
    office.set("hours", monday=LUNCH, tuesday=LUNCH)
    office.open()
    for customer in customers(3):
        office.arrive(customer)
        office.card(customer.name)
        office.miss()
        office.put_away()
    return office


def test_after_a_night_asleep_everything_waits_in_one_queue(waiting: Office) -> None:
    office = waiting
    told = len(office.desktop.notices.received())

    office.desktop.clock.set(at("2026-03-03 09:30"))

    card = office.card("+2 waiting")
    card.shows("23 h late")
    assert len(office.cards()) == 1
    rows = office.agenda()
    assert [local(row["due_at"]) for row in rows] == ["Mon 10:30"] * 3
    assert all(row["late"] >= 22 * 3600 for row in rows)
    assert len(office.desktop.notices.received()) - told <= 2


def test_a_start_in_the_morning_tells_once_how_many_leads_wait(waiting: Office) -> None:
    office = waiting
    screen = office.desktop.screen
    screen.activate(MAIN)
    screen.key("ctrl+q")
    screen.patience.until(lambda: not screen.frames(), "the program to end")
    told = len(office.desktop.notices.received())

    office.desktop.clock.set(at("2026-03-03 09:30"))
    office.open()

    office.card("+2 waiting")
    office.desktop.notices.one("3 leads are due", within=20)
    assert len(office.desktop.notices.received()) == told + 1


def test_what_falls_due_over_lunch_is_shown_once_and_is_not_late_before_its_time(
    office: Office,
) -> None:
    office.set("hours", monday=LUNCH, tuesday=LUNCH)
    office.desktop.clock.set(at("2026-03-02 12:10"))
    office.open()
    office.arrive()
    office.miss()
    office.put_away()

    assert local(office.due()) == "Mon 13:00"
    office.desktop.clock.set(at("2026-03-02 12:45"))
    office.stays_quiet()
    office.desktop.clock.set(at("2026-03-02 13:20"))
    office.card("20:0").shows(" late")


def test_a_clock_set_back_after_it_was_wrong_shows_the_truth_again(waiting: Office) -> None:
    office = waiting
    office.desktop.clock.set(MONDAY_TEN + timedelta(days=300))
    office.card("+2 waiting")

    office.desktop.clock.set(MONDAY_TEN + timedelta(minutes=5))

    office.no_card()
    rows = office.agenda()
    assert [local(row["due_at"]) for row in rows] == ["Mon 10:30"] * 3
    assert [row["late"] for row in rows] == [0, 0, 0]
    office.desktop.clock.set(at("2026-03-02 10:33"))
    office.card("+2 waiting")
    assert len(office.cards()) == 1


def test_a_clock_corrected_while_the_two_minutes_run_corrects_the_countdown(
    office: Office,
) -> None:
    office.open()
    office.arrive()
    card = office.card("1:5")

    office.desktop.clock.advance(timedelta(seconds=100))
    card.shows("0:1")
    office.desktop.clock.advance(timedelta(seconds=-60))
    card.shows("1:")
    office.desktop.clock.advance(timedelta(hours=2))
    card.shows("1 h late")
    office.desktop.clock.advance(timedelta(hours=-2))
    card.shows("1:")

    assert len(office.cards()) == 1
    assert len(office.desktop.notices.received()) == 1


def test_a_clock_corrected_by_half_a_minute_leaves_the_card_where_it_is(office: Office) -> None:
    office.open()
    office.arrive()
    office.card("1:5")

    office.desktop.clock.advance(timedelta(seconds=-30))

    office.desktop.screen.patience.always(
        lambda: len(office.cards()) == 1, "the card stays on the screen", TWO_BEATS_S
    )
    office.card("2:00")


def test_the_night_in_which_the_hour_is_skipped_moves_no_appointment(office: Office) -> None:
    office.desktop.clock.set(at("2026-03-28 16:50"))
    office.open()
    office.arrive()
    office.miss()
    office.put_away()

    assert local(office.due()) == "Mon 09:00"
    office.desktop.clock.set(office.due())
    office.card("1 of 5 tries")
