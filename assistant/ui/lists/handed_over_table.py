"""The table of what others have: how its rows and columns lie."""

from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from assistant.ui.lists.handed_over_model import Column, HandedOverModel
from assistant.ui.look.dress import dress_rows
from assistant.words.catalogue import tr

_WIDE = (Column.WHO, Column.STANDS, Column.LAST)
_ROWS_MEASURED = 50


class HandedOverTable(QTableView):
    """One lead is chosen at a time."""

    def __init__(self, model: HandedOverModel) -> None:
        super().__init__()
        dress_rows(self)
        self.setModel(model)
        self.setAccessibleName(tr("Handed over"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setWordWrap(False)
        header = self.horizontalHeader()
        header.setResizeContentsPrecision(_ROWS_MEASURED)
        fit, stretch = QHeaderView.ResizeMode.ResizeToContents, QHeaderView.ResizeMode.Stretch
        for column in Column:
            header.setSectionResizeMode(column, stretch if column in _WIDE else fit)
