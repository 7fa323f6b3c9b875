"""A conversation that ends in an appointment ends the prompting."""

import re
from datetime import datetime, timedelta

from tests.conftest import local as at
from tests.journeys.customers import SANNE
from tests.journeys.office import MAIN, Office, local
from tests.journeys.window import Window

FRIDAY_TEN = at("2026-03-06 10:00")


def book_for_friday(office: Office) -> Window:
    """Call the customer on the card, speak, and book; the confirmation is asked for next."""
    card = office.press("Call", "Spoke")
    card.shows("What did you agree?")
    card.press("Appointment")
    card.press("Fri 6")
    card.press("10:00")
    card.shows("Fri 6 Mar 10:00")
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

    office.desktop.clock.set(office.due())
    office.press("Call", "Voicemail")
    card.shows("1 of 5 tries")
    assert office.agenda()[0]["step"] == "call"


def test_an_appointment_is_booked_and_confirmed_in_at_most_eight_presses(office: Office) -> None:
    office.open()
    office.arrive()
    card = office.card(SANNE.name)

    presses = ("Call", "Spoke", "Appointment", "Sat 7", "14:30", "Book the appointment", "WhatsApp")
    for name in presses:
        card.press(name)

    card.shows("Remind of the appointment Fri 09:00")
    print(f"booked and confirmed in {len(presses)} presses")  # noqa: T201 - what was promised
    assert len(presses) <= 8
    ((moment,),) = office.query("select moment from facts where what = 'appointment'")
    assert moment == "2026-03-07T13:30:00.000Z"
    assert len(office.query("select id from facts where what = 'confirmed'")) == 1


def test_an_appointment_is_typed_as_one_says_it(office: Office) -> None:
    office.open()
    office.arrive()
    card = office.press("Call", "Spoke")
    card.shows("What did you agree?")
    screen = office.desktop.screen
    office.click_on_card(SANNE.name)

    screen.key("1")
    card.has_keyboard("Day and time")
    screen.type("za half 3")
    card.shows("Sat 7 Mar 14:30")
    screen.key("Return")

    card.shows("Confirm the appointment")
    ((moment,),) = office.query("select moment from facts where what = 'appointment'")
    assert moment == "2026-03-07T13:30:00.000Z"


def test_a_miss_a_second_try_an_appointment_moved_and_a_sale(office: Office) -> None:
    office.open()
    office.arrive()
    card = office.press("Call", "No answer")
    for message, channel in (("a WhatsApp", "WhatsApp"), ("a mail", "Mail")):
        card.shows(f"Not reached: send {message}")
        card.press(channel)
    card.shows("Mail sent")
    office.put_away()
    office.desktop.clock.set(office.due())
    office.card("1 of 5 tries")

    book_for_friday(office).press("WhatsApp")
    office.card("Remind of the appointment")
    office.put_away()
    main, screen = office.main, office.desktop.screen
    screen.activate(MAIN)
    screen.key("ctrl+2")

    main.press(re.compile(r"^Fri 6 Mar 10:00, Sanne Hoekstra, .*Confirmed$"))
    main.press("Moved")
    main.has_keyboard("Day and time")
    screen.type("sat 11:00")
    main.shows("Sat 7 Mar 11:00")
    screen.key("Return")
    main.shows("Confirm the new time")
    main.press("WhatsApp")
    main.press("Close")  # in a small window it stood in the week's place
    main.one(None, re.compile(r"^Sat 7 Mar 11:00, Sanne Hoekstra, .*Confirmed$"))
    was_told(office, "Sat%207%20Mar%2011%3A00")
    screen.patience.until(
        lambda: b"20260307T100000Z" in calendar_file(office), "the file to follow"
    )

    office.desktop.clock.set(at("2026-03-07 12:00"))
    card = office.card("Did the customer come?")
    card.press("Came")
    card.shows("How did the visit end?")
    card.press("Sold")
    card.shows("Sold")
    assert office.agenda() == []
    said = office.query(
        "select what from facts where kind in ('agreed', 'appointment') order by seq"
    )
    assert [what for (what,) in said] == [
        "appointment",
        "confirmed",
        "moved",
        "confirmed",
        "show",
        "sold",
    ]
    screen.patience.until(lambda: b"VEVENT" not in calendar_file(office), "the file to follow")


def test_a_cancelled_appointment_asks_what_comes_next(office: Office) -> None:
    office.open()
    office.arrive()
    card = book_for_friday(office)
    card.press("WhatsApp")
    card.press("Change the appointment")
    card.press("Cancelled")

    card.shows("Confirm the cancellation")
    card.press("WhatsApp")
    card.shows("What did you agree?")
    was_told(office, "is%20cancelled")
    card.press("Lost")
    card.press("Bought elsewhere")
    assert office.agenda() == []


def was_told(office: Office, words: str) -> None:
    """Wait until a message with these words left."""
    desktop = office.desktop
    desktop.screen.patience.until(
        lambda: any(words in link for link in desktop.links.opened()), f"a message with {words}"
    )


def calendar_file(office: Office) -> bytes:
    """Return what stands in the file to which calendars subscribe; nothing before there is one."""
    path = office.data / "appointments.ics"
    return path.read_bytes() if path.exists() else b""


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
