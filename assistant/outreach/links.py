"""Links that hand over to the telephone, the mail program and WhatsApp.

Only ``tel:``, ``mailto:`` and ``https://wa.me/`` are ever made, and every stranger's
character in them is percent-encoded.
"""

import re
from urllib.parse import quote

LONGEST_MAIL_LINK = 1_500
"""Characters; beyond it Windows cuts a link off without a word."""


def call_link(number: str) -> str:
    """Return the link that dials a number, with its extension after a pause."""
    main, _, extension = number.partition(";ext=")
    digits = re.sub(r"[^\d+]", "", main)
    return f"tel:{digits},{extension}" if extension else f"tel:{digits}"


def whatsapp_link(number: str, text: str) -> str:
    """Return the link that opens a WhatsApp conversation with ``text`` ready to send.

    Args:
        number: A mobile number as E.164.
        text: What is to be sent; the salesperson still presses send.
    """
    digits = re.sub(r"\D", "", number.partition(";")[0])
    return f"https://wa.me/{digits}?text={quote(text, safe='')}"


def mail_link(address: str, subject: str, body: str) -> str:
    """Return the link that opens a new mail.

    A body that makes the link longer than 1,500 characters is left out: put it on the
    clipboard then.
    """
    start = f"mailto:{quote(address, safe='@')}?subject={quote(subject, safe='')}"
    whole = f"{start}&body={quote(_with_line_ends(body), safe='')}"
    return whole if len(whole) <= LONGEST_MAIL_LINK else start


def _with_line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\n", "\r\n")
