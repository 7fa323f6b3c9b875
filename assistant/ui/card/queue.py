"""Which lead the card shows. Rules only: no widgets.

One card at a time. What the salesperson has begun is never taken from under his hand; a lead
whose two minutes run may come before one that only waits.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from assistant.core.facts import LeadId
from assistant.core.plan import Prompt
from assistant.core.summary import AgendaItem


def next_shown(
    ringing: Sequence[AgendaItem], shown: LeadId | None, now: datetime, *, busy: bool
) -> LeadId | None:
    """Return the lead to show, or ``None`` when nothing asks for attention.

    Args:
        ringing: The leads that ask for attention, in the order to work.
        shown: The lead in view.
        now: The present moment.
        busy: Whether the salesperson has begun something with it.
    """
    if busy and shown is not None:
        return shown
    if not ringing:
        return None
    first = ringing[0]
    present = next((item for item in ringing if item.summary.lead_id == shown), None)
    if present is None or (is_running(first, now) and not is_running(present, now)):
        return first.summary.lead_id
    return shown


def is_running(item: AgendaItem, now: datetime) -> bool:
    """Say whether the two minutes of a lead are running."""
    return item.has_come(now) and now < item.prompt.due_at


def waiting(ringing: Sequence[AgendaItem], shown: LeadId | None) -> int:
    """Count the leads that wait behind the one in view."""
    return sum(item.summary.lead_id != shown for item in ringing)


def counts(prompt: Prompt, now: datetime) -> bool:
    """Say whether a prompt's time is worth showing: it runs, or it is late by a minute."""
    if prompt.is_clock:
        return prompt.rings_at <= now
    return now >= prompt.due_at + timedelta(minutes=1)
