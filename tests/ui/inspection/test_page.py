"""The inspection page: from a figure to the names behind it, and from a name to the lead."""

import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from assistant.core.contact import Phone
from assistant.core.facts import AgreementKind, LeadId, LostReason, Outcome
from assistant.core.figures import By, Choice, Part
from assistant.core.period import Period
from assistant.core.preset import Preset
from assistant.core.request import Channel
from assistant.desk import Desk, NextStep
from assistant.desk.inspection import Inspection, inspection
from assistant.store.store import Store
from assistant.ui.inspection.leads_model import PAGE, Column
from assistant.ui.inspection.page import InspectionPage
from assistant.ui.inspection.scope import Span
from assistant.ui.look.plain import PlainLabel
from assistant.ui.look.tokens import SPACE
from tests.conftest import RULES, FakeClock, a_request, local
from tests.ui.inspection.conftest import Settle, opened_windows
from tests.ui.seen import HOSTILE, nameless, rich_labels, texts

OpenPage = Callable[[], InspectionPage]
T = TypeVar("T")
_numbers = iter(range(10**6))

pytestmark = pytest.mark.usefixtures("dressed")


def ask(desk: Desk, name: str = "Sanne Hoekstra", **changes: object) -> LeadId:
    phone = Phone(f"+3161{next(_numbers):07}", mobile=True)
    changes = {"phones": (phone,), "emails": (), "name": name, **changes}
    lead = desk.log_contact(a_request(**changes)).lead_id
    assert lead is not None
    return lead


def names(page: InspectionPage) -> set[str]:
    model = page.leads.model
    rows = range(model.rowCount())
    return {model.index(row, Column.WHO).data() for row in rows}


def choose(page: InspectionPage, value: str) -> None:
    page.filter.owner.setCurrentIndex(page.filter.owner.findData(value))


def test_a_period_without_leads_says_so(page: OpenPage) -> None:
    opened = page()

    assert "No leads in this period." in texts(opened)
    assert not opened.sections.isVisible()
    assert not opened.empty.last_week.isVisible()


def test_from_an_empty_week_last_weeks_figures_are_one_press(
    desk: Desk, clock: FakeClock, page: OpenPage, settle: Settle
) -> None:
    ask(desk)
    clock.advance(days=7)
    opened = page()
    assert opened.empty.last_week.isVisible()

    opened.empty.last_week.click()
    settle(opened)

    assert opened.sections.funnel.steps[0].count.text() == "1"
    assert opened.filter.state.span is Span.LAST_WEEK


