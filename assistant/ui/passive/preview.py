"""The first rows of a list, with above each column what it was taken to hold."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QVBoxLayout

from assistant.intake.lists import Columns, Table
from assistant.ui.look.dress import dress_rows
from assistant.ui.look.roles import Surface, set_surface
from assistant.ui.look.tokens import SPACE
from assistant.ui.passive.columns import ColumnChoices
from assistant.ui.passive.preview_rows import PreviewModel
from assistant.words.catalogue import tr

_LOWEST = 104


class Preview(QFrame):
    """Shows a list and lets a person say what its columns hold.

    Signals:
        changed: A column (``int``) shall hold something else (``Meaning`` or ``None``).
    """

    changed = Signal(int, object)

    def __init__(self) -> None:
        super().__init__()
        self.table = QTableView()
        self.model = PreviewModel(self)
        dress_rows(self.table)
        self.choices = ColumnChoices(self.table, self.model)
        self.table.setModel(self.model)
        self.table.verticalHeader().show()
        self.table.setAccessibleName(tr("The first rows of the list"))
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.setWordWrap(False)
        self.table.horizontalHeader().setSectionsClickable(False)
        self.table.setMinimumHeight(_LOWEST)
        set_surface(self, Surface.CARD)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.half, SPACE.half, SPACE.half, SPACE.half)
        column.setSpacing(0)
        column.addWidget(self.choices)
        column.addWidget(self.table)
        self.choices.chosen.connect(self.changed)

    def show_table(self, table: Table, columns: Columns) -> None:
        """Show another list."""
        self.model.show_table(table, columns)
        self.choices.show_columns(columns)
        self.table.scrollToTop()

    def show_columns(self, columns: Columns) -> None:
        """Show what is used now."""
        self.model.show_columns(columns)
