"""What must outlive a log that an older one takes the place of.

Who was forgotten since stays forgotten, a wish to be left alone is kept, and a mail that left
since is not sent again. Nothing of any person stands in it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from sqlite3 import Connection
from typing import Any

from assistant.core.facts import LeadId
from assistant.store.outbox import OutboxState

_READ = {
    "erasures": "select lead_id, why from erasures",
    "outbox": "select id, state from outbox",
    "hash_key": "select key from hash_key",
    "left_alone": "select hash, since from left_alone",
    "messages": """select id, desk, identity, name, arrived_at, taken_at, result, reason, content
        from messages where length(content) = 0 and identity like 'hash:%'""",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Lasting:
    """What a log knows that must outlive it.

    Attributes:
        erased: Why the customer was taken out of a lead: he ``asked`` for it, or its ``term``.
        mails: Where each mail stands.
        keys: The keys of the hashes.
        wishes: Hashes of whom is to be left alone, each with the moment of the wish.
        emptied: The rows of messages that were emptied, by id; each is still known by a hash.
    """

    erased: Mapping[LeadId, str]
    mails: Mapping[str, OutboxState]
    keys: Sequence[bytes]
    wishes: Sequence[tuple[str, str]]
    emptied: Mapping[str, tuple[object, ...]]


def lasting_in(db: Connection) -> Lasting:
    """Read what must outlive a log; of one of an older version what it has of it.

    Raises:
        sqlite3.DatabaseError: If it is damaged.
    """
    tables = {row[0] for row in db.execute("select name from sqlite_master where type = 'table'")}

    def rows(table: str) -> list[tuple[Any, ...]]:
        return db.execute(_READ[table]).fetchall() if table in tables else []

    return Lasting(
        erased={LeadId(lead): why for lead, why in rows("erasures")},
        mails={mail: OutboxState(state) for mail, state in rows("outbox")},
        keys=[key for (key,) in rows("hash_key")],
        wishes=rows("left_alone"),
        emptied={row[0]: row for row in rows("messages")},
    )
