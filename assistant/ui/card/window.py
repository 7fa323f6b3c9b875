"""The card's window: on top of everything, never in the way of the keyboard.

It opens without taking the focus, so that a salesperson who is typing types on; a click, the
tray or a shortcut gives it the keyboard. No button in it is a default button: a stray Enter
does nothing.
"""

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSettings, Qt, Signal
from PySide6.QtGui import QCursor, QGuiApplication, QMouseEvent, QPainterPath, QRegion, QScreen
from PySide6.QtWidgets import QFrame, QLayout, QVBoxLayout, QWidget
from typing_extensions import override

from assistant.ui.look.roles import Surface, set_surface
from assistant.ui.look.tokens import RADIUS, SPACE

WIDTH = 472
_FLAGS = Qt.WindowType.Tool | Qt.WindowType.WindowStaysOnTopHint | Qt.WindowType.FramelessWindowHint
_PLACING = (QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.Move, QEvent.Type.Resize)


class CardWindow(QWidget):
    """A frameless window that keeps its lower right corner where the user left it.

    The place is remembered for each screen by its name.

    Signals:
        placed: It came, went, moved or took another size.
    """

    placed = Signal()

    def __init__(self, places: QSettings) -> None:
        super().__init__(None, _FLAGS)
        self._places = places
        self._dragged_from: QPoint | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self._is_composed = QGuiApplication.platformName() != "xcb"  # X alone cannot tell
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground, on=self._is_composed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # so that no button has the keyboard
        self.frame = QFrame()
        set_surface(self.frame, Surface.POPUP)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # fit() alone decides
        column.addWidget(self.frame)
        self.setFixedWidth(WIDTH)

    def appear(self) -> None:
        """Show the card in its place on the screen at hand, or leave it where it is."""
        if not self.isVisible():
            at_hand = QGuiApplication.screenAt(QCursor.pos())
            if at_hand is not None:
                self.setScreen(at_hand)
            self.fit()
            self.show()

    def take_keyboard(self) -> None:
        """Come to the front with the keyboard, because the user asked for it."""
        self.appear()
        self.raise_()
        self.activateWindow()

    def fit(self) -> None:
        """Take the height that the content needs; the lower right corner stays.

        On a screen too low for all of it, what can scroll gets less.
        """
        for widget in self.findChildren(QWidget):
            widget.ensurePolished()  # before that its size is not that of the style sheet
        corner = self._corner()
        inner, layout = self.frame.layout(), self.layout()
        assert inner is not None  # noqa: S101 - the card fills the frame
        assert layout is not None  # noqa: S101 - made above
        inner.activate()  # else Qt looks only later at what was hidden or shown inside
        layout.activate()
        height = layout.totalSizeHint().height()
        if layout.hasHeightForWidth():
            height = layout.totalHeightForWidth(WIDTH)
        self.setFixedHeight(min(height, self._screen().availableGeometry().height() - SPACE.two))
        self.move(self._inside(QRect(QPoint(), self.size()), corner))
        if not self._is_composed:
            self.setMask(self._rounded())

    @override
    def event(self, event: QEvent) -> bool:
        """Take another height when something in the card came, went or grew."""
        handled = super().event(event)
        if event.type() in _PLACING:
            self.placed.emit()
        if event.type() is QEvent.Type.LayoutRequest and self.isVisible():
            self.fit()
        return handled

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to drag the card."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._dragged_from = event.globalPosition().toPoint() - self.pos()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the card."""
        if self._dragged_from is not None:
            self.move(event.globalPosition().toPoint() - self._dragged_from)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Remember where the card was left on this screen."""
        if self._dragged_from is not None:
            self._dragged_from = None
            available = self._screen().availableGeometry()
            distance = available.bottomRight() - self.geometry().bottomRight()
            self._places.setValue(self._key(), distance)

    def _rounded(self) -> QRegion:
        """Return the card's shape, for a screen on which nothing shines through."""
        path = QPainterPath()
        path.addRoundedRect(QRectF(self.rect()), RADIUS.card, RADIUS.card)
        return QRegion(path.toFillPolygon().toPolygon())

    def _screen(self) -> QScreen:
        return self.screen()

    def _key(self) -> str:
        return f"card/{self._screen().name().replace('/', '_')}"

    def _corner(self) -> QPoint:
        """Return where the card was left, however much place its last page took."""
        if self._dragged_from is not None:
            return self.geometry().bottomRight()
        distance = self._places.value(self._key(), QPoint(SPACE.two, SPACE.two))
        if not isinstance(distance, QPoint):
            distance = QPoint(SPACE.two, SPACE.two)
        return self._screen().availableGeometry().bottomRight() - distance

    def _inside(self, wanted: QRect, corner: QPoint) -> QPoint:
        """Return the place at ``corner``, moved onto the screen if it is off it."""
        available = self._screen().availableGeometry()
        wanted.moveBottomRight(corner)
        x = min(max(wanted.x(), available.x()), available.right() - wanted.width() + 1)
        y = min(max(wanted.y(), available.y()), available.bottom() - wanted.height() + 1)
        return QPoint(x, y)
