"""What is derived from the log: a summary a lead, its prompts, and who is who.

Everything here can be thrown away and made anew from the facts; ``rebuild`` does just that.
"""

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby
from operator import itemgetter
from sqlite3 import Connection

from assistant.core.course import Course
from assistant.core.facts import LeadId
from assistant.core.plan import Plan, Prompt, current
from assistant.core.summary import AgendaItem, AgendaStart, Summary
from assistant.store import milestones
from assistant.store.columns import moment_text, optional_moment
from assistant.store.milestones import milestone_row
from assistant.store.search import search_words
from assistant.store.summary_rows import (
    COLUMNS,
    identities,
    prompt_of,
    prompt_row,
    summary_of,
    summary_row,
)

_DERIVED = ("prompts", "identities", "milestones", "summaries")
"""Every derived table, that of a lead's summary last."""

_COLUMNS = """
    lead_id, name, phone, email, vehicle, plate, question, source, door, owner, asked_at,
    wants, tries, last_channel, last_outcome, last_at, last_by, state, state_since,
    handover_reason, handover_since, handover_to, handover_sent_at, handover_as_draft,
    quiet_until, beside, appointment_at, may_call, call_note, back_at, back_note, may_be_sent
"""

_AWAY = "handover_since is not null and (state <> 'open' or handover_since <= ?)"
"""The leads that others have; an open one will be theirs only when the moment has come."""

_PUT = f"""
    insert into summaries ({", ".join(COLUMNS)}) values ({", ".join(f":{c}" for c in COLUMNS)})
    on conflict (lead_id) do update set {", ".join(f"{c} = excluded.{c}" for c in COLUMNS[1:])}
"""  # noqa: S608 - our own names

_OPEN = f"""
    with standing as materialized (
        select lead_id, min(due_at) as due_at, rings_at, expires_at from prompts
        where expires_at is null or expires_at > :now group by lead_id
    ), first as (
        select * from (select lead_id from standing
                       where due_at > :now and rings_at <= :now order by due_at limit :most)
        union all
        select * from (select lead_id from standing
                       where due_at <= :now order by due_at desc limit :most)
        union all
        select * from (select lead_id from standing
                       where due_at > :now and rings_at > :now order by due_at limit :most)
    )
    select (select count(*) from standing where rings_at <= :now) as come,
           (select min(case when rings_at > :now then rings_at when due_at > :now then due_at
                       else expires_at end) from standing) as turns_at,
           step, due_at, rings_at, expires_at, {_COLUMNS}
    from first join prompts using (lead_id) join summaries using (lead_id)
    order by lead_id, due_at
"""  # noqa: S608 - our own names
"""The leads of which the agenda begins, as :func:`assistant.core.agenda.urgency` has it.

Of each group SQLite takes the row with the least ``due_at``: the prompt that counts.
"""


