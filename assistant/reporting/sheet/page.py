"""A sheet as one HTML page that needs nothing beside it.

It keeps to what a browser and Qt's QTextDocument, which makes the PDF, both understand: tables
with their widths and colours as attributes. A bar is a table of one row, so it prints too.
"""

import html

from assistant.reporting.sheet.paper import Bar, Entry, Section, Sheet, Table
from assistant.words.catalogue import tr

_STYLE = (
    "@page{size:A4;margin:12mm}html{max-width:186mm;margin:0 auto}"
    'body{font-family:"Segoe UI","DejaVu Sans",sans-serif;font-size:8pt;color:#1b1f24;'
    "background-color:#ffffff;margin:0px;"
    "-webkit-print-color-adjust:exact;print-color-adjust:exact}"  # else a bar is not printed
    "h1{font-size:13pt;margin-top:0px;margin-bottom:2px}"
    "h2{font-size:9pt;margin-top:9px;margin-bottom:2px;break-after:avoid}tr{break-inside:avoid}"
    "p{margin-top:1px;margin-bottom:2px}p.quiet{color:#5b6470}"
    "th{font-weight:600;color:#5b6470}"
    "td,th{padding-top:1px;padding-bottom:1px;padding-left:0px;padding-right:6px;"
    "vertical-align:top}td{overflow-wrap:anywhere}"
    "@media screen{html{padding:8mm}}"
)
_DARK, _LIGHT, _WHITE, _RULE = "#27588f", "#c3d4e8", "#ffffff", "#9aa3ae"
_RULED = f' style="padding-top:5px;border-bottom:1px solid {_RULE}"'
"""A line to write on."""
_EMPTY = "&nbsp;"
"""With nothing at all in a table's last cell Qt sets the next heading against the table."""
_NOTE = ' class="quiet" style="margin-top:5px"'
_WIDE = '<table width="100%" cellspacing="0" cellpadding="0" border="0">'
_BAR_WIDTH = 120
_FIRST = {1: "32%"}
"""How wide the first column is, by how many columns are of texts: figures stand one below another
in all tables."""
_LABEL = "22%"


def as_html(sheet: Sheet, *, prints: bool = False) -> str:
    """Return a sheet as a page; strangers' words are text in it.

    Args:
        sheet: What stands on it.
        prints: Whether a browser that opens it offers to print it.
    """
    body = '<body onload="print()">' if prints else "<body>"
    title = _text(sheet.title)
    notes = "".join(f"<p{_NOTE}>{_text(note)}</p>" for note in sheet.notes)
    copies = f'<p class="quiet">{_text(sheet.copies)}</p>' if sheet.copies else ""
    return (
        f'<!doctype html>\n<html lang="{_text(tr("en"))}"><head><meta charset="utf-8">'
        f"<title>{title}</title><style>{_STYLE}</style></head>{body}"
        f'<h1>{title}</h1><p class="quiet">{_text(sheet.told)}</p>{copies}'
        f"{''.join(map(_section, sheet.sections))}{notes}</body></html>\n"
    )


def _section(section: Section) -> str:
    said = f"<p>{_text(section.said)}</p>" if section.said else ""
    table = "" if section.table is None else _table(section.table)
    more = f'<p class="quiet">{_text(section.more)}</p>' if section.more else ""
    entries = "".join(map(_entry, section.entries))
    return f"<h2>{_text(section.heading)}</h2>{said}{table}{entries}{more}"


def _table(table: Table) -> str:
    head = "".join(
        f'<th align="{_side(table, number)}"{_width(table, number)}>{_text(column)}</th>'
        for number, column in enumerate(table.columns)
    )
    if table.bars:
        head += f'<th width="{_BAR_WIDTH}"></th>'
    bars = table.bars or (None,) * len(table.rows)
    rows = "".join(
        f"<tr>{_cells(table, row)}{_bar_cell(table, bar)}</tr>"
        for row, bar in zip(table.rows, bars, strict=True)
    )
    return f"{_WIDE}<thead><tr>{head}</tr></thead>{rows}</table>"


def _cells(table: Table, row: tuple[str, ...]) -> str:
    return "".join(
        f'<td align="{_side(table, number)}">{_text(cell) or (_EMPTY if number else "")}</td>'
        for number, cell in enumerate(row)
    )


def _side(table: Table, number: int) -> str:
    return "left" if number < table.texts else "right"


def _width(table: Table, number: int) -> str:
    width = _FIRST.get(table.texts) if number == 0 else None
    return "" if width is None else f' width="{width}"'


def _bar_cell(table: Table, bar: Bar | None) -> str:
    if not table.bars:
        return ""
    return f'<td width="{_BAR_WIDTH}">{_EMPTY if bar is None else _bar(bar)}</td>'


def _bar(bar: Bar) -> str:
    """Return a bar of a hundred: what is, what is asked beyond it, and the rest."""
    reached = round(100 * min(1.0, bar.share))
    beyond = max(0, round(100 * min(1.0, bar.asked)) - reached)
    pieces = ((reached, _DARK), (beyond, _LIGHT), (100 - reached - beyond, _WHITE))
    cells = "".join(
        f'<td width="{width}%" bgcolor="{colour}" style="padding:0px;font-size:6pt">&nbsp;</td>'
        for width, colour in pieces
        if width
    )
    return f'<table width="{_BAR_WIDTH}" cellspacing="0" cellpadding="0"><tr>{cells}</tr></table>'


def _entry(entry: Entry) -> str:
    rows = "".join(
        f'<tr><td width="{_LABEL}">{_text(label)}</td><td{"" if said else _RULED}>'
        f"{_text(said) or _EMPTY}</td></tr>"
        for label, said in entry.lines
    )
    head = f'<td colspan="2"><b>{_text(entry.heading)}</b> · {_text(entry.said)}</td>'
    return f"{_WIDE}<tr>{head}</tr>{rows}</table>"


def _text(text: str) -> str:
    return html.escape(text)
