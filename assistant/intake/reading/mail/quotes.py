"""What the writer of a mail wrote himself, apart from what he quotes or passes on.

A quoted mail holds the dealer's own signature. Its numbers must not become the customer's,
so everything from the first sign of a quotation on is cut off.
"""

import re
from dataclasses import dataclass

from assistant.intake.reading.forms.portals import Mark, Portals
from assistant.intake.reading.mail.headers import Address, read_address

_MOST_LINES = 2_000
_LOOKED_AHEAD = 6
_LONGEST = 2_000

_WROTE = re.compile(
    r"(?:op|on|am|le|den|vom)\s.{5,200}?\b(?:schreef|heeft|wrote|schrieb|geschreven|a écrit)\b"
    r".{0,120}:\s*$",
    re.IGNORECASE,
)
_BEGINS_TO_QUOTE = re.compile(r"(?:op|on|am|le|den)\s\S", re.IGNORECASE)
_DIVIDER = re.compile(
    r"[-_*\s]{0,12}(?:oorspronkelijk|original|ursprüngliche|doorgestuurd|forwarded|weitergeleitete"
    r"|begin doorgestuurd|begin forwarded)\w{0,4}\s(?:bericht|message|nachricht|e-?mail|mail)\b"
    r"|_{10,}\s*$",
    re.IGNORECASE,
)
_FROM = re.compile(r"\*{0,2}(?:van|from|von)\s?:\*{0,2}\s*(.{0,300})", re.IGNORECASE)
_OTHER_HEADER = re.compile(
    r"\*{0,2}(?:verzonden|sent|gesendet|datum|date|aan|to|an|cc|onderwerp|subject|betreff)\s?:",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"\*{0,2}(?:onderwerp|subject|betreff)\s?:\*{0,2}\s*(.{0,300})", re.IGNORECASE
)
_PHONE_SIGNATURE = re.compile(
    r"(?:verzonden|verstuurd|sent|gesendet|von meinem|from my|get outlook|outlook voor)\b.{0,30}"
    r"\b(?:iphone|ipad|android|samsung|mobiel|mobile|outlook|telefoon|handy|smartphone|gesendet|mail)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Forwarded:
    """A mail that another one passes on in its text."""

    sender: Address
    subject: str
    text: str


def own_words(text: str) -> str:
    """Return a mail's text without the mails that it quotes."""
    lines = _lines(text)
    kept: list[str] = []
    for number, line in enumerate(lines):
        if _ends_here(lines, number):
            break
        if not line.startswith(">"):
            kept.append(line)
    return "\n".join(kept).strip()


def forwarded(text: str) -> Forwarded | None:
    """Return the mail that stands in the text of a mail below its own headers."""
    lines = _lines(text)
    for number, line in enumerate(lines):
        found = _FROM.match(line)
        if found is None or not _is_head(lines, number):
            continue
        end = number + 1
        while end < len(lines) and end < number + 2 * _LOOKED_AHEAD:
            if not (_OTHER_HEADER.match(lines[end]) or not lines[end]):
                break
            end += 1
        subjects = (_SUBJECT.match(head) for head in lines[number:end])
        return Forwarded(
            sender=read_address(found.group(1)),
            subject=next((subject.group(1).strip() for subject in subjects if subject), ""),
            text="\n".join(lines[end:]),
        )
    return None


def before_signature(text: str, portals: Portals) -> tuple[str, str]:
    """Part a customer's words from his greeting.

    Returns:
        The words, or the whole text when nothing stands before the greeting, and the line
        below the greeting, which is often his name.
    """
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if (
            line.strip() in {"--", "—"}
            or _is_greeting(line, portals)
            or _PHONE_SIGNATURE.match(line.strip())
        ):
            words = "\n".join(lines[:number]).strip()
            below = next(
                (signed.strip() for signed in lines[number + 1 : number + 4] if signed.strip()), ""
            )
            return words or text, below if _is_greeting(line, portals) else ""
    return text, ""


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n", _MOST_LINES)[:_MOST_LINES]]


def _ends_here(lines: list[str], number: int) -> bool:
    line = lines[number][:_LONGEST]
    if _DIVIDER.match(line):
        return True
    if _BEGINS_TO_QUOTE.match(line):
        sentence = " ".join(lines[number : number + 3])[:500]
        if any(
            _WROTE.match(part)
            for part in (line, " ".join(lines[number : number + 2])[:500], sentence)
        ):
            return True
    return _FROM.match(line) is not None and _is_head(lines, number)


def _is_head(lines: list[str], number: int) -> bool:
    """Say whether a ``From:`` line begins the headers of another mail."""
    following = lines[number + 1 : number + _LOOKED_AHEAD]
    return sum(1 for line in following if _OTHER_HEADER.match(line)) >= 2


def _is_greeting(line: str, portals: Portals) -> bool:
    bare = line.strip(" *_>").lower()
    return bare.startswith(portals.marks[Mark.SIGNATURE]) and any(
        bare.startswith(words)
        and len(bare) <= len(words) + 25
        and not bare[len(words) :][:1].isalnum()
        for words in portals.marks[Mark.SIGNATURE]
    )
