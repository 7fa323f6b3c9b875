"""How a row of Today is painted: due first, then who, then what was tried."""

from datetime import datetime

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from assistant.core.facts import Outcome
from assistant.core.plan import Prompt
from assistant.core.rules import TRIES
from assistant.ui.around import Around
from assistant.ui.look.countdown import state_of
from assistant.ui.look.dots import paint_dot
from assistant.ui.look.roles import State
from assistant.ui.look.rows import paint_ground, write_end, write_line
from assistant.ui.look.shapes import paint_shape
from assistant.ui.look.tokens import SPACE, TYPE
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
            paint_ground(painter, option)
            inner = area.adjusted(SPACE.two, SPACE.one, -SPACE.two, -SPACE.one)
            self._paint_line(painter, inner, row, self._around.now())
        painter.restore()

    def _paint_head(self, painter: QPainter, area: QRect, head: Head) -> None:
        room = area.adjusted(SPACE.two, SPACE.one, -SPACE.two, 0)
        text = f"{group_word(head.group)}  {head.count}"
        write_line(painter, room, text, bold=True, size=TYPE.small, colour="text_muted")

    def _paint_line(self, painter: QPainter, area: QRect, row: Line, now: datetime) -> None:
        lead, third = row.lead, area.height() // 3
        first = QRect(area.x(), area.y(), area.width(), third)
        second = first.translated(0, third)
        last = second.translated(0, third)
        name = who(lead.name, self._around.national(lead.phone), lead.email)
        due_width = self._paint_due(painter, first, row, now)
        write_line(painter, first.adjusted(0, 0, -due_width - SPACE.one, 0), name, bold=True)
        write_line(painter, second, lead.vehicle or lead.question or word(lead.door))
        _paint_dots(painter, last, lead.tries, lead.last_outcome)
        note = "" if lead.call_note is None else word(lead.call_note)
        said = [note, last_outcome(lead, now, self._around.zone), lead.source]
        room = last.adjusted(_DOTS_WIDTH + SPACE.one, 0, 0, 0)
        write_line(
            painter, room, " · ".join(filter(None, said)), size=TYPE.small, colour="text_muted"
        )

    def _paint_due(self, painter: QPainter, area: QRect, row: Line, now: datetime) -> int:
        """Paint step and due at the right end; return the width it took."""
        if row.prompt is None:
            text, when, state = word(row.lead.state_at(now)), "", None
        else:
            due = due_in_words(row.prompt.due_at, now, self._around.zone)
            text, when, state = word(row.prompt.step), f" · {due}", _state(row.prompt, now)
        colour = state or "text_muted"
        width = write_end(painter, area, text, bold=True, colour=colour, whole=when)
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
    if not prompt.is_clock:
        return State.LATE
    return state_of(time_left(prompt, now).total_seconds())


def _paint_dots(painter: QPainter, area: QRect, tries: int, last: Outcome | None) -> None:
    place = QRectF(area.x(), area.center().y() - _DOT / 2 + 1, _DOT, _DOT)
    for dot in dots(tries, busy=last is Outcome.BUSY):
        paint_dot(painter, place, dot)
        place.translate(_DOT + _DOT_GAP, 0)
