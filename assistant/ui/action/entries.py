"""What a press writes down: a sentence for the undo bar, and one or two steps at the desk."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from assistant.core.facts import (
    AgreementKind,
    AppointmentEvent,
    Fact,
    FactId,
    LaterReason,
    LeadId,
    Outcome,
)
from assistant.core.request import Channel
from assistant.desk import Desk, NextStep
from assistant.words.catalogue import tr
from assistant.words.history import to_whom
from assistant.words.vocabulary import word


@dataclass(frozen=True, slots=True)
class Entry:
    """Something to be written down about a lead.

    Attributes:
        sentence: What was done, in a few words.
        write: Writes it at the desk and returns the facts, so that they can be taken back.
    """

    sentence: str
    write: Callable[[Desk, LeadId], list[Fact]]


def attempted(channel: Channel, outcome: Outcome) -> Entry:
    """Log how a call ended, or that a message cannot arrive."""
    return Entry(word(outcome), lambda desk, lead: [desk.record(lead, channel, outcome)])


def sent(channel: Channel, confirms: FactId | None) -> Entry:
    """Log that a message went out; it may be the confirmation of an appointment."""

    def write(desk: Desk, lead: LeadId) -> list[Fact]:
        facts: list[Fact] = [desk.record(lead, channel, Outcome.SENT)]
        if confirms is not None:
            facts.append(desk.change_appointment(confirms, AppointmentEvent.CONFIRMED))
        return facts

    return Entry(tr("{channel} sent").format(channel=word(channel)), write)


def skipped(channel: Channel) -> Entry:
    """Log that the message beside a missed call is left out."""
    said = tr("{channel} skipped").format(channel=word(channel))
    return Entry(said, lambda desk, lead: [desk.skip(lead, channel)])


def agreed(next_step: NextStep, learnt: Mapping[str, object]) -> Entry:
    """Log what a conversation ended in, and what was learnt in it."""

    def write(desk: Desk, lead: LeadId) -> list[Fact]:
        facts: list[Fact] = [desk.agree(lead, next_step)]
        if any(value not in (None, "", ()) for value in learnt.values()):
            facts.append(desk.learn(lead, **learnt))
        return facts

    return Entry(word(next_step.kind), write)


def left_alone(learnt: Mapping[str, object]) -> Entry:
    """Log that a customer is contacted no more, in all his leads, and what was learnt."""

    def write(desk: Desk, lead: LeadId) -> list[Fact]:
        facts: list[Fact] = [*desk.privacy.leave_alone(lead)]
        if any(learnt.values()):
            facts.append(desk.learn(lead, **learnt))
        return facts

    return Entry(word(AgreementKind.DO_NOT_CONTACT), write)


def marked(appointment: FactId, event: AppointmentEvent, moment: datetime | None) -> Entry:
    """Log what became of an appointment."""
    return Entry(
        word(event), lambda desk, _lead: [desk.change_appointment(appointment, event, moment)]
    )


def postponed(until: datetime, reason: LaterReason) -> Entry:
    """Log that the card is put off."""
    return Entry(tr("Later"), lambda desk, lead: [desk.postpone(lead, until, reason)])


def handed_on(to: str, note: str) -> Entry:
    """Log that the salesperson cannot, and who gets the lead."""
    said = tr("Handed over to {name}").format(name=to_whom(to))
    return Entry(said, lambda desk, lead: [desk.handovers.hand_on(lead, to, note)])
