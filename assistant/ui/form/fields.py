"""The fields about the customer, in the order of a conversation."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from assistant.core.contact import is_too_short
from assistant.ui.around import Around
from assistant.ui.form.contact_field import ContactField
from assistant.ui.form.draft import address, numbers, written
from assistant.ui.form.known import KnownCustomer
from assistant.ui.form.pieces import card, labelled
from assistant.ui.look.tokens import SPACE
from assistant.words.catalogue import tr

_LINES = 3


class CustomerFields(QWidget):
    """Asks who he is, what he wants and how to reach him.

    Signals:
        edited: Anything in them changed.
    """

    edited = Signal()

    def __init__(self, around: Around) -> None:
        super().__init__()
        region = around.settings.dealer.country
        self.number = ContactField(
            tr("Number"),
            (tr("Number asked"), tr("Number read back")),
            lambda text: (
                tr("Too short for a number")
                if is_too_short(text, region)
                else tr("Not a number yet")
            ),
            lambda text: tuple(phone.number for phone in numbers(text, region)),
            lambda text: written(text, region),
        )
        self.email = ContactField(
            tr("E-mail"),
            (tr("E-mail asked"), tr("E-mail read back")),
            lambda _: tr("Not an address yet"),
            lambda text: tuple(filter(None, [address(text)])),
        )
        self.name = _line(tr("Name"))
        self.question = QPlainTextEdit()
        self.car = _line(tr("Car"))
        self.known = KnownCustomer(around)
        self._lay_out()
        self.number.field.setInputMethodHints(Qt.InputMethodHint.ImhDialableCharactersOnly)
        for field in (self.number, self.email):
            field.edited.connect(self.edited)
        for line in (self.name, self.car):
            line.textEdited.connect(self.edited)
        self.question.textChanged.connect(self.edited)

    def controls(self) -> list[QWidget]:
        """Return what the keyboard visits, in order."""
        return [
            self.number.field,
            self.number.asked,
            self.number.read_back,
            self.name,
            self.question,
            self.car,
            self.email.field,
            self.email.asked,
            self.email.read_back,
        ]

    def _lay_out(self) -> None:
        self.question.setAccessibleName(tr("What he asked"))
        self.question.setTabChangesFocus(True)
        self.question.setFixedHeight(self.fontMetrics().lineSpacing() * _LINES + SPACE.two)
        frame, column = card()
        column.setSpacing(SPACE.one + SPACE.half)
        column.addWidget(self.number)
        column.addWidget(self.known)
        column.addLayout(labelled(tr("Name"), self.name))
        column.addLayout(labelled(tr("What he asked"), self.question))
        column.addLayout(labelled(tr("Car"), self.car))
        column.addWidget(self.email)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)


def _line(name: str) -> QLineEdit:
    field = QLineEdit()
    field.setAccessibleName(name)
    return field
