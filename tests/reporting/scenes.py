"""Days that went in a certain way, each with what the figures must say of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from assistant.core.figures import Part
from assistant.core.rules import Rules
from tests.conftest import RULES, local
from tests.reporting import happenings
from tests.reporting.days import Days

MONDAY = local("2026-03-02 10:00")


@dataclass(frozen=True, slots=True)
class Scene:
    """What happened, from when on, and how many leads of the usual doors some parts have."""

    happens: Callable[[Days], None]
    expected: Mapping[Part, int]
    starts: datetime = MONDAY
    rules: Rules = RULES


SCENES: Mapping[str, Scene] = {
    "an empty week": Scene(happenings.nothing, {Part.REQUESTS: 0}),
    "one lead": Scene(happenings.one, {Part.REQUESTS: 1, Part.IN_TIME: 1, Part.SPOKEN: 1}),
    "week 53": Scene(happenings.over_new_year, {Part.REQUESTS: 2}, local("2026-12-31 17:00")),
    "clocks forward": Scene(
        happenings.clocks_change, {Part.REQUESTS: 5, Part.LATE: 5}, local("2026-03-29 00:10")
    ),
    "clocks back": Scene(
        happenings.clocks_change, {Part.REQUESTS: 5, Part.LATE: 5}, local("2026-10-25 00:10")
    ),
    "a late first call": Scene(happenings.late, {Part.IN_TIME: 0, Part.LATE: 1, Part.SPOKEN: 1}),
    "taken over": Scene(happenings.taken_over, {Part.REQUESTS: 1, Part.GIVEN_UP: 0, Part.OPEN: 1}),
    "after hours": Scene(
        happenings.called_by_the_bdc,
        {Part.REQUESTS: 2, Part.CLOCKS: 1, Part.IN_TIME: 1, Part.LATE: 0},
        local("2026-03-02 20:00"),
        replace(RULES, after_hours_to_bdc=True),
    ),
    "revived from a list": Scene(
        happenings.revived_from_a_list, {Part.REQUESTS: 1, Part.IN_TIME: 1, Part.SPOKEN: 1}
    ),
    "reopened": Scene(happenings.reopened, {Part.LOST: 0, Part.SALES: 1, Part.IN_TIME: 1}),
    "merged": Scene(happenings.merged, {Part.REQUESTS: 1, Part.SPOKEN: 1}),
    "split": Scene(happenings.split, {Part.REQUESTS: 2}),
    "a split undone": Scene(happenings.split_undone, {Part.REQUESTS: 1}),
    "erased": Scene(happenings.erased, {Part.REQUESTS: 1, Part.SPOKEN: 1, Part.LOST: 1}),
    "undone": Scene(happenings.undone, {Part.SPOKEN: 0, Part.LATE: 1}),
    "from a list": Scene(happenings.list_to_active, {Part.REQUESTS: 0}),
    "walk-ins": Scene(happenings.walk_in, {Part.REQUESTS: 1, Part.SPOKEN: 1, Part.CLOCKS: 0}),
    "a wish": Scene(happenings.wish, {Part.REQUESTS: 3, Part.IN_TIME: 3}),
    "lost uncalled": Scene(
        happenings.lost_uncalled, {Part.IN_TIME: 0, Part.LATE: 1, Part.GIVEN_UP: 1}
    ),
    "second voice": Scene(happenings.second_voice, {Part.GIVEN_UP_BEFORE_THIRD: 1}),
    "the last second": Scene(happenings.at_the_last_second, {Part.IN_TIME: 1, Part.LATE: 1}),
    "came unconfirmed": Scene(
        happenings.came_unconfirmed,
        {Part.SHOWS: 1, Part.NO_APPOINTMENT: 0, Part.NOT_SHOWN: 0, Part.ONLY_FOLLOW_UP: 0},
    ),
    "moved": Scene(happenings.moved, {Part.REQUESTS: 3, Part.APPOINTMENTS: 3, Part.VAGUE: 0}),
    "just a week": Scene(
        happenings.left_for_just_a_week, {Part.GIVEN_UP: 0, Part.GIVEN_UP_BEFORE_THIRD: 0}
    ),
    "given up": Scene(
        happenings.given_up,
        {Part.GIVEN_UP: 4, Part.GIVEN_UP_BEFORE_THIRD: 1, Part.GIVEN_UP_BEFORE_FIFTH: 3},
    ),
    "followable": Scene(happenings.asked_for_and_read_back, {Part.SPOKEN: 2, Part.FOLLOWABLE: 1}),
    "left undone": Scene(happenings.left_undone, {Part.REQUESTS: 3, Part.SPOKEN: 2, Part.OPEN: 3}),
    "tried and left": Scene(happenings.tried_and_left, {Part.REQUESTS: 15, Part.OPEN: 15}),
    "the whole funnel": Scene(
        happenings.whole_funnel,
        {
            Part.REQUESTS: 7,
            Part.AGREED: 4,
            Part.VAGUE: 1,
            Part.ONLY_FOLLOW_UP: 1,
            Part.APPOINTMENTS: 3,
            Part.SHOWS: 2,
            Part.SALES: 2,
            Part.NOT_SHOWN: 1,
            Part.NOT_SOLD: 1,
            Part.NO_APPOINTMENT: 2,
            Part.GIVEN_UP_BEFORE_FIFTH: 1,
            Part.GIVEN_UP_BEFORE_THIRD: 0,
        },
    ),
}
