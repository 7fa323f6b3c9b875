"""Settings that are changed while leads ring take effect at once."""

from tests.journeys.customers import SANNE
from tests.journeys.office import MAIN, Office


def test_another_language_is_spoken_at_once_by_every_window(office: Office) -> None:
    office.open()
    office.arrive()
    office.card(SANNE.name)
    screen = office.desktop.screen
    screen.activate(MAIN)
    screen.key("ctrl+8")
    main = office.main
    main.press("Language: Nederlands")

    main.press("Save")

    screen.frame("Kaart: ")
    card = office.desktop.reader.window("Kaart: ")
    card.shows("0 van 5 pogingen")
    screen.patience.until(lambda: "Vandaag" in office.main.words(), "the main window in Dutch")
    assert len(office.desktop.notices.received()) <= 2
    assert len([frame for frame in screen.frames() if frame.title == MAIN]) == 1
    assert 'language = "nl"' in (office.data / "settings.toml").read_text(encoding="utf-8")


def test_shorter_opening_hours_plan_the_open_leads_anew(office: Office) -> None:
    office.open()
    office.arrive()
    office.miss()
    office.put_away()
    screen = office.desktop.screen
    screen.activate(MAIN)
    screen.key("ctrl+8")
    main = office.main
    main.field("Monday").focus()
    screen.key("ctrl+a")
    screen.type("09:00-10:15")

    main.press("Save")

    screen.patience.until(
        lambda: f"{office.due():%d %H:%M}" == "03 08:00", "the next try on Tuesday at nine"
    )
    assert 'monday = ["09:00-10:15"]' in (office.data / "settings.toml").read_text("utf-8")


def test_the_test_notice_is_shown(office: Office) -> None:
    office.open()
    office.desktop.screen.activate(MAIN)
    office.desktop.screen.key("ctrl+8")

    office.main.press("Show a test notice")

    assert office.desktop.notices.one("A test notice").program == "Follow-up"
    office.main.shows("Did you see it?")
