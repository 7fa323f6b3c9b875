"""The first start: three questions, one at a time, each of which can be skipped."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from assistant.core.errors import AssistantError
from assistant.folders import DataFolder
from assistant.settings import Settings
from assistant.ui.around import Around
from assistant.ui.form.pieces import centred
from assistant.ui.look.plain import PlainLabel
from assistant.ui.look.roles import State, Surface, Text, Variant, set_surface, set_variant
from assistant.ui.look.tokens import SPACE
from assistant.ui.pages import Pages
from assistant.ui.pick_file import PickFolder, pick_folder
from assistant.ui.settings_page.changes import changes, save
from assistant.ui.settings_page.questions import FolderQuestion, HoursQuestion, NameQuestion
from assistant.words.catalogue import explain, tr

_WIDTH = 520


class Welcome(QWidget):
    """Asks who sits here, when the dealer is open and where leads come from.

    What is answered is saved with each step; what is skipped keeps its starting value.

    Signals:
        finished: The last question was answered or skipped.
    """

    finished = Signal()

    def __init__(
        self, around: Around, folder: DataFolder, *, pick: PickFolder = pick_folder
    ) -> None:
        """Set up.

        Args:
            around: The surroundings; its settings are those of the start.
            folder: Where the settings file and the watched folder lie.
            pick: Lets the user choose a folder.
        """
        super().__init__()
        self._settings = around.settings
        self._file = folder.settings
        self.name = NameQuestion(around.settings)
        self.hours = HoursQuestion(around.settings)
        self.folder = FolderQuestion(around.settings, folder.inbox, around.open_link, pick)
        self.questions = (self.name, self.hours, self.folder)
        self._number = 0
        self.pages = Pages(*self.questions)
        self.step = PlainLabel(role=Text.SMALL)
        self.problem = PlainLabel(role=Text.BODY)
        self.problem.set_state(State.LATE)
        self.back = QPushButton(tr("Back"))
        self.skip = QPushButton(tr("Skip"))
        self.next = QPushButton()
        self._lay_out()
        self.back.clicked.connect(self._go_back)
        self.skip.clicked.connect(self._go_on)
        self.next.clicked.connect(self._answer)
        for question in self.questions:
            question.entered.connect(self._answer)
        self._show()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Put the keyboard into the first question."""
        super().showEvent(event)
        self._take_keyboard()

    @Slot()
    def _answer(self) -> None:
        question = self.questions[self._number]
        problem = question.problem() or self._not_saved(question.answered(self._settings))
        self._say(problem)
        if problem:
            self._take_keyboard()
        else:
            self._go_on()

    def _not_saved(self, answered: Settings) -> str:
        """Save an answer; return why that cannot be done, if so."""
        try:
            save(self._file, changes(self._settings, answered))
        except AssistantError as error:
            return explain(error)
        self._settings = answered
        return ""

    @Slot()
    def _go_on(self) -> None:
        if self._number + 1 == len(self.questions):
            self.finished.emit()
            return
        self._go_to(self._number + 1)

    @Slot()
    def _go_back(self) -> None:
        self._go_to(self._number - 1)

    def _go_to(self, number: int) -> None:
        self._number = number
        self._say("")
        self._show()
        self._take_keyboard()

    def _show(self) -> None:
        count, is_last = len(self.questions), self._number + 1 == len(self.questions)
        self.pages.show_page(self.questions[self._number])
        self.step.setText(tr("{number} of {count}").format(number=self._number + 1, count=count))
        self.next.setText(tr("Start") if is_last else tr("Next"))
        self.back.setVisible(self._number > 0)

    def _say(self, problem: str) -> None:
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))

    def _take_keyboard(self) -> None:
        self.questions[self._number].first_field().setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        set_variant(self.next, Variant.PRIMARY)
        for button in (self.back, self.skip):
            set_variant(button, Variant.QUIET)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE.one)
        buttons.addWidget(self.step, 0, Qt.AlignmentFlag.AlignVCenter)
        buttons.addStretch(1)
        for button in (self.back, self.skip, self.next):
            buttons.addWidget(button)
        frame = QFrame()
        set_surface(frame, Surface.CARD)
        column = QVBoxLayout(frame)
        column.setContentsMargins(SPACE.four, SPACE.four, SPACE.four, SPACE.three)
        column.setSpacing(SPACE.two)
        column.addWidget(self.pages)
        column.addWidget(self.problem)
        column.addSpacing(SPACE.one)
        column.addLayout(buttons)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(SPACE.three, SPACE.three, SPACE.three, SPACE.three)
        outer.addStretch(1)
        outer.addWidget(centred(frame, _WIDTH))
        outer.addStretch(1)
        self._say("")
