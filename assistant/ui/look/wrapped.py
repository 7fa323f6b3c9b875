"""A text broken into lines as people expect: between words, inside one that is too long."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QTextLayout, QTextOption

_UNBOUNDED = 16_777_215  # QWIDGETSIZE_MAX


def wrapped(
    text: str,
    font: QFont,
    width: float,
    alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> tuple[QTextLayout, int]:
    """Lay a text out.

    Args:
        text: Shown letter by letter; line breaks are kept.
        font: What it is painted in.
        width: The room in logical pixels.
        alignment: Left, centred or right.

    Returns:
        The layout, to be drawn at a point, and its height in whole pixels.
    """
    option = QTextOption(alignment & Qt.AlignmentFlag.AlignHorizontal_Mask)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout = QTextLayout(text.replace("\n", "\N{LINE SEPARATOR}"), font)
    layout.setTextOption(option)
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(min(width, _UNBOUNDED))
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return layout, round(height + 0.49)
