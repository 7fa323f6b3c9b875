"""A lead in one line: what the agenda and the lists show of it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from assistant.core.facts import LeadId, Outcome
from assistant.core.plan import HandedOver, Prompt
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
        handed_over: Why and since when the BDC has it.
        quiet_until: Until when the salesperson put it off.
        beside: The messages that go beside the last missed call.
        appointment_at: When the customer comes.
        may_call: False for who asked not to be called, and for a passive lead without proof of
            his consent.
        call_note: Why he may not be called, or what must be known before.
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
