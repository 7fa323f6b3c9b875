"""The plan: what is to be done with a lead, and when. The rules of PROCESS, whole.

A plan follows from the facts and the rules alone; it does not depend on when it is asked
for. What changes by itself as time goes by stands in it as a prompt that expires.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from assistant.core.course import Appointment, Course
from assistant.core.facts import AgreementKind, HandOverReason, Outcome
from assistant.core.handover import HandedOver, escalation, handed_over_by
from assistant.core.milestones import Milestones
from assistant.core.request import Channel
from assistant.core.rules import TRIES, Rules, next_try


class Step(StrEnum):
    """What the salesperson does next. The values are stored and printed."""

    CALL = "call"
    MAIL = "mail"
    WHATSAPP = "whatsapp"
    CALL_BACK = "call_back"
    FOLLOW_UP = "follow_up"
    CONFIRM_APPOINTMENT = "confirm_appointment"
    REMIND_APPOINTMENT = "remind_appointment"
    ASK_SHOW = "ask_show"


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """One thing to do.

    Attributes:
        step: What.
        due_at: When it should have been done.
        rings_at: From when it asks for attention: for a first call when its two minutes
            begin, for anything else when it is due.
        expires_at: When it is too late for it and the lead's next prompt counts.
    """

    step: Step
    due_at: datetime
    rings_at: datetime
    expires_at: datetime | None = None

    @property
    def is_clock(self) -> bool:
        """Say whether it is a clock that runs until it is due: that of a first call."""
        return self.rings_at < self.due_at


@dataclass(frozen=True, slots=True)
class FirstClock:
    """A lead's very first clock: when it began to count, in opening hours, and ran out.

    Attributes:
        opens_at: Where the customer set his own moment, and it is later, that.
        due_at: Likewise.
        is_after_hours: Whether he asked while we were closed.
    """

    opens_at: datetime
    due_at: datetime
    is_after_hours: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is to be done with a lead.

    Attributes:
        prompts: Earliest due first, the last of them without an expiry; empty only for a
            lead that ended, was handed over or forgotten. Where a hand-over is still to come,
            all of them expire then.
        handed_over: Why and since when another has it, or will. A lost lead may have ended
            and be handed over, for the second voice.
        beside: The messages that go beside the last missed call, the chosen channel first.
        clock_due_at: When the newest clock ran out or will, for the count of calls in time; not
            that of who was sent to the BDC after hours.
        first_clock: The first one, for the inspection; ``None`` for who was spoken to at once.
    """

    prompts: tuple[Prompt, ...]
    handed_over: HandedOver | None
    beside: tuple[Channel, ...]
    clock_due_at: datetime | None
    first_clock: FirstClock | None = None

    def handed_over_at(self, now: datetime) -> HandedOver | None:
        """Return the hand-over, unless it is still to come: then prompts stand until it does."""
        away = self.handed_over
        return None if away is None or (self.prompts and now < away.since) else away


def current(prompts: tuple[Prompt, ...], now: datetime) -> Prompt | None:
    """Return the prompt that counts at ``now``: the earliest due one not expired."""
    standing = (
        prompt for prompt in prompts if prompt.expires_at is None or now < prompt.expires_at
    )
    return next(standing, None)


def plan(course: Course, rules: Rules) -> Plan:
    """Return what is to be done with a lead that stands as ``course`` says."""
    handed_over = handed_over_by(course, rules)
    prompts: tuple[Prompt, ...] = ()
    if course.end is None and handed_over is None and course.forgotten_at is None:
        found = sorted(_prompts(course, rules), key=lambda prompt: prompt.due_at)
        found = _show_asked(found, course)
        prompts = tuple(found) or (_choose_next_step(course, rules),)
        handed_over = escalation(course, rules)
        if handed_over is not None:
            prompts = tuple(_until(handed_over.since, prompt) for prompt in prompts)
    return Plan(
        prompts=prompts,
        handed_over=handed_over,
        beside=course.beside if prompts else (),
        clock_due_at=_clock_due(course, rules),
        first_clock=_first_clock(course.milestones, rules),
    )


def _clock_due(course: Course, rules: Rules) -> datetime | None:
    is_bdcs = course.sent is not None and course.sent.reason is HandOverReason.AFTER_HOURS
    if course.last_clock is None or is_bdcs:
        return None
    due = rules.first_due(course.last_clock)
    if course.wish is not None and not course.message_channels:
        return max(course.wish, due)
    return due


def _first_clock(known: Milestones, rules: Rules) -> FirstClock | None:
    if known.clock is None:
        return None
    due = rules.first_due(known.clock)
    is_after_hours = not rules.hours.is_open(known.clock)
    if known.wish is not None and known.wish > due:
        return FirstClock(known.wish, known.wish, is_after_hours)
    return FirstClock(due - rules.first_call, due, is_after_hours)


def _until(moment: datetime, prompt: Prompt) -> Prompt:
    return replace(prompt, expires_at=min(prompt.expires_at or moment, moment))


