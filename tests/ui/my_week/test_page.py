"""My week: one salesperson's own figures, on his own desk."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QGridLayout
from pytestqt.qtbot import QtBot

from assistant.core.contact import Phone
from assistant.core.facts import LeadId, Outcome
from assistant.core.period import Period
from assistant.core.request import Channel
from assistant.desk import Desk
from assistant.folders import DataFolder
from assistant.store.store import Store
from assistant.ui.around import Around
from assistant.ui.look.plain import PlainLabel
from assistant.ui.my_week.page import MyWeekPage
from tests.conftest import RULES, FakeClock, a_request, local
from tests.ui.conftest import Show
from tests.ui.seen import HOSTILE, nameless, rich_labels, texts

WEEK = Period.of_week(2026, 10)


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    folder = DataFolder(tmp_path / "data")
    folder.make()
    return folder


@pytest.fixture
def log_file(folder: DataFolder) -> Path:
    return folder.database


@pytest.fixture
def leads(desk: Desk, store: Store, clock: FakeClock) -> list[LeadId]:
    """One of Piet's called in time, one that was not, and one of Els; then it is Monday."""
    els = Desk(store, clock, RULES, salesperson="Els")
    asked = [ask(desk, "Sanne", 1), ask(desk, HOSTILE, 2), ask(els, "Kim", 3)]
    desk.record(asked[0], Channel.CALL, Outcome.SPOKE)
    desk.pledging.write(WEEK.before, "Piet", "Elke ochtend eerst bellen")
    clock.now = local("2026-03-09 08:30")
    return asked


@pytest.fixture
def page(
    around: Around, folder: DataFolder, show: Show, settle: Callable[[MyWeekPage], None]
) -> Iterator[Callable[[], MyWeekPage]]:
    opened: list[MyWeekPage] = []
    settings = replace(around.settings, desk=replace(around.settings.desk, salesperson="Piet"))

    def open_page() -> MyWeekPage:
        page = MyWeekPage(replace(around, settings=settings), folder)
        opened.append(page)
        show(page)
        settle(page)
        return page

    yield open_page
    for each in opened:
        each.stop()


@pytest.fixture
def settle(qtbot: QtBot) -> Callable[[MyWeekPage], None]:
    def wait(page: MyWeekPage) -> None:
        qtbot.waitUntil(lambda: not page.errand.is_running, timeout=20_000)

    return wait


Opens = Callable[[], MyWeekPage]


def ask(desk: Desk, name: str, number: int) -> LeadId:
    phone = Phone(f"+3161000000{number}", mobile=True)
    lead = desk.log_contact(a_request(name=name, phones=(phone,), emails=())).lead_id
    assert lead is not None
    return lead


@pytest.mark.usefixtures("leads")
def test_it_shows_his_figures_of_the_last_whole_week_and_nobody_elses(page: Opens) -> None:
    opened = page()

    seen = texts(opened.figures)
    assert opened.title.text() == "Week 10"
    assert seen[seen.index("Requests") + 1] == "2"
    assert "! 1 (50%, 9–91%)" in seen
    heard = [label.accessibleName() for label in opened.figures.findChildren(PlainLabel)]
    assert "Called in time, Week 10: 1 (50%, 9–91%), below target" in heard
    assert "Requests, Week 10: 2" in heard


@pytest.mark.usefixtures("leads")
def test_a_target_of_less_than_one_lead_is_not_missed(page: Opens) -> None:
    figures = page().figures

    heard = [label.accessibleName() for label in figures.findChildren(PlainLabel)]
    assert "Sales, Target: 0 (22%)" in heard
    assert "Sales, Week 10: 0 (0%, 0–66%)" in heard


@pytest.mark.usefixtures("leads")
def test_the_week_before_has_its_bounds_too(desk: Desk, clock: FakeClock, page: Opens) -> None:
    ask(desk, "Noor", 4)
    clock.now = local("2026-03-16 08:30")

    opened = page()

    heard = [label.accessibleName() for label in opened.figures.findChildren(PlainLabel)]
    assert "Called in time, Week 10: 1 (50%, 9–91%)" in heard
    assert opened.figures.few.isVisible()


