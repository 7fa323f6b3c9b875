"""What buttons that paint their own content share.

Such a button lets the style sheet draw its frame and adds its content, so that ranks, focus
and screen readers work as for any other button.
"""

from PySide6.QtGui import QFont, QIcon, QPainter
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton

from assistant.ui.look.tokens import TYPE


def paint_frame(button: QPushButton, painter: QPainter) -> None:
    """Paint the button as the style sheet wants it, without its text and icon."""
    option = QStyleOptionButton()
    button.initStyleOption(option)
    option.text = ""
    option.icon = QIcon()
    button.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, button)


def small_font(font: QFont, *, bold: bool = False) -> QFont:
    """Return a font in the small size."""
    small = QFont(font)
    small.setPixelSize(TYPE.small)
    if bold:
        small.setWeight(QFont.Weight.DemiBold)
    return small
