"""How far a lead came: the first time of each step that a manager looks at.

A lead counts once, from its first active request on. What a name on a list does not do is count.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from assistant.core.request import Condition, Door


class Interest(StrEnum):
    """What the sales target of a lead goes by: it is another for each [003]."""

    NEW = "new"
    USED = "used"
    PHONE = "phone"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestones:
    """When a lead first came to each step; ``None`` for a step not taken.

    Attributes:
        asked_at: Start of its first clock, or of the conversation it began with.
        door: Where it came in first; the list for who did not ask yet.
        source: Who passed that first request on; the list of who was revived from one.
        condition: Whether a request named a new or a used car.
        clock: Start of the first clock; ``None`` when it began with a conversation, or the BDC
            calls who asked after hours.
        wish: The moment at which he asked to be called, where nothing else can be sent.
        responded_at: When an attempt, or the customer himself, stopped that clock.
        tries: Tries in vain before he was reached.
        reached_at: First conversation, or answer of the customer.
        follow_up_at: When a call-back or follow-up was first agreed.
        agreed_at: When an appointment was first agreed.
        starts_at: When the last one agreed is, or was.
        confirmed_at: When a confirmation of one first went out. Only then was it one [004].
        unconfirmed_at: When the last one is, or was, while that very time is not confirmed to
            him: one that was moved is to be confirmed anew. ``None`` once he came or bought.
        show_at: When it was marked that he came.
        no_show_at: When it was first marked that he did not.
        sold_at: When he bought.
    """

    asked_at: datetime | None = None
    door: Door = Door.LIST
    source: str = ""
    condition: Condition | None = None
    clock: datetime | None = None
    wish: datetime | None = None
    responded_at: datetime | None = None
    tries: int = 0
    reached_at: datetime | None = None
    follow_up_at: datetime | None = None
    agreed_at: datetime | None = None
    starts_at: datetime | None = None
    confirmed_at: datetime | None = None
    unconfirmed_at: datetime | None = None
    show_at: datetime | None = None
    no_show_at: datetime | None = None
    sold_at: datetime | None = None

    @property
    def interest(self) -> Interest:
        """Return which sales target the lead counts for."""
        if self.door is Door.PHONE:
            return Interest.PHONE
        return Interest.OTHER if self.condition is None else Interest(self.condition)
