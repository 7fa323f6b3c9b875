"""A list of passive leads: from a file to the BDC, by keyboard and by mouse, ringing nowhere."""

from pathlib import Path

import pytest

from assistant.demo.passive_list import CONTENT, NAME
from tests.intake.lists.files import write_corner, write_xlsx
from tests.journeys.customers import SANNE
from tests.journeys.dropping import drop
from tests.journeys.office import MAIN, Office

IMPORT, DIALOG = "Import a list …", "Choose a list"


@pytest.fixture
def passive(tmp_path: Path) -> Path:
    path = tmp_path / "vier jaar.xlsx"
    rows = ["Wie", "Contact", "Toestemming"], ["Sanne Hoekstra", SANNE.phone, "ja"]
    return write_xlsx(path, *map(list[object], rows))


def test_from_the_dialog_to_the_bdc_by_keyboard_and_back_when_she_asks(
    office: Office, passive: Path
) -> None:
    office.open()
    screen, main = office.desktop.screen, office.main
    screen.activate(MAIN)
    screen.key("ctrl+4")
    main.press(IMPORT)
    screen.frame(DIALOG)
    screen.type(str(passive))
    screen.key("Return")
    main.shows("vier jaar.xlsx · 1 row")
    assert main.nameless() == []
    main.has_keyboard("Import 1 lead")

    screen.key("shift+Tab", "shift+Tab", "shift+Tab", "shift+Tab", "shift+Tab")
    main.has_keyboard("Not used")
    screen.key("Down")
    main.field("Name")
    main.button("Import 1 lead")
    screen.key("ctrl+Return")

    main.shows("1 new for the BDC, 0 known already.")
    (waiting,) = office.handed_over()
    assert (waiting["reason"], waiting["may_call"]) == ("passive", True)
    office.stays_quiet()
    office.arrive()
    office.card(SANNE.name)
    assert office.handed_over() == []
    assert office.count("leads") == 1


def test_a_dropped_list_is_shown_and_can_be_left(office: Office, tmp_path: Path) -> None:
    path = tmp_path / NAME
    path.write_bytes(CONTENT)
    office.open()

    drop(office.desktop, path)

    office.main.button("Import 4 leads")
    office.main.press("Cancel")
    office.main.shows("Nobody waits for the BDC.")
    assert (office.count("messages"), office.count("leads")) == (0, 0)


def test_a_list_that_ends_its_reader_leaves_the_program_standing(
    office: Office, tmp_path: Path
) -> None:
    office.open()

    drop(office.desktop, write_corner(tmp_path / "corner.xlsx"))

    office.main.shows("corner.xlsx cannot be read: it is broken, or far too large.")
    office.arrive()
    office.card(SANNE.name)
