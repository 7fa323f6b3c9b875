"""The customer's numbers and addresses, and nobody else's.

The dealer's own never pass, nor do addresses to which no one can answer. The search for
numbers in a text is slow, so a message has an allowance of searches; when it is used up,
a number is still kept as the digits that stand there.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from assistant.core.contact import Phone, find_phones, read_email, read_phone
from assistant.intake.original import Dealer

_MOST = 10
_MOST_TRIED = 15
_SEARCHES = 100
_LONGEST_FIELD = 80
_LONGEST_NAME = 400
_LONGEST_TEXT = 60_000
_FEWEST_DIGITS = 6
_MOST_DIGITS = 15

_ADDRESS = re.compile(r"\S*@\S*")
_ADDRESS_TO_END = re.compile(r"(?:\be-?mail(?:adres)?\s*:)?\s*\S*@.*", re.IGNORECASE | re.DOTALL)
_LETTER_FOR_ZERO = re.compile(r"^[oO](?=\d)")
_CLEAN = re.compile(r"[+(]?\d[\d ()./-]{4,24}")
_DIGIT = re.compile(r"\d")
_DIGITS = re.compile(r"\+?\d[\d ./()-]{4,28}\d")
_IN_TEXT = re.compile(r"(?<![\w+@./-])(?:\+|\(?0)[\d ()./–-]{7,24}\d(?!\w)")
_ABROAD = re.compile(r"(?<![\w+@./-])\(?\d{3}\)?[ .-]{1,2}\d{3}[ .-]\d{4}(?!\w)")
_NOT_A_NUMBER = re.compile(
    r"\b[A-Z]{2}\d\d ?[A-Z]{4}[\d ]{8,20}"  # IBAN
    r"|(?<!\d)\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d\d(?!\d)"  # a date
)
_NO_NUMBER = re.compile(
    r"(?i)\b(?:kvk|k\.v\.k|btw|iban|bic|vat|ust|hrb|fax|telefax|rekening|bank|postbus|vin|chassis)\b"
    r"|^\s*f\s*[:.]"
)
_NOBODY = re.compile(
    r"(?:no-?_?\.?reply|do-?not-?reply|donotreply|geen-?antwoord|niet-?beantwoorden|mailer-daemon"
    r"|postmaster|bounces?|nobody|notifications?|notify|mailer|wordpress|webmaster|www-data)"
    r"(?:[+._-].*)?",
)


class Allowance:
    """How many slow searches one message may still cost; shared by all its readers."""

    def __init__(self, searches: int) -> None:
        self._left = searches

    @property
    def lasts(self) -> bool:
        """Say whether a search is left."""
        return self._left > 0

    def take(self) -> bool:
        """Use one search up, if there is one left."""
        self._left -= 1
        return self._left >= 0


@dataclass(frozen=True, slots=True, kw_only=True)
class NotCustomers:
    """Whose numbers and addresses are not taken for the customer's.

    Attributes:
        region: The dealer's country, for numbers without a country code.
        numbers: The dealer's own numbers as E.164.
        addresses: Addresses in lower case: the dealer's own, and who received the message.
        allowance: The searches for numbers that are left for this message.
    """

    region: str
    numbers: frozenset[str]
    addresses: frozenset[str]
    allowance: Allowance = field(default_factory=lambda: Allowance(_SEARCHES))


def not_customers(dealer: Dealer) -> NotCustomers:
    """Return who is not a customer, whatever the message is."""
    return NotCustomers(
        region=dealer.region, numbers=dealer.own_numbers, addresses=dealer.own_addresses
    )


def is_nobody(address: str) -> bool:
    """Say whether nobody reads what is sent to this address, such as ``noreply@``."""
    return _NOBODY.fullmatch(address.partition("@")[0]) is not None


def phones_in_fields(fields: Iterable[str], others: NotCustomers) -> tuple[Phone, ...]:
    """Return the numbers in fields that are meant for one, in any spelling."""
    found = (phone for text in _few(fields) for phone in _in_field(text, others))
    return _different(found, others)


def phones_in_text(text: str, others: NotCustomers) -> tuple[Phone, ...]:
    """Return the numbers that stand in free text; what only may be a number is left out."""
    found: list[Phone] = []
    forms = (_IN_TEXT, _ABROAD) if others.region in {"US", "CA"} else (_IN_TEXT,)
    text = _NOT_A_NUMBER.sub(" ", text[:_LONGEST_TEXT])
    for line in text.splitlines():
        if len(_DIGIT.findall(line[:2_000])) < _FEWEST_DIGITS or _NO_NUMBER.search(line[:2_000]):
            continue
        for form in forms:
            for written in form.findall(line[:2_000]):
                if not others.allowance.take():
                    return _different(found, others)
                found.extend(find_phones(written, others.region))
    return _different(found, others)


def emails_in(texts: Iterable[str], others: NotCustomers) -> tuple[str, ...]:
    """Return the addresses in these texts to which a customer may answer."""
    found = (address for text in _few(texts) for address in _addresses(text))
    taken = (a for a in found if a not in others.addresses and not is_nobody(a))
    return tuple(dict.fromkeys(taken))[:_MOST]


def addresses_cut(name: str) -> str:
    """Return what stands before an address in a field that is meant for a name."""
    return _ADDRESS_TO_END.sub("", name[:_LONGEST_NAME])


def _in_field(text: str, others: NotCustomers) -> tuple[Phone, ...]:
    text = text.strip()[:_LONGEST_FIELD].removesuffix(".0").replace("(0)", "")
    text = _LETTER_FOR_ZERO.sub("0", _ADDRESS.sub(" ", text)).strip()
    if len(_DIGIT.findall(text)) < _FEWEST_DIGITS:
        return ()
    if _CLEAN.fullmatch(text) and others.allowance.lasts:
        phone = read_phone(text, others.region)
        if phone is not None and phone.number.startswith("+"):
            found = find_phones(text, others.region) if len(text) > 20 else ()
            return found or (phone,)
    if others.allowance.take():
        found = find_phones(text, others.region)
        phone = None if found else read_phone(text, others.region)
        return found or ((phone,) if phone else ())
    return _as_digits(text)


def _as_digits(text: str) -> tuple[Phone, ...]:
    """Keep a number as it is written, without asking which country it belongs to."""
    for written in _DIGITS.findall(text):
        digits = re.sub(r"\D", "", written)
        if _FEWEST_DIGITS <= len(digits) <= _MOST_DIGITS:
            return (Phone(digits),)
    return ()


def _different(phones: Iterable[Phone], others: NotCustomers) -> tuple[Phone, ...]:
    kept: dict[str, Phone] = {}
    for phone in phones:
        if phone.key not in others.numbers and len(kept) < _MOST:
            kept.setdefault(phone.key, phone)
    return tuple(kept.values())


def _addresses(text: str) -> Iterator[str]:
    """Yield the address around each ``@``; none is longer than the window."""
    before, at = -1, text.find("@")
    for _ in range(_MOST_TRIED):
        if at < 0:
            return
        following = text.find("@", at + 1)
        end = min(at + 190, following if following >= 0 else len(text))
        if address := read_email(text[max(before + 1, at - 64) : end]):
            yield address
        before, at = at, following


def _few(texts: Iterable[str]) -> Iterator[str]:
    return (text for text, _ in zip(texts, range(_MOST_TRIED), strict=False))
