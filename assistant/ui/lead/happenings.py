"""Everything that happened to a lead, in words, newest first."""

from dataclasses import dataclass

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
from assistant.core.request import Channel
from assistant.desk import LeadFile
from assistant.ui.around import Around
from assistant.words.catalogue import tr
from assistant.words.history import in_words
from assistant.words.times import moment_in_words


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
    title, text = in_words(
        fact,
        lambda moment: moment_in_words(moment, now, zone),
        around.settings.dealer.country,
    )
    if undone:
        title = tr("Undone: {what}").format(what=title)
    elif gone:
        title = tr("Split off: {what}").format(what=title)
    happened_at = fact.arrived_at if isinstance(fact, Requested) else fact.at
    told = moment_in_words(happened_at, now, zone)
    if by:
        told = f"{told} · {by}"
    return Happening(_icon(fact), title, told, text, gone)


_CHANNEL_ICONS = {Channel.CALL: "call", Channel.MAIL: "mail", Channel.WHATSAPP: "chat"}
_ICONS: dict[type[Fact], str] = {
    Requested: "inbox",
    Agreed: "check",
    AppointmentChanged: "calendar",
    Postponed: "later",
    Skipped: "skip",
    Learnt: "note",
    HandedOn: "handover",
    HandOverSent: "export",
    CameBack: "undo",
    Merged: "person",
    Split: "undo",
    Retraction: "undo",
}


def _icon(fact: Fact) -> str:
    return _CHANNEL_ICONS[fact.channel] if isinstance(fact, Attempt) else _ICONS[type(fact)]
