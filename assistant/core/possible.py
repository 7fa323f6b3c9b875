"""What cannot have happened is refused, for the window and the command line alike.

Only what no real day can bring is refused: who calls a customer by a number that we do not
hold, or hears of him by an address that we do not hold, has still reached him.
"""

from datetime import datetime

from assistant.core.course import Appointment, Course
from assistant.core.errors import WrongCallError
from assistant.core.facts import REACHED, AgreementKind, AppointmentEvent, LostReason, Outcome
from assistant.core.hours import OpeningHours
from assistant.core.request import Channel


def check_attempt(course: Course, channel: Channel, outcome: Outcome) -> None:
    """Refuse a message to a customer to whom none can go; one that proved bad may be tried again.

    Raises:
        WrongCallError: For a mail without an address, or a WhatsApp without a mobile number.
    """
    if outcome in REACHED:
        return
    if channel is Channel.MAIL and not course.emails:
        raise WrongCallError("No e-mail address of this customer is known.")
    if channel is Channel.WHATSAPP and not any(phone.mobile for phone in course.phones):
        raise WrongCallError("No mobile number of this customer is known.")


def check_agreement(course: Course, kind: AgreementKind, reason: LostReason | None) -> None:
    """Refuse to end a lead twice in the same way, or to go on with who wants to be left alone.

    A lead that was lost can still be sold, and a sale can fall through. Who wanted to be left
    alone and comes himself asks anew, which opens another lead.

    Raises:
        WrongCallError: Saying how the lead ended.
    """
    end = course.end
    if end is None:
        return
    if end.kind is AgreementKind.DO_NOT_CONTACT:
        raise WrongCallError(
            "This customer asked to be left alone; if he came back himself, log his call or visit."
        )
    if (end.kind, end.reason) == (kind, reason):
        raise WrongCallError("This lead is closed in that way already.")


def check_appointment(
    standing: Appointment, event: AppointmentEvent, now: datetime, hours: OpeningHours
) -> None:
    """Refuse to say what became of an appointment before that can be known, or to confirm it twice.

    A customer may come early, so that he came can be said from the appointment's day on.

    Raises:
        WrongCallError: Saying when the appointment is, or that it is confirmed.
    """
    if event is AppointmentEvent.CONFIRMED and standing.confirmed_at is not None:
        raise WrongCallError("This appointment is confirmed already.")
    starts = hours.local(standing.starts_at)
    match event:
        case AppointmentEvent.SHOW:
            can_be_known = hours.local(now).date() >= starts.date()
        case AppointmentEvent.NO_SHOW:
            can_be_known = now >= standing.starts_at
        case _:
            can_be_known = True
    if not can_be_known:
        raise WrongCallError("The appointment is on {moment:%Y-%m-%d %H:%M}.", moment=starts)
