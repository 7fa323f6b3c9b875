"""A lead in one line: what the agenda and the lists show of it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from assistant.core.facts import LeadId, Outcome
from assistant.core.handover import HandedOver
from assistant.core.plan import Prompt
from assistant.core.privacy import CallNote
from assistant.core.request import Channel, Door


class State(StrEnum):
    """Where a lead stands, in one word."""

    OPEN = "open"
    HANDED_OVER = "handed_over"
    SOLD = "sold"
    LOST = "lost"
    DO_NOT_CONTACT = "do-not-contact"
    FORGOTTEN = "forgotten"


STILL_OPEN = (State.OPEN, State.HANDED_OVER)
"""The states in which a new request of the customer joins the lead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """A lead as the lists show it, derived from its facts; every text may be empty.

    Attributes:
        phone: The number to call (E.164, or as the customer wrote it).
        asked_at: When the clock of the newest request started (UTC).
        state_since: When it came to stand so.
        handed_over: Why and since when another has it, or will.
        back_at: When word of it last came back.
        back_note: What the BDC said then.
        quiet_until: Until when the salesperson put it off.
        beside: The messages that go beside the last missed call.
        appointment_at: When the customer comes.
        may_call: False for who asked not to be called, and for a passive lead without proof of
            his consent.
        call_note: Why he may not be called, or what must be known before.
        may_be_sent: Whether another may be asked to reach him.
    """

    lead_id: LeadId
    name: str
    phone: str
    email: str
    vehicle: str
    plate: str
    question: str
    source: str
    door: Door
    owner: str
    asked_at: datetime
    wants: Channel | None
    tries: int
    last_channel: Channel | None
    last_outcome: Outcome | None
    last_at: datetime | None
    last_by: str
    state: State
    state_since: datetime
    handed_over: HandedOver | None
    quiet_until: datetime | None
    beside: tuple[Channel, ...]
    appointment_at: datetime | None
    may_call: bool = True
    call_note: CallNote | None = None
    back_at: datetime | None = None
    back_note: str = ""
    may_be_sent: bool = True

    @property
    def waits_to_be_sent(self) -> bool:
        """Say whether another is to get it, and may: a hand-over that was not sent yet."""
        away = self.handed_over
        return away is not None and away.sent_at is None and self.may_be_sent

    def state_at(self, now: datetime) -> State:
        """Return where it stands; a hand-over that was to come may have come."""
        away = self.handed_over
        if self.state is State.OPEN and away is not None and away.since <= now:
            return State.HANDED_OVER
        return self.state


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """An open lead with what is to be done now."""

    summary: Summary
    prompt: Prompt

    def has_come(self, now: datetime) -> bool:
        """Say whether its moment has come: for a first call, that the customer has asked.

        A request that arrived is there, also when the clock was set back to before it.
        """
        return self.prompt.rings_at <= max(now, self.summary.asked_at)

    def rings(self, now: datetime) -> bool:
        """Say whether it asks for attention: its moment has come, and nobody put it off."""
        quiet = self.summary.quiet_until
        if quiet is not None and now < quiet:
            return False
        return self.has_come(now) or bool(self.summary.beside)


@dataclass(frozen=True, slots=True)
class AgendaStart:
    """The open leads that are worked first.

    Attributes:
        items: Those leads, in the order to work.
        come: How many open leads there are whose moment has come, these and others.
        turns_at: When the next of them all asks for attention, is late, or is asked otherwise.
    """

    items: list[AgendaItem]
    come: int = 0
    turns_at: datetime | None = None
