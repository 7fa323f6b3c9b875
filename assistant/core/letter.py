"""A mail that may belong to a lead we work: what a customer answered, or what came back."""

from dataclasses import dataclass
from enum import StrEnum


class LetterKind(StrEnum):
    """Who wrote a mail."""

    PERSON = "person"
    FORM = "form"
    BOUNCE = "bounce"


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """What a mail says of the mails before it.

    Attributes:
        kind: A person's own words, a form that a person filled in, or a server's notice that
            a mail did not arrive. Automatic replies and portals' mails are no letters.
        sender: The writer's address in lower case; empty if unknown.
        refers_to: The Message-IDs that it names, with their angle brackets.
        text: The writer's own words, without what he quotes.
        failed: The addresses that a bounce names, in lower case.
    """

    kind: LetterKind
    sender: str = ""
    refers_to: frozenset[str] = frozenset()
    text: str = ""
    failed: frozenset[str] = frozenset()
