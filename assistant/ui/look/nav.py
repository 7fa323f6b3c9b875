"""A row of the sidebar, which also says how much waits behind it."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from assistant.ui.look import theme
from assistant.ui.look.button_frame import paint_frame, small_font
from assistant.ui.look.icons import Tint, icon
from assistant.ui.look.roles import Variant, set_variant
from assistant.ui.look.tokens import CONTROL_HEIGHT, ICON_SIZE, SPACE


class NavRow(QPushButton):
    """A row of the sidebar: icon, words, and how many wait there. Checkable; group them."""

    def __init__(self, text: str, icon_name: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._count = 0
        self._pressing = False
        self.setIcon(icon(icon_name, Tint.MUTED))
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        set_variant(self, Variant.NAV)

    def show_count(self, count: int, text: str, *, pressing: bool = False) -> None:
        """Show how many wait behind the row.

        Args:
            count: 0 shows nothing.
            text: The same in words, for the screen reader: "3 late".
            pressing: Whether the count is shown in the colour of late things.
        """
        self._count, self._pressing = count, pressing
        self.setAccessibleDescription(text)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """Return the room for icon, words and a count of two figures."""
        self.ensurePolished()
        words = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(ICON_SIZE + words + SPACE.three * 3, CONTROL_HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the button of the sheet, then icon, words and count."""
        painter = QPainter(self)
        paint_frame(self, painter)
        state = QIcon.State.On if self.isChecked() else QIcon.State.Off
        top = (self.height() - ICON_SIZE) // 2
        place = QRect(SPACE.one + SPACE.half, top, ICON_SIZE, ICON_SIZE)
        self.icon().paint(painter, place, mode=QIcon.Mode.Normal, state=state)
        painter.setPen(theme.colour("accent_text" if self.isChecked() else "text"))
        left = place.right() + SPACE.one + SPACE.half
        room = self.rect().adjusted(left, 0, -SPACE.one - SPACE.half, 0)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        if self._count:
            room.setRight(self._paint_count(painter, room))
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.setFont(self.font())
        painter.drawText(room, flags, text)

    def _paint_count(self, painter: QPainter, room: QRect) -> int:
        pen = painter.pen()
        figures = str(self._count) if self._count <= 99 else "99+"
        painter.setFont(small_font(self.font(), bold=True))
        painter.setPen(theme.colour("late" if self._pressing else "text_muted"))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(room, flags, figures)
        taken = painter.fontMetrics().horizontalAdvance(figures)
        painter.setPen(pen)
        return room.right() - taken - SPACE.one
