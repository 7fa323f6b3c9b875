"""A person's whole file, printed for himself: everything that is kept of him, in words.

What others said or asked is not his to see: of a message in which other customers stand, such
as a list, only that it is there.
"""

import html
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from assistant.core.contact import national
from assistant.core.facts import LeadId
from assistant.core.privacy import call_note
from assistant.core.summary import State
from assistant.desk import LeadFile
from assistant.desk.privacy import Customer
from assistant.intake.reading.mail.mime import read_mail
from assistant.intake.reading.markup.decoding import decode, is_binary
from assistant.intake.reading.markup.html_text import plain
from assistant.names import harmless
from assistant.privacy.happened import Row, happened, when
from assistant.privacy.loose import loose_messages
from assistant.start import Office
from assistant.words.catalogue import tr
from assistant.words.handed import mail_state
from assistant.words.vocabulary import word

_WIDE = 22


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the file: a heading, and rows of what is said about what."""

    heading: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A person's file."""

    title: str
    told: str
    sections: tuple[Section, ...]


def sheet_of(office: Office, identities: frozenset[str], now: datetime) -> Sheet | None:
    """Return the file of the customer with these numbers or addresses; ``None`` if unknown."""
    customer = office.desk.privacy.customer(identities)
    loose = loose_messages(office, customer)
    if not customer.leads and not customer.messages and not loose:
        return None
    zone = office.settings.dealer.zone
    leads = [office.desk.lead(lead_id) for lead_id in customer.leads]
    sections = [_who(customer, office.settings.dealer.country)]
    sections += [_lead(lead, zone, office.settings.dealer.country) for lead in leads]
    sections += _messages(office, customer, loose, zone)
    sections += _mails(office, customer, zone)
    told = tr("Kept by {dealer}; printed {time}.").format(
        dealer=office.settings.dealer.name or tr("the dealer"), time=when(now, zone)
    )
    return Sheet(tr("Everything that is kept of you"), told, tuple(sections))


def as_text(sheet: Sheet) -> str:
    """Return a file as plain text, in which nothing acts on a terminal."""
    lines = [sheet.title, sheet.told]
    for section in sheet.sections:
        lines += ["", section.heading, "-" * len(section.heading)]
        for label, text in section.rows:
            first, *more = harmless(text).split("\n")
            lines.append(f"{label:<{_WIDE}} {first}".rstrip())
            lines += [f"{'':<{_WIDE}} {line}".rstrip() for line in more]
    return "\n".join(lines) + "\n"


def as_html(sheet: Sheet) -> str:
    """Return a file as one page that needs nothing beside it."""
    body = "".join(map(_section_html, sheet.sections))
    title, tongue = html.escape(sheet.title), html.escape(tr("en"))
    return (
        f'<!doctype html>\n<html lang="{tongue}"><head><meta charset="utf-8">'
        f"<title>{title}</title><style>{_STYLE}</style></head><body>"
        f"<h1>{title}</h1><p>{html.escape(sheet.told)}</p>{body}</body></html>\n"
    )


_STYLE = (
    "body{font:11pt/1.45 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;"
    "color:#1b1f24;background:#fff}h1{font-size:1.5rem}h2{font-size:1.1rem;margin-top:2rem;"
    "border-bottom:1px solid #ccd}table{border-collapse:collapse;width:100%}"
    "th{text-align:left;font-weight:600;width:12rem;vertical-align:top;padding:.2rem .8rem .2rem 0}"
    "td{white-space:pre-wrap;overflow-wrap:anywhere;padding:.2rem 0}"
)


def _section_html(section: Section) -> str:
    rows = "".join(
        f"<tr><th>{html.escape(label)}</th><td>{html.escape(harmless(text))}</td></tr>"
        for label, text in section.rows
    )
    return f"<h2>{html.escape(section.heading)}</h2><table>{rows}</table>"


def _who(customer: Customer, country: str) -> Section:
    numbers = sorted(one for one in customer.identities if "@" not in one)
    addresses = sorted(customer.identities - set(numbers))
    rows = [(tr("Name"), name) for name in sorted(customer.names)]
    rows += [(tr("Phone"), national(number, country)) for number in numbers]
    rows += [(tr("E-mail"), address) for address in addresses]
    return Section(tr("Who"), tuple(rows))


def _lead(lead: LeadFile, zone: ZoneInfo, country: str) -> Section:
    rows = list(happened(lead, zone, country))
    note = call_note(lead.course)
    if note is not None:
        rows.append((tr("Note"), word(note)))
    if lead.owner:
        rows.append((tr("Salesperson"), lead.owner))
    rows.append((tr("Stands as"), _state(lead)))
    opened = when(lead.facts[0].at, zone)
    return Section(tr("Request of {time}").format(time=opened), tuple(rows))


def _state(lead: LeadFile) -> str:
    if lead.course.end is not None:
        return word(lead.course.end.kind)
    return word(State.OPEN if lead.plan.handed_over is None else State.HANDED_OVER)


def _messages(
    office: Office, customer: Customer, loose: list[str], zone: ZoneInfo
) -> Iterator[Section]:
    own = frozenset(customer.leads)
    for message_id in (*customer.messages, *loose):
        message = office.desk.messages.one(message_id)
        if message is None or not message.content:
            continue
        heading = tr("Message of {time}").format(time=when(message.arrived_at, zone))
        others: set[LeadId] = set(office.desk.privacy.leads_of_message(message_id)) - own
        rows = _in_words(message.content)
        if others:
            said = tr("It holds other customers too, and is not printed for that reason.")
            rows = ((tr("As it came"), said),)
        yield Section(heading, ((tr("File"), message.name), *rows))


def _mails(office: Office, customer: Customer, zone: ZoneInfo) -> Iterator[Section]:
    """Yield the mails to him and about him that are kept, those too that wait to leave."""
    for mail in office.desk.outgoing.about(customer.leads, customer.identities):
        heading = tr("Mail from us of {time}").format(time=when(mail.put_at, zone))
        rows = (
            (tr("For"), mail.recipient),
            (tr("Subject"), mail.subject),
            (tr("Stands as"), mail_state(mail.state)),
            (tr("As it reads"), _text_of(mail.content)),
        )
        yield Section(heading, rows)


def _text_of(content: bytes) -> str:
    parts = read_mail(content).parts
    said = (plain(part.text).strip() for part in parts if part.content_type == "text/plain")
    return "\n".join(said).replace("\r\n", "\n")


def _in_words(content: bytes) -> tuple[Row, ...]:
    """Return a message as it came, and what a reader sees in it where that is something else."""
    text = decode(content)
    if is_binary(text):
        return ((tr("As it came"), tr("It is no text, and is not printed for that reason.")),)
    parts = [part for part in read_mail(content).parts if part.content_type.startswith("text/")]
    seen = "\n".join(plain(part.text).strip() for part in parts if part.text not in text)
    rows = ((tr("As it reads"), seen), (tr("As it came"), text))
    return tuple((label, said.replace("\r\n", "\n")) for label, said in rows if said)
