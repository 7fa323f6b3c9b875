"""After a conversation: exactly one next step, what was asked back, what was learnt."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from assistant.core.facts import WITH_MOMENT, AgreementKind, LeadId, LostReason
from assistant.desk import LeadFile, NextStep
from assistant.ui.action.learnt_box import LearntBox
from assistant.ui.action.leave_alone import leave_alone_button
from assistant.ui.around import Around
from assistant.ui.look.flow import FlowLayout
from assistant.ui.look.icons import icon
from assistant.ui.look.keyed import Tile
from assistant.ui.look.plain import PlainLabel
from assistant.ui.look.roles import Text, Variant, set_variant
from assistant.ui.look.tokens import SPACE
from assistant.ui.moment.picker import MomentPicker
from assistant.ui.next_steps import NEXT_STEPS
from assistant.ui.sentences import usual_questions
from assistant.words.catalogue import tr
from assistant.words.vocabulary import word


class NextStepPage(QWidget):
    """Asks what a conversation ended in.

    Signals:
        agreed: A next step was chosen (``NextStep``); read ``learnt`` with it.
        left_alone: The customer is to be contacted no more; read ``learnt`` with it.
    """

    agreed = Signal(object)
    left_alone = Signal()

    def __init__(self, around: Around) -> None:
        super().__init__()
        self._around = around
        self._kind: AgreementKind | None = None
        self._lead_id: LeadId | None = None
        self.heading = PlainLabel(role=Text.HEADING)
        self.steps = QButtonGroup(self)
        self.steps.setExclusive(True)
        self.picker = MomentPicker(around)
        self.save = QPushButton()
        set_variant(self.save, Variant.PRIMARY)
        self.save.clicked.connect(self._save_moment)
        self.picker.edited.connect(self._look)
        self.picker.entered.connect(self._save_moment)
        self.reasons = QWidget()
        self.leave_alone = leave_alone_button()
        self.leave_alone.clicked.connect(self.left_alone)
        self.questions = [self._question(text) for text in self._ask_back()]
        self.learnt_box = LearntBox(around)
        self.more = QPushButton(icon("chevron-down"), tr("Asked back and read back"))
        self.said = QWidget()
        self._lay_out_said()
        self._lay_out()

    def start(self, lead: LeadFile) -> None:
        """Ask anew, with what is known already."""
        self._kind = None
        self._lead_id = lead.lead_id
        self._show_visit(came=lead.course.appointment is not None and lead.course.appointment.came)
        self.steps.setExclusive(False)
        for tile in self.steps.buttons():
            tile.setChecked(False)
        self.steps.setExclusive(True)
        for field in self.questions:
            field.clear()
        self.learnt_box.start(lead)
        self._show_more()

    @property
    def is_begun(self) -> bool:
        """Say whether something was chosen or typed that is not logged yet."""
        answered = any(field.text() for field in self.questions)
        return self._kind is not None or answered or self.learnt_box.is_begun

    def can_be_used(self) -> bool:
        """Say whether all that was typed can be used; mark what cannot."""
        can = self.learnt_box.can_be_used()
        if not can:
            self.said.show()  # it may be out of view
            self.more.setChecked(True)
        return can

    def _show_visit(self, *, came: bool) -> None:
        """After a visit ask how that ended; who neither bought nor said no thinks it over."""
        self.heading.setText(tr("How did the visit end?") if came else tr("What did you agree?"))
        thinking = self.steps.button(
            [kind for kind, _ in NEXT_STEPS].index(AgreementKind.FOLLOW_UP)
        )
        thinking.setText(tr("Thinking") if came else word(AgreementKind.FOLLOW_UP))

    def learnt(self) -> dict[str, object]:
        """Return what was learnt beside the next step: the fields of ``Learnt``."""
        answers = tuple(
            (field.placeholderText(), field.text().strip())
            for field in self.questions
            if field.text().strip()
        )
        return self.learnt_box.learnt() | {"answers": answers}

    def _ask_back(self) -> tuple[str, ...]:
        return self._around.settings.conversation.ask_back or usual_questions()

    def _question(self, text: str) -> QLineEdit:
        field = QLineEdit()
        field.setPlaceholderText(text)
        field.setAccessibleName(text)
        return field

    def _lay_out(self) -> None:
        tiles = QHBoxLayout()
        tiles.setSpacing(SPACE.half)
        for number, (kind, icon_name) in enumerate(NEXT_STEPS):
            tile = Tile(word(kind), icon_name, str(number + 1))
            tile.setShortcut(str(number + 1))
            tile.setCheckable(True)
            self.steps.addButton(tile, number)
            tiles.addWidget(tile, 1)
        self.steps.idClicked.connect(self._choose)
        reasons = FlowLayout(self.reasons, SPACE.half)
        for reason in LostReason:
            chip = QPushButton(word(reason))
            chip.setProperty("reason", reason.value)
            chip.clicked.connect(self._lose)
            set_variant(chip, Variant.CHOICE)
            reasons.addWidget(chip)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.one)
        column.addWidget(self.heading)
        column.addLayout(tiles)
        column.addWidget(self.picker)
        column.addWidget(self.save)
        column.addWidget(self.reasons)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.said)

    def _lay_out_said(self) -> None:
        asked = QGridLayout()
        asked.setSpacing(SPACE.one)
        for number, field in enumerate(self.questions):
            asked.addWidget(field, number // 2, number % 2)
        column = QVBoxLayout(self.said)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.one)
        column.addLayout(asked)
        column.addWidget(self.learnt_box)
        set_variant(self.more, Variant.QUIET)
        self.more.setCheckable(True)
        self.more.toggled.connect(self.said.setVisible)
        column.addWidget(self.leave_alone, 0, Qt.AlignmentFlag.AlignLeft)

    @Slot(int)
    def _choose(self, number: int) -> None:
        self._kind = NEXT_STEPS[number][0]
        if self._kind is AgreementKind.SOLD:
            self.agreed.emit(NextStep(kind=AgreementKind.SOLD))
            return
        if self._kind in WITH_MOMENT:
            self.picker.start(of=self._lead_id)
        self._show_more()
        if self._kind in WITH_MOMENT:
            self.picker.take_keyboard()

    @Slot()
    def _look(self) -> None:
        self.save.setEnabled(self.picker.is_usable())

    def _show_more(self) -> None:
        with_moment = self._kind in WITH_MOMENT
        self.picker.setVisible(with_moment)
        self.save.setVisible(with_moment)
        self.save.setText(_SAVE[self._kind]() if self._kind in _SAVE else "")
        self.reasons.setVisible(self._kind is AgreementKind.LOST)
        self.more.setChecked(False)
        self.more.setVisible(self._kind is not None)  # what it asks needs a small screen's room
        self.said.setVisible(self._kind is None)

    @Slot()
    def _save_moment(self) -> None:
        moment = self.picker.moment()
        if self._kind in WITH_MOMENT and moment is not None:
            self.agreed.emit(NextStep(kind=self._kind, moment=moment))

    @Slot()
    def _lose(self) -> None:
        reason = LostReason(self.sender().property("reason"))
        self.agreed.emit(NextStep(kind=AgreementKind.LOST, reason=reason))


_SAVE = {
    AgreementKind.APPOINTMENT: lambda: tr("Book the appointment"),
    AgreementKind.CALL_BACK: lambda: tr("Plan the call"),
    AgreementKind.FOLLOW_UP: lambda: tr("Plan the follow-up"),
}
