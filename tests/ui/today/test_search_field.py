"""The search field: its cross is there when there is something to take away."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from assistant.ui.today.search_field import SearchField

pytestmark = pytest.mark.usefixtures("dressed")


def test_the_cross_takes_away_what_was_typed(qtbot: QtBot) -> None:
    field = SearchField()
    qtbot.addWidget(field)
    field.show()
    _magnifier, cross = field.findChildren(QToolButton)
    assert not cross.isVisible()

    QTest.keyClicks(field, "bakker")
    assert cross.isVisible()
    QTest.mouseClick(cross, Qt.MouseButton.LeftButton)

    assert field.text() == ""
    assert not cross.isVisible()
