"""kill -9 in the middle: what the screen confirmed is on disk, and nothing happens twice."""

from datetime import timedelta

from tests.journeys.customers import customers
from tests.journeys.office import Office

LANDED = 12


def test_killed_during_a_call_it_comes_back_with_the_same_two_minutes(office: Office) -> None:
    program = office.open()
    office.arrive()
    card = office.press("Call")
    card.button("Voicemail")
    due = office.due()

    office.kill(program)
    office.open()

    card = office.card("0 of 5 tries")
    card.button("Call")
    assert office.due() == due
    assert office.attempts() == []
    assert office.count("leads") == 1


def test_an_outcome_that_the_screen_confirmed_survives_a_kill_once(office: Office) -> None:
    program = office.open()
    office.arrive()
    office.press("Call", "Voicemail").shows("Sanne Hoekstra: Voicemail")

    office.kill(program)
    office.open()

    card = office.card("1 of 5 tries")
    card.shows("Not reached: send a WhatsApp")
    card.shows("Voicemail, 10:00 (Piet)")
    assert office.attempts() == [("call", "voicemail")]
    (row,) = office.agenda()
    assert row["tries"] == 1


def test_what_landed_while_it_was_dead_counts_from_when_it_landed(day_and_night: Office) -> None:
    office = day_and_night
    program = office.open()
    office.kill(program)

    office.arrive()
    office.desktop.clock.advance(timedelta(minutes=7))
    office.open()

    card = office.card("Sanne Hoekstra")
    card.shows("5:")
    card.shows(" late")
    (row,) = office.agenda()
    assert 300 <= row["late"] < 420
    assert office.count("leads") == 1


def test_killed_while_many_leads_land_it_loses_none_and_takes_none_twice(
    day_and_night: Office,
) -> None:
    office = day_and_night
    program = office.open()
    for customer in customers(LANDED):
        office.arrive(customer)
    screen = office.desktop.screen
    screen.patience.until(office.cards, "the first of the leads")

    office.kill(program)
    office.open()

    office.card().shows(f"+{LANDED - 1} waiting")
    assert {row["name"] for row in office.agenda()} == {one.name for one in customers(LANDED)}
    assert office.count("leads") == office.count("messages") == LANDED
    assert len(list((office.inbox / "done").iterdir())) == LANDED
    assert list((office.data / "spool").iterdir()) == []
    assert len(office.cards()) == 1
