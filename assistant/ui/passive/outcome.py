"""What a list comes to, under its preview: how many leads, and what is left out and why."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QTableView,
    QVBoxLayout,
)
from typing_extensions import override

from assistant.core.errors import mark
from assistant.intake.lists import BAD_NUMBER, NO_NUMBER
from assistant.ui.look.dress import dress_rows
from assistant.ui.look.plain import PlainLabel
from assistant.ui.look.roles import State, Surface, Text, set_surface
from assistant.ui.look.tokens import SPACE
from assistant.ui.passive.left_out import Column, LeftOutModel
from assistant.ui.passive.tally import Tally
from assistant.words.catalogue import tr, tr_count

_REASONS = (NO_NUMBER, BAD_NUMBER, "")
_DOUBLE = mark("The same customer stands on the list twice.")
_SUMMARY = (264, 304)
_ROW_WIDTH = 64
_WHO = 0.36  # of the room for words
_LOWEST = 120


class _Rows(QTableView):
    """A table whose reasons have more room than its names."""

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.viewport().width() - _ROW_WIDTH
        self.horizontalHeader().resizeSection(Column.WHO, round(room * _WHO))


class Outcome(QFrame):
    """Says what a list comes to, left in numbers, right row by row."""

    def __init__(self) -> None:
        super().__init__()
        self.leads = PlainLabel(role=Text.HEADING)
        self.reasons = {reason: PlainLabel(role=Text.MUTED) for reason in _REASONS}
        self.not_to_call = PlainLabel()
        self.not_to_call.set_state(State.WARM)
        self.fine = PlainLabel(tr("Every row can be used."), Text.MUTED)
        self.model = LeftOutModel(self)
        self.rows = _Rows()
        self._lay_out()

    def show_tally(self, tally: Tally, *, has_consent: bool) -> None:
        """Show what a list comes to.

        Args:
            tally: The counts.
            has_consent: Whether some column holds the consent; without one every row would
                stand among those to look at.
        """
        count, without = len(tally.requests), len(tally.not_to_call)
        leads = tr_count("{count} lead for the BDC", "{count} leads for the BDC", count)
        self.leads.setText(leads.format(count=count))
        for reason, label in self.reasons.items():
            label.setText(_left_out(tally.reasons[reason], reason))
            label.setVisible(tally.reasons[reason] > 0)
        self.not_to_call.setText(_not_to_call(without, count))
        self.not_to_call.setVisible(without > 0)
        self.model.show_rows([*tally.left_out, *(tally.not_to_call if has_consent else ())])
        self.rows.setVisible(self.model.rowCount() > 0)
        self.fine.setVisible(self.model.rowCount() == 0 and count > 0)

    def _lay_out(self) -> None:
        table = self.rows
        dress_rows(table)
        table.setModel(self.model)
        table.setAccessibleName(tr("Rows to look at"))
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setWordWrap(False)
        table.setMinimumHeight(_LOWEST)
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setStretchLastSection(True)
        header.resizeSection(Column.ROW, _ROW_WIDTH)
        summary = QVBoxLayout()
        summary.setSpacing(SPACE.half)
        for label in (self.leads, *self.reasons.values(), self.not_to_call):
            summary.addWidget(label)
        summary.addStretch(1)
        side = QFrame()
        side.setMinimumWidth(_SUMMARY[0])
        side.setMaximumWidth(_SUMMARY[1])
        side.setLayout(summary)
        summary.setContentsMargins(SPACE.two, SPACE.two, SPACE.two, SPACE.two)
        set_surface(self, Surface.CARD)
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        row.addWidget(side, 1)
        row.addWidget(table, 2)
        row.addWidget(self.fine, 2)
        self.fine.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.fine.setContentsMargins(0, SPACE.two, SPACE.two, SPACE.two)


def _left_out(count: int, reason: str) -> str:
    why = tr(reason or _DOUBLE)
    said = tr("{count} left out: {why}")
    return said.format(count=count, why=why[:1].lower() + why[1:])


def _not_to_call(without: int, count: int) -> str:
    if without == count:
        return tr("None of them may be called: no proof of consent.")
    return tr_count(
        "{count} of them may not be called: no proof of consent.",
        "{count} of them may not be called: no proof of consent.",
        without,
    ).format(count=without)
