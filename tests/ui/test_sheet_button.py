"""The button that makes the sheet."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from pytestqt.qtbot import QtBot

from assistant.core.figures import Choice
from assistant.core.preset import Preset
from assistant.desk import Desk
from assistant.desk.inspection import inspection
from assistant.folders import DataFolder
from assistant.ui.around import Around
from assistant.ui.sheet_button import SheetButton
from tests.conftest import RULES, FakeClock, a_request, local
from tests.ui.seen import HOSTILE

Press = Callable[[str, str], SheetButton]


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    folder = DataFolder(tmp_path / "data")
    folder.make()
    return folder


@pytest.fixture
def log_file(folder: DataFolder) -> Path:
    return folder.database


@pytest.fixture
def press(
    around: Around, folder: DataFolder, desk: Desk, clock: FakeClock, qtbot: QtBot
) -> Iterator[Press]:
    """Return what presses an entry of the menu, where a PDF goes to a path."""
    desk.log_contact(a_request(name=HOSTILE))
    clock.now = local("2026-03-09 08:30")
    pressed: list[SheetButton] = []

    def press_entry(entry: str, path: str = "") -> SheetButton:
        button = SheetButton(
            around,
            folder,
            lambda: inspection(folder.database, clock, RULES),
            lambda: (Choice(), Preset.SIXTY),
            lambda _parent, _name: path,
        )
        qtbot.addWidget(button)
        pressed.append(button)
        next(each for each in button.menu().actions() if each.text() == entry).trigger()
        qtbot.waitUntil(lambda: not button.errand.is_running, timeout=20_000)
        return button

    yield press_entry
    for each in pressed:
        each.stop()


def test_last_weeks_sheet_opens_in_the_browser_which_offers_to_print_it(
    press: Press, folder: DataFolder, opened: list[str]
) -> None:
    press("Last week: open and print", "")

    assert opened == [QUrl.fromLocalFile(str(folder.sheet)).toString()]
    page = folder.sheet.read_text("utf-8")
    assert "Inspection · Week 10" in page
    assert '<body onload="print()">' in page
    assert HOSTILE not in page


def test_a_sheet_is_saved_as_a_pdf_where_the_user_wants_it(
    press: Press, tmp_path: Path, opened: list[str]
) -> None:
    press("This week: save as PDF …", str(tmp_path / "blad"))

    assert (tmp_path / "blad.pdf").read_bytes().startswith(b"%PDF-")
    assert opened == []


def test_a_dot_in_the_name_of_a_pdf_makes_it_replace_no_other(press: Press, tmp_path: Path) -> None:
    other = tmp_path / "verslag.pdf"
    other.write_text("een ander")

    press("This week: save as PDF …", str(tmp_path / "verslag.maart"))

    assert (tmp_path / "verslag.maart.pdf").read_bytes().startswith(b"%PDF-")
    assert other.read_text() == "een ander"


def test_the_mornings_half_page_opens_likewise(press: Press, folder: DataFolder) -> None:
    press("This morning: open and print", "")

    assert "Morning of Mon 9 Mar 2026" in folder.sheet.read_text("utf-8")


def test_nothing_is_made_when_he_changes_his_mind(press: Press, folder: DataFolder) -> None:
    press("Last week: save as PDF …", "")

    assert not folder.sheet.exists()


def test_a_place_that_cannot_be_written_is_named(
    press: Press, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "file").touch()
    button = press("Last week: save as PDF …", "")
    button._pick = lambda _parent, _name: str(tmp_path / "file" / "blad.pdf")

    with qtbot.waitSignal(button.failed) as failed:
        button.menu().actions()[1].trigger()

    assert str(failed.args[0]).startswith("Nothing can be written to ")