def test_the_funnel_is_in_view_while_the_other_figures_are_still_counted(
    desk: Desk, page: OpenPage, settle: Settle, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_count = threading.Event()
    opened = page()
    ask(desk)
    monkeypatch.setattr(Inspection, "figures", _late(Inspection.figures, may_count))

    opened._read()
    qtbot.waitUntil(opened.sections.funnel.isVisible, timeout=20_000)

    assert opened.sections.funnel.steps[0].count.text() == "1"
    assert not opened.sections.response.isVisible()
    may_count.set()
    settle(opened)
    assert opened.sections.response.isVisible()


def test_figures_of_a_choice_that_was_left_do_not_come_any_more(
    desk: Desk, page: OpenPage, settle: Settle, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask(desk)
    opened = page()
    before, may_count, may_begin = opened.read, threading.Event(), threading.Event()
    monkeypatch.setattr(Inspection, "figures", _late(Inspection.figures, may_count))
    opened._read()
    qtbot.waitUntil(lambda: opened._errand.is_running, timeout=20_000)

    monkeypatch.setattr(Inspection, "funnel", _late(Inspection.funnel, may_begin))
    opened.filter.span.setCurrentIndex(opened.filter.span.findData(Span.LAST_WEEK))
    may_count.set()
    opened._errand.wait(20)
    QApplication.processEvents()

    assert opened.read is before
    may_begin.set()
    settle(opened)
    assert "No leads in this period." in texts(opened)


def _late(
    read: Callable[[Inspection, Period, Choice], T], may_read: threading.Event
) -> Callable[[Inspection, Period, Choice], T]:
    def late(log: Inspection, period: Period, choice: Choice) -> T:
        assert may_read.wait(20)
        return read(log, period, choice)

    return late


def test_no_other_window_opens_while_the_sections_are_made(
    desk: Desk, page: OpenPage, qapp: QApplication
) -> None:
    ask(desk)
    with opened_windows(qapp) as windows:
        opened = page()

    assert windows == [opened]


def test_each_step_shows_its_count_and_whom_it_lost(
    desk: Desk, clock: FakeClock, page: OpenPage, settle: Settle
) -> None:
    called = ask(desk, "Anna Bos")
    ask(desk, "Bas Vos")
    clock.advance(minutes=1)
    desk.record(called, Channel.CALL, Outcome.SPOKE)
    clock.advance(minutes=9)
    opened = page()
    in_time = opened.sections.funnel.steps[1]

    assert (in_time.count.text(), in_time.lost.text()) == ("1", "1")
    in_time.lost.click()
    settle(opened)

    assert names(opened) == {"Bas Vos"}
    assert opened.leads.title.text() == "Not called in time"


def test_who_a_step_lost_and_has_not_ended_stands_beside_it_and_is_opened(
    desk: Desk, clock: FakeClock, page: OpenPage, settle: Settle
) -> None:
    ended = ask(desk, "Anna Bos")
    ask(desk, "Bas Vos")
    clock.advance(minutes=9)
    desk.record(ended, Channel.CALL, Outcome.SPOKE)
    desk.agree(ended, NextStep(kind=AgreementKind.LOST, reason=LostReason.PRICE))
    opened = page()
    _, in_time, spoken, appointments, *_ = opened.sections.funnel.steps

    assert [(step.lost.text(), step.open.text()) for step in (in_time, spoken, appointments)] == [
        ("2", "1"),
        ("1", "1"),
        ("1", "0"),
    ]
    assert in_time.open.accessibleName() == "1 still open: Not called in time"
    in_time.open.click()
    settle(opened)

    assert names(opened) == {"Bas Vos"}
    assert opened.leads.title.text() == "Not called in time, still open"


def test_from_a_name_the_lead_is_opened_by_key(desk: Desk, page: OpenPage, settle: Settle) -> None:
    lead = ask(desk)
    opened = page()
    wanted: list[object] = []
    opened.lead_wanted.connect(wanted.append)

    opened.sections.funnel.steps[0].count.click()
    settle(opened)
    QTest.keyClick(opened.leads.table, Qt.Key.Key_Return)

    assert wanted == [lead]


def test_escape_leads_back_to_the_figures(desk: Desk, page: OpenPage, settle: Settle) -> None:
    ask(desk)
    opened = page()
    opened.sections.funnel.steps[0].count.click()
    settle(opened)

    QTest.keyClick(opened.leads.table, Qt.Key.Key_Escape)

    assert opened.area.isVisible()
    assert not opened.leads.isVisible()


def by_funnel(page: InspectionPage) -> QWidget:
    count = page.sections.funnel.steps[0].count
    count.click()  # as a screen reader presses it, without the keyboard
    return count


def by_cell(page: InspectionPage) -> QWidget:
    table = page.sections.splits.section.table
    table.setFocus()
    table.setCurrentIndex(table.figures.index(0, 1))
    QTest.keyClick(table, Qt.Key.Key_Return)
    return table


def by_chart(page: InspectionPage) -> QWidget:
    section = page.sections.response
    assert section.chart is not None
    section.chart.pressed.emit(page.scope.behind(Part.REQUESTS, 1, "Requests"))
    return section.switch  # a chart has no keyboard; this is where its figures have one


@pytest.mark.parametrize("open_one", [by_funnel, by_cell, by_chart])
def test_after_escape_the_keyboard_is_back_on_what_was_opened(
    desk: Desk, page: OpenPage, settle: Settle, open_one: Callable[[InspectionPage], QWidget]
) -> None:
    ask(desk)
    opened = page()
    figure = open_one(opened)
    settle(opened)
    assert opened.focusWidget() is opened.leads.table
    opened._read()  # as it is when a lead comes in meanwhile
    settle(opened)

    QTest.keyClick(opened.leads.table, Qt.Key.Key_Escape)

    assert opened.focusWidget() is figure
    current = opened.sections.splits.section.table.currentIndex()
    assert open_one is not by_cell or (current.row(), current.column()) == (0, 1)


def test_one_salesperson_can_be_chosen(
    desk: Desk, store: Store, clock: FakeClock, page: OpenPage, settle: Settle
) -> None:
    ask(desk)
    ask(desk)
    ask(Desk(store, clock, RULES, salesperson="Mark"))
    opened = page()

    choose(opened, "Mark")
    settle(opened)

    assert opened.sections.funnel.steps[0].count.text() == "1"


def test_the_choice_is_there_again_at_the_next_start(
    desk: Desk, page: OpenPage, settle: Settle
) -> None:
    ask(desk)
    opened = page()
    opened.filter.span.setCurrentIndex(opened.filter.span.findData(Span.THIS_YEAR))
    opened.filter.preset.setCurrentIndex(opened.filter.preset.findData(Preset.FLOOR))
    choose(opened, "Piet")
    settle(opened)

    again = page()

    assert again.filter.state == opened.filter.state
    assert (again.scope.choice.owner, again.scope.preset) == ("Piet", Preset.FLOOR)
    assert again.scope.period.first == date(2026, 1, 1)


def test_a_remembered_choice_that_cannot_be_read_is_the_first_one(
    places: QSettings, page: OpenPage
) -> None:
    for name in ("span", "first", "doors", "interest", "benchmark"):
        places.setValue(f"inspection/{name}", "<b>")

    assert page().filter.state.span is Span.THIS_WEEK


def test_the_first_choice_is_the_benchmark_of_the_settings(page: OpenPage) -> None:
    opened = page()

    assert opened.scope.preset is opened._around.settings.inspection.benchmark


def test_the_figures_follow_the_desk(desk: Desk, page: OpenPage, settle: Settle) -> None:
    ask(desk)
    opened = page()

    ask(desk)
    opened._around.qt_desk.changed.emit()
    assert opened._again.isActive()
    opened._again.timeout.emit()
    settle(opened)

    assert opened.sections.funnel.steps[0].count.text() == "2"


def test_behind_every_bar_stand_as_many_leads_as_it_says(
    desk: Desk, clock: FakeClock, page: OpenPage
) -> None:
    for minutes in (1, 4, 30, 200):
        lead = ask(desk)
        clock.advance(minutes=minutes)
        desk.record(lead, Channel.CALL, Outcome.VOICEMAIL)
    clock.now = local("2026-03-02 20:00")
    in_the_evening = ask(desk)
    clock.now = local("2026-03-03 09:01")
    desk.record(in_the_evening, Channel.CALL, Outcome.VOICEMAIL)
    ask(desk)
    clock.advance(minutes=5)
    opened = page()
    section = opened.sections.response
    tables = [table for table in (section.table, section.summary) if table is not None]
    cells = [cell for table in tables for row in table.figures.rows for cell in row]
    behind = [cell.behind for cell in cells if cell.behind is not None]

    found = []
    for each in behind:
        with opened._open() as log:
            found.append(len(log.behind(each.part, each.period, each.choice, within=each.within)))

    assert len(behind) >= 8
    assert found == [each.count for each in behind]


def test_a_bar_that_is_pressed_opens_its_leads(desk: Desk, page: OpenPage, settle: Settle) -> None:
    lead = ask(desk, "Anna Bos")
    desk.record(lead, Channel.CALL, Outcome.VOICEMAIL)
    ask(desk)
    opened = page()
    chart = opened.sections.response.chart
    assert chart is not None
    cell = chart.table.rows[0][1]

    chart.pressed.emit(cell.behind)
    settle(opened)

    assert names(opened) == {"Anna Bos"}


def test_a_chart_has_its_table_behind_one_press_and_its_figures_in_words(
    desk: Desk, page: OpenPage
) -> None:
    desk.record(ask(desk), Channel.CALL, Outcome.VOICEMAIL)
    section = page().sections.response
    assert section.chart is not None
    assert section.chart.isVisible()

    section.switch.click()

    assert section.table.isVisible()
    assert not section.chart.isVisible()
    assert "0–2 min: In opening hours 1, After hours 0." in section.chart.accessibleDescription()


def test_a_screen_reader_hears_the_funnel_in_words(desk: Desk, page: OpenPage) -> None:
    ask(desk)

    said = page().sections.funnel.accessibleDescription()

    assert "Requests: 1. Called in time: 0, 0 expected, 0 did not come this far." in said


def test_every_control_has_a_name(desk: Desk, page: OpenPage) -> None:
    ask(desk)

    assert nameless(page()) == []


def test_names_of_strangers_stay_plain_text(desk: Desk, page: OpenPage, settle: Settle) -> None:
    ask(desk, HOSTILE, source=HOSTILE)
    opened = page()

    opened.sections.funnel.steps[0].count.click()
    settle(opened)

    assert names(opened) == {HOSTILE}
    assert opened.filter.source.findText(HOSTILE) > 0
    assert rich_labels(opened) == []


def test_a_long_list_is_read_by_pages(desk: Desk, page: OpenPage, settle: Settle) -> None:
    for number in range(PAGE + 30):
        ask(desk, f"Klant {number}")
    opened = page()
    opened.sections.funnel.steps[0].count.click()
    settle(opened)
    model = opened.leads.model

    assert model.rowCount() == PAGE + 30
    assert set(model._pages) == {0}
    opened.leads.table.scrollToBottom()
    assert model.index(PAGE + 20, Column.WHO).data() == "…"
    settle(opened)

    assert model.index(PAGE + 20, Column.WHO).data().startswith("Klant ")


def test_a_row_is_told_as_the_lead_stood_when_it_was_read(
    desk: Desk, clock: FakeClock, page: OpenPage, settle: Settle
) -> None:
    lead = ask(desk, "Anna  Bos", phones=(Phone("+31612345678", mobile=True),), vehicle="Polo\n1.0")
    desk.record(lead, Channel.CALL, Outcome.VOICEMAIL)
    opened = page()
    opened.sections.funnel.steps[0].count.click()
    settle(opened)
    model = opened.leads.model

    clock.advance(days=1)

    said = [model.index(0, column).data() for column in Column]
    assert said == [
        "Anna Bos",
        "10:00",
        "Polo 1.0",
        "AutoTrack",
        "Piet",
        "1",
        "Voicemail, 10:00 (Piet)",
        "Still open",
    ]
    assert "Anna\N{NO-BREAK SPACE}Bos" in model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)


def test_a_log_that_cannot_be_read_is_told(
    path: Path, clock: FakeClock, page: OpenPage, settle: Settle
) -> None:
    opened = page()
    opened._open = lambda: inspection(path.with_name("gone.db"), clock, RULES)

    opened._read()
    settle(opened)

    assert opened.problem.isVisible()


def test_title_and_filters_are_one_row_where_it_fits(
    desk: Desk, page: OpenPage, qtbot: QtBot
) -> None:
    ask(desk)
    opened = page()

    opened.resize(1_900, 700)
    qtbot.waitUntil(lambda: opened.area.mapTo(opened, QPoint()).y() < 80)
    opened.resize(800, 700)
    qtbot.waitUntil(lambda: opened.area.mapTo(opened, QPoint()).y() > 100)

    assert opened.filter.mapTo(opened, QPoint()).x() == SPACE.three
    assert opened.filter.owner.accessibleDescription() == "Salesperson"


def test_in_a_narrow_window_the_title_is_whole_and_the_days_break(
    desk: Desk, page: OpenPage, qtbot: QtBot
) -> None:
    ask(desk)
    opened = page()
    title = next(each for each in opened.findChildren(PlainLabel) if each.text() == "Inspection")
    days = opened.filter.days
    days.setText("29 Dec 2025 – 27 Feb 2026")

    opened.resize(680, 560)
    qtbot.waitUntil(lambda: days.width() < days.sizeHint().width())

    assert title.width() >= title.sizeHint().width()
    assert days.height() >= days.heightForWidth(days.width())


@pytest.mark.parametrize("width", [1_900, 800])
def test_tab_goes_by_the_filters_after_the_title_and_before_the_figures(
    desk: Desk, page: OpenPage, qtbot: QtBot, width: int
) -> None:
    ask(desk)
    opened = page()
    opened.resize(1_200 if width == 1_900 else 1_900, 700)
    opened.resize(width, 700)
    qtbot.waitUntil(opened.filter.span.isVisible)

    passed, widget = list[QWidget](), opened.nextInFocusChain()
    while widget is not None and widget is not opened:
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            passed.append(widget)
        widget = widget.nextInFocusChain()

    filters = opened.filter
    chosen = [filters.span, filters.owner, filters.source, filters.door, filters.interest]
    chosen.append(filters.preset)
    buttons = [opened.colleagues.button, opened.take_along.sheet, opened.take_along.export]
    order = [*chosen, *buttons] if width == 1_900 else [*buttons, *chosen]
    start = passed.index(order[0])
    assert passed[start : start + len(order)] == order
    assert all(not opened.area.isAncestorOf(each) for each in passed[:start])


def test_the_page_ends_where_its_last_part_ends(desk: Desk, page: OpenPage, qtbot: QtBot) -> None:
    ask(desk)
    opened = page()
    sections = opened.sections

    opened.resize(1_900, 700)
    qtbot.waitUntil(lambda: sections.supposed.width() > 1_800)

    assert sections.height() - sections.supposed.geometry().bottom() <= SPACE.three


def test_a_moment_of_an_earlier_year_is_whole(desk: Desk, page: OpenPage) -> None:
    ask(desk)
    table = page().leads.table

    moment = table.fontMetrics().horizontalAdvance("30 Sep 2025 20:00")

    assert table.columnWidth(Column.ASKED) >= moment + 3 * SPACE.one


def test_choices_are_salespeople_and_sources_that_there_are(desk: Desk, page: OpenPage) -> None:
    ask(desk, source="Marktplaats")
    opened = page()

    assert opened.read is not None
    assert opened.read.choices[By.SOURCE] == ["Marktplaats"]
    assert opened.read.figures.counts[Part.REQUESTS] == 1


def test_called_in_time_is_a_share_of_the_first_calls_due(
    desk: Desk, clock: FakeClock, page: OpenPage
) -> None:
    desk.record(ask(desk), Channel.CALL, Outcome.SPOKE)
    ask(desk)
    clock.advance(minutes=5)
    ask(desk)
    opened = page()
    in_time = opened.sections.funnel.steps[1]
    by_source = opened.sections.splits.section.table.figures.rows[0]

    assert in_time.share.text().startswith("50%")
    assert in_time.expected.text() == "2"
    assert [cell.text for cell in by_source[1:3]] == ["3", "1 of 2"]
