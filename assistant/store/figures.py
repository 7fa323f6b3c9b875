"""The figures of the inspection, counted in SQL from the milestones.

A part's condition stands here once: it counts the part, and finds the leads behind the count.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from sqlite3 import Connection, Row
from typing import NamedTuple

from assistant.core.facts import LeadId
from assistant.core.figures import (
    EVERYBODY,
    IDLE,
    IGNORED,
    Broken,
    BrokenLead,
    By,
    Choice,
    Counts,
    Durations,
    Part,
    Response,
    Telephone,
    Within,
)
from assistant.core.local_time import Offset
from assistant.core.request import Door, RequestKind
from assistant.core.rules import TRIES
from assistant.store.columns import moment, moment_text

_GIVEN_UP = """
    reached_at is null and handed_over_at is null
    and (ended is not null
         or max(coalesce(last_attempt_at, ''), coalesce(due_at, asked_at)) < :idle_since)
"""
CONDITIONS = {
    Part.REQUESTS: "true",
    Part.CLOCKS: "due_at is not null and (responded_at is not null or due_at <= :now)",
    Part.IN_TIME: "responded_at <= due_at",
    Part.LATE: "responded_at > due_at or (responded_at is null and due_at <= :now)",
    Part.SPOKEN: "reached_at is not null",
    Part.NOT_SPOKEN: "reached_at is null",
    Part.AGREED: "agreed_at is not null",
    Part.VAGUE: "agreed_at is not null and confirmed_at is null",
    Part.ONLY_FOLLOW_UP: "agreed_at is null and follow_up_at is not null and sold_at is null",
    Part.APPOINTMENTS: "confirmed_at is not null",
    Part.NO_APPOINTMENT: """
        reached_at is not null and confirmed_at is null and show_at is null and sold_at is null
    """,
    Part.SHOWS: "show_at is not null",
    Part.NOT_SHOWN: "confirmed_at is not null and show_at is null and sold_at is null",
    Part.SALES: "sold_at is not null",
    Part.NOT_SOLD: "show_at is not null and sold_at is null",
    Part.FOLLOWABLE: "reached_at is not null and is_followable",
    Part.GIVEN_UP: _GIVEN_UP,
    Part.GIVEN_UP_BEFORE_THIRD: f"tries < 3 and {_GIVEN_UP}",
    Part.GIVEN_UP_BEFORE_FIFTH: f"tries < {TRIES} and {_GIVEN_UP}",
    Part.LOST: "ended = 'lost'",
    Part.OPEN: "ended is null",
}
"""What makes a lead one of a part, in the columns of ``milestones``."""

_GROUPS = {by: f"milestones.{by}" for by in By if by is not By.RESPONSE} | {
    By.RESPONSE: f"""
        case when {CONDITIONS[Part.IN_TIME]} then '{Response.IN_TIME}'
             when {CONDITIONS[Part.LATE]} then '{Response.LATE}' else '{Response.NO_CLOCK}' end
    """
}
_SUMS = ", ".join(f"sum(coalesce({condition}, 0))" for condition in CONDITIONS.values())

_STANDS = """
    not exists (select 1 from facts gone
                where gone.refers_to = requests.id and gone.kind = 'retraction')
    and not exists (select 1 from facts gone
                    where gone.refers_to = requests.id and gone.kind = 'split'
                      and not exists (select 1 from facts undone where undone.kind = 'retraction'
                                      and undone.refers_to = gone.id))
