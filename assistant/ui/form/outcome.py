"""What a conversation ended in: one of five next steps, with its moment or its reason."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from assistant.core.facts import WITH_MOMENT, AgreementKind, LostReason
from assistant.desk import NextStep
from assistant.ui.around import Around
from assistant.ui.form.pieces import card
from assistant.ui.look.flow import FlowLayout
from assistant.ui.look.keyed import Tile
from assistant.ui.look.plain import PlainLabel
from assistant.ui.look.roles import Text, Variant, set_variant
from assistant.ui.look.tokens import SPACE
from assistant.ui.moment.picker import MomentPicker
from assistant.ui.next_steps import NEXT_STEPS
from assistant.words.catalogue import tr
from assistant.words.vocabulary import word


class OutcomeBox(QWidget):
    """Asks for the next step; none is an answer too, and a second press takes one back.

    Signals:
        edited: Something was chosen or taken back.
    """

    edited = Signal()

    def __init__(self, around: Around) -> None:
        super().__init__()
        self._around = around
        self._kind: AgreementKind | None = None
        self.steps = QButtonGroup(self)
        self.picker = MomentPicker(around)
        self.reasons = QButtonGroup(self)
        self._reasons = QWidget()
        self.heading = PlainLabel(role=Text.HEADING)
        self.note = PlainLabel(tr("Without a next step the lead asks for one."), Text.SMALL)
        self.missed_note = PlainLabel(
            tr("A missed call has no outcome: it rings as soon as it is saved."), Text.MUTED
        )
        self._choices = QWidget()
        self._lay_out()
        self.steps.idClicked.connect(self._choose)
        self.reasons.idClicked.connect(self.edited)
        self.picker.edited.connect(self.edited)
        self.clear()

    @property
    def next_step(self) -> NextStep | None:
        """Return what is chosen so far; a reason or a moment may still be lacking."""
        if self._kind is None:
            return None
        moment = self.picker.moment() if self._kind in WITH_MOMENT else None
        lost = self._kind is AgreementKind.LOST and self.reasons.checkedId() >= 0
        reason = tuple(LostReason)[self.reasons.checkedId()] if lost else None
        return NextStep(kind=self._kind, moment=moment, reason=reason)

    def clear(self) -> None:
        """Choose nothing."""
        _uncheck(self.steps)
        _uncheck(self.reasons)
        self._show_kind(None)

    def show_next_step(self, next_step: NextStep | None) -> None:
        """Choose what was chosen before."""
        self.clear()
        if next_step is None:
            return
        kinds = [kind for kind, _ in NEXT_STEPS]
        self.steps.button(kinds.index(next_step.kind)).setChecked(True)
        self._show_kind(next_step.kind)
        if next_step.moment is not None:
            self.picker.show_moment(next_step.moment.astimezone(self._around.zone))
        if next_step.reason is not None:
            self.reasons.button(tuple(LostReason).index(next_step.reason)).setChecked(True)

    def show_missed(self, *, missed: bool) -> None:
        """Ask nothing of a call that nobody answered."""
        self.heading.setText(tr("What comes next") if missed else tr("What did you agree?"))
        self._choices.setVisible(not missed)
        self.missed_note.setVisible(missed)

    def insist(self) -> None:
        """Put the keyboard where the problem is mended."""
        lost = self._kind is AgreementKind.LOST
        field: QWidget = self.reasons.button(0) if lost else self.picker.field
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def controls(self) -> list[QWidget]:
        """Return what the keyboard visits, in order."""
        return [*self.steps.buttons(), *self.picker.controls(), *self.reasons.buttons()]

    def _show_kind(self, kind: AgreementKind | None) -> None:
        self._kind = kind
        if kind in WITH_MOMENT:
            self.picker.start()
        self.picker.setVisible(kind in WITH_MOMENT)
        self._reasons.setVisible(kind is AgreementKind.LOST)
        self.note.setVisible(kind is None)

    @Slot(int)
    def _choose(self, number: int) -> None:
        kind = NEXT_STEPS[number][0]
        if kind is self._kind:
            self.clear()
        else:
            _uncheck(self.reasons)
            self._show_kind(kind)
        self.edited.emit()

    def _lay_out(self) -> None:
        tiles = QHBoxLayout()
        tiles.setSpacing(SPACE.half)
        for number, (kind, icon_name) in enumerate(NEXT_STEPS):
            tile = Tile(word(kind), icon_name)
            tile.setCheckable(True)
            key = QShortcut(QKeySequence(f"Alt+{number + 1}"), tile)
            key.activated.connect(tile.click)  # a button's own shortcut clicks a moment later
            self.steps.addButton(tile, number)
            tiles.addWidget(tile, 1)
        reasons = FlowLayout(self._reasons, SPACE.half)
        for number, reason in enumerate(LostReason):
            chip = QPushButton(word(reason))
            chip.setCheckable(True)
            set_variant(chip, Variant.CHOICE)
            self.reasons.addButton(chip, number)
            reasons.addWidget(chip)
        column = QVBoxLayout(self._choices)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.one)
        column.addLayout(tiles)
        column.addWidget(self.picker)
        column.addWidget(self._reasons)
        column.addWidget(self.note)
        frame, inner = card()
        inner.addWidget(self.heading)
        inner.addWidget(self._choices)
        inner.addWidget(self.missed_note)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)


def _uncheck(group: QButtonGroup) -> None:
    group.setExclusive(False)
    for button in group.buttons():
        button.setChecked(False)
    group.setExclusive(True)
