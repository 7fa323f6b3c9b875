"""How a message of Unreadable is painted: its name and when, then why in up to two lines."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from assistant.ui.lists.unreadable_model import ROW_ROLE, UnreadableModel
from assistant.ui.look import theme
from assistant.ui.look.tokens import RADIUS, SPACE, TYPE
from assistant.words.catalogue import tr

_HEIGHT = 80
_FIRST_LINE = 20


class UnreadableDelegate(QStyledItemDelegate):
    """Paints the rows; nothing of a name is ever read as markup."""

    def __init__(self, model: UnreadableModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return a row's height; its width is the list's."""
        return QSize(200, _HEIGHT)

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
        area = QRect(option.rect)
        self._paint_ground(painter, option, area)
        inner = area.adjusted(SPACE.two, SPACE.one, -SPACE.two, -SPACE.one)
        row = index.data(ROW_ROLE)
        first = QRect(inner.x(), inner.y(), inner.width(), _FIRST_LINE)
        taken = _write_end(painter, first, self._model.when(row))
        _write_name(painter, first.adjusted(0, 0, -taken - SPACE.one, 0), row.name)
        _write_reason(painter, inner.adjusted(0, _FIRST_LINE + SPACE.half, 0, 0), tr(row.reason))
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, area: QRect) -> None:
        state = option.state
        ground = area.adjusted(SPACE.half, 1, -SPACE.half, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if state & QStyle.StateFlag.State_Selected:
            painter.setBrush(theme.colour("accent_soft"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(theme.colour("hover"))
        else:
            return
        if state & QStyle.StateFlag.State_HasFocus and option.widget.property("keyboard"):
            painter.setPen(theme.colour("focus"))
        painter.drawRoundedRect(ground, RADIUS.control, RADIUS.control)


def _write_name(painter: QPainter, area: QRect, name: str) -> None:
    painter.setFont(_font(TYPE.body, bold=True))
    painter.setPen(theme.colour("text"))
    one_line = " ".join(name.split())
    shown = painter.fontMetrics().elidedText(one_line, Qt.TextElideMode.ElideMiddle, area.width())
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


def _write_end(painter: QPainter, area: QRect, text: str) -> int:
    """Write at the right end; return the width it took."""
    painter.setFont(_font(TYPE.small))
    painter.setPen(theme.colour("text_muted"))
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, text)
    return painter.fontMetrics().horizontalAdvance(text)


def _write_reason(painter: QPainter, area: QRect, reason: str) -> None:
    painter.setFont(_font(TYPE.small))
    painter.setPen(theme.colour("text_muted"))
    flags = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
    painter.drawText(area, flags, reason)


def _font(size: int, *, bold: bool = False) -> QFont:
    font = QFont()
    font.setPixelSize(size)
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return font
