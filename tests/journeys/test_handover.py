"""To the BDC and back: five tries, the folder, revived by a file, and a second voice once."""

from pathlib import Path

from tests.journeys.customers import SANNE
from tests.journeys.office import MAIN, Office

NOTES = "Sanne is terug van vakantie en wil zaterdag komen."
OURS = "--- followup ---"


def test_a_lead_goes_to_the_bdc_and_back_and_gets_a_second_voice_once(office: Office) -> None:
    office.open()
    office.arrive()
    for tries in range(4):
        office.card(f"{tries} of 5 tries")
        office.miss()
        office.put_away()
        office.desktop.clock.set(office.due())
    office.press("Call", "Voicemail").shows("Handed over to the BDC: Not reached")
    office.no_card()
    (row,) = office.handed_over()
    lead = row["lead"]

    send(office)
    revive(office, lead)
    card = office.card(f"Came back from the BDC: {NOTES}")
    card.shows("0 of 5 tries")
    assert office.handed_over() == []
    office.followup.command("agree", lead, "lost", "--reason", "price")
    office.no_card()
    (row,) = office.handed_over()
    assert (row["reason"], row["sent_at"]) == ("second_voice", None)

    send(office)
    revive(office, lead)
    office.card("Came back from the BDC")
    office.followup.command("agree", lead, "lost", "--reason", "price")
    office.no_card()

    assert office.handed_over() == []
    assert office.agenda() == []
    assert office.count("leads") == 1
    rows = office.query("select what from facts where kind = 'hand_over_sent' order by seq")
    assert rows == [("unreached",), ("second_voice",)]


def test_who_cannot_hands_it_to_the_bdc_from_the_card_and_takes_it_back_by_hand(
    office: Office,
) -> None:
    office.open()
    office.arrive()

    card = office.press("Later", "I cannot: hand it over …")
    card.shows("Who takes it?")
    assert card.nameless() == []
    card.press("To the BDC")
    office.no_card()

    (row,) = office.handed_over()
    assert (row["reason"], row["name"]) == ("escalation", SANNE.name)
    office.main.press("Handed over")
    office.main.shows("not sent yet")
    office.main.press("Send")
    office.main.shows("1 lead is written to")
    office.stays_quiet()
    screen = office.desktop.screen
    screen.activate(MAIN)
    cell = office.main.one(frozenset({"cell", "table cell"}), SANNE.name)
    screen.click(cell.centre)
    office.main.press("Came back …")
    office.main.has_keyboard("What the BDC says")
    assert office.main.nameless() == []
    screen.type("Belt liever na vijven")
    screen.key("Return")

    office.card("Came back from the BDC: Belt liever na vijven")
    assert office.handed_over() == []


def send(office: Office) -> None:
    """Send what waits with the button of the page, and find it in the folder."""
    before = len(documents(office))
    office.main.press("Handed over")
    office.main.shows("not sent yet")
    office.main.press("Send")
    office.main.shows("1 lead is written to")
    office.main.shows("sent ")
    assert len(documents(office)) == before + 1
    office.main.press("Today")


def revive(office: Office, lead: str) -> None:
    """Let the BDC send our own document back, with its notes beneath what we wrote."""
    document = documents(office)[-1].read_text("utf-8")
    assert f'<id source="followup">{lead}</id>' in document
    head, ours, rest = document.rpartition(OURS)
    number = len(documents(office))
    office.land(f"bdc-{number}.xml", f"{head}{ours}\n{NOTES}{rest}")


def documents(office: Office) -> list[Path]:
    written = (office.data / "handover").glob("*.xml")
    return sorted(written, key=lambda path: path.stat().st_mtime_ns)
