"""The spool: a folder in which every message lands before anyone reads it.

Once :meth:`Spool.put` has returned, the message is on disk and its source may be told so.
A crash after that costs nothing: the file is still there.
"""

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from assistant.core.clock import Clock
from assistant.core.errors import CouldNotError
from assistant.whole_file import put_whole

_SUFFIX = ".msg"
_MOMENT = "%Y%m%dT%H%M%S%f"  # one width, so that the order of the names is that of time


class Kind(StrEnum):
    """What a message in the spool is."""

    FILE = "file"
    MISSED_CALL = "missed_call"
    INCOMING_CALL = "incoming_call"
    OWN_CALL_ANSWERED = "own_call_answered"
    OWN_CALL_ENDED = "own_call_ended"


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A message in the spool.

    Attributes:
        kind: What it is; decides who reads the content.
        name: The file's name, for a message that was one.
        arrived_at: When it reached the desk (UTC), not when it was first looked at.
        content: The bytes as they came, at most the first MiB of them.
        cut_off: Whether there was more.
        path: Where it lies in the spool; its name is its own id.
    """

    kind: Kind
    name: str
    arrived_at: datetime
    content: bytes
    cut_off: bool = False
    path: Path = Path()


class Spool:
    """Messages waiting in ``folder``. ``put`` is safe from any thread and any process."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        self._folder = folder
        self._clock = clock

    def put(self, message: Message) -> None:
        """Write a message to disk under its final name, whole or not at all.

        Raises:
            CouldNotError: If the folder cannot be written, or its disk is full.
        """
        header = {
            "kind": message.kind,
            "name": message.name,
            "arrived_at": message.arrived_at.isoformat(),
            "cut_off": message.cut_off,
        }
        name = f"{self._clock():{_MOMENT}}-{os.urandom(16).hex()}{_SUFFIX}"
        try:
            put_whole(self._folder / name, json.dumps(header).encode() + b"\n" + message.content)
        except OSError as error:
            raise CouldNotError("Nothing can be written to {path}.", path=self._folder) from error

    def waiting(self) -> Iterator[Message]:
        """Yield the whole messages, oldest first; a file that is none of ours is left alone."""
        for name in self._names():
            path = self._folder / name
            try:
                header, _, content = path.read_bytes().partition(b"\n")
                said = json.loads(header)
                message = Message(
                    kind=Kind(said["kind"]),
                    name=said["name"],
                    arrived_at=datetime.fromisoformat(said["arrived_at"]),
                    content=content,
                    cut_off=said["cut_off"],
                    path=path,
                )
            except (OSError, ValueError, LookupError, TypeError):
                continue  # another process took it, or nobody of ours wrote it
            yield message

    def is_empty(self) -> bool:
        """Say whether nothing waits."""
        try:
            with os.scandir(self._folder) as entries:
                return not any(entry.name.endswith(_SUFFIX) for entry in entries)
        except FileNotFoundError:
            return True

    def done(self, message: Message) -> None:
        """Forget a message that is safely in the database."""
        message.path.unlink(missing_ok=True)

    def _names(self) -> list[str]:
        try:
            names = os.listdir(self._folder)  # noqa: PTH208 - there may be thousands
        except FileNotFoundError:
            return []
        return sorted(name for name in names if name.endswith(_SUFFIX))
