"""When a customer wants to be called, as he picks it on a form on Tuesday at 10:15."""

from datetime import datetime

import pytest

from assistant.intake.reading.words.wanted import read_wanted
from tests.intake.reading.messages import AMSTERDAM, ARRIVED

WISHES = {
    "zaterdag tussen 10:00 en 12:00": "16-05 10:00",
    "zaterdag 10-12": "16-05 10:00",
    "za 10.30 uur": "16-05 10:30",
    "za. 10u30": "16-05 10:30",
    "zaterdag": "16-05 09:00",
    "dinsdag 14:00": "19-05 14:00",
    "maandagochtend": "18-05 09:00",
    "maandagmorgen": "18-05 09:00",
    "woensdag middag": "13-05 13:00",
    "donderdagavond": "14-05 18:00",
    "vrijdag na 18:00": "15-05 18:00",
    "vrijdag voor 12:00": "15-05 09:00",
    "morgen": "13-05 09:00",
    "morgen 14u": "13-05 14:00",
    "morgenochtend": "13-05 09:00",
    "morgenmiddag om 3 uur": "13-05 15:00",
    "overmorgen half 3": "14-05 14:30",
    "vandaag 15:00": "12-05 15:00",
    "vanavond": "12-05 18:00",
    "15:00": "12-05 15:00",
    "09:00": "13-05 09:00",
    "12-05-2026 15:30": "12-05 15:30",
    "13-05": "13-05 09:00",
    "15 mei om 14:00": "15-05 14:00",
    "donderdag 14/05 14h": "14-05 14:00",
    "2026-05-16 tussen 14:00-16:00": "16-05 14:00",
    "Saturday between 10 and 12": "16-05 10:00",
    "tomorrow at 3:30 PM": "13-05 15:30",
    "next Monday morning": "18-05 09:00",
    "this afternoon": "12-05 13:00",
    "May 15, 2:00 pm": "15-05 14:00",
    "Samstag zwischen 10:00 und 12:00 Uhr": "16-05 10:00",
    "morgen früh": "13-05 09:00",
    "Montagmorgen": "18-05 09:00",
    "übermorgen 9:00": "14-05 09:00",
    "15. Mai 14 Uhr": "15-05 14:00",
}
NO_WISH = [
    "",
    "zo snel mogelijk",
    "so schnell wie möglich",
    "asap",
    "vandaag",
    "12-05-2026 09:30",
    "10:00 - 12:00",
    "in de ochtend",
    "31-02-2026",
    "99:99",
    "06-12345678",
    "do not call",
]


@pytest.mark.parametrize("text", WISHES)
def test_a_day_and_a_time_are_read(text: str) -> None:
    wanted = read_wanted(text, ARRIVED, AMSTERDAM)

    assert wanted is not None
    assert f"{wanted.astimezone(AMSTERDAM):%d-%m %H:%M}" == WISHES[text]


@pytest.mark.parametrize("text", NO_WISH)
def test_what_has_passed_or_says_nothing_is_no_wish(text: str) -> None:
    assert read_wanted(text, ARRIVED, AMSTERDAM) is None


def test_a_day_without_a_year_is_the_next_one() -> None:
    assert read_wanted("2 januari", ARRIVED, AMSTERDAM) == datetime(2027, 1, 2, 9, tzinfo=AMSTERDAM)


def test_the_hour_is_right_on_the_day_that_the_clock_changes() -> None:
    friday = datetime(2026, 10, 23, 10, tzinfo=AMSTERDAM)

    assert read_wanted("zondag 10:00", friday, AMSTERDAM) == datetime(
        2026, 10, 25, 10, tzinfo=AMSTERDAM
    )
