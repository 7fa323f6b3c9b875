"""Strangers' words made safe to keep: one line each, or a text with its line breaks.

Every text of a request passes through here, so that no name can turn the writing
direction of a window and no half surrogate can stop the database from writing.
"""

import re

LONGEST_LINE = 200
LONGEST_QUESTION = 20_000
LONGEST_LINK = 2_000

_BIDI_AND_INVISIBLE = "\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\u00ad"
_NOT_IN_A_LINE = re.compile(rf"[\x00-\x1f\x7f-\x9f{_BIDI_AND_INVISIBLE}\ud800-\udfff]")
_NOT_IN_A_TEXT = re.compile(
    rf"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f{_BIDI_AND_INVISIBLE}\ud800-\udfff]"
)
_INVISIBLE = re.compile(
    "[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u00ad\x00]"
)
_LINE_BREAK = re.compile("\r\n|[\r\x85\u2028\u2029]")
_CDATA = re.compile(r"<!\[CDATA\[|\]\]>")
_MANY_BLANK_LINES = re.compile(r"\n{3,}")
_NOTHING = frozenset({"geen", "nee", "n.v.t", "nvt", "none", "no", "n/a", "keine", "nein"})
_TITLE = re.compile(
    r"(?:de heer|dhr|heer|mevrouw|mevr|mw|mr|mrs|ms|miss|herrn|herr|frau)\b(?:\.[\s/,]*|[\s/,]+)",
    re.IGNORECASE,
)
_LINK = re.compile(r"https?://[^\s<>\"'\\^`{|}]+", re.IGNORECASE)


def is_nothing(text: str) -> bool:
    """Say whether what was filled in says that there is nothing to fill in: ``n.v.t.``."""
    return text.lower().strip(" .!-") in _NOTHING


def one_line(text: str) -> str:
    """Return ``text`` on one line of at most 200 characters, without control characters."""
    text = _CDATA.sub(" ", _INVISIBLE.sub("", text.strip()[: 20 * LONGEST_LINE]))
    return " ".join(_NOT_IN_A_LINE.sub(" ", text).split())[:LONGEST_LINE].rstrip()


def paragraphs(text: str) -> str:
    """Return a customer's text with its line breaks, each line trimmed, at most 20,000 long."""
    text = _LINE_BREAK.sub("\n", text.strip()[: 5 * LONGEST_QUESTION])
    text = _NOT_IN_A_TEXT.sub("", _CDATA.sub("", text)).replace("\xa0", " ")
    lines = (line.strip() for line in text.split("\n"))
    return _MANY_BLANK_LINES.sub("\n\n", "\n".join(lines)).strip()[:LONGEST_QUESTION].rstrip()


def person(text: str) -> str:
    """Return a customer's name as written, without De heer, Mevrouw, Mr or Frau."""
    name = one_line(text).strip(" \"',;:*<>|-")
    while (title := _TITLE.match(name)) and name[title.end() :].strip():
        name = name[title.end() :]
    return "" if "@" in name or not any(letter.isalpha() for letter in name) else name


def web_address(text: str) -> str:
    """Return the first http or https address in ``text``, or an empty text.

    An address is kept whole or not at all: one that was cut opens nothing.
    """
    found = _LINK.search(_NOT_IN_A_LINE.sub(" ", text[: 2 * LONGEST_LINK]))
    if found is None:
        return ""
    address = found.group().rstrip(".,;:!?)]*")
    return address if len(address) <= LONGEST_LINK else ""
