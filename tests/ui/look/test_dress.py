"""Fields and lists that a style sheet alone does not reach."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QLineEdit,
    QListView,
    QSpinBox,
    QStyledItemDelegate,
    QTableView,
)
from pytestqt.qtbot import QtBot

from assistant.ui.look.dress import dress_combo, dress_date, dress_number, dress_rows
from assistant.ui.look.tokens import CONTROL_HEIGHT

pytestmark = pytest.mark.usefixtures("dressed")


def test_the_weekend_is_not_red(qtbot: QtBot) -> None:
    date = QDateEdit()
    qtbot.addWidget(date)

    dress_date(date)

    calendar = date.calendarWidget()
    sunday = calendar.weekdayTextFormat(Qt.DayOfWeek.Sunday)
    assert date.calendarPopup()
    assert sunday.foreground().style() is Qt.BrushStyle.NoBrush


def test_fields_are_of_one_height(qtbot: QtBot) -> None:
    fields = [QLineEdit(), QComboBox(), QSpinBox(), QDateEdit()]
    for field in fields:
        qtbot.addWidget(field)
        field.show()

    assert {field.height() for field in fields} == {CONTROL_HEIGHT}


def test_a_number_stands_away_from_its_frame(qtbot: QtBot) -> None:
    number = QSpinBox()
    qtbot.addWidget(number)

    dress_number(number)

    assert number.lineEdit().textMargins().left() == 9


def test_the_rows_of_a_combo_box_follow_the_sheet(qtbot: QtBot) -> None:
    combo = QComboBox()
    qtbot.addWidget(combo)

    dress_combo(combo)

    assert type(combo.itemDelegate()) is QStyledItemDelegate


def test_a_table_is_quiet(qtbot: QtBot) -> None:
    table, rows = QTableView(), QListView()
    qtbot.addWidget(table)
    qtbot.addWidget(rows)

    dress_rows(table)
    dress_rows(rows)

    assert not table.showGrid()
    assert table.verticalHeader().isHidden()
    assert table.verticalHeader().defaultSectionSize() == CONTROL_HEIGHT