def _show_asked(prompts: list[Prompt], course: Course) -> list[Prompt]:
    """Let what was to be done before an appointment expire when it is asked whether he came.

    A clock that runs does not: he asked something since.
    """
    asked = next((prompt for prompt in prompts if prompt.step is Step.ASK_SHOW), None)
    if asked is None or course.clock is not None:
        return prompts
    earlier = prompts[: prompts.index(asked)]
    return [*(_until(asked.due_at, prompt) for prompt in earlier), *prompts[len(earlier) :]]


def _prompts(course: Course, rules: Rules) -> Iterator[Prompt]:
    if course.clock is not None:
        yield from _first_response(course, course.clock, rules)
    elif course.wish is not None:
        yield _at(Step.CALL_BACK, course.wish)
    elif course.agreed is not None and course.agreed.moment is not None:
        call_back = course.agreed.kind is AgreementKind.CALL_BACK
        yield _at(Step.CALL_BACK if call_back else Step.FOLLOW_UP, course.agreed.moment)
    elif course.no_show_at is not None:
        due = rules.hours.next_open(course.no_show_at + rules.no_show_call)
        yield _at(_reaching(course), due)
    elif 0 < len(course.tries) < TRIES:
        yield _at(_reaching(course), _next_try_due(course, rules))
    appointment = course.appointment
    if appointment is not None and not appointment.came:
        yield from _around(appointment, course, rules)
    elif course.spoken_at is not None and course.agreed is None:
        yield _choose_next_step(course, rules)


def _first_response(course: Course, clock: datetime, rules: Rules) -> Iterator[Prompt]:
    due = rules.first_due(clock)
    rings = due - rules.first_call
    if course.wish is None or course.wish <= due:
        yield Prompt(step=_reaching(course), due_at=due, rings_at=rings)
        return
    if course.message_channels:
        step = Step(course.message_channels[0])
        yield Prompt(step=step, due_at=due, rings_at=rings, expires_at=course.wish)
    yield _at(Step.CALL_BACK, course.wish)


def _reaching(course: Course) -> Step:
    """Return the step that reaches the customer: a call; else messages in turn."""
    if course.phone is not None:
        return Step.CALL
    channels = course.message_channels
    if not channels:
        return Step.FOLLOW_UP
    used = course.last.channel if course.tries and course.last is not None else None
    return Step(channels[-1] if used is channels[0] else channels[0])


def _next_try_due(course: Course, rules: Rules) -> datetime:
    last = course.last
    did_not_arrive = {Outcome.BOUNCED, Outcome.NOT_ON_WHATSAPP}
    if course.phone is None and last is not None and last.outcome in did_not_arrive:
        return rules.hours.next_open(last.at)
    return next_try(course.tries, rules)


def _around(appointment: Appointment, course: Course, rules: Rules) -> Iterator[Prompt]:
    for prompt in _of_appointment(appointment, course, rules):
        yield _not_before_the_first_call(prompt, course, rules)


def _of_appointment(appointment: Appointment, course: Course, rules: Rules) -> Iterator[Prompt]:
    starts = appointment.starts_at
    if appointment.confirmed_at is None:
        due = _to_confirm_from(appointment, course, rules)
        yield _at(Step.CONFIRM_APPOINTMENT, due, expires_at=starts)
    else:
        remind = _reminder_due(appointment, rules)
        heard_at = max(appointment.confirmed_at, appointment.reminded_at or appointment.changed_at)
        if remind is not None and heard_at < remind:
            yield _at(Step.REMIND_APPOINTMENT, remind, expires_at=starts)
    yield _at(Step.ASK_SHOW, rules.hours.next_open(starts + rules.ask_show))


def _not_before_the_first_call(prompt: Prompt, course: Course, rules: Rules) -> Prompt:
    """Let a clock that runs come first: what there is to do about an appointment can wait."""
    if course.clock is None:
        return prompt
    due = max(prompt.due_at, rules.first_due(course.clock))
    return replace(prompt, due_at=due, rings_at=due)


def _to_confirm_from(appointment: Appointment, course: Course, rules: Rules) -> datetime:
    """Return when to confirm an appointment: not while another had the lead."""
    ours_since = appointment.changed_at if course.back is None else course.back.arrived_at
    return rules.hours.next_open(max(appointment.changed_at, ours_since))


def _reminder_due(appointment: Appointment, rules: Rules) -> datetime | None:
    day = rules.hours.opening_day_before(rules.hours.local(appointment.starts_at).date())
    return None if day is None else rules.hours.spans_on(day)[0][0]


def _choose_next_step(course: Course, rules: Rules) -> Prompt:
    at = course.spoken_at or course.last_at
    assert at is not None  # noqa: S101 - a lead has at least the fact that opened it
    return _at(Step.FOLLOW_UP, rules.hours.next_open(at))


def _at(step: Step, due_at: datetime, *, expires_at: datetime | None = None) -> Prompt:
    return Prompt(step=step, due_at=due_at, rings_at=due_at, expires_at=expires_at)
