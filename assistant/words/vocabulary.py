"""What the rules' words are called on a screen. The keys are stored; these are only shown."""

from collections.abc import Sequence
from enum import StrEnum

from assistant.core.appointments import Booked
from assistant.core.errors import mark
from assistant.core.facts import (
    AgreementKind,
    AppointmentEvent,
    HandOverReason,
    LaterReason,
    LostReason,
    Outcome,
)
from assistant.core.followable import Missing
from assistant.core.plan import Step
from assistant.core.privacy import CallNote
from assistant.core.request import Channel, Door, RequestKind
from assistant.core.summary import State
from assistant.desk.values import Result
from assistant.words.catalogue import tr

_WORDS: tuple[tuple[StrEnum, str], ...] = (
    (Channel.CALL, mark("Call")),
    (Channel.MAIL, mark("Mail")),
    (Channel.WHATSAPP, mark("WhatsApp")),
    (Outcome.SPOKE, mark("Spoke")),
    (Outcome.VOICEMAIL, mark("Voicemail")),
    (Outcome.NO_ANSWER, mark("No answer")),
    (Outcome.BUSY, mark("Busy")),
    (Outcome.WRONG_NUMBER, mark("Wrong number")),
    (Outcome.SENT, mark("Sent")),
    (Outcome.BOUNCED, mark("Bounced")),
    (Outcome.REFUSED, mark("Refused by the server")),
    (Outcome.NOT_ON_WHATSAPP, mark("Not on WhatsApp")),
    (Outcome.ANSWERED, mark("Answered")),
    (Step.CALL, mark("Call")),
    (Step.MAIL, mark("Mail")),
    (Step.WHATSAPP, mark("WhatsApp")),
    (Step.CALL_BACK, mark("Call back")),
    (Step.FOLLOW_UP, mark("Follow up")),
    (Step.CONFIRM_APPOINTMENT, mark("Confirm the appointment")),
    (Step.REMIND_APPOINTMENT, mark("Remind of the appointment")),
    (Step.ASK_SHOW, mark("Did the customer come?")),
    (AgreementKind.APPOINTMENT, mark("Appointment")),
    (AgreementKind.CALL_BACK, mark("Call back")),
    (AgreementKind.FOLLOW_UP, mark("Information")),
    (AgreementKind.SOLD, mark("Sold")),
    (AgreementKind.LOST, mark("Lost")),
    (AgreementKind.DO_NOT_CONTACT, mark("Do not contact")),
    (LostReason.BOUGHT_ELSEWHERE, mark("Bought elsewhere")),
    (LostReason.NOT_INTERESTED, mark("Not interested")),
    (LostReason.PRICE, mark("Price")),
    (LostReason.CAR_SOLD, mark("Car is sold")),
    (LostReason.UNREACHABLE, mark("Unreachable")),
    (LostReason.DUPLICATE, mark("Duplicate")),
    (LostReason.OTHER, mark("Other reason")),
    (LaterReason.WITH_CUSTOMER, mark("With a customer")),
    (LaterReason.ON_THE_PHONE, mark("On the phone")),
    (LaterReason.CUSTOMER_ASKED, mark("The customer asked")),
    (LaterReason.OTHER, mark("Something else")),
    (AppointmentEvent.CONFIRMED, mark("Appointment confirmed")),
    (AppointmentEvent.REMINDED, mark("Reminded of the appointment")),
    (AppointmentEvent.MOVED, mark("Appointment moved")),
    (AppointmentEvent.CANCELLED, mark("Appointment cancelled")),
    (AppointmentEvent.SHOW, mark("Came")),
    (AppointmentEvent.NO_SHOW, mark("Did not come")),
    (Booked.TO_CONFIRM, mark("To confirm")),
    (Booked.CONFIRMED, mark("Confirmed")),
    (Booked.CAME, mark("Came")),
    (Booked.NO_SHOW, mark("Did not come")),
    (Booked.CANCELLED, mark("Cancelled")),
    (HandOverReason.ESCALATION, mark("Escalation")),
    (HandOverReason.AFTER_HOURS, mark("After hours")),
    (HandOverReason.UNREACHED, mark("Not reached")),
    (HandOverReason.SECOND_VOICE, mark("Second voice")),
    (HandOverReason.PASSIVE, mark("Passive lead")),
    (RequestKind.QUESTION, mark("Question")),
    (RequestKind.TEST_DRIVE, mark("Test drive")),
    (RequestKind.CALL_BACK, mark("Call-back request")),
    (RequestKind.TRADE_IN, mark("Trade-in")),
    (RequestKind.FINANCE, mark("Finance")),
    (RequestKind.MISSED_CALL, mark("Missed call")),
    (RequestKind.ANSWERED_CALL, mark("Answered call")),
    (RequestKind.OTHER, mark("Request")),
    (RequestKind.PASSIVE, mark("Passive lead")),
    (Door.WEB, mark("Online")),
    (Door.PHONE, mark("Phone")),
    (Door.SHOWROOM, mark("Showroom")),
    (Door.LIST, mark("List")),
    (State.OPEN, mark("Still open")),
    (State.HANDED_OVER, mark("Handed over")),
    (State.SOLD, mark("Sold")),
    (State.LOST, mark("Lost")),
    (State.DO_NOT_CONTACT, mark("Do not contact")),
    (State.FORGOTTEN, mark("Forgotten")),
    (CallNote.DO_NOT_CONTACT, mark("asked not to be contacted")),
    (CallNote.LEFT_ALONE, mark("may not be called: asked before not to be contacted")),
    (CallNote.NOT_BY_PHONE, mark("asked not to be called")),
    (CallNote.NO_CONSENT, mark("may not be called: no proof of consent")),
    (CallNote.WRONG_NUMBER, mark("cannot be called: the number is wrong")),
    (CallNote.ASKS_AGAIN, mark("asked once not to be contacted, now asks himself")),
    (Missing.PHONE, mark("number")),
    (Missing.PHONE_ASKED, mark("number asked")),
    (Missing.PHONE_READ_BACK, mark("number read back")),
    (Missing.EMAIL, mark("e-mail")),
    (Missing.EMAIL_ASKED, mark("e-mail asked")),
    (Missing.EMAIL_READ_BACK, mark("e-mail read back")),
    (Result.NEW, mark("new lead")),
    (Result.JOINED, mark("joined the open lead")),
    (Result.REPEAT, mark("taken before")),
    (Result.CAME_BACK, mark("came back from the BDC")),
    (Result.NOT_A_LEAD, mark("not a lead")),
    (Result.UNREADABLE, mark("unreadable")),
)
_BY_KIND = {(type(word), word): text for word, text in _WORDS}  # equal words of two kinds differ


_TWO_AS_ONE = (
    ((Missing.PHONE_ASKED, Missing.PHONE_READ_BACK), mark("number asked and read back")),
    ((Missing.EMAIL_ASKED, Missing.EMAIL_READ_BACK), mark("e-mail asked and read back")),
)


def things_missing(lacks: Sequence[Missing]) -> str:
    """Return what is missing to be followable, in a few words; empty when nothing is."""
    said = {lack: word(lack) for lack in lacks}
    for (first, second), both in _TWO_AS_ONE:
        if first in said and second in said:
            said[first] = tr(both)
            del said[second]
    return ", ".join(said.values())


def word(value: StrEnum) -> str:
    """Return what a word of the rules is called in the present language."""
    return tr(_BY_KIND[type(value), value])
