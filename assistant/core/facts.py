"""The log: what happened, one frozen fact each, in the order in which it was written down.

Facts are appended and never changed. Who erred appends a :class:`Retraction`.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from assistant.core.contact import Phone
from assistant.core.request import Channel, Request

LeadId = NewType("LeadId", str)
FactId = NewType("FactId", str)


class Outcome(StrEnum):
    """How an attempt ended. The values are stored and printed; never rename one."""

    SPOKE = "spoke"
    VOICEMAIL = "voicemail"
    NO_ANSWER = "no_answer"
    BUSY = "busy"
    WRONG_NUMBER = "wrong_number"
    SENT = "sent"
    BOUNCED = "bounced"
    REFUSED = "refused"
    NOT_ON_WHATSAPP = "not_on_whatsapp"
    ANSWERED = "answered"


OUTCOMES: dict[Channel, tuple[Outcome, ...]] = {
    Channel.CALL: (
        Outcome.SPOKE,
        Outcome.VOICEMAIL,
        Outcome.NO_ANSWER,
        Outcome.BUSY,
        Outcome.WRONG_NUMBER,
    ),
    Channel.MAIL: (Outcome.SENT, Outcome.BOUNCED, Outcome.REFUSED, Outcome.ANSWERED),
    Channel.WHATSAPP: (Outcome.SENT, Outcome.NOT_ON_WHATSAPP, Outcome.ANSWERED),
}
"""The outcomes that each channel can have, in the order in which they are offered."""

REACHED = frozenset({Outcome.SPOKE, Outcome.ANSWERED})


class AgreementKind(StrEnum):
    """What a conversation ended in."""

    APPOINTMENT = "appointment"
    CALL_BACK = "call-back"
    FOLLOW_UP = "follow-up"
    SOLD = "sold"
    LOST = "lost"
    DO_NOT_CONTACT = "do-not-contact"


WITH_MOMENT = frozenset(
    {AgreementKind.APPOINTMENT, AgreementKind.CALL_BACK, AgreementKind.FOLLOW_UP}
)


class LostReason(StrEnum):
    """Why a lead was lost."""

    BOUGHT_ELSEWHERE = "bought_elsewhere"
    NOT_INTERESTED = "not_interested"
    PRICE = "price"
    CAR_SOLD = "car_sold"
    UNREACHABLE = "unreachable"
    DUPLICATE = "duplicate"
    OTHER = "other"


class AppointmentEvent(StrEnum):
    """What happened to an appointment."""

    CONFIRMED = "confirmed"
    REMINDED = "reminded"
    MOVED = "moved"
    CANCELLED = "cancelled"
    SHOW = "show"
    NO_SHOW = "no-show"


class LaterReason(StrEnum):
    """Why the salesperson cannot take the lead this minute."""

    WITH_CUSTOMER = "with_customer"
    ON_THE_PHONE = "on_the_phone"
    CUSTOMER_ASKED = "customer_asked"
    OTHER = "other"


class HandOverReason(StrEnum):
    """Why another than the salesperson gets a lead. The values are stored and printed."""

    ESCALATION = "escalation"
    AFTER_HOURS = "after_hours"
    UNREACHED = "unreached"
    SECOND_VOICE = "second_voice"
    PASSIVE = "passive"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Fact:
    """What every fact carries.

    Attributes:
        id: Unique over all desks.
        lead_id: The lead it is about.
        at: When it was written down (UTC).
        by: The salesperson who did it; empty when no name is set.
    """

    id: FactId
    lead_id: LeadId
    at: datetime
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Requested(_Fact):
    """The customer asked something.

    Attributes:
        clock_from: When the clock of this request started (UTC).
        arrived_at: When the request reached the desk (UTC).
    """

    request: Request
    arrived_at: datetime
    clock_from: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt(_Fact):
    """A call, mail or WhatsApp message to the customer, with its outcome."""

    channel: Channel
    outcome: Outcome
    note: str = ""

    def __post_init__(self) -> None:
        if self.outcome not in OUTCOMES[self.channel]:
            raise ValueError(f"a {self.channel} cannot end in {self.outcome}")

    @property
    def reached(self) -> bool:
        """Say whether a conversation took place, or the customer answered."""
        return self.outcome in REACHED


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreed(_Fact):
    """What a conversation ended in. An agreed appointment's id is this fact's id."""

    kind: AgreementKind
    moment: datetime | None = None
    reason: LostReason | None = None
    note: str = ""

    def __post_init__(self) -> None:
        if (self.kind in WITH_MOMENT) != (self.moment is not None):
            raise ValueError("a moment goes with an appointment, call-back or follow-up only")
        if (self.kind is AgreementKind.LOST) != (self.reason is not None):
            raise ValueError("a reason goes with a lost lead only")


@dataclass(frozen=True, slots=True, kw_only=True)
class AppointmentChanged(_Fact):
    """Something happened to an appointment; ``moment`` is its new time when it was moved."""

    appointment_id: FactId
    event: AppointmentEvent
    moment: datetime | None = None

    def __post_init__(self) -> None:
        if (self.event is AppointmentEvent.MOVED) != (self.moment is not None):
            raise ValueError("a moment goes with a moved appointment only")


@dataclass(frozen=True, slots=True, kw_only=True)
class Postponed(_Fact):
    """The salesperson said "later". It quiets the card and stops no clock."""

    until: datetime
    reason: LaterReason


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped(_Fact):
    """The message that goes beside a missed call was left out this time."""

    channel: Channel


@dataclass(frozen=True, slots=True, kw_only=True)
class Learnt(_Fact):
    """Something about the customer that the salesperson learnt; empty fields say nothing.

    Attributes:
        phone_asked: Whether he was asked for his number: ``phone``, or else the one in use.
        phone_read_back: Whether it was read back to him, which includes the asking.
        email_asked: Likewise of the address.
        email_read_back: Likewise.
        answers: What he said to the questions that were asked back, by question.
    """

    name: str = ""
    phone: Phone | None = None
    email: str = ""
    phone_asked: bool | None = None
    phone_read_back: bool | None = None
    email_asked: bool | None = None
    email_read_back: bool | None = None
    question_answered: bool | None = None
    answers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedOn(_Fact):
    """The salesperson cannot, and hands the lead to another.

    Attributes:
        to: The colleague's name; empty for the BDC.
    """

    to: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOverSent(_Fact):
    """A hand-over left: its lead is with the BDC or the colleague until something comes back.

    Attributes:
        reason: Why they get it.
        since: Since when it waited to be sent (UTC).
        to: The colleague's name; empty for the BDC.
    """

    reason: HandOverReason
    since: datetime
    to: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CameBack(_Fact):
    """Whoever had the lead revived it: it is the salesperson's again, as an active one.

    Attributes:
        arrived_at: When word of it reached the desk (UTC); the clock starts there.
        note: What the BDC says.
    """

    arrived_at: datetime
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged(_Fact):
    """Somebody saw that this lead's customer is that of the lead ``into``: one lead from now on."""

    into: LeadId


@dataclass(frozen=True, slots=True, kw_only=True)
class Split(_Fact):
    """Somebody saw that a request of this lead is another customer's.

    Attributes:
        request_id: That request; it no longer counts here.
        into: The lead in which it was written down anew.
    """

    request_id: FactId
    into: LeadId


@dataclass(frozen=True, slots=True, kw_only=True)
class Retraction(_Fact):
    """Takes back the fact ``of``, as if it had never been written down."""

    of: FactId


Fact = (
    Requested
    | Attempt
    | Agreed
    | AppointmentChanged
    | Postponed
    | Skipped
    | Learnt
    | HandedOn
    | HandOverSent
    | CameBack
    | Merged
    | Split
    | Retraction
)
