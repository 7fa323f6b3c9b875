"""One reader a kind of setting: from what TOML gives to what the program uses.

A reader raises ValueError for anything it cannot use; the sentence around it names the line.
"""

import re
from collections.abc import Callable
from dataclasses import fields
from datetime import date
from enum import StrEnum
from itertools import pairwise
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from phonenumbers import SUPPORTED_REGIONS

from assistant.core.contact import read_email, read_phone
from assistant.core.hours import MINUTES_A_DAY, Span
from assistant.core.preset import Preset
from assistant.settings.values import (
    BdcSettings,
    ConversationSettings,
    DealerSettings,
    DeskSettings,
    DialWay,
    FollowUpSettings,
    HoursSettings,
    InspectionSettings,
    IntakeSettings,
    Language,
    Method,
    PrivacySettings,
    TelephoneSettings,
    Theme,
)

T = TypeVar("T")
DAYS = tuple(field.name for field in fields(HoursSettings))[:7]
"""The names of the settings that hold a weekday's spans, Monday first."""
Reader = Callable[[Any], Any]


def text(value: object) -> str:
    """Read a text, without the blanks around it."""
    if not isinstance(value, str):
        raise ValueError(value)  # noqa: TRY004 - one kind of error for everything unusable
    return value.strip()


def _yes_or_no(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError(value)  # noqa: TRY004
    return value


def host(value: object) -> str:
    """Read the name or address of a computer, as it was written."""
    name = text(value)
    if not re.fullmatch(r"[A-Za-z0-9._:-]{1,253}", name):
        raise ValueError(value)
    return name


def count(value: object) -> int:
    """Read a whole number from 1 to 100,000."""
    if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= 100_000:
        raise ValueError(value)
    return value


def days(value: object) -> int:
    """Read a number of days from 1 to 60."""
    number = count(value)
    if number > 60:
        raise ValueError(value)
    return number


def months(value: object) -> int:
    """Read a number of months from 0 to 1,200; 0 for never."""
    if value == 0 and not isinstance(value, bool):
        return 0
    number = count(value)
    if number > 1_200:
        raise ValueError(value)
    return number


def word_of(words: type[StrEnum]) -> Reader:
    """Return the reader of one of the words."""
    return lambda value: words(text(value))


def _list_of(read: Callable[[object], T]) -> Callable[[object], tuple[T, ...]]:
    def read_list(value: object) -> tuple[T, ...]:
        if not isinstance(value, list):
            raise ValueError(value)  # noqa: TRY004
        return tuple(read(item) for item in value)

    return read_list


def minute_of_day(value: object) -> int:
    """Read ``HH:MM`` as minutes from midnight; ``24:00`` is the end of the day."""
    hour, separator, minute = text(value).partition(":")
    minutes = int(hour) * 60 + int(minute)
    if separator != ":" or len(minute) != 2 or not 0 <= int(minute) < 60:
        raise ValueError(value)
    if not 0 <= minutes <= MINUTES_A_DAY:
        raise ValueError(value)
    return minutes


def spans(value: object) -> tuple[Span, ...]:
    """Read ``["09:00-12:30", "13:00-18:00"]`` in any order."""
    read = sorted(_list_of(_span)(value))
    for earlier, later in pairwise(read):
        if later.opens < earlier.closes:
            raise ValueError(value)
    return tuple(read)


def _span(value: object) -> Span:
    opens, _, closes = text(value).replace("–", "-").partition("-")
    return Span(minute_of_day(opens), minute_of_day(closes))


def _date(value: object) -> date:
    return value if isinstance(value, date) else date.fromisoformat(text(value))


def _zone(value: object) -> ZoneInfo:
    try:
        return ZoneInfo(text(value))
    except (OSError, LookupError) as error:
        raise ValueError(value) from error


def _country(value: object) -> str:
    country = text(value).upper()
    if country not in SUPPORTED_REGIONS:
        raise ValueError(value)
    return country


def _number(value: object) -> str:
    phone = read_phone(text(value), "NL")
    if phone is None:
        raise ValueError(value)
    return phone.key


def _number_or_none(value: object) -> str:
    return _number(value) if text(value) else ""


def _address(value: object) -> str:
    address = read_email(text(value))
    if address is None:
        raise ValueError(value)
    return address


def _lower_host(value: object) -> str:
    return host(value).lower()


def _address_or_none(value: object) -> str:
    return _address(value) if text(value) else ""


def _count_or_none(value: object) -> int:
    return 0 if value == 0 and not isinstance(value, bool) else count(value)


def _colleagues(value: object) -> dict[str, str]:
    if not isinstance(value, dict):
        raise ValueError(value)  # noqa: TRY004
    read = {" ".join(name.split()): _address(address) for name, address in value.items()}
    if "" in read:
        raise ValueError(value)
    return read


def tracking_number(key: str, value: object) -> tuple[str, str]:
    """Read a tracking number and the source it stands for."""
    return _number(key), text(value)


SECTIONS: dict[str, tuple[type, dict[str, Reader]]] = {
    "desk": (
        DeskSettings,
        {
            "salesperson": text,
            "language": word_of(Language),
            "theme": word_of(Theme),
            "sound": _yes_or_no,
            "notifications": _yes_or_no,
        },
    ),
    "dealer": (
        DealerSettings,
        {
            "name": text,
            "address": text,
            "phone": _number_or_none,
            "country": _country,
            "zone": _zone,
            "own_numbers": _list_of(_number),
            "own_addresses": _list_of(_address),
        },
    ),
    "hours": (
        HoursSettings,
        {
            **dict.fromkeys(DAYS, spans),
            "public_holidays_closed": _yes_or_no,
            "open_holidays": _list_of(_date),
            "closed_days": _list_of(_date),
        },
    ),
    "follow_up": (
        FollowUpSettings,
        {
            **dict.fromkeys([field.name for field in fields(FollowUpSettings)], count),
            "fourth_try_opening_days": days,
            "fifth_try_opening_days": days,
            "midday": minute_of_day,
            "morning_call": minute_of_day,
            "afternoon_call": minute_of_day,
        },
    ),
    "bdc": (
        BdcSettings,
        {
            "after_hours": _yes_or_no,
            "escalate_after_minutes": _count_or_none,
            "address": _address_or_none,
            "folder": text,
            "colleagues": _colleagues,
        },
    ),
    "intake": (IntakeSettings, {"folder": text}),
    "privacy": (PrivacySettings, {"retention_months": months}),
    "inspection": (InspectionSettings, {"benchmark": word_of(Preset), "folder": text}),
    "conversation": (ConversationSettings, {"ask_back": _list_of(text)}),
    "telephone": (
        TelephoneSettings,
        {
            "way": word_of(DialWay),
            "dial_at_once": _yes_or_no,
            "url": text,
            "method": word_of(Method),
            "hosts": _list_of(_lower_host),
            "user": text,
            "ca_file": text,
            "command": _list_of(text),
        },
    ),
}
"""Each section's value and the reader of each of its settings."""
