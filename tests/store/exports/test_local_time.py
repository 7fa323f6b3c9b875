"""SQL's wall clock is that of zoneinfo, to the second, all over the world."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from assistant.store.columns import moment_text
from assistant.store.exports.local_time import LocalTime

ZONES = ["Europe/Amsterdam", "UTC", "America/St_Johns", "Asia/Kathmandu", "Australia/Lord_Howe"]
AROUND = [timedelta(seconds=seconds) for seconds in (-1, 0, 1)]


@pytest.mark.parametrize("name", ZONES)
def test_every_change_of_the_clocks_is_known(name: str) -> None:
    zone = ZoneInfo(name)
    hours = [datetime(2025, 12, 1, tzinfo=UTC) + timedelta(hours=n) for n in range(2 * 8_760)]
    moments = [hour + around for hour in hours for around in AROUND]
    with closing(sqlite3.connect(":memory:")) as db:
        db.execute("create table moments (at text)")
        db.executemany("insert into moments values (?)", [(moment_text(at),) for at in moments])
        sql = f"select datetime(at, {LocalTime(zone).shift('at')}) from moments"  # noqa: S608
        found = [row[0] for row in db.execute(sql)]

    assert found == [f"{at.astimezone(zone):%Y-%m-%d %H:%M:%S}" for at in moments]
