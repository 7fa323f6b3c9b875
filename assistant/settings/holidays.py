"""Public holidays, looked up once a year: the library takes as long to import as all the rest.

The dates of the years around now lie in a small file in the data folder, which may be thrown
away at any time.
"""

import json
import logging
from datetime import date
from pathlib import Path

logger = logging.getLogger(__name__)

_YEARS_AHEAD = 2


class Holidays:
    """The public holidays of one country."""

    def __init__(self, country: str, kept: Path | None = None) -> None:
        """Set up; nothing is read yet.

        Args:
            country: ISO 3166.
            kept: The file in which found dates are kept; ``None`` keeps them nowhere.
        """
        self._country = country
        self._kept = kept
        self._years: dict[int, frozenset[date]] = {}

    def __contains__(self, day: date) -> bool:
        """Say whether a day is a public holiday."""
        if day.year not in self._years:
            self._years |= self._read()
        if day.year not in self._years:
            self._years |= _looked_up(self._country, day.year)
            self._write()
        return day in self._years[day.year]

    def _read(self) -> dict[int, frozenset[date]]:
        if self._kept is None:
            return {}
        try:
            years = json.loads(self._kept.read_text("utf-8"))[self._country]
            return {
                int(year): frozenset(date.fromisoformat(day) for day in days)
                for year, days in years.items()
            }
        except (OSError, ValueError, LookupError, AttributeError, TypeError):
            return {}

    def _write(self) -> None:
        if self._kept is None:
            return
        years = {year: sorted(map(str, days)) for year, days in sorted(self._years.items())}
        try:
            self._kept.write_text(json.dumps({self._country: years}, indent=1), "utf-8")
        except OSError as error:
            logger.warning("the holidays cannot be kept: %s", error)


def _looked_up(country: str, year: int) -> dict[int, frozenset[date]]:
    """Return a year's holidays and those of the next two; none for a country nobody knows."""
    import holidays  # noqa: PLC0415 - see above

    years = range(year, year + _YEARS_AHEAD + 1)
    try:
        found = holidays.country_holidays(country, years=years)
    except NotImplementedError:
        return {one: frozenset() for one in years}
    return {one: frozenset(day for day in found if day.year == one) for one in years}
