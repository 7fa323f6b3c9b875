"""Everything that is typed or picked."""

from PySide6.QtCore import QDate, QDateTime, QTime
from PySide6.QtWidgets import (
    QCalendarWidget,
    QComboBox,
    QDateEdit,
    QDateTimeEdit,
    QDoubleSpinBox,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QTextEdit,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from assistant.ui.look.dress import dress_calendar, dress_combo, dress_date, dress_number
from assistant.ui.look.icons import Tint, icon
from assistant.ui.look.plain import PlainLabel
from assistant.ui.look.roles import State, Text, set_invalid
from assistant.ui.look.tokens import SPACE
from tests.ui.look.pages import frame

_DAY = QDateTime(QDate(2026, 3, 3), QTime(10, 30))


def page() -> QWidget:
    layout = frame.row(
        frame.column(frame.card(_lines()), frame.card(_texts())),
        frame.column(frame.card(_picks()), frame.card(_calendar())),
        spacing=SPACE.two,
    )
    outer = frame.column(layout)
    outer.addStretch(1)
    return frame.page(outer)


def _lines() -> QVBoxLayout:
    number = QLineEdit("06 12 34 56 78")
    empty = QLineEdit()
    empty.setPlaceholderText("Naam, nummer, kenteken")
    empty.addAction(icon("search", Tint.MUTED), QLineEdit.ActionPosition.LeadingPosition)
    empty.setClearButtonEnabled(True)
    wrong = QLineEdit("sanne@voorbeeld")
    set_invalid(wrong, invalid=True)
    why = PlainLabel("Dit adres mist zijn einde, zoals .nl", Text.SMALL)
    why.set_state(State.LATE)
    read_only = QLineEdit("Alleen lezen")
    read_only.setReadOnly(True)
    off = QLineEdit("Uit")
    off.setEnabled(False)
    return frame.column(frame.small("Nummer"), number, empty, wrong, why, frame.row(read_only, off))


def _texts() -> QVBoxLayout:
    plain, rich = QPlainTextEdit("Wil een trekhaak.\n" * 6), QTextEdit()
    plain.setFixedHeight(96)
    rich.setPlaceholderText("Wat vroeg de klant?")
    rich.setFixedHeight(72)
    return frame.column(frame.small("Vraag"), plain, rich)


def _picks() -> QVBoxLayout:
    combo, editable = QComboBox(), QComboBox()
    combo.addItems(["Peugeot 208", "Renault Clio", "Volkswagen Golf"])
    dress_combo(combo)
    editable.setEditable(True)
    editable.addItems(["Piet", "Anja"])
    dress_combo(editable)
    spin, money = QSpinBox(), QDoubleSpinBox()
    spin.setValue(5)
    money.setRange(0, 1e6)
    money.setPrefix("€ ")
    money.setValue(12950)
    off = QComboBox()
    off.addItem("Uit")
    off.setEnabled(False)
    moment, day, time = QDateTimeEdit(_DAY), QDateEdit(_DAY.date()), QTimeEdit(_DAY.time())
    for number in (spin, money, time):
        dress_number(number)
    for date in (moment, day):
        dress_date(date)
        date.setDisplayFormat("ddd d MMM yyyy")
    return frame.column(
        frame.small("Keuzes"),
        frame.row(combo, editable),
        frame.row(spin, money, off),
        frame.row(moment),
        frame.row(day, time),
    )


def _calendar() -> QVBoxLayout:
    calendar = QCalendarWidget()
    calendar.setSelectedDate(_DAY.date())
    dress_calendar(calendar)
    return frame.column(calendar)
