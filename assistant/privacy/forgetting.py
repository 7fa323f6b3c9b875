"""Forgetting a customer: out of the database, the files beside it, and what remains of both."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from assistant.core.clock import Clock
from assistant.core.contact import read_email, read_phone
from assistant.core.errors import WrongCallError
from assistant.core.facts import LeadId
from assistant.core.spellings import Spellings
from assistant.desk import Desk
from assistant.desk.privacy import Customer
from assistant.folders import DataFolder
from assistant.privacy import files
from assistant.privacy.loose import loose_messages
from assistant.start import Office, open_office


@dataclass(slots=True, kw_only=True)
class Forgotten:
    """What was done.

    Attributes:
        leads: How many leads lost their customer.
        messages: How many raw messages were emptied.
        removed: How many files went.
        left: Files that a person must look at: they could not be removed, or are none of ours.
        is_clean: Whether no remains are left in the free pages of the database.
    """

    leads: int = 0
    messages: int = 0
    removed: int = 0
    left: list[Path] = field(default_factory=list)
    is_clean: bool = True

    @property
    def was_anybody(self) -> bool:
        """Say whether anything of him was there to forget, beside files a person must look at."""
        return bool(self.leads or self.messages or self.removed)


def identities_in(text: str, country: str) -> frozenset[str]:
    """Return the number or address that a person typed.

    Raises:
        WrongCallError: If it is neither.
    """
    address = read_email(text)
    if address is not None:
        return frozenset({address})
    phone = read_phone(text, country)
    if phone is None:
        raise WrongCallError("{text} is no telephone number and no e-mail address.", text=text)
    return frozenset({phone.key})


def told_appointments(desk: Desk, customer: Customer, now: datetime) -> list[datetime]:
    """Return when a customer is still to come, as he was told: it stays in his own calendar."""
    courses = [desk.lead(lead_id).course for lead_id in customer.leads]
    known = [course.appointment or course.cancelled for course in courses]
    coming = (each for each in known if each is not None and each.was_told and not each.came)
    return sorted(each.starts_at for each in coming if now < each.starts_at)


def forget_lead_in(folder: DataFolder, clock: Clock, lead_id: LeadId) -> Forgotten:
    """Forget the customer of a lead, beside whoever has the data folder open.

    Raises:
        CouldNotError: If the database cannot be used; then nothing was forgotten.
    """
    opened = open_office(folder, clock)
    try:
        return forget(opened, opened.desk.privacy.customer_of(lead_id))
    finally:
        opened.close()


def forget(
    office: Office,
    customer: Customer,
    crossing: Callable[[], None] = lambda: None,
) -> Forgotten:
    """Forget a customer.

    Args:
        office: The data folder.
        customer: The customer, as he was just read.
        crossing: Called when all is done but counts not yet; for tests.

    Raises:
        CouldNotError: If the database cannot be written; then nothing was forgotten.
    """
    privacy = office.desk.privacy
    loose = loose_messages(office, customer)
    own = [
        one
        for one in map(office.desk.messages.one, (*customer.messages, *loose))
        if one is not None
    ]
    named = Spellings(customer.identities, customer.names)
    wanted = files.Wanted(
        spellings=customer.spellings,
        named=named,
        messages=frozenset(files.digest(message.content) for message in own if message.content),
        is_known=bool(customer.leads or own),
    )
    found = files.traces(office.folder, office.inbox, office.tray, wanted)
    done = Forgotten(leads=len(customer.leads), messages=len(own), left=found.others)

    def beside() -> None:
        failed = files.remove(found.files) + files.paint_over(found.logs, named)
        done.removed = len(found.files) - sum(path in found.files for path in failed)
        done.left += failed
        crossing()

    privacy.forget(customer, loose, beside)
    done.is_clean = privacy.clean()
    return done
