"""Opening hours: spans, holidays, and both nights on which the clocks change."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.core.hours import OpeningHours, Span
from tests.conftest import AMSTERDAM, HOURS, NINE_TO_SIX, local

WITH_LUNCH = OpeningHours(
    zone=AMSTERDAM, week=((Span(9 * 60, 12 * 60), Span(13 * 60, 18 * 60)),) * 5 + ((), ())
)
ROUND_THE_CLOCK = OpeningHours(zone=AMSTERDAM, week=((Span(0, 1440),),) * 7)


@pytest.mark.parametrize(
    ("moment", "opening"),
    [
        pytest.param("2026-03-02 10:00", "2026-03-02 10:00", id="open"),
        pytest.param("2026-03-02 08:59", "2026-03-02 09:00", id="before opening"),
        pytest.param("2026-03-02 18:00", "2026-03-03 09:00", id="at closing time"),
        pytest.param("2026-02-28 17:00", "2026-03-02 09:00", id="Saturday evening"),
        pytest.param("2026-03-01 12:00", "2026-03-02 09:00", id="Sunday"),
        pytest.param("2026-03-28 17:30", "2026-03-30 09:00", id="over the night of 29 March"),
        pytest.param("2026-10-24 17:30", "2026-10-26 09:00", id="over the night of 25 October"),
    ],
)
def test_the_next_opening_follows_the_wall_clock(moment: str, opening: str) -> None:
    assert HOURS.next_open(local(moment)) == local(opening)


def test_lunch_is_closed() -> None:
    assert not WITH_LUNCH.is_open(local("2026-03-02 12:30"))
    assert WITH_LUNCH.next_open(local("2026-03-02 12:00")) == local("2026-03-02 13:00")


def test_a_closing_day_has_no_spans() -> None:
    kings_day = date(2026, 4, 27)
    hours = OpeningHours(
        zone=AMSTERDAM, week=HOURS.week, is_closing_day=lambda day: day == kings_day
    )

    assert hours.spans_on(kings_day) == ()
    assert hours.next_open(local("2026-04-25 17:30")) == local("2026-04-28 09:00")


def test_a_day_of_twenty_three_and_one_of_twenty_five_hours_are_open_all_day() -> None:
    lengths = [
        closes - opens
        for day in (date(2026, 3, 29), date(2026, 10, 25))
        for opens, closes in ROUND_THE_CLOCK.spans_on(day)
    ]

    assert lengths == [timedelta(hours=23), timedelta(hours=25)]


def test_a_span_inside_the_skipped_hour_does_not_turn_around() -> None:
    night_shop = OpeningHours(
        zone=AMSTERDAM, week=((Span(2 * 60 + 30, 3 * 60 + 15), Span(600, 660)),) * 7
    )

    assert night_shop.spans_on(date(2026, 3, 29)) == (
        (local("2026-03-29 10:00"), local("2026-03-29 11:00")),
    )


def test_opening_days_are_counted_past_sunday_and_holidays() -> None:
    friday = date(2026, 2, 27)

    assert HOURS.opening_day_after(friday) == date(2026, 2, 28)
    assert HOURS.opening_day_after(friday, 2) == date(2026, 3, 2)
    assert HOURS.opening_day_before(date(2026, 3, 2)) == date(2026, 2, 28)


def test_who_never_opens_again_is_refused() -> None:
    hours = OpeningHours(zone=AMSTERDAM, week=HOURS.week, is_closing_day=lambda _day: True)

    with pytest.raises(ValueError, match="never opens again"):
        hours.next_open(local("2026-03-02 10:00"))
    assert hours.opening_day_before(date(2026, 3, 2)) is None


@pytest.mark.parametrize(
    "week",
    [
        ((),) * 7,
        ((NINE_TO_SIX,),) * 6,
        ((NINE_TO_SIX, Span(17 * 60, 19 * 60)),) * 7,
        ((Span(13 * 60, 18 * 60), Span(9 * 60, 12 * 60)),) * 7,
    ],
)
def test_a_week_that_makes_no_sense_is_refused(week: tuple[tuple[Span, ...], ...]) -> None:
    with pytest.raises(ValueError, match="day"):
        OpeningHours(zone=AMSTERDAM, week=week)


def test_a_span_opens_before_it_closes() -> None:
    with pytest.raises(ValueError, match="opens before it closes"):
        Span(600, 600)


moments = st.datetimes(
    datetime(2025, 1, 1),  # noqa: DTZ001 - hypothesis takes naive bounds
    datetime(2028, 1, 1),  # noqa: DTZ001
    timezones=st.just(UTC),
)
spans = st.lists(st.integers(0, 1440), min_size=0, max_size=6, unique=True).map(
    lambda edges: tuple(
        Span(opens, closes)
        for opens, closes in zip(sorted(edges)[::2], sorted(edges)[1::2], strict=False)
    )
)
weeks = st.tuples(*[spans] * 7).filter(any)
zones = st.sampled_from(["Europe/Amsterdam", "America/New_York", "Australia/Lord_Howe", "UTC"])


@given(moments, weeks, zones)
def test_the_next_opening_is_open_and_never_in_the_past(
    moment: datetime, week: tuple[tuple[Span, ...], ...], zone: str
) -> None:
    hours = OpeningHours(zone=ZoneInfo(zone), week=week)

    opening = hours.next_open(moment)

    assert opening >= moment
    assert hours.is_open(opening)
    assert hours.next_open(opening) == opening


@pytest.mark.parametrize(
    ("moment", "later"),
    [
        pytest.param("2026-03-03 11:00", "2026-03-04 11:00", id="on a weekday"),
        pytest.param("2026-02-28 16:50", "2026-03-02 16:50", id="over a Sunday"),
        pytest.param("2026-03-01 12:00", "2026-03-02 17:00", id="from a Sunday, as on Saturday"),
        pytest.param("2026-04-25 16:50", "2026-04-28 16:50", id="over a Sunday and a holiday"),
        pytest.param("2026-04-27 12:00", "2026-04-28 17:00", id="from a holiday"),
    ],
)
def test_a_day_is_over_when_one_was_open_as_long_as_on_the_last(moment: str, later: str) -> None:
    hours = replace(HOURS, is_closing_day=lambda day: day == date(2026, 4, 27))

    assert hours.a_day_later(local(moment)) == local(later)


def test_who_never_opens_again_has_no_day_later() -> None:
    hours = replace(HOURS, is_closing_day=lambda _: True)

    assert hours.a_day_later(local("2026-03-02 10:00")) is None