class Summaries:
    """Keeps and reads what is derived. Use it on the thread that opened ``db``."""

    def __init__(self, db: Connection) -> None:
        self._db = db

    def put(self, lead_id: LeadId, owner: str, course: Course, plan: Plan) -> None:
        """Write what is derived of one lead, in place of what was."""
        self._db.execute(_PUT, summary_row(lead_id, owner, course, plan))
        milestones.put(self._db, milestone_row(lead_id, owner, course, plan))
        self._db.execute("delete from prompts where lead_id = ?", [lead_id])
        for prompt in plan.prompts:
            self._db.execute(
                "insert into prompts values (?, ?, ?, ?, ?) on conflict do nothing",
                prompt_row(lead_id, prompt),
            )
        self._know(lead_id, identities(course))

    def _know(self, lead_id: LeadId, wanted: frozenset[str]) -> None:
        """Write by what a customer is known again; most of the time that is what stands there."""
        rows = self._db.execute("select identity from identities where lead_id = ?", [lead_id])
        if {row[0] for row in rows.fetchall()} == wanted:
            return
        self._db.execute("delete from identities where lead_id = ?", [lead_id])
        for identity in wanted:
            self._db.execute("insert into identities values (?, ?)", [identity, lead_id])

    def drop(self, lead_id: LeadId) -> None:
        """Throw away what is derived of a lead that goes on in another, or has no request left."""
        for table in _DERIVED:
            self._db.execute(f"delete from {table} where lead_id = ?", [lead_id])  # noqa: S608

    def clear(self) -> None:
        """Throw everything derived away, before it is made anew."""
        for table in _DERIVED:
            self._db.execute(f"delete from {table}")  # noqa: S608 - our own names

    def open_leads(self, now: datetime, most: int | None = None) -> AgendaStart:
        """Return open leads with the prompt that counts at ``now``, in no order.

        Args:
            now: The present moment.
            most: How many are wanted; every one if left out. Then those that are worked first
                are among the answer, and three times as many at most.
        """
        wanted = {"now": moment_text(now), "most": -1 if most is None else most}
        rows = self._db.execute(_OPEN, wanted).fetchall()
        leads = [list(of_lead) for _, of_lead in groupby(rows, itemgetter("lead_id"))]
        items = [
            AgendaItem(summary_of(of_lead[0]), prompt)
            for of_lead in leads
            if (prompt := current(tuple(map(prompt_of, of_lead)), now)) is not None
        ]
        if not rows:
            return AgendaStart(items)
        return AgendaStart(items, rows[0]["come"], optional_moment(rows[0]["turns_at"]))

    def not_counted(self) -> list[LeadId]:
        """Return the leads without milestones: those of a log older than the inspection."""
        return milestones.without(self._db)

    def open_lead_ids(self) -> list[LeadId]:
        """Return the leads that have a prompt, or are another's."""
        rows = self._db.execute(
            """select lead_id from prompts
               union select lead_id from summaries where handover_since is not null"""
        ).fetchall()
        return [LeadId(row[0]) for row in rows]

    def summary(self, lead_id: LeadId) -> Summary | None:
        """Return one lead's summary."""
        row = self._db.execute(
            f"select {_COLUMNS} from summaries where lead_id = ?",  # noqa: S608 - our own names
            [lead_id],
        ).fetchone()
        return None if row is None else summary_of(row)

    def prompts(self, lead_id: LeadId) -> tuple[Prompt, ...]:
        """Return a lead's prompts, earliest due first."""
        rows = self._db.execute(
            "select * from prompts where lead_id = ? order by due_at", [lead_id]
        )
        return tuple([prompt_of(row) for row in rows])

    def prompts_of(self, leads: Sequence[LeadId], now: datetime) -> dict[LeadId, Prompt]:
        """Return the prompt that counts at ``now``, for those of the leads that have one."""
        marks = ", ".join("?" * len(leads))
        rows = self._db.execute(
            f"select * from prompts where lead_id in ({marks}) order by lead_id, due_at",  # noqa: S608
            list(leads),
        )
        counting = {
            LeadId(lead): current(tuple(map(prompt_of, of_lead)), now)
            for lead, of_lead in groupby(rows, itemgetter("lead_id"))
        }
        return {lead: prompt for lead, prompt in counting.items() if prompt is not None}

    def known(self, identities: frozenset[str]) -> list[Summary]:
        """Return the leads of a customer by his numbers and addresses, newest first."""
        marks = ", ".join("?" * len(identities))
        rows = self._db.execute(
            f"""select {_COLUMNS} from summaries
                where lead_id in (select lead_id from identities where identity in ({marks}))
                order by asked_at desc""",  # noqa: S608 - only question marks
            list(identities),
        )
        return [summary_of(row) for row in rows]

    def handed_over(self, now: datetime, limit: int = -1) -> list[Summary]:
        """Return the leads that others have at ``now``, longest first; all without a limit.

        Those that were not sent come before those that were.
        """
        rows = self._db.execute(
            f"""select {_COLUMNS} from summaries where {_AWAY}
                order by handover_sent_at is not null, handover_since, name, lead_id
                limit ?""",  # noqa: S608 - our own names
            [moment_text(now), limit],
        )
        return [summary_of(row) for row in rows]

    def to_be_sent(self, now: datetime, limit: int = -1) -> list[Summary]:
        """Return the leads that wait at ``now`` to be sent and may be, longest first."""
        rows = self._db.execute(
            f"""select {_COLUMNS} from summaries
                where {_AWAY} and handover_sent_at is null and may_be_sent
                order by handover_since, name, lead_id limit ?""",  # noqa: S608 - our own names
            [moment_text(now), limit],
        )
        return [summary_of(row) for row in rows]

    def handed_over_count(self, now: datetime) -> int:
        """Count the leads that wait at ``now`` to be sent to another."""
        row = self._db.execute(
            f"""select count(*) from summaries
               where {_AWAY} and handover_sent_at is null""",  # noqa: S608 - our own names
            [moment_text(now)],
        ).fetchone()
        return int(row[0])

    def came_back(self, since: datetime, now: datetime) -> list[Summary]:
        """Return the leads that came back since then and are here, newest first."""
        rows = self._db.execute(
            f"""select {_COLUMNS} from summaries
                where back_at >= ? and state = 'open' and not ({_AWAY})
                order by back_at desc, lead_id""",  # noqa: S608 - our own names
            [moment_text(since), moment_text(now)],
        )
        return [summary_of(row) for row in rows]

    def find(self, text: str, limit: int = 200) -> list[Summary]:
        """Return the leads in which every word of ``text`` stands, newest first.

        A word may be any part of a name, a number in any spelling, a plate with or without
        dashes, an address or a car.
        """
        patterns = [f"%{word}%" for word in search_words(text)]
        if not patterns:
            return []
        condition = " and ".join(["search like ? escape '\\'"] * len(patterns))
        rows = self._db.execute(
            f"""select {_COLUMNS} from summaries where {condition}
                order by asked_at desc limit ?""",  # noqa: S608 - only question marks
            [*patterns, limit],
        )
        return [summary_of(row) for row in rows]

    def in_time(self, start: datetime, end: datetime, now: datetime) -> tuple[int, int]:
        """Count the first calls of a period: how many were in time, of how many.

        Those count whose two minutes ended in the period and are over, or were met.
        """
        row = self._db.execute(
            """select coalesce(sum(stopped_at <= clock_due_at), 0), count(*) from summaries
               where clock_due_at >= :start and clock_due_at < :end
                 and (stopped_at is not null or clock_due_at <= :now)""",
            {"start": moment_text(start), "end": moment_text(end), "now": moment_text(now)},
        ).fetchone()
        return row[0], row[1]
