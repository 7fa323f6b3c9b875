"""Every control has a name: what a screen reader cannot name, nobody can use by ear."""

import pytest

from tests.journeys.office import MAIN, SANNE, Office

PAGES = {
    "Today": "Sanne Hoekstra",
    "Log a contact": "What he asked",
    "Handed over": "Handed over",
    "Unreadable": "Unreadable",
    "Settings": "Opening hours",
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


@pytest.mark.parametrize(
    ("choice", "words"),
    [
        ("Appointment", "Book the appointment"),
        ("Call back", "Plan the call"),
        ("Information", "Plan the follow-up"),
        ("Lost", "Bought elsewhere"),
    ],
)
def test_every_next_step_has_names(office: Office, choice: str, words: str) -> None:
    office.open()
    office.arrive()
    card = office.press("Call", "Spoke")
    card.shows("What did you agree?")
    card.assert_all_named()

    card.press(choice)

    card.button(words)
    card.assert_all_named()


@pytest.mark.parametrize(("key", "page"), list(enumerate(PAGES, start=1)))
def test_every_page_of_the_main_window_has_names(office: Office, key: int, page: str) -> None:
    office.open()
    office.arrive()
    office.card(SANNE.name)
    office.desktop.screen.activate(MAIN)

    office.desktop.screen.key(f"ctrl+{key}")

    main = office.main
    main.shows(PAGES[page])
    main.assert_all_named()


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
