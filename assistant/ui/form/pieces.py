"""Pieces of a page: a card, a field under its label, a quiet word, what stands in the middle."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from assistant.ui.look.plain import PlainLabel
from assistant.ui.look.roles import Surface, Text, set_surface
from assistant.ui.look.tokens import SPACE


def card(heading: str = "") -> tuple[QFrame, QVBoxLayout]:
    """Return a card and the column in it, with a heading if there is one."""
    frame = QFrame()
    set_surface(frame, Surface.CARD)
    column = QVBoxLayout(frame)
    column.setContentsMargins(SPACE.two, SPACE.two, SPACE.two, SPACE.two)
    column.setSpacing(SPACE.two)
    if heading:
        column.addWidget(PlainLabel(heading, Text.HEADING))
    return frame, column


def labelled(label: str, *fields: QWidget, hint: QWidget | None = None) -> QVBoxLayout:
    """Return a field, or several in a line, under its label and a hint at the label's end."""
    top = QHBoxLayout()
    top.setSpacing(SPACE.one)
    top.addWidget(PlainLabel(label, Text.CAPTION, one_line=True), 0 if hint else 1)
    if hint is not None:
        top.addWidget(hint, 1)
    row = QHBoxLayout()
    row.setSpacing(SPACE.two)
    for number, field in enumerate(fields):
        row.addWidget(field, 0 if number else 1)
    column = QVBoxLayout()
    column.setSpacing(SPACE.half)
    column.addLayout(top)
    column.addLayout(row)
    return column


def hint_label(text: str = "") -> PlainLabel:
    """Return a quiet word for the end of a label's line."""
    hint = PlainLabel(text, Text.SMALL, one_line=True)
    hint.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return hint


def with_hint(widget: QWidget, hint: str) -> QHBoxLayout:
    """Return a widget with a quiet word at the end of its line."""
    row = QHBoxLayout()
    row.setSpacing(SPACE.one)
    row.addWidget(widget)
    row.addWidget(hint_label(hint), 1)
    return row


def centred(widget: QWidget, width: int) -> QWidget:
    """Return a widget in the middle of a line.

    An alignment would do the same, but not give a text that wraps the height it needs.
    """
    widget.setFixedWidth(width)
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.addStretch(1)
    row.addWidget(widget)
    row.addStretch(1)
    return line
