"""Every text that stands in some bytes, however a mail, a page or a script wrapped it up."""

import re
from collections.abc import Iterator

from assistant.intake.reading.mail.mime import Mail, read_mail
from assistant.intake.reading.markup.decoding import decode
from assistant.intake.reading.markup.tokens import unescape

_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")
_TAG = re.compile(r"<[^<>]{0,1000}>")
_SOFT_BREAK = re.compile(r"=\r?\n")


def texts_in(content: bytes) -> Iterator[str]:
    """Yield the bytes as text, and what a reader would see in them; never fails."""
    yield from _readings(content.decode("utf-8", "replace"))
    decoded = decode(content)
    yield from _readings(decoded)
    yield from _in_mail(read_mail(content))


def _in_mail(mail: Mail) -> Iterator[str]:
    for part in mail.parts:
        yield from _readings(part.text)
    for inner in mail.attached:
        yield from _in_mail(inner)


def _readings(text: str) -> Iterator[str]:
    yield text
    yield _SOFT_BREAK.sub("", text)
    if "\\u" in text:
        yield _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)
    if "<" in text or "&" in text:
        yield unescape(_TAG.sub("", text))
