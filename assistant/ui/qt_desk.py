"""The desk with signals: the one place where the rules meet Qt.

Nothing here ticks by lead. One heartbeat a second asks whether anything changed or fell due;
sleep, restart, a late timer and a set clock are all the same question.
"""

import logging
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import TypeVar

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal, Slot

from assistant.core.clock import Clock
from assistant.core.errors import AssistantError
from assistant.core.facts import Fact, LeadId
from assistant.core.summary import AgendaItem, AgendaStart
from assistant.desk import Desk, Taken
from assistant.intake.reception import Reception
from assistant.intake.spool import Spool
from assistant.ui.slices import SLICE_MS

logger = logging.getLogger(__name__)

HEARTBEAT_MS = 1_000
TELL_EVERY_MS = 500
"""The shortest time between two tellings of the windows that there are new leads."""
MOST_HELD = 200
"""The open leads that the windows hold; nobody works more, and looking at them takes time."""

T = TypeVar("T")

_Ring = tuple[LeadId, datetime, bool]
"""What rings once: a lead, when its prompt is due, and whether that has come."""


class QtDesk(QObject):
    """Tells windows what happens at the desk, and does what they ask.

    Signals:
        changed: Something was stored, here or by another process; views read again.
        beat: A second has passed; what shows a time shows it anew.
        rang: Leads (``list[AgendaItem]``) ask for attention that did not a moment ago.
        called: A telephone rings (``IncomingCall``).
        own_call_told: A call that we made was answered or ended (``OwnCall``).
        refused: Something could not be done (``AssistantError``); the sentence is for the user.
    """

    changed = Signal()
    beat = Signal()
    rang = Signal(object)
    called = Signal(object)
    own_call_told = Signal(object)
    refused = Signal(object)

    def __init__(
        self,
        desk: Desk,
        reception: Reception,
        spool: Spool,
        clock: Clock,
        data_version: Callable[[], int],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.desk = desk
        self.clock = clock
        self._reception = reception
        self._spool = spool
        self._data_version = data_version
        self._seen_version = -1
        self._agenda: list[AgendaItem] = []
        self._read_again_at: datetime | None = None
        self._read_at: datetime | None = None
        self._ringing: set[_Ring] = set()
        self._beyond = 0
        self._is_untold = False
        self._steps: Iterator[None] | None = None
        self._turn = QTimer(self, interval=0, singleShot=True)
        self._turn.timeout.connect(self._go_on)
        self._pause = QTimer(self, interval=TELL_EVERY_MS, singleShot=True)
        self._pause.timeout.connect(self._end_pause)
        self._heartbeat = QTimer(self, interval=HEARTBEAT_MS)
        self._heartbeat.setTimerType(Qt.TimerType.CoarseTimer)
        self._heartbeat.timeout.connect(self.look)

    @property
    def agenda(self) -> list[AgendaItem]:
        """Return the first open leads in the order to work, as last read."""
        return self._agenda

    @property
    def is_full(self) -> bool:
        """Say whether there may be more open leads than the agenda holds."""
        return len(self._agenda) == MOST_HELD

    @property
    def beyond(self) -> int:
        """Return how many leads ask for attention that the agenda does not hold."""
        return self._beyond

    def start(self) -> None:
        """Begin to look."""
        self._heartbeat.start()
        self.look()

    def stop(self) -> None:
        """Look no more."""
        for timer in (self._heartbeat, self._turn, self._pause):
            timer.stop()

    @Slot()
    def look(self) -> None:
        """Take in what waits, and tell what changed or fell due."""
        if not self._spool.is_empty():
            self._begin(self._take_in())
        now = self.clock()
        if self._is_untold or self._is_stale(now):
            self._is_untold = True
            if not (self.is_full and self._pause.isActive()):
                self._begin(self._tell())
        self.beat.emit()

    @Slot()
    def receive(self) -> None:
        """Take in the messages in the spool, a few a turn; windows just told draw first."""
        if not self._spool.is_empty():
            self._begin(self._take_in(), at_once=not self._pause.isActive())

    def _take_in(self) -> Iterator[None]:
        """Empty the spool; the windows may draw wherever this yields."""
        while self._take_a_few():
            if not self._pause.isActive():
                self._pause.start()
                yield from self._tell()
            if self._spool.is_empty():
                return
            yield

    def _take_a_few(self) -> bool:
        spent = QElapsedTimer()
        spent.start()
        received = self.do(lambda: self._reception.empty_spool(lambda: spent.hasExpired(SLICE_MS)))
        if received is None:
            return False
        for call in received.calls:
            self.called.emit(call)
        for own in received.own_calls:
            self.own_call_told.emit(own)
        self._is_untold = True
        return True

    def _tell(self) -> Iterator[None]:
        """Read again and tell the windows; when there is much, each in a turn of its own."""
        if self.is_full or not self._spool.is_empty():
            yield
        self._read(self.clock())
        if self.is_full:
            yield
        self.changed.emit()

    def _begin(self, steps: Iterator[None], *, at_once: bool = True) -> None:
        """Begin with some steps, unless others are under way: those tell too."""
        if self._steps is not None:
            return
        self._steps = steps
        if at_once:
            self._go_on()
        else:
            self._turn.start()

    @Slot()
    def _go_on(self) -> None:
        steps, over = self._steps, object()
        if steps is None or next(steps, over) is over:
            self._steps = None
        else:
            self._turn.start()

    @Slot()
    def _end_pause(self) -> None:
        """Tell of what came while the windows were left alone."""
        if self._is_untold and self._steps is None:  # else the steps under way tell
            self._pause.start()
            self._begin(self._tell())

    def do(self, step: Callable[[], T]) -> T | None:
        """Do one step at the desk; say why if it is refused, and return nothing then."""
        try:
            done = step()
        except AssistantError as error:
            logger.warning("refused: %s", error)
            self.refused.emit(error)
            return None
        return done

    def step(self, step: Callable[[], T]) -> T | None:
        """Do one step that writes, and tell the windows.

        What the user has just brought about himself does not ring; a request does.
        """
        self._ring()  # what fell due since the last look is none of his doing
        done = self.do(step)
        self._announce(own=True)
        return done

    def happened(self, step: Callable[[], T]) -> T | None:
        """Do one step that nobody here has asked for; what falls due by it rings."""
        done = self.do(step)
        self._announce()
        return done

    def take_back(self, facts: Sequence[Fact]) -> None:
        """Undo what one press wrote, the last of it first."""
        self.step(lambda: [self.desk.take_back(fact) for fact in reversed(facts)])

    def read_again(self, message_id: str) -> list[Taken] | None:
        """Read an unreadable message once more; what it gives rings as if it came now."""
        taken = self.do(lambda: self._reception.read_again(message_id))
        self._announce()
        return taken

    def ringing(self) -> list[AgendaItem]:
        """Return the leads that ask for attention now, in the order to work."""
        now = self.clock()
        return [item for item in self._agenda if item.rings(now)]

    def rings(self, lead_id: LeadId) -> bool:
        """Say whether a lead asks for attention now."""
        return any(item.summary.lead_id == lead_id for item in self.ringing())

    def _announce(self, *, own: bool = False) -> None:
        self._read(self.clock(), own=own)
        self.changed.emit()

    def _is_stale(self, now: datetime) -> bool:
        if self._data_version() != self._seen_version:
            return True
        set_back = self._read_at is not None and now < self._read_at
        return set_back or (self._read_again_at is not None and now >= self._read_again_at)

    def _read(self, now: datetime, *, own: bool = False) -> None:
        self._seen_version, self._read_at = self._data_version(), now
        self._is_untold = False
        start = self.do(lambda: self.desk.agenda_start(MOST_HELD)) or AgendaStart([])
        self._agenda = start.items
        held = sum(item.has_come(now) for item in start.items)
        self._beyond = max(0, start.come - held) if self.is_full else 0
        self._read_again_at = min(
            (moment for moment in _turns(start) if moment > now),
            default=None,
        )
        self._ring(own=own)

    def _ring(self, *, own: bool = False) -> None:
        now = self.clock()
        ringing = {_ring_of(item, now): item for item in self.ringing()}
        new = [
            item
            for ring, item in ringing.items()
            if ring not in self._ringing and (item.prompt.is_clock or not own)
        ]
        self._ringing = set(ringing)
        if new:
            self.rang.emit(new)


def _ring_of(item: AgendaItem, now: datetime) -> _Ring:
    return item.summary.lead_id, item.prompt.due_at, item.has_come(now)


def _turns(start: AgendaStart) -> Iterator[datetime]:
    """Yield the moments at which a row looks different by itself, or another lead comes first."""
    if start.turns_at is not None:
        yield start.turns_at
    for item in start.items:
        prompt = item.prompt
        moments = (prompt.rings_at, prompt.due_at, prompt.expires_at, item.summary.quiet_until)
        yield from filter(None, moments)
