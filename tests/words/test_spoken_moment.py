"""What a salesperson types while he talks, on Monday 2 March 2026."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.core.errors import WrongCallError
from assistant.core.hours import OpeningHours, Span
from assistant.words.catalogue import Tongue, speak
from assistant.words.spoken_moment import WallTime, moment_of, understand
from assistant.words.times import day_and_time
from tests.conftest import AMSTERDAM, HOURS, MONDAY_TEN, local

TODAY = date(2026, 3, 2)
CHOSEN = WallTime(date(2026, 3, 4), 11 * 60)

SAID = {
    "za 10u": "03-07 10:00",
    "zaterdag 10.30": "03-07 10:30",
    "za. 10.00 uur": "03-07 10:00",
    "morgen half 3": "03-03 14:30",
    "overmorgen 14u": "03-04 14:00",
    "thu 14:00": "03-05 14:00",
    "tomorrow half past 2": "03-03 14:30",
    "3 mrt 11:00": "03-03 11:00",
    "volgende week di 9u": "03-10 09:00",
    "di volgende week 11u": "03-10 11:00",
    "next tuesday 9:30": "03-10 09:30",
    "za over een week 10u": "03-14 10:00",
    "over 3 dagen 10u": "03-05 10:00",
    "in 2 weeks 10:00": "03-16 10:00",
    "a.s. za 10u": "03-07 10:00",
    "ma 10u": "03-09 10:00",
    "vandaag kwart voor 3": "03-02 14:45",
    "kwart over drie": "03-04 15:15",
    "quarter to 3 tomorrow": "03-03 14:45",
    "quarter past ten on friday": "03-06 10:15",
    "tien over half 3": "03-04 14:40",
    "5 voor 3": "03-04 14:55",
    "zaterdagmiddag 3 uur": "03-07 15:00",
    "vanmiddag 4 uur": "03-02 16:00",
    "morgenochtend om 10 uur": "03-03 10:00",
    "tomorrow at 10 in the morning": "03-03 10:00",
    "sat at 10": "03-07 10:00",
    "2 pm fri": "03-06 14:00",
    "day after tomorrow 10 a.m.": "03-04 10:00",
    "noon sat": "03-07 12:00",
    "maandag 9 maart om half elf": "03-09 10:30",
    "March 7, 2:30 pm": "03-07 14:30",
    "the 12th at 10": "03-12 10:00",
    "2026-03-07 1000": "03-07 10:00",
    "1-4 10u30": "04-01 10:30",
    "za": "03-07 11:00",
    "10": "03-04 10:00",
    "vrijdag 1 uur": "03-06 13:00",
    "do 6 uur": "03-05 18:00",
    "02:30": "03-04 02:30",
    "2:30": "03-04 14:30",
}
"""The second column is of 2026; who gives a day or a time alone keeps the other of CHOSEN."""

NOT_UNDERSTOOD = (
    "",
    "foo",
    "do half",
    "25:00",
    "morgen 10:75",
    "za 10u of 11u",
    "mar 10:00",
    "volgende week",
    "za 10u =cmd|' /C calc'!A0",
    "<img src=//host/share> za 10u",
    "za 10u {moment}",
    "9" * 500,
    "over 99 weken 10u of zo",
    "zaterdag 99999999999-1 10u",
)


@pytest.fixture(autouse=True)
def english_afterwards() -> Iterator[None]:
    yield
    speak(Tongue.ENGLISH)


def said(text: str, hours: OpeningHours = HOURS) -> str:
    wall = understand(text, CHOSEN, TODAY, hours)
    return f"{wall.day:%m-%d} {wall.minute // 60:02}:{wall.minute % 60:02}"


@pytest.mark.parametrize("tongue", Tongue)
@pytest.mark.parametrize("text", SAID)
def test_both_languages_are_understood_whatever_the_screens_speak(
    text: str, tongue: Tongue
) -> None:
    speak(tongue)
    assert said(text) == SAID[text]


@pytest.mark.parametrize("text", NOT_UNDERSTOOD)
def test_what_is_not_understood_wholly_is_not_understood_at_all(text: str) -> None:
    with pytest.raises(WrongCallError, match="not understood"):
        said(text)


def test_a_date_that_is_another_weekday_is_asked_about() -> None:
    with pytest.raises(WrongCallError, match=r"^7 Mar is on another day of the week: Sat"):
        said("vr 7 mrt 10:00")


def test_a_day_that_no_calendar_has_is_refused() -> None:
    with pytest.raises(WrongCallError, match="There is no such day: 31-2"):
        said("31-2 10u")


def test_half_eight_is_in_the_evening_of_a_dealer_who_is_open_then() -> None:
    late = OpeningHours(zone=AMSTERDAM, week=((Span(12 * 60, 21 * 60),),) * 7)

    assert said("do half 8", late) == "03-05 19:30"
    assert said("do half 8") == "03-05 07:30"


def test_a_time_that_the_clocks_skip_is_refused_in_a_sentence() -> None:
    wall = understand("29-3 02:30", CHOSEN, TODAY, HOURS)

    with pytest.raises(WrongCallError, match=r"02:30 does not exist"):
        moment_of(wall, HOURS)


def test_of_an_hour_that_comes_twice_the_first_is_meant() -> None:
    wall = understand("25-10 02:30", CHOSEN, TODAY, HOURS)

    assert moment_of(wall, HOURS) == datetime.fromisoformat("2026-10-25T00:30:00Z")


def on_the_wall(moment: datetime) -> WallTime:
    shown = HOURS.local(moment)
    return WallTime(shown.date(), shown.hour * 60 + shown.minute)


@given(
    moment=st.integers(0, 60 * 24 * 1000).map(
        lambda minutes: MONDAY_TEN + timedelta(minutes=minutes)
    ),
    tongue=st.sampled_from(Tongue),
)
def test_what_is_shown_back_is_what_was_understood(moment: datetime, tongue: Tongue) -> None:
    speak(tongue)

    read = understand(day_and_time(HOURS.local(moment), TODAY), CHOSEN, TODAY, HOURS)

    assert read == on_the_wall(moment)


@given(st.integers(0, 60 * 24 * 500))
def test_a_moment_on_the_wall_is_that_moment_again(minutes: int) -> None:
    moment = local("2026-03-02 10:00") + timedelta(minutes=minutes)
    again = moment_of(on_the_wall(moment), HOURS)

    assert again in {moment, moment - timedelta(hours=1)}  # of the hour that comes twice
    assert HOURS.local(again).replace(tzinfo=None) == HOURS.local(moment).replace(tzinfo=None)


@given(st.text(max_size=100))
def test_anything_typed_is_understood_or_refused_in_a_sentence(text: str) -> None:
    try:
        wall = understand(text, CHOSEN, TODAY, HOURS)
    except WrongCallError:
        return
    assert 0 <= wall.minute < 24 * 60
