"""The year is believable, the same each time, and what is derived of it is the program's own."""

import os
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import get_args

import pytest

from assistant.core.facts import (
    Agreed,
    AgreementKind,
    AppointmentChanged,
    AppointmentEvent,
    Attempt,
    CameBack,
    Fact,
    HandOverReason,
    HandOverSent,
    LostReason,
    Outcome,
    Requested,
)
from assistant.core.follow import follow, gone_facts
from assistant.core.followable import missing_for
from assistant.core.request import Channel, Door, RequestKind
from assistant.folders import DataFolder
from assistant.start import Office, open_office
from tests.bench.log import OPEN_LEADS, make_log
from tests.bench.year.people import SELLERS
from tests.bench.year_log import make_year
from tests.conftest import AMSTERDAM

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
LEADS = 2_500
_DERIVED = ("summaries", "prompts", "identities")
_WRITTEN = ("leads", "facts", "requests", "asked_before", "erasures")


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> DataFolder:
    return make_year(tmp_path_factory.mktemp("year") / "folder", LEADS, NOW)


@pytest.fixture
def office(year: DataFolder) -> Iterator[Office]:
    office = open_office(year, lambda: NOW)
    yield office
    office.close()


@pytest.fixture(scope="module")
def histories(year: DataFolder) -> list[list[Fact]]:
    office = open_office(year, lambda: NOW)
    log = office.store.log
    found = [log.history(lead_id) for lead_id in log.lead_ids()]
    office.close()
    return found


def table(folder: DataFolder, name: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(folder.database)) as db:
        named = [row[1] for row in db.execute(f"pragma table_info({name})") if row[1] != "desk"]
        wanted = ", ".join(named)
        return db.execute(f"select {wanted} from {name} order by 1").fetchall()  # noqa: S608


def share(part: int, whole: int) -> int:
    return round(100 * part / whole)


