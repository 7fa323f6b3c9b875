"""Does the desktop show our notices? Only the person in front of it can tell."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from assistant.ui.look.flow import FlowLayout
from assistant.ui.look.icons import icon
from assistant.ui.look.plain import PlainLabel
from assistant.ui.look.roles import State, Text, Variant, set_variant
from assistant.ui.look.tokens import SPACE
from assistant.words.catalogue import tr


class NoticeTest(QWidget):
    """Asks for a test notice, and then whether it was seen.

    Signals:
        wanted: A test notice is to be shown.
    """

    wanted = Signal()

    def __init__(self, beside: QPushButton) -> None:
        """Set up, with another button that tries something before ours."""
        super().__init__()
        self.show_button = QPushButton(icon("bell"), tr("Show a test notice"))
        self.question = PlainLabel(tr("Did you see it?"))
        self.yes = QPushButton(tr("Yes"))
        self.no = QPushButton(tr("No"))
        self.answer = PlainLabel(role=Text.MUTED)
        self.answer.setContentsMargins(SPACE.two, 0, 0, 0)
        for button in (beside, self.show_button):
            set_variant(button, Variant.QUIET)
        row = FlowLayout(None, SPACE.half)
        for button in (beside, self.show_button):
            row.addWidget(button)
        asked = QHBoxLayout()
        asked.setContentsMargins(SPACE.two, 0, 0, 0)
        asked.setSpacing(SPACE.half)
        asked.addWidget(self.question)
        asked.addSpacing(SPACE.half)
        asked.addWidget(self.yes)
        asked.addWidget(self.no)
        asked.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.half)
        column.addLayout(row)
        column.addLayout(asked)
        column.addWidget(self.answer)
        self.show_button.clicked.connect(self._begin)
        self.yes.clicked.connect(self._seen)
        self.no.clicked.connect(self._not_seen)
        self._ask(asking=False)

    @Slot()
    def _begin(self) -> None:
        self._ask(asking=True)
        self.yes.setFocus(Qt.FocusReason.OtherFocusReason)
        self.wanted.emit()

    @Slot()
    def _seen(self) -> None:
        self._ask(asking=False)
        self._say(tr("Good: notices work here."), State.DONE)

    @Slot()
    def _not_seen(self) -> None:
        self._ask(asking=False)
        self._say(
            tr(
                "Allow notices of this program in the computer's settings, and end Do not"
                " disturb; the card shows in any case."
            ),
            None,
        )

    def _ask(self, *, asking: bool) -> None:
        for widget in (self.question, self.yes, self.no):
            widget.setVisible(asking)
        if self.answer.text():
            self.show_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._say("", None)

    def _say(self, text: str, state: State | None) -> None:
        self.answer.setText(text)
        self.answer.set_state(state)
        self.answer.setVisible(bool(text))
