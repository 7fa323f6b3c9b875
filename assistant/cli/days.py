"""Days on the command line: a week, from one day to another, or a morning."""

import re
from dataclasses import dataclass
from datetime import date

from assistant.cli.moments import check_year, read_day
from assistant.core.errors import WrongCallError
from assistant.core.period import Period
from assistant.desk.inspection import Inspection

_WEEK = re.compile(r"(\d{4})-?[Ww](\d{1,2})", re.ASCII)
_TODAY = "today"
_OPTIONS = ("--week", "--from", "--to", "--day")


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """What the options say; ``None`` where they say nothing."""

    week: str | None
    first: str | None
    last: str | None
    day: str | None

    def check(self) -> None:
        """Check that one thing was asked for.

        Raises:
            WrongCallError: For two of them, one that is empty, or a last day without a first.
        """
        for name, text in zip(_OPTIONS, (self.week, self.first, self.last, self.day), strict=True):
            if text is not None and not text.strip():
                raise WrongCallError("{option} is empty.", option=name)
        if sum(each is not None for each in (self.week, self.first, self.day)) > 1:
            raise WrongCallError("Choose one: --week, --from with --to, or --day.")
        if self.last is not None and self.first is None:
            raise WrongCallError("--to goes with --from.")


def asked_period(days: Days, opened: Inspection) -> Period:
    """Return the days asked for; the last whole week if nothing was said.

    Raises:
        WrongCallError: For a week or a day that there is not, or an end before the beginning.
    """
    if days.week is not None:
        return _week(days.week)
    if days.first is None:
        return opened.this_week().before
    first = asked_day(days.first, opened)
    last = opened.today() if days.last is None else asked_day(days.last, opened)
    if last < first:
        raise WrongCallError("{last} is before {first}.", last=last, first=first)
    return Period(first=first, last=last)


def asked_day(text: str, opened: Inspection) -> date:
    """Return a day such as ``2026-11-02``, or ``today``.

    Raises:
        WrongCallError: For a text that is none, or a year outside anybody's agenda.
    """
    if text.strip().lower() == _TODAY:
        return opened.today()
    return read_day(text)


def _week(text: str) -> Period:
    found = _WEEK.fullmatch(text.strip())
    if found is None:
        raise WrongCallError("{text} is no week; write it as 2026-W47.", text=text)
    year, week = map(int, found.groups())
    check_year(year, text)
    try:
        return Period.of_week(year, week)
    except ValueError as error:
        raise WrongCallError("{year} has no week {week}.", year=year, week=week) from error
