"""One icon as a picture, beside a text that says the same. Screen readers skip it."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from assistant.ui.look.icons import Tint, icon
from assistant.ui.look.tokens import ICON_SIZE


class Symbol(QWidget):
    """Shows an icon in the colours of the theme that is on."""

    def __init__(
        self,
        name: str,
        tint: Tint = Tint.MUTED,
        size: int = ICON_SIZE,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon = icon(name, tint)
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_icon(self, name: str, tint: Tint = Tint.MUTED) -> None:
        """Show another icon."""
        self._icon = icon(name, tint)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """Return the icon's square."""
        return QSize(self._size, self._size)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the icon."""
        self._icon.paint(QPainter(self), self.rect())
