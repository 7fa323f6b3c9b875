"""Response times as counted lengths: the nearest rank, found in one pass."""

from assistant.core.figures import Durations


def test_a_percentile_is_the_shortest_time_that_so_many_do_not_exceed() -> None:
    durations = Durations(((60, 5), (300, 4), (7_200, 1)))

    found = [durations.percentile(share) for share in (0.5, 0.51, 0.9, 1.0)]

    assert found == [60, 300, 300, 7_200]
    assert Durations().percentile(0.5) is None


def test_a_year_of_different_times_is_read_at_once() -> None:
    year = Durations(tuple((seconds, 1) for seconds in range(200_000)))

    assert year.percentile(0.9) == 179_999
