"""A real softphone rings on the desk while somebody works there."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.journeys.customers import SANNE, customers
from tests.journeys.office import CARD, MAIN, Office
from tests.journeys.packages import require
from tests.services.softphone import LINE, Softphone, dialled_by, on_page, softphone

STRANGER = "<sip:0620000001@pbx.example>"
HIDDEN = '"Anonymous" <sip:anonymous@anonymous.invalid>'


@pytest.fixture
def phone(office: Office, tmp_path: Path) -> Iterator[Softphone]:
    """The telephone on the desk, tied to the program as docs/telephone.md says."""
    require("services")
    with softphone(f"<sip:{LINE}@127.0.0.1>") as phone:
        script = tmp_path / "baresip-calls.py"
        script.write_text(on_page("python", phone.host))
        program = (sys.executable, "main.py", "--data", str(office.data))
        office.desktop.python(str(script), *program)
        office.desktop.screen.patience.until(phone.is_heard, "the script of the page to listen")
        yield phone


def test_a_stranger_rings_and_nobody_answers(office: Office, phone: Softphone) -> None:
    office.open()
    with softphone(STRANGER) as caller:
        caller.dial(phone)
        office.main.holds("Number", "06 20 00 00 01")
        assert office.agenda() == []

        caller.hang_up()

    card = office.card("06 20 00 00 01")
    card.shows("Missed call")
    assert office.agenda()[0]["phone"] == "+31620000001"


def test_a_known_customer_rings_and_is_answered(office: Office, phone: Softphone) -> None:
    office.open()
    office.arrive()
    office.miss()
    office.put_away()
    with softphone("<sip:+31612345678@pbx.example>") as caller:
        caller.dial(phone)
        card = office.card(SANNE.name)
        card.shows("No answer, 10:00 (Piet)")

        phone.answer()
        caller.hang_up()

    card.press("Call")
    card.press("Spoke")
    card.shows("What did you agree?")
    assert office.attempts() == [("call", "no_answer"), ("call", "spoke")]


def test_call_dials_with_the_telephone_on_the_desk_and_offers_how_it_ended(
    office: Office, phone: Softphone
) -> None:
    screen = office.desktop.screen
    with softphone("<sip:+31612345678@127.0.0.1>") as customer:
        office.set("telephone", **dialled_by("url", phone, customer))
        office.open()
        office.arrive()
        card = office.press("Call")
        customer.rings()
        customer.answer()
        card.shows("Speaking")
        screen.click(card.one(frozenset({"label"}), "06 12 34 56 78").centre)
        screen.patience.until(lambda: screen.is_active(CARD), "the card with the keyboard")
        customer.hang_up()
        card.shows("The call lasted")
        screen.picture("call-ended")

    card.has_keyboard("Spoke")
    assert office.attempts() == []
    screen.key("space")
    card.shows("What did you agree?")
    assert office.attempts() == [("call", "spoke")]


def test_who_hides_his_number_brings_an_empty_form_and_stays_to_be_seen(
    office: Office, phone: Softphone
) -> None:
    office.open()
    screen, main = office.desktop.screen, office.main
    screen.activate(MAIN)
    screen.key("F2")
    main.has_keyboard("Number")
    screen.type("0622223333")
    main.field("Name").focus()
    main.has_keyboard("Name")
    screen.type("Els de")

    with softphone(HIDDEN) as caller:
        caller.dial(phone)
        main.holds("Name", "")
        main.holds("Number", "")
        caller.hang_up()

    main.press("Bring back")
    main.holds("Name", "Els de")
    main.holds("Number", "06 22 22 33 33")
    main.press("Unreadable")
    main.shows("Somebody called and was missed, but the message does not give the number.")
    assert office.agenda() == []


def test_nothing_typed_is_lost_when_the_telephone_rings(office: Office, phone: Softphone) -> None:
    (els,) = customers(1)
    office.open()
    office.arrive()
    office.miss()
    office.put_away()
    office.arrive(els)
    card = office.press("Call", "Spoke")
    screen = office.desktop.screen
    screen.click(card.field("Trade-in?").centre)
    screen.patience.until(lambda: screen.is_active(CARD), "the card with the keyboard")
    screen.type("Polo uit 2014")
    card.holds("Trade-in?", "Polo uit 2014")

    with softphone("<sip:+31612345678@pbx.example>") as caller:
        caller.dial(phone)
        screen.patience.until(lambda: screen.is_active(MAIN), "the main window with the keyboard")
        office.main.shows("No answer, 10:00 (Piet)")
        caller.hang_up()

    card.shows("What did you agree?")
    card.holds("Trade-in?", "Polo uit 2014")
    assert els.name in card.title
