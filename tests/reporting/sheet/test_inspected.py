"""What a week's sheet is made from: the week, the one before it, and the lines after each."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from assistant.core.figures import Choice
from assistant.core.period import Period
from assistant.core.preset import Preset
from assistant.desk import Desk
from assistant.desk.inspection import inspection
from assistant.reporting.sheet.inspected import look
from tests.conftest import RULES, FakeClock

WEEK = Period.of_week(2026, 9)


@pytest.fixture
def log_file(tmp_path: Path) -> Path:
    return tmp_path / "followup.db"


def test_lines_are_those_after_the_week_and_the_one_before_it_and_of_whole_weeks_only(
    log_file: Path, desk: Desk, clock: FakeClock
) -> None:
    desk.pledging.write(WEEK, "Piet", "Eerst bellen")
    desk.pledging.write(WEEK.before, "Els", "Elke dag tien")
    shifted = replace(WEEK, first=WEEK.first + timedelta(days=1))

    with inspection(log_file, clock, RULES) as opened:
        whole, part = (look(opened, days, Choice(), Preset.SIXTY) for days in (WEEK, shifted))

    assert (whole.written, whole.written_before) == (
        {"Piet": "Eerst bellen"},
        {"Els": "Elke dag tien"},
    )
    assert (part.written, part.written_before) == ({}, {})
    assert whole.before.period == WEEK.before
