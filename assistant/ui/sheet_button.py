"""The button that makes the inspection sheet: opened in the browser, or saved as a PDF.

The page is one file in the data folder, which the next one replaces.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton, QWidget

from assistant.core.errors import CouldNotError
from assistant.core.figures import Choice, Period
from assistant.core.preset import Preset
from assistant.desk.inspection import Inspection
from assistant.folders import DataFolder
from assistant.names import in_text
from assistant.reporting.sheet.inspected import look
from assistant.reporting.sheet.page import as_html
from assistant.reporting.sheet.weekly import weekly_sheet
from assistant.settings.values import DealerSettings
from assistant.ui.around import Around
from assistant.ui.errand import Errand
from assistant.ui.look.icons import icon
from assistant.ui.paper import pdf_of
from assistant.whole_file import put_whole
from assistant.words.catalogue import tr

Open = Callable[[], AbstractContextManager[Inspection]]
Pick = Callable[[QWidget, str], str]
Wanted = Callable[[], tuple[Choice, Preset]]
"""Whose sheet, and against which benchmark."""


def pick_pdf(parent: QWidget, name: str) -> str:
    """Let the user choose where a PDF goes; an empty path when he changes his mind."""
    path, _ = QFileDialog.getSaveFileName(parent, tr("Save the sheet"), name, "PDF (*.pdf)")
    return path


class SheetButton(QPushButton):
    """Makes the sheet of this week or the last one.

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
        pick: Pick = pick_pdf,
    ) -> None:
        """Set up.

        Args:
            around: The surroundings.
            folder: Where the page is put.
            open_log: Opens the log, on any thread.
            wanted: Asked at each press.
            pick: Lets the user choose where a PDF goes.
        """
        super().__init__(icon("export"), tr("Sheet"))
        self._around, self._folder = around, folder
        self._open_log, self._wanted, self._pick = open_log, wanted, pick
        self.errand = Errand("sheet", self)
        self.errand.done.connect(self._show)
        self.errand.failed.connect(self.failed)
        menu = QMenu(self)
        for back, name in ((1, tr("Last week")), (0, tr("This week"))):
            menu.addAction(
                tr("{week}: open and print").format(week=name), partial(self._page, back)
            )
            menu.addAction(tr("{week}: save as PDF …").format(week=name), partial(self._pdf, back))
        self.setMenu(menu)

    def stop(self) -> None:
        """Make nothing any more."""
        self.errand.forget()
        self.errand.wait()

    def _page(self, back: int) -> None:
        self._start(back, self._folder.sheet)

    def _pdf(self, back: int) -> None:
        path = self._pick(self, f"{self._week(back).week}.pdf")
        if path:
            self._start(back, Path(path).with_suffix(".pdf"))

    def _start(self, back: int, path: Path) -> None:
        open_log, week, dealer = self._open_log, self._week(back), self._around.settings.dealer
        choice, preset = self._wanted()
        work = partial(_make, open_log, week, choice, preset, dealer, path)
        self.errand.start(work, CouldNotError("The sheet could not be made; the log says why."))

    def _week(self, back: int) -> Period:
        now, hours = self._around.now(), self._around.qt_desk.desk.rules.hours
        year, week, _ = hours.local(now).date().isocalendar()
        this = Period.of_week(year, week)
        return this.before if back else this

    @Slot(object)
    def _show(self, path: Path) -> None:
        if path == self._folder.sheet:
            self._around.open_link(QUrl.fromLocalFile(str(path)).toString())
            self.told.emit(tr("The sheet is open in your browser."))
        else:
            self.told.emit(tr("Written to {file}.").format(file=in_text(str(path))))


def _make(
    open_log: Open,
    week: Period,
    choice: Choice,
    preset: Preset,
    dealer: DealerSettings,
    path: Path,
) -> Path:
    with open_log() as inspection:
        sheet = weekly_sheet(look(inspection, week, choice, preset), dealer)
    page = as_html(sheet)
    content = pdf_of(page, sheet.title) if path.suffix == ".pdf" else page.encode("utf-8")
    try:
        put_whole(path, content)
    except OSError as error:
        raise CouldNotError("Nothing can be written to {path}.", path=path) from error
    return path
