"""A hand-over as an ADF 1.0 document, which follows its DTD to the letter.

What a stranger wrote is text in it and never markup. Our history stands between two lines, so
that it can be told from what the BDC writes when the document comes back.
"""

import re
from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from assistant.core.request import Channel, RequestKind
from assistant.outreach.handover.case import Case
from assistant.words.vocabulary import word

OUR_ID = "followup"
"""The source of our id in a document, and the word before it in a subject."""
OURS = "--- followup ---"
"""The line before and after what we wrote in the comments."""

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<?adf version="1.0"?>\n'
_YEAR = re.compile(r"\s*\((\d{4})\)\s*\Z")  # as the readers write it
_NO_XML = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def adf_document(case: Case) -> bytes:
    """Return a lead as an ADF document."""
    lines = (*_prospect(case), "")
    return (_HEAD + "\n".join(lines)).encode("utf-8")


def _prospect(case: Case) -> Iterator[str]:
    asked_at = case.lead.course.last_clock or case.away.since
    yield "<adf>"
    yield "<prospect>"
    yield _element("id", case.lead.lead_id, source=OUR_ID)
    yield _element("requestdate", asked_at.astimezone(case.zone).isoformat(timespec="seconds"))
    yield from _cars(case)
    yield "<customer>"
    yield from _contact(case)
    yield _element("comments", _comments(case))
    yield "</customer>"
    yield from _vendor(case)
    yield "</prospect>"
    yield "</adf>"


def _cars(case: Case) -> Iterator[str]:
    asked = case.request
    interest = "test-drive" if asked.kind is RequestKind.TEST_DRIVE else "buy"
    plate, own_plate = case.plates
    more = "\n".join(filter(None, (plate, asked.link)))
    drives = asked.own_vehicle or own_plate
    if asked.vehicle or more or asked.price or not drives:  # the DTD wants one
        yield from _car(asked.vehicle, interest, asked.price, more)
    if drives:
        yield from _car(asked.own_vehicle, "trade-in", "", own_plate)


def _car(name: str, interest: str, price: str, comments: str) -> Iterator[str]:
    found = _YEAR.search(name)
    year = found[1] if found else ""
    make, _, model = (name[: found.start()] if found else name).partition(" ")
    yield f"<vehicle interest={quoteattr(interest)} status={quoteattr('used')}>"
    yield _element("year", year)
    yield _element("make", make)
    yield _element("model", model)
    if price:
        yield _element("price", price, type="asking")
    if comments:
        yield _element("comments", comments)
    yield "</vehicle>"


def _contact(case: Case) -> Iterator[str]:
    asked = case.request
    yield "<contact>"
    yield _element("name", asked.name, part="full", type="individual")
    for email in asked.emails:
        yield _element("email", email, preferredcontact=_yes(asked.wants is Channel.MAIL))
    for phone in case.phones:
        kind = "cellphone" if phone.mobile else "voice"
        preferred = _yes(asked.wants in {Channel.CALL, Channel.WHATSAPP})
        yield _element("phone", phone.key, type=kind, preferredcontact=preferred)
    if not asked.emails and not case.phones:
        yield _element("phone", "")  # the DTD wants one
    yield "</contact>"


def _comments(case: Case) -> str:
    """Return, between our lines, what the customer asked and what happened."""
    ours = [case.request.question, word(case.away.reason), case.note, *case.history()]
    told = "\n".join(filter(None, ours)).replace(OURS, OUR_ID)
    return f"{OURS}\n{told}\n{OURS}"


def _vendor(case: Case) -> Iterator[str]:
    dealer = case.settings.dealer
    yield "<vendor>"
    yield _element("vendorname", dealer.name)
    yield "<contact>"
    yield _element("name", case.salesperson, part="full", type="individual")
    yield _element("email", next(iter(dealer.own_addresses), ""))
    yield "</contact>"
    yield "</vendor>"
    yield "<provider>"
    yield _element("name", dealer.name or OUR_ID, part="full", type="business")
    yield _element("service", word(case.away.reason))
    yield "</provider>"


def _yes(is_so: bool) -> str:
    return "1" if is_so else "0"


def _element(name: str, text: str, **attributes: str) -> str:
    said = "".join(f" {key}={quoteattr(value)}" for key, value in attributes.items())
    return f"<{name}{said}>{escape(plain(text))}</{name}>"


def plain(text: str) -> str:
    """Return a text with one kind of line break, and without what no XML can hold."""
    return _NO_XML.sub("\N{REPLACEMENT CHARACTER}", text.replace("\r\n", "\n").replace("\r", "\n"))
