"""A day as it is typed; a year outside anybody's agenda is a typing mistake."""

from datetime import date

import pytest

from assistant.ui.inspection.day_field import read_day


@pytest.mark.parametrize("text", ["3-2-2026", " 03/02/2026 ", "2026-02-03"])
def test_a_day_is_read_as_one_writes_it(text: str) -> None:
    assert read_day(text) == date(2026, 2, 3)


@pytest.mark.parametrize(
    "text", ["", "31-2-2026", "31-12-9999", "1-1-0001", "0001-01-01", "31-12-1989", "1-1-2200"]
)
def test_what_is_no_day_or_too_far_away_is_none(text: str) -> None:
    assert read_day(text) is None
