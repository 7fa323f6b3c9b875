"""Everything that happened to a lead, in words, newest first."""

from dataclasses import dataclass
from datetime import datetime

from assistant.core.facts import (
    Agreed,
    AppointmentChanged,
    Attempt,
    Fact,
    Learnt,
    Merged,
    Postponed,
    Requested,
    Retraction,
    Skipped,
    Split,
)
from assistant.core.follow import gone_facts
from assistant.core.request import Channel
from assistant.desk import LeadFile
from assistant.ui.around import Around
from assistant.ui.sentences import attempt_ended
from assistant.words.catalogue import tr
from assistant.words.times import moment_in_words
from assistant.words.vocabulary import word


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that happened.

    Attributes:
        icon: Its picture's name.
        title: What happened, in a few words.
        told: When and by whom; of a request only when several customers asked.
        text: What was said or asked, in full; may be empty.
        taken_back: Whether it counts no longer: it was undone, or split off.
    """

    icon: str
    title: str
    told: str
    text: str
    taken_back: bool


def happenings(around: Around, lead: LeadFile) -> list[Happening]:
    """Return what happened to a lead, newest first."""
    names = {fact.request.name for fact in lead.facts if isinstance(fact, Requested)}
    undone = {fact.of for fact in lead.facts if isinstance(fact, Retraction)}
    gone = gone_facts(lead.facts)
    return [
        _happening(
            around,
            fact,
            by=_by(fact, several=len(names) > 1),
            undone=fact.id in undone,
            gone=fact.id in gone,
        )
        for fact in reversed(lead.facts)
        if not isinstance(fact, Retraction | Split)
    ]


def _by(fact: Fact, *, several: bool) -> str:
    """Return who did it; who asked it when several customers did."""
    if isinstance(fact, Requested):
        return fact.request.name if several else ""
    return fact.by


def _happening(around: Around, fact: Fact, *, by: str, undone: bool, gone: bool) -> Happening:
    now, zone = around.now(), around.zone
    icon, title, text = _in_words(fact, now, around)
    if undone:
        title = tr("Undone: {what}").format(what=title)
    elif gone:
        title = tr("Split off: {what}").format(what=title)
    happened_at = fact.arrived_at if isinstance(fact, Requested) else fact.at
    told = moment_in_words(happened_at, now, zone)
    if by:
        told = f"{told} · {by}"
    return Happening(icon, title, told, text, gone)


_CHANNEL_ICONS = {Channel.CALL: "call", Channel.MAIL: "mail", Channel.WHATSAPP: "chat"}


def _in_words(fact: Fact, now: datetime, around: Around) -> tuple[str, str, str]:
    match fact:
        case Requested(request=asked):
            title = " · ".join(filter(None, (word(asked.kind), asked.source)))
            return "inbox", title, asked.question
        case Attempt(channel=channel, outcome=outcome, note=note):
            ended = attempt_ended(channel, outcome)
            title = f"{word(channel)}: {ended.lower()}" if channel is Channel.CALL else ended
            return _CHANNEL_ICONS[channel], title, note
        case Agreed():
            return "check", _agreed(fact, now, around), fact.note
        case AppointmentChanged(event=event, moment=moment):
            when = "" if moment is None else moment_in_words(moment, now, around.zone)
            return "calendar", f"{word(event)} {when}".strip(), ""
        case _:
            return _noted(fact, now, around)


def _noted(
    fact: Postponed | Skipped | Learnt | Merged | Split | Retraction, now: datetime, around: Around
) -> tuple[str, str, str]:
    match fact:
        case Postponed(until=until, reason=reason):
            when = moment_in_words(until, now, around.zone)
            return "later", tr("Later, until {time}").format(time=when), word(reason)
        case Skipped(channel=channel):
            return "skip", tr("{channel} skipped").format(channel=word(channel)), ""
        case Learnt():
            return "note", tr("Noted"), _learnt(fact, around)
        case Merged():
            return "person", tr("Leads merged"), ""
        case Split() | Retraction():
            return "undo", tr("Undone"), ""


def _agreed(fact: Agreed, now: datetime, around: Around) -> str:
    said = [word(fact.kind)]
    if fact.moment is not None:
        said.append(moment_in_words(fact.moment, now, around.zone))
    if fact.reason is not None:
        said.append(word(fact.reason).lower())
    return " · ".join(said)


def _learnt(fact: Learnt, around: Around) -> str:
    number = "" if fact.phone is None else around.national(fact.phone.number)
    said = [text for text in (fact.name, number, fact.email) if text]
    said += [f"{question} {answer}" for question, answer in fact.answers]
    marks = (
        (fact.phone_asked and not fact.phone_read_back, tr("Number asked")),
        (fact.phone_read_back, tr("Number asked and read back")),
        (fact.email_asked and not fact.email_read_back, tr("E-mail asked")),
        (fact.email_read_back, tr("E-mail asked and read back")),
        (fact.question_answered, tr("Question answered")),
        (fact.question_answered is False, tr("Question not answered")),
    )
    said += [text for is_so, text in marks if is_so]
    return "\n".join(said)
