"""How a row of Today is painted: due first, then who, then what was tried."""

from datetime import datetime

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from assistant.core.facts import Outcome
from assistant.core.plan import Prompt
from assistant.core.rules import TRIES
from assistant.ui.around import Around
from assistant.ui.look import theme
from assistant.ui.look.countdown import state_of
from assistant.ui.look.dots import paint_dot
from assistant.ui.look.roles import State
from assistant.ui.look.shapes import paint_shape
from assistant.ui.look.tokens import RADIUS, SPACE, TYPE
from assistant.ui.sentences import dots, last_outcome, time_left, who
from assistant.ui.today.groups import group_word
from assistant.ui.today.model import ROW_ROLE, Head, Line
from assistant.words.times import due_in_words
from assistant.words.vocabulary import word

_HEAD_HEIGHT = 40
_LINE_HEIGHT = 84
_DOT, _DOT_GAP = 8, 4
_DOTS_WIDTH = TRIES * (_DOT + _DOT_GAP)
_SHAPE = 9


class TodayDelegate(QStyledItemDelegate):
    """Paints heads and lines in three ranks of type."""

    def __init__(self, around: Around, parent: QObject) -> None:
        super().__init__(parent)
        self._around = around

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return a row's height; its width is the list's."""
        is_head = isinstance(index.data(ROW_ROLE), Head)
        return QSize(200, _HEAD_HEIGHT if is_head else _LINE_HEIGHT)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one row."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row, area = index.data(ROW_ROLE), option.rect
        if isinstance(row, Head):
            self._paint_head(painter, area, row)
        else:
            self._paint_ground(painter, option, area)
            inner = area.adjusted(SPACE.two, SPACE.one, -SPACE.two, -SPACE.one)
            self._paint_line(painter, inner, row, self._around.now())
        painter.restore()

    def _paint_head(self, painter: QPainter, area: QRect, head: Head) -> None:
        painter.setFont(_font(TYPE.small, bold=True))
        painter.setPen(theme.colour("text_muted"))
        room = area.adjusted(SPACE.two, SPACE.one, -SPACE.two, 0)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, flags, f"{group_word(head.group)}  {head.count}")

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, area: QRect) -> None:
        state = option.state
        ground = area.adjusted(SPACE.half, 1, -SPACE.half, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if state & QStyle.StateFlag.State_Selected:
            painter.setBrush(theme.colour("accent_soft"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(theme.colour("hover"))
        else:
            painter.setBrush(Qt.BrushStyle.NoBrush)
        view = option.widget
        if state & QStyle.StateFlag.State_HasFocus and view.property("keyboard"):
            painter.setPen(QPen(theme.colour("focus"), 2))
        painter.drawRoundedRect(ground, RADIUS.control, RADIUS.control)

    def _paint_line(self, painter: QPainter, area: QRect, row: Line, now: datetime) -> None:
        lead, third = row.lead, area.height() // 3
        first = QRect(area.x(), area.y(), area.width(), third)
        second = first.translated(0, third)
        last = second.translated(0, third)
        name = who(lead.name, self._around.national(lead.phone), lead.email)
        due_width = self._paint_due(painter, first, row, now)
        _write(painter, first.adjusted(0, 0, -due_width - SPACE.one, 0), name, bold=True)
        _write(painter, second, lead.vehicle or lead.question or word(lead.door))
        _paint_dots(painter, last, lead.tries, lead.last_outcome)
        said = [last_outcome(lead, now, self._around.zone), lead.source]
        room = last.adjusted(_DOTS_WIDTH + SPACE.one, 0, 0, 0)
        _write(painter, room, " · ".join(filter(None, said)), size=TYPE.small, colour="text_muted")

    def _paint_due(self, painter: QPainter, area: QRect, row: Line, now: datetime) -> int:
        """Paint step and due at the right end; return the width it took."""
        font = _font(TYPE.small, bold=True)
        painter.setFont(font)
        if row.prompt is None:
            text, state = word(row.lead.state), None
        else:
            due = due_in_words(row.prompt.due_at, now, self._around.zone)
            text, state = f"{word(row.prompt.step)} · {due}", _state(row.prompt, now)
        painter.setPen(theme.colour(state or "text_muted"))
        width = min(painter.fontMetrics().horizontalAdvance(text) + 2, area.width() * 2 // 3)
        text = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(area, flags, text)
        if state is None:
            return width
        shape = QRectF(0, 0, _SHAPE, _SHAPE)
        shape.moveCenter(QRectF(area).center())
        shape.moveRight(area.right() - width - SPACE.half)
        paint_shape(painter, shape, state)
        return width + _SHAPE + SPACE.one


def _state(prompt: Prompt, now: datetime) -> State | None:
    """Return how pressing a prompt is; nothing before it asks for attention."""
    if now < prompt.rings_at:
        return None
    if prompt.rings_at == prompt.due_at:
        return State.LATE
    return state_of(time_left(prompt, now).total_seconds())


def _paint_dots(painter: QPainter, area: QRect, tries: int, last: Outcome | None) -> None:
    place = QRectF(area.x(), area.center().y() - _DOT / 2 + 1, _DOT, _DOT)
    for dot in dots(tries, busy=last is Outcome.BUSY):
        paint_dot(painter, place, dot)
        place.translate(_DOT + _DOT_GAP, 0)


def _write(
    painter: QPainter,
    area: QRect,
    text: str,
    *,
    bold: bool = False,
    size: int = TYPE.body,
    colour: str = "text",
) -> None:
    painter.setFont(_font(size, bold=bold))
    painter.setPen(theme.colour(colour))
    one_line = " ".join(text.split())
    metrics = painter.fontMetrics()
    elided = metrics.elidedText(one_line, Qt.TextElideMode.ElideRight, area.width())
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    painter.drawText(area, flags, elided)


def _font(size: int, *, bold: bool = False) -> QFont:
    font = QFont()
    font.setPixelSize(size)
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return font
