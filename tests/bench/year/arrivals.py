"""When customers ask, and through which door: the patterns of PROCESS over a year.

Sunday is a top day for requests by web; hardly anybody calls then, nor before 9 or after 18.
Calls are missed most on Monday, and from 10 to 11.
"""

from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import accumulate
from random import Random

from assistant.core.hours import OpeningHours

DAYS = 365


class Way(StrEnum):
    """How a customer comes in."""

    WEB = "web"
    MISSED = "missed"
    ANSWERED = "answered"
    WALK_IN = "walk_in"
    LIST = "list"


_SHARES = {Way.WEB: 58, Way.MISSED: 9, Way.ANSWERED: 19, Way.WALK_IN: 11, Way.LIST: 3}
_WEB_WEEK = (14, 13, 13, 13, 12, 15, 20)
_WEB_DAY = (2, 1, 1, 1, 1, 1, 2, 4, 6, 7, 8, 8, 8, 7, 7, 7, 7, 7, 8, 10, 12, 12, 9, 5)
_CALL_WEEK = (20, 17, 16, 16, 16, 14, 0.6)
_CALL_DAY = (0,) * 7 + (0.2, 1.5, 11, 14, 12, 9, 10, 11, 11, 10, 8, 1.5, 0.8, 0.4, 0.1, 0, 0)
_WALK_IN_WEEK = (8, 10, 11, 12, 15, 30, 0)
_LIST_HOUR = 10


class Arrivals:
    """Draws the moments at which customers ask in the year before ``until``."""

    def __init__(self, hours: OpeningHours, until: datetime) -> None:
        self._hours = hours
        self._until = until
        last = hours.local(until).date()
        self._slots = [
            (last - timedelta(days=back), hour)
            for back in reversed(range(DAYS))
            for hour in range(24)
        ]
        self._weights = {way: self._all_weights(way) for way in Way}

    def draw(self, chance: Random) -> tuple[Way, datetime]:
        """Return how and when somebody asks (UTC, whole seconds)."""
        way = chance.choices(list(_SHARES), list(_SHARES.values()))[0]
        while True:
            day, hour = chance.choices(self._slots, cum_weights=self._weights[way])[0]
            at = self._hours.at(day, hour * 60) + timedelta(seconds=chance.randrange(3600))
            if at + timedelta(minutes=1) < self._until:
                return way, at

    def _all_weights(self, way: Way) -> list[float]:
        return list(accumulate(self._weight(way, day, hour) for day, hour in self._slots))

    def _weight(self, way: Way, day: date, hour: int) -> float:
        weekday, spans = day.weekday(), self._hours.spans_on(day)
        noon = self._hours.at(day, hour * 60 + 30)
        is_open = any(opens <= noon < closes for opens, closes in spans)
        match way:
            case Way.WEB:
                return _WEB_WEEK[weekday] * _WEB_DAY[hour]
            case Way.MISSED:
                return _calls(weekday, hour) * _missed(weekday, hour, is_open=is_open)
            case Way.ANSWERED:
                return _calls(weekday, hour) * is_open
            case Way.WALK_IN:
                return _WALK_IN_WEEK[weekday] * is_open
            case Way.LIST:
                return float(day.day <= 7 and weekday == 1 and hour == _LIST_HOUR)


def _calls(weekday: int, hour: int) -> float:
    return _CALL_WEEK[weekday] * _CALL_DAY[hour]


def _missed(weekday: int, hour: int, *, is_open: bool) -> float:
    """Return the share of calls that nobody takes."""
    if not is_open:
        return 1.0
    return 0.2 + 0.15 * (weekday == 0) + 0.15 * (hour == 10)
