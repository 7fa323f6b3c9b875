"""Taking a person out of the database: the one exception to "rows are never changed".

What he did still counts; who he was is gone. A wish to be left alone outlives it as a keyed
hash of his numbers and addresses. Its key stands in this database and not in the keyring: it
must go where a backup goes and work where there is no keyring, and who holds the file could
try all numbers either way. The hash is there so that no list of them lies about.
"""

import os
from collections.abc import Iterable
from datetime import datetime
from sqlite3 import Connection, Row

from assistant.core.facts import Fact, LeadId, Requested
from assistant.core.spellings import Spellings
from assistant.store.columns import insert, moment, moment_text, phones, words, words_text
from assistant.store.fact_rows import fact_row, request_row
from assistant.store.lasting import Lasting

_CIRCLE = """
    with recursive circle (identity) as (
        select value from json_each(?)
        union
        select others.identity from circle
        join identities mine on mine.identity = circle.identity
        join identities others on others.lead_id = mine.lead_id
    )
    select identity, lead_id from circle left join identities using (identity)
"""
SWEPT = {
    "facts": ("note", "details"),
    "requests": (
        "source",
        "name",
        "phones",
        "emails",
        "vehicle",
        "plate",
        "link",
        "own_vehicle",
        "question",
        "consent",
        "reference",
    ),
}
"""The columns in which a person wrote, or of which a stranger's words made one."""

_STRUCTURED = frozenset({"details", "phones", "emails"})  # where no number is, none can be read


class Erasures:
    """Takes persons out. Use it on the thread that opened ``db``, inside a transaction."""

    def __init__(self, db: Connection, desk: str) -> None:
        self._db = db
        self._desk = desk

    def circle(self, identities: frozenset[str]) -> tuple[frozenset[LeadId], frozenset[str]]:
        """Return the leads of one customer, and all his numbers and addresses.

        What two leads have in common makes them one customer's, and what the second has more
        leads to a third.
        """
        rows = self._db.execute(_CIRCLE, [_json(identities)]).fetchall()
        leads = frozenset(LeadId(row["lead_id"]) for row in rows if row["lead_id"] is not None)
        return leads, identities | {row["identity"] for row in rows}

    def stray_requests(self, identities: frozenset[str]) -> list[tuple[LeadId, str]]:
        """Return the leads and ids of requests with one of these numbers or addresses.

        Those too that count no longer: split off to another lead, or taken back.
        """
        rows = self._db.execute(
            """select facts.lead_id, facts.id, phones, emails
               from requests join facts using (id)
               where exists (select 1 from json_each(?)
                             where instr(phones || emails, value) > 0)""",
            [_json(identities)],
        ).fetchall()
        return [(LeadId(row["lead_id"]), row["id"]) for row in rows if _held(row) & identities]

    def rewrite(self, fact: Fact) -> None:
        """Put a fact in the place of the one with its id."""
        row = fact_row(fact)
        self._db.execute("update facts set note = :note, details = :details where id = :id", row)
        if isinstance(fact, Requested):
            asked = request_row(fact, None)
            del asked["message_id"]
            changes = ", ".join(f"{column} = :{column}" for column in asked)
            self._db.execute(f"update requests set {changes} where id = :id", asked)  # noqa: S608

    def note(self, lead_id: LeadId, at: datetime, by: str, why: str) -> None:
        """Write down that a lead's customer was taken out of it: ``asked`` for, or its ``term``."""
        self._db.execute(
            "insert into erasures values (?, ?, ?, ?, ?) on conflict do nothing",
            [lead_id, self._desk, moment_text(at), by, why],
        )

    def sweep(self, person: Spellings) -> set[LeadId]:
        """Take a person out of everything that others wrote; return the leads it was in."""
        touched: set[LeadId] = set()
        for table, columns in SWEPT.items():
            rows = self._db.execute(
                f"select facts.lead_id, {table}.* from {table}"  # noqa: S608 - our own names
                + (" join facts using (id)" if table == "requests" else "")
            ).fetchall()
            for row in rows:
                changed = {
                    name: (person.stood_in_for if name in _STRUCTURED else person.taken_out)(
                        row[name]
                    )
                    for name in columns
                    if row[name] and person.are_in(row[name])
                }
                if changed:
                    sets = ", ".join(f"{name} = :{name}" for name in changed)
                    self._db.execute(
                        f"update {table} set {sets} where id = :id",  # noqa: S608
                        changed | {"id": row["id"]},
                    )
                    touched.add(LeadId(row["lead_id"]))
        return touched

    def empty_message(self, message_id: str) -> None:
        """Take everything out of a message but its moments; it is still known by its hash."""
        row = self._db.execute(
            "select identity from messages where id = ? and length(content) > 0", [message_id]
        ).fetchone()
        if row is not None:
            self._db.execute(
                """update messages set identity = ?, name = '', reason = '', content = x''
                   where id = ?""",
                [self.hash_of(row["identity"]), message_id],
            )

    def known_message(self, identity: str) -> str | None:
        """Return the emptied message that had this identity."""
        row = self._db.execute(
            "select id from messages where identity in (select value from json_each(?))",
            [_json(self._hashes(identity))],
        ).fetchone()
        return None if row is None else row[0]

    def leave_alone(self, identities: Iterable[str], since: datetime) -> None:
        """Keep a customer's wish, without what he is known by."""
        for identity in identities:
            self._db.execute(
                "insert into left_alone values (?, ?) on conflict do nothing",
                [self.hash_of(identity), moment_text(since)],
            )

    def left_alone_since(self, identities: Iterable[str]) -> datetime | None:
        """Return when a forgotten customer asked to be left alone, if he did."""
        if not self._db.execute("select 1 from left_alone limit 1").fetchone():
            return None
        hashes = [each for identity in identities for each in self._hashes(identity)]
        row = self._db.execute(
            "select min(since) from left_alone where hash in (select value from json_each(?))",
            [_json(hashes)],
        ).fetchone()
        return None if row[0] is None else moment(row[0])

    def take_over(self, lasting: Lasting) -> None:
        """Write down the wishes and the emptied messages that another log knew."""
        for key in set(lasting.keys) - set(self._keys()):
            insert(self._db, "hash_key", {"key": key})
        for table, rows in (("left_alone", lasting.wishes), ("messages", lasting.emptied.values())):
            for row in rows:
                marks = ", ".join("?" * len(row))
                self._db.execute(f"insert or ignore into {table} values ({marks})", row)  # noqa: S608

    def hash_of(self, text: str) -> str:
        """Return the keyed hash of a number, an address or a message's identity."""
        if not self._keys():
            insert(self._db, "hash_key", {"key": os.urandom(32)})
        return self._hashes(text)[0]

    def _hashes(self, text: str) -> list[str]:
        """Return a text's hash by each key: a log that was restored can have two."""
        keys = self._keys()
        if not keys:
            return []
        import hmac  # noqa: PLC0415 - it brings all of OpenSSL

        return [f"hash:{hmac.new(key, text.encode(), 'sha256').hexdigest()}" for key in keys]

    def _keys(self) -> list[bytes]:
        rows = self._db.execute("select key from hash_key order by rowid").fetchall()
        return [bytes(row[0]) for row in rows]


def _held(row: Row) -> set[str]:
    return {phone.key for phone in phones(row["phones"])} | set(words(row["emails"]))


def _json(texts: Iterable[str]) -> str:
    return words_text(sorted(texts))
