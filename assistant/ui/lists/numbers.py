"""The telephone number that a person would find first in a raw message. Rules only."""

import re
from collections.abc import Iterator

from assistant.core.contact import find_phones

_ENOUGH_DIGITS = re.compile(r"(?:\d[^\n\d]{0,3}){9}")
_LINES_SEARCHED = 400
_LONGEST_LINE = 400
_HEADERS = re.compile(r"\A[\w-]+:.*\n(?:(?:[\w-]+:|[ \t]).*\n)*\n")


def first_number(text: str, region: str, own: frozenset[str] = frozenset()) -> str:
    """Return the first telephone number (E.164) in a text, or an empty text.

    What stands under the headers of a mail comes before what stands in them, where long
    figures are seldom telephone numbers.

    Args:
        text: A raw message.
        region: The dealer's country, for numbers without a country code.
        own: The dealer's own numbers, which are nobody's lead.
    """
    headers = _HEADERS.match(text)
    body = text[headers.end() :] if headers else text
    for part in (body, text[: headers.end()] if headers else ""):
        for line in _likely_lines(part):
            for phone in find_phones(line, region):
                if phone.key not in own:
                    return phone.number
    return ""


def _likely_lines(text: str) -> Iterator[str]:
    lines = (line[:_LONGEST_LINE] for line in text.split("\n"))
    likely = (line for line in lines if _ENOUGH_DIGITS.search(line))
    return (line for _, line in zip(range(_LINES_SEARCHED), likely, strict=False))
