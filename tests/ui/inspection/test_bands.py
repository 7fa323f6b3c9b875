"""A table that is wider than its place goes on below itself."""

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from assistant.core.figures import Choice, Part
from assistant.core.period import Period
from assistant.ui.inspection.bands import Bands
from assistant.ui.inspection.figure_table import Cell, FigureTable, Table
from assistant.ui.inspection.scope import Behind
from tests.conftest import local
from tests.ui.conftest import Show

pytestmark = pytest.mark.usefixtures("dressed")

DAY = local("2026-03-02 09:00").date()
BEHIND = Behind(
    title="Sales",
    count=9,
    part=Part.SALES,
    period=Period(first=DAY, last=DAY),
    choice=Choice(),
)
TITLES = ("Source", "Requests", "Called in time", "Spoken to", "Appointments", "Shows", "Sales")


@pytest.fixture
def bands(show: Show) -> Bands:
    row = (
        Cell(text="Source not known"),
        *(Cell(text="9 (41%)", behind=BEHIND) for _ in TITLES[1:]),
    )
    bands = Bands("Compared")
    show(bands)
    bands.show_table(Table(titles=TITLES, rows=(row, row)))
    return bands


def columns(table: FigureTable) -> list[int]:
    return [each for each in range(len(TITLES)) if not table.isColumnHidden(each)]


def in_view(bands: Bands) -> list[FigureTable]:
    return [each for each in bands.findChildren(FigureTable) if each.isVisible()]


def test_where_there_is_room_it_is_one_table(bands: Bands) -> None:
    bands.resize(1_100, 400)

    assert in_view(bands) == [bands.first]
    assert columns(bands.first) == list(range(7))


def test_in_a_narrow_place_its_columns_go_on_below_and_all_are_whole(bands: Bands) -> None:
    bands.resize(500, 400)
    QTest.qWait(0)

    tables = in_view(bands)
    assert [columns(each) for each in tables] == [[0, 1, 2, 3], [0, 4, 5, 6]]
    for table in tables:
        header = table.horizontalHeader()
        for column in columns(table):
            assert header.sectionSize(column) >= table.sizeHintForColumn(column)
            assert header.sectionSize(column) >= table._longest_word(column)


def test_a_figure_of_what_went_on_below_opens_its_leads(bands: Bands, qtbot: QtBot) -> None:
    bands.resize(500, 400)
    below = in_view(bands)[-1]

    with qtbot.waitSignal(bands.wanted) as told:
        below.clicked.emit(below.figures.index(1, 6))

    assert told.args == [BEHIND]


def test_what_went_on_below_comes_back_where_there_is_room_again(bands: Bands) -> None:
    bands.resize(500, 400)
    bands.resize(1_100, 400)

    assert in_view(bands) == [bands.first]


def test_a_long_name_gives_way_to_the_figures(bands: Bands) -> None:
    row = (Cell(text="W" * 60), *(Cell(text="9 (41%)") for _ in TITLES[1:]))
    bands.show_table(Table(titles=TITLES, rows=(row,)))
    bands.resize(1_040, 400)
    QTest.qWait(0)

    (table,) = in_view(bands)
    header = table.horizontalHeader()
    assert all(header.sectionSize(each) >= table.sizeHintForColumn(each) for each in range(1, 7))


def test_before_its_width_is_known_it_is_one_table(qtbot: QtBot) -> None:
    bands = Bands("Compared")
    qtbot.addWidget(bands)
    titles = tuple(map(str, range(40)))

    bands.show_table(Table(titles=titles, rows=((Cell(text="9 (41%)"),) * len(titles),)))

    assert bands.findChildren(FigureTable) == [bands.first]
