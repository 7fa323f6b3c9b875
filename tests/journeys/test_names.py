"""Every control has a name: what a screen reader cannot name, nobody can use by ear."""

from tests.journeys.customers import SANNE
from tests.journeys.office import MAIN, Office

PAGES = {
    "Today": "Sanne Hoekstra",
    "Appointments": "No appointments this week.",
    "Log a contact": "What he asked",
    "Handed over": "Nobody waits for the BDC.",
    "Unreadable": "Everything that came in was understood.",
    "My week": "Nobody asked you anything in this week.",
    "Inspection": "From request to sale",
    "Settings": "Opening hours",
}
CHOICES = {
    "Appointment": "Book the appointment",
    "Call back": "Plan the call",
    "Information": "Plan the follow-up",
    "Lost": "Bought elsewhere",
}


def test_every_page_of_the_card_has_names(office: Office) -> None:
    office.open()
    office.arrive()
    card = office.card(SANNE.name)
    card.button("Later")
    card.assert_all_named()

    card.press("Later")
    card.shows("Why later?")
    card.assert_all_named()
    card.press("Back")

    card.press("Call")
    card.button("Spoke")
    card.assert_all_named()
    card.press("Voicemail")
    card.shows("Not reached: send a WhatsApp")
    card.assert_all_named()
    card.press("Skip")
    card.shows("Not reached: send a mail")
    card.assert_all_named()


def test_every_next_step_has_names(office: Office) -> None:
    office.open()
    office.arrive()
    card = office.press("Call", "Spoke")
    card.shows("What did you agree?")
    card.assert_all_named()

    for choice, button in CHOICES.items():
        card.press(choice)
        card.button(button)
        card.assert_all_named()


def test_every_page_of_the_main_window_has_names(office: Office) -> None:
    office.open()
    office.arrive()
    office.card(SANNE.name)
    office.desktop.screen.activate(MAIN)
    nameless = []

    for key, words in enumerate(PAGES.values(), start=1):
        office.desktop.screen.key(f"ctrl+{key}")
        office.main.shows(words)
        nameless += [(words, each.role, each.box) for each in office.main.nameless()]

    assert nameless == []


def test_the_first_questions_have_names_and_can_be_skipped(office: Office) -> None:
    (office.data / "followup.db").unlink()
    office.open()
    questions = ("What is your name?", "When are you open?", "Where do leads come from?")
    for question in questions:
        main = office.main
        main.shows(question)
        main.assert_all_named()
        main.press("Skip")

    office.desktop.screen.patience.until(
        lambda: "Nothing is due." in office.main.words(), "the pages in place of the questions"
    )
