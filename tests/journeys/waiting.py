"""Waiting for another process: look again and again, and give up with evidence.

Nothing in the journeys waits a fixed time. A fixed time is too short on a busy
machine and too long on every other; a look every few milliseconds is neither.
"""

import time
from collections.abc import Callable
from threading import Event
from typing import TypeVar

T = TypeVar("T")

PATIENCE_S = 10.0
"""How long a thing that should happen may take on a busy machine."""

LOOK_EVERY_S = 0.02


class NeverHappenedError(AssertionError):
    """What a journey waited for did not come in time."""


class Patience:
    """Waits, and says what was on the screen when it was in vain.

    Args:
        evidence: Called once on failure; returns what helps to see why.
    """

    def __init__(self, evidence: Callable[[], str] = lambda: "") -> None:
        self._evidence = evidence

    def until(self, look: Callable[[], T | None], what: str, within: float | None = None) -> T:
        """Return the first answer of ``look`` that is neither ``None``, ``False`` nor empty.

        Args:
            look: Asked every few milliseconds; it must not change anything.
            what: Ends the sentence "waited in vain for …".
            within: Seconds, :data:`PATIENCE_S` when left out.

        Raises:
            NeverHappenedError: It did not come in time.
        """
        seconds = PATIENCE_S if within is None else within
        deadline = time.monotonic() + seconds
        pause = Event()
        while not (answer := look()):
            if time.monotonic() > deadline:
                raise NeverHappenedError(
                    f"waited {seconds:g} s in vain for {what}; at last {answer!r}\n"
                    f"{self._evidence()}"
                )
            pause.wait(LOOK_EVERY_S)
        return answer

    def always(self, look: Callable[[], object], what: str, during: float) -> None:
        """Fail as soon as ``look`` is false; for what must *not* happen, in seconds."""
        deadline = time.monotonic() + during
        pause = Event()
        while time.monotonic() < deadline:
            if not look():
                raise NeverHappenedError(f"it did not stay so: {what}\n{self._evidence()}")
            pause.wait(LOOK_EVERY_S)
