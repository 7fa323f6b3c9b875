"""Unreadable: what came in and became no lead. A person looks, and makes one of it."""

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from assistant.names import harmless
from assistant.ui.around import Around
from assistant.ui.form.frame import UNBOUNDED, fill_page
from assistant.ui.form.problems import Problems
from assistant.ui.lists.numbers import first_number
from assistant.ui.lists.raw_text import RawText
from assistant.ui.lists.unreadable_delegate import UnreadableDelegate
from assistant.ui.lists.unreadable_model import Row, UnreadableModel
from assistant.ui.look.dress import dress_rows
from assistant.ui.look.empty import EmptyState
from assistant.ui.look.flow import FlowLayout
from assistant.ui.look.icons import Tint, icon
from assistant.ui.look.pill import Badge
from assistant.ui.look.plain import PlainLabel
from assistant.ui.look.roles import Surface, Text, Variant, set_surface, set_variant
from assistant.ui.look.tokens import SPACE
from assistant.ui.look.undo_bar import UndoBar
from assistant.ui.pages import Pages
from assistant.words.catalogue import tr, tr_count

_LIST_WIDTH = 336


class UnreadablePage(QWidget):
    """Shows the messages left and the text of one right.

    Signals:
        form_wanted: The log form is to open beside this message (``StoredMessage``), with
            this number (``str``, may be empty).
    """

    form_wanted = Signal(object, str)

    def __init__(self, around: Around) -> None:
        super().__init__()
        self._around = around
        self._shown = ""
        self.model = UnreadableModel(around, self)
        self.list = QListView()
        self.badge = Badge()
        self.problems = Problems()
        self.name = PlainLabel(role=Text.HEADING)
        self.reason = PlainLabel(role=Text.MUTED)
        self.raw = RawText()
        self.make_lead = QPushButton(icon("plus", Tint.ON_ACCENT), tr("Make a lead of it"))
        self.no_lead = QPushButton(icon("close"), tr("No lead"))
        self.again = QPushButton(icon("refresh"), tr("Read again"))
        self.copy_button = QPushButton(icon("copy"), tr("Copy text"))
        self.undo = UndoBar(tr("Undo"))
        self.said = PlainLabel(role=Text.MUTED)
        self._set_aside = ""
        self.empty = EmptyState(
            "unreadable",
            tr("Everything that came in was understood."),
            tr("A message that becomes no lead waits here for you."),
        )
        self.both = QSplitter()
        self.frame = QFrame()
        self.pages = Pages(self.frame, self.empty)
        self._lay_out()
        self._connect()

    def show_problems(self, problems: list[str]) -> None:
        """Show what keeps the watched folder from being read, one sentence each."""
        self.problems.show_sentences(problems)

    @Slot()
    def read(self) -> None:
        """Show what is stored now, if anybody looks."""
        if self.isVisible():
            self._read()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Read what happened while nobody looked."""
        super().showEvent(event)
        self._read()

    def _read(self) -> None:
        messages = self._around.qt_desk.do(self._around.qt_desk.desk.messages.unreadable)
        if messages is None:
            return
        rows = [Row(one.id, harmless(one.name), one.arrived_at, one.reason) for one in messages]
        if self.model.show_rows(rows):
            self._choose(max(self.model.number_of(self._shown), 0))
        count = len(rows)
        said = tr_count("{count} message", "{count} messages", count).format(count=count)
        self.badge.show_count(count, said)
        self.pages.show_page(self.frame if rows else self.empty)

    def _choose(self, number: int) -> None:
        if number < self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(number))

    @Slot(QModelIndex)
    def _show(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        row = self.model.row(index.row())
        if row.message_id == self._shown:
            return
        qt_desk = self._around.qt_desk
        message = qt_desk.do(lambda: qt_desk.desk.messages.one(row.message_id))
        self._shown = row.message_id
        self.said.hide()
        self.name.setText(row.name)
        self.reason.setText(tr(row.reason))
        self.raw.show_bytes(b"" if message is None else message.content)

    @Slot()
    def _want_form(self) -> None:
        dealer = self._around.settings.dealer
        own = frozenset(dealer.own_numbers)
        qt_desk, shown = self._around.qt_desk, self._shown
        message = qt_desk.do(lambda: qt_desk.desk.messages.one(shown))
        if message is not None:
            self.form_wanted.emit(message, first_number(self.raw.text, dealer.country, own))

    @Slot()
    def _mark_no_lead(self) -> None:
        qt_desk, shown, name = self._around.qt_desk, self._shown, self.name.text()
        qt_desk.step(lambda: qt_desk.desk.messages.set_aside(shown))
        self._set_aside = shown
        self.undo.show_message(tr("{name}: no lead").format(name=name))

    @Slot()
    def _put_back(self) -> None:
        qt_desk, put_back = self._around.qt_desk, self._set_aside
        self._shown = ""
        qt_desk.step(lambda: qt_desk.desk.messages.put_back(put_back))

    @Slot()
    def _read_again(self) -> None:
        taken = self._around.qt_desk.read_again(self._shown)
        self.said.setText("" if taken else tr("It still cannot be read."))
        self.said.setVisible(not taken)

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.raw.text)

    def _connect(self) -> None:
        self._around.qt_desk.changed.connect(self.read)
        self.list.selectionModel().currentChanged.connect(self._show)
        self.make_lead.clicked.connect(self._want_form)
        self.copy_button.clicked.connect(self._copy)
        self.no_lead.clicked.connect(self._mark_no_lead)
        self.again.clicked.connect(self._read_again)
        self.undo.undone.connect(self._put_back)

    def _lay_out(self) -> None:
        dress_rows(self.list)
        self.list.setModel(self.model)
        self.list.setItemDelegate(UnreadableDelegate(self.model, self.list))
        self.list.setAccessibleName(tr("Unreadable messages"))
        self.list.setMouseTracking(True)
        self.both.setChildrenCollapsible(False)
        self.both.addWidget(_padded(self.list, SPACE.half))
        self.both.addWidget(self._message())
        self.both.setStretchFactor(1, 1)
        self.both.setSizes([_LIST_WIDTH, 2 * _LIST_WIDTH])
        set_surface(self.frame, Surface.CARD)
        inner = QVBoxLayout(self.frame)
        inner.setContentsMargins(1, 1, 1, 1)
        inner.addWidget(self.both)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(SPACE.three, 0, SPACE.three, SPACE.three)
        column.setSpacing(SPACE.one)
        column.addWidget(self.pages, 1)
        column.addWidget(self.undo)
        beside, above = (self.badge, None), self.problems
        fill_page(self, tr("Unreadable"), body, beside=beside, above=above, widest=UNBOUNDED)
        self.pages.show_page(self.empty)

    def _message(self) -> QWidget:
        set_variant(self.make_lead, Variant.PRIMARY)
        for quiet in (self.again, self.copy_button):
            set_variant(quiet, Variant.QUIET)
        buttons = FlowLayout(None, SPACE.one)
        buttons.addWidget(self.make_lead)
        for button in (self.no_lead, self.again, self.copy_button):
            buttons.addWidget(button)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.one)
        column.addWidget(self.name)
        column.addWidget(self.reason)
        column.addWidget(self.raw, 1)
        column.addWidget(self.said)
        column.addLayout(buttons)
        self.said.hide()
        return _padded(inner, SPACE.two)


def _padded(content: QWidget, margin: int) -> QWidget:
    padded = QWidget()
    column = QVBoxLayout(padded)
    column.setContentsMargins(margin, margin, margin, margin)
    column.addWidget(content)
    return padded
