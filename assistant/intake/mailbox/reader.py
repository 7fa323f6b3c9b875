"""One look into a mailbox: what is new since the last number goes to the spool.

Nothing in the mailbox is touched unless the dealer asked for it, not even the mark "seen": what was
taken is known by its number, and in the database by its identity.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from imap_tools.mailbox import BaseMailBox

from assistant.core.clock import Clock
from assistant.intake.files import MOST_BYTES
from assistant.intake.mailbox.position import Position, heard, keep_position, read_position
from assistant.intake.spool import Kind, Message, Spool
from assistant.settings import MailboxSettings

BATCH = 20
"""Messages put into the spool before the desk is told and the place in the mailbox is kept."""
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_KEPT_EVERY = timedelta(minutes=1)
_BEFORE = timedelta(days=1)  # SINCE looks at dates in the server's own zone
_INTERNAL_DATE = re.compile(
    rb'INTERNALDATE "\s?(\d{1,2})-([A-Z][a-z]{2})-(\d{4}) (\d\d):(\d\d):(\d\d) ([+-])(\d\d)(\d\d)"'
)


@dataclass(slots=True)
class MailboxReader:
    """Reads one mailbox from where it stopped.

    Attributes:
        mailbox: Which.
        spool: Where messages go.
        folder: Where the place in the mailbox is kept.
        clock: The present moment.
    """

    mailbox: MailboxSettings
    spool: Spool
    folder: Path
    clock: Clock
    _position: Position | None = None

    @property
    def position(self) -> Position:
        """Return how far it was read."""
        if self._position is None:
            self._position = read_position(self.folder, self.mailbox)
        return self._position

    def open(self, box: BaseMailBox) -> None:
        """Find the place in a mailbox just connected to: the end of it the first time."""
        validity = _number_in(box, "UIDVALIDITY")
        position = self.position
        if position.validity == validity:
            return
        if position.validity is not None and position.contact.at is not None:
            since: datetime | None = position.contact.at  # all numbers are new: read what may be
        elif self.mailbox.days_back:
            since = self.clock() - timedelta(days=self.mailbox.days_back)
        else:
            since = None
        last = self._last_before(box, since)
        self._keep(replace(position, validity=validity, last_uid=last))

    def look(self, box: BaseMailBox) -> Iterator[int]:
        """Put what is new into the spool; yield how many after each batch, and at the end 0.

        Raises:
            CouldNotError: If the spool cannot be written; what is left waits in the mailbox.
        """
        last = self.position.last_uid
        found = _search(box, f"UID {last + 1}:*")  # "*" alone may be an old one
        new = sorted(uid for uid in found if uid > last)
        for start in range(0, len(new), BATCH):
            batch = new[start : start + BATCH]
            taken = [uid for uid in batch if self._take(box, uid)]
            self._mark(box, taken)
            keep_position(self.folder, self.mailbox, self.position)
            yield len(taken)
        before = self.position.contact.at
        now = self.clock()
        if new or before is None or not timedelta(0) <= now - before < _KEPT_EVERY:
            self._keep(heard(self.position, now))
        yield 0

    def _take(self, box: BaseMailBox, uid: int) -> bool:
        """Put one message into the spool; return False when it is gone meanwhile."""
        parts = f"(INTERNALDATE BODY.PEEK[]<0.{MOST_BYTES + 1}>)"
        _, answer = box.client.uid("FETCH", str(uid), parts)
        now = self.clock()
        arrived_at, content = _fetched(answer)
        if content is not None:
            arrived_at = min(arrived_at or now, now)
            self.spool.put(
                Message(
                    kind=Kind.FILE,
                    name=f"{self.mailbox.name}-{uid}.eml",
                    arrived_at=arrived_at,
                    content=content[:MOST_BYTES],
                    cut_off=len(content) > MOST_BYTES,
                )
            )
        position = replace(self.position, last_uid=uid)
        self._position = heard(position, now, None if content is None else arrived_at)
        return content is not None

    def _mark(self, box: BaseMailBox, uids: list[int]) -> None:
        """Mark or move what was taken, if the dealer asked for it."""
        numbers = [str(uid) for uid in uids]
        if not numbers:
            return
        if self.mailbox.taken_keyword:
            box.flag(numbers, self.mailbox.taken_keyword, value=True)
        if self.mailbox.taken_folder:
            box.move(numbers, self.mailbox.taken_folder)

    def _last_before(self, box: BaseMailBox, since: datetime | None) -> int:
        """Return the number after which to read: that before the first message since then."""
        if since is None:
            return _number_in(box, "UIDNEXT") - 1
        day = since.astimezone(UTC) - _BEFORE
        found = _search(box, f"SINCE {day.day}-{_MONTHS[day.month - 1]}-{day.year}")
        return min(found) - 1 if found else _number_in(box, "UIDNEXT") - 1

    def _keep(self, position: Position) -> None:
        self._position = position
        keep_position(self.folder, self.mailbox, position)


def _number_in(box: BaseMailBox, name: str) -> int:
    """Return a number that the server told when the folder was opened."""
    values: Any = box.client.untagged_responses.get(name) or [b"0"]
    return int(values[-1])


def _search(box: BaseMailBox, criteria: str) -> list[int]:
    _, answer = box.client.uid("SEARCH", criteria)
    return [int(uid) for line in answer if line for uid in line.split()]


def _fetched(answer: list[Any]) -> tuple[datetime | None, bytes | None]:
    """Return when a fetched message reached the server, and its bytes."""
    for part in answer:
        if isinstance(part, tuple):
            said, content = part
            tail = b" ".join(other for other in answer if isinstance(other, bytes))
            return _internal_date(said + tail), bytes(content)
    return None, None


def _internal_date(said: bytes) -> datetime | None:
    found = _INTERNAL_DATE.search(said)
    if found is None or found[2].decode() not in _MONTHS:
        return None
    day, year, hour, minute, second = (int(found[group]) for group in (1, 3, 4, 5, 6))
    offset = timedelta(hours=int(found[8]), minutes=int(found[9]))
    zone = timezone(-offset if found[7] == b"-" else offset)
    month = _MONTHS.index(found[2].decode()) + 1
    try:
        return datetime(year, month, day, hour, minute, second, tzinfo=zone).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
