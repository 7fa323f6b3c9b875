"""The list of everything that happened to a lead."""

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QIcon, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from assistant.ui.lead.happenings import Happening
from assistant.ui.look import theme
from assistant.ui.look.icons import Tint, icon
from assistant.ui.look.rows import row_font
from assistant.ui.look.tokens import ICON_SIZE, SPACE, TYPE
from assistant.ui.look.wrapped import wrapped

_ROLE = Qt.ItemDataRole.UserRole

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class HistoryModel(QAbstractListModel):
    """Holds what happened, newest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._happenings: list[Happening] = []

    def show_happenings(self, happenings: list[Happening]) -> None:
        """Show another history, or the same one grown."""
        if happenings != self._happenings:
            self.beginResetModel()
            self._happenings = happenings
            self.endResetModel()

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how much happened."""
        return 0 if parent.isValid() else len(self._happenings)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a happening, or the sentence a screen reader says of it."""
        happening = self._happenings[index.row()]
        if role == _ROLE:
            return happening
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            said = (happening.title, happening.told, happening.text)
            return ", ".join(filter(None, said))
        return None


class HistoryDelegate(QStyledItemDelegate):
    """Paints a happening: what, when and by whom, and what was said."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room that all of it needs."""
        view = option.widget
        width = room_in(view) if isinstance(view, QListView) else 300
        happening: Happening = index.data(_ROLE)
        room = _text_width(width)
        height = sum(wrapped(text, font, room)[1] for text, font, _ in _lines(happening))
        if happening.text:
            height += SPACE.half
        return QSize(width, height + 2 * SPACE.one + SPACE.half)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one happening."""
        painter.save()
        happening: Happening = index.data(_ROLE)
        area = option.rect.adjusted(SPACE.one, SPACE.one, -SPACE.one, -SPACE.half)
        picture = QRect(area.x(), area.y(), ICON_SIZE, ICON_SIZE)
        mode = QIcon.Mode.Disabled if happening.taken_back else QIcon.Mode.Normal
        icon(happening.icon, Tint.MUTED).paint(painter, picture, mode=mode)
        area.setLeft(picture.right() + SPACE.one + SPACE.half)
        top = area.y()
        for number, (text, font, colour) in enumerate(_lines(happening)):
            painter.setPen(theme.colour(colour))
            lines, height = wrapped(text, font, _text_width(option.rect.width()))
            top += SPACE.half if number == _SAID else 0
            lines.draw(painter, QPointF(area.x(), top))
            top += height
        painter.restore()


_SAID = 2


def _lines(happening: Happening) -> list[tuple[str, QFont, str]]:
    """Return what is written of a happening, none of it cut: each with its font and colour."""
    quiet = "text_disabled" if happening.taken_back else "text"
    lines = [
        (" ".join(happening.title.split()), row_font(TYPE.body, bold=True), quiet),
        (happening.told, row_font(TYPE.small), "text_muted"),
    ]
    return [*lines, (happening.text, row_font(TYPE.body), quiet)] if happening.text else lines


def room_in(view: QListView) -> int:
    """Return the width that rows have. Asking for the viewport would load all widgets of Qt."""
    bar = view.verticalScrollBar()
    return view.contentsRect().width() - (bar.width() if bar.isVisibleTo(view) else 0)


def _text_width(width: int) -> int:
    return width - 2 * SPACE.one - ICON_SIZE - SPACE.one - SPACE.half
