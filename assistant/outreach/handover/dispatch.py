"""Sending what waits for the BDC and for colleagues: by mail where that is set, else as files.

A mail is kept and the hand-over written down in one step. To the folder the sheet goes first,
then each lead's document, and the lead is written down; whoever ends the program in between finds
no lead twice: its document has the same name again, and who stands in the last sheet comes in no
other.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from assistant.core.clock import Clock
from assistant.core.errors import CouldNotError
from assistant.core.facts import LeadId
from assistant.core.handover import HandedOver
from assistant.core.summary import Summary
from assistant.desk import Desk
from assistant.folders import DataFolder
from assistant.outreach.handover.case import Case
from assistant.outreach.handover.document import OUR_ID, adf_document
from assistant.outreach.handover.letter import letter
from assistant.outreach.handover.sheet import row_of, rows_of, sheet
from assistant.outreach.handover.tray import Tray
from assistant.outreach.mail import Mail
from assistant.settings import Settings
from assistant.words.catalogue import tr, tr_count

_SHEET = "handover"
Post = Callable[[Mail, LeadId, HandedOver], object]
"""Takes a mail and writes down that it hands its lead over; when it returns, the mail is kept
until it has left, or open as a draft."""


@dataclass(slots=True)
class Dispatched:
    """What one sending brought about.

    Attributes:
        mailed: The leads that were mailed.
        opened: The leads whose mail was opened as a draft.
        written: The leads that were written to the folder.
        folder: That folder.
    """

    folder: Path
    mailed: list[Summary] = field(default_factory=list)
    opened: list[Summary] = field(default_factory=list)
    written: list[Summary] = field(default_factory=list)


class Dispatch:
    """Sends. Use it on the thread that owns the database.

    Attributes:
        done: What was sent so far.
    """

    def __init__(self, desk: Desk, settings: Settings, clock: Clock, data: DataFolder) -> None:
        """Set up.

        Args:
            desk: Where the leads stand.
            settings: Who gets them.
            clock: For the name of a sheet.
            data: Has the folder for files, unless the settings name another.
        """
        self._desk = desk
        self._settings = settings
        self._clock = clock
        self._folder = data.placed(settings.bdc.folder, data.handover)
        self._inbox = Path(settings.intake.folder or data.inbox)
        self.done = Dispatched(self._folder)

    def steps(self, post: Post | None, leads: Sequence[Summary] | None = None) -> Iterator[Summary]:
        """Send what waits and may be sent, and yield a lead after each small step.

        Args:
            post: Takes mails; ``None`` when everything goes to the folder.
            leads: Those to send; every one that waits if left out.

        Raises:
            AssistantError: If something cannot be sent; what was sent before stays sent.
        """
        to_write: list[tuple[Summary, Case]] = []
        for lead in self._desk.handovers.waiting() if leads is None else leads:
            case = self._case(lead)
            if case is None:
                continue
            address = self._settings.bdc.address_of(case.away.to)
            if post is None or not address:
                to_write.append((lead, case))
                continue
            post(letter(case, address), lead.lead_id, case.away)
            by_server = self._settings.outgoing.is_set
            (self.done.mailed if by_server else self.done.opened).append(lead)
            yield lead
        if to_write:
            yield from self._write(to_write)

    def _case(self, lead: Summary) -> Case | None:
        file = self._desk.lead(lead.lead_id)
        away = file.handed_over
        if away is None or away.sent_at is not None or not file.course.may_be_sent:
            return None  # something happened since the list was read
        return Case(lead=file, away=away, settings=self._settings)

    def _write(self, leads: list[tuple[Summary, Case]]) -> Iterator[Summary]:
        if self._folder.resolve() == self._inbox.resolve():
            raise CouldNotError(
                "{path} is the watched folder: what lies there for the BDC would come back.",
                path=self._folder,
            )
        tray, there = Tray(self._folder), rows_of(self._last_sheet())
        for lead, case in leads:  # a sheet was written, and then somebody ended the program
            if row_of(case) in there:
                yield self._write_one(tray, lead, case)
        new = [(lead, case) for lead, case in leads if row_of(case) not in there]
        if new:
            cases = [case for _, case in new]
            local = self._clock().astimezone(self._settings.dealer.zone)
            name = f"{_SHEET}-{local:%Y%m%d-%H%M%S}-{cases[0].lead.lead_id}.csv"
            tray.put(name, sheet(cases))
        for lead, case in new:
            yield self._write_one(tray, lead, case)

    def _write_one(self, tray: Tray, lead: Summary, case: Case) -> Summary:
        """Write a lead's document, whose name is the same if it must be written again."""
        since = case.away.since.astimezone(case.zone)
        name = f"{OUR_ID}-{case.lead.lead_id}-{since:%Y%m%d-%H%M%S}.xml"
        tray.put(name, adf_document(case))
        self._desk.handovers.sent(lead.lead_id, case.away)
        self.done.written.append(lead)
        return lead

    def _last_sheet(self) -> bytes:
        """Return the sheet that was written last: the only one whose leads may not all be sent."""
        with suppress(OSError):
            last = max(self._folder.glob(f"{_SHEET}-*.csv"), default=None)
            return b"" if last is None else last.read_bytes()
        return b""  # whether anything can be written here is seen when it is


def in_words(sent: Dispatched) -> list[str]:
    """Return what was sent, a sentence each; nothing when nothing was."""
    said = []
    if count := len(sent.mailed):
        words = tr_count("{count} lead goes by mail.", "{count} leads go by mail.", count)
        said.append(words.format(count=count))
    if sent.opened:
        said.append(tr("The mail is opened in your mail program: press Send there."))
    if count := len(sent.written):
        words = tr_count(
            "{count} lead is written to {path}.", "{count} leads are written to {path}.", count
        )
        said.append(words.format(count=count, path=sent.folder))
    return said
