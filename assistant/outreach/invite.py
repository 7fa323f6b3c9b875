"""Appointments for calendars: the invite in a mail, and a file that calendars subscribe to.

Calendars know an appointment again by its UID, which it keeps for life, and believe what has
the higher SEQUENCE. Times are UTC, so that no calendar has to know our zone. Import it late:
its library is slow to load.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from icalendar import Calendar, Event, vCalAddress

from assistant.names import harmless
from assistant.outreach.mail import MARK, Invite, InviteMethod

PRODUCT = "-//followup-assistant//EN"
_REFRESH = timedelta(minutes=15)


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """An appointment as a calendar shows it; every text may hold anything.

    Attributes:
        uid: Under which calendars know it, here and nowhere else in the world.
        sequence: How often it was changed since it was made.
        starts_at: When it begins (aware).
        lasts: How long it takes.
        summary: Its title.
        location: Where it is; may be empty.
        description: What else there is to know; may be empty.
        tentative: Whether it is not confirmed yet.
    """

    uid: str
    sequence: int
    starts_at: datetime
    lasts: timedelta
    summary: str
    location: str = ""
    description: str = ""
    tentative: bool = False


def invite(
    meeting: Meeting, method: InviteMethod, *, organizer: str, attendee: str, at: datetime
) -> Invite:
    """Return what stands beside the text of a mail.

    Args:
        meeting: The appointment.
        method: That it is asked for, anew or at another time, or that it is cancelled.
        organizer: Our e-mail address.
        attendee: The customer's.
        at: The present moment.
    """
    event = _event(meeting, at)
    event.add("organizer", vCalAddress(f"mailto:{organizer}"))
    guest = vCalAddress(f"mailto:{attendee}")
    guest.params["ROLE"] = "REQ-PARTICIPANT"
    guest.params["PARTSTAT"] = "NEEDS-ACTION"
    guest.params["RSVP"] = "FALSE"  # an answer would land among the leads
    event.add("attendee", guest)
    event.add("status", "CANCELLED" if method is InviteMethod.CANCEL else "CONFIRMED")
    content: bytes = _calendar(method, [event]).to_ical()
    return Invite(method, content)


def published(meetings: Iterable[Meeting], *, name: str, mark: str, at: datetime) -> bytes:
    """Return the file that calendars subscribe to.

    Args:
        meetings: All that is in it.
        name: What a calendar calls it.
        mark: Stands for the meetings; the same mark means the same ones.
        at: The present moment.
    """
    events = []
    for meeting in meetings:
        event = _event(meeting, at)
        event.add("status", "TENTATIVE" if meeting.tentative else "CONFIRMED")
        events.append(event)
    calendar = _calendar("PUBLISH", events)
    calendar.add("x-wr-calname", harmless(name))
    calendar.add("refresh-interval", _REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT15M")
    calendar.add(MARK.lower(), mark)
    content: bytes = calendar.to_ical()
    return content


def _calendar(method: str, events: Iterable[Event]) -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", str(method))
    for event in events:
        calendar.add_component(event)
    return calendar


def _event(meeting: Meeting, at: datetime) -> Event:
    event = Event()
    event.add("uid", f"{meeting.uid}@followup")
    event.add("sequence", meeting.sequence)
    event.add("dtstamp", at)
    event.add("dtstart", meeting.starts_at)
    event.add("dtend", meeting.starts_at + meeting.lasts)
    event.add("summary", _one_line(meeting.summary))
    if meeting.location:
        event.add("location", _one_line(meeting.location))
    if meeting.description:
        event.add("description", harmless(meeting.description))
    return event


def _one_line(text: str) -> str:
    return harmless(" ".join(text.split()))
