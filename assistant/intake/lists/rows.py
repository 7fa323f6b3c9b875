"""Any list as rows of texts: xlsx, xls, ods, or csv as programs write it, up to a measure."""

from collections.abc import Iterator

from assistant.core.errors import WrongCallError
from assistant.intake.lists.separated import separated_rows

MOST_ROWS = 100_000
MOST_LETTERS = 50_000_000
"""All cells together; a spreadsheet can repeat one long text in few bytes."""
SIGNATURES = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")  # xlsx and ods are zips, xls is OLE
_MOST_CELLS, _LONGEST_CELL = 200, 2_000

Row = list[str]


def rows_of(content: bytes, name: str) -> Iterator[Row]:
    """Yield the rows of a list, without the empty ones at its end and empty cells at theirs.

    Args:
        content: The file.
        name: Its name, for the sentences.

    Raises:
        CouldNotError: If it is a spreadsheet that cannot be read.
        WrongCallError: If it is no list, or too large.
    """
    empty = letters = count = 0
    for cells in _raw_rows(content, name):
        row = _cleaned(cells)
        if not row:
            empty += 1
            continue
        letters += sum(map(len, row))
        count += empty + 1
        if count > MOST_ROWS:
            raise WrongCallError("{file} has more than 100,000 rows: split the list.", file=name)
        if letters > MOST_LETTERS:
            raise WrongCallError("{file} holds too much text: split the list.", file=name)
        yield from ([] for _ in range(empty))
        empty = 0
        yield row


def _raw_rows(content: bytes, name: str) -> Iterator[Row]:
    if not content.startswith(SIGNATURES):
        return separated_rows(content)
    from assistant.intake.lists.sheets import sheet_rows  # noqa: PLC0415 - for who has one

    return sheet_rows(content, name)


def _cleaned(cells: Row) -> Row:
    row = [" ".join(cell[:_LONGEST_CELL].split()) for cell in cells[:_MOST_CELLS]]
    while row and not row[-1]:
        row.pop()
    return row
