"""An area that scrolls up and down, with a scroll bar that a screen reader cannot trip over.

Qt's own bars are children of the area only while they are seen, and Qt (6.11) ends the
program when a screen reader asks about one that has just gone. So the area has none of Qt's:
ours lies on its edge, in room that is always kept, and moves with the same value.
"""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QScrollBar, QWidget
from typing_extensions import override

GUTTER = 12
"""The room on the right that the bar has, as wide as every scroll bar, in pixels."""


class ScrollArea(QScrollArea):
    """Scrolls its widget, which is as wide as the area.

    Attributes:
        bar: The scroll bar; hidden while everything is in view.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setViewportMargins(0, 0, GUTTER, 0)
        self.bar = QScrollBar(Qt.Orientation.Vertical, self)
        self.bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.bar.hide()
        inner = self.verticalScrollBar()
        inner.rangeChanged.connect(self._take_range)
        inner.valueChanged.connect(self.bar.setValue)
        self.bar.valueChanged.connect(inner.setValue)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the bar on the right edge."""
        self.bar.setGeometry(self.width() - GUTTER, 0, GUTTER, self.height())
        super().resizeEvent(event)

    @Slot()
    def _take_range(self) -> None:
        inner = self.verticalScrollBar()
        self.bar.setPageStep(inner.pageStep())
        self.bar.setSingleStep(inner.singleStep())
        self.bar.setRange(inner.minimum(), inner.maximum())
        self.bar.setVisible(inner.maximum() > inner.minimum())
        self.bar.raise_()
