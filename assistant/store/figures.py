"""The figures of the inspection, counted in SQL from the milestones.

A part's condition (``parts.py``) counts the part, and finds the leads behind the count.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime
from operator import add
from sqlite3 import Connection
from typing import NamedTuple

from assistant.core.benchmarks import base
from assistant.core.durations import Durations
from assistant.core.facts import LeadId
from assistant.core.figures import (
    EVERYBODY,
    FUNNEL,
    By,
    Choice,
    Counts,
    Part,
    Response,
    Within,
)
from assistant.core.request import Door
from assistant.store.broken import BrokenRows
from assistant.store.calls import CallRows
from assistant.store.columns import moment
from assistant.store.parts import CONDITIONS, Stretch, chosen, listed_by

_GROUPS = {by: f"milestones.{by}" for by in By if by is not By.RESPONSE} | {
    By.RESPONSE: f"""
        case when {CONDITIONS[Part.IN_TIME]} then '{Response.IN_TIME}'
             when {CONDITIONS[Part.LATE]} then '{Response.LATE}' else '{Response.NO_CLOCK}' end
    """
}
_LOST = tuple(part for _, part in FUNNEL if part is not None)
_STEPS = (*(part for part, _ in FUNNEL), *_LOST)
_NOBODY = (0,) * (len(Part) + len(_LOST))
_OF_FUNNEL = tuple(dict.fromkeys((*_STEPS, *map(base, _STEPS))))


def _counted(parts: Iterable[Part], within: Part = Part.REQUESTS) -> str:
    """Return columns that count parts; to sum conditions would take three times as long."""
    return ", ".join(
        f"count(*) filter (where ({CONDITIONS[part]}) and {CONDITIONS[within]})" for part in parts
    )


class First(NamedTuple):
    """What a lead is counted by: its first request, and its tries before it was reached."""

    lead_id: LeadId
    asked_at: datetime
    door: Door
    source: str
    tries: int


class FigureRows:
    """Counts. Use it on the thread that opened ``db``; reading is all it does.

    Attributes:
        calls: The telephone.
        broken: Where a rule was broken.
    """

    def __init__(self, db: Connection) -> None:
        self._db = db
        self.calls = CallRows(db)
        self.broken = BrokenRows(db)

    def split(
        self, stretch: Stretch, choice: Choice
    ) -> tuple[Counts, Counts, dict[By, dict[str, Counts]]]:
        """Count all parts at once, and split by each of :class:`By`.

        Returns:
            The counts; of those whom each step lost, how many have not ended; the counts split.
        """
        where, values = chosen(stretch, choice)
        columns = ", ".join((*_GROUPS.values(), _counted(Part), _counted(_LOST, Part.OPEN)))
        rows = self._db.execute(
            f"""select {columns} from milestones where {where}
                group by {", ".join(map(str, range(1, len(By) + 1)))}""",  # noqa: S608 - our own words
            values,
        )
        split: dict[By, dict[str, tuple[int, ...]]] = {by: {} for by in _GROUPS}
        total = _NOBODY
        for row in map(tuple, rows):
            counts = row[len(By) :]
            total = _sum(total, counts)
            for by, value in zip(_GROUPS, row, strict=False):
                split[by][value] = _sum(split[by].get(value, _NOBODY), counts)
        by_value = {
            by: {value: _named(counts) for value, counts in sorted(parts.items())}
            for by, parts in split.items()
        }
        return _named(total), dict(zip(_LOST, total[len(Part) :], strict=True)), by_value

    def counts(self, stretch: Stretch, choice: Choice) -> Counts:
        """Count all parts."""
        return dict(zip(Part, self._row(_counted(Part), stretch, choice), strict=True))

    def funnel(self, stretch: Stretch, choice: Choice) -> tuple[Counts, Counts]:
        """Count what the funnel shows; of those whom a step lost, also who has not ended."""
        columns = f"{_counted(_OF_FUNNEL)}, {_counted(_LOST, Part.OPEN)}"
        row = self._row(columns, stretch, choice)
        still_open = dict(zip(_LOST, row[len(_OF_FUNNEL) :], strict=True))
        return dict(zip(_OF_FUNNEL, row, strict=False)), still_open

    def _row(self, columns: str, stretch: Stretch, choice: Choice) -> tuple[int, ...]:
        where, values = chosen(stretch, choice)
        rows = self._db.execute(
            f"select {columns} from milestones where {where}",  # noqa: S608 - our own words
            values,
        )
        return tuple(rows.fetchone())

    def responses(self, stretch: Stretch, choice: Choice) -> tuple[Durations, Durations]:
        """Return the response times in opening hours and after them.

        They come as one row: for each row Python waits its turn again, behind other threads.
        """
        where, values = chosen(stretch, choice)
        (lengths,) = self._db.execute(
            f"""select json_group_array(json_array(response_s, by_day, after)) from (
                    select response_s, count(*) filter (where not is_after_hours) as by_day,
                           count(*) filter (where is_after_hours) as after
                    from milestones where {where} and response_s is not null
                    group by response_s)""",  # noqa: S608 - our own words
            values,
        ).fetchone()
        rows = sorted(json.loads(lengths))
        return (
            Durations(tuple((length, by_day) for length, by_day, _ in rows if by_day)),
            Durations(tuple((length, after) for length, _, after in rows if after)),
        )

    def tries(self, stretch: Stretch, choice: Choice) -> list[tuple[int, int]]:
        """Return how many leads were reached after so many tries in vain."""
        where, values = chosen(stretch, choice)
        rows = self._db.execute(
            f"""select tries, count(*) from milestones where {where} and reached_at is not null
                group by tries order by tries""",  # noqa: S608 - our own words
            values,
        )
        return [(row[0], row[1]) for row in rows]

    def lost_reasons(self, stretch: Stretch, choice: Choice) -> dict[str, int]:
        """Return why leads were lost, the most frequent reason first."""
        where, values = chosen(stretch, choice)
        rows = self._db.execute(
            f"""select lost_reason, count(*) as leads from milestones
                where {where} and lost_reason is not null
                group by lost_reason order by leads desc, lost_reason""",  # noqa: S608
            values,
        )
        return {row[0]: row[1] for row in rows}

    def behind(
        self,
        part: Part,
        stretch: Stretch,
        choice: Choice,
        limit: int = -1,
        start: int = 0,
        within: Within = EVERYBODY,
    ) -> list[First]:
        """Return the leads behind a figure, newest first."""
        where, values = chosen(stretch, choice)
        rows = self._db.execute(
            f"""select lead_id, asked_at, door, source, tries from milestones
                where {where} and ({CONDITIONS[part]}) and {_narrowed(within)}
                order by asked_at desc, lead_id limit :limit offset :skip""",  # noqa: S608
            values | asdict(within) | {"limit": limit, "skip": start},
        )
        return [First(LeadId(row[0]), moment(row[1]), Door(row[2]), row[3], row[4]) for row in rows]

    def owners(self, leads: Iterable[LeadId], choice: Choice) -> dict[LeadId, str]:
        """Return whose each of some leads is, of those that a list of a choice names."""
        where, values = listed_by(choice)
        rows = self._db.execute(
            f"""select lead_id, owner from milestones
                where {where} and lead_id in (select value from json_each(:leads))""",  # noqa: S608
            values | {"leads": json.dumps(list(leads))},
        )
        return {LeadId(row[0]): row[1] for row in rows}

    def tries_of(self, lead_id: LeadId) -> int | None:
        """Return a lead's tries in vain before he was reached, if it was counted."""
        row = self._db.execute(
            "select tries from milestones where lead_id = ?", [lead_id]
        ).fetchone()
        return None if row is None else row[0]

    def choices(self, by: By) -> list[str]:
        """Return the owners, sources, doors or interests that there are, in their order."""
        rows = self._db.execute(
            f"select distinct {by} from milestones where asked_at is not null",  # noqa: S608
        )
        return sorted(row[0] for row in rows)


def _sum(counts: Iterable[int], more: Iterable[int]) -> tuple[int, ...]:
    return tuple(map(add, counts, more))


def _named(counts: Iterable[int]) -> Counts:
    return dict(zip(Part, counts, strict=False))


def _narrowed(within: Within) -> str:
    """Return the condition for who stands in one bar."""
    reached = "tries >= :reached_after" if within.or_more else "tries = :reached_after"
    conditions = (
        (within.is_after_hours is not None, "is_after_hours = :is_after_hours"),
        (within.longer_than is not None, "response_s > :longer_than"),
        (within.at_most is not None, "response_s <= :at_most"),
        (within.is_uncalled, "response_s is null"),
        (within.reached_after is not None, f"reached_at is not null and {reached}"),
        (within.is_open, CONDITIONS[Part.OPEN]),
        (within.lost_reason is not None, "lost_reason = :lost_reason"),
    )
    return " and ".join(["true", *(text for holds, text in conditions if holds)])
