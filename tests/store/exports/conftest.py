"""A desk whose log lies in a file, and what an export of it has."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from assistant.desk.exports import Exports, Style, Table, Wanted
from tests.conftest import AMSTERDAM, FakeClock

Rows = Callable[..., list[dict[str, Any]]]


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "followup.db"


@pytest.fixture
def log_file(database: Path) -> Path:
    return database


@pytest.fixture
def rows(database: Path, clock: FakeClock) -> Rows:
    """Return a table's rows by their JSON."""

    def read(table: Table, **wanted: Any) -> list[dict[str, Any]]:
        return list(map(json.loads, lines(database, wanted_of(table, clock, **wanted), Style.JSON)))

    return read


def wanted_of(table: Table, clock: FakeClock, **more: Any) -> Wanted:
    return Wanted(table=table, now=clock(), zone=AMSTERDAM, country="NL", **more)


def lines(database: Path, wanted: Wanted, style: Style) -> list[str]:
    exports = Exports(database, wanted)
    try:
        return b"".join(read for read, _ in exports.lines(style)).decode().split("\n")[:-1]
    finally:
        exports.close()


def cells(database: Path, wanted: Wanted) -> list[dict[str, Any]]:
    exports = Exports(database, wanted)
    names = [column.name for column in wanted.columns]
    try:
        return [dict(zip(names, row, strict=True)) for batch in exports.rows() for row in batch]
    finally:
        exports.close()
