"""Builds messages for the tests and reads them at a desk in Amsterdam."""

from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from assistant.core.request import Reading, Request
from assistant.intake.reading import Dealer, Original
from assistant.intake.reading.forms.portal_table import shipped_portals
from assistant.intake.reading.forms.portals import Portals
from assistant.intake.reading.read import read_content
from assistant.intake.reading.words.contacts import NotCustomers, not_customers

SAMPLES = Path(__file__).parent / "samples"
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
ARRIVED = datetime(2026, 5, 12, 8, 15, tzinfo=UTC)
"""Tuesday 12 May 2026, 10:15 in Amsterdam."""

WRITTEN = datetime(2026, 5, 12, 8, 14, 31, tzinfo=UTC)
"""What the Date header of :func:`mail` says."""

DEALER = Dealer(
    region="NL",
    zone=AMSTERDAM,
    own_numbers=frozenset({"+31201234567"}),
    own_addresses=frozenset({"verkoop@dealer.example"}),
)
PORTALS: Portals = shipped_portals()


def others() -> NotCustomers:
    """Return who is not a customer, with a fresh allowance."""
    return not_customers(DEALER)


def mail(
    sender: str,
    subject: str,
    body: str,
    *headers: str,
    kind: str = "text/plain; charset=utf-8",
) -> bytes:
    """Write a mail to the dealer, of Tuesday 12 May 2026, 10:14:31 in Amsterdam."""
    lines = [
        f"From: {sender}",
        "To: verkoop@dealer.example",
        f"Subject: {subject}",
        "Date: Tue, 12 May 2026 10:14:31 +0200",
        "MIME-Version: 1.0",
        f"Content-Type: {kind}",
        *headers,
    ]
    return "\n".join([*lines, "", body]).encode()


def prospect(*inside: str, customer: str = "<phone>0612345678</phone>", name: str = "Jo") -> str:
    """Write an ADF document of one prospect."""
    contact = f"<contact><name part='full'>{name}</name>{customer}</contact>"
    return f"<adf><prospect>{''.join(inside)}<customer>{contact}</customer></prospect></adf>"


def readings(
    content: bytes | str, name: str = "lead.eml", *, cut_off: bool = False
) -> list[Reading]:
    """Read a message; an error in a reader is raised, not hidden."""
    content = content.encode() if isinstance(content, str) else content
    original = Original(content=content, name=name, arrived_at=ARRIVED, cut_off=cut_off)
    return read_content(original, DEALER, PORTALS)


def reading(content: bytes | str, name: str = "lead.eml") -> Reading:
    """Read a message that holds one thing."""
    (only,) = readings(content, name)
    return only


def request(content: bytes | str, name: str = "lead.eml") -> Request:
    """Read a message that holds one request."""
    only = reading(content, name)
    assert isinstance(only, Request), only
    return only


def numbers(asked: Request) -> list[str]:
    """Return the customer's numbers."""
    return [phone.number for phone in asked.phones]
