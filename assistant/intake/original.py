"""What a reader is given: the bytes as they came, and what it must know of the dealer."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from assistant.core.letter import Letter
from assistant.core.request import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Dealer:
    """What of the settings the readers need.

    Attributes:
        region: The dealer's country (ISO 3166), for numbers without a country code.
        zone: The dealer's time zone, for dates without one.
        own_numbers: His own numbers as E.164; they never become a customer's.
        own_addresses: His own e-mail addresses in lower case; likewise.
    """

    region: str
    zone: ZoneInfo
    own_numbers: frozenset[str] = frozenset()
    own_addresses: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """A message as it came in.

    Attributes:
        content: The bytes, at most the first MiB of them.
        name: The file's name; its ending is a hint, never more.
        arrived_at: When it reached the desk (aware).
        cut_off: Whether the message went on after ``content``.
    """

    content: bytes
    name: str
    arrived_at: datetime
    cut_off: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadMessage:
    """What was read from one message.

    Attributes:
        identity: The source's own id of the message (``mail:<Message-ID>``), else
            ``sha256:<hex>`` of its bytes. The same identity is the same message.
        readings: At least one; several for several prospects in one file.
        letter: What a mail is besides, if it may be an answer to us or a bounce.
    """

    identity: str
    readings: tuple[Reading, ...]
    letter: Letter | None = None


def identity_of(content: bytes) -> str:
    """Return what tells a message from every other when it carries no id of its own."""
    from hashlib import sha256  # noqa: PLC0415 - it brings all of OpenSSL

    return f"sha256:{sha256(content).hexdigest()}"
