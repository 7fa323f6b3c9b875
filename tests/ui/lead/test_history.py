"""The history: a line too long for its column goes on in the next; rows fill their room."""

import pytest
from PySide6.QtCore import QModelIndex, QStringListModel
from PySide6.QtWidgets import QListView
from pytestqt.qtbot import QtBot

from assistant.ui.lead.happenings import Happening
from assistant.ui.lead.history import HistoryDelegate, HistoryModel, room_in
from tests.ui.look.pixels import colours


def happened(title: str) -> Happening:
    return Happening("calendar", title, "10:11 · Piet", "", taken_back=False)


def shown(qtbot: QtBot, title: str) -> QListView:
    view = QListView()
    qtbot.addWidget(view)
    model = HistoryModel(view)
    model.show_happenings([happened(title)])
    view.setModel(model)
    view.setItemDelegate(HistoryDelegate(view))
    view.resize(200, 200)
    view.show()
    return view


def height(view: QListView) -> int:
    return view.visualRect(view.model().index(0, 0, QModelIndex())).height()


def test_a_long_title_gets_the_lines_it_needs(qtbot: QtBot) -> None:
    short = shown(qtbot, "Appointment")
    long = shown(qtbot, "Appointment with the customer · tomorrow 10:30")

    assert height(long) > height(short)


def test_the_end_of_a_long_title_is_written_below_it(qtbot: QtBot) -> None:
    short, long = shown(qtbot, "Appointment"), shown(qtbot, "Appointment\N{NO-BREAK SPACE}" * 4)
    below = long.visualRect(long.model().index(0, 0)).adjusted(0, height(short), 0, 0)

    assert len(colours(long.viewport().grab(below))) > 1


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize("rows", [1, 100])
def test_the_room_is_what_the_scroll_bar_leaves(rows: int, qtbot: QtBot) -> None:
    view = QListView()
    qtbot.addWidget(view)
    view.setModel(QStringListModel(["een"] * rows))
    view.resize(300, 200)

    view.show()

    assert view.verticalScrollBar().isVisible() is (rows == 100)
    assert room_in(view) == view.viewport().width()
