"""The leads behind a figure, however many: rows are read by pages, where somebody looks.

Their words are made by the thread that reads them: a list that is scrolled asks for a thousand
cells between two frames.
"""

from datetime import datetime
from enum import IntEnum
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal, Slot
from typing_extensions import override

from assistant.core.contact import national
from assistant.core.errors import CouldNotError
from assistant.core.facts import LeadId
from assistant.core.summary import Summary
from assistant.desk.inspection import Open
from assistant.settings.values import DealerSettings
from assistant.ui.around import Around
from assistant.ui.errand import Errand
from assistant.ui.forgotten import Forgotten
from assistant.ui.inspection.scope import Behind
from assistant.ui.look.text_table import Index
from assistant.ui.look.tooltip import tooltip
from assistant.ui.sentences import last_outcome, who
from assistant.words.catalogue import tr
from assistant.words.times import moment_in_words
from assistant.words.vocabulary import word

PAGE = 200
"""How many rows are read at once."""
_PAGES_KEPT = 20
_NOWHERE = QModelIndex()
_DISPLAY, _TOOLTIP = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole


class Column(IntEnum):
    """What a column shows."""

    WHO = 0
    ASKED = 1
    CAR = 2
    SOURCE = 3
    SALESPERSON = 4
    TRIES = 5
    LAST = 6
    STANDS = 7


class Row(NamedTuple):
    """A lead, and what stands in its columns."""

    lead: Summary
    words: tuple[str, ...]


class Words(NamedTuple):
    """Says leads as they stand at a moment."""

    now: datetime
    dealer: DealerSettings

    def of(self, lead: Summary) -> tuple[str, ...]:
        """Return the words of each :class:`Column`."""
        now, zone = self.now, self.dealer.zone
        called = who(lead.name, national(lead.phone, self.dealer.country), lead.email)
        return (
            " ".join(called.split()),
            moment_in_words(lead.asked_at, now, zone),
            " ".join(lead.vehicle.split()),
            lead.source or word(lead.door),
            lead.owner,
            str(lead.tries),
            last_outcome(lead, now, zone),
            word(lead.state_at(now)),
        )


class LeadsModel(QAbstractTableModel):
    """Knows how many rows there are, and reads the page that was looked at last.

    Signals:
        counted: There are only so many leads.
    """

    counted = Signal(int)

    def __init__(self, around: Around, open_log: Open, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self._open = open_log
        self._behind: Behind | None = None
        self._count = 0
        self._pages: dict[int, list[Row]] = {}
        self._wanted: int | None = None
        self._reading = 0
        self.errand = Errand("leads behind a figure", self)
        self.errand.done.connect(self._take)
        self.errand.failed.connect(self._leave)
        Forgotten(around.qt_desk, self).noticed.connect(self._read_anew)

    def show_leads(self, behind: Behind) -> None:
        """Show the leads behind another figure."""
        self.errand.forget()
        self.beginResetModel()
        self._behind, self._count = behind, behind.count
        self._pages, self._wanted = {}, None
        self.endResetModel()
        self._want(0)

    def lead(self, row: int) -> Summary | None:
        """Return a row's lead; ``None`` while it is being read."""
        found = self._row(row)
        return None if found is None else found.lead

    def _row(self, row: int) -> Row | None:
        page = self._pages.get(row // PAGE)
        if page is None:
            self._want(row // PAGE)
            return None
        return page[row % PAGE] if row % PAGE < len(page) else None

    def lead_id(self, row: int) -> LeadId | None:
        """Return the lead of a row, if it is there."""
        lead = self.lead(row)
        return None if lead is None else lead.lead_id

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many leads there are."""
        return 0 if parent.isValid() else self._count

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
        return _titles()[section]

    @override
    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        """Return a cell's words; three dots while they are being read."""
        if role not in (_DISPLAY, _TOOLTIP) or not index.isValid():
            return None
        row = self._row(index.row())
        text = "…" if row is None else row.words[index.column()]
        return text if role == _DISPLAY else tooltip(text)

    def _want(self, page: int) -> None:
        """Read a page; while another is read only the newest wish is kept."""
        self._wanted = page
        if not self.errand.is_running:
            self._read()

    def _read(self) -> None:
        behind, page, open_log = self._behind, self._wanted, self._open
        if behind is None or page is None:
            return
        self._reading, self._wanted = page, None
        words = Words(self._around.now(), self._around.settings.dealer)
        self.errand.start(
            lambda: [Row(lead, words.of(lead)) for lead in _page(open_log, behind, page)],
            CouldNotError("The leads could not be read; the log says why."),
        )

    @Slot()
    def _read_anew(self) -> None:
        """Keep no name that was read, where somebody looks and elsewhere."""
        self.errand.forget()
        self._pages, self._wanted = {}, None
        if self._count:
            end = self.index(self._count - 1, len(Column) - 1)
            self.dataChanged.emit(self.index(0, 0), end)

    @Slot(object)
    def _take(self, leads: list[Row]) -> None:
        page = self._reading
        while len(self._pages) >= _PAGES_KEPT:
            self._pages.pop(next(iter(self._pages)))
        self._pages[page] = leads
        self._end_at(page * PAGE + len(leads), page)
        last = min((page + 1) * PAGE, self._count) - 1
        self.dataChanged.emit(self.index(page * PAGE, 0), self.index(max(last, 0), len(Column) - 1))
        if self._wanted is not None and self._wanted not in self._pages:
            self._read()

    def _end_at(self, found: int, page: int) -> None:
        """End where the leads end: fewer people than calls, or the log went on since."""
        if found < min((page + 1) * PAGE, self._count):
            self.beginRemoveRows(_NOWHERE, found, self._count - 1)
            self._count = found
            self.endRemoveRows()
            self.counted.emit(found)

    @Slot(object)
    def _leave(self, _error: object) -> None:
        self._wanted = None


def _page(open_log: Open, behind: Behind, page: int) -> list[Summary]:
    with open_log() as log:
        if behind.calls is not None:
            calls = behind.calls
            return log.callers(calls.kind, behind.period, calls.at, PAGE, page * PAGE)
        return log.behind(
            behind.part, behind.period, behind.choice, PAGE, page * PAGE, behind.within
        )


def _titles() -> tuple[str, ...]:
    return (
        tr("Who"),
        tr("Asked"),
        tr("Car"),
        tr("Source"),
        tr("Salesperson"),
        tr("Tries"),
        tr("Last outcome"),
        tr("How it stands"),
    )
