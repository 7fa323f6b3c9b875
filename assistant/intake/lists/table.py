"""A list's file as it was read, and whether a file is a list at all."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from assistant.core.errors import AssistantError, WrongCallError
from assistant.intake.files import could_not_read, is_special
from assistant.intake.list_names import has_list_name
from assistant.intake.lists.apart import ReadingApart
from assistant.intake.lists.columns import find_columns
from assistant.intake.lists.rows import SIGNATURES, Row
from assistant.intake.lists.separated import separated_rows
from assistant.intake.original import identity_of
from assistant.names import in_text

MOST_BYTES = 20 * 1024 * 1024
_HEAD_BYTES, _HEAD_ROWS = 64 * 1024, 10


@dataclass(frozen=True, slots=True)
class Table:
    """A list as it was read, before anybody said what its columns hold.

    Attributes:
        name: The file's name.
        source: The same without its ending: whence its customers come.
        identity: Stands for its bytes, as for every other message.
        content: The file, as evidence.
        rows: Its rows as texts, empty ones too, so that they count as in the file; at least one.
    """

    name: str
    source: str
    identity: str
    content: bytes
    rows: Sequence[Row]


class TableReading:
    """Reads one file, a pipe to its end; may take seconds, another thread can stop it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._apart: ReadingApart | None = None
        self._stopped = False

    def read(self) -> Table:
        """Return the table.

        Raises:
            CouldNotError: If the file cannot be read.
            WrongCallError: If it is too large, or no table.
        """
        content, name = _content(self._path), in_text(self._path.name)
        self._apart = ReadingApart(content, name)
        if self._stopped:
            self._apart.stop()
        rows = list(self._apart.rows())
        if not rows:
            raise WrongCallError("There is no row in {file}.", file=name)
        return Table(name, in_text(self._path.stem), identity_of(content), content, rows)

    def stop(self) -> None:
        """End the reading; it then says something that nobody needs to hear."""
        self._stopped = True
        if self._apart is not None:
            self._apart.stop()


def is_list(path: Path) -> bool:
    """Say whether a file is a list: a spreadsheet, or a csv whose headings we know."""
    if not has_list_name(path):
        return False
    with suppress(OSError):
        if is_special(path.stat().st_mode):
            return False
    with suppress(OSError, AssistantError), path.open("rb") as file:
        head = file.read(_HEAD_BYTES)
        return head.startswith(SIGNATURES) or find_columns(_first_rows(head)) is not None
    return False


def _first_rows(head: bytes) -> list[Row]:
    def rows() -> Iterator[Row]:
        with suppress(AssistantError):
            yield from separated_rows(head)

    return list(islice(rows(), _HEAD_ROWS))


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise could_not_read(path, error) from error
    if len(content) > MOST_BYTES:
        raise WrongCallError(
            "{file} is larger than 20 MB: split the list.", file=in_text(path.name)
        )
    return content
