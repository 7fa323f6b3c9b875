"""What a customer asked, as it was read from a message or typed into the form."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from assistant.core.contact import Phone


class RequestKind(StrEnum):
    """What was asked. The values are stored and printed; never rename one."""

    QUESTION = "question"
    TEST_DRIVE = "test_drive"
    CALL_BACK = "call_back"
    TRADE_IN = "trade_in"
    FINANCE = "finance"
    MISSED_CALL = "missed_call"
    ANSWERED_CALL = "answered_call"
    PASSIVE = "passive"
    OTHER = "other"


class Door(StrEnum):
    """The door through which the customer came in."""

    WEB = "web"
    PHONE = "phone"
    SHOWROOM = "showroom"
    LIST = "list"


class Channel(StrEnum):
    """A way to reach a customer."""

    CALL = "call"
    MAIL = "mail"
    WHATSAPP = "whatsapp"


class Condition(StrEnum):
    """Whether a car was driven before. The values are stored and printed."""

    NEW = "new"
    USED = "used"


class Flag(StrEnum):
    """What a reader had to guess or leave out."""

    DATE_UNREADABLE = "date_unreadable"
    CUT_OFF = "cut_off"


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One request of one customer. Every text may be empty: a number alone is a lead.

    Attributes:
        kind: What was asked.
        door: Where the customer came in.
        source: Who passed the request on, as a person would say it: ``AutoTrack``.
        name: The customer's name as written, without De heer or Mevrouw.
        phones: His numbers, the one to call first in front. Faxes and pagers are left out.
        emails: His addresses in lower case, the preferred one in front.
        vehicle: The car he asks about in one line, never his own: ``Peugeot 208 1.2 Active``.
        plate: That car's number plate as written.
        condition: Whether it is new or used, where the source says so.
        price: That car's price as written, with its currency: ``€ 12.950``.
        link: The advert's web address (http or https).
        own_vehicle: The car he would trade in, in one line.
        question: What he wrote, in full, line breaks kept.
        asked_at: The source's own time of the request; ``None`` when it gives none.
        asked_at_has_zone: Whether that time came with a time zone. Without one it was read
            in the dealer's zone and does not start the clock.
        wanted_at: When he asked to be called back.
        wants: The channel that he chose.
        may_call: False when he asked not to be called.
        consent: The proof that a passive lead may be called, as its list has it.
        reference: The source's own identifier of this request, with the source's name.
        resend: The source says that it has sent this request before.
        flags: What the reader had to guess.
        phone_asked: The customer was asked for the number, or whether it is right.
        phone_read_back: The number was read back to the customer; then it was asked for too.
        email_asked: The customer was asked for the address.
        email_read_back: The address was read back to the customer; likewise.
    """

    kind: RequestKind
    door: Door
    source: str
    name: str = ""
    phones: tuple[Phone, ...] = ()
    emails: tuple[str, ...] = ()
    vehicle: str = ""
    plate: str = ""
    condition: Condition | None = None
    price: str = ""
    link: str = ""
    own_vehicle: str = ""
    question: str = ""
    asked_at: datetime | None = None
    asked_at_has_zone: bool = False
    wanted_at: datetime | None = None
    wants: Channel | None = None
    may_call: bool = True
    consent: str = ""
    reference: str = ""
    resend: bool = False
    flags: tuple[Flag, ...] = ()
    phone_asked: bool = False
    phone_read_back: bool = False
    email_asked: bool = False
    email_read_back: bool = False

    def __post_init__(self) -> None:
        for moment in (self.asked_at, self.wanted_at):
            if moment is not None and moment.utcoffset() is None:
                raise ValueError("a moment must carry its time zone")

    @property
    def car_condition(self) -> Condition | None:
        """Return whether the car is new or used, if known: one with a number plate was used."""
        return self.condition or (Condition.USED if self.plate else None)

    @property
    def is_conversation(self) -> bool:
        """Say whether the customer was spoken to at once, so that no clock runs."""
        return self.kind is RequestKind.ANSWERED_CALL or self.door is Door.SHOWROOM

    @property
    def identities(self) -> frozenset[str]:
        """Return the numbers and addresses by which a customer is known again."""
        return frozenset({phone.key for phone in self.phones} | set(self.emails))


@dataclass(frozen=True, slots=True)
class NotALead:
    """A message that was read and holds no customer, such as an advert report."""

    reason: str


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A message, or a part of one, that a person must look at."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned:
    """Word from the BDC, or a colleague, about a lead that we handed over.

    Attributes:
        lead: Our id of the lead, as the message has it.
        note: What they say of it.
        otherwise: What the message is where no lead of ours has that id: a colleague's desk
            takes in what we hand over.
        is_echo: It is no word from anybody but our own hand-over, in a mailbox of ours.
    """

    lead: str
    note: str
    otherwise: Request | NotALead | Unreadable
    is_echo: bool = False


Reading = Request | NotALead | Unreadable | Returned
"""What a reader made of one message or of one prospect in it."""


def reason_of(reading: Reading) -> str:
    """Return why a reading became no lead, an English sentence; empty for what did."""
    return reading.reason if isinstance(reading, NotALead | Unreadable) else ""
