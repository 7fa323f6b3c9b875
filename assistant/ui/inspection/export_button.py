"""The button that takes tables of the log to other programs, as a file where the user wants it.

The file is written on a thread. How far that is, is looked up by the window, so that the thread
holds on to no part of it.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QMenu, QPushButton

from assistant.core.errors import CouldNotError
from assistant.core.figures import Choice
from assistant.core.request import Door
from assistant.desk.exports import Table, Wanted
from assistant.reporting.export import Form, Watch, to_file
from assistant.ui.around import Around
from assistant.ui.errand import Errand
from assistant.ui.inspection.scope import Scope
from assistant.ui.look.icons import icon
from assistant.ui.pick_file import Pick, picking
from assistant.words.catalogue import tr

_LOOK_MS = 100
_FORMS = {Form.XLSX: "Excel (XLSX) …", Form.CSV: "CSV …", Form.JSONL: "JSON Lines …"}


@dataclass(frozen=True, slots=True)
class Written:
    """A file that is there, its number of rows, and of which leads they are."""

    path: Path
    rows: int
    choice: Choice


class _Way:
    """How far a file is: told by the thread, which is told in turn whether to go on."""

    def __init__(self) -> None:
        self.done, self.total = 0, 0
        self.is_stopped = False

    def report(self, done: int, total: int) -> None:
        self.done, self.total = done, total


class ExportButton(QPushButton):
    """Writes attempts, leads, appointments or requests of what is looked at.

    Attributes:
        without_names: Whether nobody may be known by what is written.

    Signals:
        began: A file is being written.
        went_on: Rows were written (how many so far, of about how many).
        written: The file is there (``Written``).
        failed: It is not (``AssistantError``), perhaps because it was stopped.
    """

    began = Signal()
    went_on = Signal(int, int)
    written = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        around: Around,
        database: Path,
        scope: Callable[[], Scope],
        pick: Pick | None = None,
    ) -> None:
        """Set up.

        Args:
            around: The surroundings.
            database: The log.
            scope: Asked at each press: the days and the choice that are wanted.
            pick: Lets the user choose where a file goes.
        """
        super().__init__(icon("export"), tr("Export"))
        self._around, self._database = around, database
        self._scope, self._pick = scope, pick or picking(tr("Save the export"))
        self._way = _Way()
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self._look)
        self.errand = Errand("export", self)
        self.errand.done.connect(self._end)
        self.errand.failed.connect(self._fail)
        menu = QMenu(self)
        for table, name in _names().items():
            forms = QMenu(name, menu)
            for form, called in _FORMS.items():
                forms.addAction(called, partial(self._choose, table, form))
            menu.addMenu(forms)
        menu.addSeparator()
        self.without_names = menu.addAction(tr("Without names"))
        self.without_names.setCheckable(True)
        self.setMenu(menu)

    @Slot()
    def cancel(self) -> None:
        """Stop; nothing of the file is left."""
        self._way.is_stopped = True

    def stop(self) -> None:
        """Write nothing any more."""
        self.cancel()
        self._timer.stop()
        self.errand.forget()
        self.errand.wait()

    def _choose(self, table: Table, form: Form) -> None:
        scope = self._scope()
        period = scope.period
        name = f"{table}-{period.first}-{period.last}.{form}"
        if path := self._pick(self, name):
            self._start(self._wanted(table, scope), form, Path(path))

    def _wanted(self, table: Table, scope: Scope) -> Wanted:
        hours, period = self._around.qt_desk.desk.rules.hours, scope.period
        return Wanted(
            table=table,
            start=hours.at(period.first, 0),
            end=hours.at(period.last + timedelta(days=1), 0),
            choice=_narrowed(scope.choice),
            now=self._around.now(),
            zone=self._around.zone,
            country=self._around.settings.dealer.country,
            pseudonyms=self.without_names.isChecked(),
        )

    def _start(self, wanted: Wanted, form: Form, path: Path) -> None:
        way = self._way = _Way()
        watch = Watch(way.report, lambda: way.is_stopped)
        bug = CouldNotError("The export could not be made; the log says why.")
        self.setEnabled(False)
        self.began.emit()
        self._timer.start()
        self.errand.start(partial(_write, self._database, wanted, form, path, watch), bug)

    @Slot()
    def _look(self) -> None:
        self.went_on.emit(self._way.done, self._way.total)

    @Slot(object)
    def _end(self, written: Written) -> None:
        self._rest()
        self.written.emit(written)

    @Slot(object)
    def _fail(self, error: CouldNotError) -> None:
        self._rest()
        self.failed.emit(error)

    def _rest(self) -> None:
        self._timer.stop()
        self.setEnabled(True)


def _names() -> dict[Table, str]:
    return {
        Table.ATTEMPTS: tr("Attempts"),
        Table.LEADS: tr("Leads"),
        Table.APPOINTMENTS: tr("Appointments"),
        Table.REQUESTS: tr("Requests"),
    }


def _narrowed(choice: Choice) -> Choice | None:
    """Return a choice that leaves somebody out of a list; all doors and the usual ones do not."""
    if choice.doors == frozenset(Door):
        choice = replace(choice, doors=Choice().doors)
    return None if choice == Choice() else choice


def _write(database: Path, wanted: Wanted, form: Form, path: Path, watch: Watch) -> Written:
    rows = to_file(database, wanted, form, path, watch)
    return Written(path, rows, wanted.choice or Choice())
