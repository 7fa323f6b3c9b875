"""The coming appointments as a file in the data folder, to which calendars subscribe.

It is written beside and renamed, so that no calendar ever reads half of it, and only when an
appointment changed. What it was made from stands in it, so a start need not write it anew.
"""

import logging
import zlib
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot

from assistant.core.appointments import STANDING, Booked, Booking
from assistant.outreach.mail import MARK
from assistant.ui.around import Around
from assistant.ui.sentences import who
from assistant.words.catalogue import tr

logger = logging.getLogger(__name__)

SETTLING_MS = 2_000
"""After a change: several at once are written once."""
_HEAD_BYTES = 2_000


class CalendarFile(QObject):
    """Follows the appointments of the desk."""

    def __init__(self, around: Around, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self._path = path
        self._mark: str | None = None
        self._settling = QTimer(self, interval=SETTLING_MS, singleShot=True)
        self._settling.timeout.connect(self.write)
        around.qt_desk.changed.connect(self._wait)

    def stop(self) -> None:
        """Write what is not written yet; the desk tells of nothing any more."""
        if self._settling.isActive():
            self._settling.stop()
            self.write()

    @Slot()
    def write(self) -> None:
        """Write the file if it does not hold the appointments that stand now.

        A file that cannot be written now (a full disk, a calendar that holds it) is tried
        again at the next change.
        """
        bookings = self._coming()
        if bookings is None or (not bookings and not self._path.exists()):
            return
        mark = self._mark_of(bookings)
        try:
            if mark == (self._mark or self._written_mark()):
                self._mark = mark
                return
            beside = self._path.with_suffix(".ics.next")
            beside.write_bytes(self._content(bookings, mark))
            beside.replace(self._path)
        except OSError as error:
            logger.warning("the calendar file cannot be written: %s", error)
        else:
            self._mark = mark

    @Slot()
    def _wait(self) -> None:
        if not self._settling.isActive():
            self._settling.start()

    def _coming(self) -> list[Booking] | None:
        qt_desk = self._around.qt_desk
        hours = qt_desk.desk.rules.hours
        today = hours.at(hours.local(self._around.now()).date(), 0)
        found = qt_desk.do(lambda: qt_desk.desk.diary.between(today))
        return None if found is None else [each for each in found if each.state in STANDING]

    def _mark_of(self, bookings: list[Booking]) -> str:
        settings = self._around.settings
        told = (bookings, settings.dealer, settings.follow_up.appointment_minutes)
        return f"{zlib.crc32(f'{told!r}{self._around.tongue}'.encode()):08x}"

    def _written_mark(self) -> str:
        if not self._path.exists():
            return ""
        with self._path.open("rb") as file:
            first = file.read(_HEAD_BYTES).decode("utf-8", "replace")
        marks = [line for line in first.splitlines() if line.startswith(f"{MARK}:")]
        return marks[0].partition(":")[2] if marks else ""

    def _content(self, bookings: list[Booking], mark: str) -> bytes:
        from assistant.outreach.invite import Meeting, published  # noqa: PLC0415 - slow to load

        settings = self._around.settings
        meetings = [
            Meeting(
                uid=each.uid,
                sequence=each.sequence,
                starts_at=each.starts_at,
                lasts=timedelta(minutes=settings.follow_up.appointment_minutes),
                summary=self._title(each),
                location=settings.dealer.address,
                description=self._around.national(each.phone),
                tentative=each.state is Booked.TO_CONFIRM,
            )
            for each in bookings
        ]
        return published(meetings, name=tr("Appointments"), mark=mark, at=self._around.now())

    def _title(self, booking: Booking) -> str:
        name = who(booking.name, self._around.national(booking.phone), "")
        title = " · ".join(filter(None, (name, booking.vehicle)))
        is_open = booking.state is Booked.TO_CONFIRM
        return tr("To confirm: {what}").format(what=title) if is_open else title
