"""The message that suits a lead at a moment, and where it goes."""

from dataclasses import dataclass, replace
from datetime import datetime

from assistant.core.errors import mark
from assistant.core.request import Channel
from assistant.desk import LeadFile
from assistant.outreach.fields import Lack, lacking
from assistant.outreach.texts import About, Moment, Text, filled
from assistant.ui.around import Around
from assistant.words.catalogue import tr
from assistant.words.times import day_and_time


@dataclass(frozen=True, slots=True)
class Letter:
    """A message and where it goes.

    Attributes:
        to: The address or number, as a person reads it.
        lacks: What the text speaks of and that is not known of this lead.
    """

    to: str
    text: Text
    lacks: tuple[Lack, ...] = ()


_HEADINGS = {
    Moment.FIRST: (mark("Write a mail"), mark("Write a WhatsApp")),
    Moment.MISSED: (mark("Not reached: send a mail"), mark("Not reached: send a WhatsApp")),
    Moment.CALL_BACK: (mark("Confirm when you will call"),) * 2,
    Moment.CONFIRMATION: (mark("Confirm the appointment"),) * 2,
    Moment.MOVED: (mark("Confirm the new time"),) * 2,
    Moment.CANCELLED: (mark("Confirm the cancellation"),) * 2,
    Moment.REMINDER: (mark("Remind of the appointment"),) * 2,
    Moment.NO_SHOW: (mark("Did not come: ask for another moment"),) * 2,
    Moment.INFORMATION: (mark("Send the information"),) * 2,
    Moment.THANK_YOU: (mark("Thank for the visit"),) * 2,
}
"""What each message is for: by mail, by WhatsApp."""


def address(lead: LeadFile, channel: Channel) -> str:
    """Return where a message goes: a number (E.164) or an e-mail address; empty without one."""
    if channel is Channel.WHATSAPP:
        return lead.course.whatsapp.number if lead.course.whatsapp is not None else ""
    return lead.course.email or ""


def letter(around: Around, lead: LeadFile, moment: Moment, channel: Channel) -> Letter:
    """Return the message for a moment, and to whom, as a person reads it."""
    form = around.own_texts.form(moment, channel, around.tongue)
    said = about(around, lead)
    return Letter(
        around.national(address(lead, channel)),
        filled(form, said, around.tongue),
        lacking(f"{form.subject}\n{form.body}", said),
    )


def about(around: Around, lead: LeadFile) -> About:
    """Return what fills the fields of a message to a lead's customer."""
    course, asked = lead.course, lead.course.request
    return replace(
        ourselves(around),
        name=course.name,
        vehicle="" if asked is None else asked.vehicle,
        question="" if asked is None else asked.question,
        moment=_moment(around, lead),
    )


def ourselves(around: Around) -> About:
    """Return what fills the fields that are the same for every customer."""
    dealer = around.settings.dealer
    return About(
        salesperson=around.settings.desk.salesperson,
        dealer=dealer.name,
        phone=around.national(dealer.phone) if dealer.phone else "",
    )


def heading(moment: Moment, channel: Channel) -> str:
    """Return what a message is for, as its page says it."""
    by_mail, by_whatsapp = _HEADINGS[moment]
    return tr(by_mail if channel is Channel.MAIL else by_whatsapp)


def _moment(around: Around, lead: LeadFile) -> str:
    course = lead.course
    appointment = course.appointment or course.cancelled
    when = appointment.starts_at if appointment is not None else course.wish
    return "" if when is None else moment_words(around, when)


def moment_words(around: Around, moment: datetime) -> str:
    """Return a moment as a message says it: ``za 7 mrt 14:00``."""
    zone = around.zone
    return day_and_time(moment.astimezone(zone), around.now().astimezone(zone).date())
