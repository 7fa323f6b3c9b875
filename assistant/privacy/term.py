"""The retention term: who is past it is forgotten as if he had asked for it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from assistant.core.clock import Clock
from assistant.core.privacy import months_before
from assistant.folders import DataFolder
from assistant.privacy import files
from assistant.start import Office, open_office


@dataclass(slots=True)
class Past:
    """What is past the term, as far as it was looked at.

    Attributes:
        leads: How many leads.
        oldest: The last contact of the one that was silent longest.
        messages: How many messages behind which no lead stands.
    """

    leads: int = 0
    oldest: datetime | None = None
    messages: int = 0


def limit_of(office: Office, now: datetime) -> datetime | None:
    """Return the moment before which a last contact is past the term; ``None`` for no term."""
    months = office.settings.privacy.retention_months
    return months_before(now, months) if months else None


def apply(office: Office, limit: datetime, past: Past, *, dry: bool = False) -> Iterator[None]:
    """Forget whoever is past the term, one lead a step; what is yielded between is nothing.

    Args:
        office: The data folder.
        limit: What :func:`limit_of` said.
        past: Filled as it goes.
        dry: Only count.
    """
    privacy = office.desk.privacy
    for found in privacy.past_term(limit):
        if found is not None:
            lead_id, last = found
            past.leads += 1
            past.oldest = past.oldest or last
            if not dry:
                privacy.erase_past(lead_id)
        yield
    stale = privacy.stale_messages(limit)
    past.messages = len(stale)
    for message_id in () if dry else stale:
        privacy.empty_messages([message_id])
        yield
    if not dry:
        privacy.note_run(past.leads)


def tidy_in(folder: DataFolder, clock: Clock) -> bool:
    """Do as :func:`tidy`, beside whoever has the data folder open: for a thread of its own.

    Raises:
        CouldNotError: If the database cannot be used.
    """
    opened = open_office(folder, clock)
    try:
        now = clock()
        limit = limit_of(opened, now)
        return limit is None or tidy(opened, limit, now)
    finally:
        opened.close()


def tidy(office: Office, limit: datetime, now: datetime) -> bool:
    """Remove what lies beside the database from before the term, and what remains in it.

    Returns:
        Whether nothing is left.
    """
    left = files.remove(files.older(office.folder, office.inbox, office.tray, limit, now))
    return office.desk.privacy.clean() and not left
