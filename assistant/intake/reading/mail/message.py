"""Reads a mail: looks for a request in every shape that a mail can bring one in.

The order is from the most certain to the least: an ADF document, a portal's or a form's
labels, JSON, and last a mail that a person wrote. Marks of an automatic mail are weighed
only after the labels, because a lead must not be lost to a header.
"""

from dataclasses import replace

from assistant.core.request import Flag, Reading, Request, Unreadable
from assistant.intake.reading import reasons
from assistant.intake.reading.body import Body, body_of, hidden_entries
from assistant.intake.reading.documents import adf_in, data_in, has_request
from assistant.intake.reading.envelope import Envelope, plain_subject
from assistant.intake.reading.forms.form import Form
from assistant.intake.reading.forms.form_reader import read_form
from assistant.intake.reading.forms.judgement import is_lead, why_no_lead, wrote_nobody
from assistant.intake.reading.forms.labelled import Labelled, read_labelled
from assistant.intake.reading.forms.portals import Label
from assistant.intake.reading.mail.automatic import Doubt, doubt_about
from assistant.intake.reading.mail.headers import Address, Headers
from assistant.intake.reading.mail.mime import Mail
from assistant.intake.reading.mail.personal import read_personal
from assistant.intake.reading.mail.quotes import forwarded, own_words
from assistant.intake.reading.words.dates import read_moment
from assistant.intake.reading.words.links import advert_link

_RECIPIENTS = ("to", "delivered-to", "x-original-to", "envelope-to")
PASSED_ON = ("fw:", "fwd:", "wg:", "doorst:", "tr:")
_ANSWERED = ("re:", "antw:", "aw:", "sv:", "betr:")
_MOST_ATTACHED = 5
_DEEPEST_ATTACHED = 5
_LEAST_QUOTED = 30


def read_mail_message(mail: Mail, known: Envelope, *, depth: int = 0) -> list[Reading]:
    """Return what a mail holds; at least one reading.

    Args:
        mail: The mail, taken apart.
        known: What is known before the headers are read.
        depth: How many mails this one is attached to.
    """
    envelope = envelope_of(mail.headers, known)
    body = body_of(mail)
    doubt = doubt_about(mail.headers, envelope)
    adf = adf_in(body, envelope)
    for attached in mail.attached[:_MOST_ATTACHED] if doubt is None else ():
        adf = adf if has_request(adf) else [*adf, *adf_in(body_of(attached), envelope)]
    if has_request(adf):
        return adf
    if doubt is None and has_request(passed_on := _passed_on(mail, body, envelope, depth)):
        return passed_on
    readings = _sent(mail.headers, body, envelope, doubt)
    return adf if adf and not has_request(readings) else readings


def envelope_of(headers: Headers, known: Envelope) -> Envelope:
    """Return an envelope with what the headers of a mail say."""
    received_by = headers.addresses(*_RECIPIENTS)
    sender, reply_to = headers.address("from"), headers.address("reply-to")
    date = headers.raw("date")
    written = read_moment(date, known.dealer.zone)
    return replace(
        known,
        others=replace(known.others, addresses=known.others.addresses | received_by),
        subject=plain_subject(headers.text("subject")),
        sender=sender,
        reply_to=reply_to,
        written=written,
        flags=(Flag.DATE_UNREADABLE,) if date and written is None else (),
        portal=known.portals.of(sender.domain, headers.address("sender").domain),
    )


def best_form(body: Body, envelope: Envelope) -> Labelled:
    """Return what the form in a message says, from its text or else from its page."""
    form = read_form(body.text, envelope.portals)
    labelled = _read_form(form, body, envelope, body.text)
    if body.sources and not labelled.customer.labelled:
        from_page = _read_form(
            read_form(body.page.text, envelope.portals), body, envelope, body.page.text
        )
        if from_page.customer.labelled or not labelled.customer.reachable:
            return from_page
    return labelled


def _read_form(form: Form, body: Body, envelope: Envelope, text: str) -> Labelled:
    if envelope.portal is not None and not form.has(Label.PHONE):
        form.entries.extend(hidden_entries(body, envelope.portals))
    return read_labelled(form, envelope, text, body.page.links if body.sources else ())


def _sent(headers: Headers, body: Body, envelope: Envelope, doubt: Doubt | None) -> list[Reading]:
    """Return what the sender of a mail wrote himself."""
    body = body if wrote_nobody(envelope) or envelope.portal else without_quotes(body)
    labelled = best_form(body, envelope)
    if is_lead(labelled, envelope, doubt):
        return [labelled.request]
    if has_request(data := data_in(body, envelope)):
        return data
    is_answer = headers.text("subject").lower().startswith(_ANSWERED) or "in-reply-to" in headers
    if refused := why_no_lead(labelled, doubt, is_answer=is_answer):
        return [refused]
    if envelope.portal is None:
        personal = read_personal(body.readable, envelope, is_answer=is_answer)
        if personal is not None:
            return [personal]
    empty = not body.readable.strip() and not envelope.subject
    return [Unreadable(reasons.EMPTY if empty else reasons.NO_CUSTOMER)]


def without_quotes(body: Body) -> Body:
    """Leave out the mail that a person answers: it holds the dealer's words, not his own."""
    text = body.readable.strip()
    own = own_words(text)
    return Body(texts=[own]) if own and len(own) + _LEAST_QUOTED < len(text) else body


def _passed_on(mail: Mail, body: Body, envelope: Envelope, depth: int) -> list[Reading]:
    """Return what a colleague passed on, attached to his mail or in its text."""
    subject = mail.headers.text("subject").lower()
    if depth > _DEEPEST_ATTACHED or not (subject.startswith(PASSED_ON) or _is_colleague(envelope)):
        return []
    for attached in mail.attached[:_MOST_ATTACHED]:
        readings = read_mail_message(attached, envelope, depth=depth + 1)
        if has_request(readings):
            return readings
    return passed_on_in(body, envelope)


def passed_on_in(body: Body, envelope: Envelope) -> list[Reading]:
    """Return what a mail held that stands in a text below its own headers."""
    inner = forwarded(body.readable)
    if inner is None or inner.sender.email in envelope.others.addresses:
        return []
    inside = replace(
        envelope,
        subject=plain_subject(inner.subject),
        sender=inner.sender,
        reply_to=Address(),
        portal=envelope.portals.of(inner.sender.domain),
    )
    readings = _sent(Headers(), Body(texts=[inner.text]), inside, None)
    return [_with_link(reading, body) for reading in readings]


def _with_link(reading: Reading, body: Body) -> Reading:
    """Add the advert's address, which the text of a page does not show."""
    if isinstance(reading, Request) and not reading.link and body.sources:
        return replace(reading, link=advert_link("", body.page.links))
    return reading


def _is_colleague(envelope: Envelope) -> bool:
    """Say whether the sender works where the mail was sent to."""
    sender = envelope.sender
    own_domains = {address.rpartition("@")[2] for address in envelope.dealer.own_addresses}
    return sender.email in envelope.others.addresses or sender.domain in own_domains - {""}
