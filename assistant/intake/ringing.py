"""Which calls ring, for telephones that tell of every call's end but not whether it was missed.

Each event is a run of the program of its own, so that what rings is kept in files. The calls that
we made ourselves are kept so too: of those alone the page on which they were made wants to hear.
"""

from datetime import datetime, timedelta
from pathlib import Path

from assistant.core.clock import Clock

LONGEST_RING = timedelta(minutes=10)
"""An older ring is one whose end was never told (ours)."""


LONGEST_CALL = timedelta(hours=4)
"""An older call of our own is one whose end was never told (ours)."""


class Ringing:
    """The calls that go on, one file a number in ``folder``.

    Args:
        folder: Theirs alone; made when needed.
        clock: The present moment.
        longest: What is older is over, though nobody said so.
    """

    def __init__(self, folder: Path, clock: Clock, longest: timedelta = LONGEST_RING) -> None:
        self._folder = folder
        self._clock = clock
        self._longest = longest

    def begin(self, number: str) -> None:
        """Note that somebody calls, or is called.

        Raises:
            OSError: If it cannot be noted.
        """
        self._folder.mkdir(parents=True, exist_ok=True)
        for place in self._folder.iterdir():
            if not self._rings(_text(place)):
                place.unlink(missing_ok=True)
        (self._folder / number).write_text(self._clock().isoformat())

    def since(self, number: str) -> datetime | None:
        """Return when a call began that has not ended; ``None`` when there is none."""
        return self._start(_text(self._folder / number))

    def end(self, number: str) -> bool:
        """Forget a call, because it was answered or ended; return whether it rang till now."""
        place = self._folder / number
        began = _text(place)
        try:
            place.unlink()
        except FileNotFoundError:
            return False  # it never rang, or another run of the program was told the same
        return self._rings(began)

    def _rings(self, began: str) -> bool:
        return self._start(began) is not None

    def _start(self, began: str) -> datetime | None:
        try:
            start = datetime.fromisoformat(began)
        except ValueError:
            return None
        return start if self._clock() - start <= self._longest else None


def own_calls(folder: Path, clock: Clock) -> Ringing:
    """Return the calls that we made ourselves."""
    return Ringing(folder, clock, LONGEST_CALL)


def _text(place: Path) -> str:
    try:
        return place.read_text()
    except (FileNotFoundError, UnicodeDecodeError):
        return ""
