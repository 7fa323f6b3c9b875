"""A conversation that ends in an appointment ends the prompting."""

from datetime import datetime, timedelta

from tests.conftest import local as at
from tests.journeys.office import Office, local
from tests.journeys.window import Window

FRIDAY_TEN = at("2026-03-06 10:00")


def book_for_friday(office: Office) -> Window:
    """Call the customer on the card, speak, and book; the confirmation is asked for next."""
    card = office.press("Call", "Spoke")
    card.shows("What did you agree?")
    card.press("Appointment")
    card.press("Fri 6")
    card.holds("Date", "6-3-2026")
    card.press("Book the appointment")
    card.shows("Confirm the appointment")
    return card


def test_an_appointment_is_booked_and_confirmed_and_nothing_rings_any_more(office: Office) -> None:
    office.open()
    office.arrive()

    card = book_for_friday(office)
    (row,) = office.agenda()
    assert row["step"] == "confirm_appointment"
    assert "6 Mar 10:00" in (card.field("Message").text or "")
    card.press("WhatsApp")

    card.shows("Remind of the appointment Thu 09:00")
    assert "Fri%206%20Mar%2010%3A00" in office.desktop.links.one("https://wa.me/31612345678")
    assert office.attempts() == [("call", "spoke"), ("whatsapp", "sent")]
    (row,) = office.agenda()
    assert (row["step"], local(row["due_at"])) == ("remind_appointment", "Thu 09:00")
    office.no_card()
    for hours in (1, 3, 4):
        office.desktop.clock.advance(timedelta(hours=hours))
        office.stays_quiet()


def test_the_customer_is_reminded_the_opening_day_before_and_asked_about_afterwards(
    office: Office,
) -> None:
    office.open()
    office.arrive()
    book_for_friday(office).press("WhatsApp")
    office.no_card()

    office.desktop.clock.set(office.due())
    card = office.card("Remind of the appointment")
    card.press("Mail")
    card.field("Subject")
    card.press("Mail")
    assert "See%20you" in office.desktop.links.one("mailto:sanne.hoekstra@example.com")
    card.shows("Mail sent")
    office.put_away()

    assert office.due() == FRIDAY_TEN + timedelta(hours=1)
    office.desktop.clock.set(office.due())
    office.card("Did the customer come?").press("Did not come")
    card.shows("Did not come")
    assert within_half_an_hour(office.due(), FRIDAY_TEN + timedelta(hours=1))


def within_half_an_hour(moment: datetime, of: datetime) -> bool:
    return of < moment <= of + timedelta(minutes=31)


def test_an_appointment_that_nobody_confirmed_stays_on_the_card(office: Office) -> None:
    office.open()
    office.arrive()
    card = book_for_friday(office)

    card.press("Back")
    office.desktop.clock.advance(timedelta(minutes=10))

    office.card("Confirm the appointment")
    (row,) = office.agenda()
    assert row["step"] == "confirm_appointment"
    assert row["late"] >= 600


def test_a_confirmation_can_be_put_off_like_everything_else(office: Office) -> None:
    office.open()
    office.arrive()
    card = book_for_friday(office)

    card.press("Put the card away")
    card.press("1 h")

    office.no_card()
    office.desktop.clock.advance(timedelta(hours=1))
    office.card("Confirm the appointment")


def test_a_call_back_that_was_agreed_rings_when_it_was_agreed(office: Office) -> None:
    office.open()
    office.arrive()
    card = office.press("Call", "Spoke", "Call back")
    card.press("Plan the call")
    card.shows("Sanne Hoekstra: Call back")
    office.put_away()
    due = office.due()

    assert local(due) == "Tue 10:00"
    office.desktop.clock.set(due - timedelta(minutes=1))
    office.stays_quiet()
    office.desktop.clock.set(due)
    card = office.card("Call back today at 10:00")
    card.button("Call")
    assert office.agenda()[0]["step"] == "call_back"
