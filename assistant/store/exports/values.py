"""How a value is written: in a line of CSV or JSON, or as what a spreadsheet's cell holds.

SQLite writes whole lines; a call of Python a value would take several times as long. The one
call there is writes telephone numbers as people in the dealer's country do.
"""

from collections.abc import Sequence
from enum import StrEnum

from assistant.core.contact import national
from assistant.store.exports.columns import Column, Kind
from assistant.store.exports.local_time import LocalTime

Pieces = Sequence[tuple[Column, str]]
"""Columns, each with the SQL of where it comes from."""

_ACTS = "-=+@\t\r\n"
"""What, in front, makes a cell a formula when a spreadsheet opens a CSV file."""
_EXCEL_LONGEST = 16_000
"""Excel tears a row apart at a cell of 32,767 UTF-16 units, of which a letter can take two."""
_EXCEL_EPOCH = "25569"  # 1 January 1970 in days


class Style(StrEnum):
    """How an export is written."""

    EXCEL = "excel"
    PLAIN = "plain"
    JSON = "json"
    CELLS = "cells"


_BETWEEN = {Style.EXCEL: ";", Style.PLAIN: ",", Style.JSON: ", "}
_WHOLE = {Style.EXCEL: "{}\r\n", Style.PLAIN: "{}\n", Style.JSON: "{{{}}}\n"}


class Writer:
    """Writes columns in one style, as SQL."""

    def __init__(self, style: Style, local_time: LocalTime) -> None:
        self._style = style
        self._local = local_time

    def cells(self, columns: Pieces) -> list[str]:
        """Return an expression a column: a text, a whole number, or days since 1900."""
        return [self._cell(column.kind, sql) for column, sql in columns]

    def piece(self, columns: Pieces) -> str:
        """Return the expression of the part of a line that holds some columns."""
        return self._formatted("{}", columns, ())

    def line(self, columns: Pieces, piece: str | None) -> str:
        """Return the expression of a line with its end: columns, then a piece written before."""
        return self._formatted(_WHOLE[self._style], columns, () if piece is None else (piece,))

    def _formatted(self, whole: str, columns: Pieces, pieces: Sequence[str]) -> str:
        written = [self._written(column, sql) for column, sql in columns]
        written += [("%s", piece) for piece in pieces]
        form = whole.format(_BETWEEN[self._style].join(form for form, _ in written))
        return f"format('{form}', {', '.join(sql for _, sql in written)})"

    def _written(self, column: Column, sql: str) -> tuple[str, str]:
        if self._style is Style.JSON:
            return f'"{column.name}": %s', _json(column.kind, sql)
        return self._csv(column.kind, sql)

    def _cell(self, kind: Kind, sql: str) -> str:
        match kind:
            case Kind.MOMENT:
                return f"unixepoch({sql}, {self._local.shift(sql)}) / 86400.0 + {_EXCEL_EPOCH}"
            case Kind.PHONE:
                return _e164(sql)
            case _:
                return sql

    def _csv(self, kind: Kind, sql: str) -> tuple[str, str]:
        match kind:
            case Kind.TEXT:
                return '"%w"', _harmless(sql, sql)
            case Kind.PROSE:
                cut = self._style is Style.EXCEL
                shown = f"substr({sql}, 1, {_EXCEL_LONGEST})" if cut else sql
                return '"%w"', _harmless(sql, shown)
            case Kind.PHONE if self._style is Style.EXCEL:
                return '"%w"', f"national({sql})"
            case Kind.PHONE:
                is_number = f"{sql} glob '+[0-9]*' and not {sql} glob '?*[^0-9;=a-z]*'"
                return '"%w"', f"iif({is_number}, {_e164(sql)}, {_harmless(sql, sql)})"
            case Kind.MOMENT:
                return "%s", f"datetime({sql}, {self._local.shift(sql)})"
            case _:
                return "%s", sql


def _json(kind: Kind, sql: str) -> str:
    match kind:
        case Kind.FLAG:
            return f"iif({sql}, 'true', 'false')"
        case Kind.PHONE:
            return f"json_quote(nullif({_e164(sql)}, ''))"
        case Kind.COUNT:
            return f"json_quote({sql})"
        case Kind.ID | Kind.WORD | Kind.MOMENT:  # the program's own, in which nothing is escaped
            return f"ifnull('\"' || {sql} || '\"', 'null')"
        case _:
            return f"json_quote(nullif({sql}, ''))"


def _e164(sql: str) -> str:
    return f"substr({sql}, 1, instr({sql} || ';', ';') - 1)"


def _harmless(sql: str, shown: str) -> str:
    """Put an apostrophe before what would be a formula.

    All that makes one comes before A, and most texts do not; nothing is an empty text.
    """
    acts = f"{sql} glob '[{_ACTS}]*'"
    return f"iif({sql} >= 'A', {shown}, iif({acts}, '''' || {shown}, ifnull({shown}, '')))"


def in_country(number: str | None, region: str) -> str:
    """Return a number for a sheet: as people in ``region`` write it, and never a formula.

    An international one begins with 00: with a plus it would be a sum.
    """
    written = national(number or "", region)
    if written.startswith("+"):
        written = f"00{written.removeprefix('+')}"
    return f"'{written}" if written.startswith(tuple(_ACTS)) else written
