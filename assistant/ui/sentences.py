"""Sentences about a lead that several windows say in the same way."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from assistant.core.course import Course
from assistant.core.facts import Attempt, Outcome
from assistant.core.follow import gone_facts
from assistant.core.followable import missing_for
from assistant.core.plan import Prompt, Step
from assistant.core.privacy import CallNote
from assistant.core.request import Channel
from assistant.core.rules import TRIES
from assistant.core.summary import Summary
from assistant.desk import LeadFile
from assistant.ui.look.dots import Dot
from assistant.words.catalogue import tr
from assistant.words.history import attempt_ended, to_whom
from assistant.words.times import moment_in_words
from assistant.words.vocabulary import things_missing, word

_LONGEST_WORD = 240  # characters of the BDC's notes on the card; all of them are in the history
_REACHING = frozenset({Step.CALL, Step.MAIL, Step.WHATSAPP})


def who(name: str, phone: str, email: str) -> str:
    """Return what to call a customer: his name, else his number or address."""
    return name or phone or email or tr("Unknown customer")


def tries_in_words(tries: int) -> str:
    """Return ``2 of 5 tries``."""
    return tr("{count} of {all} tries").format(count=tries, all=TRIES)


def dots(tries: int, *, busy: bool = False) -> list[Dot]:
    """Return one dot a try: those made, the next one, those left."""
    made = [Dot.MADE] * min(tries, TRIES)
    if made and busy:
        made[-1] = Dot.BUSY
    if len(made) == TRIES:
        return made
    return [*made, Dot.NEXT, *[Dot.OPEN] * (TRIES - len(made) - 1)]


def usual_questions() -> tuple[str, ...]:
    """Return what is asked back unless the dealer set questions of his own."""
    return tr("Trade-in?"), tr("When?"), tr("Finance?"), tr("Test drive?")


def last_outcome(lead: Summary, now: datetime, zone: ZoneInfo) -> str:
    """Return ``Voicemail, Tue 10:04 (Piet)``; nothing when there was no attempt."""
    if lead.last_outcome is None or lead.last_at is None or lead.last_channel is None:
        return ""
    return _attempt_in_words(
        lead.last_channel, lead.last_outcome, lead.last_at, lead.last_by, now, zone
    )


def last_attempt(attempt: Attempt | None, now: datetime, zone: ZoneInfo) -> str:
    """Return ``Voicemail, Tue 10:04 (Piet)``; nothing when there was no attempt."""
    if attempt is None:
        return ""
    return _attempt_in_words(attempt.channel, attempt.outcome, attempt.at, attempt.by, now, zone)


def wish(channel: Channel | None) -> str:
    """Return which channel the customer chose: ``wants WhatsApp``; nothing without one."""
    return "" if channel is None else tr("wants {channel}").format(channel=word(channel))


def is_first_call(lead: LeadFile) -> bool:
    """Say whether the first call to a customer is still to come; mails may have gone before it."""
    gone = gone_facts(lead.facts)
    attempts = [fact for fact in lead.facts if isinstance(fact, Attempt) and fact.id not in gone]
    if lead.course.phone is None:
        return not attempts
    return all(fact.channel is not Channel.CALL for fact in attempts)


def missing_to_follow(course: Course) -> str:
    """Return what is missing to be followable in one line; nothing when nothing is."""
    lacks = missing_for(course)
    if not lacks:
        return ""
    return tr("Missing to follow up: {things}").format(things=things_missing(lacks))


def call_note_in_words(note: CallNote | None) -> str:
    """Return why a customer may not be called, as a sentence; nothing where he may."""
    if note is None:
        return ""
    said = word(note)
    return f"{said[0].upper()}{said[1:]}."


def due(prompt: Prompt, now: datetime, zone: ZoneInfo) -> str:
    """Return when a prompt is due: ``today at 10:34``, ``tomorrow at 10:00``."""
    said = moment_in_words(prompt.due_at, now, zone)
    if prompt.due_at.astimezone(zone).date() == now.astimezone(zone).date():
        return tr("today at {time}").format(time=said)
    return said


def word_from_bdc(lead: LeadFile) -> str:
    """Return what the BDC said of a lead that came back, in one paragraph that fits the card."""
    back = lead.course.word_from_bdc
    if back is None:
        return ""
    note = " ".join(back.note.split())
    name = to_whom(lead.course.back_from)
    if not note:
        return tr("Came back from {name}.").format(name=name)
    cut = note if len(note) <= _LONGEST_WORD else f"{note[:_LONGEST_WORD].rstrip()} …"
    return tr("Came back from {name}: {note}").format(name=name, note=cut)


def what_is_asked(lead: LeadFile) -> str:
    """Return in a few words what a lead asks for now: ``New lead``, ``Call``; perhaps nothing."""
    course, prompt = lead.course, lead.prompt
    if prompt is None:
        return ""
    if prompt.step in _REACHING and course.last is None:
        return tr("New lead")
    if prompt.step is Step.FOLLOW_UP and course.spoken_at is not None:
        return tr("Choose the next step")
    return word(prompt.step)


def what_comes_next(lead: LeadFile, now: datetime, zone: ZoneInfo) -> str:
    """Return the last line of the card: what happens next and when, or how it ended."""
    course, prompt = lead.course, lead.prompt
    if prompt is not None:
        return _next_prompt(course, prompt, now, zone)
    if course.end is not None:
        return word(course.end.kind)
    if course.forgotten_at is not None:
        return tr("Forgotten: what was done still counts.")
    if lead.handed_over is not None:
        return tr("Handed over to {name}: {reason}").format(
            name=to_whom(lead.handed_over.to), reason=word(lead.handed_over.reason)
        )
    return ""


def _next_prompt(course: Course, prompt: Prompt, now: datetime, zone: ZoneInfo) -> str:
    when = due(prompt, now, zone)
    if prompt.step is Step.FOLLOW_UP and course.spoken_at is not None:
        return tr("Choose the next step")
    if prompt.step in _REACHING and course.tries:
        return tr("Try {next} of {all} {when}").format(
            next=len(course.tries) + 1, all=TRIES, when=when
        )
    return f"{word(prompt.step)} {when}"


def _attempt_in_words(
    channel: Channel, outcome: Outcome, at: datetime, by: str, now: datetime, zone: ZoneInfo
) -> str:
    said = f"{attempt_ended(channel, outcome)}, {moment_in_words(at, now, zone)}"
    return f"{said} ({by})" if by else said


def time_left(prompt: Prompt, now: datetime) -> timedelta:
    """Return the time left until a prompt is late; below zero once it is."""
    return prompt.due_at - now
