"""The message that suits a lead at a moment, and the link that hands it over."""

from dataclasses import dataclass

from assistant.core.request import Channel
from assistant.desk import LeadFile
from assistant.outreach.links import mail_link, whatsapp_link
from assistant.outreach.texts import About, Moment, Text, text
from assistant.ui.around import Around
from assistant.words.catalogue import tr
from assistant.words.times import day_and_month, weekday


@dataclass(frozen=True, slots=True)
class Letter:
    """A message and where it goes.

    Attributes:
        to: The address or number (E.164).
        shown_to: The same as a person reads it.
    """

    to: str
    shown_to: str
    text: Text


def letter(around: Around, lead: LeadFile, moment: Moment, channel: Channel) -> Letter:
    """Return the message for a moment, addressed; ``to`` is empty without an address."""
    course = lead.course
    phone, asked = course.whatsapp, course.request
    to = (phone.number if phone else "") if channel is Channel.WHATSAPP else (course.email or "")
    about = About(
        name=course.name,
        vehicle="" if asked is None else asked.vehicle,
        salesperson=around.settings.desk.salesperson,
        dealer=around.settings.dealer.name,
        moment=_moment(around, lead),
    )
    return Letter(to, around.national(to), text(moment, channel, about, around.tongue))


def link(channel: Channel, to: str, message: Text) -> str:
    """Return the link that opens the message in the program that sends it."""
    if channel is Channel.WHATSAPP:
        return whatsapp_link(to, message.body)
    return mail_link(to, message.subject, message.body)


def heading(moment: Moment, channel: Channel) -> str:
    """Return what a message is for, as its page says it."""
    by_mail = channel is Channel.MAIL
    match moment:
        case Moment.MISSED:
            return tr("Not reached: send a mail") if by_mail else tr("Not reached: send a WhatsApp")
        case Moment.CONFIRMATION:
            return tr("Confirm the appointment")
        case Moment.REMINDER:
            return tr("Remind of the appointment")
        case Moment.CALL_BACK:
            return tr("Confirm when you will call")
        case Moment.FIRST:
            return tr("Write a mail") if by_mail else tr("Write a WhatsApp")


def _moment(around: Around, lead: LeadFile) -> str:
    course = lead.course
    when = course.appointment.starts_at if course.appointment is not None else course.wish
    if when is None:
        return ""
    local = when.astimezone(around.zone)
    return f"{weekday(local)} {day_and_month(local)} {local:%H:%M}"
