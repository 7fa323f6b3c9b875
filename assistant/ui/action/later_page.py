"""Later, with a reason and a time. It quiets the card; the clock runs on."""

from datetime import timedelta

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from assistant.core.facts import LaterReason
from assistant.ui.action.leave_alone import leave_alone_button
from assistant.ui.look.flow import FlowLayout
from assistant.ui.look.icons import icon
from assistant.ui.look.plain import PlainLabel
from assistant.ui.look.roles import Text, Variant, set_variant
from assistant.ui.look.tokens import SPACE
from assistant.words.catalogue import tr
from assistant.words.times import span_in_words
from assistant.words.vocabulary import word

_SPANS = (2, 5, 15, 30, 60)


class LaterPage(QWidget):
    """Asks why and for how long.

    Signals:
        chosen: A reason and a span (``LaterReason``, ``timedelta``).
        left: Back was pressed.
        left_alone: The customer is to be contacted no more.
        hand_on_wanted: Another is to take the lead.
    """

    chosen = Signal(object, object)
    left = Signal()
    left_alone = Signal()
    hand_on_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.reasons = QButtonGroup(self)
        reasons = FlowLayout(None, SPACE.half)
        for number, reason in enumerate(LaterReason):
            chip = QPushButton(word(reason))
            chip.setCheckable(True)
            set_variant(chip, Variant.CHOICE)
            self.reasons.addButton(chip, number)
            reasons.addWidget(chip)
        self.reasons.button(0).setChecked(True)
        spans = QHBoxLayout()
        spans.setSpacing(SPACE.half)
        for minutes in _SPANS:
            button = QPushButton(span_in_words(timedelta(minutes=minutes)))
            button.setProperty("minutes", minutes)
            button.clicked.connect(self._choose)
            spans.addWidget(button, 1)
        back = QPushButton(icon("chevron-left"), tr("Back"))
        set_variant(back, Variant.QUIET)
        back.clicked.connect(self.left)
        self.hand_on = QPushButton(icon("handover"), tr("I cannot: hand it over …"))
        set_variant(self.hand_on, Variant.QUIET)
        self.hand_on.clicked.connect(self.hand_on_wanted)
        self.leave_alone = leave_alone_button()
        self.leave_alone.clicked.connect(self.left_alone)
        last = QHBoxLayout()
        last.addWidget(back)
        last.addStretch(1)
        last.addWidget(self.leave_alone)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.one)
        column.addWidget(PlainLabel(tr("Why later?"), Text.HEADING))
        column.addLayout(reasons)
        column.addWidget(PlainLabel(tr("Bring it back in (the clock runs on):"), Text.MUTED))
        column.addLayout(spans)
        column.addWidget(self.hand_on, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(last)

    @Slot()
    def _choose(self) -> None:
        reason = tuple(LaterReason)[self.reasons.checkedId()]
        self.chosen.emit(reason, timedelta(minutes=self.sender().property("minutes")))
