"""Requests in data written for programs: ADF anywhere, JSON, and XML of other kinds."""

from collections.abc import Iterable

from assistant.core.request import Reading, Request
from assistant.intake.reading.adf.prospect import read_adf
from assistant.intake.reading.adf.search import find_adf, holds_adf
from assistant.intake.reading.body import Body
from assistant.intake.reading.envelope import Envelope
from assistant.intake.reading.markup.xml_tree import read_strictly
from assistant.intake.reading.structured.json_leads import read_json, read_pairs
from assistant.intake.reading.structured.pairs import flatten_xml


def has_request(readings: Iterable[Reading]) -> bool:
    """Say whether one of the readings is a request."""
    return any(isinstance(reading, Request) for reading in readings)


def adf_in(body: Body, envelope: Envelope) -> list[Reading]:
    """Return the readings of the ADF in a message.

    A mail often says the same twice, as a document and as text. So the documents are asked
    first, then the texts, then the HTML, until one of them holds a request.
    """
    readings: list[Reading] = []
    for texts in (body.documents, body.texts, body.sources):
        found = [
            reading
            for text in texts
            for root in find_adf(text)
            for reading in read_adf(root, envelope)
        ]
        if has_request(found):
            return list(dict.fromkeys(found))
        readings += found
    return list(dict.fromkeys(readings))


def data_in(body: Body, envelope: Envelope) -> list[Reading]:
    """Return the readings of the JSON and of the other XML in a message."""
    for text in (*body.documents, *body.texts):
        begins = text.lstrip()[:1]
        if begins in {"{", "["}:
            readings = read_json(text, envelope)
        elif begins == "<" and not holds_adf(text) and (root := read_strictly(text)):
            readings = read_pairs(flatten_xml(root), envelope)
        else:
            continue
        if has_request(readings):
            return readings
    return []
