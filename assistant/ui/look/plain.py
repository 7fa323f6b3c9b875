"""Text of strangers on screen, letter by letter.

Names, questions and notes come from outside. Qt guesses HTML in labels and tooltips and
would load what it names; so a stranger's text goes into a :class:`PlainLabel`.
"""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextOption,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from typing_extensions import override

from assistant.ui.look.roles import State, Text, set_state, set_text_role
from assistant.ui.look.tooltip import tooltip
from assistant.ui.look.wrapped import wrapped

_COMFORTABLE_LETTERS = 45


class PlainLabel(QLabel):
    """Shows text as it is, wrapped so that nothing is ever cut, or on one line with an ellipsis.

    A word longer than the line (an address, a name of 60 letters) breaks inside. When one
    line is asked for and the text does not fit, the tooltip has all of it.
    """

    def __init__(
        self,
        text: str = "",
        role: Text = Text.BODY,
        *,
        one_line: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._one_line = one_line
        self.setTextFormat(Qt.TextFormat.PlainText)
        policy = self.sizePolicy()
        policy.setHeightForWidth(not one_line)
        policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
        self.setSizePolicy(policy)
        set_text_role(self, role)
        self.setText(text)

    @override
    def setText(self, text: str) -> None:
        """Show another text."""
        super().setText(text)
        self._explain()

    def set_state(self, state: State | None) -> None:
        """Show the text in a state's colour; ``None`` for its own."""
        set_state(self, state)

    @override
    def hasHeightForWidth(self) -> bool:
        """Return whether the height depends on the width."""
        return not self._one_line

    @override
    def heightForWidth(self, width: int) -> int:
        """Return the height of the wrapped text in pixels."""
        return self._height(width)

    @override
    def sizeHint(self) -> QSize:
        """Return the size of the text on one line, or of a comfortable paragraph."""
        self.ensurePolished()
        lines = self.text().split("\n")
        metrics = self.fontMetrics()
        if self._one_line:
            lines = [" ".join(lines)]
        natural = max(metrics.horizontalAdvance(line) for line in lines) + 1
        natural += self._overhang() + self._frame().width()
        if not self._one_line:
            natural = min(natural, metrics.averageCharWidth() * _COMFORTABLE_LETTERS)
        return QSize(natural, self._height(natural))

    @override
    def minimumSizeHint(self) -> QSize:
        """Return a width that every text can be broken to."""
        self.ensurePolished()
        metrics = self.fontMetrics()
        narrow = metrics.averageCharWidth() * 8 + self._frame().width()
        return QSize(
            min(narrow, self.sizeHint().width()), metrics.height() + self._frame().height()
        )

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say in the tooltip what no longer fits."""
        super().resizeEvent(event)
        self._explain()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the background of the style sheet, then the text."""
        painter = QPainter(self)
        self.drawFrame(painter)
        painter.setPen(self.palette().color(self.foregroundRole()))
        area = QRectF(self.contentsRect()).adjusted(self._overhang(), 0, 0, 0)
        if self._one_line:
            painter.drawText(area, self._elided(), QTextOption(self.alignment()))
            return
        lines, height = wrapped(self.text(), self.font(), area.width(), self.alignment())
        spare = max(area.height() - height, 0)
        if self.alignment() & Qt.AlignmentFlag.AlignTop:
            spare = 0
        lines.draw(painter, area.topLeft() + QPointF(0, spare // 2))

    def _explain(self) -> None:
        if self._one_line:
            missing = self.text() if self._elided() != self._joined() else ""
            self.setToolTip(tooltip(missing))
            self.setAccessibleDescription(missing)  # else readers get the tooltip's marks

    def _joined(self) -> str:
        return " ".join(self.text().split("\n"))

    def _elided(self) -> str:
        metrics = QFontMetrics(self.font())
        width = self.contentsRect().width() - self._overhang()
        return metrics.elidedText(self._joined(), Qt.TextElideMode.ElideRight, width)

    def _overhang(self) -> int:
        """Return how far a letter such as J reaches out to the left of its place."""
        first = self.text()[:1]
        return max(-QFontMetrics(self.font()).leftBearing(first), 0) if first else 0

    def _frame(self) -> QSize:
        inner = self.contentsRect().size()
        return QSize(self.width() - inner.width(), self.height() - inner.height())

    def _height(self, width: int) -> int:
        frame = self._frame()
        if self._one_line:
            return self.fontMetrics().height() + frame.height()
        room = max(width - frame.width() - self._overhang(), 1)
        _, height = wrapped(self.text(), self.font(), room, self.alignment())
        return max(height, self.fontMetrics().height()) + frame.height()
