"""Reads a list in a process of its own, because a file can end the process that reads it.

The library for spreadsheets is not to be stopped while it reads, and aborts when memory runs
out; a file of a few kilobytes is enough. Here that ends a child with a bound on its memory
and its time, and a person gets one sentence.
"""

import contextlib
import multiprocessing
import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from assistant.core.errors import AssistantError, CouldNotError
from assistant.intake.lists.rows import Row, rows_of

LONGEST_S = 60.0
"""How long a file may take; 100,000 rows take two seconds (ours)."""
_MOST_MEMORY = 2 * 1024**3
_PARCEL_LETTERS = 50_000
_LEAVES_WITHIN_S = 5.0


@dataclass(frozen=True, slots=True)
class _Refused:
    """An error on its way between processes: errors themselves do not travel."""

    kind: type[AssistantError]
    sentence: str
    fields: dict[str, object]


class ReadingApart:
    """One reading of one file. Use it on a thread that may wait."""

    def __init__(self, content: bytes, name: str, longest_s: float = LONGEST_S) -> None:
        """Set up.

        Args:
            content: The file.
            name: Its name, for the sentences.
            longest_s: How many seconds the child may take.
        """
        self._content = content
        self._name = name
        self._longest_s = longest_s
        self._child: BaseProcess | None = None
        self._stopped = False

    def rows(self) -> Iterator[Row]:
        """Yield the rows as :func:`rows_of` does; none any more once it is stopped.

        Raises:
            AssistantError: As there; or if the file ended its reader, or took too long.
        """
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        self._child = context.Process(
            target=_read, args=(theirs, self._name), name="list reader", daemon=True
        )
        self._child.start()
        theirs.close()
        try:
            if not self._stopped:
                ours.send_bytes(self._content)
                yield from self._received(ours)
        except (EOFError, OSError) as error:
            if not self._stopped:
                raise self._unreadable() from error
        finally:
            self.stop()
            ours.close()
            self._child.join(_LEAVES_WITHIN_S)

    def stop(self) -> None:
        """End the reading, from any thread."""
        self._stopped = True
        if self._child is not None and self._child.pid is not None:
            self._child.kill()

    def _received(self, ours: Connection) -> Iterator[Row]:
        until = time.monotonic() + self._longest_s
        while ours.poll(max(until - time.monotonic(), 0)):
            parcel = ours.recv()
            if isinstance(parcel, _Refused):
                raise parcel.kind(parcel.sentence, **parcel.fields)
            if not parcel:
                return
            yield from parcel
        raise CouldNotError("{file} takes too long to read: split the list.", file=self._name)

    def _unreadable(self) -> CouldNotError:
        return CouldNotError(
            "{file} cannot be read: it is broken, or far too large.", file=self._name
        )


def _read(theirs: Connection, name: str) -> None:
    """Send the rows in parcels, then an empty one; or the error that came instead."""
    _bound_memory()
    with open(os.devnull, "wb") as nowhere:  # noqa: PTH123 - what the library says as it aborts
        os.dup2(nowhere.fileno(), 2)
    content = theirs.recv_bytes()
    try:
        for parcel in _parcels(rows_of(content, name)):
            theirs.send(parcel)
        theirs.send([])
    except AssistantError as error:
        theirs.send(_Refused(type(error), error.sentence, error.fields))
    theirs.close()


def _parcels(rows: Iterator[Row]) -> Iterator[list[Row]]:
    parcel: list[Row] = []
    letters = 0
    for row in rows:
        parcel.append(row)
        letters += sum(map(len, row)) + 1
        if letters > _PARCEL_LETTERS:
            yield parcel
            parcel, letters = [], 0
    if parcel:
        yield parcel


def _bound_memory() -> None:
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 - not on Windows

        resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
