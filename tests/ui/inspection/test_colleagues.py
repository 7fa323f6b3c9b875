"""Colleagues' copies on the inspection page: named, read with this desk's log, and left again."""

import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from assistant.core.contact import Phone
from assistant.core.facts import LeadId
from assistant.desk import Desk
from assistant.folders import DataFolder
from assistant.store.store import Store
from assistant.ui.inspection.leads_model import Column
from assistant.ui.inspection.page import InspectionPage
from tests.conftest import RULES, FakeClock, a_request
from tests.ui.inspection.conftest import Settle, opened_windows
from tests.ui.seen import HOSTILE, nameless, rich_labels

OpenPage = Callable[[], InspectionPage]

pytestmark = pytest.mark.usefixtures("dressed")


@pytest.fixture
def copies(tmp_path: Path, clock: FakeClock) -> Path:
    """A folder with a copy of the log of Els, who has one lead that nobody else has."""
    folder = tmp_path / "copies"
    folder.mkdir()
    hers(folder / "els.db", clock, "Els")
    return folder


@pytest.fixture
def aside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return where temporary files are put."""
    folder = tmp_path / "aside"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def hers(path: Path, clock: FakeClock, salesperson: str, **changes: object) -> LeadId:
    phone = Phone("+31612000099", mobile=True)
    changes = {"phones": (phone,), "emails": (), "name": "Anna Bos", **changes}
    with closing(Store(path, clock())) as store:
        desk = Desk(store, clock, RULES, salesperson=salesperson)
        lead = desk.log_contact(a_request(**changes)).lead_id
        assert lead is not None
        return lead


def choose(page: InspectionPage, folder: Path, settle: Settle) -> None:
    page.colleagues.button._pick = lambda _parent, _start: str(folder)
    press(page, "Choose a folder with copies …", settle)


def press(page: InspectionPage, entry: str, settle: Settle) -> None:
    menu = page.colleagues.button.menu()
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.text() == entry).trigger()
    settle(page)


def requests(page: InspectionPage) -> str:
    return page.sections.funnel.steps[0].count.text()


def test_with_a_folder_of_copies_the_figures_are_of_all_desks_and_said_whose(
    desk: Desk, clock: FakeClock, copies: Path, page: OpenPage, settle: Settle
) -> None:
    desk.log_contact(a_request())
    opened = page()
    assert (requests(opened), opened.colleagues.isVisible()) == ("1", False)
    clock.advance(hours=30)

    choose(opened, copies, settle)

    assert requests(opened) == "2"
    assert opened.read is not None
    assert [counts for _, counts in opened.read.weeks][-1] == opened.read.figures.counts
    assert opened.colleagues.told.text() == (
        "With colleagues' copies: Els: up to 30 h ago, ask for a newer copy "
        "(els.db)\nExports are of this desk only."
    )
    assert not opened.colleagues.problems.isVisible()


def test_while_copies_are_read_it_says_so(
    desk: Desk, copies: Path, page: OpenPage, settle: Settle
) -> None:
    desk.log_contact(a_request())
    opened = page()
    opened.colleagues.button._pick = lambda _parent, _start: str(copies)

    opened.colleagues.button.menu().actions()[0].trigger()

    assert opened.colleagues.told.text() == "The copies are being read …"
    settle(opened)


def test_this_desk_only_is_one_press_and_both_are_remembered(
    desk: Desk, copies: Path, page: OpenPage, settle: Settle
) -> None:
    desk.log_contact(a_request())
    first = page()
    choose(first, copies, settle)
    second = page()
    remembered = requests(second)

    press(second, "This desk only", settle)

    assert remembered == "2"
    assert (requests(second), second.colleagues.isVisible()) == ("1", False)
    assert requests(page()) == "1"


def test_the_folder_of_the_settings_is_the_first_choice(
    desk: Desk, folder: DataFolder, copies: Path, places: QSettings, page: OpenPage
) -> None:
    desk.log_contact(a_request())
    opened = page()
    settings = opened._around.settings.inspection
    object.__setattr__(settings, "folder", copies.name)

    assert copies == folder.root / copies.name
    assert requests(page()) == "2"
    places.setValue("inspection/copies", "")
    assert requests(page()) == "1"


def test_no_other_window_opens_and_takes_the_keys_while_the_page_is_made(
    desk: Desk, copies: Path, places: QSettings, page: OpenPage, qapp: QApplication
) -> None:
    desk.log_contact(a_request())
    places.setValue("inspection/copies", str(copies))

    with opened_windows(qapp) as windows:
        opened = page()

    assert windows == [opened]
    assert opened.colleagues.isVisible()


def test_what_cannot_be_read_is_named_in_a_banner_and_the_rest_counts(
    desk: Desk, copies: Path, page: OpenPage, settle: Settle
) -> None:
    desk.log_contact(a_request())
    (copies / "jan.db").write_text("Dear Kim, " * 500, "utf-8")
    opened = page()

    choose(opened, copies, settle)

    assert requests(opened) == "2"
    assert opened.colleagues.problems.isVisible()
    assert opened.colleagues.problems.message.text() == (
        f"The file {copies / 'jan.db'} is not a database of this program."
    )
    assert "jan" not in opened.colleagues.told.text()


def test_of_many_copies_each_is_said_how_old(
    clock: FakeClock, copies: Path, page: OpenPage, settle: Settle
) -> None:
    for number in range(9):
        hers(copies / f"{number}.db", clock, f"Kim {number}")
    opened = page()
    clock.advance(hours=3)

    choose(opened, copies, settle)

    told = opened.colleagues.told.text().replace("\u00a0", " ")
    assert told.count(".db) 3 h") == 10
    assert "see the end" not in told


def test_a_lead_that_only_a_colleague_has_is_said_to_lie_at_his_desk(
    clock: FakeClock, copies: Path, page: OpenPage, settle: Settle
) -> None:
    hers(copies / "jan.db", clock, "", name="Bas Vos")
    opened = page()
    choose(opened, copies, settle)
    wanted: list[object] = []
    opened.lead_wanted.connect(wanted.append)
    opened.sections.funnel.steps[0].count.click()
    settle(opened)
    said = {}

    for row in range(2):
        opened.leads.table.selectRow(row)
        QTest.keyClick(opened.leads.table, Qt.Key.Key_Return)
        name = opened.leads.model.index(row, Column.WHO).data()
        said[name] = opened.leads.elsewhere.message.text()

    assert said == {
        "Anna Bos": "This lead is at Els's desk; it can only be opened there.",
        "Bas Vos": "This lead is at a colleague's desk; it can only be opened there.",
    }
    assert opened.leads.elsewhere.isVisible()
    assert wanted == []
    assert nameless(opened) == []


def test_ones_own_lead_opens_and_so_does_one_that_a_colleague_handed_on(
    desk: Desk, clock: FakeClock, copies: Path, page: OpenPage, settle: Settle
) -> None:
    own = desk.log_contact(a_request()).lead_id
    theirs = hers(copies / "els.db", clock, "Els", phones=(), emails=("bas@example.com",))
    clock.advance(minutes=1)
    handed = a_request(reference=f"followup:{theirs}", phones=(), emails=("bas@example.com",))
    as_we_got_it = desk.log_contact(handed).lead_id
    opened = page()
    choose(opened, copies, settle)
    wanted: list[object] = []
    opened.lead_wanted.connect(wanted.append)
    opened.sections.funnel.steps[0].count.click()
    settle(opened)

    for row in range(3):
        opened.leads.table.selectRow(row)
        QTest.keyClick(opened.leads.table, Qt.Key.Key_Return)

    assert requests(opened) == "3"
    assert set(wanted) == {own, as_we_got_it}


def test_the_sheet_is_of_all_desks_and_says_whose(
    desk: Desk, folder: DataFolder, copies: Path, page: OpenPage, settle: Settle, qtbot: QtBot
) -> None:
    desk.log_contact(a_request())
    opened = page()
    choose(opened, copies, settle)
    entries = {each.text(): each for each in opened.take_along.sheet.menu().actions()}

    with qtbot.waitSignal(opened.take_along.sheet.told):
        entries["The days in view: open and print"].trigger()

    made = folder.sheet.read_text("utf-8")
    assert "With colleagues&#x27; copies: Els: up to " in made


def test_copies_are_read_again_when_asked_and_a_while_after_a_change_on_the_desk(
    desk: Desk, clock: FakeClock, copies: Path, page: OpenPage, settle: Settle
) -> None:
    desk.log_contact(a_request())
    opened = page()
    choose(opened, copies, settle)
    phone = Phone("+31612000098", mobile=True)
    desk.log_contact(a_request(phones=(phone,), emails=()))
    opened._around.qt_desk.changed.emit()
    waits = opened._again.interval()
    opened.filter.chosen.emit()
    settle(opened)
    unchanged = requests(opened)
    opened._again.timeout.emit()
    settle(opened)

    assert (waits, unchanged, requests(opened)) == (60_000, "2", "3")
    hers(copies / "jan.db", clock, "Jan", phones=(Phone("+31612000097", mobile=True),))
    press(opened, "Read the copies again", settle)
    assert requests(opened) == "4"


def test_who_is_forgotten_leaves_the_list_at_once_and_what_was_put_together(
    desk: Desk, folder: DataFolder, copies: Path, aside: Path, page: OpenPage, settle: Settle
) -> None:
    desk.log_contact(a_request(name="Sanne Hoekstra"))
    opened = page()
    choose(opened, copies, settle)
    opened.sections.funnel.steps[0].count.click()
    settle(opened)
    before, (put_together,) = names(opened), aside.iterdir()

    now = opened._around.now
    with closing(Store(folder.database, now())) as store:  # as the program's own thread does
        privacy = Desk(store, now, RULES, salesperson="Piet").privacy
        privacy.forget(privacy.customer(frozenset(a_request().emails)))
    opened._around.qt_desk.look()
    gone = not put_together.exists()
    opened.leads.table.viewport().repaint()
    settle(opened)

    assert before == {"Sanne Hoekstra", "Anna Bos"}
    assert gone
    assert "Anna Bos" in names(opened)
    assert "Sanne Hoekstra" not in names(opened)


def names(page: InspectionPage) -> set[str]:
    model = page.leads.model
    return {model.index(row, Column.WHO).data() for row in range(model.rowCount())}


def test_when_the_page_goes_nothing_of_the_copies_is_left(
    copies: Path, aside: Path, page: OpenPage, settle: Settle
) -> None:
    opened = page()
    choose(opened, copies, settle)
    assert len(list(aside.iterdir())) == 1

    opened.stop()

    assert list(aside.iterdir()) == []


def test_a_colleagues_name_and_file_are_plain_text(
    clock: FakeClock, copies: Path, page: OpenPage, settle: Settle
) -> None:
    hers(copies / "<b>.db", clock, HOSTILE)
    opened = page()

    choose(opened, copies, settle)

    assert HOSTILE in opened.colleagues.told.text()
    assert rich_labels(opened) == []
