"""Sending what waits in the outbox: one mail at a time, on a thread that knows no database.

A mail is marked before its thread begins, and what came of it is written down on the main thread.
So whatever ends the program in between, the next start finds a mail that it must ask about.
"""

import logging
import random
from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, Signal, Slot

from assistant.core.errors import AssistantError, CouldNotError, RefusedError
from assistant.desk.outgoing import Outgoing
from assistant.outreach.leaving import FIRST_PAUSE, Deliver, Try
from assistant.ui.errand import Errand
from assistant.ui.qt_desk import QtDesk

logger = logging.getLogger(__name__)

LONGEST_PAUSE = timedelta(minutes=10)
REFUSED_PAUSE = timedelta(minutes=5)
_GOOD_BYE_S = 2.0
_JITTER = 0.25  # so that a showroom's desks do not all come back in the same second


class Sending(QObject):
    """Empties the outbox while the desktop runs.

    Signals:
        told: A mail has left, a fault came or went, or a person must be asked.
    """

    told = Signal()

    def __init__(
        self,
        qt_desk: QtDesk,
        deliver: Deliver,
        parent: QObject | None = None,
        *,
        spread: Callable[[], float] = lambda: random.uniform(1 - _JITTER, 1 + _JITTER),  # noqa: S311 - no secret
    ) -> None:
        """Set up.

        Args:
            qt_desk: The desk with the outbox.
            deliver: Hands a mail to the server, on the thread.
            parent: Its owner.
            spread: Gives by how much a pause is longer or shorter.
        """
        super().__init__(parent)
        self._qt_desk = qt_desk
        self._deliver = deliver
        self._spread = spread
        self._errand = Errand("sending", self)
        self._errand.done.connect(self._end)
        self._try: Try | None = None
        self._faults = 0
        self._quiet_until: datetime | None = None
        self.problem: AssistantError | None = None

    def start(self) -> None:
        """Ask about what was broken off, and begin."""
        self._qt_desk.do(self._qt_desk.desk.outgoing.look_for_broken_off)
        self._qt_desk.beat.connect(self.look)
        self.told.emit()

    @Slot()
    def look(self) -> None:
        """Begin the next mail, if one may leave now."""
        if self._try is not None or self._is_quiet(self._qt_desk.clock()):
            return
        mail = self._qt_desk.do(self._qt_desk.desk.outgoing.begin_next)
        if mail is None:
            return
        started, deliver = Try(mail), self._deliver
        self._try = started
        bug = CouldNotError("The program made a mistake in sending the mail.")
        self._errand.start(lambda: started.run(deliver), bug)

    def stop(self) -> None:
        """End: a mail that has not left yet waits, and one that may have left is asked about."""
        started = self._try
        if started is None:
            self._errand.wait(_GOOD_BYE_S)
            return
        self._errand.forget()
        started.gate.close()
        self._errand.wait(_GOOD_BYE_S)
        self._try = None
        outgoing, now = self._qt_desk.desk.outgoing, self._qt_desk.clock()
        self._qt_desk.do(lambda: started.break_off(outgoing, now))

    @Slot(object)
    def _end(self, ended: Try) -> None:
        self._try = None
        self._count_faults(ended)
        if ended.error is not None:
            logger.warning("a mail was not sent: %s", ended.error)
        self._qt_desk.happened(lambda: self._write_down(self._qt_desk.desk.outgoing, ended))
        self.told.emit()

    def _count_faults(self, ended: Try) -> None:
        """Keep away from a server that is not there, a little longer each time."""
        if not ended.met_no_server:
            self._faults, self._quiet_until, self.problem = 0, None, None
            return
        self._faults += 1
        refused = isinstance(ended.error, RefusedError)
        pause = REFUSED_PAUSE * self._spread() if refused else self._pause(self._faults)
        self._quiet_until = self._qt_desk.clock() + pause
        self.problem = ended.error

    def _is_quiet(self, now: datetime) -> bool:
        """Say whether the server is left alone now; not if the clock was set back since."""
        until = self._quiet_until
        return until is not None and now < until <= now + 2 * LONGEST_PAUSE

    def _pause(self, faults: int) -> timedelta:
        pause: timedelta = FIRST_PAUSE * (1 << min(faults - 1, 10))
        return min(pause, LONGEST_PAUSE) * self._spread()

    def _write_down(self, outgoing: Outgoing, ended: Try) -> None:
        pause = self._quiet_until or self._qt_desk.clock() + self._pause(ended.mail.tries + 1)
        ended.write_down(outgoing, pause)
