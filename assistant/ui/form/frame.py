"""How a page of fields is laid out: a title, two columns of cards, and a last line that stays."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from assistant.ui.look.plain import PlainLabel
from assistant.ui.look.roles import Text
from assistant.ui.look.scroll import GUTTER, ScrollArea
from assistant.ui.look.tokens import CONTROL_HEIGHT, SPACE

_WIDE_ENOUGH = 880
_WIDEST = 1_200
UNBOUNDED = 16_777_215  # QWIDGETSIZE_MAX


class TwoColumns(ScrollArea):
    """Cards side by side where there is room, else below each other; scrolls when it must.

    Attributes:
        left: Where the cards of the first column go.
        right: Likewise of the second.
    """

    def __init__(self, left: int = 1, right: int = 1) -> None:
        """Set up.

        Args:
            left: How much of the width the first column has, held against ``right``.
            right: Likewise the second.
        """
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.left, self.right = QVBoxLayout(), QVBoxLayout()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(SPACE.two)
        for column, share in ((self.left, left), (self.right, right)):
            column.setSpacing(SPACE.two)
            self._columns.addLayout(column, share)
        content = QWidget()
        outer = QVBoxLayout(content)
        outer.setContentsMargins(SPACE.three, 0, SPACE.three - GUTTER, SPACE.two)
        outer.addLayout(self._columns)
        outer.addStretch(1)
        self.setWidget(content)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    @Slot(QWidget)
    def bring_up(self, card: QWidget) -> None:
        """Scroll a card that has grown to the top, once it is laid out."""
        QTimer.singleShot(0, card, lambda: self._scroll_to(card))

    def _scroll_to(self, card: QWidget) -> None:
        top = card.mapTo(self.viewport(), QPoint(0, 0)).y()
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + top)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the columns side by side, or below each other."""
        sideways = self.viewport().width() >= _WIDE_ENOUGH
        self._columns.setDirection(
            QBoxLayout.Direction.LeftToRight if sideways else QBoxLayout.Direction.TopToBottom
        )
        super().resizeEvent(event)

    @Slot(QWidget, QWidget)
    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Keep the field that one types into in view, also when it was not tabbed to."""
        if new is not None and self.isAncestorOf(new):
            self.ensureWidgetVisible(new, 0, SPACE.four)


def fill_page(
    page: QWidget,
    title: str | PlainLabel,
    body: QWidget,
    *,
    beside: Sequence[QWidget | None] = (None,),
    above: QWidget | None = None,
    below: QWidget | None = None,
    widest: int = _WIDEST,
) -> None:
    """Lay a page out.

    Args:
        page: What is filled.
        title: Its title, or what shows it.
        body: What may scroll.
        beside: What follows the title in its line; ``None`` is the room that is left.
        above: Stands between the title and the body.
        below: The last line, always in view.
        widest: What the page grows to; beyond it fields would be too long to read along.
    """
    head = QHBoxLayout()
    head.setContentsMargins(SPACE.three, SPACE.three, SPACE.three, SPACE.two)
    head.setSpacing(SPACE.two)
    heading = PlainLabel(title, Text.TITLE, one_line=True) if isinstance(title, str) else title
    heading.setMinimumHeight(CONTROL_HEIGHT)
    head.addWidget(heading)
    for widget in beside:
        if widget is None:
            head.addStretch(1)
        else:
            head.addWidget(widget)
    whole = QWidget()
    whole.setMaximumWidth(widest)
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
