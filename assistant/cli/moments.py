"""Moments on the command line: ISO 8601, in the dealer's zone where none is given."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from assistant.core.errors import WrongCallError


def read_moment(text: str, zone: ZoneInfo) -> datetime:
    """Read a moment such as ``2026-03-09T10:00``, ``2026-03-09 10:00`` or one with a zone.

    Raises:
        WrongCallError: For a text that is none, or an hour that the clocks skip.
    """
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError as error:
        raise WrongCallError(
            "{text} is no moment; write it as 2026-03-09T10:00.", text=text
        ) from error
    if moment.tzinfo is not None:
        return moment.astimezone(UTC)
    local = moment.replace(tzinfo=zone)
    if local.astimezone(UTC).astimezone(zone).replace(tzinfo=None) != moment:
        raise WrongCallError("{text} does not exist: the clocks skip that hour.", text=text)
    return local.astimezone(UTC)
