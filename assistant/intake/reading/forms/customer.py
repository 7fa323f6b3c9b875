"""Who asks: the customer's name, numbers and addresses, from a form and its envelope.

What stands behind a label is his; from the rest of the mail a number or an address is
taken only where the form gave none.
"""

import re
from dataclasses import dataclass

from assistant.core.contact import Phone
from assistant.intake.reading.envelope import Envelope
from assistant.intake.reading.forms.form import Form, Place
from assistant.intake.reading.forms.portals import Label, first_phrase
from assistant.intake.reading.mail.headers import read_address
from assistant.intake.reading.words.cleaning import is_nothing, person
from assistant.intake.reading.words.contacts import (
    addresses_cut,
    emails_in,
    is_nobody,
    phones_in_fields,
    phones_in_text,
)

_HIS_PLACES = frozenset({Place.CUSTOMER, Place.ADVERT})
_NAMES = (Label.NAME, Label.FIRST_NAME, Label.LAST_NAME)
_BELOW = frozenset({Place.BELOW_GREETING})
_LAST_RESORT = frozenset({Place.FOOTER})
_OFFICE = re.compile(
    r"(?:info|support|service|contact|help\w*|sales|privacy|office|dealers?|team|verkoop|haendler\w*|klant\w*|customer\w*|kunden\w*)"
    r"(?:[.+_-].*)?"
)
_PARTED_AT = re.compile(r"\s*(?:@|\(at\)|\[at\])\s*", re.IGNORECASE)
_MOST_LOOSE = 60
_MOST_SENDERS = 5
_SHORTEST_NAME = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Customer:
    """Who asks.

    Attributes:
        name: His name, empty when it is not given.
        phones: His numbers.
        emails: His addresses.
        labelled: Whether a label gave a number or an address.
        named: Whether a label also gave his name.
        introduced: Whether a label also gave his name or his words, as only a form does.
    """

    name: str = ""
    phones: tuple[Phone, ...] = ()
    emails: tuple[str, ...] = ()
    labelled: bool = False
    named: bool = False
    introduced: bool = False

    @property
    def reachable(self) -> bool:
        """Say whether there is a number or an address."""
        return bool(self.phones or self.emails)


def customer_of(form: Form, envelope: Envelope, *, by_phone: bool) -> Customer:
    """Return who filled in a form.

    Args:
        form: What was filled in.
        envelope: What is known of the message.
        by_phone: Whether the form is a notice of a call, which nobody wrote.
    """
    phones, emails = _labelled(form, envelope)
    labelled = bool(phones or emails)
    named = labelled and form.has(*_NAMES)
    words = "\n".join(form.values(Label.MESSAGE))
    knows_portal = envelope.portal is not None or by_phone
    loose = "\n".join((envelope.subject, *form.loose[:_MOST_LOOSE])) if knows_portal else ""
    in_text = phones_in_text(loose, envelope.others) if not phones else ()
    return Customer(
        name=_name(form, envelope, by_phone=by_phone),
        phones=phones or phones_in_text(words, envelope.others) or in_text[:1],
        emails=emails if by_phone else _with_sender(emails, words, form, envelope),
        labelled=labelled,
        named=named,
        introduced=named or (labelled and form.has(Label.MESSAGE)),
    )


def _labelled(form: Form, envelope: Envelope) -> tuple[tuple[Phone, ...], tuple[str, ...]]:
    """Return what stands behind labels; the dealer's greeting may hold his own.

    So what stands below a greeting counts when there is none of its kind above, a mobile
    number in closing lines too, and what else stands there when there is nothing at all.
    """
    phones, emails = _numbers(form, envelope, _HIS_PLACES), _addresses(form, envelope, _HIS_PLACES)
    closing = _numbers(form, envelope, _LAST_RESORT)
    phones = phones or _numbers(form, envelope, _BELOW) or tuple(filter(_may_be_mobile, closing))
    emails = emails or _addresses(form, envelope, _BELOW)
    if phones or emails:
        return phones, emails
    return closing, _addresses(form, envelope, _LAST_RESORT)


