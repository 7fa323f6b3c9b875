"""Reads a file that is no mail: ADF, JSON, XML, a page or a text.

Without a sender only a label makes a number the customer's. A free text with a number in it
may be the dealer's own letter, and is shown to a person instead.
"""

from assistant.core.request import NotALead, Reading, Unreadable
from assistant.intake.reading import reasons
from assistant.intake.reading.body import body_of_text
from assistant.intake.reading.documents import adf_in, data_in, has_request
from assistant.intake.reading.envelope import Envelope
from assistant.intake.reading.forms.judgement import is_lead
from assistant.intake.reading.forms.portals import first_rule
from assistant.intake.reading.mail.message import best_form, passed_on_in
from assistant.intake.reading.markup.decoding import is_binary

_SENTENCES_IN = 5_000


def read_file(text: str, envelope: Envelope) -> list[Reading]:
    """Return what a file holds; at least one reading.

    Args:
        text: The file, decoded.
        envelope: What is known besides.
    """
    text = text.replace("\x00", "")
    body = body_of_text(text)
    adf = adf_in(body, envelope)
    if has_request(adf):
        return adf
    if has_request(data := data_in(body, envelope)):
        return data
    if has_request(saved := passed_on_in(body, envelope)):
        return saved
    labelled = best_form(body, envelope)
    if is_lead(labelled, envelope, None) and labelled.customer.labelled:
        return [labelled.request]
    return adf or [_refused(body.readable, envelope, is_rubbish=is_binary(text))]


def _refused(text: str, envelope: Envelope, *, is_rubbish: bool) -> Reading:
    if is_rubbish:
        return Unreadable(reasons.NOT_TEXT)
    for line in text[:_SENTENCES_IN].splitlines():
        if found := first_rule(envelope.portals.automatic_sentences, line):
            return NotALead(found[0].reason)
    return Unreadable(reasons.NO_CUSTOMER)
