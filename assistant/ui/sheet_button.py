"""The button that makes the inspection sheet: opened in the browser to be printed, or saved as PDF.

The page is one file in the data folder, which the next one replaces.
"""

from collections.abc import Callable
from datetime import date, datetime
from enum import Enum, auto
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Signal, Slot
from PySide6.QtWidgets import QMenu, QPushButton

from assistant.core.errors import CouldNotError
from assistant.core.figures import Choice
from assistant.core.hours import OpeningHours
from assistant.core.period import Period
from assistant.core.preset import Preset
from assistant.desk.inspection import Inspection, Open
from assistant.folders import DataFolder
from assistant.names import in_text
from assistant.settings.values import DealerSettings
from assistant.ui.around import Around
from assistant.ui.errand import Errand
from assistant.ui.look.icons import icon
from assistant.ui.pick_file import Pick, picking
from assistant.whole_file import put_whole
from assistant.words.catalogue import tr

if TYPE_CHECKING:
    from assistant.reporting.sheet.copies import CopiesTold
    from assistant.reporting.sheet.paper import Sheet

Wanted = Callable[[], tuple[Choice, Preset]]
"""Whose sheet, and against which benchmark."""


class Which(Enum):
    """Which sheet."""

    LAST_WEEK = auto()
    THIS_WEEK = auto()
    MORNING = auto()
    IN_VIEW = auto()


class SheetButton(QPushButton):
    """Makes the sheet of this week or the last one, of this morning, or of what is in view.

    Signals:
        told: What was done (a sentence).
        failed: It could not be done (``AssistantError``).
    """

    told = Signal(str)
    failed = Signal(object)

    def __init__(
        self,
        around: Around,
        folder: DataFolder,
        open_log: Open,
        wanted: Wanted,
        pick: Pick | None = None,
        in_view: Callable[[], Period] | None = None,
    ) -> None:
        """Set up.

        Args:
            around: The surroundings.
            folder: Where the page is put.
            open_log: Opens the log, on any thread.
            wanted: Asked at each press.
            pick: Lets the user choose where a PDF goes.
            in_view: Asked at each press: the days on the page, where it has such.
        """
        super().__init__(icon("export"), tr("Sheet"))
        self._around, self._folder = around, folder
        self._open_log, self._wanted = open_log, wanted
        self._pick = pick or picking(tr("Save the sheet"))
        self._in_view = in_view
        self.errand = Errand("sheet", self)
        self.errand.done.connect(self._show)
        self.errand.failed.connect(self.failed)
        menu = QMenu(self)
        for sheet, name in _names(with_view=in_view is not None):
            page, pdf = tr("{sheet}: open and print"), tr("{sheet}: save as PDF …")
            menu.addAction(page.format(sheet=name), partial(self._page, sheet))
            menu.addAction(pdf.format(sheet=name), partial(self._pdf, sheet))
        self.setMenu(menu)

    def stop(self) -> None:
        """Make nothing any more."""
        self.errand.forget()
        self.errand.wait()

    def _page(self, sheet: Which) -> None:
        self._start(sheet, self._folder.sheet)

    def _pdf(self, sheet: Which) -> None:
        path = self._pick(self, f"{self._file_name(sheet)}.pdf")
        if path:
            self._start(sheet, Path(path if path.lower().endswith(".pdf") else f"{path}.pdf"))

    def _start(self, sheet: Which, path: Path) -> None:
        dealer, (choice, preset) = self._around.settings.dealer, self._wanted()
        if sheet is Which.MORNING:
            hours = self._around.qt_desk.desk.rules.hours
            build = partial(_of_morning, self._today(), choice, hours, dealer)
        else:
            build = partial(_of_days, self._days(sheet), choice, preset, dealer)
        bug = CouldNotError("The sheet could not be made; the log says why.")
        now = self._around.now()
        self.errand.start(partial(_make, self._open_log, build, path, now), bug)

    def _today(self) -> date:
        return self._around.qt_desk.desk.rules.hours.local(self._around.now()).date()

    def _file_name(self, sheet: Which) -> str:
        if sheet is Which.MORNING:
            return self._today().isoformat()
        days = self._days(sheet)
        return days.week if days.is_week else f"{days.first} {days.last}"

    def _days(self, sheet: Which) -> Period:
        if sheet is Which.IN_VIEW and self._in_view is not None:
            return self._in_view()
        year, week, _ = self._today().isocalendar()
        this = Period.of_week(year, week)
        return this.before if sheet is Which.LAST_WEEK else this

    @Slot(object)
    def _show(self, path: Path) -> None:
        if path == self._folder.sheet:
            self._around.open_link(QUrl.fromLocalFile(str(path)).toString())
            self.told.emit(tr("The sheet is open in your browser."))
        else:
            self.told.emit(tr("Written to {file}.").format(file=in_text(path)))


def _names(*, with_view: bool) -> tuple[tuple[Which, str], ...]:
    names = (
        (Which.LAST_WEEK, tr("Last week")),
        (Which.THIS_WEEK, tr("This week")),
        (Which.MORNING, tr("This morning")),
    )
    return (*names, (Which.IN_VIEW, tr("The days in view"))) if with_view else names


def _of_days(
    days: Period,
    choice: Choice,
    preset: Preset,
    dealer: DealerSettings,
    inspection: Inspection,
    copies: "CopiesTold",
) -> "Sheet":
    from assistant.reporting.sheet.inspected import look  # noqa: PLC0415 - only for a sheet
    from assistant.reporting.sheet.weekly import weekly_sheet  # noqa: PLC0415

    return weekly_sheet(look(inspection, days, choice, preset), dealer, copies)


def _of_morning(
    day: date,
    choice: Choice,
    hours: OpeningHours,
    dealer: DealerSettings,
    inspection: Inspection,
    copies: "CopiesTold",
) -> "Sheet":
    from assistant.reporting.sheet.daily import daily_sheet, look_at_morning  # noqa: PLC0415

    return daily_sheet(look_at_morning(inspection, day, choice, hours), dealer, copies)


def _make(
    open_log: Open, build: "Callable[[Inspection, CopiesTold], Sheet]", path: Path, now: datetime
) -> Path:
    from assistant.reporting.sheet.copies import told_of  # noqa: PLC0415 - only for a sheet
    from assistant.reporting.sheet.page import as_html  # noqa: PLC0415 - likewise
    from assistant.ui.paper import pdf_of  # noqa: PLC0415 - likewise

    with open_log() as inspection:
        sheet = build(inspection, told_of(inspection.copies, now))
    if path.suffix == ".pdf":
        content = pdf_of(as_html(sheet), sheet.title)
    else:
        content = as_html(sheet, prints=True).encode("utf-8")
    try:
        put_whole(path, content)
    except OSError as error:
        raise CouldNotError("Nothing can be written to {path}.", path=path) from error
    return path
