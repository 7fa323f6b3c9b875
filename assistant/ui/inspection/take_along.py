"""What a manager takes along: the sheet and the exports, and the line that says how it went."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from assistant.core.errors import AssistantError
from assistant.desk.inspection import Open
from assistant.folders import DataFolder
from assistant.names import harmless, in_text
from assistant.reporting.export import StoppedError
from assistant.ui.around import Around
from assistant.ui.inspection.export_button import ExportButton, Written
from assistant.ui.inspection.scope import Scope
from assistant.ui.look.banner import Banner
from assistant.ui.look.icons import icon
from assistant.ui.look.plain import PlainLabel
from assistant.ui.look.roles import State, Text
from assistant.ui.look.tokens import SPACE
from assistant.ui.sheet_button import SheetButton
from assistant.words.catalogue import explain, tr, tr_count
from assistant.words.choice_words import named_choice
from assistant.words.figure_words import number


class TakeAlong(QWidget):
    """How far an export is, with a button that stops it; then what came of it, or of a sheet.

    Attributes:
        sheet: Makes the sheet; stands elsewhere.
        export: Makes the exports; stands elsewhere.
    """

    def __init__(
        self, around: Around, folder: DataFolder, open_log: Open, scope: Callable[[], Scope]
    ) -> None:
        """Set up.

        Args:
            around: The surroundings.
            folder: Where the log and the sheet lie.
            open_log: Opens the log, on any thread.
            scope: Asked at each press: what is looked at.
        """
        super().__init__()
        self._around, self._written_to = around, Path()
        self.sheet = SheetButton(
            around,
            folder,
            open_log,
            lambda: (scope().choice, scope().preset),
            in_view=lambda: scope().period,
        )
        self.export = ExportButton(around, folder.database, scope)
        self.banner = Banner()
        self.show_folder = QPushButton(icon("folder"), tr("Open the folder"))
        self.under_way = QWidget()
        self.rows = PlainLabel(role=Text.MUTED, one_line=True)
        self.progress = QProgressBar()
        self.cancel = QPushButton(tr("Cancel"))
        self._lay_out()
        self._connect()

    def stop(self) -> None:
        """Make nothing any more: the page is about to go."""
        self.sheet.stop()
        self.export.stop()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Say nothing more of it after the next page."""
        super().hideEvent(event)
        if not event.spontaneous():  # a window that is minimised shows it again
            self.banner.hide()

    @Slot()
    def _begin(self) -> None:
        self.banner.hide()
        self._go_on(0, 0)
        self.under_way.show()
        self.cancel.setFocus()

    @Slot(int, int)
    def _go_on(self, done: int, total: int) -> None:
        self.progress.setRange(0, total)
        self.progress.setValue(done)
        said = tr("{done} of {count} rows").format(done=number(done), count=number(total))
        self.rows.setText(said if total else tr("The export is being written …"))

    @Slot(object)
    def _show_written(self, written: Written) -> None:
        said = tr_count("Saved: {path}, {count} row.", "Saved: {path}, {count} rows.", written.rows)
        path = harmless(in_text(written.path))
        self._written_to = written.path.parent
        said = said.format(path=path, count=number(written.rows))
        if named := named_choice(written.choice):
            said = f"{said} {tr('Only: {choice}.').format(choice=' · '.join(named))}"
        self._say(said, State.DONE)
        self.show_folder.show()

    @Slot(object)
    def _fail(self, error: AssistantError) -> None:
        if isinstance(error, StoppedError):
            self._say(tr("Stopped: nothing was saved."), None)
        else:
            self._say(explain(error), State.WARM)

    @Slot(str)
    def _tell(self, sentence: str) -> None:
        self.show_folder.hide()
        self.banner.show_done(sentence)

    def _say(self, sentence: str, state: State | None) -> None:
        if self.cancel.hasFocus() and self.export.isEnabled():
            self.export.setFocus()
        self.under_way.setVisible(not self.export.isEnabled())
        self.show_folder.hide()
        self.banner.show_text(sentence, state)
        self.banner.show()

    @Slot()
    def _open_folder(self) -> None:
        self._around.open_link(QUrl.fromLocalFile(str(self._written_to)).toString())

    def _connect(self) -> None:
        self.sheet.told.connect(self._tell)
        self.sheet.failed.connect(self._fail)
        self.export.began.connect(self._begin)
        self.export.went_on.connect(self._go_on)
        self.export.written.connect(self._show_written)
        self.export.failed.connect(self._fail)
        self.cancel.clicked.connect(self.export.cancel)
        self.show_folder.clicked.connect(self._open_folder)

    def _lay_out(self) -> None:
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(tr("Progress"))
        row = QHBoxLayout(self.under_way)
        row.setContentsMargins(SPACE.three, SPACE.one, SPACE.three, SPACE.one)
        row.setSpacing(SPACE.two)
        row.addWidget(self.rows)
        row.addWidget(self.progress, 1)
        row.addWidget(self.cancel)
        self.banner.add(self.show_folder)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.under_way, self.banner):
            column.addWidget(part)
            part.hide()
