"""What a person does at the form: types, presses, saves."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from assistant.desk import Desk, LeadFile


def has_keyboard() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(has_keyboard(), key, modifier)


def write(text: str) -> None:
    QTest.keyClicks(has_keyboard(), text)


def save() -> None:
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def only_lead(desk: Desk) -> LeadFile:
    (lead,) = desk.find("a")
    return desk.lead(lead.lead_id)