def test_a_broken_lead_opens(page: Opens, leads: list[LeadId], qtbot: QtBot) -> None:
    opened = page()

    row = opened.broken.model.index(0, 0).data()
    assert row == f"{HOSTILE}\nNot called in time · Mon 2 Mar 10:02"
    opened.broken.table.setFocus()
    opened.broken.table.selectRow(0)
    with qtbot.waitSignal(opened.lead_wanted) as wanted:
        QTest.keyClick(opened.broken.table, Qt.Key.Key_Return)
    assert wanted.args == [leads[1]]


@pytest.mark.usefixtures("leads")
def test_the_line_he_writes_is_kept_for_the_week_he_looks_at(page: Opens, desk: Desk) -> None:
    opened = page()

    assert opened.line.before.text() == "Elke ochtend eerst bellen"
    opened.line.line.setFocus()
    QTest.keyClicks(opened.line.line, "Ook na zes uur terugbellen")
    QTest.keyClick(opened.line.line, Qt.Key.Key_Return)

    (line,) = desk.pledging.of_week(WEEK)
    assert (line.salesperson, line.line) == ("Piet", "Ook na zes uur terugbellen")
    assert opened.line.said.isVisible()


@pytest.mark.usefixtures("leads")
def test_what_is_being_typed_outlives_a_change_on_the_desk(
    page: Opens, settle: Callable[[MyWeekPage], None]
) -> None:
    opened = page()
    QTest.keyClicks(opened.line.line, "Ook na zes")

    opened._read()
    settle(opened)

    assert opened.line.line.text() == "Ook na zes"


@pytest.mark.usefixtures("leads")
def test_next_week_shows_the_line_as_last_weeks(
    page: Opens, desk: Desk, settle: Callable[[MyWeekPage], None]
) -> None:
    desk.pledging.write(WEEK, "Piet", "Ook na zes uur terugbellen")
    opened = page()

    opened.after.click()
    settle(opened)

    assert opened.title.text() == "Week 11"
    assert opened.line.before.text() == "Ook na zes uur terugbellen"
    assert not opened.after.isEnabled()


@pytest.mark.usefixtures("store")
def test_a_week_without_leads_says_so(page: Opens) -> None:
    opened = page()

    assert opened.pages.shown is opened.empty
    assert opened.empty.sentence.text() == "No leads yet"


@pytest.mark.usefixtures("leads")
def test_strangers_words_are_plain_text_and_every_control_has_a_name(page: Opens) -> None:
    opened = page()

    assert rich_labels(opened) == []
    assert nameless(opened) == []


def test_what_is_said_of_a_sheet_goes_by_itself_or_with_the_next_page(
    page: Callable[[], MyWeekPage],
) -> None:
    opened = page()
    opened.sheet.told.emit("The sheet is open in your browser.")
    assert opened.banner._time.isActive()
    assert opened.banner.isVisible()

    opened.hide()
    opened.show()

    assert not opened.banner.isVisible()


@pytest.mark.usefixtures("dressed", "leads")
@pytest.mark.parametrize("width", [1_146, 920, 680])
def test_no_word_breaks_and_no_figure_is_cut_on_a_small_screen(
    width: int, page: Callable[[], MyWeekPage]
) -> None:
    opened = page()
    opened.resize(width, 690)
    grid = opened.figures.grid
    QTest.qWait(0)
    names = [each for row in range(1, 7) if (each := _label(grid, row, 0))]
    figures = [each for row in range(1, 7) if (each := _label(grid, row, 1))]
    for label in figures:
        label.setText("! 123 (100%, 90–100%)")
    QTest.qWait(0)

    assert all(name.width() >= name.sizeHint().width() for name in names)
    assert all(each.height() >= each.heightForWidth(each.width()) for each in figures)


def _label(grid: QGridLayout, row: int, column: int) -> PlainLabel | None:
    item = grid.itemAtPosition(row, column)
    label = None if item is None else item.widget()
    return label if isinstance(label, PlainLabel) else None
