"""The calendar invite that goes with a mail about an appointment."""

from datetime import timedelta

from assistant.core.appointments import sequence
from assistant.core.course import Appointment
from assistant.core.request import Channel
from assistant.desk import LeadFile
from assistant.outreach.mail import Invite, InviteMethod
from assistant.outreach.texts import Moment
from assistant.ui.around import Around
from assistant.words.catalogue import tr

CONFIRMING = frozenset({Moment.CONFIRMATION, Moment.MOVED})
"""The messages with which an appointment becomes one."""


def invitation(around: Around, lead: LeadFile, moment: Moment, channel: Channel) -> Invite | None:
    """Return the invite that goes with a message; ``None`` where none goes."""
    appointment, attendee = _about(lead, moment), lead.course.email
    organizer = around.settings.own_address
    if channel is not Channel.MAIL or appointment is None or attendee is None or not organizer:
        return None
    from assistant.outreach.invite import Meeting, invite  # noqa: PLC0415 - slow, seldom needed

    dealer, asked = around.settings.dealer, lead.course.request
    meeting = Meeting(
        uid=appointment.uid,
        sequence=sequence(lead.facts),
        starts_at=appointment.starts_at,
        lasts=timedelta(minutes=around.settings.follow_up.appointment_minutes),
        summary=_summary(dealer.name, "" if asked is None else asked.vehicle),
        location=dealer.address,
    )
    method = InviteMethod.CANCEL if moment is Moment.CANCELLED else InviteMethod.REQUEST
    return invite(meeting, method, organizer=organizer, attendee=attendee, at=around.now())


def enclosed_in_words(around: Around, lead: LeadFile, moment: Moment, channel: Channel) -> str:
    """Return what goes with a message beside its text, or why not; empty where nothing could."""
    if channel is not Channel.MAIL or _about(lead, moment) is None:
        return ""
    if not around.settings.own_address:
        return tr("No calendar invite: your own e-mail address is not in the settings.")
    if moment is Moment.CANCELLED:
        return tr("With the cancellation for his calendar.")
    return tr("With an invite for his calendar.")


def _about(lead: LeadFile, moment: Moment) -> Appointment | None:
    if moment is Moment.CANCELLED:
        return lead.course.cancelled
    return lead.course.appointment if moment in CONFIRMING else None


def _summary(dealer: str, vehicle: str) -> str:
    title = tr("Appointment at {dealer}").format(dealer=dealer) if dealer else tr("Appointment")
    return f"{title}: {vehicle}" if vehicle else title
