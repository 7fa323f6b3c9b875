"""What all tests share: a clock that moves by hand, a dealer's hours, a whole desk."""

import os
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import keyring
import pytest

from assistant.core.contact import Phone
from assistant.core.hours import OpeningHours, Span
from assistant.core.request import Door, Request, RequestKind
from assistant.core.rules import Rules
from assistant.desk import Desk
from assistant.store.store import Store
from tests.pocket_keyring import PocketKeyring

pytest_plugins = ["tests.journeys.no_skips", "tests.sign_in.fixtures"]

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
NINE_TO_SIX, NINE_TO_FIVE = Span(9 * 60, 18 * 60), Span(9 * 60, 17 * 60)
HOURS = OpeningHours(zone=AMSTERDAM, week=((NINE_TO_SIX,),) * 5 + ((NINE_TO_FIVE,), ()))
RULES = Rules(hours=HOURS)
MONDAY_TEN = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
"""Monday 2 March 2026, 10:00 in Amsterdam."""

MOBILE = Phone("+31612345678", mobile=True)
LAND_LINE = Phone("+31201234567")


def local(text: str) -> datetime:
    """Read ``2026-03-02 10:00`` as the wall clock in Amsterdam shows it."""
    return datetime.fromisoformat(text).replace(tzinfo=AMSTERDAM).astimezone(UTC)


class FakeClock:
    """A clock that stands still until a test moves it."""

    def __init__(self, now: datetime = MONDAY_TEN) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def advance(self, **by: float) -> None:
        """Move time, as ``timedelta`` counts it; back for negative figures."""
        self.now += timedelta(**by)


def a_request(**changes: Any) -> Request:
    """Make a request that differs from the usual one only in ``changes``."""
    usual: dict[str, Any] = {
        "kind": RequestKind.QUESTION,
        "door": Door.WEB,
        "source": "AutoTrack",
        "name": "Sanne Hoekstra",
        "phones": (MOBILE,),
        "emails": ("sanne.hoekstra@example.com",),
        "vehicle": "Peugeot 208 1.2",
        "plate": "XX-123-X",
        "question": "Is deze auto nog beschikbaar?",
    }
    return Request(**(usual | changes))


@pytest.fixture(autouse=True)
def no_thread_left_behind() -> Iterator[None]:
    """Fail a test that ends while a thread it started still runs."""
    before = set(threading.enumerate())
    yield
    left = set(threading.enumerate()) - before
    assert not left, f"still running: {sorted(thread.name for thread in left)}"


@pytest.fixture
def pocket() -> Iterator[PocketKeyring]:
    """Return the keyring of this test; the system's is not asked."""
    before = keyring.get_keyring()
    pocket = PocketKeyring()
    keyring.set_keyring(pocket)
    yield pocket
    keyring.set_keyring(before)


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def log_file() -> Path | None:
    """Where the log lies: in memory, unless a test's module has another place for it."""
    return None


@pytest.fixture
def store(log_file: Path | None, clock: FakeClock) -> Iterator[Store]:
    store = Store(log_file, clock())
    yield store
    store.close()


@pytest.fixture
def desk(store: Store, clock: FakeClock) -> Desk:
    return Desk(store, clock, RULES, salesperson="Piet")
