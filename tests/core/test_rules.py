"""The clock's start, and when the next try is due."""

from datetime import timedelta

import pytest

from assistant.core.facts import Outcome
from assistant.core.hours import OpeningHours, Span
from assistant.core.rules import Rules, Try, next_try
from tests.conftest import AMSTERDAM, HOURS, MONDAY_TEN, RULES, local


def tries(*moments: str, last: Outcome = Outcome.NO_ANSWER) -> list[Try]:
    made = [Try(local(moment), Outcome.NO_ANSWER) for moment in moments]
    return [*made[:-1], Try(made[-1].at, last)]


@pytest.mark.parametrize(
    ("made", "due"),
    [
        pytest.param(["2026-03-02 10:00"], "2026-03-02 10:30", id="second: half an hour later"),
        pytest.param(["2026-03-02 17:45"], "2026-03-03 09:00", id="second: past closing"),
        pytest.param(
            ["2026-03-02 10:00", "2026-03-02 10:30"],
            "2026-03-02 13:30",
            id="third: the same day, three hours later",
        ),
        pytest.param(
            ["2026-03-02 15:00", "2026-03-02 16:00"],
            "2026-03-03 09:00",
            id="third: too late for the same day",
        ),
        pytest.param(
            ["2026-03-02 10:00", "2026-03-02 10:30", "2026-03-02 13:30"],
            "2026-03-03 10:00",
            id="fourth: afternoon, so the next morning",
        ),
        pytest.param(
            ["2026-03-02 09:00", "2026-03-02 09:30", "2026-03-02 11:59"],
            "2026-03-03 14:00",
            id="fourth: morning, so the next afternoon",
        ),
        pytest.param(
            ["2026-02-28 10:00", "2026-02-28 10:30", "2026-02-28 13:30"],
            "2026-03-02 10:00",
            id="fourth: Sunday is no opening day",
        ),
        pytest.param(
            ["2026-03-02 10:00", "2026-03-02 10:30", "2026-03-02 13:30", "2026-03-03 10:00"],
            "2026-03-05 17:00",
            id="fifth: two opening days later, far from 10 and 13 o'clock",
        ),
        pytest.param(
            ["2026-03-02 17:00", "2026-03-02 17:30", "2026-03-03 16:00", "2026-03-04 14:00"],
            "2026-03-06 09:00",
            id="fifth: far from the late hours",
        ),
    ],
)
def test_each_try_has_its_interval(made: list[str], due: str) -> None:
    assert next_try(tries(*made), RULES) == local(due)


@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_busy_is_tried_again_ten_minutes_later_whichever_try_it_was(count: int) -> None:
    made = tries(*["2026-03-02 10:00"] * count, last=Outcome.BUSY)

    assert next_try(made, RULES) == local("2026-03-02 10:10")


def test_a_wrong_number_is_followed_at_once_by_another() -> None:
    made = tries("2026-03-02 10:00", last=Outcome.WRONG_NUMBER)

    assert next_try(made, RULES) == local("2026-03-02 10:00")


def test_a_fourth_try_on_a_day_without_the_other_half_takes_its_opening() -> None:
    afternoons = OpeningHours(zone=AMSTERDAM, week=((Span(13 * 60, 18 * 60),),) * 7)
    made = tries("2026-03-02 13:00", "2026-03-02 13:30", "2026-03-02 17:00")

    assert next_try(made, Rules(hours=afternoons)) == local("2026-03-03 13:00")


def test_a_fourth_try_when_the_afternoon_closes_early_is_still_in_it() -> None:
    short = OpeningHours(zone=AMSTERDAM, week=((Span(9 * 60, 13 * 60),),) * 7)
    made = tries("2026-03-02 09:00", "2026-03-02 09:30", "2026-03-02 11:00")

    assert next_try(made, Rules(hours=short)) == local("2026-03-03 12:00")


@pytest.mark.parametrize("count", [0, 5])
def test_without_a_try_and_after_five_there_is_no_next_one(count: int) -> None:
    with pytest.raises(ValueError, match="one to four tries"):
        next_try([Try(MONDAY_TEN, Outcome.NO_ANSWER)] * count, RULES)


@pytest.mark.parametrize(
    ("minutes_before", "has_zone", "counts"),
    [
        pytest.param(0, True, True, id="now"),
        pytest.param(15, True, True, id="a quarter of an hour"),
        pytest.param(16, True, False, id="older"),
        pytest.param(-1, True, False, id="in the future"),
        pytest.param(5, False, False, id="without a zone it is no proof"),
    ],
)
def test_the_clock_starts_at_the_sources_own_time_when_that_can_be(
    minutes_before: int, has_zone: bool, counts: bool
) -> None:
    asked_at = MONDAY_TEN - timedelta(minutes=minutes_before)

    starts = RULES.clock_from(asked_at, has_zone, MONDAY_TEN)

    assert starts == (asked_at if counts else MONDAY_TEN)


def test_without_a_time_of_its_own_the_clock_starts_at_arrival() -> None:
    assert RULES.clock_from(None, True, MONDAY_TEN) == MONDAY_TEN


@pytest.mark.parametrize(
    ("asked", "due"),
    [
        pytest.param("2026-03-02 10:00:00", "2026-03-02 10:02:00", id="open"),
        pytest.param("2026-03-02 17:59:30", "2026-03-02 18:01:30", id="just before closing"),
        pytest.param("2026-03-02 18:00:00", "2026-03-03 09:02:00", id="just after"),
        pytest.param("2026-02-28 17:30:00", "2026-03-02 09:02:00", id="Saturday evening"),
        pytest.param("2026-03-28 18:00:00", "2026-03-30 09:02:00", id="summer time begins"),
        pytest.param("2026-10-25 02:30:00", "2026-10-26 09:02:00", id="the hour that comes twice"),
    ],
)
def test_the_first_call_is_due_in_two_minutes_of_open_time(asked: str, due: str) -> None:
    assert Rules(hours=HOURS).first_due(local(asked)) == local(due)
