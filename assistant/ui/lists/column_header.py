"""The head of a list's preview: under each heading the choice of what the column holds."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QComboBox, QHeaderView, QTableView
from typing_extensions import override

from assistant.intake.lists import Columns
from assistant.ui.lists.meanings import CHOICES, meaning_in_words
from assistant.ui.lists.preview_model import PreviewModel
from assistant.ui.look.dress import dress_combo
from assistant.ui.look.tokens import CONTROL_HEIGHT, SPACE
from assistant.ui.slices import Slices
from assistant.words.catalogue import tr

_NARROWEST = 192


class ColumnHeader(QHeaderView):
    """Headings with a combo box under each; it scrolls with the table.

    Signals:
        chosen: A column (``int``) shall hold something else (``Meaning`` or ``None``).

    Attributes:
        combos: The choices, from the left.
        making: Makes them, a few at a time where there are many columns.
    """

    chosen = Signal(int, object)

    def __init__(self, table: QTableView, model: PreviewModel) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._table = table
        self._preview = model
        self.combos: list[QComboBox] = []
        self._choices = QStandardItemModel(self)
        for meaning in CHOICES:
            self._choices.appendRow(QStandardItem(meaning_in_words(meaning)))
        self.making = Slices(self)
        self.making.sliced.connect(self._place)
        self.setSectionsClickable(False)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(_NARROWEST)
        self.sectionResized.connect(self._place)
        table.horizontalScrollBar().valueChanged.connect(self._place)

    def show_columns(self, columns: Columns) -> None:
        """Make the choices of another list."""
        for combo in self.combos:
            combo.hide()
            combo.deleteLater()
        self.combos = []
        self.making.start(self._make(columns))

    @override
    def sizeHint(self) -> QSize:
        """Return a height with room for the choices."""
        hint = super().sizeHint()
        return QSize(hint.width(), hint.height() + CONTROL_HEIGHT + SPACE.one)

    @override
    def updateGeometries(self) -> None:
        """Keep room under the headings."""
        self.setViewportMargins(0, 0, 0, CONTROL_HEIGHT + SPACE.one)
        super().updateGeometries()
        self._place()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room between the columns, as far as there is enough."""
        super().resizeEvent(event)
        self.share_room()

    def share_room(self) -> None:
        """Give all columns the same width, and the last what is left over."""
        count = self.count()
        if count:
            room = self._table.viewport().width()
            width = max(_NARROWEST, room // count)
            for section in range(count - 1):
                self.resizeSection(section, width)
            self.resizeSection(count - 1, max(width, room - width * (count - 1)))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Bring the choice that the keyboard is on into view; leave the wheel to the page."""
        if event.type() == QEvent.Type.FocusIn and watched in self.combos:
            self._bring_into_view(self.combos.index(watched))
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _bring_into_view(self, place: int) -> None:
        left, bar = self.sectionViewportPosition(place), self._table.horizontalScrollBar()
        beyond = left + self.sectionSize(place) - self._table.viewport().width()
        bar.setValue(bar.value() + (left if left < 0 else max(beyond, 0)))

    def _make(self, columns: Columns) -> Iterator[None]:
        for place in range(self._preview.columnCount()):
            combo = QComboBox(self)
            dress_combo(combo)
            combo.setModel(self._choices)
            combo.setCurrentIndex(CHOICES.index(columns.meaning.get(place)))
            name = self._preview.title(place)
            combo.setAccessibleName(tr("What {column} holds").format(column=name))
            combo.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            combo.installEventFilter(self)
            combo.currentIndexChanged.connect(lambda number, to=place: self._choose(to, number))
            self.combos.append(combo)
            combo.show()
            yield

    def _choose(self, place: int, number: int) -> None:
        self.chosen.emit(place, CHOICES[number])

    @Slot()
    def _place(self) -> None:
        top = self.height() - CONTROL_HEIGHT - SPACE.half
        for place, combo in enumerate(self.combos):
            left = self.sectionViewportPosition(place) + SPACE.half
            width = self.sectionSize(place) - SPACE.one
            combo.setGeometry(left, top, width, CONTROL_HEIGHT)
