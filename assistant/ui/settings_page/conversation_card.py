"""What is said to customers: the questions asked back, and the way to the texts."""

from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from assistant.settings import Settings
from assistant.ui.form.pieces import card, hint_label, labelled, with_hint
from assistant.ui.look.icons import icon
from assistant.ui.look.tokens import SPACE
from assistant.ui.sentences import usual_questions
from assistant.words.catalogue import tr

_LINES = 4


class ConversationCard(QWidget):
    """Asks what is asked back, one question a line; none means the usual ones.

    Signals:
        edited: Something was typed.
    """

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.questions = QPlainTextEdit()
        self.questions.setAccessibleName(tr("What you ask back"))
        self.questions.setTabChangesFocus(True)
        self.questions.setAcceptDrops(False)  # a file dropped here is a lead, as everywhere
        self.questions.setPlaceholderText("\n".join(usual_questions()))
        height = self.fontMetrics().lineSpacing() * _LINES + SPACE.two
        self.questions.setFixedHeight(height)
        self.texts = QPushButton(icon("edit"), tr("Change the texts"))
        self.texts.setAccessibleDescription(tr("Mail and WhatsApp by moment"))
        frame, column = card(tr("With customers"))
        hint = hint_label(tr("One question a line"))
        column.addLayout(labelled(tr("What you ask back"), self.questions, hint=hint))
        column.addLayout(with_hint(self.texts, tr("Mail and WhatsApp by moment")))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self.questions.textChanged.connect(self._edit)

    def show_settings(self, settings: Settings) -> None:
        """Show settings in place of what was typed."""
        self.questions.setPlainText("\n".join(settings.conversation.ask_back))

    def edited_settings(self, settings: Settings) -> Settings:
        """Return ``settings`` with what stands here."""
        lines = (line.strip() for line in self.questions.toPlainText().splitlines())
        asked = tuple(dict.fromkeys(filter(None, lines)))
        conversation = replace(settings.conversation, ask_back=asked)
        return replace(settings, conversation=conversation)

    @Slot()
    def _edit(self) -> None:
        self.edited.emit()
