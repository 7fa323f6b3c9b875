"""Lists of passive leads: a spreadsheet or a text with separators becomes requests, row by row."""

from assistant.intake.lists.columns import Columns, Meaning, guess_columns
from assistant.intake.lists.passive import (
    BAD_NUMBER,
    NO_NUMBER,
    ListedRow,
    PassiveList,
    arrival_of,
    listed_rows,
    read_list,
)
from assistant.intake.lists.table import Table, TableReading, is_list

__all__ = [
    "BAD_NUMBER",
    "NO_NUMBER",
    "Columns",
    "ListedRow",
    "Meaning",
    "PassiveList",
    "Table",
    "TableReading",
    "arrival_of",
    "guess_columns",
    "is_list",
    "listed_rows",
    "read_list",
]
