"""Fields and lists that a style sheet alone does not reach."""

import pytest
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QListView,
    QStyledItemDelegate,
    QTableView,
)
from pytestqt.qtbot import QtBot

from assistant.ui.look.dress import dress_combo, dress_rows
from assistant.ui.look.tokens import CONTROL_HEIGHT

pytestmark = pytest.mark.usefixtures("dressed")


def test_fields_are_of_one_height(qtbot: QtBot) -> None:
    fields = [QLineEdit(), QComboBox()]
    for field in fields:
        qtbot.addWidget(field)
        field.show()

    assert {field.height() for field in fields} == {CONTROL_HEIGHT}


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
