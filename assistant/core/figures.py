"""What a manager inspects: counts of leads, and which leads stand behind each of them.

Every figure is the count of a :class:`Part`, so that whoever asks for the leads behind a
figure gets exactly those that were counted.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from assistant.core.durations import Durations
from assistant.core.facts import LeadId, LostReason
from assistant.core.milestones import Interest
from assistant.core.period import Period
from assistant.core.request import Door

IDLE = timedelta(days=7)
"""A lead that was not reached, and to which nothing was done for so long, was given up (ours)."""
IGNORED = timedelta(days=1)
"""A prompt that is late for so long was ignored (ours)."""


class Part(StrEnum):
    """A part of the leads that asked in a period. The values are printed; never rename one.

    Attributes:
        REQUESTS: All of them.
        CLOCKS: Whose first call was due here, or made; not who is the BDC's after hours.
        IN_TIME: Whose first call came within its two minutes of opening time.
        LATE: Whose first call came later, or is overdue.
        SPOKEN: With whom a conversation took place, or who answered.
        NOT_SPOKEN: The others.
        AGREED: With whom an appointment was agreed.
        VAGUE: Of those, with whom none was ever confirmed.
        ONLY_FOLLOW_UP: With whom only a call-back or follow-up was agreed.
        APPOINTMENTS: To whom a confirmation went out: only that is an appointment [004].
        NO_APPOINTMENT: Who were spoken to, and nothing more.
        SHOWS: Who came.
        NOT_SHOWN: Who had an appointment and neither came nor bought; it may be still to come.
        SALES: Who bought.
        NOT_SOLD: Who came and did not buy yet.
        FOLLOWABLE: Who were spoken to, and of whom we hold a number and an address, both asked
            for and read back.
        GIVEN_UP: Never spoken to and ended, or left for a week; not those that the BDC or a
            colleague has, unless they call one who was given up: as second voice.
        GIVEN_UP_BEFORE_THIRD: Of those, after fewer than three tries [001].
        GIVEN_UP_BEFORE_FIFTH: Of those, after fewer than five.
        LOST: Which were lost.
        OPEN: Which have not ended.
    """

    REQUESTS = "requests"
    CLOCKS = "clocks"
    IN_TIME = "in_time"
    LATE = "late"
    SPOKEN = "spoken"
    NOT_SPOKEN = "not_spoken"
    AGREED = "agreed"
    VAGUE = "vague"
    ONLY_FOLLOW_UP = "only_follow_up"
    APPOINTMENTS = "appointments"
    NO_APPOINTMENT = "no_appointment"
    SHOWS = "shows"
    NOT_SHOWN = "not_shown"
    SALES = "sales"
    NOT_SOLD = "not_sold"
    FOLLOWABLE = "followable"
    GIVEN_UP = "given_up"
    GIVEN_UP_BEFORE_THIRD = "given_up_before_third"
    GIVEN_UP_BEFORE_FIFTH = "given_up_before_fifth"
    LOST = "lost"
    OPEN = "open"


FUNNEL = (
    (Part.REQUESTS, None),
    (Part.IN_TIME, Part.LATE),
    (Part.SPOKEN, Part.NOT_SPOKEN),
    (Part.APPOINTMENTS, Part.NO_APPOINTMENT),
    (Part.SHOWS, Part.NOT_SHOWN),
    (Part.SALES, Part.NOT_SOLD),
)
"""The steps of the funnel, each with those that it lost."""


class Broken(StrEnum):
    """A rule of the process that was broken for a lead, in the order in which they are read."""

    NOT_IN_TIME = "not_in_time"
    FEWER_THAN_FIVE = "fewer_than_five"
    PROMPT_IGNORED = "prompt_ignored"
    UNCONFIRMED = "unconfirmed"
    NO_SHOW_NOT_CALLED = "no_show_not_called"
    NO_NEXT_STEP = "no_next_step"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Which leads are looked at; ``None`` for whoever and whatever.

    Attributes:
        owner: The salesperson whose they are.
        source: Who passed them on.
        doors: Where they came in. Left alone, those that the benchmarks are about: who comes
            in by the showroom door was spoken to and came at once, and counts only if asked for.
        interest: New, used, or the telephone.
    """

    owner: str | None = None
    source: str | None = None
    doors: frozenset[Door] = frozenset({Door.WEB, Door.PHONE, Door.LIST})
    interest: Interest | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Within:
    """Narrows a part to those that stand in one bar of a chart.

    Attributes:
        is_after_hours: Who asked while we were closed, or while we were open.
        longer_than: Whose first call came after more seconds than this.
        at_most: Whose first call came after as many seconds at most.
        is_uncalled: Whose first call was not made yet.
        reached_after: Who was reached after so many tries in vain, or after more if
            ``or_more`` is set.
        or_more: See ``reached_after``.
        is_open: Who has not ended.
        lost_reason: Who was lost for this reason.
    """

    is_after_hours: bool | None = None
    longer_than: int | None = None
    at_most: int | None = None
    is_uncalled: bool = False
    reached_after: int | None = None
    or_more: bool = False
    is_open: bool = False
    lost_reason: LostReason | None = None


EVERYBODY = Within()


class By(StrEnum):
    """What figures are split by."""

    OWNER = "owner"
    SOURCE = "source"
    DOOR = "door"
    INTEREST = "interest"
    RESPONSE = "response"


class Response(StrEnum):
    """How the first call was made; the values of :attr:`By.RESPONSE`."""

    IN_TIME = "in_time"
    LATE = "late"
    NO_CLOCK = "no_clock"


Counts = Mapping[Part, int]
"""How many leads each part has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telephone:
    """The telephone as customers met it.

    Attributes:
        answered: Calls that were taken.
        missed: Missed calls by weekday (0 is Monday) and hour of the dealer's clock.
    """

    answered: int = 0
    missed: Mapping[tuple[int, int], int] = field(default_factory=dict)

    @property
    def reachability(self) -> float | None:
        """Return the share of calls that was taken, 0 to 1; ``None`` without any."""
        calls = self.answered + sum(self.missed.values())
        return None if calls == 0 else self.answered / calls


@dataclass(frozen=True, slots=True, kw_only=True)
class BrokenLead:
    """A lead for which a rule was broken.

    Attributes:
        since: When it was: the first call was due, the prompt, the appointment.
        tries: Tries in vain so far.
        phone: The number to call (E.164, or as the customer wrote it); it may be empty.
    """

    lead_id: LeadId
    rule: Broken
    name: str
    owner: str
    since: datetime
    tries: int
    phone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """The figures of the leads that asked in one period, as they stand at one moment.

    Attributes:
        period: The period.
        at: The moment.
        counts: All of them.
        by: The same counts, split.
        open_hours: Response times of who asked while we were open, from the question on.
        after_hours: Of who asked while we were closed, from the next opening on.
        tries: How many were reached after so many tries in vain.
        telephone: Calls in that period.
        lost_reasons: Why leads were lost.
        still_open: Of those that each step lost, how many have not ended.
    """

    period: Period
    at: datetime
    counts: Counts
    by: Mapping[By, Mapping[str, Counts]]
    open_hours: Durations
    after_hours: Durations
    tries: Sequence[tuple[int, int]]
    telephone: Telephone
    lost_reasons: Mapping[str, int]
    still_open: Counts
