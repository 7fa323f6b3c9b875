"""What the inspection page looks at: a period, which leads, and who stands behind a figure."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from assistant.core.figures import EVERYBODY, By, Choice, Part, Within
from assistant.core.milestones import Interest
from assistant.core.period import Period, monday_of
from assistant.core.preset import Preset
from assistant.core.request import Door, RequestKind
from assistant.desk.inspection import WEEKS


class Span(StrEnum):
    """How a period is chosen. The values are remembered; never rename one."""

    THIS_WEEK = "this_week"
    LAST_WEEK = "last_week"
    THIS_MONTH = "this_month"
    TWELVE_WEEKS = "twelve_weeks"
    THIS_YEAR = "this_year"
    FROM_TO = "from_to"


def period_of(span: Span, today: date, typed: Period) -> Period:
    """Return the period that a span means today; one that is not over ends today.

    Args:
        span: What was chosen.
        today: The day on the dealer's calendar.
        typed: The days that :attr:`Span.FROM_TO` means.
    """
    week, monday = Period.week_around(today), monday_of(today)
    match span:
        case Span.THIS_WEEK:
            return Period(first=monday, last=today)
        case Span.LAST_WEEK:
            return week.before
        case Span.THIS_MONTH:
            return Period(first=today.replace(day=1), last=today)
        case Span.TWELVE_WEEKS:
            return Period(first=monday - timedelta(weeks=WEEKS - 1), last=today)
        case Span.THIS_YEAR:
            return Period(first=date(today.year, 1, 1), last=today)
        case Span.FROM_TO:
            return typed


@dataclass(frozen=True, slots=True)
class Calls:
    """Calls of one kind.

    Attributes:
        kind: Answered or missed.
        at: The weekday (0 is Monday) and hour by the dealer's clock; ``None`` for all.
    """

    kind: RequestKind
    at: tuple[int, int] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Behind:
    """The leads behind one figure.

    Attributes:
        title: What the figure is, in words.
        count: What it says.
        calls: The calls whose callers are meant; then of the rest only the period counts.
    """

    title: str
    count: int
    part: Part
    period: Period
    choice: Choice
    within: Within = EVERYBODY
    calls: Calls | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What is looked at, and what it is held against."""

    period: Period
    choice: Choice
    preset: Preset

    def behind(
        self, part: Part, count: int, title: str, within: Within = EVERYBODY
    ) -> Behind | None:
        """Return who stands behind a figure; ``None`` behind nothing."""
        if count == 0:
            return None
        return Behind(
            title=title,
            count=count,
            part=part,
            period=self.period,
            choice=self.choice,
            within=within,
        )

    def only(self, by: By, value: str) -> "Scope":
        """Return the scope of one salesperson, source, door or interest."""
        return replace(self, choice=_narrowed(self.choice, by, value))


def _narrowed(choice: Choice, by: By, value: str) -> Choice:
    match by:
        case By.OWNER:
            return replace(choice, owner=value)
        case By.SOURCE:
            return replace(choice, source=value)
        case By.DOOR:
            return replace(choice, doors=frozenset({Door(value)}))
        case By.INTEREST:
            return replace(choice, interest=Interest(value))
        case By.RESPONSE:
            return choice
