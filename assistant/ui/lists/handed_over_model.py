"""The rows of Handed over: who waits for the BDC, why, since when, and what came before."""

from datetime import datetime
from enum import IntEnum

from PySide6.QtCore import QObject
from typing_extensions import override

from assistant.core.facts import LeadId
from assistant.core.rules import TRIES
from assistant.core.summary import Summary
from assistant.ui.around import Around
from assistant.ui.look.text_table import TextTable
from assistant.ui.sentences import last_outcome, who
from assistant.words.catalogue import tr
from assistant.words.times import moment_in_words
from assistant.words.vocabulary import word


class Column(IntEnum):
    """What a column shows."""

    WHO = 0
    WHY = 1
    SINCE = 2
    LAST = 3
    TRIES = 4


class HandedOverModel(TextTable[Summary]):
    """Holds the leads as they were last read."""

    def __init__(self, around: Around, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._around = around

    def lead_id(self, row: int) -> LeadId:
        """Return the lead of a row."""
        return self.rows[row].lead_id

    def row_of(self, lead_id: LeadId | None) -> int:
        """Return a lead's row, -1 when it is not there."""
        rows = (row for row, lead in enumerate(self.rows) if lead.lead_id == lead_id)
        return next(rows, -1)

    @override
    def titles(self) -> tuple[str, ...]:
        """Return what the columns are called."""
        return tr("Who"), tr("Why"), tr("Since"), tr("Last outcome"), tr("Tries")

    @override
    def text(self, row: Summary, column: int) -> str:
        """Return the words of a cell."""
        now, zone = self._around.now(), self._around.zone
        match Column(column):
            case Column.WHO:
                called = who(row.name, self._around.national(row.phone), row.email)
                return " ".join(called.split())
            case Column.WHY:
                reason = "" if row.handed_over is None else word(row.handed_over.reason)
                forbidden = "" if row.call_note is None else word(row.call_note)
                return ", ".join(filter(None, (reason, forbidden)))
            case Column.SINCE:
                return self._since(row, now)
            case Column.LAST:
                return last_outcome(row, now, zone)
            case Column.TRIES:
                return tr("{number} of {count}").format(number=row.tries, count=TRIES)

    def _since(self, lead: Summary, now: datetime) -> str:
        if lead.handed_over is None:
            return ""
        return moment_in_words(lead.handed_over.since, now, self._around.zone)
