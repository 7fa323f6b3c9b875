"""A text with its fields, as the dealer writes it."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from assistant.outreach.texts import Text
from assistant.ui.form.pieces import card, labelled
from assistant.ui.look.icons import icon
from assistant.ui.look.roles import Variant, set_invalid, set_variant
from assistant.ui.look.tokens import SPACE
from assistant.words.catalogue import tr

_LINES = 11


class TextEditor(QWidget):
    """Asks for a subject and a text.

    Signals:
        edited: Something was typed or put in.
    """

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.subject = QLineEdit()
        self.subject.setAccessibleName(tr("Subject"))
        self.body = QPlainTextEdit()
        self.body.setAccessibleName(tr("Text"))
        self.body.setTabChangesFocus(True)
        self.body.setFixedHeight(self.fontMetrics().lineSpacing() * _LINES + SPACE.two)
        self.original = QPushButton(icon("history"), tr("Back to the original"))
        set_variant(self.original, Variant.QUIET)
        self._with_subject = QWidget()
        self._in_subject = False
        self._lay_out()
        self.subject.textEdited.connect(self.edited)
        self.body.textChanged.connect(self._type)
        for field in (self.subject, self.body):
            field.setAcceptDrops(False)  # a file dropped here is a lead, as everywhere
            field.installEventFilter(self)

    def show_form(self, form: Text, *, with_subject: bool) -> None:
        """Show a text in place of what stands there; what is the same stays as it was typed."""
        self.body.blockSignals(True)
        if form != self.form():
            self.subject.setText(form.subject)
            self.body.setPlainText(form.body)
        self.body.blockSignals(False)
        self._with_subject.setVisible(with_subject)
        self._in_subject = self._in_subject and with_subject
        self.insist(None)

    def form(self) -> Text:
        """Return what stands there, without the blanks around it."""
        return Text(self.subject.text().strip(), self.body.toPlainText().strip())

    def insist(self, wrong: str | None) -> None:
        """Mark where a text cannot be used.

        Args:
            wrong: What is wrong in it; empty when it says nothing, ``None`` when it is fine.
        """
        form = self.form()
        parts = ((self.subject, form.subject), (self.body, form.body))
        for field, said in parts:
            set_invalid(field, wrong is not None and (wrong in said if wrong else not said))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Remember where one types, for who then walks to a field by key."""
        if event.type() is QEvent.Type.FocusIn:
            self._in_subject = watched is self.subject
        return super().eventFilter(watched, event)

    @Slot(str)
    def put_in(self, written: str) -> None:
        """Put a field where one typed last."""
        if self._in_subject and self.subject.isVisible():
            self.subject.insert(written)
            self.edited.emit()
        else:
            self.body.insertPlainText(written)

    def _lay_out(self) -> None:
        frame, column = card()
        column.setSpacing(SPACE.one + SPACE.half)
        within = QVBoxLayout(self._with_subject)
        within.setContentsMargins(0, 0, 0, 0)
        within.addLayout(labelled(tr("Subject"), self.subject))
        column.addWidget(self._with_subject)
        column.addLayout(labelled(tr("Text"), self.body))
        column.addWidget(self.original, 0, Qt.AlignmentFlag.AlignRight)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    @Slot()
    def _type(self) -> None:
        self.edited.emit()
