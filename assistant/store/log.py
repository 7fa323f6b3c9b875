"""The log: leads and facts. Rows are appended and never deleted.

None is changed, but that a person who is to be forgotten is taken out of it (``erasures.py``).
"""

from collections.abc import Sequence
from datetime import datetime
from sqlite3 import Connection, Row
from typing import NamedTuple

from assistant.core.facts import Fact, FactId, LeadId, Requested
from assistant.store.columns import insert, moment_text, optional_moment, optional_text
from assistant.store.fact_rows import fact_of, fact_row, request_row

HANDED = "followup:"
"""How the reference of a request begins that a desk handed on; its lead's id follows."""

_PARTS = """
    with recursive parts (id) as (
        select :lead
        union
        select merged.lead_id from parts join facts merged on merged.other_lead = parts.id
        where merged.kind = 'merged' and not exists (
            select 1 from facts where kind = 'retraction' and refers_to = merged.id)
    )
"""
"""A lead with those that were merged into it, and into those."""

_FACTS = """
    select facts.id, facts.lead_id, facts.at, facts.by, facts.kind, facts.channel, facts.what,
           facts.moment, facts.reason, facts.refers_to, facts.other_lead, facts.recipient,
           facts.as_draft, facts.note, facts.details, requests.kind as request_kind, arrived_at,
           clock_from, door, source, name, phones, emails, vehicle, plate, condition, price, link,
           own_vehicle, question, asked_at, asked_at_has_zone, wanted_at, wants, may_call, consent,
           reference, resend, flags, phone_asked, phone_read_back, email_asked, email_read_back
    from facts left join requests on requests.id = facts.id
"""

_HISTORY = f"{_PARTS} {_FACTS} where facts.lead_id in (select id from parts) order by facts.seq"  # noqa: S608

_SINCE = """
    select lead_id, seq, id, exists (
        select 1 from facts merged where merged.kind = 'merged' and merged.other_lead = ?1
    ) as was_merged_into
    from facts where lead_id = ?1 and seq >= ?2 order by seq
"""

_HOME = """
    select owner, merged.id as merged_by, merged.other_lead as goes_on_in
    from leads left join facts merged on merged.kind = 'merged' and merged.lead_id = leads.id
        and not exists (select 1 from facts where kind = 'retraction' and refers_to = merged.id)
    where leads.id = ?
"""


_KEPT_APART = f"""
    {_PARTS}
    select (select at from erasures where lead_id = :lead),
           (select min(since) from asked_before where lead_id in (select id from parts))
"""  # noqa: S608 - our own words


class Home(NamedTuple):
    """The lead in which a lead goes on, and the salesperson whose it is; empty without a name."""

    lead_id: LeadId
    owner: str


class KeptApart(NamedTuple):
    """What is known of a lead beside its facts.

    Attributes:
        forgotten_at: When its customer was taken out of it.
        left_alone_since: When he had asked to be left alone, before it was there.
    """

    forgotten_at: datetime | None
    left_alone_since: datetime | None


class Mark(NamedTuple):
    """A place in a lead's part of the log: a fact, and its number in the whole log."""

    lead_id: LeadId
    number: int
    fact_id: FactId


