"""Weighs whether a form that was read is a lead, and why it is none.

A number or an address behind a label outweighs every mark of an automatic mail but one: an
automatic reply carries its writer's signature, so there a name or a message must have been
filled in too.
"""

from assistant.core.request import NotALead, Reading, RequestKind, Unreadable
from assistant.intake.reading import reasons
from assistant.intake.reading.envelope import Envelope
from assistant.intake.reading.forms.customer import Customer
from assistant.intake.reading.forms.labelled import Labelled
from assistant.intake.reading.forms.meaning import PHONE_KINDS
from assistant.intake.reading.mail.automatic import Doubt
from assistant.intake.reading.words.contacts import is_nobody


def is_lead(labelled: Labelled, envelope: Envelope, doubt: Doubt | None) -> bool:
    """Say whether a form is a customer's request.

    Args:
        labelled: What the form said.
        envelope: What is known of the message.
        doubt: Why the message seems to be written by nobody.
    """
    customer, meaning = labelled.customer, labelled.meaning
    if not customer.reachable:
        return False
    if doubt is not None and doubt.strong:
        return customer.introduced
    if meaning.reason:
        called_for = meaning.reason == reasons.CHAT_NOTICE and _is_mobile(customer)
        return called_for or _is_convincing(customer, envelope)
    return _is_form(labelled, envelope, doubt)


def why_no_lead(labelled: Labelled, doubt: Doubt | None, *, is_answer: bool) -> Reading | None:
    """Return why a form is no lead, ``None`` when nothing says so.

    Args:
        labelled: What the form said.
        doubt: Why the message seems to be written by nobody.
        is_answer: Whether somebody answered a mail, whose subject then is not his own.
    """
    meaning = labelled.meaning
    if doubt is not None and doubt.strong:
        return NotALead(doubt.reason)
    if meaning.kind in PHONE_KINDS and meaning.stated and not labelled.customer.reachable:
        missed = meaning.kind is RequestKind.MISSED_CALL
        return (
            Unreadable(reasons.NUMBER_WITHHELD) if missed else NotALead(reasons.CALL_WITHOUT_NUMBER)
        )
    if meaning.reason and not is_answer:
        return NotALead(meaning.reason)
    return NotALead(doubt.reason) if doubt is not None else None


def _is_form(labelled: Labelled, envelope: Envelope, doubt: Doubt | None) -> bool:
    """Say whether labels were filled in by a customer, or a known sender says who called."""
    customer, meaning = labelled.customer, labelled.meaning
    expected = meaning.stated and (envelope.portal is not None or meaning.kind in PHONE_KINDS)
    if doubt is not None:
        return expected or _is_convincing(customer, envelope)
    if envelope.portal is not None:
        return customer.labelled or expected or bool(customer.emails)
    if wrote_nobody(envelope):
        return expected or customer.labelled
    own_mail = all(address == envelope.sender.email for address in customer.emails)
    return expected or customer.named or (customer.introduced and not own_mail)


def wrote_nobody(envelope: Envelope) -> bool:
    """Say whether no person who could be a customer sent the message."""
    sender = envelope.sender.email
    return not sender or is_nobody(sender) or sender in envelope.others.addresses


def _is_convincing(customer: Customer, envelope: Envelope) -> bool:
    """Say whether a labelled number or address is no company's in its closing lines."""
    domain = envelope.sender.domain
    private = _is_mobile(customer) or any(
        not domain or not address.endswith(domain) for address in customer.emails
    )
    return customer.labelled and (customer.introduced or private)


def _is_mobile(customer: Customer) -> bool:
    return any(phone.mobile for phone in customer.phones)
