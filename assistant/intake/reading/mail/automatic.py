"""Tells a mail that nobody wrote: an automatic reply, a bounce, mass mail.

Portals send their leads with the marks of mass mail too. So most marks only raise a doubt,
which a customer's labelled number or address removes.
"""

from dataclasses import dataclass

from assistant.intake.reading import reasons
from assistant.intake.reading.envelope import Envelope
from assistant.intake.reading.forms.portals import first_rule
from assistant.intake.reading.mail.headers import Headers

_BOUNCERS = ("mailer-daemon", "postmaster", "mail-daemon", "bounce")
_REPLIED = ("x-autoreply", "x-autorespond", "x-autoresponder", "x-auto-reply")


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why a mail seems to be no lead.

    Attributes:
        reason: The sentence for the salesperson.
        strong: Whether only a filled-in form can remove the doubt.
    """

    reason: str
    strong: bool


def doubt_about(headers: Headers, envelope: Envelope) -> Doubt | None:
    """Return why a mail seems to be written by nobody, ``None`` when nothing says so."""
    found = first_rule(envelope.portals.automatic_subjects, headers.text("subject"))
    if found:
        return Doubt(found[0].reason, strong=True)
    if report := _report(headers, envelope):
        return Doubt(report, strong=True)
    submitted = headers.raw("auto-submitted").lower().strip()
    precedence = headers.raw("precedence").lower().strip()
    replied = submitted.startswith("auto-replied") or precedence == "auto_reply"
    if replied or any(name in headers for name in _REPLIED):
        return Doubt(reasons.AUTOMATIC_REPLY, strong=True)
    if (
        precedence in {"bulk", "list", "junk"}
        or "list-unsubscribe" in headers
        or "list-id" in headers
    ):
        return Doubt(reasons.MASS_MAIL, strong=False)
    if submitted.startswith("auto") or headers.raw("return-path").strip() == "<>":
        return Doubt(reasons.SYSTEM_NOTICE, strong=False)
    return None


def _report(headers: Headers, envelope: Envelope) -> str:
    content_type = headers.raw("content-type").lower()
    if content_type.startswith("multipart/report"):
        receipt = "disposition-notification" in content_type
        return reasons.RECEIPT if receipt else reasons.NOT_DELIVERED
    bounced = envelope.sender.email.startswith(_BOUNCERS)
    return reasons.NOT_DELIVERED if bounced or "x-failed-recipients" in headers else ""
