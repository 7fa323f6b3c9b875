"""Hand-overs as a sheet: CSV as Dutch Excel opens it, in which no cell is ever a formula."""

import csv
import io
from collections.abc import Iterable

from assistant.core.contact import national
from assistant.outreach.handover.case import Case
from assistant.outreach.handover.document import plain
from assistant.words.catalogue import tr
from assistant.words.history import to_whom
from assistant.words.vocabulary import word

_ACTS = ("=", "+", "-", "@", "\t", "\r")
"""What makes a cell a formula, or the start of one."""


def sheet(cases: Iterable[Case]) -> bytes:
    """Return a row a lead beneath a row of headings: semicolons, a BOM, CRLF."""
    written = io.StringIO(newline="")
    rows = csv.writer(written, delimiter=";", lineterminator="\r\n")
    rows.writerow(_headings())
    rows.writerows([_cell(text) for text in _row(case)] for case in cases)
    return written.getvalue().encode("utf-8-sig")


def row_of(case: Case) -> tuple[str, str]:
    """Return what tells a row from all others: which lead, and since when."""
    row = _row(case)
    return row[0], row[3]


def rows_of(content: bytes) -> frozenset[tuple[str, str]]:
    """Return which rows stand in a sheet, as :func:`row_of` says it."""
    read = csv.reader(
        io.StringIO(content.decode("utf-8-sig", "replace"), newline=""), delimiter=";"
    )
    try:
        return frozenset((row[0], row[3]) for row in read if len(row) > 3)
    except csv.Error:
        return frozenset()  # somebody else's


def _headings() -> tuple[str, ...]:
    return (
        tr("Lead"),
        tr("For"),
        tr("Why"),
        tr("Since"),
        tr("Name"),
        tr("Number"),
        tr("E-mail"),
        tr("May be called"),
        tr("Car"),
        tr("Number plate"),
        tr("Drives"),
        tr("Question"),
        tr("Source"),
        tr("Salesperson"),
        tr("Note"),
        tr("What happened"),
    )


def _row(case: Case) -> tuple[str, ...]:
    asked, country = case.request, case.settings.dealer.country
    return (
        case.lead.lead_id,
        to_whom(case.away.to),
        word(case.away.reason),
        f"{case.away.since.astimezone(case.zone):%d-%m-%Y %H:%M}",
        asked.name,
        ", ".join(national(phone.number, country) for phone in case.phones),
        ", ".join(asked.emails),
        tr("yes") if case.lead.course.may_be_called else tr("no"),
        asked.vehicle,
        case.plates[0],
        " · ".join(filter(None, (asked.own_vehicle, case.plates[1]))),
        asked.question,
        asked.source,
        case.salesperson,
        case.note,
        "\n".join(case.history()),
    )


def _cell(text: str) -> str:
    text = "'" + text if text.startswith(_ACTS) else text
    return plain(text)
