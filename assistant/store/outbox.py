"""Mails on their way out: one row a mail. Its bytes and Message-ID never change, its state does."""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from sqlite3 import Connection, Row

from assistant.core.facts import FactId, LeadId
from assistant.store.columns import insert, moment, moment_text


class OutboxState(StrEnum):
    """Where a mail stands. The values are stored; never rename one."""

    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    BOUNCED = "bounced"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Trouble:
    """What went wrong, as an error says it: an English sentence and what fills its fields."""

    sentence: str
    fields: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class OutboxMail:
    """A mail on its way.

    Attributes:
        id: Unique over all desks.
        lead_id: The lead that it is about, as it was then.
        put_at: When it was put here (UTC).
        message_id: With its angle brackets; the same at every try.
        recipient: One address.
        subject: For a person's eyes.
        content: Its bytes as a mail server takes them; empty in lists.
        state: Where it stands.
        tries: How often sending was begun.
        not_before: The earliest moment of the next try (UTC).
        changed_at: Since when it stands so (UTC).
        trouble: What went wrong at the last try.
        fact_id: The attempt or the hand-over that logs it, once it is logged.
    """

    id: str
    lead_id: LeadId
    put_at: datetime
    message_id: str
    recipient: str
    subject: str
    content: bytes
    state: OutboxState
    tries: int
    not_before: datetime
    changed_at: datetime
    trouble: Trouble | None = None
    fact_id: FactId | None = None


@dataclass(frozen=True, slots=True)
class OutboxCounts:
    """How many mails stand where, and when the last one left."""

    waiting: int = 0
    asking: int = 0
    last_sent_at: datetime | None = None


_COLUMNS = """id, lead_id, put_at, message_id, recipient, subject, state, tries, not_before,
    changed_at, trouble, fact_id"""
_LISTED = f"select {_COLUMNS}, x'' as content from outbox"  # noqa: S608 - our own words
_HANDS_OVER = "fact_id in (select id from facts where kind = 'hand_over_sent')"
_ASKS = f"(state in ('failed', 'unsure') or (state = 'bounced' and {_HANDS_OVER}))"
"""A person must say what is to be done. That a customer's mail bounced stands on his lead."""
_WHOLE = f"select {_COLUMNS}, content from outbox"  # noqa: S608 - likewise


