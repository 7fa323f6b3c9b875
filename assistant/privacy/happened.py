"""What happened in a lead, in words, for the person whom it is about."""

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from assistant.core.facts import Fact, Requested, Retraction, Split
from assistant.core.follow import gone_facts
from assistant.core.request import Request
from assistant.desk import LeadFile
from assistant.words.catalogue import tr
from assistant.words.history import in_words
from assistant.words.times import day_in_full
from assistant.words.vocabulary import word

Row = tuple[str, str]
"""About what, and what is said about it."""


def when(moment: datetime, zone: ZoneInfo) -> str:
    """Return a moment in full: ``Tue 3 Mar 2026 10:04``."""
    local = moment.astimezone(zone)
    return f"{day_in_full(local)} {local:%H:%M}"


def happened(lead: LeadFile, zone: ZoneInfo, region: str) -> Iterator[Row]:
    """Yield everything that happened in a lead, in its order.

    Args:
        lead: The lead.
        zone: In which moments are told.
        region: Whose people are to read the numbers.
    """
    gone = gone_facts(lead.facts)
    for fact in lead.facts:
        said = "\n".join(filter(None, _said(fact, zone, region)))
        if said:
            by = f" ({fact.by})" if fact.by and not isinstance(fact, Requested) else ""
            undone = tr("Undone:") + " " if fact.id in gone else ""
            at = fact.arrived_at if isinstance(fact, Requested) else fact.at
            yield when(at, zone), f"{undone}{said}{by}"


def _said(fact: Fact, zone: ZoneInfo, region: str) -> Iterator[str]:
    if isinstance(fact, Requested):
        yield from _asked(fact.request, zone)
    elif not isinstance(fact, Split | Retraction):  # what they undid says so itself
        yield from in_words(fact, lambda moment: when(moment, zone), region)


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
