"""A ring for who tabs, none for who clicks."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.usefixtures("dressed")


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    box = QWidget()
    layout = QVBoxLayout(box)
    for part in (QPushButton("a"), QPushButton("b")):
        layout.addWidget(part)
    qtbot.addWidget(box)
    box.show()
    qtbot.waitExposed(box)
    box.activateWindow()
    return box


def test_the_tab_key_brings_a_ring_and_takes_it_along(window: QWidget, qtbot: QtBot) -> None:
    first, second = window.findChildren(QPushButton)
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)

    QTest.keyClick(first, Qt.Key.Key_Tab)

    assert second.property("keyboard") == "true"
    assert first.property("keyboard") == ""


def test_a_click_brings_no_ring(window: QWidget) -> None:
    first, second = window.findChildren(QPushButton)
    first.setFocus()
    middle = second.geometry().center()

    QTest.mousePress(window.windowHandle(), Qt.MouseButton.LeftButton, pos=middle)

    assert second.hasFocus()
    assert not second.property("keyboard")
    QTest.mouseRelease(window.windowHandle(), Qt.MouseButton.LeftButton, pos=middle)
