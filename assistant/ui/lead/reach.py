"""How to reach a customer: each number and address with its mark, and his car and question."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from assistant.core.followable import Contact, contact_of
from assistant.core.privacy import call_note
from assistant.core.request import Request
from assistant.desk import LeadFile
from assistant.ui.around import Around
from assistant.ui.lead.followable import Followable
from assistant.ui.look.plain import PlainLabel
from assistant.ui.look.symbol import Symbol
from assistant.ui.look.tokens import SPACE
from assistant.ui.sentences import call_note_in_words, wish
from assistant.words.catalogue import tr
from assistant.words.times import moment_in_words

_ROWS = ("call", "mail", "chat", "car", "missed-call", "later", "calendar")


class Reach(QWidget):
    """Shows, row by row, what is known of a customer; a row with nothing in it is not there."""

    def __init__(self, around: Around) -> None:
        super().__init__()
        self._around = around
        self.question = PlainLabel()
        self.question.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.followable = Followable(around)
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE.one)
        grid.setVerticalSpacing(SPACE.one)
        grid.setColumnStretch(1, 1)
        self._rows: dict[str, tuple[Symbol, PlainLabel]] = {}
        for number, name in enumerate(_ROWS):
            symbol, label = Symbol(name), PlainLabel()
            grid.addWidget(symbol, number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label, number, 1)
            self._rows[name] = (symbol, label)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.two)
        column.addWidget(self.question)
        column.addLayout(grid)
        column.addWidget(self.followable)
        column.addStretch(1)

    def show_lead(self, lead: LeadFile) -> None:
        """Show another lead, or the same one changed."""
        asked = lead.course.request
        if asked is None:
            return
        self.followable.show_lead(lead)
        self.question.setText(asked.question)
        self.question.setVisible(bool(asked.question))
        said = {
            "call": self._numbers(lead, asked),
            "mail": self._addresses(lead, asked),
            "chat": wish(asked.wants),
            "car": "\n".join(filter(None, (_car(asked), _own_car(asked)))),
            "missed-call": call_note_in_words(call_note(lead.course)),
            "later": self._wish(lead),
            "calendar": self._appointment(lead),
        }
        for name, (symbol, label) in self._rows.items():
            label.setText(said[name])
            symbol.setVisible(bool(said[name]))
            label.setVisible(bool(said[name]))

    def _numbers(self, lead: LeadFile, asked: Request) -> str:
        return "\n".join(
            _with_marks(
                self._around.national(phone.number),
                contact_of(lead.course, phone.key),
                bad=phone.key in lead.course.bad,
            )
            for phone in asked.phones
        )

    def _addresses(self, lead: LeadFile, asked: Request) -> str:
        return "\n".join(
            _with_marks(
                email,
                contact_of(lead.course, email),
                bad=email in lead.course.bad,
            )
            for email in asked.emails
        )

    def _wish(self, lead: LeadFile) -> str:
        if lead.course.wish is None:
            return ""
        when = moment_in_words(lead.course.wish, self._around.now(), self._around.zone)
        return tr("Wants to be called: {time}").format(time=when)

    def _appointment(self, lead: LeadFile) -> str:
        standing = lead.course.appointment
        if standing is None:
            return ""
        when = moment_in_words(standing.starts_at, self._around.now(), self._around.zone)
        if standing.confirmed_at is None:
            return tr("Appointment {time}, not confirmed yet").format(time=when)
        return tr("Appointment {time}, confirmed").format(time=when)


def _with_marks(text: str, contact: Contact, *, bad: bool) -> str:
    said = {
        Contact.HELD: "",
        Contact.ASKED: tr("asked"),
        Contact.READ_BACK: tr("asked and read back"),
    }[contact]
    return " · ".join(filter(None, (text, tr("does not work") if bad else said)))


def _car(asked: Request) -> str:
    return " · ".join(filter(None, (asked.vehicle, asked.price, asked.plate)))


def _own_car(asked: Request) -> str:
    return tr("Own car: {car}").format(car=asked.own_vehicle) if asked.own_vehicle else ""
