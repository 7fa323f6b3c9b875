"""One slow thing at a time, on a thread of its own; only the newest answer counts."""

import logging
import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from assistant.core.errors import AssistantError

logger = logging.getLogger(__name__)


class _Answer(QObject):
    """Carries one answer to the main thread; its thread holds on to it, whatever is closed.

    Signals:
        came: This answer itself, and what came of it: a result or an ``AssistantError``.
    """

    came = Signal(object, object)


class Errand(QObject):
    """Does something slow while the window goes on.

    Signals:
        done: It is done (what came of it).
        failed: It cannot be done (``AssistantError``).
    """

    done = Signal(object)
    failed = Signal(object)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        """Set up.

        Args:
            name: What the thread is called.
            parent: Its owner.
        """
        super().__init__(parent)
        self._name = name
        self._thread: threading.Thread | None = None
        self._awaited: _Answer | None = None

    @property
    def is_running(self) -> bool:
        """Say whether an answer is waited for."""
        return self._awaited is not None

    def start(self, work: Callable[[], object], bug: AssistantError) -> None:
        """Begin, in place of what was begun before.

        Args:
            work: Done on the thread; what it returns is the answer. It must hold on to no part
                of a window: the thread may outlive that.
            bug: What to say should it fail otherwise than with an ``AssistantError``.
        """
        answer = _Answer()
        answer.came.connect(self._end)
        self._awaited = answer
        self._thread = threading.Thread(
            target=_do, args=(work, bug, answer), name=self._name, daemon=True
        )
        self._thread.start()

    def forget(self) -> None:
        """Want no answer any more; the thread ends when its work lets it."""
        self._awaited = None

    def wait(self, seconds: float | None = None) -> None:
        """Wait for the thread's end, for so long at most."""
        if self._thread is not None:
            self._thread.join(seconds)

    @Slot(object, object)
    def _end(self, answer: _Answer, came: object) -> None:
        if answer is not self._awaited:
            return
        self._awaited = None
        if isinstance(came, AssistantError):
            self.failed.emit(came)
        else:
            self.done.emit(came)


def _do(work: Callable[[], object], bug: AssistantError, answer: _Answer) -> None:
    came: object
    try:
        came = work()
    except AssistantError as error:
        came = error
    except Exception:
        logger.exception("a bug: %s", bug)
        came = bug
    answer.came.emit(answer, came)
