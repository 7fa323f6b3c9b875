"""The softphone's hook, and the command line beside the running program."""

from datetime import timedelta

from tests.journeys.customers import SANNE
from tests.journeys.office import CARD, MAIN, Office
from tests.journeys.window import Window

UNKNOWN = "+31620001234"


def test_a_missed_call_brings_its_card_within_seconds(office: Office) -> None:
    office.open()

    done = office.followup.command("missed-call", "0612345678", "--name", "Sanne Hoekstra")

    assert (done.returncode, done.stderr) == (0, "")
    card = office.card("Sanne Hoekstra")
    card.shows("Missed call")
    card.press("Call")
    assert office.desktop.links.one("tel:") == "tel:+31612345678"


def test_a_missed_call_waits_for_a_program_that_is_closed(office: Office) -> None:
    done = office.followup.command("missed-call", UNKNOWN)

    assert done.returncode == 0
    assert len(list((office.data / "spool").iterdir())) == 1
    office.open()
    office.card("06 20 00 12 34")
    assert list((office.data / "spool").iterdir()) == []
    assert office.agenda()[0]["phone"] == UNKNOWN


def test_a_call_of_a_known_customer_raises_his_card(office: Office, writing: Window) -> None:
    office.open()
    office.arrive()
    office.miss()
    office.put_away()
    office.desktop.screen.activate("Toy desk")
    assert writing.title == "Toy desk"

    assert office.followup.command("incoming-call", "06-12345678").returncode == 0

    card = office.card(SANNE.name)
    card.shows("No answer, 10:00 (Piet)")
    card.shows("Try 2 of 5 today at 10:30")
    screen = office.desktop.screen
    screen.patience.until(lambda: screen.is_active(CARD), "the card with the keyboard")
    card.press("Call")
    card.button("Spoke")


def test_a_call_of_an_unknown_number_opens_the_form_with_the_number(
    office: Office, writing: Window
) -> None:
    office.open()
    screen = office.desktop.screen
    screen.activate("Toy desk")
    assert writing.title == "Toy desk"

    assert office.followup.command("incoming-call", UNKNOWN).returncode == 0

    main = office.main
    main.holds("Number", "06 20 00 12 34")
    screen.patience.until(lambda: screen.is_active(MAIN), "the form with the keyboard")
    screen.type("Jan")
    main.holds("Name", "Jan")
    screen.key("ctrl+Return")
    main.shows("Saved: Jan, new lead")
    assert office.agenda()[0]["phone"] == UNKNOWN


def test_an_incoming_call_of_two_hours_ago_raises_nothing_any_more(office: Office) -> None:
    office.followup.command("incoming-call", UNKNOWN)
    office.desktop.clock.advance(timedelta(hours=2))

    office.open()

    office.stays_quiet()
    office.main.shows("Nothing is due.")


def test_an_attempt_logged_elsewhere_is_on_the_card_within_seconds(office: Office) -> None:
    office.open()
    office.arrive()
    card = office.card("0 of 5 tries")
    (row,) = office.agenda()

    done = office.followup.command(
        "attempt", row["lead"], "--channel", "call", "--outcome", "voicemail"
    )

    assert done.returncode == 0
    card.shows("1 of 5 tries")
    card.shows("Voicemail, 10:00 (Piet)")
    card.shows("Not reached: send a WhatsApp")


def test_a_next_step_agreed_elsewhere_takes_the_card_away(office: Office) -> None:
    office.open()
    office.arrive()
    office.card("0 of 5 tries")
    (row,) = office.agenda()
    words = ("attempt", row["lead"], "--channel", "call", "--outcome", "spoke")
    assert office.followup.command(*words).returncode == 0
    office.card("What did you agree?")

    done = office.followup.command("agree", row["lead"], "call-back", "--at", "2026-03-04T10:00")

    assert (done.returncode, done.stderr) == (0, "")
    office.no_card()


def test_intake_beside_the_running_program_brings_the_card(office: Office) -> None:
    office.open()
    file = office.data / "lead.xml"
    file.write_text(SANNE.adf, encoding="utf-8")

    done = office.followup.command("intake", str(file))

    assert done.returncode == 0
    office.card(SANNE.name)
    assert len(office.agenda()) == 1
