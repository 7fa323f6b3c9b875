"""What the page of a list does in slices: read its rows, and take its customers in."""

from collections.abc import Iterator
from functools import partial
from itertools import islice

from PySide6.QtCore import QObject, Signal, Slot

from assistant.core.request import Request
from assistant.desk import Result, Taken
from assistant.intake.lists import Columns, Table, arrival_of, listed_rows
from assistant.start import dealer
from assistant.ui.around import Around
from assistant.ui.passive.tally import Tally
from assistant.ui.slices import Slices

AT_ONCE = 20
"""Customers taken in by one transaction: about 12 ms."""


class ListWork(QObject):
    """Does one thing at a time; a new one takes the place of the one before.

    Signals:
        went_on: So many rows (``int``) of so many (``int``) are done.
        understood: All rows were read; :attr:`tally` says what they come to.
        ended: All customers were taken in, or no more can be; :attr:`taken` has them.

    Attributes:
        reading: The rows that are read.
        taking: The customers that are taken in.
        tally: What the list comes to.
        taken: What became of the customers so far.
    """

    went_on = Signal(int, int)
    understood = Signal()
    ended = Signal()

    def __init__(self, around: Around, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self.tally = Tally()
        self.taken: list[Taken] = []
        self._done, self._all = 0, 0
        self.reading, self.taking = Slices(self), Slices(self)
        for slices in (self.reading, self.taking):
            slices.sliced.connect(self._tell)
        self.reading.ended.connect(self.understood)
        self.taking.ended.connect(self._finish)

    def read(self, table: Table, columns: Columns) -> None:
        """Read the rows, as the columns are understood now."""
        self.tally = Tally()
        self._begin(len(table.rows))
        self.reading.start(self._read(table, columns))

    def take(self, table: Table) -> None:
        """Take the customers in, a few by each transaction."""
        self.taken = []
        self._begin(len(self.tally.requests))
        self.taking.start(self._take(table))

    def stop(self) -> None:
        """Do no more, and say nothing of it; who was taken in stays."""
        self.reading.stop()
        self.taking.stop()

    def break_off(self) -> None:
        """Take nobody in any more; it ends with those who were."""
        self.taking.stop()
        self._finish()

    def count_new(self) -> tuple[int, int]:
        """Count who is new at the BDC, and who of them may not be called."""
        new = [taken.reading for taken in self.taken if taken.result is Result.NEW]
        return len(new), sum(isinstance(one, Request) and not one.consent for one in new)

    def _begin(self, rows: int) -> None:
        self._done, self._all = 0, rows

    def _read(self, table: Table, columns: Columns) -> Iterator[None]:
        for row in listed_rows(table, columns, dealer(self._around.settings)):
            self.tally.add(row)
            self._done += 1
            yield

    def _take(self, table: Table) -> Iterator[None]:
        qt_desk, waiting = self._around.qt_desk, iter(self.tally.requests)
        now = qt_desk.clock()
        while few := list(islice(waiting, AT_ONCE)):
            step = partial(qt_desk.desk.take_in_list, arrival_of(table, few, now))
            taken = qt_desk.do(step)
            if taken is None:
                return
            self.taken += taken
            self._done += len(few)
            yield

    @Slot()
    def _tell(self) -> None:
        self.went_on.emit(self._done, self._all)

    @Slot()
    def _finish(self) -> None:
        self._around.qt_desk.step(lambda: None)
        self.ended.emit()
