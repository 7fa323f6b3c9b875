"""How values stand in columns: moments as UTC text of one width, so that its order is theirs."""

import json
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from sqlite3 import Connection

from assistant.core.contact import Phone

_as_json = json.JSONEncoder(ensure_ascii=False).encode


def moment_text(moment: datetime) -> str:
    """Write an aware moment as ``2026-03-09T08:02:00.000Z``.

    Raises:
        ValueError: If ``moment`` carries no time zone.
    """
    if moment.tzinfo is not UTC:
        if moment.utcoffset() is None:
            raise ValueError("a moment must carry its time zone")
        moment = moment.astimezone(UTC)
    return moment.isoformat(timespec="milliseconds").removesuffix("+00:00") + "Z"


def optional_text(moment: datetime | None) -> str | None:
    """Write a moment, or nothing."""
    return None if moment is None else moment_text(moment)


def moment(text: str) -> datetime:
    """Read a moment that :func:`moment_text` wrote."""
    return datetime.fromisoformat(text)


def optional_moment(text: str | None) -> datetime | None:
    """Read a moment, or nothing."""
    return None if text is None else moment(text)


def phones_text(phones: Iterable[Phone]) -> str:
    """Write telephone numbers as JSON: a list of number and "may have WhatsApp"."""
    return json.dumps([[phone.number, phone.mobile] for phone in phones])


def phones(text: str) -> tuple[Phone, ...]:
    """Read telephone numbers that :func:`phones_text` wrote."""
    return tuple(Phone(number, mobile=mobile) for number, mobile in json.loads(text))


def words_text(words: Iterable[str]) -> str:
    """Write a list of words as JSON."""
    return _as_json(list(words))


def words(text: str) -> tuple[str, ...]:
    """Read a list of words that :func:`words_text` wrote."""
    return tuple(json.loads(text))


def insert(db: Connection, table: str, row: Mapping[str, object]) -> None:
    """Append a row, given by its columns."""
    columns, values = ", ".join(row), ", ".join(f":{column}" for column in row)
    db.execute(
        f"insert into {table} ({columns}) values ({values})",  # noqa: S608 - our own names
        row,
    )
