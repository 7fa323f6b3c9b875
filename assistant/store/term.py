"""What the retention term needs of the database: what is past it, and when it was last applied."""

from datetime import datetime
from sqlite3 import Connection
from typing import NamedTuple

from assistant.core.facts import LeadId
from assistant.store.columns import moment, moment_text, optional_moment


class LastRun(NamedTuple):
    """The last time the term was applied, and how many leads were forgotten then."""

    at: datetime | None
    forgotten: int


class Term:
    """Reads what is past a moment. Use it on the thread that opened ``db``."""

    def __init__(self, db: Connection) -> None:
        self._db = db

    def silent_leads(self, limit: datetime) -> list[LeadId]:
        """Return the leads in which nothing happened since, the oldest first."""
        rows = self._db.execute(
            """select lead_id from facts
               where lead_id not in (select lead_id from erasures)
               group by lead_id having max(at) < ? order by max(at)""",
            [moment_text(limit)],
        ).fetchall()
        return [LeadId(row[0]) for row in rows]

    def last_fact_at(self, lead_id: LeadId) -> datetime | None:
        """Return when something last happened in this very lead."""
        row = self._db.execute("select max(at) from facts where lead_id = ?", [lead_id]).fetchone()
        return None if row[0] is None else moment(row[0])

    def stale_messages(self, limit: datetime) -> list[str]:
        """Return the messages from before a moment behind which no lead stands any more."""
        rows = self._db.execute(
            """select id from messages where arrived_at < ? and length(content) > 0 and not exists (
                   select 1 from requests join facts using (id)
                   where requests.message_id = messages.id
                     and facts.lead_id not in (select lead_id from erasures))""",
            [moment_text(limit)],
        ).fetchall()
        return [row[0] for row in rows]

    def kept_messages(self) -> list[str]:
        """Return the messages that were not emptied."""
        rows = self._db.execute("select id from messages where length(content) > 0").fetchall()
        return [row[0] for row in rows]

    def note_run(self, at: datetime, forgotten: int) -> None:
        """Write down that the term was applied."""
        self._db.execute(
            "update cleaning set term_applied_at = ?, forgotten = ?", [moment_text(at), forgotten]
        )

    def last_run(self) -> LastRun:
        """Return when the term was last applied."""
        row = self._db.execute("select term_applied_at, forgotten from cleaning").fetchone()
        return LastRun(optional_moment(row[0]), row[1])

    @property
    def owes_cleaning(self) -> bool:
        """Say whether somebody was taken out whose remains may still lie in free pages."""
        return bool(self._db.execute("select is_owed from cleaning").fetchone()[0])

    def note_rewriting(self) -> None:
        """Write down that persons are taken out: cleaning is owed, and what was folded is old.

        By chance and not by counting: a transaction that fails must not lend its number.
        """
        self._db.execute("update cleaning set is_owed = 1, rewritten = random()")

    def note_cleaning(self) -> None:
        """Write down that no remains are left."""
        self._db.execute("update cleaning set is_owed = 0")
