"""Everything that is typed or picked."""

from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from assistant.ui.look.dress import dress_combo
from assistant.ui.look.icons import Tint, icon
from assistant.ui.look.plain import PlainLabel
from assistant.ui.look.roles import State, Text, set_invalid
from assistant.ui.look.tokens import SPACE
from tests.ui.look.pages import frame


def page() -> QWidget:
    cards = (frame.card(each) for each in (_lines(), _texts(), _picks()))
    outer = frame.column(*cards, spacing=SPACE.two)
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
    off = QComboBox()
    off.addItem("Uit")
    off.setEnabled(False)
    return frame.column(
        frame.small("Keuzes"),
        frame.row(combo, editable),
        frame.row(off),
    )
