"""Work beside other work."""

import threading

import pytest

from assistant.core.errors import CouldNotError
from assistant.desk.beside import beside


def test_both_are_at_work_at_the_same_time() -> None:
    meeting = threading.Barrier(2, timeout=20)

    answer = beside(meeting.wait)
    meeting.wait()

    assert answer() in {0, 1}


def test_what_goes_wrong_is_raised_where_the_answer_is_wanted() -> None:
    def fail() -> None:
        raise CouldNotError("The disk is full.")

    answer = beside(fail)

    with pytest.raises(CouldNotError):
        answer()
