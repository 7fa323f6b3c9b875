"""The rules as the settings have them, with the public holidays of the dealer's country."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from assistant.core.hours import OpeningHours
from assistant.core.rules import Rules
from assistant.settings.holidays import Holidays
from assistant.settings.values import HoursSettings, Settings


def rules(settings: Settings, kept_holidays: Path | None = None) -> Rules:
    """Return the rules of the follow-up as the dealer set them.

    Args:
        settings: What he set.
        kept_holidays: The file in which public holidays are kept once they were looked up.
    """
    hours, numbers = settings.hours, settings.follow_up
    minutes = settings.bdc.escalate_after_minutes
    return Rules(
        hours=OpeningHours(
            zone=settings.dealer.zone,
            week=hours.week,
            is_closing_day=_closing_days(hours, Holidays(settings.dealer.country, kept_holidays)),
        ),
        first_call=timedelta(minutes=numbers.first_call_minutes),
        request_age=timedelta(minutes=numbers.request_age_minutes),
        second_try=timedelta(minutes=numbers.second_try_minutes),
        third_try=timedelta(minutes=numbers.third_try_minutes),
        fourth_try_days=numbers.fourth_try_opening_days,
        fifth_try_days=numbers.fifth_try_opening_days,
        busy=timedelta(minutes=numbers.busy_minutes),
        midday=numbers.midday,
        morning_call=numbers.morning_call,
        afternoon_call=numbers.afternoon_call,
        ask_show=timedelta(minutes=numbers.ask_show_minutes),
        no_show_call=timedelta(minutes=numbers.no_show_call_minutes),
        after_hours_to_bdc=settings.bdc.after_hours,
        escalate_after=timedelta(minutes=minutes) if minutes else None,
    )


def rules_mark(settings: Settings) -> str:
    """Return a mark that changes whenever a setting does from which plans follow."""
    dealer, bdc = settings.dealer, settings.bdc
    to_bdc = (bdc.after_hours, bdc.escalate_after_minutes)
    return repr((settings.hours, settings.follow_up, to_bdc, dealer.zone.key, dealer.country))


def _closing_days(hours: HoursSettings, holidays: Holidays) -> Callable[[date], bool]:
    closed, opened = frozenset(hours.closed_days), frozenset(hours.open_holidays)

    def is_closing_day(day: date) -> bool:
        if day in closed:
            return True
        return hours.public_holidays_closed and day not in opened and day in holidays

    return is_closing_day
