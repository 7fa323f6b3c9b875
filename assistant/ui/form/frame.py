"""How a page of fields is laid out: a title, two columns of cards, and a last line that stays."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from assistant.ui.look.plain import PlainLabel
from assistant.ui.look.roles import Surface, Text, set_surface
from assistant.ui.look.tokens import CONTROL_HEIGHT, SPACE

EMPTY_WIDTH = 408
"""The width of what stands in the middle of an empty page."""

_WIDE_ENOUGH = 880
_WIDEST = 1_200


class TwoColumns(QScrollArea):
    """Cards side by side where there is room, else below each other; scrolls when it must.

    Attributes:
        left: Where the cards of the first column go.
        right: Likewise of the second.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.left, self.right = QVBoxLayout(), QVBoxLayout()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(SPACE.two)
        for column in (self.left, self.right):
            column.setSpacing(SPACE.two)
            self._columns.addLayout(column, 1)
        content = QWidget()
        outer = QVBoxLayout(content)
        outer.setContentsMargins(SPACE.three, 0, SPACE.three, SPACE.two)
        outer.addLayout(self._columns)
        outer.addStretch(1)
        self.setWidget(content)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the columns side by side, or below each other."""
        sideways = self.viewport().width() >= _WIDE_ENOUGH
        self._columns.setDirection(
            QBoxLayout.Direction.LeftToRight if sideways else QBoxLayout.Direction.TopToBottom
        )
        super().resizeEvent(event)


def fill_page(
    page: QWidget,
    title: str,
    body: QWidget,
    *,
    near: Sequence[QWidget] = (),
    beside: Sequence[QWidget] = (),
    above: QWidget | None = None,
    below: QWidget | None = None,
) -> None:
    """Lay a page out.

    Args:
        page: What is filled.
        title: Its title.
        body: What may scroll.
        near: What follows the title.
        beside: What stands at the end of the title's line.
        above: Stands between the title and the body.
        below: The last line, always in view.
    """
    head = QHBoxLayout()
    head.setContentsMargins(SPACE.three, SPACE.three, SPACE.three, SPACE.two)
    head.setSpacing(SPACE.two)
    heading = PlainLabel(title, Text.TITLE, one_line=True)
    heading.setMinimumHeight(CONTROL_HEIGHT)
    head.addWidget(heading)
    for widget in near:
        head.addWidget(widget)
    head.addStretch(1)
    for widget in beside:
        head.addWidget(widget)
    whole = QWidget()
    whole.setMaximumWidth(_WIDEST)
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addLayout(head)
    if above is not None:
        column.addWidget(above)
    column.addWidget(body, 1)
    if below is not None:
        column.addWidget(below)
    outer = QHBoxLayout(page)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.addWidget(whole, 1)
    outer.addStretch(0)


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
