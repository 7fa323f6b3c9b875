"""Raw messages and what became of them. Rows are appended and never deleted.

None is changed, but that it is emptied when a person is to be forgotten (``erasures.py``).
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from sqlite3 import Connection, Row

from assistant.store.columns import insert, moment, moment_text


class MessageResult(StrEnum):
    """What became of a message."""

    LEAD = "lead"
    NOT_A_LEAD = "not_a_lead"
    UNREADABLE = "unreadable"


class Verdict(StrEnum):
    """What a person made of a message that the program could not read."""

    LEAD = "lead"
    NO_LEAD = "no_lead"
    OPEN = "open"


_WAITS = """
    result = ? and coalesce((
        select what from verdicts where message_id = messages.id order by seq desc limit 1
    ), 'open') = 'open'
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredMessage:
    """A message as it came in, with what became of it.

    Attributes:
        id: Unique over all desks.
        identity: The source's own id; the same identity is the same message.
        name: The file's name.
        arrived_at: When it reached the desk (UTC).
        taken_at: When it was taken in (UTC).
        result: What became of it.
        reason: An English sentence of the reader's, for what is no lead.
        content: The bytes, at most the first MiB.
    """

    id: str
    identity: str
    name: str
    arrived_at: datetime
    taken_at: datetime
    result: MessageResult
    reason: str = ""
    content: bytes = b""


class Messages:
    """Appends messages and reads them. Use it on the thread that opened ``db``."""

    def __init__(self, db: Connection, desk: str) -> None:
        self._db = db
        self._desk = desk

    def add(self, message: StoredMessage) -> None:
        """Append a message. Its identity must be new."""
        insert(
            self._db,
            "messages",
            {
                "id": message.id,
                "desk": self._desk,
                "identity": message.identity,
                "name": message.name,
                "arrived_at": moment_text(message.arrived_at),
                "taken_at": moment_text(message.taken_at),
                "result": message.result,
                "reason": message.reason,
                "content": message.content,
            },
        )

    def id_of(self, identity: str) -> str | None:
        """Return the message that has this identity, if we have it."""
        row = self._db.execute("select id from messages where identity = ?", [identity]).fetchone()
        return None if row is None else row[0]

    def one(self, message_id: str) -> StoredMessage | None:
        """Return one message with its content."""
        row = self._db.execute("select * from messages where id = ?", [message_id]).fetchone()
        return None if row is None else _message(row)

    def waiting(self, result: MessageResult) -> list[StoredMessage]:
        """Return the messages with a result, newest first, without their content.

        One on which a person gave his verdict is left out.
        """
        return [
            _message(row)
            for row in self._db.execute(
                f"""select id, identity, name, arrived_at, taken_at, result, reason, x'' as content
                    from messages where {_WAITS} order by taken_at desc, rowid desc""",  # noqa: S608
                [result],
            )
        ]

    def count(self, result: MessageResult) -> int:
        """Count the messages with a result on which no person gave his verdict."""
        row = self._db.execute(
            f"select count(*) from messages where {_WAITS}",  # noqa: S608 - our own words
            [result],
        ).fetchone()
        return int(row[0])

    def judge(self, message_id: str, at: datetime, by: str, verdict: Verdict) -> None:
        """Append what a person made of a message."""
        insert(
            self._db,
            "verdicts",
            {
                "message_id": message_id,
                "desk": self._desk,
                "at": moment_text(at),
                "by": by,
                "what": verdict,
            },
        )


def _message(row: Row) -> StoredMessage:
    return StoredMessage(
        id=row["id"],
        identity=row["identity"],
        name=row["name"],
        arrived_at=moment(row["arrived_at"]),
        taken_at=moment(row["taken_at"]),
        result=MessageResult(row["result"]),
        reason=row["reason"],
        content=row["content"],
    )
