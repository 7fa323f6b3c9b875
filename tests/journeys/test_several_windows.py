"""The card and the main window show the same lead: neither may be behind the other."""

from tests.journeys.customers import SANNE, customers
from tests.journeys.office import Office


def test_the_main_window_follows_what_is_agreed_on_the_card(office: Office) -> None:
    office.open()
    office.arrive()
    card = office.press("Call", "Spoke")
    card.shows("What did you agree?")
    office.main.shows("Choose the next step")

    card.press("Call back")
    card.press("Plan the call")

    office.main.shows("Call back tomorrow 10:00")
    office.main.lacks("What did you agree?")


def test_the_main_window_follows_what_is_skipped_on_the_card(office: Office) -> None:
    office.open()
    office.arrive()

    office.miss()

    office.main.shows("Try 2 of 5 today at 10:30")
    office.main.lacks("Not reached: send a WhatsApp")


def test_the_card_follows_a_call_that_the_main_window_logs(office: Office) -> None:
    office.open()
    office.arrive()
    card = office.card("0 of 5 tries")
    main = office.main
    main.shows(SANNE.question)

    main.press("Call")
    main.press("Voicemail")

    card.shows("1 of 5 tries")
    card.shows("Not reached: send a WhatsApp")
    assert office.attempts() == [("call", "voicemail")]


def test_what_the_salesperson_presses_himself_rings_nothing(office: Office) -> None:
    office.open()
    office.arrive()
    assert office.desktop.notices.one("Sanne Hoekstra").title == "New lead: Sanne Hoekstra"
    card = office.press("Call", "Spoke")
    card.shows("What did you agree?")
    card.press("Appointment")
    card.press("Book the appointment")
    card.shows("Confirm the appointment")

    (other,) = customers(1)
    office.arrive(other)

    office.desktop.notices.one(other.name, within=30)
    told = [notice.title for notice in office.desktop.notices.received()]
    assert told == ["New lead: Sanne Hoekstra", f"New lead: {other.name}"]
