"""A mail as bytes: as a mail server takes it, and as a draft in a file."""

from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from assistant.core.errors import WrongCallError
from assistant.outreach.mail import Mail

_SEVEN_BIT = SMTP.clone(cte_type="7bit")
_OUTLOOK_DRAFT = "X-Unsent"


def sent_form(mail: Mail, *, sender: str, at: datetime, message_id: str) -> bytes:
    """Return a mail as a mail server takes it.

    Args:
        mail: What to send.
        sender: The address it comes from.
        at: When it is sent.
        message_id: With its angle brackets.

    Raises:
        WrongCallError: If an address holds a line break or is none.
    """
    message = _message(mail)
    message["From"] = _address(sender)
    message["Date"] = format_datetime(at)
    message["Message-ID"] = message_id
    return message.as_bytes()


def draft_form(mail: Mail) -> bytes:
    """Return a mail as a file that mail programs open as a draft, ready to be sent.

    Raises:
        WrongCallError: If the address holds a line break or is none.
    """
    message = _message(mail)
    message[_OUTLOOK_DRAFT] = "1"
    return message.as_bytes()


def _message(mail: Mail) -> EmailMessage:
    message = EmailMessage(policy=_SEVEN_BIT)
    message["To"] = _address(mail.to)
    message["Subject"] = " ".join(mail.subject.split())
    message.set_content(mail.body)
    if mail.invite is not None:
        message.add_alternative(
            mail.invite.content,
            maintype="text",
            subtype="calendar",
            params={"method": str(mail.invite.method), "charset": "utf-8"},
        )
    for attachment in mail.attachments:
        main, _, sub = attachment.media_type.partition("/")
        message.add_attachment(
            attachment.content, maintype=main, subtype=sub, filename=attachment.name
        )
    return message


def _address(text: str) -> str:
    """Return one address that can stand in a header by itself."""
    local, at, domain = text.rpartition("@")
    if not (local and at and domain) or any(c.isspace() or c in ",;<>" for c in text):
        raise WrongCallError("This is no e-mail address: {text}", text=text)
    return text