def test_the_same_seed_makes_the_same_log_on_any_number_of_processors(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    two = make_year(tmp_path / "two", 300, NOW)
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    one = make_year(tmp_path / "one", 300, NOW)
    other = make_year(tmp_path / "other", 50, NOW, seed=1)

    for name in (*_WRITTEN, *_DERIVED):
        assert table(one, name) == table(two, name)
    assert not {row[1] for row in table(other, "facts")} & {row[1] for row in table(one, "facts")}


def test_rebuild_changes_nothing_that_is_derived(office: Office, year: DataFolder) -> None:
    before = {name: table(year, name) for name in _DERIVED}

    assert office.desk.plans.rebuild() == LEADS

    assert {name: table(year, name) for name in _DERIVED} == before
    assert all(before.values())
    assert office.store.problems() == []


def test_a_log_with_few_open_leads_is_made_so_that_rebuild_changes_nothing(tmp_path: Path) -> None:
    folder = make_log(tmp_path / "few", 300, NOW)
    before = {name: table(folder, name) for name in _DERIVED}
    office = open_office(folder, lambda: NOW)

    office.desk.plans.rebuild()

    assert {name: table(folder, name) for name in _DERIVED} == before
    assert len(office.desk.agenda()) == OPEN_LEADS
    office.close()


def test_no_fact_is_newer_than_the_end_and_they_stand_in_the_order_of_time(
    year: DataFolder,
) -> None:
    with closing(sqlite3.connect(year.database)) as db:
        moments = [row[0] for row in db.execute("select at from facts order by seq")]

    assert moments == sorted(moments)
    assert moments[-1] < "2026-03-02T09:00:00.000Z"


def test_every_kind_of_fact_and_every_word_in_them_occurs(histories: list[list[Fact]]) -> None:
    facts = [fact for history in histories for fact in history]
    asked = [fact.request for fact in facts if isinstance(fact, Requested)]
    attempts = [fact for fact in facts if isinstance(fact, Attempt)]
    agreed = [fact for fact in facts if isinstance(fact, Agreed)]
    sent = [fact for fact in facts if isinstance(fact, HandOverSent)]

    assert {type(fact) for fact in facts} == set(get_args(Fact))
    assert {request.kind for request in asked} == set(RequestKind)
    assert {request.door for request in asked} == set(Door)
    assert {fact.outcome for fact in attempts} == set(Outcome)
    assert {fact.kind for fact in agreed} == set(AgreementKind)
    assert {fact.reason for fact in agreed} == {None, *LostReason}
    assert {fact.reason for fact in sent} == set(HandOverReason)
    events = {fact.event for fact in facts if isinstance(fact, AppointmentChanged)}
    assert events == set(AppointmentEvent)
    assert {fact.by for fact in attempts} - {""} == {seller.name for seller in SELLERS}


def test_customers_ask_when_the_trade_says_they_do(histories: list[list[Fact]]) -> None:
    asked = [fact for history in histories for fact in history if isinstance(fact, Requested)]

    def of(kinds: set[RequestKind], door: Door) -> list[datetime]:
        found = (f for f in asked if f.request.kind in kinds and f.request.door is door)
        return [fact.arrived_at.astimezone(AMSTERDAM) for fact in found]

    web = Counter(at.weekday() for at in of(set(RequestKind), Door.WEB))
    calls = of({RequestKind.MISSED_CALL, RequestKind.ANSWERED_CALL}, Door.PHONE)
    missed = of({RequestKind.MISSED_CALL}, Door.PHONE)
    assert web.most_common(1)[0][0] == 6
    assert sum(at.weekday() == 6 for at in calls) < 0.02 * len(calls)
    assert sum(not 9 <= at.hour < 18 for at in calls) < 0.08 * len(calls)
    assert Counter(at.weekday() for at in missed).most_common(1)[0][0] == 0
    assert Counter(at.hour for at in missed).most_common(1)[0][0] == 10
    assert 25 <= share(len(missed), len(calls)) <= 40  # 32 measured


def test_the_shares_are_believable(histories: list[list[Fact]]) -> None:
    active = [
        history
        for history in histories
        if history and isinstance(history[0], Requested) and history[0].request.door != Door.LIST
    ]
    standing = [[f for f in history if f.id not in gone_facts(history)] for history in active]

    def leads_with(*what: object) -> int:
        words = [
            {getattr(f, "kind", None) or getattr(f, "event", None) for f in h} for h in standing
        ]
        return share(sum(bool(each & set(what)) for each in words), len(words))

    attempts = sum(isinstance(fact, Attempt) for history in histories for fact in history)
    assert 4.7 <= attempts / LEADS <= 5.4
    assert 34 <= leads_with(AgreementKind.APPOINTMENT) <= 46
    assert 24 <= leads_with(AppointmentEvent.SHOW) <= 36
    assert 15 <= leads_with(AgreementKind.SOLD) <= 25
    courses = [follow(history) for history in active]
    assert 22 <= share(sum(not missing_for(course) for course in courses), len(courses)) <= 35


def test_nearly_all_that_others_are_to_have_was_sent_and_few_leads_are_open(
    office: Office,
) -> None:
    assert len(office.desk.handovers.waiting()) < LEADS // 100
    assert 10 < len(office.desk.agenda()) < LEADS // 25


def test_two_in_eight_salespeople_call_a_third_time(histories: list[list[Fact]]) -> None:
    third = Counter[str]()
    for history in histories:
        gone, tries = gone_facts(history), 0
        for fact in history:
            if isinstance(fact, Requested | CameBack):
                tries = 0
            elif isinstance(fact, Attempt) and fact.id not in gone:
                tries = 0 if fact.reached else tries + (fact.channel is Channel.CALL)
                third[fact.by] += tries == 3 and fact.channel is Channel.CALL

    persistent = {name for name, count in third.items() if count}
    assert len(persistent) == 2
    assert len(SELLERS) == 8


def test_calls_are_made_in_two_minutes_by_some_more_than_by_others(year: DataFolder) -> None:
    in_time: dict[str, list[bool]] = {seller.name: [] for seller in SELLERS}
    with closing(sqlite3.connect(year.database)) as db:
        for owner, due, stopped in db.execute(
            "select owner, clock_due_at, stopped_at from summaries where stopped_at is not null"
        ):
            in_time[owner].append(stopped <= due)

    shares = {name: share(sum(each), len(each)) for name, each in in_time.items()}
    assert 30 <= share(sum(map(sum, in_time.values())), sum(map(len, in_time.values()))) <= 60
    assert shares["Piet"] > shares["Wouter"] + 20


def test_some_customers_were_forgotten_and_nobody_can_be_rung(
    year: DataFolder, histories: list[list[Fact]]
) -> None:
    asked = [f.request for history in histories for f in history if isinstance(f, Requested)]
    numbers = {phone.number for request in asked for phone in request.phones}
    addresses = {email for request in asked for email in request.emails}

    assert 0 < len(table(year, "erasures")) < LEADS // 100
    assert table(year, "asked_before")
    for number in numbers:
        assert number.startswith(("+3169", "forgotten-")) or number[5] == "1"
    for address in addresses:
        assert address.endswith("@example.com") or address.startswith("forgotten-")
