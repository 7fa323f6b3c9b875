"""What stands below a chart fits there, and the wheel over it is the page's."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest

from assistant.desk import Desk
from assistant.ui.inspection.charts import BarChart
from assistant.ui.inspection.plot import Plot, broken, thinned, ticks
from tests.ui.conftest import Show
from tests.ui.inspection.test_page import OpenPage, ask

pytestmark = pytest.mark.usefixtures("dressed")


def test_names_of_bars_break_between_words_where_there_is_no_room() -> None:
    assert broken(["after 1 try", "at once"], 7, len) == [(0, "after 1\ntry"), (1, "at once")]


@pytest.mark.parametrize(("room", "shown"), [(5, [0, 1, 2, 3]), (3, [1, 3]), (1, [3])])
def test_as_many_weeks_are_named_as_fit_and_always_the_last(room: int, shown: list[int]) -> None:
    named = thinned(["wk 52", "wk 53", "wk 1", "wk 2"], room, len)

    assert [row for row, _ in named] == shown


def test_a_chart_without_rows_names_none() -> None:
    assert thinned([], 3, len) == broken([], 3, len) == []


def test_names_stand_below_a_chart_in_as_many_lines_as_its_width_needs(show: Show) -> None:
    plot = Plot(broken)
    plot.canvas.resize(700, 220)
    show(plot.canvas)
    plot.dress("Reason", "Leads", ["Bought elsewhere", "Price"], 3)
    axis = plot.canvas.getAxis("bottom")
    wide, one_line = axis._tickLevels, axis.style["tickTextHeight"]

    plot.canvas.resize(200, 220)

    assert wide == [[(0, "Bought elsewhere"), (1, "Price")]]
    assert axis._tickLevels == [[(0, "Bought\nelsewhere"), (1, "Price")]]
    assert axis.style["tickTextHeight"] == 2 * one_line


@pytest.mark.parametrize(
    ("highest", "expected"),
    [
        (0, [0]),
        (1, [0, 1]),
        (4, [0, 1, 2, 3, 4]),
        (7, [0, 2, 4, 6]),
        (100, [0, 20, 40, 60, 80, 100]),
    ],
)
def test_an_axis_of_counts_has_whole_numbers(highest: float, expected: list[int]) -> None:
    assert ticks(highest) == expected


def test_the_wheel_over_an_axis_scrolls_the_page(desk: Desk, page: OpenPage) -> None:
    ask(desk)
    opened = page()
    chart = opened.sections.response.chart
    assert isinstance(chart, BarChart)
    opened.area.ensureWidgetVisible(chart)
    plot, bar = chart.plot.canvas, opened.area.verticalScrollBar()
    window, before = opened.window(), bar.value()
    axis = plot.mapTo(window, QPoint(5, plot.height() // 2))

    QTest.wheelEvent(window.windowHandle(), axis, QPoint(0, -120))

    assert bar.value() > before
