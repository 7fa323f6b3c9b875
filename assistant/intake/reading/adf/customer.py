"""Who asks, in an ADF document: the customer element in all its spellings.

Names, numbers and addresses are looked for where the standard puts them, directly in a
contact. Only when that yields no way to reach the customer is everything else that he
left searched too, his comments included.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assistant.core.contact import Phone
from assistant.core.request import Channel
from assistant.intake.reading.markup.html_text import plain
from assistant.intake.reading.markup.xml_tree import Element
from assistant.intake.reading.words.cleaning import paragraphs, person
from assistant.intake.reading.words.contacts import (
    NotCustomers,
    addresses_cut,
    emails_in,
    phones_in_fields,
    phones_in_text,
)
from assistant.intake.reading.words.wishes import wanted_channel

_YES = frozenset({"1", "true", "yes", "y"})
_NO_CALLS = frozenset({"fax", "pager", "telefax"})
_MOBILE = frozenset({"cellphone", "cell", "mobile", "mobiel", "cellular", "mobil", "gsm"})
_WHOLE = frozenset({"full", "", "fullname"})
_ORDER = {
    "first": 0,
    "firstname": 0,
    "given": 0,
    "middle": 1,
    "last": 2,
    "lastname": 2,
    "surname": 2,
}
_COMMENTS = ("comments", "comment")
_AGENT = r"(?:agent|operator|representative|medewerker|adviseur|host|mitarbeiter|assistant)"
_VISITOR = re.compile(
    r"\b(?:visitor|customer|guest|bezoeker|klant|besucher|kunde)\s?:", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AdfCustomer:
    """Who asks, and his own words; see the attributes of a request."""

    name: str
    phones: tuple[Phone, ...]
    emails: tuple[str, ...]
    wants: Channel | None
    words: str


def adf_customer(prospect: Element, others: NotCustomers) -> AdfCustomer:
    """Return the customer of a prospect.

    Args:
        prospect: The prospect's element.
        others: Whose numbers and addresses are not the customer's.
    """
    customers = prospect.all("customer")
    contacts = _contacts(customers) or prospect.all("contact")
    phones = _sorted(element for contact in contacts for element in contact.all("phone"))
    emails = _sorted(element for contact in contacts for element in contact.all("email"))
    texts = [element.text for element in (*phones, *emails)]
    found_phones = phones_in_fields(texts, others)
    names = [name.text for contact in contacts for name in contact.all("name")]
    found_emails = emails_in([*texts, *names], others)
    words = _words(customers, contacts)
    found_phones = found_phones or phones_in_text(words, others)
    if not found_phones and not found_emails:
        left = "\n".join(_left(customers))
        found_phones, found_emails = phones_in_text(left, others), emails_in([left], others)
    return AdfCustomer(
        name=_name(contacts, words),
        phones=found_phones,
        emails=found_emails,
        wants=wanted_channel(words) or _marked(phones, emails),
        words=words,
    )


def _contacts(customers: Iterable[Element]) -> list[Element]:
    """Return the customer's contacts, the primary one in front; he may be one himself."""
    contacts = [
        contact
        for customer in customers
        for contact in customer.all("contact") or [customer]
        if contact.children
    ]
    return sorted(contacts, key=lambda contact: contact.says("primarycontact") not in _YES)


def _left(customers: Iterable[Element]) -> Iterator[str]:
    """Yield every text of the customer but the numbers of machines."""
    for element in (e for customer in customers for e in customer.walk()):
        if element.says("type") not in _NO_CALLS:
            yield element.text


def _sorted(elements: Iterable[Element]) -> list[Element]:
    """Put what is preferred in front, then mobile numbers; leave out fax and pager."""
    called = [element for element in elements if element.says("type") not in _NO_CALLS]
    return sorted(called, key=lambda e: (not _is_preferred(e), e.says("type") not in _MOBILE))


def _is_preferred(element: Element) -> bool:
    return element.says("preferredcontact") in _YES


def _marked(phones: Iterable[Element], emails: Iterable[Element]) -> Channel | None:
    """Return the channel that is marked as preferred, if only one of the two is."""
    by_phone, by_mail = any(map(_is_preferred, phones)), any(map(_is_preferred, emails))
    if by_phone == by_mail:
        return None
    return Channel.CALL if by_phone else Channel.MAIL


def _name(contacts: Iterable[Element], words: str) -> str:
    for contact in contacts:
        names = contact.all("name")
        private = [name for name in names if name.says("type") != "business"]
        for some in (private, names):
            name = person(addresses_cut(_assembled(some)))
            if name and not _is_agent(name, words):
                return name
    return ""


def _assembled(names: Iterable[Element]) -> str:
    """Return the full name, else its parts in the order in which they are spoken."""
    filled = [name for name in names if name.text]
    whole = next((name.text for name in filled if name.says("part") in _WHOLE), "")
    if whole:
        return whole
    return " ".join(
        name.text for name in sorted(filled, key=lambda n: _ORDER.get(n.says("part"), 3))
    )


def _is_agent(name: str, words: str) -> bool:
    """Say whether a chat transcript shows that this is the name of the dealer's agent."""
    own = re.escape(name)
    if re.search(rf"\b{own}\s?:", words) and _VISITOR.search(words):
        return True
    beside = rf"\b{_AGENT}\s{{0,3}}[:(-]?\s{{0,3}}{own}\b|\b{own}\s{{0,3}}[(\[,-]\s{{0,3}}{_AGENT}"
    spoken_to = rf"\b(?:chat(?:ting|ted)?\swith|chat met)\s{own}\b"
    return re.search(f"{beside}|{spoken_to}", words, re.IGNORECASE) is not None


def _words(customers: Iterable[Element], contacts: Iterable[Element]) -> str:
    """Return everything that the customer wrote, each comment once."""
    elements = [e for owner in (*customers, *contacts) for e in owner.all(*_COMMENTS)]
    texts = [paragraphs(plain(element.whole_text())) for element in elements]
    return paragraphs("\n\n".join(dict.fromkeys(filter(None, texts))))