class Log:
    """Appends to the log and reads it. Use it on the thread that opened ``db``."""

    def __init__(self, db: Connection, desk: str) -> None:
        self._db = db
        self._desk = desk

    def add_lead(self, lead_id: LeadId, opened_at: datetime, owner: str) -> None:
        """Append a lead, before its first fact."""
        insert(
            self._db,
            "leads",
            {
                "id": lead_id,
                "desk": self._desk,
                "opened_at": moment_text(opened_at),
                "owner": owner,
            },
        )

    def home(self, lead_id: LeadId) -> Home:
        """Return the lead in which this one goes on: itself, unless it was merged.

        Two desks may each have merged the other's way round; then it is the first by its id.

        Raises:
            LookupError: If there is no such lead.
        """
        way: dict[LeadId, str] = {}
        while True:
            row = self._db.execute(_HOME, [lead_id]).fetchone()
            if row is None:
                raise LookupError(lead_id)
            way[lead_id] = row["owner"]
            if row["goes_on_in"] is None:
                return Home(lead_id, row["owner"])
            lead_id = LeadId(row["goes_on_in"])
            if lead_id in way:
                circle = [*way][[*way].index(lead_id) :]
                return Home(min(circle), way[min(circle)])

    def merge_of(self, lead_id: LeadId) -> FactId:
        """Return the fact by which a lead was merged into another."""
        return FactId(self._db.execute(_HOME, [lead_id]).fetchone()["merged_by"])

    def lead_ids(self) -> list[LeadId]:
        """Return every lead, in the order of opening."""
        rows = self._db.execute("select id from leads order by rowid").fetchall()
        return [LeadId(row[0]) for row in rows]

    def append(self, fact: Fact, *, message_id: str | None = None) -> None:
        """Append a fact; for a request, name the message it was read from."""
        insert(self._db, "facts", fact_row(fact) | {"desk": self._desk})
        if isinstance(fact, Requested):
            insert(self._db, "requests", request_row(fact, message_id))

    def history(self, lead_id: LeadId) -> list[Fact]:
        """Return a lead's facts in the order in which they were written down.

        Those of leads that were merged into it are among them.
        """
        return [fact_of(row) for row in self._db.execute(_HISTORY, {"lead": lead_id}).fetchall()]

    def since(self, known: Mark) -> list[Mark] | None:
        """Return the marks of what was written down for a lead since one.

        ``None`` if the log was not so then, or other leads go on in this one.
        """
        rows = self._db.execute(_SINCE, known[:2]).fetchall()
        if not rows or rows[0]["id"] != known.fact_id or rows[0]["was_merged_into"]:
            return None
        return [_mark(row) for row in rows[1:]]

    def rewritten(self) -> int:
        """Return a number that is another whenever persons were taken out of facts."""
        return int(self._db.execute("select rewritten from cleaning").fetchone()[0])

    def mark(self, lead_id: LeadId) -> Mark | None:
        """Return the last fact written down for this very lead."""
        row = self._db.execute(
            "select lead_id, seq, id from facts where lead_id = ? order by seq desc limit 1",
            [lead_id],
        ).fetchone()
        return None if row is None else _mark(row)

    def parts(self, lead_id: LeadId) -> list[LeadId]:
        """Return a lead with those that were merged into it."""
        rows = self._db.execute(f"{_PARTS} select id from parts", {"lead": lead_id})  # noqa: S608
        return [LeadId(row[0]) for row in rows.fetchall()]

    def kept_apart(self, lead_id: LeadId) -> KeptApart:
        """Return what is known of a lead beside its facts."""
        row = self._db.execute(_KEPT_APART, {"lead": lead_id}).fetchone()
        return KeptApart(optional_moment(row[0]), optional_moment(row[1]))

    def is_forgotten(self, lead_id: LeadId) -> bool:
        """Say whether the customer was taken out of a lead."""
        row = self._db.execute("select 1 from erasures where lead_id = ?", [lead_id]).fetchone()
        return row is not None

    def note_earlier_wish(self, lead_id: LeadId, since: datetime) -> None:
        """Write down that a new lead's customer had asked to be left alone before."""
        insert(self._db, "asked_before", {"lead_id": lead_id, "since": moment_text(since)})

    def lead_of(self, fact_id: FactId) -> LeadId | None:
        """Return the lead a fact is about by now, if there is such a fact."""
        row = self._db.execute("select lead_id from facts where id = ?", [fact_id]).fetchone()
        return None if row is None else self.home(LeadId(row[0])).lead_id

    def leads_with_appointments(self, start: datetime, end: datetime | None) -> list[LeadId]:
        """Return the leads for which an appointment was made in, or moved to, a stretch of time."""
        rows = self._db.execute(
            """select lead_id from facts
               where moment >= :start and (:end is null or moment < :end)
                 and what in ('appointment', 'moved')""",
            {"start": moment_text(start), "end": optional_text(end)},
        ).fetchall()
        return list(dict.fromkeys(self.home(LeadId(row[0])).lead_id for row in rows))

    def leads_of_message(self, message_id: str) -> list[LeadId]:
        """Return the leads that a message's requests or its answer went to, in its order."""
        rows = self._db.execute(
            """select facts.lead_id from (
                   select id as fact_id from requests where message_id = ?1
                   union select fact_id from answers where message_id = ?1
               ) join facts on facts.id = fact_id order by facts.seq""",
            [message_id],
        ).fetchall()
        return [self.home(LeadId(row[0])).lead_id for row in rows]

    def lead_of_reference(self, reference: str) -> LeadId | None:
        """Return the lead of the newest request that carries the source's own reference."""
        row = self._db.execute(
            """select facts.lead_id from requests join facts on facts.id = requests.id
               where requests.reference = ? and requests.reference <> ''
               order by facts.seq desc limit 1""",
            [reference],
        ).fetchone()
        return None if row is None else self.home(LeadId(row[0])).lead_id

    def tie_answer(self, fact_id: FactId, message_id: str) -> None:
        """Name the raw message from which the program logged a fact."""
        insert(self._db, "answers", {"fact_id": fact_id, "message_id": message_id})

    def message_of(self, fact_id: FactId) -> str | None:
        """Return the raw message that a request, an answer or a bounce was read from."""
        row = self._db.execute(
            """select message_id from requests where id = ?1
               union all select message_id from answers where fact_id = ?1""",
            [fact_id],
        ).fetchone()
        return None if row is None else row[0]

    def messages_of(self, lead_id: LeadId) -> Sequence[str]:
        """Return the ids of the raw messages behind a lead, oldest first; none once erased."""
        rows = self._db.execute(
            f"""{_PARTS}
                select coalesce(requests.message_id, answers.message_id)
                from facts left join requests on requests.id = facts.id
                    left join answers on answers.fact_id = facts.id
                where facts.lead_id in (select id from parts)
                  and exists (select 1 from messages
                              where id = coalesce(requests.message_id, answers.message_id)
                                and length(content) > 0)
                order by facts.seq""",  # noqa: S608
            {"lead": lead_id},
        ).fetchall()
        return [row[0] for row in rows]


def _mark(row: Row) -> Mark:
    return Mark(LeadId(row["lead_id"]), row["seq"], FactId(row["id"]))
