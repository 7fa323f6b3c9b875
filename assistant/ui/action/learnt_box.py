"""What came out of a conversation: his question answered, his number and address to follow him."""

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from assistant.desk import LeadFile
from assistant.ui.action.contact_rows import ContactRows
from assistant.ui.around import Around
from assistant.ui.look.plain import PlainLabel
from assistant.ui.look.roles import Variant, set_variant
from assistant.ui.look.tokens import SPACE
from assistant.words.catalogue import tr


class LearntBox(QWidget):
    """Asks what else came out of a conversation; every answer may be left out."""

    def __init__(self, around: Around) -> None:
        super().__init__()
        self.contacts = ContactRows(around)
        self.answered = QButtonGroup(self)
        self.yes, self.no = self._choice(tr("Yes")), self._choice(tr("No"))
        self._question = QWidget()
        row = QHBoxLayout(self._question)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.half)
        row.addWidget(PlainLabel(tr("Question answered?"), one_line=True), 1)
        for choice in (self.yes, self.no):
            row.addWidget(choice)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.half)
        column.addWidget(self._question)
        column.addWidget(self.contacts)

    def start(self, lead: LeadFile) -> None:
        """Ask anew, with what is known already."""
        asked = lead.course.request
        self.contacts.start(lead.course)
        self.answered.setExclusive(False)
        for choice in (self.yes, self.no):
            choice.setChecked(False)
        self.answered.setExclusive(True)
        self._question.setVisible(asked is not None and bool(asked.question))

    @property
    def is_begun(self) -> bool:
        """Say whether something was answered that is not logged yet."""
        return self.contacts.is_changed or self.answered.checkedButton() is not None

    def can_be_used(self) -> bool:
        """Say whether all that was typed can be used; mark what cannot."""
        return self.contacts.can_be_used()

    def learnt(self) -> dict[str, object]:
        """Return the fields of ``Learnt``; ``None`` and empty ones say nothing."""
        chosen = self.answered.checkedButton()
        answered = None if chosen is None else chosen is self.yes
        return self.contacts.learnt() | {"question_answered": answered}

    def _choice(self, text: str) -> QPushButton:
        choice = QPushButton(text)
        choice.setCheckable(True)
        choice.setAccessibleName(tr("Question answered: {answer}").format(answer=text))
        set_variant(choice, Variant.CHOICE)
        self.answered.addButton(choice)
        return choice
