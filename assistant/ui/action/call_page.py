"""While the telephone rings: the number to dial by hand or by code, and how it ended."""

from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from assistant.core.contact import without_extension
from assistant.core.errors import AssistantError
from assistant.core.facts import OUTCOMES, Outcome
from assistant.core.request import Channel
from assistant.intake.reception import OwnCall
from assistant.outreach.qr import call_code
from assistant.ui.around import Around
from assistant.ui.dialling import Dialling
from assistant.ui.look.banner import Banner
from assistant.ui.look.icons import Tint, icon
from assistant.ui.look.keyed import Tile
from assistant.ui.look.plain import PlainLabel
from assistant.ui.look.roles import State, Text, Variant, set_likely, set_variant
from assistant.ui.look.tokens import SPACE
from assistant.ui.squares import Squares
from assistant.words.catalogue import explain, tr
from assistant.words.vocabulary import word

TICK_MS = 1_000

_ICONS = {
    Outcome.SPOKE: "spoke",
    Outcome.VOICEMAIL: "voicemail",
    Outcome.NO_ANSWER: "no-answer",
    Outcome.BUSY: "busy",
    Outcome.WRONG_NUMBER: "wrong-number",
}


class CallPage(QWidget):
    """Shows the number and the five outcomes, each on a key of its own.

    It dials by what the desk has. Whatever comes of that, the number, the code and the outcomes
    stay: a call can always be made by hand.

    Signals:
        ended: The call ended in an outcome (``Outcome``).
        left: Back was pressed: no call was made.
    """

    ended = Signal(object)
    left = Signal()

    def __init__(self, around: Around) -> None:
        super().__init__()
        self._around = around
        self._number = ""
        self._since: datetime | None = None
        self._answered: datetime | None = None
        self.number = PlainLabel(role=Text.TITLE, one_line=True)
        self.elapsed = PlainLabel(role=Text.MUTED)
        self.problem = Banner(state=State.LATE)
        self.dial_button = QPushButton(icon("call", Tint.ON_ACCENT), tr("Dial"))
        set_variant(self.dial_button, Variant.PRIMARY)
        self.dial_button.clicked.connect(self.dial)
        self.copy_button = QPushButton(icon("copy"), tr("Copy number"))
        self.copy_button.clicked.connect(self._copy)
        self.back_button = QPushButton(icon("chevron-left"), tr("Back"))
        self.back_button.clicked.connect(self.left)
        for button in (self.copy_button, self.back_button):
            set_variant(button, Variant.QUIET)
        self.code = Squares(tr("Code to call with your mobile phone"))
        self.outcomes = [self._tile(key, outcome) for key, outcome in _KEYS]
        self.dialling = Dialling(around, self)
        self.dialling.failed.connect(self._say_problem)
        around.qt_desk.own_call_told.connect(self._hear)
        self._ticks = QTimer(self, interval=TICK_MS)
        self._ticks.timeout.connect(self._show_elapsed)
        self._lay_out()

    def start(self, number: str) -> None:
        """Show a number, and dial it unless the user wants to press for that."""
        self.stop()
        self._number = number
        self.number.setText(self._around.national(number))
        self.code.show_squares(call_code(number))
        self._show_likely(None)
        if self._around.settings.telephone.dial_at_once:
            self.dial()
        else:
            self._wait(tr("Scan the code with your phone, or press Dial."))

    @Slot()
    def dial(self) -> None:
        """Dial the number that is shown; its call begins now."""
        self._since, self._answered = self._around.now(), None
        self.problem.hide()
        self.dial_button.hide()
        self._show_elapsed()
        self._ticks.start()
        self._around.telephone.begin(self._number)
        self.dialling.dial(self._number)

    def stop(self) -> None:
        """Count no further, and want to hear no more of the call."""
        self._ticks.stop()
        self.dialling.forget()
        if self._since is not None:
            self._around.telephone.end(self._number)
        self._since = None

    def _wait(self, said: str) -> None:
        """Show a number that is not being called."""
        self.stop()
        self.problem.hide()
        self.dial_button.show()
        self.elapsed.setText(said)

    @Slot(object)
    def _say_problem(self, problem: AssistantError) -> None:
        self._wait(tr("Not dialled. Scan the code, or dial the number yourself."))
        self.problem.show_text(explain(problem), State.LATE)
        self.problem.show()

    @Slot(object)
    def _hear(self, call: OwnCall) -> None:
        """Show what a telephone program tells of this call."""
        is_mine = call.number == without_extension(self._number)
        if self._since is None or not is_mine or call.at < self._since:
            return
        if not call.is_over:
            self._answered = call.at
            self._show_elapsed()
            return
        self._ticks.stop()
        if self._answered is None:
            self.elapsed.setText(tr("Nobody answered."))
            self._show_likely(Outcome.NO_ANSWER)
        else:
            lasted = _clock(self._answered, call.at)
            self.elapsed.setText(tr("The call lasted {clock}.").format(clock=lasted))
            self._show_likely(Outcome.SPOKE)

    def _show_likely(self, likely: Outcome | None) -> None:
        """Point at the outcome that a call probably had; choosing it stays a press."""
        for tile in self.outcomes:
            is_likely = tile.property("outcome") == likely
            set_likely(tile, likely=is_likely)
            tile.setAccessibleDescription(tr("Probably this") if is_likely else "")
            if is_likely and self._has_keyboard():
                tile.setFocus(Qt.FocusReason.OtherFocusReason)

    def _has_keyboard(self) -> bool:
        """Say whether the keyboard is here, or nowhere: else somebody is at work with it."""
        within = self.window().focusWidget()
        return within in (None, self.window()) or self.isAncestorOf(within)

    def _lay_out(self) -> None:
        said = QVBoxLayout()
        said.setSpacing(SPACE.half)
        said.addWidget(self.number)
        said.addWidget(self.elapsed)
        said.addStretch(1)
        said.addSpacing(SPACE.half)
        said.addWidget(self.dial_button, 0, Qt.AlignmentFlag.AlignLeft)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE.half)
        buttons.addWidget(self.copy_button)
        buttons.addWidget(self.back_button)
        buttons.addStretch(1)
        said.addLayout(buttons)
        top = QHBoxLayout()
        top.setSpacing(SPACE.two)
        top.addLayout(said, 1)
        top.addWidget(self.code, 0, Qt.AlignmentFlag.AlignTop)
        tiles = QHBoxLayout()
        tiles.setSpacing(SPACE.half)
        for tile in self.outcomes:
            tiles.addWidget(tile, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.two)
        column.addWidget(self.problem)
        column.addLayout(top)
        column.addLayout(tiles)

    def _tile(self, key: str, outcome: Outcome) -> Tile:
        tile = Tile(word(outcome), _ICONS[outcome], key)
        tile.setShortcut(key)
        tile.setProperty("outcome", outcome.value)
        tile.clicked.connect(self._end)
        return tile

    @Slot()
    def _end(self) -> None:
        self.stop()
        self.ended.emit(Outcome(self.sender().property("outcome")))

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._number.partition(";")[0])

    @Slot()
    def _show_elapsed(self) -> None:
        if self._since is None:
            return
        said = tr("Calling {clock}") if self._answered is None else tr("Speaking {clock}")
        passed = _clock(self._answered or self._since, self._around.now())
        self.elapsed.setText(said.format(clock=passed))


def _clock(start: datetime, end: datetime) -> str:
    """Return the time between two moments as a telephone shows it; never less than 0:00."""
    minutes, seconds = divmod(max(int((end - start).total_seconds()), 0), 60)
    return f"{minutes}:{seconds:02}"


_KEYS = tuple((str(key), outcome) for key, outcome in enumerate(OUTCOMES[Channel.CALL], start=1))
