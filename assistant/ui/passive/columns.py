"""The strip above a list's preview: over each column the choice of what it holds.

It is a widget of its own, not a part of the table's head: a screen reader finds nothing but
cells in a table.
"""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QComboBox, QTableView, QWidget
from typing_extensions import override

from assistant.intake.lists import Columns
from assistant.ui.look.dress import dress_combo
from assistant.ui.look.tokens import CONTROL_HEIGHT, SPACE
from assistant.ui.passive.meanings import CHOICES, meaning_in_words
from assistant.ui.passive.preview_rows import PreviewModel
from assistant.ui.slices import Slices
from assistant.words.catalogue import tr

NARROWEST = 192
"""A column's width in pixels: every choice fits."""


class ColumnChoices(QWidget):
    """A combo box a column, which goes along when the table is scrolled.

    Signals:
        chosen: A column (``int``) shall hold something else (``Meaning`` or ``None``).

    Attributes:
        combos: The choices, from the left.
        making: Makes them, a few at a time where there are many columns.
    """

    chosen = Signal(int, object)

    def __init__(self, table: QTableView, model: PreviewModel) -> None:
        super().__init__()
        self._table = table
        self._preview = model
        self.combos: list[QComboBox] = []
        self._choices = QStandardItemModel(self)
        for meaning in CHOICES:
            self._choices.appendRow(QStandardItem(meaning_in_words(meaning)))
        self.making = Slices(self)
        self.making.sliced.connect(self._place)
        self.making.ended.connect(self._finish)
        self.setFixedHeight(CONTROL_HEIGHT + SPACE.half)
        table.horizontalHeader().setMinimumSectionSize(NARROWEST)
        table.horizontalHeader().sectionResized.connect(self._place)
        table.horizontalScrollBar().valueChanged.connect(self._place)
        table.viewport().installEventFilter(self)

    def show_columns(self, columns: Columns) -> None:
        """Make the choices of another list."""
        for combo in self.combos:
            combo.hide()
            combo.deleteLater()
        self.combos = []
        self._share_room()
        self.making.start(self._make(columns))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the table, bring the choice with the keyboard into view, let no wheel choose."""
        kind = event.type()  # first: as the window goes, other events come from half a table
        if kind == QEvent.Type.Resize and watched not in self.combos:
            self._share_room()
        if kind == QEvent.Type.FocusIn and watched in self.combos:
            self._bring_into_view(self.combos.index(watched))
        if kind == QEvent.Type.Wheel and watched in self.combos:
            event.ignore()
            return True
        return False

    def _share_room(self) -> None:
        """Give all columns the same width, and the last what is left over."""
        header, room = self._table.horizontalHeader(), self._table.viewport().width()
        count = header.count()
        width = max(NARROWEST, room // max(count, 1))
        for section in range(count):
            last = section == count - 1
            header.resizeSection(section, max(width, room - width * section) if last else width)
        self._place()

    def _bring_into_view(self, place: int) -> None:
        header, bar = self._table.horizontalHeader(), self._table.horizontalScrollBar()
        left = header.sectionViewportPosition(place)
        beyond = left + header.sectionSize(place) - self._table.viewport().width()
        bar.setValue(bar.value() + (left if left < 0 else max(beyond, 0)))

    def _make(self, columns: Columns) -> Iterator[None]:
        for place in range(self._preview.columnCount()):
            combo = QComboBox(self)
            dress_combo(combo)
            combo.setModel(self._choices)
            combo.setCurrentIndex(CHOICES.index(columns.meaning.get(place)))
            said = tr("What {column} holds").format(column=self._preview.title(place))
            combo.setAccessibleName(said)
            combo.setAccessibleDescription(said)  # on Linux Qt says the choice as the name
            combo.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            combo.installEventFilter(self)
            combo.currentIndexChanged.connect(lambda number, to=place: self._choose(to, number))
            self.setTabOrder(self.combos[-1] if self.combos else self._table, combo)
            self.combos.append(combo)
            combo.show()
            yield

    def _choose(self, place: int, number: int) -> None:
        self.chosen.emit(place, CHOICES[number])

    @Slot()
    def _finish(self) -> None:
        """Let the keyboard come by the choices before the rows below them."""
        self.setTabOrder(self.combos[-1], self._table)

    @Slot()
    def _place(self) -> None:
        header = self._table.horizontalHeader()
        beside = self._table.viewport().x() + SPACE.half
        for place, combo in enumerate(self.combos):
            left = beside + header.sectionViewportPosition(place)
            combo.setGeometry(
                left, SPACE.half, header.sectionSize(place) - SPACE.one, CONTROL_HEIGHT
            )
