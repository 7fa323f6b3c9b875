"""A text with separators as rows: comma, semicolon, tab or bar, in the encodings of programs."""

import csv
import io
from collections.abc import Iterator

from assistant.core.errors import WrongCallError

_SEPARATORS = ";,\t|"
_LOOKED_AT = 20


def separated_rows(content: bytes) -> Iterator[list[str]]:
    """Yield the rows of a text.

    Raises:
        WrongCallError: If a line is no row: a quotation that is too long.
    """
    text = _decoded(content).replace("\x00", "")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text))
    try:
        yield from reader
    except csv.Error as error:
        raise WrongCallError(
            "Line {line} cannot be read as a row of a list.", line=reader.line_num
        ) from error


def _decoded(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def _separator(text: str) -> str:
    """Return the sign that stands most evenly in the first lines."""
    lines = text.splitlines()[:_LOOKED_AT]
    filled = [line for line in lines if line.strip()]

    def fewest(sign: str) -> int:
        return min((line.count(sign) for line in filled), default=0)

    best = max(_SEPARATORS, key=fewest)
    return best if fewest(best) else max(_SEPARATORS, key="".join(filled[:1]).count)
