"""The diary: the appointments of a stretch of time, read from the facts themselves."""

from dataclasses import replace
from datetime import datetime

from assistant.core.appointments import Booking, bookings
from assistant.core.facts import LeadId
from assistant.store.log import Log


class Diary:
    """Reads appointments. It writes nothing."""

    def __init__(self, log: Log) -> None:
        self._log = log

    def between(self, start: datetime, end: datetime | None = None) -> list[Booking]:
        """Return the appointments that begin from ``start`` on and before ``end``, in order.

        Those too that were cancelled, kept or missed; without an end all that come after.
        """
        found = [
            booking
            for lead_id in self._log.leads_with_appointments(start, end)
            for booking in self.of(lead_id)
            if start <= booking.starts_at and (end is None or booking.starts_at < end)
        ]
        return sorted(found, key=lambda booking: (booking.starts_at, booking.id))

    def of(self, lead_id: LeadId) -> list[Booking]:
        """Return a lead's appointments, in the order in which they were made.

        Of a forgotten customer they have no number: what stands in for it is not to be shown.
        """
        found = bookings(lead_id, self._log.history(lead_id))
        if not self._log.is_forgotten(lead_id):
            return found
        return [replace(booking, phone="", email="") for booking in found]
