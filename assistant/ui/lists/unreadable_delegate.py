"""How a message of Unreadable is painted: its name and when, then why in up to two lines."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from assistant.ui.lists.unreadable_model import ROW_ROLE, UnreadableModel
from assistant.ui.look import theme
from assistant.ui.look.rows import paint_ground, row_font, write_end, write_line
from assistant.ui.look.tokens import SPACE, TYPE
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
        paint_ground(painter, option)
        inner = option.rect.adjusted(SPACE.two, SPACE.one, -SPACE.two, -SPACE.one)
        row = index.data(ROW_ROLE)
        first = QRect(inner.x(), inner.y(), inner.width(), _FIRST_LINE)
        room = first.adjusted(0, 0, -write_end(painter, first, self._model.when(row)), 0)
        ending_matters = Qt.TextElideMode.ElideMiddle
        write_line(
            painter, room.adjusted(0, 0, -SPACE.one, 0), row.name, bold=True, elide=ending_matters
        )
        _write_reason(painter, inner.adjusted(0, _FIRST_LINE + SPACE.half, 0, 0), tr(row.reason))
        painter.restore()


def _write_reason(painter: QPainter, area: QRect, reason: str) -> None:
    painter.setFont(row_font(TYPE.small))
    painter.setPen(theme.colour("text_muted"))
    flags = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
    painter.drawText(area, flags, reason)
