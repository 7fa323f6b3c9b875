"""Five tries, each at its moment, and then the BDC's list."""

from datetime import timedelta

from tests.journeys.customers import SANNE
from tests.journeys.office import Office, local

DUE = ["Mon 10:30", "Mon 13:30", "Tue 10:00", "Thu 17:00"]
"""After half an hour, after three more, in the other half of the next day, at a fresh hour."""


def test_five_tries_in_vain_end_on_the_list_of_the_bdc(office: Office) -> None:
    office.open()
    office.arrive()
    seen = []

    for tries in range(4):
        office.card(f"{tries} of 5 tries")
        office.miss()
        office.put_away()
        seen.append(local(office.due()))
        office.desktop.clock.set(office.due())
    office.card("4 of 5 tries")
    card = office.press("Call", "Voicemail")
    card.shows("Handed over to the BDC: Not reached")
    office.no_card()

    assert seen == DUE
    assert office.agenda() == []
    (row,) = office.handed_over()
    assert (row["reason"], row["name"], row["tries"]) == ("unreached", SANNE.name, 5)
    assert office.attempts() == [("call", "no_answer")] * 4 + [("call", "voicemail")]
    office.desktop.clock.advance(timedelta(days=3))
    office.stays_quiet()
    office.main.press("Handed over")
    office.main.shows("Not reached")


def test_a_busy_tone_is_tried_again_after_ten_minutes(office: Office) -> None:
    office.open()
    office.arrive()

    office.miss("Busy")
    office.put_away()

    assert local(office.due()) == "Mon 10:10"
    office.desktop.clock.set(office.due() - timedelta(minutes=1))
    office.stays_quiet()
    office.desktop.clock.set(office.due())
    office.card("1 of 5 tries")


def test_a_wrong_number_goes_on_with_the_mail_that_is_left(office: Office) -> None:
    office.open()
    office.arrive()

    card = office.press("Call", "Wrong number")
    card.shows("Try 2 of 5 today at 10:0")
    assert "enabled" not in card.button("Call").states
    card.press("Mail")
    card.shows("Write a mail")
    card.press("Mail")

    assert office.desktop.links.one("mailto:").startswith("mailto:sanne.hoekstra@example.com?")
    card.shows("Mail sent")
    (row,) = office.agenda()
    assert row["step"] == "mail"
    assert office.attempts() == [("call", "wrong_number"), ("mail", "sent")]
