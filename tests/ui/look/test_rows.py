"""Lines that delegates write: what tells most is never what is cut."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics, QImage, QPainter

from assistant.ui.look.rows import row_font, write_end
from assistant.ui.look.tokens import TYPE

pytestmark = pytest.mark.usefixtures("dressed")

WHEN = " · tomorrow 10:30"


def written(text: str) -> QImage:
    picture = QImage(300, 20, QImage.Format.Format_RGB32)
    picture.fill(0)
    painter = QPainter(picture)
    write_end(painter, picture.rect(), text, whole=WHEN)
    painter.end()
    width = QFontMetrics(row_font(TYPE.small)).horizontalAdvance(WHEN) - 4
    return picture.copy(QRect(300 - width, 0, width, 20))


def test_a_long_step_leaves_the_hour_whole() -> None:
    assert written("Confirm the appointment with the customer") == written("Call")
