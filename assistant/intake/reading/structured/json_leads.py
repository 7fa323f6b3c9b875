"""JSON from advertising forms, web hooks and exports becomes requests.

One text may hold one customer or a list of them. A text that is cut off or otherwise no
JSON is searched for names and values all the same: a number that stands in it is a lead.
"""

from collections.abc import Iterator
from dataclasses import replace

from assistant.core.request import Reading, Request, Unreadable
from assistant.intake.reading import reasons
from assistant.intake.reading.adf.prospect import read_adf
from assistant.intake.reading.adf.search import find_adf, holds_adf
from assistant.intake.reading.envelope import Envelope
from assistant.intake.reading.forms.labelled import read_labelled
from assistant.intake.reading.forms.portals import Label
from assistant.intake.reading.mail.headers import Address
from assistant.intake.reading.structured.json_pieces import (
    customers_in,
    is_facebook,
    loose_pairs,
    parsed,
    whole_pieces,
)
from assistant.intake.reading.structured.pair_form import form_of, reaches_customer, source_in
from assistant.intake.reading.structured.pairs import Pair, Value, flatten

_MOST_LEADS = 100


def is_json(text: str) -> bool:
    """Say whether ``text`` is one whole JSON object or list."""
    return isinstance(parsed(text), dict | list)


def read_json(text: str, envelope: Envelope) -> list[Reading]:
    """Return a reading for each customer in a JSON text; at least one.

    Args:
        text: JSON, several JSON texts in a row, or what is left of one.
        envelope: What is known of the message that held it.
    """
    readings: list[Reading] = []
    for facebook, pairs in _leads(text, envelope):
        if len(readings) >= _MOST_LEADS:
            readings.append(Unreadable(reasons.TOO_MANY))
            break
        readings.extend(read_pairs(pairs, envelope, source="Facebook" if facebook else ""))
    if not any(isinstance(reading, Request) for reading in readings):
        return [Unreadable(reasons.NO_CUSTOMER)]
    return readings


def read_pairs(pairs: list[Pair], envelope: Envelope, *, source: str = "") -> list[Reading]:
    """Return the request of one customer whose data is given as pairs.

    Args:
        pairs: The customer's data; one of the texts may be an ADF document.
        envelope: What is known of the message that held it.
        source: Who passed it on, empty when the pairs say so.
    """
    documents = [pair.text for pair in pairs if len(pair.text) > 40 and holds_adf(pair.text)]
    if documents:
        return [
            r for text in documents[:1] for root in find_adf(text) for r in read_adf(root, envelope)
        ]
    form = form_of(pairs, envelope.portals)
    source = source or source_in(pairs, envelope.portals)
    labelled = read_labelled(
        form,
        replace(
            envelope,
            sender=Address(name=source) if source else envelope.sender,
            written=None if form.has(Label.DATE) else envelope.written,
        ),
        text="",
        links=(),
    )
    if not labelled.customer.reachable:
        return [Unreadable(reasons.NO_CUSTOMER_IN_REQUEST)]
    return [labelled.request]


def _leads(text: str, envelope: Envelope) -> Iterator[tuple[bool, list[Pair]]]:
    """Yield each customer's pairs, and whether they come from Facebook."""
    whole = parsed(text)
    pieces, rest = ([whole], "") if whole is not None else whole_pieces(text)

    def reaches(value: Value) -> bool:
        return reaches_customer(flatten(value), envelope.portals)

    for piece in pieces:
        for customer in customers_in(piece, reaches):
            yield is_facebook(customer), flatten(customer)
    if rest and (pairs := loose_pairs(rest)):
        yield '"field_data"' in rest, pairs
