"""What happened in a lead, in words, for the person whom it is about."""

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from assistant.core.facts import (
    Agreed,
    AppointmentChanged,
    Attempt,
    CameBack,
    Fact,
    HandedOn,
    HandOverSent,
    Learnt,
    Merged,
    Postponed,
    Requested,
    Retraction,
    Skipped,
    Split,
)
from assistant.core.follow import gone_facts
from assistant.core.request import Request
from assistant.desk import LeadFile
from assistant.words.catalogue import tr
from assistant.words.history import elsewhere
from assistant.words.times import day_in_full
from assistant.words.vocabulary import word

Row = tuple[str, str]
"""About what, and what is said about it."""


def when(moment: datetime, zone: ZoneInfo) -> str:
    """Return a moment in full: ``Tue 3 Mar 2026 10:04``."""
    local = moment.astimezone(zone)
    return f"{day_in_full(local)} {local:%H:%M}"


def happened(lead: LeadFile, zone: ZoneInfo) -> Iterator[Row]:
    """Yield everything that happened in a lead, in its order."""
    gone = gone_facts(lead.facts)
    for fact in lead.facts:
        said = "\n".join(filter(None, _said(fact, zone)))
        if said:
            by = f" ({fact.by})" if fact.by and not isinstance(fact, Requested) else ""
            undone = tr("Undone:") + " " if fact.id in gone else ""
            at = fact.arrived_at if isinstance(fact, Requested) else fact.at
            yield when(at, zone), f"{undone}{said}{by}"


def _said(  # noqa: C901, PLR0911 - one line a fact
    fact: Fact, zone: ZoneInfo
) -> tuple[str, ...]:
    match fact:
        case Requested(request=asked):
            return tuple(_asked(asked, zone))
        case Attempt(channel=channel, outcome=outcome, note=note):
            return f"{word(channel)}: {word(outcome).lower()}", note
        case Agreed(kind=kind, moment=moment, reason=reason, note=note):
            agreed = [word(kind), "" if moment is None else when(moment, zone)]
            why = "" if reason is None else word(reason).lower()
            return " · ".join(filter(None, (*agreed, why))), note
        case AppointmentChanged(event=event, moment=moment):
            return (f"{word(event)} {'' if moment is None else when(moment, zone)}".strip(),)
        case Learnt():
            return tuple(_learnt(fact))
        case Postponed(until=until, reason=reason):
            later = tr("Later, until {time}").format(time=when(until, zone))
            return (f"{later}: {word(reason).lower()}",)
        case Skipped(channel=channel):
            return (tr("{channel} skipped").format(channel=word(channel)),)
        case HandedOn() | HandOverSent() | CameBack():
            return elsewhere(fact)
        case Merged():
            return (tr("Leads merged"),)
        case Split() | Retraction():
            return ()


def _asked(asked: Request, zone: ZoneInfo) -> Iterator[str]:
    yield " · ".join(filter(None, (word(asked.kind), word(asked.door), asked.source)))
    yield asked.question
    labelled = (
        (tr("Name"), asked.name),
        (tr("Phone"), ", ".join(phone.number for phone in asked.phones)),
        (tr("E-mail"), ", ".join(asked.emails)),
        (tr("Car"), " · ".join(filter(None, (asked.vehicle, asked.plate, asked.price)))),
        (tr("Advert"), asked.link),
        (tr("Own car"), asked.own_vehicle),
        (tr("Asked at"), "" if asked.asked_at is None else when(asked.asked_at, zone)),
        (tr("Wants a call at"), "" if asked.wanted_at is None else when(asked.wanted_at, zone)),
        (tr("Wants"), "" if asked.wants is None else word(asked.wants)),
        (tr("Consent"), asked.consent),
        (tr("Reference"), asked.reference),
    )
    yield from (f"{label}: {text}" for label, text in labelled if text)
    if not asked.may_call:
        yield tr("Asked not to be called.")


def _learnt(fact: Learnt) -> Iterator[str]:
    yield tr("Noted")
    yield fact.name
    yield "" if fact.phone is None else fact.phone.number
    yield fact.email
    marks = (
        (fact.phone_read_back, tr("Number read back")),
        (fact.email_read_back, tr("E-mail read back")),
        (fact.question_answered, tr("Question answered")),
    )
    yield from (text for is_so, text in marks if is_so)
    yield from (f"{question} {answer}" for question, answer in fact.answers)
