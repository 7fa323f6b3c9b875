"""How an appointment stands, as a page shows it: in a word and with the state's shape."""

from datetime import datetime

from assistant.core.appointments import STANDING, Booked, Booking
from assistant.ui.look.roles import State
from assistant.words.catalogue import tr
from assistant.words.vocabulary import word


def state_of(booking: Booking, now: datetime) -> State | None:
    """Return how pressing an appointment is: what is to be confirmed, or asked about."""
    if booking.state in STANDING and booking.starts_at <= now:
        return State.URGENT
    match booking.state:
        case Booked.TO_CONFIRM:
            return State.WARM
        case Booked.CONFIRMED:
            return State.CALM
        case Booked.CAME:
            return State.DONE
        case Booked.NO_SHOW:
            return State.LATE
        case Booked.CANCELLED:
            return None


def state_in_words(booking: Booking, now: datetime) -> str:
    """Return the same as a word or two."""
    if booking.state in STANDING and booking.starts_at <= now:
        return tr("Came?")
    return word(booking.state)
