"""Reads a file that is no mail: ADF, JSON, XML, a page or a text.

Without a sender only a label makes a number the customer's. A free text with a number in it
may be the dealer's own letter, and is shown to a person instead.
"""

from itertools import islice

from assistant.core.request import NotALead, Reading, Unreadable
from assistant.intake.reading import reasons
from assistant.intake.reading.body import body_of_text
from assistant.intake.reading.documents import adf_in, data_in, has_request
from assistant.intake.reading.envelope import Envelope
from assistant.intake.reading.forms.judgement import is_lead
from assistant.intake.reading.forms.portals import first_rule
from assistant.intake.reading.mail.automatic import Doubt
from assistant.intake.reading.mail.message import best_form, passed_on_in
from assistant.intake.reading.markup.decoding import is_binary

_SENTENCES_IN = 5_000
_MOST_SENTENCES = 100


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
    for find in (data_in, passed_on_in):
        if has_request(found := find(body, envelope)):
            return found
    labelled = best_form(body, envelope)
    doubt = _doubt_about(body.readable, envelope)
    if is_lead(labelled, envelope, doubt) and labelled.customer.labelled:
        return [labelled.request]
    return adf or [_refused(text, doubt)]


def _refused(text: str, doubt: Doubt | None) -> Reading:
    if doubt is not None:
        return NotALead(doubt.reason)
    return Unreadable(reasons.NOT_TEXT if is_binary(text) else reasons.NO_CUSTOMER)


def _doubt_about(text: str, envelope: Envelope) -> Doubt | None:
    """Return why a text seems to be written by nobody, from its sentences."""
    lines = filter(str.strip, text[:_SENTENCES_IN].splitlines())
    for line in islice(lines, _MOST_SENTENCES):
        if found := first_rule(envelope.portals.automatic_sentences, line):
            return Doubt(found[0].reason, strong=True)
    return None
