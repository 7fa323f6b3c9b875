"""Standard output and errors that never break off the work.

A reader that has gone away (``| head -1``) is no reason to leave messages lying; a program
without a console has no streams at all.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, TextIO

from assistant.core.errors import CouldNotError


class _Patient:
    """A stream that goes silent when nobody reads on."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def __getattr__(self, name: str) -> object:
        return getattr(self._stream, name)

    def write(self, text: str) -> int:
        """Write a text, into nothing when nobody reads on."""
        try:
            return self._stream.write(text)
        except BrokenPipeError:
            self._fall_silent()
            return len(text)

    def flush(self) -> None:
        """Hand over what was written."""
        try:
            self._stream.flush()
        except BrokenPipeError:
            self._fall_silent()

    def _fall_silent(self) -> None:
        _fall_silent(self._stream)


def _fall_silent(stream: TextIO) -> None:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


@contextmanager
def binary_output() -> Iterator[BinaryIO]:
    """Give standard output for bytes; the work ends without a word when nobody reads on.

    Raises:
        CouldNotError: If there is none.
    """
    if sys.stdout is None:
        raise CouldNotError("There is no standard output.")
    try:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        _fall_silent(sys.stdout)


@contextmanager
def patient_streams() -> Iterator[None]:
    """Print as UTF-8, whatever the console's own encoding, for as long as somebody reads."""
    before = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = map(_patient, before)
    try:
        yield
    finally:
        for stream in filter(None, (sys.stdout, sys.stderr)):
            stream.flush()
        sys.stdout, sys.stderr = before


def _patient(stream: TextIO | None) -> _Patient | None:
    if stream is None:
        return None
    stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[attr-defined]
    return _Patient(stream)
