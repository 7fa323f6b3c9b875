"""What a lead lacks to be followable, and the place to write down what was learnt since."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from assistant.core.facts import LeadId
from assistant.desk import LeadFile
from assistant.ui.around import Around
from assistant.ui.look.flow import FlowLayout
from assistant.ui.look.focus import tab_after
from assistant.ui.look.icons import icon
from assistant.ui.look.plain import PlainLabel
from assistant.ui.look.roles import Text, Variant, set_variant
from assistant.ui.look.tokens import SPACE
from assistant.ui.sentences import missing_to_follow
from assistant.words.catalogue import tr

if TYPE_CHECKING:
    from assistant.ui.action.contact_rows import ContactRows


class Followable(QWidget):
    """Says in a line what is missing; a press opens the number and the address.

    Signals:
        noted: Something was written down (a sentence, the facts it wrote).
    """

    noted = Signal(str, object)

    def __init__(self, around: Around) -> None:
        super().__init__()
        self._around = around
        self._lead_id: LeadId | None = None
        self._is_open = False
        self.missing = PlainLabel(role=Text.SMALL)
        self.open_button = QPushButton(icon("edit"), tr("Number and e-mail"))
        self._rows = QVBoxLayout()
        self.save = QPushButton(tr("Note it"))
        self.cancel = QPushButton(tr("Cancel"))
        for button in (self.open_button, self.cancel):
            set_variant(button, Variant.QUIET)
        self.open_button.clicked.connect(self._open)
        self.save.clicked.connect(self._save)
        self.cancel.clicked.connect(self._close)
        self._buttons = QWidget()
        buttons = FlowLayout(self._buttons, SPACE.one)
        for button in (self.save, self.cancel):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.one)
        column.addWidget(self.missing)
        column.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._rows)
        column.addWidget(self._buttons)
        self._close()

    @cached_property
    def rows(self) -> "ContactRows":
        """The number and the address, made when they are first opened."""
        from assistant.ui.action.contact_rows import ContactRows  # noqa: PLC0415

        rows = ContactRows(self._around, stacked=True)
        self._rows.addWidget(rows)
        tab_after(self.open_button, rows)
        return rows

    @property
    def is_begun(self) -> bool:
        """Say whether something stands there that is not written down."""
        return self._is_open and self.rows.is_changed

    def show_lead(self, lead: LeadFile) -> None:
        """Show another lead, or the same one changed; what was begun for it stays."""
        self.setVisible(lead.course.forgotten_at is None)  # of him nothing is to be learnt
        self.missing.setText(missing_to_follow(lead.course))
        self.missing.setVisible(bool(self.missing.text()))
        if lead.lead_id != self._lead_id:
            self._lead_id = lead.lead_id
            self._close()
        elif self._is_open and not self.rows.is_changed:
            self.rows.start(lead.course)

    @Slot()
    def _open(self) -> None:
        lead_id, qt_desk = self._lead_id, self._around.qt_desk
        lead = None if lead_id is None else qt_desk.do(lambda: qt_desk.desk.lead(lead_id))
        if lead is None:
            return
        self.rows.start(lead.course)
        self.rows.show()
        self._show(opened=True)
        field = self.rows.number.field
        (field if field.isVisible() else self.rows.number.marks.asked).setFocus()

    @Slot()
    def _close(self) -> None:
        if self._is_open:
            self.rows.hide()
        self._show(opened=False)

    def _show(self, *, opened: bool) -> None:
        self._is_open = opened
        self.open_button.setVisible(not opened)
        self._buttons.setVisible(opened)

    @Slot()
    def _save(self) -> None:
        lead_id, qt_desk = self._lead_id, self._around.qt_desk
        if lead_id is None or not self.rows.can_be_used():
            return
        learnt = self.rows.learnt()
        if not self.rows.is_changed:
            self._close()
            return
        fact = qt_desk.step(lambda: qt_desk.desk.learn(lead_id, **learnt))
        if fact is not None:
            self._close()
            self.noted.emit(tr("Noted"), [fact])
