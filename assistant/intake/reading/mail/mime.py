"""A mail taken apart: its headers, its texts and what is attached.

The mail package of the standard library needs seconds for a hostile mail of 1 MiB (many
lines, many parts, many levels), so this reader looks at the bytes itself. It keeps to
limits in depth and number, and what it does not understand it gives as text.
"""

import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice

from assistant.intake.reading.mail.headers import Headers
from assistant.intake.reading.markup.decoding import decode

_DEEPEST = 50
_MOST_PARTS = 200
_ATTACHED_MAIL = frozenset({"message/rfc822", "message/global"})
_FIRST_BOUNDARY = re.compile(rb"(?:\A|\n)--([^\s-][^\r\n]{0,69}?)[ \t]{0,9}\r?\n")
_BASE64 = re.compile(rb"[A-Za-z0-9+/=\r\n]*+")
_NOT_BASE64 = b"=\r\n"


@dataclass(eq=False)
class Part:
    """A piece of a mail that is no multipart.

    Attributes:
        headers: Its own headers.
        content: Its bytes as they were sent.
    """

    headers: Headers
    content: bytes

    @cached_property
    def content_type(self) -> str:
        """Return its type, such as ``text/plain``."""
        written = self.headers.raw("content-type").partition(";")[0]
        return written.strip().lower() or "text/plain"

    @cached_property
    def name(self) -> str:
        """Return the name of the attached file, empty for a body."""
        return self.headers.parameter("content-disposition", "filename") or self.headers.parameter(
            "content-type", "name"
        )

    @cached_property
    def text(self) -> str:
        """Return what it says, whatever its encoding and its charset are."""
        charset = self.headers.parameter("content-type", "charset")
        return decode(_decoded(self.content, self.headers), charset)


@dataclass(eq=False)
class Mail:
    """A mail: its headers, its parts in their order and the mails attached to it."""

    headers: Headers
    parts: list[Part] = field(default_factory=list)
    attached: list["Mail"] = field(default_factory=list)


def read_mail(content: bytes) -> Mail:
    """Take a mail apart. Never fails; what is no mail is one part of text."""
    whole = _opened(content)
    mail = Mail(whole.headers)
    mails = [(mail, _leaves(whole, 0))]
    while mails:
        owner, pieces = mails.pop()
        for part, depth in pieces:
            if part.content_type in _ATTACHED_MAIL and depth < _DEEPEST:
                inner = _opened(_decoded(part.content, part.headers))
                owner.attached.append(Mail(inner.headers))
                mails.append((owner.attached[-1], _leaves(inner, depth + 1)))
            elif len(owner.parts) < _MOST_PARTS:
                owner.parts.append(part)
    return mail


def closing_boundary(content: bytes) -> bytes:
    """Return the line that ends a multipart mail, empty for a mail that is none."""
    boundary = _opened(content).headers.parameter("content-type", "boundary")
    return b"--" + boundary.encode("utf-8", "replace") + b"--" if boundary else b""


def _opened(content: bytes) -> Part:
    """Part the head of a mail, or of a piece of it, from the body."""
    if content.startswith((b"\n", b"\r\n")):
        return Part(Headers(), content.lstrip(b"\r\n"))
    ends = [(content.find(blank), len(blank)) for blank in (b"\n\n", b"\n\r\n")]
    end, length = min(((at, size) for at, size in ends if at >= 0), default=(len(content), 0))
    headers = Headers(content[:end])
    return Part(headers, content[end + length :] if headers else content)


def _leaves(part: Part, depth: int) -> Iterator[tuple[Part, int]]:
    """Yield the parts below ``part`` that are no multiparts, in their order."""
    waiting = [(part, depth)]
    for _ in range(_MOST_PARTS):
        if not waiting:
            return
        piece, level = waiting.pop()
        inside = _pieces(piece) if level < _DEEPEST else []
        if inside:
            waiting.extend((inner, level + 1) for inner in reversed(inside))
        else:
            yield piece, level


def _pieces(part: Part) -> list[Part]:
    if not part.content_type.startswith("multipart/"):
        return []
    boundary = part.headers.parameter("content-type", "boundary").encode("utf-8", "replace")
    if not boundary or b"--" + boundary not in part.content:
        guessed = _FIRST_BOUNDARY.search(part.content[:20_000])
        boundary = guessed.group(1) if guessed else b""
    return [_opened(piece) for piece in _cut(part.content, boundary)] if boundary else []


def _cut(content: bytes, boundary: bytes) -> Iterator[bytes]:
    """Yield what lies between the boundaries; the last piece may lack its end."""
    content = b"\n" + content
    line = re.compile(rb"\n--" + re.escape(boundary) + rb"(--)?[ \t]{0,9}\r?(?=\n|\Z)")
    begin = -1
    for found in islice(line.finditer(content), _MOST_PARTS):
        if begin >= 0:
            yield content[begin : found.start()]
        if found.group(1):
            return
        begin = found.end() + 1
    if begin >= 0:
        yield content[begin:]


def _decoded(content: bytes, headers: Headers) -> bytes:
    """Undo the transfer encoding; what is not encoded as it says stays as it is."""
    encoding = headers.raw("content-transfer-encoding").strip().lower()
    if encoding == "quoted-printable":
        return binascii.a2b_qp(content)
    if encoding != "base64":
        return content
    encoded = _BASE64.match(content)
    length = encoded.end() if encoded else 0
    if length < len(content) // 2:
        return content
    letters = content[:length].translate(None, delete=_NOT_BASE64)
    whole = letters[: len(letters) - 1] if len(letters) % 4 == 1 else letters
    return binascii.a2b_base64(whole + b"=" * (-len(whole) % 4))
