"""How a page of the gallery is laid out."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from assistant.ui.look.plain import PlainLabel
from assistant.ui.look.roles import Surface, Text, set_surface
from assistant.ui.look.tokens import SPACE


def column(*parts: QWidget | QLayout, spacing: int = SPACE.one) -> QVBoxLayout:
    layout = QVBoxLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    _fill(layout, parts)
    return layout


def row(*parts: QWidget | QLayout | None, spacing: int = SPACE.one) -> QHBoxLayout:
    """Lay out in a line; ``None`` is a stretch."""
    layout = QHBoxLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    _fill(layout, parts)
    return layout


def _fill(layout: QHBoxLayout | QVBoxLayout, parts: tuple[QWidget | QLayout | None, ...]) -> None:
    for part in parts:
        if part is None:
            layout.addStretch(1)
        elif isinstance(part, QWidget):
            layout.addWidget(part)
        else:
            layout.addLayout(part)


def page(layout: QLayout) -> QWidget:
    widget = QWidget()
    widget.setAutoFillBackground(True)
    widget.setLayout(layout)
    layout.setContentsMargins(SPACE.three, SPACE.two, SPACE.three, SPACE.two)
    return widget


def card(*parts: QWidget | QLayout, surface: Surface = Surface.CARD, width: int = 0) -> QFrame:
    frame = QFrame()
    if width:
        frame.setFixedWidth(width)
    set_surface(frame, surface)
    layout = column(*parts)
    layout.setContentsMargins(SPACE.two, SPACE.two, SPACE.two, SPACE.two)
    frame.setLayout(layout)
    return frame


def small(text: str) -> PlainLabel:
    return PlainLabel(text, Text.CAPTION)
