"""What other programs read stays as ``docs/sql.md`` says, and comes to the inspection's figures."""

import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings

from assistant.core.clock import utc_now
from assistant.core.facts import (
    OUTCOMES,
    AgreementKind,
    AppointmentEvent,
    Attempt,
    LeadId,
    LostReason,
    Outcome,
)
from assistant.core.figures import Choice, Part
from assistant.core.follow import gone_facts
from assistant.core.period import Period
from assistant.core.request import Channel, Door, RequestKind
from assistant.desk import Desk, NextStep
from assistant.desk.inspection import inspection
from assistant.store.database import open_reader
from assistant.store.store import Store
from tests.conftest import LAND_LINE, MOBILE, RULES, FakeClock, a_request, local
from tests.desk.test_derived import ACTIONS, act, move

PAGE = Path(__file__).parents[2] / "docs" / "sql.md"
EVENTS: tuple[tuple[AppointmentEvent, ...], ...] = (
    (),
    (AppointmentEvent.CONFIRMED,),
    (AppointmentEvent.CONFIRMED, AppointmentEvent.SHOW),
    (AppointmentEvent.SHOW,),
)
VIEWS = ("v_leads", "v_attempts", "v_funnel")
MOMENT, WALL_CLOCK = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", r"\d{4}-\d\d-\d\d( \d\d:\d\d:\d\d)?"
TYPES: dict[str, Callable[[object], bool]] = {
    "text": lambda value: isinstance(value, str),
    "moment": lambda value: isinstance(value, str) and re.fullmatch(MOMENT, value) is not None,
    "local": lambda value: isinstance(value, str) and re.fullmatch(WALL_CLOCK, value) is not None,
    "whole number": lambda value: isinstance(value, int),
    "0 or 1": lambda value: value in {0, 1} and isinstance(value, int),
}
EMPTY = {"asked_local", "week", "response_s", "lost_reason"}
"""What may be empty beside moments."""


def documented(view: str) -> dict[str, str]:
    """Return the columns that the page tells of, each with its type."""
    section = PAGE.read_text("utf-8").split(f"## {view}\n")[1].split("\n## ")[0]
    return dict(re.findall(r"^\| `(\w+)` \| ([^|]+) \|", section, re.MULTILINE))


@contextmanager
def a_desk(path: Path, clock: FakeClock) -> Iterator[Desk]:
    """Open a desk on a file, as the program does."""
    with closing(Store(path, clock())) as store:
        desk = Desk(store, clock, RULES, salesperson="Piet")
        desk.plans.make_by("the usual rules")
        yield desk


@contextmanager
def read(path: Path) -> Iterator[sqlite3.Connection]:
    """Open a file as another program does."""
    with closing(open_reader(path)) as db:
        yield db


def play(desk: Desk, clock: FakeClock, actions: list[tuple[str, int, int]]) -> None:
    """Let days go by at a desk."""
    for kind, choice, minutes in actions:
        clock.advance(minutes=minutes)
        if kind == "away":
            move(desk, choice)
        else:
            act(desk, clock, kind, choice)


@settings(max_examples=25, deadline=None)
@given(ACTIONS)
def test_the_views_come_to_the_figures_and_are_of_the_types_that_the_page_names(
    actions: list[tuple[str, int, int]],
) -> None:
    with TemporaryDirectory() as folder:
        path, clock = Path(folder) / "followup.db", FakeClock(local("2025-12-26 10:00"))
        with a_desk(path, clock) as desk, read(path) as db:
            play(desk, clock, actions)

            assert_the_page_is_right(db)
            assert_the_figures_are_right(db, path)
            assert_the_attempts_are_right(db, desk)


def assert_the_page_is_right(db: sqlite3.Connection) -> None:
    for view in VIEWS:
        for row in db.execute(f"select * from {view}"):  # noqa: S608 - our own names
            told = documented(view)
            assert list(told) == row.keys()
            for column, kind in told.items():
                may_be_empty = kind == "moment" or column in EMPTY
                assert TYPES[kind](row[column]) or (may_be_empty and row[column] is None), column


def assert_the_figures_are_right(db: sqlite3.Connection, path: Path) -> None:
    weeks = {row["week"]: row for row in db.execute("select * from v_funnel")}
    last = max(local("2026-12-31 12:00"), utc_now()).date()
    asked = Period(first=local("2025-12-01 12:00").date(), last=last)
    sums = ", ".join(f"coalesce(sum({part}), 0) as {part}" for part in Part)
    in_the_showroom = db.execute(
        f"""select {sums} from v_leads
            where requests and door = 'showroom' and owner = 'Piet'"""  # noqa: S608
    ).fetchone()
    with inspection(path, utc_now, RULES) as inspected:
        for week, row in weeks.items():
            period = Period.of_week(int(week[:4]), int(week[6:]))
            assert row["monday"] == period.first.isoformat()
            assert inspected.figures(period, Choice()).counts == {part: row[part] for part in Part}
        total = inspected.figures(asked, Choice()).counts
        chosen = Choice(owner="Piet", doors=frozenset({Door.SHOWROOM}))
        walked_in = inspected.figures(asked, chosen).counts
    assert total == {part: sum(row[part] for row in weeks.values()) for part in Part}
    assert walked_in == {part: in_the_showroom[part] for part in Part}


