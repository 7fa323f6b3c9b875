"""A list of passive leads on its way to the BDC: how it was understood, and what it comes to."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QProgressBar, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from assistant.core.errors import AssistantError
from assistant.intake.lists import Columns, Meaning, Table, guess_columns
from assistant.names import harmless, in_text
from assistant.ui.around import Around
from assistant.ui.form.footer import SAVE_KEYS, Footer
from assistant.ui.form.frame import UNBOUNDED, fill_page
from assistant.ui.look.empty import EmptyState
from assistant.ui.look.plain import PlainLabel
from assistant.ui.look.roles import State, Text
from assistant.ui.look.tokens import SPACE
from assistant.ui.pages import Pages
from assistant.ui.passive.loader import TableLoader
from assistant.ui.passive.outcome import Outcome
from assistant.ui.passive.pick import PickList, pick_list
from assistant.ui.passive.preview import Preview
from assistant.ui.passive.work import ListWork
from assistant.words.catalogue import explain, tr, tr_count


class ListPage(QWidget):
    """Shows a list before its customers are taken in, and takes them in.

    Signals:
        left: The page is done with; a sentence (``str``) says what came of it, or nothing.
    """

    left = Signal(str)

    def __init__(self, around: Around, pick: PickList = pick_list) -> None:
        """Set up.

        Args:
            around: The surroundings.
            pick: Lets the user choose another file.
        """
        super().__init__()
        self._pick = pick
        self._table: Table | None = None
        self._columns = Columns(-1, {}, ())
        self._is_new = False
        self.work = ListWork(around, self)
        self.loader = TableLoader(self)
        self.file = PlainLabel(role=Text.MUTED, one_line=True)
        self.preview = Preview()
        self.outcome = Outcome()
        self.both = QWidget()
        self.waiting = EmptyState("log", tr("The list is being read."))
        self.refused = EmptyState("warning", "")
        self.another = QPushButton(tr("Choose another file …"))
        self.pages = Pages(self.both, self.waiting, self.refused)
        self.progress = QProgressBar()
        self.cancel = QPushButton(tr("Cancel"))
        self.footer = Footer("", self.cancel)
        self._lay_out()
        self._connect()

    @property
    def is_taking(self) -> bool:
        """Say whether customers are being taken in: then no other list can be opened."""
        return self.work.taking.is_running

    @property
    def is_busy(self) -> bool:
        """Say whether something is under way, and the page will change."""
        under_way = (self.loader, self.work.reading, self.work.taking, self.preview.choices.making)
        return any(one.is_running for one in under_way)

    def open(self, path: Path) -> None:
        """Read a file and show it."""
        self._forget()
        self.file.setText(harmless(in_text(path.name)))
        self.pages.show_page(self.waiting)
        self.progress.setRange(0, 0)
        self.progress.show()
        self._offer()
        self.loader.load(path)

    def stop(self) -> None:
        """Begin nothing any more; the page is about to go."""
        self.loader.stop()
        self.work.stop()

    def _forget(self) -> None:
        self.loader.forget()
        self.work.stop()
        self._table = None

    @Slot(object)
    def _show(self, table: Table) -> None:
        self._table, self._columns = table, guess_columns(table.rows)
        self.preview.show_table(table, self._columns)
        self.pages.show_page(self.both)
        self._is_new = True
        self._read()

    @Slot(object)
    def _refuse(self, error: AssistantError) -> None:
        self.progress.hide()
        self.refused.show_text(explain(error), tr("Nothing was taken in."))
        self.pages.show_page(self.refused)
        self._give_keyboard(self.another)

    @Slot(int, object)
    def _change(self, place: int, meaning: Meaning | None) -> None:
        self._columns = self._columns.changed(place, meaning)
        self.preview.show_columns(self._columns)
        self._read()

    def _read(self) -> None:
        if self._table is not None:
            self.work.read(self._table, self._columns)
            self._offer()

    @Slot(int, int)
    def _tell(self, done: int, count: int) -> None:
        self.progress.setRange(0, max(count, 1))
        self.progress.setValue(done)
        self.progress.setVisible(self.work.reading.is_running or self.work.taking.is_running)

    @Slot()
    def _understood(self) -> None:
        has_consent = Meaning.CONSENT in self._columns.meaning.values()
        self.outcome.show_tally(self.work.tally, has_consent=has_consent)
        self._offer()
        if self._is_new:
            self._is_new = False
            self._give_keyboard(self.footer.primary)

    def _give_keyboard(self, button: QPushButton) -> None:
        if self.isVisible():  # else it would be taken from another page
            button.setFocus()

    def _offer(self) -> None:
        """Say what can be done now, and let it be done."""
        ready = self._table is not None and not (
            self.work.reading.is_running or self.work.taking.is_running
        )
        count = len(self.work.tally.requests) if ready else 0
        self.footer.primary.setText(
            tr_count("Import {count} lead", "Import {count} leads", count).format(count=count)
            if ready
            else tr("Import")
        )
        self.footer.primary.setEnabled(count > 0)
        self.preview.choices.setEnabled(not self.work.taking.is_running)
        self.cancel.setText(tr("Stop") if self.work.taking.is_running else tr("Cancel"))
        lost = ready and not self._columns.reach_customers
        hint = tr("Choose above which column holds the telephone number or the e-mail address.")
        self.footer.say(hint if lost else "", State.WARM if lost else None)
        if self._table is not None:
            rows = len(self._table.rows) - self._columns.heading - 1
            said = tr_count("{count} row", "{count} rows", rows).format(count=rows)
            self.file.setText(f"{harmless(self._table.name)} · {said}")

    @Slot()
    def _import(self) -> None:
        if self._table is not None and self.footer.primary.isEnabled():
            self.work.take(self._table)
            self._offer()
            self.cancel.setFocus()

    @Slot()
    def _leave(self) -> None:
        if self.work.taking.is_running:
            self.work.break_off()
            return
        self._forget()
        self.left.emit("")

    @Slot()
    def _ended(self) -> None:
        done, count = len(self.work.taken), len(self.work.tally.requests)
        new, not_to_call = self.work.count_new()
        said = [
            tr("{new} new for the BDC, {known} known already.").format(new=new, known=done - new)
        ]
        if not_to_call:
            may_not = tr("{count} may not be called: no proof of consent.")
            said.append(may_not.format(count=not_to_call))
        if done < count:
            said.insert(0, tr("Stopped after {done} of {count}.").format(done=done, count=count))
        self._table = None
        self.left.emit(" ".join(said))

    @Slot()
    def _choose_another(self) -> None:
        if path := self._pick(self):
            self.open(Path(path))

    def _connect(self) -> None:
        self.loader.done.connect(self._show)
        self.loader.failed.connect(self._refuse)
        self.preview.changed.connect(self._change)
        self.work.went_on.connect(self._tell)
        self.work.understood.connect(self._understood)
        self.work.ended.connect(self._ended)
        self.another.clicked.connect(self._choose_another)
        self.footer.primary.clicked.connect(self._import)
        self.cancel.clicked.connect(self._leave)
        for key, slot in (*((key, self._import) for key in SAVE_KEYS), ("Escape", self._leave)):
            shortcut = QShortcut(QKeySequence(key), self, slot)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _lay_out(self) -> None:
        self.refused.add(self.another)
        what_is_left = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        what_is_left.setHorizontalStretch(1)
        self.file.setSizePolicy(what_is_left)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(tr("Progress"))
        both = QVBoxLayout(self.both)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(SPACE.two)
        both.addWidget(self.preview, 3)
        both.addWidget(self.outcome, 2)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(SPACE.three, 0, SPACE.three, SPACE.one)
        column.setSpacing(SPACE.one)
        column.addWidget(self.pages, 1)
        column.addWidget(self.progress)
        title, beside = tr("Import a list"), (self.file,)
        fill_page(self, title, body, beside=beside, below=self.footer, widest=UNBOUNDED)
