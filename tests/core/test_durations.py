"""Response times as counted lengths: the nearest rank, found at once."""

from assistant.core.durations import Durations


def test_a_percentile_is_the_shortest_time_that_so_many_do_not_exceed() -> None:
    durations = Durations(((60, 5), (300, 4), (7_200, 1)))

    found = [durations.percentile(share) for share in (0.5, 0.51, 0.9, 1.0)]

    assert found == [60, 300, 300, 7_200]
    assert Durations().percentile(0.5) is None


def test_a_year_of_different_times_is_read_at_once() -> None:
    year = Durations(tuple((seconds, 1) for seconds in range(200_000)))

    assert year.percentile(0.9) == 179_999


def test_those_within_a_time_are_counted_up_to_its_last_second() -> None:
    durations = Durations(((60, 5), (120, 2), (121, 4)))

    assert [durations.within(seconds) for seconds in (-1, 59, 60, 120, 500)] == [0, 0, 5, 7, 11]
    assert (durations.total, Durations().total, Durations().within(9)) == (11, 0, 0)