def assert_the_attempts_are_right(db: sqlite3.Connection, desk: Desk) -> None:
    leads = [LeadId(row["lead"]) for row in db.execute("select lead from v_leads")]
    expected = {
        (fact.id, lead, fact.channel, fact.outcome)
        for lead in leads
        for fact in desk.lead(lead).facts
        if isinstance(fact, Attempt) and fact.id not in gone_facts(desk.lead(lead).facts)
    }
    rows = db.execute("select attempt, lead, channel, outcome from v_attempts").fetchall()
    assert sorted(map(tuple, rows)) == sorted(expected)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "followup.db"


@pytest.fixture
def working(path: Path, clock: FakeClock) -> Iterator[Desk]:
    with a_desk(path, clock) as desk:
        yield desk


def test_a_mark_is_there_for_each_part_that_the_inspection_counts() -> None:
    leads, weeks = documented("v_leads"), documented("v_funnel")

    assert {part: leads[part] for part in Part} == dict.fromkeys(Part, "0 or 1")
    assert list(weeks) == ["week", "monday", *Part]


def test_each_mark_tells_those_just_on_one_side_from_those_on_the_other(
    path: Path, working: Desk, clock: FakeClock
) -> None:
    for number in range(22):
        asked = a_request(
            kind=RequestKind.ANSWERED_CALL if number == 8 else RequestKind.QUESTION,
            door=Door.PHONE if number == 8 else Door.WEB,
            phones=(MOBILE,) if number == 20 else (),
            emails=(f"{number}@example.com",),
            **dict.fromkeys(("phone_read_back", "email_read_back"), number == 20),
        )
        clock.advance(minutes=20)
        lead = working.log_contact(asked).lead_id
        assert lead is not None
        live(working, clock, lead, number)

    with read(path) as db:
        (row,) = db.execute("select * from v_funnel").fetchall()
        assert_the_figures_are_right(db, path)

    assert row["requests"] == 22
    assert not [part for part in Part if part is not Part.REQUESTS and row[part] in {0, 22}]


def test_who_was_tried_before_his_own_moment_is_left_for_a_week_from_that_moment(
    path: Path, working: Desk, clock: FakeClock
) -> None:
    clock.now = utc_now() - timedelta(days=9)
    wished = a_request(phones=(LAND_LINE,), emails=(), wanted_at=clock() + timedelta(days=3))
    lead = working.log_contact(wished).lead_id
    assert lead is not None
    clock.advance(days=1)
    working.record(lead, Channel.CALL, Outcome.VOICEMAIL)

    with read(path) as db:
        (row,) = db.execute("select last_attempt_at < due_at, given_up from v_leads").fetchall()
        assert_the_figures_are_right(db, path)

    assert tuple(row) == (1, 0)


def test_a_name_on_a_list_came_in_by_the_list(path: Path, working: Desk) -> None:
    working.log_contact(a_request(kind=RequestKind.PASSIVE, door=Door.LIST, consent="2026"))

    with read(path) as db:
        (row,) = db.execute("select door, asked_at, requests from v_leads").fetchall()

    assert tuple(row) == ("list", None, 0)


def live(desk: Desk, clock: FakeClock, lead: LeadId, number: int) -> None:
    """Let one of many lives happen: given up after so many tries, or how far the others came."""
    clock.advance(minutes=2, seconds=number % 2)
    if number < 7:
        for _ in range(number):
            desk.record(lead, Channel.MAIL, Outcome.SENT)
            clock.advance(minutes=1)
        if number:
            ending = NextStep(kind=AgreementKind.LOST, reason=LostReason.UNREACHABLE)
            desk.agree(lead, ending)
    elif number < 21:
        desk.record(lead, Channel.MAIL, Outcome.ANSWERED)
        go_on(desk, clock, lead, number)


def go_on(desk: Desk, clock: FakeClock, lead: LeadId, number: int) -> None:
    """Let a customer who was reached come so far."""
    kind = AgreementKind.FOLLOW_UP if number < 10 else AgreementKind.APPOINTMENT
    if number < 20:
        desk.agree(lead, NextStep(kind=kind, moment=clock() + timedelta(minutes=5)))
    standing = desk.lead(lead).course.appointment
    if standing is not None:
        for event in EVENTS[number % 4]:
            desk.change_appointment(standing.id, event)
    if number in {9, 12, 14, 16}:
        desk.agree(lead, NextStep(kind=AgreementKind.SOLD))


