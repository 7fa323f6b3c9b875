"""The telephone as customers met it: calls that were taken, and those that were missed."""

from collections.abc import Sequence
from datetime import datetime
from sqlite3 import Connection

from assistant.core.facts import LeadId
from assistant.core.figures import Telephone
from assistant.core.local_time import Offset
from assistant.core.request import RequestKind
from assistant.store.columns import moment, moment_text
from assistant.store.parts import Stretch

_STANDS = """
    not exists (select 1 from facts gone
                where gone.refers_to = requests.id and gone.kind = 'retraction')
    and not exists (select 1 from facts gone
                    where gone.refers_to = requests.id and gone.kind = 'split'
                      and not exists (select 1 from facts undone where undone.kind = 'retraction'
                                      and undone.refers_to = gone.id))
"""
"""A request that was neither taken back nor split off."""


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
                  and arrived_at >= ? and arrived_at < ? and {_STANDS}
                group by 1, 2""",  # noqa: S608 - only question marks
            [*changes, moment_text(stretch.start), moment_text(stretch.end)],
        ).fetchall()
        answered = sum(count for kind, _, count in rows if kind == "answered_call")
        missed = {_weekday_and_hour(at): count for kind, at, count in rows if kind == "missed_call"}
        return Telephone(answered=answered, missed=missed)

    def callers(self, kind: RequestKind, stretch: Stretch) -> list[tuple[LeadId, datetime]]:
        """Return whose calls of a kind came in, and when, the last one first."""
        rows = self._db.execute(
            f"""select coalesce((
                   select other_lead from facts merged
                   where merged.kind = 'merged' and merged.lead_id = facts.lead_id
                   and not exists (select 1 from facts gone where gone.refers_to = merged.id
                                   and gone.kind = 'retraction')
               ), facts.lead_id), arrived_at
               from requests join facts using (id)
               where requests.kind = ? and arrived_at >= ? and arrived_at < ? and {_STANDS}
               order by arrived_at desc""",  # noqa: S608 - our own words
            [kind, moment_text(stretch.start), moment_text(stretch.end)],
        )
        return [(LeadId(row[0]), moment(row[1])) for row in rows]


def _weekday_and_hour(text: str) -> tuple[int, int]:
    """Read SQLite's weekday, in which Sunday is 0, and hour."""
    weekday, hour = map(int, text.split())
    return (weekday - 1) % 7, hour
