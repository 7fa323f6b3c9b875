"""Icons of one stroke, drawn from our own SVGs in the colours of the theme that is on.

An icon takes its colour when it is painted: hand it to a button once, and it is right
after a change of theme, at every size and on every screen. Nothing is rendered before.
"""

from enum import StrEnum
from functools import cache

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap, QPixmapCache
from typing_extensions import override

from assistant.resources import resource
from assistant.ui.look import theme


class Tint(StrEnum):
    """What an icon's colour follows."""

    TEXT = "text"
    MUTED = "text_muted"
    ACCENT = "accent_text"
    ON_ACCENT = "on_accent"
    ON_INVERSE = "on_inverse"
    CALM = "calm"
    WARM = "warm"
    URGENT = "urgent"
    LATE = "late"
    DONE = "done"


@cache
def icon(name: str, tint: Tint = Tint.TEXT) -> QIcon:
    """Return an icon.

    Args:
        name: A file in ``resources/icons`` without its ending, such as ``call``.
        tint: The colour it follows. Disabled it is grey; checked (``QIcon.State.On``) and
            not on a colour of its own it takes the accent.

    Raises:
        FileNotFoundError: There is no such icon.
    """
    path = resource(f"icons/{name}.svg")
    if not path.is_file():
        raise FileNotFoundError(path)
    return QIcon(_keep(_Strokes(name, tint)))


def pixmap(name: str, size: int, ratio: float, colour: str) -> QPixmap:
    """Render an icon.

    Args:
        name: As for :func:`icon`.
        size: Its width and height in logical pixels.
        ratio: The screen's device pixel ratio.
        colour: ``#RRGGBB``.
    """
    key = f"look/{name}/{size}/{ratio}/{colour}"
    found = QPixmap()
    if QPixmapCache.find(key, found):
        return found
    drawn = _render(_source(name).replace(b"currentColor", colour.encode()), size * ratio)
    drawn.setDevicePixelRatio(ratio)
    QPixmapCache.insert(key, drawn)
    return drawn


def _render(svg: bytes, side: float) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415 - not before the first icon

    drawn = QPixmap(round(side), round(side))
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    QSvgRenderer(svg).render(painter, QRectF(drawn.rect()))
    painter.end()
    return drawn


def _widened(drawn: QPixmap, width: int, ratio: float) -> QPixmap:
    """Add room on the right: the gap between a button's icon and its text."""
    wide = QPixmap(round(width * ratio), drawn.height())
    wide.setDevicePixelRatio(ratio)
    wide.fill(Qt.GlobalColor.transparent)
    painter = QPainter(wide)
    painter.drawPixmap(0, 0, drawn)
    painter.end()
    return wide


@cache
def _source(name: str) -> bytes:
    return resource(f"icons/{name}.svg").read_bytes()


class _Strokes(QIconEngine):
    """Paints one icon in the colour that its tint has at that moment."""

    def __init__(self, name: str, tint: Tint) -> None:
        super().__init__()
        self._name = name
        self._tint = tint

    @override
    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        ratio = painter.deviceTransform().m11()
        side = min(rect.width(), rect.height())
        if side <= 0:
            return  # a button on its way to its size
        corner = QPoint(
            rect.x() + (rect.width() - side) // 2, rect.y() + (rect.height() - side) // 2
        )
        painter.drawPixmap(corner, pixmap(self._name, side, ratio, self._colour(mode, state)))

    @override
    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    @override
    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        side = min(size.width(), size.height())
        if side <= 0:
            return QPixmap()
        drawn = pixmap(self._name, side, scale, self._colour(mode, state))
        return drawn if size.width() == side else _widened(drawn, size.width(), scale)

    @override
    def clone(self) -> QIconEngine:
        return _keep(_Strokes(self._name, self._tint))

    def _colour(self, mode: QIcon.Mode, state: QIcon.State) -> str:
        palette = theme.current()
        if mode is QIcon.Mode.Disabled:
            return palette.text_disabled
        plain = self._tint in (Tint.TEXT, Tint.MUTED)
        name = Tint.ACCENT if plain and state is QIcon.State.On else self._tint
        return str(getattr(palette, name))


_engines: list[QIconEngine] = []


def _keep(engine: QIconEngine) -> QIconEngine:
    """Hold a reference: Qt uses the engine after Python would have dropped it."""
    _engines.append(engine)
    return engine
