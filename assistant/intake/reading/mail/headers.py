"""The headers of a mail, however broken: names, values, encoded words and addresses.

Every value is cut to 2,000 characters before it is looked at, which bounds the time that
any of it can take. Nothing here raises.
"""

import binascii
import re
from dataclasses import dataclass

from assistant.core.contact import read_email
from assistant.intake.reading.markup.decoding import decode
from assistant.intake.reading.words.cleaning import one_line, person

LONGEST_VALUE = 2_000
_LONGEST_HEAD = 128 * 1024
_MOST_HEADERS = 300
_MOST_LINES = 3_000
_MOST_ADDRESSES = 30

_FIELD = re.compile(r"([A-Za-z][A-Za-z0-9_-]{0,60})[ \t]{0,9}:(.*)", re.DOTALL)
_ENCODED_WORD = re.compile(r"=\?([^?\s]{1,40})\?([bBqQ])\?([^?]{0,1000})\?=")
_ENCODED_WORDS = re.compile(r"(?:=\?[^?\s]{1,40}\?[bBqQ]\?[^?]{0,1000}\?=)+")
_BETWEEN_WORDS = re.compile(r"(?<=\?=)\s{1,100}(?==\?)")
_PARAMETER = re.compile(
    r";\s{0,20}([A-Za-z*0-9-]{1,40})\s{0,20}=\s{0,20}(?:\"([^\"]{0,300})\"|([^;\s]{1,300}))"
)
_BRACKETS = re.compile(r"<([^<>]{3,300})>")


@dataclass(frozen=True, slots=True)
class Address:
    """A mail address with the name beside it; both may be empty."""

    name: str = ""
    email: str = ""

    @property
    def domain(self) -> str:
        """Return what stands behind the ``@``."""
        return self.email.rpartition("@")[2]


class Headers:
    """The headers of a mail or of one of its parts."""

    def __init__(self, head: bytes = b"") -> None:
        self._values: dict[str, list[str]] = {}
        for name, value in _fields(decode(head[:_LONGEST_HEAD])):
            self._values.setdefault(name.lower(), []).append(value)

    def __bool__(self) -> bool:
        return bool(self._values)

    def __contains__(self, name: str) -> bool:
        return name in self._values

    def raw(self, name: str) -> str:
        """Return the first value as it was written, unfolded; empty when there is none."""
        return self._values.get(name, [""])[0]

    def text(self, name: str) -> str:
        """Return the first value on one line, its encoded words decoded."""
        return one_line(decode_words(self.raw(name)))

    def address(self, name: str) -> Address:
        """Return the first address of a header such as ``from``."""
        return read_address(decode_words(self.raw(name)))

    def addresses(self, *names: str) -> frozenset[str]:
        """Return every address in these headers."""
        values = (value for name in names for value in self._values.get(name, ()))
        pieces = [piece for value in values for piece in value.split(",")][:_MOST_ADDRESSES]
        return frozenset(address for piece in pieces if (address := read_address(piece).email))

    def parameter(self, name: str, parameter: str) -> str:
        """Return a parameter of a header: ``boundary`` of ``content-type``."""
        for key, quoted, bare in _PARAMETER.findall(self.raw(name)):
            if key.lower().partition("*")[0] == parameter:
                return decode_words(quoted or bare).strip()
        return ""


def read_address(text: str) -> Address:
    """Read ``Sanne Hoekstra <sanne@example.com>``, in any of its spellings."""
    text = text.strip()[:500]
    brackets = _BRACKETS.search(text)
    written = brackets.group(1) if brackets else text
    email = read_email(written) if "@" in written else None
    if brackets:
        return Address(name=person(text[: brackets.start()]), email=email or "")
    name = text[text.find("(") + 1 : text.rfind(")")] if "(" in text else ""
    return Address(name=person(name) if email else person(text), email=email or "")


def decode_words(text: str) -> str:
    """Decode the encoded words in a header; one that is broken stays as it is."""
    if "=?" not in text:
        return text
    return _ENCODED_WORDS.sub(_decode_run, _BETWEEN_WORDS.sub("", text[:LONGEST_VALUE]))


def _decode_run(run: re.Match[str]) -> str:
    """Decode words that follow each other as one, for a letter may lie on their border."""
    content = b""
    words = _ENCODED_WORD.findall(run.group())
    for _, encoding, written in words:
        try:
            if encoding in "bB":
                content += binascii.a2b_base64(written + "=" * (-len(written) % 4))
            else:
                content += binascii.a2b_qp(written, header=True)
        except ValueError:
            return run.group()
    return decode(content, words[0][0].partition("*")[0])


def _fields(head: str) -> list[tuple[str, str]]:
    """Cut the head of a mail into names and unfolded values; skip lines that are neither."""
    fields: list[tuple[str, str]] = []
    for line in head.splitlines()[:_MOST_LINES]:
        if line[:1] in {" ", "\t"} and fields:
            name, value = fields[-1]
            if len(value) < LONGEST_VALUE:
                fields[-1] = (name, f"{value} {line.strip()}"[:LONGEST_VALUE])
        elif (found := _FIELD.match(line[:LONGEST_VALUE])) and len(fields) < _MOST_HEADERS:
            fields.append((found.group(1), found.group(2).strip()))
    return fields