def test_an_attempt_of_a_merged_lead_stands_at_its_home_and_one_taken_back_nowhere(
    path: Path, working: Desk
) -> None:
    first = working.log_contact(a_request()).lead_id
    second = working.log_contact(a_request(phones=(LAND_LINE,), emails=())).lead_id
    third = working.log_contact(a_request(phones=(), emails=("els@example.com",))).lead_id
    assert first is not None
    assert second is not None
    assert third is not None
    for lead in (first, second, third, third):
        working.record(lead, Channel.CALL, Outcome.SPOKE)
    working.take_back(working.lead(third).facts[-1])
    working.merge(second, third)
    working.merge(first, second)

    with read(path) as db:
        attempts = [row["lead"] for row in db.execute("select lead from v_attempts")]
        leads = [row["lead"] for row in db.execute("select lead from v_leads")]

    assert (attempts, leads) == ([first] * 3, [first])


@pytest.mark.parametrize("outcome", sorted({word for words in OUTCOMES.values() for word in words}))
def test_reached_means_what_the_attempt_says_of_itself(
    path: Path, working: Desk, outcome: Outcome
) -> None:
    channel = next(channel for channel in OUTCOMES if outcome in OUTCOMES[channel])
    lead = working.log_contact(a_request()).lead_id
    assert lead is not None
    attempt = working.record(lead, channel, outcome)

    with read(path) as db:
        (row,) = db.execute("select attempt, reached from v_attempts").fetchall()

    (logged,) = (fact for fact in working.lead(lead).facts if isinstance(fact, Attempt))
    assert attempt is not None
    assert tuple(row) == (logged.id, int(logged.reached))


def test_the_wall_clock_and_the_week_are_the_dealers_on_both_sides_of_a_change(
    path: Path, working: Desk, clock: FakeClock
) -> None:
    on_sunday_night = "2026-03-29 01:30", "2026-03-29 23:30", "2026-03-30 00:30"
    moments = (*on_sunday_night, "2027-01-03 23:30", "2027-01-07 09:00")
    for number, moment in enumerate(moments):
        clock.now = local(moment)
        lead = working.log_contact(
            a_request(phones=(), emails=(f"{number}@example.com",), asked_at=None)
        ).lead_id
        assert lead is not None
        working.record(lead, Channel.MAIL, Outcome.SENT)

    with read(path) as db:
        asked = db.execute("select asked_local, week from v_leads order by 1").fetchall()
        attempts = db.execute("select at_local from v_attempts order by 1").fetchall()
        mondays = [row[0] for row in db.execute("select monday from v_funnel order by 1")]

    assert [row[0] for row in asked] == [f"{moment}:00" for moment in moments]
    assert [row[1] for row in asked] == [
        "2026-W13",
        "2026-W13",
        "2026-W14",
        "2026-W53",
        "2027-W01",
    ]
    assert [row[0] for row in attempts] == [f"{moment}:00" for moment in moments]
    assert mondays == ["2026-03-23", "2026-03-30", "2026-12-28", "2027-01-04"]


def test_nothing_of_a_customer_can_be_read_and_a_forgotten_one_still_counts(
    path: Path, working: Desk
) -> None:
    asked = a_request(question="Bel Sanne", own_vehicle="Kever", kind=RequestKind.TEST_DRIVE)
    lead = working.log_contact(asked).lead_id
    assert lead is not None
    working.record(lead, Channel.CALL, Outcome.SPOKE, note="Sanne is jarig")

    before = everything(path)
    working.privacy.forget(working.privacy.customer(frozenset({asked.emails[0]})))
    after = everything(path)

    person = (asked.name, asked.phones[0].number, *asked.emails, asked.plate, asked.vehicle)
    assert not [word for word in (*person, "Sanne", "Kever") if word in before + after]
    assert before.replace("open", "") == after.replace("forgotten", "")


def everything(path: Path) -> str:
    with read(path) as db:
        texts = [f"select * from {view}" for view in VIEWS]  # noqa: S608 - our own names
        rows = [tuple(row) for text in texts for row in db.execute(text)]
    return repr(rows)


def test_a_file_that_has_no_clock_yet_gets_it_when_the_program_opens_it(
    path: Path, working: Desk
) -> None:
    working.log_contact(a_request())
    with closing(Store(path, FakeClock()())) as store, store.transaction():
        store.keep_clock([])
    by_utc = everything(path)

    working.plans.make_by("the usual rules")

    assert (by_utc.count("2026-03-02 09:00:00"), by_utc.count("2026-03-02 10:00:00")) == (1, 0)
    assert everything(path).count("2026-03-02 10:00:00") == 1
