"""A moment is read in every form that senders write, or not at all."""

from datetime import UTC, datetime

import pytest

from assistant.intake.reading.words.dates import read_moment
from tests.intake.reading.messages import AMSTERDAM

WITH_ZONE = {
    "2000-03-30T15:30:20-08:00": "2000-03-30 23:30:20",
    "2024-01-15T10:30:00Z": "2024-01-15 10:30:00",
    "2024-01-15t10:30:00z": "2024-01-15 10:30:00",
    "20000330T153020-0800": "2000-03-30 23:30:20",
    "20000330T153020Z": "2000-03-30 15:30:20",
    "2026-05-12T08:14:31+0000": "2026-05-12 08:14:31",
    "2018-03-05T09:07:33-08:0": "2018-03-05 17:07:33",
    "2018-03-05T09:07:33-08": "2018-03-05 17:07:33",
    "2018-03-05T9:07:33 -6:00": "2018-03-05 15:07:33",
    "2018-03-05T09:07:33−06:00": "2018-03-05 15:07:33",
    "2018-03-05EST09:07:33": "2018-03-05 14:07:33",
    "2018-03-05 EST 9:07:33": "2018-03-05 14:07:33",
    "2018-03-05UTC9:07:33": "2018-03-05 09:07:33",
    "2018-03-05 09:07:33 CET": "2018-03-05 08:07:33",
    "2026-05-12 08:14:31 AM -0500": "2026-05-12 13:14:31",
    "Tue, 12 May 2026 10:14:31 +0200": "2026-05-12 08:14:31",
    "Tue, 12 May 2026 10:14:31 GMT": "2026-05-12 10:14:31",
    "Mon Mar 05 2018 09:07:33 GMT-0600 (CST)": "2018-03-05 15:07:33",
    "Tue May 12 10:14:31 CEST 2026": "2026-05-12 08:14:31",
    "May 12, 2026 at 4:30 pm EDT": "2026-05-12 20:30:00",
    "1778573671": "2026-05-12 08:14:31",
}
WITHOUT_ZONE = {
    "2018-03-05T9:07:33": "2018-03-05 08:07:33",
    "2021-11-03 16:42:05": "2021-11-03 15:42:05",
    "2026-05-12T10:14": "2026-05-12 08:14:00",
    "2026/05/12 10:14:31": "2026-05-12 08:14:31",
    "2026-05-12": "2026-05-11 22:00:00",
    "20260512": "2026-05-11 22:00:00",
    "12-05-2026 10:14": "2026-05-12 08:14:00",
    "12/05/2026 10:14": "2026-05-12 08:14:00",
    "12.05.2026, 10:14 Uhr": "2026-05-12 08:14:00",
    "12-5-26 10.14 uur": "2026-05-12 08:14:00",
    "08/31/2019 04:30pm": "2019-08-31 14:30:00",
    "08/31/2019 16:30": "2019-08-31 14:30:00",
    "3/5/2018 9:07:33 AM": "2018-03-05 08:07:33",
    "12 mei 2026 om 10:14": "2026-05-12 08:14:00",
    "dinsdag 12 mei 2026 10:14": "2026-05-12 08:14:00",
    "12. Mai 2026 um 10:14 Uhr": "2026-05-12 08:14:00",
    "Tuesday, May 12th, 2026 10:14 AM": "2026-05-12 08:14:00",
    "Tue, 12 May 2026 08:14:31 -0000": "2026-05-12 08:14:31",
}
UNREADABLE = [
    "",
    "one",
    "yesterday afternoon",
    "2026-13-12T05:14:31",
    "2026-02-30T05:14:31",
    "2026-05-12T25:14:31",
    "0000-00-00T00:00:00",
    "9999-12-31T23:59:59+14:00",
    "1" * 300,
    "12 " * 100,
]


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize("written", WITH_ZONE)
def test_a_date_with_a_zone_is_exact(written: str) -> None:
    moment = read_moment(written, AMSTERDAM)

    assert moment is not None
    assert (moment.at, moment.has_zone) == (utc(WITH_ZONE[written]), True)


@pytest.mark.parametrize("written", WITHOUT_ZONE)
def test_a_date_without_a_zone_is_read_in_the_dealers(written: str) -> None:
    moment = read_moment(written, AMSTERDAM)

    assert moment is not None
    assert (moment.at, moment.has_zone) == (utc(WITHOUT_ZONE[written]), False)


@pytest.mark.parametrize("written", UNREADABLE)
def test_what_is_no_date_is_none(written: str) -> None:
    assert read_moment(written, AMSTERDAM) is None


@pytest.mark.parametrize(
    ("fraction", "microsecond"), [("3", 300_000), ("377", 377_000), ("3770000", 377_000)]
)
def test_a_fraction_may_have_any_length(fraction: str, microsecond: int) -> None:
    moment = read_moment(f"2026-03-11T03:11:42.{fraction}Z", AMSTERDAM)

    assert moment is not None
    assert moment.at == datetime(2026, 3, 11, 3, 11, 42, microsecond, tzinfo=UTC)


def test_milliseconds_since_1970_are_read() -> None:
    moment = read_moment("1778573671250", AMSTERDAM)

    assert moment is not None
    assert moment.at == datetime(2026, 5, 12, 8, 14, 31, 250_000, tzinfo=UTC)
