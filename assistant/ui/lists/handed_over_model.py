"""The rows of Handed over: who waits for the BDC, why, since when, and what came before."""

from collections.abc import Mapping
from datetime import datetime
from enum import IntEnum

from PySide6.QtCore import QObject
from typing_extensions import override

from assistant.core.facts import LeadId
from assistant.core.handover import HandedOver
from assistant.core.rules import TRIES
from assistant.core.summary import State, Summary
from assistant.desk import OutboxMail
from assistant.ui.around import Around
from assistant.ui.look.text_table import TextTable
from assistant.ui.sentences import last_outcome, who
from assistant.words.catalogue import tr
from assistant.words.handed import stands_in_words
from assistant.words.history import to_whom
from assistant.words.times import moment_in_words
from assistant.words.vocabulary import word


class Column(IntEnum):
    """What a column shows."""

    WHO = 0
    WHY = 1
    FOR = 2
    SINCE = 3
    STANDS = 4
    LAST = 5
    TRIES = 6


class HandedOverModel(TextTable[Summary]):
    """Holds the leads as they were last read."""

    def __init__(self, around: Around, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self._mails: Mapping[LeadId, OutboxMail] = {}

    def show(self, rows: list[Summary], mails: Mapping[LeadId, OutboxMail]) -> None:
        """Show these leads.

        Args:
            rows: The leads.
            mails: What :meth:`HandOvers.mails_of` says of them.
        """
        is_other, self._mails = mails != self._mails, mails
        self.show_rows(rows)
        if is_other and rows:
            last = self.index(len(rows) - 1, len(Column) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

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
        return (
            tr("Who"),
            tr("Why"),
            tr("For"),
            tr("Since"),
            tr("How it stands"),
            tr("Last outcome"),
            tr("Tries"),
        )

    @override
    def text(self, row: Summary, column: int) -> str:
        """Return the words of a cell."""
        now, zone = self._around.now(), self._around.zone
        match Column(column):
            case Column.WHO:
                called = who(row.name, self._around.national(row.phone), row.email)
                return " ".join(called.split())
            case Column.LAST:
                return last_outcome(row, now, zone)
            case Column.TRIES:
                return tr("{number} of {count}").format(number=row.tries, count=TRIES)
            case Column.STANDS:
                return self._stands(row)
            case Column.WHY | Column.FOR | Column.SINCE as asked:
                return self._came(row, asked) if is_back(row, now) else self._went(row, asked)

    def _went(self, lead: Summary, column: Column) -> str:
        away = _away(lead)
        match column:
            case Column.WHY:
                note = "" if lead.call_note is None else word(lead.call_note)
                return ", ".join(filter(None, (word(away.reason), note)))
            case Column.FOR:
                return to_whom(away.to)
            case _:
                return self._moment(away.since)

    def _came(self, lead: Summary, column: Column) -> str:
        match column:
            case Column.FOR:
                return lead.owner
            case Column.SINCE:
                return self._moment(lead.back_at)
            case _:
                return ""

    def _stands(self, lead: Summary) -> str:
        if is_back(lead, self._around.now()):
            return ": ".join(filter(None, (tr("came back"), " ".join(lead.back_note.split()))))
        if not lead.may_be_sent:
            return tr("may not be called")
        away = _away(lead)
        return stands_in_words(away, self._mails.get(lead.lead_id), self._moment(away.sent_at))

    def _moment(self, moment: datetime | None) -> str:
        now, zone = self._around.now(), self._around.zone
        return "" if moment is None else moment_in_words(moment, now, zone)


def is_back(lead: Summary, now: datetime) -> bool:
    """Say whether a lead of the list came back, and is here."""
    return lead.handed_over is None or lead.state_at(now) is State.OPEN


def _away(lead: Summary) -> HandedOver:
    assert lead.handed_over is not None  # noqa: S101 - whoever is not back is away
    return lead.handed_over