class Outbox:
    """Keeps mails until they are gone. Use it on the thread that opened ``db``."""

    def __init__(self, db: Connection, desk: str) -> None:
        self._db = db
        self._desk = desk

    def add(self, mail: OutboxMail) -> None:
        """Append a mail."""
        insert(
            self._db,
            "outbox",
            {
                "id": mail.id,
                "lead_id": mail.lead_id,
                "fact_id": mail.fact_id,
                "desk": self._desk,
                "put_at": moment_text(mail.put_at),
                "message_id": mail.message_id,
                "recipient": mail.recipient,
                "subject": mail.subject,
                "content": mail.content,
                "state": mail.state,
                "tries": mail.tries,
                "not_before": moment_text(mail.not_before),
                "changed_at": moment_text(mail.changed_at),
            },
        )

    def forget(self, lead_id: LeadId, recipients: Iterable[str]) -> None:
        """Throw away the mails about a lead or to these addresses; none of them leaves any more."""
        self._db.execute("delete from outbox where lead_id = ?", [lead_id])
        for recipient in recipients:
            self._db.execute("delete from outbox where recipient = ?", [recipient])

    def next_due(self, now: datetime) -> OutboxMail | None:
        """Return the mail that is to be tried now, whole; the one that waits longest.

        One that was put here later than now waits no longer: the clock was set back.
        """
        row = self._db.execute(
            f"""{_WHOLE} where state = 'waiting' and desk = :desk
                  and (not_before <= :now or put_at > :now)
                order by not_before, rowid limit 1""",
            {"desk": self._desk, "now": moment_text(now)},
        ).fetchone()
        return None if row is None else _mail(row)

    def one(self, mail_id: str) -> OutboxMail | None:
        """Return one mail, whole."""
        row = self._db.execute(f"{_WHOLE} where id = ?", [mail_id]).fetchone()
        return None if row is None else _mail(row)

    def standing(self, *states: OutboxState) -> list[OutboxMail]:
        """Return this desk's mails in these states, oldest first, without their bytes."""
        marks = ", ".join("?" * len(states))
        return self._all(
            f"{_LISTED} where desk = ? and state in ({marks}) order by rowid", self._desk, *states
        )

    def of_message_id(self, message_id: str) -> OutboxMail | None:
        """Return the mail with this Message-ID, if it is one of ours."""
        row = self._db.execute(f"{_LISTED} where message_id = ?", [message_id]).fetchone()
        return None if row is None else _mail(row)

    def about(self, leads: Collection[LeadId], recipients: Collection[str]) -> list[OutboxMail]:
        """Return the mails about these leads or to these addresses, whole, oldest first."""
        mine, his = ", ".join("?" * len(leads)), ", ".join("?" * len(recipients))
        asked = f"{_WHOLE} where lead_id in ({mine}) or recipient in ({his}) order by rowid"
        return self._all(asked, *leads, *recipients)

    def of_fact(self, fact_id: FactId) -> OutboxMail | None:
        """Return the mail that a fact logs, if there is one."""
        row = self._db.execute(f"{_LISTED} where fact_id = ?", [fact_id]).fetchone()
        return None if row is None else _mail(row)

    def unsent_hand_overs(self) -> list[OutboxMail]:
        """Return the mails that hand a lead over and have not left, or did not arrive."""
        rows = self._db.execute(f"{_LISTED} where state <> 'sent' and {_HANDS_OVER} order by rowid")
        return [_mail(row) for row in rows.fetchall()]

    def asking(self) -> list[OutboxMail]:
        """Return this desk's mails about which a person must be asked, oldest first."""
        return self._all(f"{_LISTED} where desk = ? and {_ASKS} order by rowid", self._desk)

    def change(
        self,
        mail_id: str,
        state: OutboxState,
        at: datetime,
        *,
        tries: int,
        not_before: datetime,
        trouble: Trouble | None = None,
    ) -> None:
        """Write down where a mail stands now."""
        said = None if trouble is None else json.dumps([trouble.sentence, dict(trouble.fields)])
        self._db.execute(
            """update outbox set state = ?, changed_at = ?, tries = ?, not_before = ?, trouble = ?
               where id = ?""",
            [state, moment_text(at), tries, moment_text(not_before), said, mail_id],
        )

    def tie(self, lead_id: LeadId, recipients: frozenset[str], fact_id: FactId) -> None:
        """Tie the newest mail of a lead that nothing logs yet to the attempt that logs it."""
        marks = ", ".join("?" * len(recipients))
        self._db.execute(
            f"""update outbox set fact_id = ? where id = (
                    select id from outbox
                    where lead_id = ? and fact_id is null and state = 'waiting' and tries = 0
                      and recipient in ({marks})
                    order by rowid desc limit 1)""",  # noqa: S608 - marks alone
            [fact_id, lead_id, *recipients],
        )

    def log_by(self, mail_id: str, fact_id: FactId) -> None:
        """Tie a mail to another attempt that logs it now."""
        self._db.execute("update outbox set fact_id = ? where id = ?", [fact_id, mail_id])

    def withdraw(self, fact_id: FactId) -> None:
        """Take out the mail that a fact logs, unless it has left or is leaving."""
        self._db.execute("delete from outbox where fact_id = ? and state = 'waiting'", [fact_id])

    def drop(self, mail_id: str) -> None:
        """Take out a mail that nobody wants sent any more."""
        self._db.execute("delete from outbox where id = ?", [mail_id])

    def counts(self) -> OutboxCounts:
        """Count this desk's mails."""
        row = self._db.execute(
            f"""select coalesce(sum(state in ('waiting', 'sending')), 0) as waiting,
                      coalesce(sum({_ASKS}), 0) as asking,
                      max(case when state = 'sent' then changed_at end) as last
               from outbox where desk = ?""",  # noqa: S608 - our own words
            [self._desk],
        ).fetchone()
        last = None if row["last"] is None else moment(row["last"])
        return OutboxCounts(row["waiting"], row["asking"], last)

    def _all(self, asked: str, *values: str) -> list[OutboxMail]:
        return [_mail(row) for row in self._db.execute(asked, values).fetchall()]


def _mail(row: Row) -> OutboxMail:
    said = None if row["trouble"] is None else json.loads(row["trouble"])
    return OutboxMail(
        id=row["id"],
        lead_id=LeadId(row["lead_id"]),
        put_at=moment(row["put_at"]),
        message_id=row["message_id"],
        recipient=row["recipient"],
        subject=row["subject"],
        content=row["content"],
        state=OutboxState(row["state"]),
        tries=row["tries"],
        not_before=moment(row["not_before"]),
        changed_at=moment(row["changed_at"]),
        trouble=None if said is None else Trouble(said[0], said[1]),
        fact_id=None if row["fact_id"] is None else FactId(row["fact_id"]),
    )
