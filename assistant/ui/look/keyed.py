"""A large choice with its key: how a call ended is one press."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy
from typing_extensions import override

from assistant.ui.look import theme
from assistant.ui.look.button_frame import paint_frame, small_font
from assistant.ui.look.icons import Tint, icon
from assistant.ui.look.roles import Variant, set_variant
from assistant.ui.look.tokens import SPACE, TYPE

_TILE = QSize(76, 72)
_TILE_ICON = 20


class Tile(QPushButton):
    """A large choice: icon above up to two lines of words, its key in the corner.

    The key is only shown; give it to the button with ``setShortcut``.
    """

    def __init__(self, text: str, icon_name: str, key: str = "", tint: Tint = Tint.TEXT) -> None:
        super().__init__(text)
        self._key = key
        self.setIcon(icon(icon_name, tint))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        set_variant(self, Variant.TILE)

    @override
    def sizeHint(self) -> QSize:
        """Return the tile's size, wide enough for its longest word."""
        self.ensurePolished()
        words = self.text().split() or [""]
        metrics = self.fontMetrics()
        widest = max(metrics.horizontalAdvance(word) for word in words)
        small = widest * TYPE.small // TYPE.body + SPACE.two
        return QSize(max(_TILE.width(), small), _TILE.height())

    @override
    def minimumSizeHint(self) -> QSize:
        """Return the same: words of a choice are not cut."""
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the button of the sheet, then icon, words and key."""
        painter = QPainter(self)
        paint_frame(self, painter)
        mode = QIcon.Mode.Normal if self.isEnabled() else QIcon.Mode.Disabled
        state = QIcon.State.On if self.isChecked() else QIcon.State.Off
        place = QRect((self.width() - _TILE_ICON) // 2, 11, _TILE_ICON, _TILE_ICON)
        self.icon().paint(painter, place, mode=mode, state=state)
        painter.setFont(small_font(self.font()))
        painter.setPen(theme.colour("text" if self.isEnabled() else "text_disabled"))
        words = self.rect().adjusted(SPACE.one, 33, -SPACE.one, -SPACE.half)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(words, flags, self.text())
        if self._key:
            painter.setPen(theme.colour("text_muted" if self.isEnabled() else "text_disabled"))
            corner = self.rect().adjusted(0, 5, -SPACE.one, 0)
            painter.drawText(corner, Qt.AlignmentFlag.AlignRight, self._key)
