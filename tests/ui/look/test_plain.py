"""Strangers' text is shown letter by letter, whole, and on one line with an ellipsis."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from assistant.ui.look.plain import PlainLabel
from assistant.ui.look.roles import State, Text
from assistant.ui.look.tooltip import tooltip

pytestmark = pytest.mark.usefixtures("dressed")
HOSTILE = '<img src=x onerror="alert(1)"> & <b>bold</b>\n<a href="//host/share">x</a>'
LONG_NAME = "Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewis"


def shown(markup: str) -> QTextDocument:
    document = QTextDocument()
    document.setHtml(markup)
    return document


def test_a_tooltip_shows_markup_as_text() -> None:
    document = shown(tooltip(HOSTILE))

    assert document.toPlainText() == HOSTILE
    assert "<img" not in document.toHtml()


def test_no_text_is_no_tooltip() -> None:
    assert tooltip("") == ""


def test_a_label_never_reads_markup(qtbot: QtBot) -> None:
    label = PlainLabel(HOSTILE)
    qtbot.addWidget(label)

    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.text() == HOSTILE


def test_a_long_word_breaks_and_is_never_cut(qtbot: QtBot) -> None:
    label = PlainLabel(LONG_NAME, Text.TITLE)
    qtbot.addWidget(label)
    label.grab()

    one_line, narrow = label.heightForWidth(5_000), label.heightForWidth(120)

    assert narrow >= 4 * one_line
    assert label.minimumSizeHint().width() <= 120


def test_a_narrow_window_gives_the_text_its_lines(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    label = PlainLabel("Is deze auto nog beschikbaar en mag ik zaterdag langskomen?")
    layout.addWidget(label)

    window.resize(160, layout.totalHeightForWidth(160))
    window.show()

    assert label.height() >= label.heightForWidth(label.width())


def test_one_line_that_does_not_fit_is_whole_in_its_tooltip(qtbot: QtBot) -> None:
    label = PlainLabel(f"{LONG_NAME} <b>", one_line=True)
    qtbot.addWidget(label)

    label.resize(80, 20)
    label.show()

    assert shown(label.toolTip()).toPlainText() == f"{LONG_NAME} <b>"
    assert label.accessibleDescription() == f"{LONG_NAME} <b>"


def test_one_line_that_fits_has_no_tooltip(qtbot: QtBot) -> None:
    label = PlainLabel("Sanne", one_line=True)
    qtbot.addWidget(label)

    label.resize(400, 20)
    label.show()

    assert label.toolTip() == ""


def test_a_label_is_as_wide_as_its_text_where_there_is_room(qtbot: QtBot) -> None:
    ours, theirs = PlainLabel("Sanne Hoekstra"), QLabel("Sanne Hoekstra")
    qtbot.addWidget(ours)
    qtbot.addWidget(theirs)

    assert abs(ours.sizeHint().width() - theirs.sizeHint().width()) <= 4


def test_a_state_colours_the_text(qtbot: QtBot) -> None:
    label = PlainLabel("te laat")
    qtbot.addWidget(label)
    label.set_state(State.LATE)

    assert label.property("state") == "late"
