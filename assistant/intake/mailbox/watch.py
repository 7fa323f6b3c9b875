"""One thread a mailbox: connect, read what is new, wait for more, and come back after a fault."""

import logging
import random
import socket
import threading
from collections.abc import Callable
from contextlib import suppress

from imap_tools.mailbox import BaseMailBox

from assistant.core.errors import AssistantError, CouldNotError, RefusedError
from assistant.intake.mailbox.connection import connect
from assistant.intake.mailbox.idle import wait_for_mail
from assistant.intake.mailbox.position import Contact
from assistant.intake.mailbox.reader import MailboxReader
from assistant.intake.mailbox.times import USUAL, Times
from assistant.settings import MailboxSettings

logger = logging.getLogger(__name__)

_JITTER = 0.25  # so that a showroom's desks do not all come back in the same second
_GOOD_BYE_S = 2.0

Credential = Callable[[MailboxSettings], str]


class MailboxWatch:
    """Reads a mailbox as mail arrives, until it is stopped."""

    def __init__(
        self,
        reader: MailboxReader,
        credential: Credential,
        told: Callable[[], None],
        times: Times = USUAL,
    ) -> None:
        """Set up.

        Args:
            reader: Reads the mailbox; only used on the watch's thread from now on.
            credential: Gives its password or token, on the watch's thread.
            told: Called on the watch's thread when messages are in the spool, and when a
                fault came or went.
            times: How long to wait for what.
        """
        self.mailbox = reader.mailbox
        self._reader = reader
        self._credential = credential
        self._told = told
        self._times = times
        self._problem: AssistantError | None = None
        self._box: BaseMailBox | None = None
        self._stopping = threading.Event()
        self._thread = threading.Thread(
            target=self._run, name=f"mailbox {self.mailbox.name}", daemon=True
        )

    @property
    def problem(self) -> AssistantError | None:
        """Return what keeps the mailbox from being read now, if anything does."""
        return self._problem

    @property
    def contact(self) -> Contact:
        """Return when it was last heard of."""
        return self._reader.position.contact

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """End the thread; one that waits for a silent server is left behind."""
        self._stopping.set()
        box = self._box
        if box is not None:
            with suppress(OSError):
                box.client.sock.shutdown(socket.SHUT_RDWR)  # wakes the wait for mail
        self._thread.join(timeout=_GOOD_BYE_S)

    def _run(self) -> None:
        _load_readers()
        pause = self._times.first_pause
        while not self._stopping.is_set():
            heard_before = self.contact.at
            try:
                self._read_on()
            except RefusedError as error:
                self._say(error)
                pause = self._times.refused_pause
            except AssistantError as error:
                self._say(error)
            except Exception:
                logger.exception("a bug: mailbox %s", self.mailbox.name)
                self._say(CouldNotError("The program made a mistake in reading the mailbox."))
            if self.contact.at != heard_before:
                pause = self._times.first_pause  # it went well for a while
            spread = random.uniform(1 - _JITTER, 1 + _JITTER)  # noqa: S311 - no secret
            self._stopping.wait(pause * spread)
            pause = min(pause * 2, self._times.longest_pause)

    def _read_on(self) -> None:
        """Stay connected and read, until something goes wrong or the watch is stopped."""
        try:
            with connect(self.mailbox, self._credential(self.mailbox), self._times) as box:
                self._box = box
                self._reader.open(box)
                while not self._stopping.is_set():
                    self._look(box)
                    wait_for_mail(box, self._stopping, self._times)
        finally:
            self._box = None

    def _look(self, box: BaseMailBox) -> None:
        for count in self._reader.look(box):
            if count:
                self._told()
        self._say(None)

    def _say(self, problem: AssistantError | None) -> None:
        if self._stopping.is_set():
            return
        before, self._problem = self._problem, problem
        if str(before) != str(problem):
            if problem is not None:
                logger.warning("mailbox %s: %s", self.mailbox.name, problem)
            self._told()


def _load_readers() -> None:
    """Load the readers on this thread, before the first mail: a window would stand still for it."""
    from assistant.intake.reading.forms.portal_table import shipped_portals  # noqa: PLC0415

    shipped_portals()
