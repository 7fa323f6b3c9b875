"""Which calls ring, for telephones that tell of every call's end but not whether it was missed.

Each event is a run of the program of its own, so that what rings is kept in files.
"""

from datetime import datetime, timedelta
from pathlib import Path

from assistant.core.clock import Clock

LONGEST_RING = timedelta(minutes=10)
"""An older ring is one whose end was never told (ours)."""


class Ringing:
    """The calls that ring, one file a number in ``folder``."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        self._folder = folder
        self._clock = clock

    def begin(self, number: str) -> None:
        """Note that somebody calls.

        Raises:
            OSError: If it cannot be noted.
        """
        self._folder.mkdir(parents=True, exist_ok=True)
        for place in self._folder.iterdir():
            if not self._rings(_text(place)):
                place.unlink(missing_ok=True)
        (self._folder / number).write_text(self._clock().isoformat())

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
        try:
            return self._clock() - datetime.fromisoformat(began) <= LONGEST_RING
        except ValueError:
            return False


def _text(place: Path) -> str:
    try:
        return place.read_text()
    except (FileNotFoundError, UnicodeDecodeError):
        return ""
