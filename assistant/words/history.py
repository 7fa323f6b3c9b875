"""What happened to a lead, in words: for the screens, and for whoever gets it handed over."""

from collections.abc import Callable
from datetime import datetime

from assistant.core.contact import national
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
    Outcome,
    Postponed,
    Requested,
    Retraction,
    Skipped,
    Split,
)
from assistant.core.request import Channel
from assistant.words.catalogue import tr
from assistant.words.vocabulary import word

Told = Callable[[datetime], str]
"""Says when something was."""
Words = tuple[str, str]
"""What happened in a few words, and what was said or asked, in full; that may be empty."""

_Noted = (
    Postponed | Skipped | Learnt | HandedOn | HandOverSent | CameBack | Merged | Split | Retraction
)


def in_words(fact: Fact, told: Told, region: str) -> Words:
    """Return what happened, in words, with numbers as people in ``region`` write them."""
    match fact:
        case Requested(request=asked):
            return " · ".join(filter(None, (word(asked.kind), asked.source))), asked.question
        case Attempt(channel=channel, outcome=outcome, note=note):
            ended = attempt_ended(channel, outcome)
            by_call = channel is Channel.CALL
            return f"{word(channel)}: {ended.lower()}" if by_call else ended, note
        case Agreed():
            return _agreed(fact, told), fact.note
        case AppointmentChanged(event=event, moment=moment):
            return f"{word(event)} {'' if moment is None else told(moment)}".strip(), ""
        case _:
            return _noted(fact, told, region)


def attempt_ended(channel: Channel, outcome: Outcome) -> str:
    """Return how an attempt ended: ``Voicemail``, ``Mail: sent``, ``Answered by mail``."""
    if channel is Channel.CALL:
        return word(outcome)
    if (channel, outcome) == (Channel.MAIL, Outcome.ANSWERED):
        return tr("Answered by mail")
    return f"{word(channel)}: {word(outcome).lower()}"


def to_whom(name: str) -> str:
    """Return who has a lead: a colleague by his name, or the BDC."""
    return name or tr("the BDC")


def _noted(fact: _Noted, told: Told, region: str) -> Words:
    match fact:
        case Postponed(until=until, reason=reason):
            return tr("Later, until {time}").format(time=told(until)), word(reason)
        case Skipped(channel=channel):
            return tr("{channel} skipped").format(channel=word(channel)), ""
        case Learnt():
            return tr("Noted"), _learnt(fact, region)
        case HandedOn() | HandOverSent() | CameBack():
            return elsewhere(fact)
        case Merged():
            return tr("Leads merged"), ""
        case Split() | Retraction():
            return tr("Undone"), ""


def elsewhere(fact: HandedOn | HandOverSent | CameBack) -> Words:
    """Return what happened to a lead that another has, or had."""
    match fact:
        case HandedOn(to=to, note=note):
            return tr("Handed over to {name}").format(name=to_whom(to)), note
        case HandOverSent(reason=reason, to=to, as_draft=as_draft):
            said = (
                tr("Opened in your mail program for {name}: {reason}")
                if as_draft
                else tr("Sent to {name}: {reason}")
            )
            return said.format(name=to_whom(to), reason=word(reason).lower()), ""
        case CameBack(note=note):
            return tr("Came back"), note


def _agreed(fact: Agreed, told: Told) -> str:
    said = [word(fact.kind)]
    if fact.moment is not None:
        said.append(told(fact.moment))
    if fact.reason is not None:
        said.append(word(fact.reason).lower())
    return " · ".join(said)


def _learnt(fact: Learnt, region: str) -> str:
    number = "" if fact.phone is None else national(fact.phone.number, region)
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
