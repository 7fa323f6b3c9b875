"""Handed over: the leads that the BDC has, longest first."""

from pathlib import Path

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from assistant.ui.around import Around
from assistant.ui.form.frame import UNBOUNDED, fill_page
from assistant.ui.lists.handed_over_model import Column, HandedOverModel
from assistant.ui.look.banner import Banner
from assistant.ui.look.dress import dress_rows
from assistant.ui.look.empty import EmptyState
from assistant.ui.look.icons import icon
from assistant.ui.look.pill import Badge
from assistant.ui.look.roles import State, Surface, set_surface
from assistant.ui.look.tokens import SPACE
from assistant.ui.pages import Pages
from assistant.ui.passive.pick import PickList, pick_list
from assistant.words.catalogue import tr, tr_count

_WIDE = (Column.WHO, Column.LAST)
_ROWS_MEASURED = 50

_MOST_SHOWN = 1_000  # the longest waiting; a list of more is for the command line


class HandedOver(QWidget):
    """Shows who waits for the BDC; a lead opens by a double click or Enter.

    Signals:
        lead_wanted: A lead (``LeadId``) is to be shown.
        list_chosen: A list of passive leads (``Path``) is to be imported.
    """

    lead_wanted = Signal(object)
    list_chosen = Signal(object)

    def __init__(self, around: Around, pick: PickList = pick_list) -> None:
        """Set up.

        Args:
            around: The surroundings.
            pick: Lets the user choose a list.
        """
        super().__init__()
        self._around = around
        self._pick = pick
        self.done = Banner("", State.DONE)
        self.import_list = QPushButton(icon("plus"), tr("Import a list …"))
        self.model = HandedOverModel(around, self)
        self.table = QTableView()
        self.badge = Badge()
        self.empty = EmptyState(
            "handover",
            tr("Nobody waits for the BDC."),
            tr("Who is not reached after five tries, or lost, comes to stand here."),
        )
        self.frame = QFrame()
        self.pages = Pages(self.frame, self.empty)
        self._lay_out()
        around.qt_desk.changed.connect(self.read)
        self.table.activated.connect(self._want)
        self.import_list.clicked.connect(self._choose_list)

    def say(self, sentence: str) -> None:
        """Show what came of a list, until another page."""
        self.done.show_text(sentence, State.DONE)
        self.done.setVisible(bool(sentence))

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

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Forget what was said."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.done.hide()

    def _read(self) -> None:
        chosen = self.table.currentIndex()
        lead_id = self.model.lead_id(chosen.row()) if chosen.isValid() else None
        desk = self._around.qt_desk.desk
        leads = self._around.qt_desk.do(lambda: desk.handed_over(_MOST_SHOWN))
        if leads is None:
            return
        self.model.show_rows(leads)
        row = self.model.row_of(lead_id)
        if row >= 0 and row != self.table.currentIndex().row():
            self.table.selectRow(row)
        count = len(leads)
        said = tr_count("{count} lead", "{count} leads", count).format(count=count)
        self.badge.show_count(count, said)
        self.pages.show_page(self.frame if leads else self.empty)

    @Slot(QModelIndex)
    def _want(self, index: QModelIndex) -> None:
        if index.isValid():
            self.lead_wanted.emit(self.model.lead_id(index.row()))

    @Slot()
    def _choose_list(self) -> None:
        if path := self._pick(self):
            self.list_chosen.emit(Path(path))

    def _lay_out(self) -> None:
        table = self.table
        dress_rows(table)
        table.setModel(self.model)
        table.setAccessibleName(tr("Handed over"))
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setWordWrap(False)
        header = table.horizontalHeader()
        header.setResizeContentsPrecision(_ROWS_MEASURED)
        for column in Column:
            wide = column in _WIDE
            fit, stretch = QHeaderView.ResizeMode.ResizeToContents, QHeaderView.ResizeMode.Stretch
            header.setSectionResizeMode(column, stretch if wide else fit)
        set_surface(self.frame, Surface.CARD)
        inner = QVBoxLayout(self.frame)
        inner.setContentsMargins(SPACE.one, SPACE.one, SPACE.one, SPACE.one)
        inner.addWidget(table)
        body = QWidget()
        column_of = QVBoxLayout(body)
        column_of.setContentsMargins(SPACE.three, 0, SPACE.three, SPACE.three)
        column_of.setSpacing(SPACE.two)
        column_of.addWidget(self.done)
        column_of.addWidget(self.pages, 1)
        self.done.hide()
        beside = (self.badge, None, self.import_list)
        fill_page(self, tr("Handed over"), body, beside=beside, widest=UNBOUNDED)
        self.pages.show_page(self.empty)
