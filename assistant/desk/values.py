"""What goes into the desk and comes out of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from assistant.core.course import Course
from assistant.core.facts import AgreementKind, Fact, LeadId, LostReason
from assistant.core.handover import HandedOver
from assistant.core.letter import Letter
from assistant.core.plan import Plan, Prompt
from assistant.core.request import Reading


class Result(StrEnum):
    """What became of a reading. The values are printed; never rename one."""

    NEW = "new"
    JOINED = "joined"
    REPEAT = "repeat"
    CAME_BACK = "came_back"
    NOT_A_LEAD = "not_a_lead"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """A message with what the readers made of it.

    Attributes:
        identity: The source's own id; what has the same one is taken in once.
        name: The file's name.
        arrived_at: When it reached the desk (UTC).
        content: The bytes, at most the first MiB.
        readings: What stands in it; at least one.
        letter: What it is beside that, if it may belong to a lead that is worked.
    """

    identity: str
    name: str
    arrived_at: datetime
    content: bytes
    readings: tuple[Reading, ...]
    letter: Letter | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What became of one reading."""

    result: Result
    reading: Reading
    lead_id: LeadId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NextStep:
    """What a conversation ended in, before it is written down."""

    kind: AgreementKind
    moment: datetime | None = None
    reason: LostReason | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadFile:
    """Everything about one lead.

    Attributes:
        facts: What happened, in the order of the log, taken back or not.
        prompt: What is to be done now, if anything.
        handed_over: Why and since when another has it now, if so.
    """

    lead_id: LeadId
    owner: str
    facts: tuple[Fact, ...]
    course: Course
    plan: Plan
    prompt: Prompt | None
    handed_over: HandedOver | None = None


def still_expected(leads: Iterable[LeadFile], now: datetime) -> list[datetime]:
    """Return the appointments that were called off, and of which nobody told the customer yet."""
    cancelled = (lead.course.cancelled for lead in leads)
    return [each.starts_at for each in cancelled if each is not None and now < each.starts_at]
