import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.core.figures import Part
from assistant.core.what_if import STEPS, share, what_if


def counts(**parts: int) -> dict[Part, int]:
    return dict.fromkeys(Part, 0) | {Part(name): count for name, count in parts.items()}


ALL = counts(
    requests=100, clocks=100, in_time=60, spoken=70, appointments=40, shows=30, sales=15,
    late=40, not_spoken=30, no_appointment=30, not_shown=10, not_sold=15,
)  # fmt: skip
IN_TIME = counts(requests=60, spoken=54, appointments=33, shows=25, sales=12)
LATE = counts(requests=40, spoken=16, appointments=7, shows=5, sales=3)


def test_a_share_has_the_interval_that_the_textbook_gives() -> None:
    """Wilson's for 10 of 100: 5.52 % to 17.44 %."""
    found = share(10, 100)

    assert found is not None
    assert (found.value, round(found.low, 4), round(found.high, 4)) == (0.1, 0.0552, 0.1744)


def test_of_nobody_there_is_no_share() -> None:
    assert share(0, 0) is None
    with pytest.raises(ValueError, match="at most"):
        share(2, 1)


@given(st.integers(0, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_a_share_lies_within_its_interval(given_counts: tuple[int, int]) -> None:
    found = share(*given_counts)

    assert found is None or 0 <= found.low <= found.value + 1e-12
    assert found is None or found.value - 1e-12 <= found.high <= 1


def test_calling_in_time_brings_what_those_called_in_time_do_better() -> None:
    found = what_if(Part.IN_TIME, 0.9, ALL, IN_TIME, LATE)

    assert found is not None
    assert found.more[Part.IN_TIME].value == pytest.approx(30)
    assert found.more[Part.SPOKEN].value == pytest.approx(30 * (54 / 60 - 16 / 40))
    assert found.more[Part.SALES].value == pytest.approx(30 * (12 / 60 - 3 / 40))
    assert found.more[Part.SALES].low < found.more[Part.SALES].value < found.more[Part.SALES].high


def test_a_difference_has_the_interval_that_newcombe_gives() -> None:
    """His example: 56 of 70 against 48 of 80 is 20 %, between 5.24 % and 33.39 %."""
    both = counts(requests=150, clocks=150, in_time=70, late=80)
    in_time, late = counts(requests=70, spoken=56), counts(requests=80, spoken=48)

    found = what_if(Part.IN_TIME, 71 / 150, both, in_time, late)

    assert found is not None
    more = found.more[Part.SPOKEN]
    bounds = more.value, more.low, more.high
    assert bounds == pytest.approx((0.2, 0.0524, 0.3339), abs=0.0001)


def test_more_shows_bring_the_sales_that_shows_bring_and_no_more_appointments() -> None:
    found = what_if(Part.SHOWS, 0.9, ALL, IN_TIME, LATE)

    assert found is not None
    assert [*found.more] == [Part.SHOWS, Part.SALES]
    assert found.more[Part.SALES].value == pytest.approx((0.9 * 40 - 30) * 15 / 30)


def test_who_skipped_a_step_makes_its_share_no_better() -> None:
    """Of 160 shows 60 had no appointment, and of 120 sales 40 were never marked as come."""
    year = counts(appointments=200, not_shown=60, shows=160, not_sold=80, sales=120)

    shows = what_if(Part.SHOWS, 0.8, year, counts(), counts())
    sales = what_if(Part.SALES, 0.6, year, counts(), counts())

    assert shows is not None
    assert sales is not None
    assert [shows.was, sales.was] == pytest.approx([140 / 200, 80 / 160])
    assert shows.more[Part.SHOWS].value == pytest.approx(0.8 * 200 - 140)
    assert shows.more[Part.SALES].value == pytest.approx(20 * 80 / 160)
    assert sales.more[Part.SALES].value == pytest.approx(0.6 * 160 - 80)


def test_where_all_who_were_left_skipped_a_step_it_says_nothing_of_the_next() -> None:
    """Who was spoken to came without an appointment: nobody shows how many with one would come."""
    jumped = counts(requests=20, not_spoken=10, spoken=10, shows=6, no_appointment=4, not_sold=6)

    found = what_if(Part.SPOKEN, 1.0, jumped, counts(), counts())

    assert found is not None
    assert found.more[Part.APPOINTMENTS].value == pytest.approx(10 * 6 / 10)
    assert Part.SHOWS not in found.more


def test_a_later_share_is_no_surer_than_the_step_with_the_fewest_leads() -> None:
    """Of 100 who were spoken to 50 were not lost, yet only 2 of them had an appointment."""
    jumped = counts(
        requests=200, not_spoken=100, spoken=100, no_appointment=50, appointments=2, not_shown=1,
        shows=49, not_sold=49,
    )  # fmt: skip

    found = what_if(Part.SPOKEN, 1.0, jumped, counts(), counts())

    assert found is not None
    expected = share(1, 4)
    assert expected is not None
    assert found.more[Part.SHOWS].value == pytest.approx(100 * 1 / 4)
    assert found.more[Part.SHOWS].low == pytest.approx(100 * expected.low)
    assert found.more[Part.SHOWS].high == pytest.approx(100 * expected.high)
    assert found.more[Part.SALES].value == 0
    assert found.more[Part.SALES].high > 30


def test_without_anybody_called_late_it_is_not_known_what_lateness_costs() -> None:
    found = what_if(Part.IN_TIME, 1.0, ALL, IN_TIME, counts())

    assert found is not None
    assert [*found.more] == [Part.IN_TIME]


@pytest.mark.parametrize(("step", "base"), STEPS)
def test_a_step_to_which_nobody_came_cannot_be_moved(step: Part, base: Part) -> None:
    assert what_if(step, 0.9, counts(), counts(), counts()) is None
    assert base in Part


def test_a_worse_share_would_have_brought_less() -> None:
    found = what_if(Part.SPOKEN, 0.5, ALL, IN_TIME, LATE)

    assert found is not None
    assert all(more.low <= more.value <= more.high <= 0 for more in found.more.values())
