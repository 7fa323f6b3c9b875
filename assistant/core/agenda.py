"""The order in which open leads are worked."""

from datetime import datetime

from assistant.core.plan import Prompt

Urgency = tuple[int, float, float]


def urgency(prompt: Prompt, asked_at: datetime, now: datetime) -> Urgency:
    """Return a sort key: the lead to work first has the smallest.

    Those still inside their two minutes come first, the one with the least time left in
    front; then what is late, newest first, because a fresh lead is reached more easily; then
    what is still to come, soonest first.

    Args:
        prompt: The lead's present prompt.
        asked_at: When the customer asked; decides between equals, newest first.
        now: The present moment.
    """
    due, newest_first = prompt.due_at.timestamp(), -asked_at.timestamp()
    if now >= prompt.due_at:
        return (1, -due, newest_first)
    running = prompt.rings_at <= max(now, asked_at)  # asked, though a clock was set back
    return (0 if running else 2, due, newest_first)
