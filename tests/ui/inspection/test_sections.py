"""Every section: each figure opens as many leads as it says, and says so in words."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from assistant.core.benchmarks import SALES_PER_100
from assistant.core.durations import Durations
from assistant.core.facts import AgreementKind, AppointmentEvent, LostReason, Outcome
from assistant.core.figures import By, Choice, Figures, Part, Telephone
from assistant.core.milestones import Interest
from assistant.core.period import Period
from assistant.core.preset import Preset
from assistant.core.request import Channel, Condition, Door, RequestKind
from assistant.core.what_if import STEPS
from assistant.desk import Desk, NextStep
from assistant.desk.inspection import Open, inspection
from assistant.reporting.sheet.shares import length
from assistant.ui.inspection import (
    agreements,
    reasons,
    response,
    splits,
    supposed,
    telephone,
    trend,
    tries,
)
from assistant.ui.inspection.charts import BarChart
from assistant.ui.inspection.figure_table import Cell, FigureTable, Table
from assistant.ui.inspection.leads_model import _page
from assistant.ui.inspection.lines import LineChart
from assistant.ui.inspection.scope import Scope, Span, period_of
from assistant.ui.inspection.words import days
from tests.conftest import HOURS, MOBILE, RULES, FakeClock, local
from tests.ui.conftest import Show
from tests.ui.inspection.conftest import Settle
from tests.ui.inspection.test_page import OpenPage, ask, names

SCOPE = Scope(period=Period.of_week(2026, 10), choice=Choice(), preset=Preset.SIXTY)

pytestmark = pytest.mark.usefixtures("dressed")


@pytest.fixture
def open_log(desk: Desk, clock: FakeClock, path: Path) -> Open:
    """Let leads come to every step, by every door, and calls be missed."""
    missed = {"door": Door.PHONE, "kind": RequestKind.MISSED_CALL}
    answered = {"door": Door.PHONE, "kind": RequestKind.ANSWERED_CALL}
    spoken = [ask(desk, condition=kind) for kind in (Condition.NEW, Condition.USED, None)]
    clock.advance(minutes=1)
    for lead in spoken:
        desk.record(lead, Channel.CALL, Outcome.SPOKE)
    talk = NextStep(kind=AgreementKind.APPOINTMENT, moment=local("2026-03-03 10:00"))
    for lead in spoken[:2]:
        desk.agree(lead, talk)
    standing = desk.lead(spoken[0]).course.appointment
    assert standing is not None
    desk.change_appointment(standing.id, AppointmentEvent.CONFIRMED)
    back = NextStep(kind=AgreementKind.CALL_BACK, moment=local("2026-03-04 10:00"))
    desk.agree(spoken[2], back)
    ask(desk, **answered)
    given_up = ask(desk, **missed, source="")
    clock.advance(minutes=7)
    desk.record(given_up, Channel.CALL, Outcome.VOICEMAIL)
    late = ask(desk, **missed)
    for _ in range(6):
        clock.advance(hours=1)
        desk.record(late, Channel.CALL, Outcome.NO_ANSWER)
    desk.record(late, Channel.CALL, Outcome.SPOKE)
    desk.agree(late, NextStep(kind=AgreementKind.LOST, reason=LostReason.PRICE))
    clock.now = local("2026-03-20 10:00")
    return lambda: inspection(path, clock, RULES)


def tables(figures: Figures) -> dict[str, Table]:
    return {
        "response": response.distribution(figures, SCOPE),
        "response-summary": response.summary(figures, SCOPE),
        "reached": tries.reached(figures, SCOPE),
        "given up": tries.given_up(figures, SCOPE),
        "missed": telephone.missed(figures, SCOPE, HOURS),
        "reachability": telephone.reachability(figures, SCOPE),
        "reasons": reasons.reasons(figures, SCOPE),
        "agreements": agreements.agreements(figures, SCOPE),
    } | {by: splits.split(figures, SCOPE, by) for by in By if by is not By.RESPONSE}


def read(open_log: Open) -> Figures:
    with open_log() as log:
        return log.figures(SCOPE.period, SCOPE.choice)


def figures_of(table: Table) -> list[Cell]:
    return [cell for row in table.rows for cell in row if cell.behind is not None]


def texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.rows]


def test_every_figure_of_every_section_opens_as_many_leads_as_it_says(open_log: Open) -> None:
    shown = tables(read(open_log))
    cells = [cell for table in shown.values() for cell in figures_of(table)]

    behind = [cell.behind for cell in cells if cell.behind is not None]
    found = [len(_page(open_log, each, 0)) for each in behind]

    assert all(map(figures_of, shown.values()))
    assert found == [each.count for each in behind]


def test_response_times_tell_the_median_and_the_slowest_tenth(open_log: Open) -> None:
    slow = Durations(((60, 8), (600, 1), (7_200, 1)))
    figures = replace(read(open_log), open_hours=slow, after_hours=Durations(((3_600, 1),)))

    due = {**figures.counts, Part.CLOCKS: 12}
    uncalled = response.summary(replace(figures, counts=due), SCOPE).rows[-1]
    by_day, after = texts(response.summary(figures, SCOPE))

    assert [cell.text for cell in uncalled[:2]] == ["Due, not called yet", "1"]

    assert by_day[1:] == ["10", "80% (49–94%)", "1:00 min", "10:00 min"]
    assert after[1:] == ["1", "0% (0–79%)", "1:00 h", "1:00 h"]


def test_tries_say_when_customers_were_reached_and_who_was_given_up(open_log: Open) -> None:
    figures = read(open_log)

    reached = texts(tries.reached(figures, SCOPE))
    given_up = texts(tries.given_up(figures, SCOPE))

    assert [count for _, count in reached] == ["4", "0", "0", "0", "0", "1"]
    assert reached[-1][0] == "after 5 or more"
    assert given_up == [["Leads", "1", "1 (100%, 21–100%)", "1 (100%, 21–100%)"]]
    parts = [cell.behind.part for cell in tries.given_up(figures, SCOPE).rows[0] if cell.behind]
    assert parts == [Part.GIVEN_UP, Part.GIVEN_UP_BEFORE_THIRD, Part.GIVEN_UP_BEFORE_FIFTH]


def test_missed_calls_stand_at_their_weekday_and_hour_in_the_dealers_hours(
    open_log: Open,
) -> None:
    figures = read(open_log)
    table = telephone.missed(figures, SCOPE, HOURS)
    monday = dict(zip(table.titles, table.rows[0], strict=True))

    assert (table.titles[1], table.titles[-1]) == ("9–10", "17–18")
    assert (monday["10–11"].text, monday["10–11"].shade) == ("2", 1.0)
    reachable = texts(telephone.reachability(figures, SCOPE))[0]
    assert reachable[1:] == ["1", "2", "33% (6–79%)", "100%"]


@pytest.mark.parametrize(
    ("missed", "said"),
    [
        ({(0, 10): 3, (2, 14): 2}, "Most on Mon from 10 to 11: 3."),
        ({(0, 10): 2, (2, 14): 1}, "chosen above."),
        ({(0, 10): 3, (2, 14): 3}, "chosen above."),
    ],
)
def test_the_worst_hour_is_named_if_one_stands_out(
    open_log: Open, missed: dict[tuple[int, int], int], said: str
) -> None:
    figures = replace(read(open_log), telephone=Telephone(missed=missed))

    assert telephone.note(figures).endswith(said)


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("2026-03-02", "2026-03-08", "2 Mar – 8 Mar 2026"),
        ("2026-12-28", "2027-01-03", "28 Dec 2026 – 3 Jan 2027"),
        ("2026-03-02", "2026-03-02", "2 Mar 2026"),
    ],
)
def test_days_are_told_with_their_years(first: str, last: str, said: str) -> None:
    period = Period(first=date.fromisoformat(first), last=date.fromisoformat(last))

    assert days(period) == said


def test_a_length_keeps_its_seconds() -> None:
    assert length(119) == "1:59 min"


def test_without_a_missed_call_the_note_says_so(desk: Desk, path: Path, clock: FakeClock) -> None:
    ask(desk)

    figures = read(lambda: inspection(path, clock, RULES))

    assert telephone.note(figures) == "No missed call in this period."


def test_agreements_tell_appointments_from_vague_ones(open_log: Open) -> None:
    table = agreements.agreements(read(open_log), SCOPE)

    assert [[name, count, of] for name, count, _, of in texts(table)] == [
        ["Followable", "0", "of who was spoken to"],
        ["Appointment agreed", "2", "of who was spoken to"],
        ["Appointments", "1", "of who was spoken to"],
        ["Appointment never confirmed", "1", "of the appointments agreed"],
        ["Only a call-back or follow-up", "1", "of who was spoken to"],
    ]


def test_reasons_of_lost_leads_stand_by_how_often_they_were_given(open_log: Open) -> None:
    figures = read(open_log)

    table = reasons.reasons(figures, SCOPE)

    assert texts(table)[:2] == [["Price", "1"], ["Bought elsewhere", "0"]]
    assert len(table.rows) == len(LostReason)
    assert reasons.note(figures) == ""


def test_reasons_are_drawn_and_told_in_words(
    desk: Desk, clock: FakeClock, page: OpenPage, settle: Settle
) -> None:
    lost = ask(desk, "Anna Bos")
    ask(desk)
    clock.advance(minutes=1)
    desk.record(lost, Channel.CALL, Outcome.SPOKE)
    desk.agree(lost, NextStep(kind=AgreementKind.LOST, reason=LostReason.CAR_SOLD))
    opened = page()
    chart = opened.sections.reasons.chart
    assert isinstance(chart, BarChart)

    cell = chart.cell_at(0, 0.5)
    assert cell is not None
    chart.pressed.emit(cell.behind)
    settle(opened)

    assert "Car is sold: Lost 1. Bought elsewhere: Lost 0." in chart.accessibleDescription()
    assert names(opened) == {"Anna Bos"}
    assert opened.leads.title.text() == "Lost: Car is sold"


def test_each_interest_is_held_against_its_own_target(open_log: Open) -> None:
    table = splits.split(read(open_log), SCOPE, By.INTEREST)

    targets = {row[0]: row[-1] for row in texts(table)}

    assert targets == {
        name: f"{SALES_PER_100[interest]:.0f}%"
        for name, interest in (
            ("Online, new car", Interest.NEW),
            ("Online, used car", Interest.USED),
            ("Telephone", Interest.PHONE),
        )
    }


def test_a_source_that_is_not_known_is_named_and_can_be_opened(open_log: Open) -> None:
    table = splits.split(read(open_log), SCOPE, By.SOURCE)
    unknown = next(row for row in table.rows if row[0].text == "Source not known")

    assert unknown[1].behind is not None
    assert len(_page(open_log, unknown[1].behind, 0)) == 1


def test_the_largest_source_stands_first(open_log: Open) -> None:
    table = splits.split(read(open_log), SCOPE, By.SOURCE)

    assert [int(row[1].text) for row in table.rows] == [5, 1]


def test_of_fewer_than_thirty_leads_the_funnel_says_that_it_says_little(
    desk: Desk, page: OpenPage
) -> None:
    ask(desk)
    funnel, nobody = page().sections.funnel, dict.fromkeys(Part, 0)
    said = {}

    for requests in (29, 30):
        funnel.show_counts(nobody | {Part.REQUESTS: requests}, nobody, SCOPE)
        said[requests] = "says little" in funnel.note.text()

    assert said == {29: True, 30: False}


def test_a_table_says_all_its_figures_in_words() -> None:
    table = Table(
        titles=("", "Leads", "Share"), rows=((Cell(text="A"), Cell(text="3"), Cell(text="")),)
    )

    assert table.in_words() == "A: Leads 3."


def test_in_a_narrow_table_titles_break_and_what_a_row_is_stays_whole(show: Show) -> None:
    table = FigureTable("Compared")
    titles = ("", *("Given up before the third try",) * 6)
    row = tuple(Cell(text=text) for text in ("Salesperson", *("12 (57%)",) * 6))
    show(table)
    header = table.horizontalHeader()

    table.resize(1_900, 200)
    table.show_table(Table(titles=titles, rows=(row,)))
    wide, height = header.height(), table.height()
    table.resize(420, 200)

    assert header.height() > wide
    assert table.height() - height == header.height() - wide
    assert header.sectionSize(0) >= table.sizeHintForColumn(0)


def test_the_list_ends_where_the_callers_end(desk: Desk, page: OpenPage, settle: Settle) -> None:
    missed = {"door": Door.PHONE, "kind": RequestKind.MISSED_CALL}
    for _ in range(2):
        ask(desk, "Anna Bos", **missed, phones=(MOBILE,))
    opened = page()
    summary = opened.sections.telephone.summary
    assert summary is not None

    summary.clicked.emit(summary.figures.index(0, 2))
    settle(opened)

    assert names(opened) == {"Anna Bos"}
    assert opened.leads.count.text().startswith("1 lead,")


def test_a_figure_is_opened_by_key(desk: Desk, page: OpenPage, settle: Settle) -> None:
    ask(desk, "Anna Bos")
    opened = page()
    table: FigureTable = opened.sections.splits.section.table
    table.setFocus()
    table.setCurrentIndex(table.figures.index(0, 1))

    QTest.keyClick(table, Qt.Key.Key_Return)
    settle(opened)

    assert names(opened) == {"Anna Bos"}


def test_another_split_is_one_press_away(desk: Desk, page: OpenPage) -> None:
    ask(desk)
    opened = page()

    opened.sections.splits.by.buttons.button(1).click()

    assert opened.sections.splits.section.table.figures.titles()[0] == "Salesperson"
    assert opened.sections.splits.section.table.figures.rows[0][0].text == "Piet"


@pytest.mark.parametrize(
    ("span", "first", "last"),
    [
        (Span.THIS_WEEK, "2026-12-28", "2027-01-02"),
        (Span.LAST_WEEK, "2026-12-21", "2026-12-27"),
        (Span.THIS_MONTH, "2027-01-01", "2027-01-02"),
        (Span.TWELVE_WEEKS, "2026-10-12", "2027-01-02"),
        (Span.THIS_YEAR, "2027-01-01", "2027-01-02"),
        (Span.FROM_TO, "2026-03-02", "2026-03-08"),
    ],
)
def test_a_span_means_whole_days_also_over_the_years_end(span: Span, first: str, last: str) -> None:
    period = period_of(span, date(2027, 1, 2), SCOPE.period)

    assert period == Period(first=date.fromisoformat(first), last=date.fromisoformat(last))


def test_the_trend_shows_twelve_weeks_and_each_opens_its_own_leads(open_log: Open) -> None:
    with open_log() as log:
        table = trend.trend(log.trend(SCOPE.period.last, SCOPE.choice), SCOPE)
    last = table.rows[-1]

    found = [_page(open_log, cell.behind, 0) for cell in last if cell.behind is not None]

    assert (len(table.rows), last[0].text) == (12, "wk 10")
    assert [cell.text for cell in last[1:]] == ["6", "60% (23–88%)", "1", "0"]
    assert [len(leads) for leads in found] == [6, 3, 1]
    assert (last[2].value, table.rows[0][2].value) == (60, None)


def test_a_week_of_the_trend_opens_the_leads_of_that_week(open_log: Open) -> None:
    counts, week = read(open_log).counts, Period.of_week(2026, 9)

    ((_, *cells),) = trend.trend([(week, counts)], SCOPE).rows

    assert {cell.behind.period for cell in cells if cell.behind is not None} == {week}


def test_a_week_at_the_turn_of_a_year_is_named_with_it(open_log: Open) -> None:
    counts = read(open_log).counts
    weeks = [(Period.of_week(2026, number), counts) for number in (52, 53)]

    assert [row[0].text for row in trend.trend(weeks, SCOPE).rows] == ["wk 52", "wk 53 2026"]


def test_the_trend_has_no_weeks_to_come(open_log: Open) -> None:
    with open_log() as log:
        weeks = log.trend(date(2026, 12, 31), SCOPE.choice)

    assert weeks[-1][0] == Period.of_week(2026, 12)


def test_what_if_says_what_more_calls_in_time_would_have_brought(open_log: Open) -> None:
    figures = read(open_log)
    answer = supposed.outcome(figures, Part.APPOINTMENTS, 1.0)
    assert answer is not None

    rows = texts(supposed.brought(answer, figures, SCOPE))

    assert rows[0] == ["Appointments", "1", "+4"]
    assert [row[0] for row in rows] == ["Appointments", "Shows", "Sales"]
    assert "(from " in rows[1][2]
    said = supposed.assumption(answer)
    assert said.startswith("Supposed: who comes one step further is lost at each later one")
    assert "Who skipped a step was not lost at it." in said
    assert said.endswith("Few leads (5): says little.")
    assert "says little" in supposed.assumption(replace(answer, base=29))
    assert "says little" not in supposed.assumption(replace(answer, base=30))


def test_the_slider_begins_where_the_step_is(desk: Desk, clock: FakeClock, page: OpenPage) -> None:
    called = ask(desk)
    desk.record(called, Channel.CALL, Outcome.VOICEMAIL)
    ask(desk)
    ask(desk)
    clock.advance(minutes=5)
    whatif = page().sections.supposed

    whatif.slider.setValue(100)

    assert (whatif.slider.minimum(), whatif.moved.text()) == (34, "from 33% to 100%")
    assert whatif.table.figures.rows[0][2].text == "+2"
    assert "Called in time: Now 1, It would have brought +2." in whatif.accessibleDescription()


def test_the_slider_stays_where_it_was_moved_to_when_figures_are_read_again(
    desk: Desk, page: OpenPage, settle: Settle
) -> None:
    desk.record(ask(desk), Channel.CALL, Outcome.SPOKE)
    ask(desk)
    opened = page()
    whatif = opened.sections.supposed
    whatif.step.buttons.button(1).click()
    whatif.slider.setValue(60)

    ask(desk)
    opened._look_again()
    settle(opened)

    assert whatif.moved.text() == "from 33% to 60%"
    whatif.step.buttons.button(2).click()
    assert whatif.moved.text() == "from 0% to 90%"


def test_a_step_that_nobody_came_to_cannot_be_moved(desk: Desk, page: OpenPage) -> None:
    ask(desk)
    whatif = page().sections.supposed

    whatif.step.buttons.button(len(STEPS) - 1).click()

    assert not whatif.slider.isEnabled()
    assert whatif.said.text() == "No lead came so far in this period."


def test_the_mark_nearest_to_a_press_is_opened(desk: Desk, page: OpenPage) -> None:
    ask(desk)
    chart = page().sections.trend.chart
    assert isinstance(chart, LineChart)

    cell = chart.nearest(11.2, 0.9, [1, 3, 4])

    assert cell is chart.table.rows[11][1]
    assert chart.nearest(40, 1, [1]) is None


def test_the_bar_at_a_point_is_the_one_that_stands_there(desk: Desk, page: OpenPage) -> None:
    ask(desk)
    chart = page().sections.response.chart
    assert isinstance(chart, BarChart)

    rows = chart.table.rows
    assert chart.cell_at(2.9, 0) is rows[3][1]
    assert chart.cell_at(3.1, 0) is rows[3][2]
    assert (chart.cell_at(2.5, 0), chart.cell_at(99, 0)) == (None, None)