def _may_be_mobile(phone: Phone) -> bool:
    """Say whether a number is no office's; a pager's (066) is not, nor one no country knows."""
    return phone.mobile or not phone.number.startswith("+") or phone.number.startswith("+316")


def _numbers(form: Form, envelope: Envelope, places: frozenset[Place]) -> tuple[Phone, ...]:
    return phones_in_fields(_contact_values(form, places), envelope.others)


def _addresses(form: Form, envelope: Envelope, places: frozenset[Place]) -> tuple[str, ...]:
    addresses = form.values(Label.EMAIL, places=places)
    values = [
        *(_PARTED_AT.sub("@", address) for address in addresses),
        *_contact_values(form, places),
        *form.values(*_NAMES, places=places),
    ]
    found = emails_in(values, envelope.others)
    return tuple(address for address in found if not _is_office(address, envelope))


def _contact_values(form: Form, places: frozenset[Place]) -> list[str]:
    """Return what may be a number or an address; the wrong field counts too."""
    labels = (Label.PHONE, Label.EMAIL, Label.SENDER)
    return [value for label in labels for value in form.values(label, places=places)]


def _with_sender(
    labelled: tuple[str, ...], words: str, form: Form, envelope: Envelope
) -> tuple[str, ...]:
    """Add the address that an answer goes to, and else what the mail gives away."""
    answer = envelope.reply_to.email
    others = emails_in([answer], envelope.others)
    direct = tuple(address for address in others if not envelope.is_portals_own(address))
    found = tuple(dict.fromkeys((*labelled, *direct)))
    if not found:
        found = emails_in([words], envelope.others)
    if not found and answer != envelope.sender.email and form.has(Label.MESSAGE):
        found = tuple(address for address in others if not _is_office(address, envelope))
    if not found and _wrote_himself(form, envelope):
        found = emails_in([envelope.sender.email], envelope.others)
    return found


def _wrote_himself(form: Form, envelope: Envelope) -> bool:
    """Say whether a form was sent under the customer's own name or address."""
    sender = f"{envelope.sender.name} {envelope.sender.email.partition('@')[0]}".lower()
    names = (word for word in _filled_in(form).lower().split() if len(word) > _SHORTEST_NAME)
    return any(name in sender for name in names)


def _is_office(address: str, envelope: Envelope) -> bool:
    office = _OFFICE.fullmatch(address.partition("@")[0])
    return office is not None and envelope.is_portals_own(address)


def _name(form: Form, envelope: Envelope, *, by_phone: bool) -> str:
    if filled_in := _filled_in(form):
        return filled_in
    if by_phone:
        return ""
    senders = (read_address(value) for value in form.values(Label.SENDER)[:_MOST_SENDERS])
    for candidate in (
        *(sender.name for sender in senders if not is_nobody(sender.email)),
        *(
            first_phrase(envelope.portals.introductions, line).get("name", "")
            for line in form.loose[:30]
        ),
        envelope.reply_to.name if not is_nobody(envelope.reply_to.email) else "",
        _beside_portal(envelope.sender.name),
        form.signed if len(form.signed) <= 40 else "",
    ):
        name = person(candidate)
        if name and name != envelope.source and not any(digit.isdigit() for digit in name):
            return name
    return ""


def _filled_in(form: Form) -> str:
    whole = person(addresses_cut(form.first(Label.NAME)))
    parts = [form.first(label) for label in (Label.FIRST_NAME, Label.INSERTION, Label.LAST_NAME)]
    name = person(" ".join(filter(None, parts))) if parts[2] or not whole else whole
    return "" if is_nothing(name) else name


def _beside_portal(name: str) -> str:
    """Return ``Jan de Vries`` from ``Jan de Vries via Marktplaats``."""
    before, found, _ = name.partition(" via ")
    return before if found else ""
