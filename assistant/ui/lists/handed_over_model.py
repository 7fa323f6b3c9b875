"""The rows of Handed over: who waits for the BDC, why, since when, and what came before."""

from datetime import datetime
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from assistant.core.facts import LeadId
from assistant.core.rules import TRIES
from assistant.core.summary import Summary
from assistant.ui.around import Around
from assistant.ui.look.tooltip import tooltip
from assistant.ui.sentences import last_outcome, who
from assistant.words.catalogue import tr
from assistant.words.times import moment_in_words
from assistant.words.vocabulary import word

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Column(IntEnum):
    """What a column shows."""

    WHO = 0
    WHY = 1
    SINCE = 2
    LAST = 3
    TRIES = 4


class HandedOverModel(QAbstractTableModel):
    """Holds the leads as they were last read; words are made when they are painted."""

    def __init__(self, around: Around, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self._leads: list[Summary] = []

    def show_leads(self, leads: list[Summary]) -> None:
        """Show other leads; does nothing when they are the same."""
        if leads == self._leads:
            return
        self.beginResetModel()
        self._leads = leads
        self.endResetModel()

    def lead_id(self, row: int) -> LeadId:
        """Return the lead of a row."""
        return self._leads[row].lead_id

    def row_of(self, lead_id: LeadId | None) -> int:
        """Return a lead's row, -1 when it is not there."""
        rows = (row for row, lead in enumerate(self._leads) if lead.lead_id == lead_id)
        return next(rows, -1)

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many leads there are."""
        return 0 if parent.isValid() else len(self._leads)

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(Column)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return what a column is called."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return _title(Column(section))

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell's words; its tooltip has them whole."""
        if not index.isValid():
            return None
        text = self._text(self._leads[index.row()], Column(index.column()))
        if role == Qt.ItemDataRole.DisplayRole:
            return text
        return tooltip(text) if role == Qt.ItemDataRole.ToolTipRole else None

    def _text(self, lead: Summary, column: Column) -> str:
        now, zone = self._around.now(), self._around.zone
        match column:
            case Column.WHO:
                called = who(lead.name, self._around.national(lead.phone), lead.email)
                return " ".join(called.split())
            case Column.WHY:
                reason = "" if lead.handed_over is None else word(lead.handed_over.reason)
                forbidden = "" if lead.may_call else tr("may not be called")
                return ", ".join(filter(None, (reason, forbidden)))
            case Column.SINCE:
                return self._since(lead, now)
            case Column.LAST:
                return last_outcome(lead, now, zone)
            case Column.TRIES:
                return tr("{number} of {count}").format(number=lead.tries, count=TRIES)

    def _since(self, lead: Summary, now: datetime) -> str:
        if lead.handed_over is None:
            return ""
        return moment_in_words(lead.handed_over.since, now, self._around.zone)


def _title(column: Column) -> str:
    match column:
        case Column.WHO:
            return tr("Who")
        case Column.WHY:
            return tr("Why")
        case Column.SINCE:
            return tr("Since")
        case Column.LAST:
            return tr("Last outcome")
        case Column.TRIES:
            return tr("Tries")
