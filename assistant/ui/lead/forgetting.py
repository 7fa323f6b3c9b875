"""Forgetting a customer from the lead's page: asked once, in words, and done on a thread."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from assistant.core.errors import CouldNotError
from assistant.core.facts import LeadId
from assistant.folders import DataFolder
from assistant.names import in_text
from assistant.privacy.forgetting import Forgotten, forget_lead_in, told_appointments
from assistant.ui.around import Around
from assistant.ui.errand import Errand
from assistant.ui.look.plain import PlainLabel
from assistant.ui.look.roles import Text, Variant, set_variant
from assistant.ui.look.tokens import SPACE
from assistant.words.catalogue import explain, tr, tr_count
from assistant.words.times import moment_in_words

_WIDTH = 520


class Forgetting(QObject):
    """Asks whether a customer is to be forgotten, and forgets him.

    Signals:
        told: What came of it (a sentence), and whether a person must look at something.
    """

    told = Signal(str, bool)

    def __init__(self, around: Around, folder: DataFolder, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self._folder = folder
        self.errand = Errand("forget", self)
        self.errand.done.connect(self._tell)
        self.errand.failed.connect(lambda error: self.told.emit(explain(error), True))

    def ask(self, lead_id: LeadId, name: str, window: QWidget) -> None:
        """Ask about the customer of a lead, who is called so."""
        desk = self._around.qt_desk.desk
        customer = self._around.qt_desk.do(lambda: desk.privacy.customer_of(lead_id))
        if customer is None:
            return
        now, zone = self._around.now(), self._around.zone
        expected = [
            moment_in_words(moment, now, zone) for moment in told_appointments(desk, customer, now)
        ]
        question = Question(name, len(customer.leads), window, expected=expected)
        question.accepted.connect(lambda: self._forget(lead_id))
        question.open()

    def stop(self) -> None:
        """Wait for what was begun: half of it counts for nothing."""
        self.errand.wait()

    def _forget(self, lead_id: LeadId) -> None:
        folder, clock = self._folder, self._around.qt_desk.clock
        self.errand.start(
            lambda: forget_lead_in(folder, clock, lead_id),
            CouldNotError("The customer could not be forgotten; the log says why."),
        )

    @Slot(object)
    def _tell(self, done: Forgotten) -> None:
        said = tr_count(
            "The customer of {count} lead is forgotten. What was done still counts.",
            "The customer of {count} leads is forgotten. What was done still counts.",
            done.leads,
        ).format(count=done.leads)
        more = [*map(_look_at, done.left), *_remains(done)]
        self.told.emit("\n".join([said, *more]), bool(more))


class Question(QDialog):
    """Names what goes and what stays. Whoever presses Enter without reading changes nothing."""

    def __init__(
        self, name: str, leads: int, parent: QWidget, *, expected: Sequence[str] = ()
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Forget this customer"))
        self.setFixedWidth(_WIDTH)
        self.cancel = QPushButton(tr("Cancel"))
        self.cancel.setDefault(True)
        self.cancel.clicked.connect(self.reject)
        self.forget = QPushButton(tr("Forget for good"))
        self.forget.setAutoDefault(False)
        self.forget.clicked.connect(self.accept)
        set_variant(self.forget, Variant.DANGER)
        count = tr_count("{count} lead", "{count} leads", leads).format(count=leads)
        goes = tr(
            "What goes, from {leads}: name, numbers, addresses, cars, questions, notes and "
            "answers, all messages, drafts and files with the number or address, and older "
            "copies of the database."
        ).format(leads=count)
        stays = tr(
            "What stays: when something was done, by which channel and how it ended, so that "
            "the figures stay right."
        )
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE.one)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.forget)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.three, SPACE.three, SPACE.three, SPACE.two)
        column.setSpacing(SPACE.two)
        column.addWidget(PlainLabel(tr("Forget {name}?").format(name=name), Text.HEADING))
        still = tr("His appointment of {moment} stays in his own calendar: cancel it first.")
        comes = [still.format(moment=moment) for moment in expected]
        for text in (goes, stays, *comes, tr("This cannot be undone.")):
            column.addWidget(PlainLabel(text))
        column.addLayout(buttons)
        self.cancel.setFocus()


def _look_at(path: Path) -> str:
    return tr("Look at {path}: the customer still stands in it.").format(path=in_text(path))


def _remains(done: Forgotten) -> list[str]:
    if done.is_clean:
        return []
    return [tr("Remains in the database go as soon as no other program uses it.")]
