"""The figures of the inspection, counted in SQL from the milestones.

A part's condition (``parts.py``) counts the part, and finds the leads behind the count.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from sqlite3 import Connection
from typing import NamedTuple

from assistant.core.facts import LeadId
from assistant.core.figures import (
    EVERYBODY,
    FUNNEL,
    By,
    Choice,
    Counts,
    Durations,
    Part,
    Response,
    Within,
)
from assistant.core.request import Door
from assistant.store.broken import BrokenRows
from assistant.store.calls import CallRows
from assistant.store.columns import moment
from assistant.store.parts import CONDITIONS, Stretch, chosen

_GROUPS = {by: f"milestones.{by}" for by in By if by is not By.RESPONSE} | {
    By.RESPONSE: f"""
        case when {CONDITIONS[Part.IN_TIME]} then '{Response.IN_TIME}'
             when {CONDITIONS[Part.LATE]} then '{Response.LATE}' else '{Response.NO_CLOCK}' end
    """
}
_SUMS = ", ".join(f"sum(coalesce({condition}, 0))" for condition in CONDITIONS.values())


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

    def split(self, stretch: Stretch, choice: Choice) -> tuple[Counts, dict[By, dict[str, Counts]]]:
        """Count all parts at once, and split by each of :class:`By`."""
        where, values = chosen(stretch, choice)
        rows = self._db.execute(
            f"""select {", ".join(_GROUPS.values())}, {_SUMS} from milestones where {where}
                group by {", ".join(map(str, range(1, len(By) + 1)))}""",  # noqa: S608 - our own words
            values,
        )
        total: Counter[Part] = Counter()
        split: dict[By, dict[str, Counter[Part]]] = {by: {} for by in By}
        for row in map(tuple, rows):
            counts = Counter(dict(zip(CONDITIONS, row[len(By) :], strict=True)))
            total.update(counts)
            for by, value in zip(_GROUPS, row, strict=False):
                split[by].setdefault(value, Counter()).update(counts)
        return _counts(total), {
            by: {value: _counts(counts) for value, counts in sorted(parts.items())}
            for by, parts in split.items()
        }

    def trend(self, stretches: Sequence[Stretch], choice: Choice) -> list[Counts]:
        """Count all parts of several stretches."""
        counted = []
        for stretch in stretches:
            where, values = chosen(stretch, choice)
            row = self._db.execute(
                f"select {_SUMS} from milestones where {where}",  # noqa: S608 - our own words
                values,
            ).fetchone()
            counted.append(_counts(Counter(dict(zip(CONDITIONS, row, strict=True)))))
        return counted

    def responses(self, stretch: Stretch, choice: Choice) -> tuple[Durations, Durations]:
        """Return the response times in opening hours and after them."""
        where, values = chosen(stretch, choice)
        rows = self._db.execute(
            f"""select is_after_hours, response_s, count(*) from milestones
                where {where} and response_s is not null
                group by is_after_hours, response_s order by response_s""",  # noqa: S608
            values,
        ).fetchall()
        by_day = tuple((row[1], row[2]) for row in rows if not row[0])
        return Durations(by_day), Durations(tuple((row[1], row[2]) for row in rows if row[0]))

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

    def still_open(self, stretch: Stretch, choice: Choice) -> Counts:
        """Return of those that each step lost, how many have not ended."""
        lost = [part for _, part in FUNNEL if part is not None]
        sums = ", ".join(f"sum(coalesce({CONDITIONS[part]}, 0))" for part in lost)
        where, values = chosen(stretch, choice)
        row = self._db.execute(
            f"select {sums} from milestones where {where} and {CONDITIONS[Part.OPEN]}",  # noqa: S608
            values,
        ).fetchone()
        return {part: count or 0 for part, count in zip(lost, row, strict=True)}

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

    def tries_of(self, lead_id: LeadId) -> int | None:
        """Return a lead's tries in vain before he was reached, if it was counted."""
        row = self._db.execute(
            "select tries from milestones where lead_id = ?", [lead_id]
        ).fetchone()
        return None if row is None else row[0]

    def choices(self, by: By) -> list[str]:
        """Return the owners, sources, doors or interests that there are, in their order."""
        rows = self._db.execute(
            f"select distinct {by} from milestones where asked_at is not null order by 1",  # noqa: S608
        )
        return [row[0] for row in rows]


def _counts(counted: Mapping[Part, int | None]) -> Counts:
    return {part: counted.get(part) or 0 for part in Part}


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
