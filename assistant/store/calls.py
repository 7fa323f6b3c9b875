"""The telephone as customers met it: calls that were taken, and those that were missed."""

from collections.abc import Sequence
from datetime import datetime
from sqlite3 import Connection

from assistant.core.asking import ONE_CALL
from assistant.core.facts import LeadId
from assistant.core.figures import Telephone
from assistant.core.local_time import Offset
from assistant.core.request import RequestKind
from assistant.store.columns import moment, moment_text
from assistant.store.parts import Stretch


def _stands(request: str) -> str:
    """Return the condition that a request was neither taken back nor split off."""
    return f"""
        not exists (select 1 from facts gone
                    where gone.refers_to = {request}.id and gone.kind = 'retraction')
        and not exists (select 1 from facts gone
                        where gone.refers_to = {request}.id and gone.kind = 'split'
                          and not exists (select 1 from facts undone
                                          where undone.kind = 'retraction'
                                            and undone.refers_to = gone.id))
    """  # noqa: S608 - our own words


_HOME = """(
        with recursive way (lead) as (
            select lead_id from facts asked where asked.id = requests.id
            union
            select other_lead from facts merged join way on merged.lead_id = way.lead
            where merged.kind = 'merged'
              and not exists (select 1 from facts gone
                              where gone.refers_to = merged.id and gone.kind = 'retraction')
        )
        select lead from way where lead in (select lead_id from summaries)
    )"""
"""The lead in which a call's own goes on: of those on the way, the one that is there."""


def _near(sign: str) -> str:
    seconds = ONE_CALL.total_seconds()
    return f"strftime('%Y-%m-%dT%H:%M:%fZ', requests.arrived_at, '{sign}{seconds} seconds')"


_NUMBER = "phones ->> '$[0][0]'"
_COUNTS = f"""
    {_stands("requests")} and not (requests.kind = 'missed_call' and exists (
        select 1 from requests taken
        where taken.kind in ('missed_call', 'answered_call') and taken.kind = 'answered_call'
          and taken.arrived_at between {_near("-")} and {_near("+")}
          and taken.{_NUMBER} = requests.{_NUMBER} and {_stands("taken")}
    ))
"""  # noqa: S608 - our own words
"""A call that was neither taken back nor split off, nor rang in vain while a colleague took it.

Both kinds are named as the index of calls has them, else SQLite does not use it.
"""


class CallRows:
    """Counts calls. Use it on the thread that opened ``db``; reading is all it does."""

    def __init__(self, db: Connection) -> None:
        self._db = db

    def telephone(self, stretch: Stretch, offsets: Sequence[Offset]) -> Telephone:
        """Count the calls that were taken and, by weekday and hour, those that were missed.

        Args:
            stretch: When they came in.
            offsets: The dealer's clock over that time, in order.
        """
        clock = " ".join("when arrived_at >= ? then ?" for _ in offsets)
        changes = [
            value
            for since, minutes in reversed(offsets)
            for value in (moment_text(since), f"{minutes} minutes")
        ]
        rows = self._db.execute(
            f"""select kind, strftime('%w %H', arrived_at, case {clock} end), count(*)
                from requests where kind in ('missed_call', 'answered_call')
                  and arrived_at >= ? and arrived_at < ? and {_COUNTS}
                group by 1, 2""",  # noqa: S608 - only question marks
            [*changes, moment_text(stretch.start), moment_text(stretch.end)],
        ).fetchall()
        answered = sum(count for kind, _, count in rows if kind == "answered_call")
        missed = {_weekday_and_hour(at): count for kind, at, count in rows if kind == "missed_call"}
        return Telephone(answered=answered, missed=missed)

    def callers(self, kind: RequestKind, stretch: Stretch) -> list[tuple[LeadId, datetime]]:
        """Return whose calls of a kind came in, and when, the last one first."""
        rows = self._db.execute(
            f"""select {_HOME}, arrived_at from requests
                where kind = ? and arrived_at >= ? and arrived_at < ? and {_COUNTS}
                order by arrived_at desc""",  # noqa: S608 - our own words
            [kind, moment_text(stretch.start), moment_text(stretch.end)],
        )
        return [(LeadId(row[0]), moment(row[1])) for row in rows]


def _weekday_and_hour(text: str) -> tuple[int, int]:
    """Read SQLite's weekday, in which Sunday is 0, and hour."""
    weekday, hour = map(int, text.split())
    return (weekday - 1) % 7, hour
