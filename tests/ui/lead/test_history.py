"""The history: its rows are as wide as the room they have."""

import pytest
from PySide6.QtCore import QStringListModel
from PySide6.QtWidgets import QListView
from pytestqt.qtbot import QtBot

from assistant.ui.lead.history import room_in

pytestmark = pytest.mark.usefixtures("dressed")


@pytest.mark.parametrize("rows", [1, 100])
def test_the_room_is_what_the_scroll_bar_leaves(rows: int, qtbot: QtBot) -> None:
    view = QListView()
    qtbot.addWidget(view)
    view.setModel(QStringListModel(["een"] * rows))
    view.resize(300, 200)

    view.show()

    assert view.verticalScrollBar().isVisible() is (rows == 100)
    assert room_in(view) == view.viewport().width()
