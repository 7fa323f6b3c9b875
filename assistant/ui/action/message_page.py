"""A message that goes out: its text in view, one press to send it, or skip."""

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from assistant.core.facts import Outcome
from assistant.core.request import Channel
from assistant.outreach.texts import Text as Message
from assistant.ui.look.banner import Banner
from assistant.ui.look.icons import Tint, icon
from assistant.ui.look.plain import PlainLabel
from assistant.ui.look.roles import Text, Variant, set_variant
from assistant.ui.look.tokens import SPACE
from assistant.words.catalogue import tr
from assistant.words.vocabulary import word

_LINES = 7
_LEAST_LINES = 3  # on a screen too low for all of the card


class MessagePage(QWidget):
    """Shows one message and sends it through another program.

    Signals:
        sent: The message goes out as it stands (``Channel``, ``Message``).
        failed: It cannot arrive (``Channel``, ``Outcome``).
        skipped: It is left out this time (``Channel``).
        other: Another channel (``Channel``) is wanted.
        typed: The text was changed by hand (``Message``).
    """

    sent = Signal(object, object)
    failed = Signal(object, object)
    skipped = Signal(object)
    other = Signal(object)
    typed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._channel = Channel.MAIL
        self.heading = PlainLabel(role=Text.HEADING)
        self.to = PlainLabel(role=Text.MUTED, one_line=True)
        self.enclosed = PlainLabel(role=Text.SMALL)
        self.lacks = Banner()
        self.lacks.hide()
        self.subject = QLineEdit()
        self.subject.setAccessibleName(tr("Subject"))
        self.body = QPlainTextEdit()
        self.body.setAccessibleName(tr("Message"))
        self.body.setTabChangesFocus(True)
        line = self.fontMetrics().lineSpacing()
        self.body.setMinimumHeight(line * _LEAST_LINES + SPACE.two)
        self.body.setMaximumHeight(line * _LINES + SPACE.two)
        self.send = QPushButton()
        self.send.clicked.connect(self._send)
        set_variant(self.send, Variant.PRIMARY)
        self.copy_button = self._button("copy", tr("Copy text"), self._copy)
        self.not_there = self._button("cross", "", self._fail)
        self.skip = QPushButton(icon("skip"), tr("Skip"))
        self.skip.clicked.connect(self._skip)
        self.switch = QPushButton()
        self.switch.clicked.connect(self._switch)
        self._lay_out()
        self.body.textChanged.connect(self._type)
        self.subject.textEdited.connect(self._type)

    def show_message(
        self, channel: Channel, to: str, message: Message, *, others: tuple[Channel, ...] = ()
    ) -> None:
        """Offer a message.

        Args:
            channel: Mail or WhatsApp.
            to: The address or number that it goes to, for a person to read.
            message: The text, which may still be changed.
            others: Other channels that it could go by.
        """
        by_mail = channel is Channel.MAIL
        self._channel, self._others = channel, others
        self.to.setText(to)
        self.subject.setText(message.subject)
        self.subject.setCursorPosition(0)  # its beginning is what tells
        self.subject.setVisible(by_mail)
        self._show_body(message.body)
        self.send.setText(word(channel))
        self.send.setIcon(icon("mail" if by_mail else "chat", Tint.ON_ACCENT))
        self.not_there.setText(tr("Bounced") if by_mail else tr("Not on WhatsApp"))
        self.switch.setVisible(bool(others))
        if others:
            self.switch.setText(word(others[0]))
            self.switch.setIcon(icon("mail" if others[0] is Channel.MAIL else "chat"))

    def bring_back(self, typed: Message) -> None:
        """Show what was typed before in place of the ready text."""
        self.subject.setText(typed.subject)
        self._show_body(typed.body)
        self.body.document().setModified(True)

    @property
    def is_changed(self) -> bool:
        """Say whether the text was changed by hand."""
        return self.body.document().isModified() or self.subject.isModified()

    def show_enclosed(self, said: str) -> None:
        """Say what goes with the text."""
        self.enclosed.setText(said)
        self.enclosed.setVisible(bool(said))

    def show_heading(self, heading: str, *, can_skip: bool) -> None:
        """Say what the message is for, and whether it may be left out."""
        self.heading.setText(heading)
        self.skip.setText(tr("Skip") if can_skip else tr("Back"))
        self.skip.setIcon(icon("skip" if can_skip else "chevron-left"))

    def show_lacks(self, sentence: str) -> None:
        """Say quietly what the text speaks of and is not known; nothing when all is."""
        self.lacks.show_text(sentence, None)
        self.lacks.setVisible(bool(sentence))

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE.one)
        buttons.addWidget(self.send, 2)
        buttons.addWidget(self.switch, 1)
        buttons.addWidget(self.skip, 1)
        quiet = QHBoxLayout()
        quiet.setSpacing(SPACE.half)
        quiet.addWidget(self.copy_button)
        quiet.addWidget(self.not_there)
        quiet.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.one)
        for widget in (self.heading, self.to, self.lacks, self.subject, self.body, self.enclosed):
            column.addWidget(widget)
        column.addLayout(buttons)
        column.addLayout(quiet)

    def _button(self, icon_name: str, text: str, slot: object) -> QPushButton:
        button = QPushButton(text)
        if icon_name:
            button.setIcon(icon(icon_name))
        button.clicked.connect(slot)
        set_variant(button, Variant.QUIET)
        return button

    def _show_body(self, text: str) -> None:
        with QSignalBlocker(self.body):  # what the program writes was not typed
            self.body.setPlainText(text)

    def _message(self) -> Message:
        return Message(self.subject.text(), self.body.toPlainText())

    @Slot()
    def _type(self) -> None:
        if self.is_changed:
            self.typed.emit(self._message())

    @Slot()
    def _send(self) -> None:
        self.sent.emit(self._channel, self._message())

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.body.toPlainText())

    @Slot()
    def _fail(self) -> None:
        by_mail = self._channel is Channel.MAIL
        outcome = Outcome.BOUNCED if by_mail else Outcome.NOT_ON_WHATSAPP
        self.failed.emit(self._channel, outcome)

    @Slot()
    def _skip(self) -> None:
        self.skipped.emit(self._channel)

    @Slot()
    def _switch(self) -> None:
        self.other.emit(self._others[0])
