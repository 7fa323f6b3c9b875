"""The rows of Today: group heads, open leads, or what a search found."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from assistant.core.facts import LeadId
from assistant.core.plan import Prompt
from assistant.core.summary import AgendaItem, Summary
from assistant.ui.around import Around
from assistant.ui.sentences import last_outcome, tries_in_words, who
from assistant.ui.today.groups import Group, group_word, grouped
from assistant.words.times import due_in_words
from assistant.words.vocabulary import word

ROW_ROLE = Qt.ItemDataRole.UserRole

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a group, with how many rows follow."""

    group: Group
    count: int


@dataclass(frozen=True, slots=True)
class Line:
    """One lead; ``prompt`` is ``None`` for one that a search found and that is not open."""

    lead: Summary
    prompt: Prompt | None


Row = Head | Line


class TodayModel(QAbstractListModel):
    """Holds the rows as they were last read; words for times are made when they are painted."""

    def __init__(self, around: Around, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self._rows: list[Row] = []

    def show_agenda(
        self, items: Sequence[AgendaItem], only: Group | None = None, beyond: int = 0
    ) -> None:
        """Show the open leads by group, or one group of them.

        Args:
            items: The leads.
            only: The group; all if left out.
            beyond: How many more are in the first group, that are not among ``items``.
        """
        groups = grouped(items, self._around.now(), self._around.zone)
        rows: list[Row] = []
        for group, members in groups.items():
            if members and only in {None, group}:
                rows.append(Head(group, len(members) + (beyond if group is Group.NOW else 0)))
                rows += [Line(item.summary, item.prompt) for item in members]
        self._replace(rows)

    def show_found(self, leads: Sequence[Summary]) -> None:
        """Show what a search found, open or not; also what the agenda does not hold."""
        qt_desk = self._around.qt_desk
        prompts = qt_desk.do(lambda: qt_desk.desk.prompts_of(leads)) or {}
        self._replace([Line(lead, prompts.get(lead.lead_id)) for lead in leads])

    def times(self) -> tuple[date, list[str]]:
        """Return what changes by itself as time goes by: the day, and what is due soon or late."""
        now, zone = self._around.now(), self._around.zone
        soon = now + timedelta(hours=1)
        return now.astimezone(zone).date(), [
            due_in_words(row.prompt.due_at, now, zone)
            for row in self._rows
            if isinstance(row, Line) and row.prompt is not None and row.prompt.due_at < soon
        ]

    def row_of(self, lead_id: LeadId | None) -> int:
        """Return the row in which a lead stands; -1 when it is not in view."""
        found = (
            number
            for number, row in enumerate(self._rows)
            if isinstance(row, Line) and row.lead.lead_id == lead_id
        )
        return next(found, -1)

    def row(self, number: int) -> Row:
        """Return a row."""
        return self._rows[number]

    def first_lead(self) -> LeadId | None:
        """Return the lead of the first row that is one."""
        lines = (row.lead.lead_id for row in self._rows if isinstance(row, Line))
        return next(lines, None)

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a row itself, or what a screen reader says of it."""
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self._in_words(row, self._around.now())
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        """Heads cannot be selected."""
        if isinstance(self._rows[index.row()], Head):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def _replace(self, rows: list[Row]) -> None:
        if rows == self._rows:
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def _in_words(self, row: Row, now: datetime) -> str:
        if isinstance(row, Head):
            return f"{group_word(row.group)}: {row.count}"
        lead, zone = row.lead, self._around.zone
        said = [who(lead.name, self._around.national(lead.phone), lead.email)]
        if row.prompt is not None:
            said += [word(row.prompt.step), due_in_words(row.prompt.due_at, now, zone)]
        else:
            said.append(word(lead.state_at(now)))
        if lead.call_note is not None:
            said.append(word(lead.call_note))
        said += [lead.vehicle, tries_in_words(lead.tries), last_outcome(lead, now, zone)]
        return ", ".join(filter(None, [*said, lead.source]))