"""
"""A request that was neither taken back nor split off."""

_BROKEN = {
    Broken.NOT_IN_TIME: (
        "due_at",
        f"""milestones.asked_at >= :start and milestones.asked_at < :end
            and ({CONDITIONS[Part.LATE]})""",
    ),
    Broken.UNCONFIRMED: (
        "starts_at",
        """starts_at >= :start and starts_at < :end and starts_at <= :now
           and confirmed_at is null and show_at is null and sold_at is null""",
    ),
    Broken.NO_SHOW_NOT_CALLED: (
        "no_show_uncalled_at",
        """no_show_uncalled_at >= :start and no_show_uncalled_at < :end
           and no_show_uncalled_at < :no_show_before and ended is null""",
    ),
    Broken.NO_NEXT_STEP: (
        "no_next_step_at",
        """no_next_step_at >= :start and no_next_step_at < :end
           and no_next_step_at < :ignored_since and ended is null""",
    ),
}
"""By rule: the moment at which it was broken, and for whom: first calls as they are counted."""


class Stretch(NamedTuple):
    """A period as moments: from ``start`` up to ``end``, looked at from ``now`` (UTC)."""

    start: datetime
    end: datetime
    now: datetime


class First(NamedTuple):
    """What a lead is counted by: its first request, and its tries before it was reached."""

    lead_id: LeadId
    asked_at: datetime
    door: Door
    source: str
    tries: int


class FigureRows:
    """Counts. Use it on the thread that opened ``db``; reading is all it does."""

    def __init__(self, db: Connection) -> None:
        self._db = db

    def split(self, stretch: Stretch, choice: Choice) -> tuple[Counts, dict[By, dict[str, Counts]]]:
        """Count all parts at once, and split by each of :class:`By`."""
        where, values = _chosen(stretch, choice)
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
            where, values = _chosen(stretch, choice)
            row = self._db.execute(
                f"select {_SUMS} from milestones where {where}",  # noqa: S608 - our own words
                values,
            ).fetchone()
            counted.append(_counts(Counter(dict(zip(CONDITIONS, row, strict=True)))))
        return counted

    def responses(self, stretch: Stretch, choice: Choice) -> tuple[Durations, Durations]:
        """Return the response times in opening hours and after them."""
        where, values = _chosen(stretch, choice)
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
        where, values = _chosen(stretch, choice)
        rows = self._db.execute(
            f"""select tries, count(*) from milestones where {where} and reached_at is not null
                group by tries order by tries""",  # noqa: S608 - our own words
            values,
        )
        return [(row[0], row[1]) for row in rows]

    def lost_reasons(self, stretch: Stretch, choice: Choice) -> dict[str, int]:
        """Return why leads were lost, the most frequent reason first."""
        where, values = _chosen(stretch, choice)
        rows = self._db.execute(
            f"""select lost_reason, count(*) as leads from milestones
                where {where} and lost_reason is not null
                group by lost_reason order by leads desc, lost_reason""",  # noqa: S608
            values,
        )
        return {row[0]: row[1] for row in rows}

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

    def calls(self, kind: RequestKind, stretch: Stretch) -> list[tuple[LeadId, datetime]]:
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
        where, values = _chosen(stretch, choice)
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

    def broken(
        self, stretch: Stretch, choice: Choice, no_show_before: datetime
    ) -> list[BrokenLead]:
        """Return for which leads a rule was broken in a stretch of time, rule by rule.

        Args:
            stretch: When it was; for a first call that was late: when the customer asked, so that
                they are as many as the count.
            choice: Whose leads.
            no_show_before: Who did not come before then should have been called by now.
        """
        where, values = _of(choice)
        values |= _moments(stretch) | {"no_show_before": moment_text(no_show_before)}
        found = []
        for rule, (since, condition) in _BROKEN.items():
            rows = self._db.execute(
                f"""select lead_id, name, phone, milestones.owner, {since} as since,
                           milestones.tries
                    from milestones join summaries using (lead_id)
                    where {where} and {condition}""",  # noqa: S608 - our own words
                values,
            )
            found += [_broken(rule, row) for row in rows]
        rows = self._db.execute(
            f"""select lead_id, name, phone, milestones.owner, min(prompts.due_at) as since,
                       milestones.tries, reached_at is null as never_reached
                from prompts join summaries using (lead_id) join milestones using (lead_id)
                where {where} and (expires_at is null or expires_at > :now)
                group by lead_id
                having since >= :start and since < :end and since < :ignored_since""",  # noqa: S608
            values,
        )
        found += [_broken(_ignored(row), row) for row in rows]
        return sorted(found, key=_as_read)

    def choices(self, by: By) -> list[str]:
        """Return the owners, sources, doors or interests that there are, in their order."""
        rows = self._db.execute(
            f"select distinct {by} from milestones where asked_at is not null order by 1",  # noqa: S608
        )
        return [row[0] for row in rows]


def _chosen(stretch: Stretch, choice: Choice) -> tuple[str, dict[str, object]]:
    """Return the condition for the leads that asked in a stretch, and its values."""
    where, values = _of(choice)
    return f"asked_at >= :start and asked_at < :end and {where}", values | _moments(stretch)


def _of(choice: Choice) -> tuple[str, dict[str, object]]:
    doors = ", ".join(f"'{door}'" for door in sorted(choice.doors))
    wanted = {"owner": choice.owner, "source": choice.source, "interest": choice.interest}
    conditions = [
        f"milestones.{name} = :{name}" for name, value in wanted.items() if value is not None
    ]
    return " and ".join([f"milestones.door in ({doors})", *conditions]), dict(wanted)


def _narrowed(within: Within) -> str:
    """Return the condition for who stands in one bar."""
    reached = "tries >= :reached_after" if within.or_more else "tries = :reached_after"
    conditions = (
        (within.is_after_hours is not None, "is_after_hours = :is_after_hours"),
        (within.longer_than is not None, "response_s > :longer_than"),
        (within.at_most is not None, "response_s <= :at_most"),
        (within.is_uncalled, "response_s is null"),
        (within.reached_after is not None, f"reached_at is not null and {reached}"),
    )
    return " and ".join(["true", *(text for holds, text in conditions if holds)])


def _moments(stretch: Stretch) -> dict[str, object]:
    return {
        "start": moment_text(stretch.start),
        "end": moment_text(stretch.end),
        "now": moment_text(stretch.now),
        "idle_since": moment_text(stretch.now - IDLE),
        "ignored_since": moment_text(stretch.now - IGNORED),
    }


def _counts(counted: Mapping[Part, int | None]) -> Counts:
    return {part: counted.get(part) or 0 for part in Part}


def _weekday_and_hour(text: str) -> tuple[int, int]:
    """Read SQLite's weekday, in which Sunday is 0, and hour."""
    weekday, hour = map(int, text.split())
    return (weekday - 1) % 7, hour


def _ignored(row: Row) -> Broken:
    few = row["never_reached"] and row["tries"] < TRIES
    return Broken.FEWER_THAN_FIVE if few else Broken.PROMPT_IGNORED


def _broken(rule: Broken, row: Row) -> BrokenLead:
    return BrokenLead(
        lead_id=LeadId(row["lead_id"]),
        rule=rule,
        name=row["name"],
        owner=row["owner"],
        since=moment(row["since"]),
        tries=row["tries"],
        phone=row["phone"],
    )


def _as_read(lead: BrokenLead) -> tuple[int, datetime, str]:
    return tuple(Broken).index(lead.rule), lead.since, lead.lead_id
