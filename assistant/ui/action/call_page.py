"""While the telephone rings: the number to dial by hand or by code, and how it ended."""

from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from assistant.core.facts import OUTCOMES, Outcome
from assistant.core.request import Channel
from assistant.outreach.qr import call_code
from assistant.ui.around import Around
from assistant.ui.look.icons import icon
from assistant.ui.look.keyed import Tile
from assistant.ui.look.plain import PlainLabel
from assistant.ui.look.roles import Text, Variant, set_variant
from assistant.ui.look.tokens import SPACE
from assistant.ui.squares import Squares
from assistant.words.catalogue import tr
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
        self.number = PlainLabel(role=Text.TITLE, one_line=True)
        self.elapsed = PlainLabel(role=Text.MUTED)
        self.copy_button = QPushButton(icon("copy"), tr("Copy number"))
        self.copy_button.clicked.connect(self._copy)
        self.back_button = QPushButton(icon("chevron-left"), tr("Back"))
        self.back_button.clicked.connect(self.left)
        for button in (self.copy_button, self.back_button):
            set_variant(button, Variant.QUIET)
        self.code = Squares(tr("Code to call with your mobile phone"))
        self.outcomes = [self._tile(key, outcome) for key, outcome in _KEYS]
        self._ticks = QTimer(self, interval=TICK_MS)
        self._ticks.timeout.connect(self._show_elapsed)
        self._lay_out()

    def start(self, number: str) -> None:
        """Show a number that is being called from now on."""
        self._number = number
        self._since = self._around.now()
        self.number.setText(self._around.national(number))
        self.code.show_squares(call_code(number))
        self._show_elapsed()
        self._ticks.start()

    def stop(self) -> None:
        """Count no further."""
        self._ticks.stop()
        self._since = None

    def _lay_out(self) -> None:
        said = QVBoxLayout()
        said.setSpacing(SPACE.half)
        said.addWidget(self.number)
        said.addWidget(self.elapsed)
        said.addStretch(1)
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
        seconds = max(int((self._around.now() - self._since).total_seconds()), 0)
        minutes, rest = divmod(seconds, 60)
        self.elapsed.setText(tr("Calling {clock}").format(clock=f"{minutes}:{rest:02}"))


_KEYS = tuple((str(key), outcome) for key, outcome in enumerate(OUTCOMES[Channel.CALL], start=1))
