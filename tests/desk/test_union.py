"""Several desks' logs, read at once, come to what one desk would count that saw it all."""

import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings

from assistant.core.contact import Phone
from assistant.core.facts import AgreementKind, LeadId, Outcome
from assistant.core.figures import Choice, Part
from assistant.core.period import Period
from assistant.core.request import Channel, Request
from assistant.desk import Desk, NextStep
from assistant.desk.inspection import inspection
from assistant.desk.union import is_old, open_union
from assistant.reporting.sheet.daily import look_at_morning
from assistant.store import migrations
from assistant.store.store import Store
from tests.conftest import RULES, FakeClock, a_request, local
from tests.desk.test_derived import ACTIONS, act, move

YEAR = Period(first=local("2026-01-01 12:00").date(), last=local("2026-12-31 12:00").date())
Actions = list[tuple[str, int, int]]


def play(path: Path, start: FakeClock, actions: Actions, salesperson: str) -> None:
    """Let a desk work on a file from a moment on."""
    clock = FakeClock(start())
    with closing(Store(path, clock())) as store:
        desk = Desk(store, clock, RULES, salesperson=salesperson)
        for kind, choice, minutes in actions:
            clock.advance(minutes=minutes)
            if kind == "away":
                move(desk, choice)
            else:
                act(desk, clock, kind, choice)


def copied(path: Path, to: Path) -> Path:
    """Copy a log that nobody has open."""
    shutil.copyfile(path, to)
    return to


def one_that_saw_all(paths: Sequence[Path], into: Path, clock: FakeClock) -> Path:
    """Write all facts into one log, in their order, and derive everything anew."""
    rows: dict[str, tuple[object, ...]] = {}
    with closing(Store(into, clock())) as store:
        for path in paths:
            with closing(sqlite3.connect(path)) as other:
                for row in other.execute("select at, seq, * from facts"):
                    rows[row[3]] = row
                for table in ("leads", "requests", "asked_before"):
                    marks = ", ".join(
                        "?" * len(other.execute(f"pragma table_info({table})").fetchall())
                    )
                    found = other.execute(f"select * from {table}").fetchall()  # noqa: S608
                    store._db.execute("pragma foreign_keys = off")
                    store._db.executemany(f"insert or ignore into {table} values ({marks})", found)  # noqa: S608
        for number, row in enumerate(sorted(rows.values(), key=lambda row: (row[0], row[1])), 1):
            marks = ", ".join("?" * (len(row) - 2))
            store._db.execute(f"insert into facts values ({marks})", (number, *row[3:]))  # noqa: S608
        Desk(store, clock, RULES, salesperson="").plans.rebuild()
    return into


def damage(path: Path, part: str) -> Path:
    """Write rubbish over the first page of a table or an index."""
    with closing(sqlite3.connect(path)) as db:
        (page,) = db.execute("select rootpage from sqlite_master where name = ?", [part])
    content = bytearray(path.read_bytes())
    content[(page[0] - 1) * 4096 : page[0] * 4096] = b"\xff" * 4096
    path.write_bytes(content)
    return path


@settings(max_examples=30, deadline=None)
@given(ACTIONS, ACTIONS, ACTIONS, ACTIONS)
def test_the_union_counts_as_one_desk_that_saw_all_facts(
    before: Actions, first: Actions, second: Actions, alone: Actions
) -> None:
    with TemporaryDirectory() as name:
        folder, clock = Path(name), FakeClock()
        play(folder / "piet.db", clock, before, "Piet")
        old = copied(folder / "piet.db", folder / "old.db")
        els = copied(folder / "piet.db", folder / "els.db")
        later = FakeClock(clock() + timedelta(days=20))
        play(folder / "piet.db", later, first, "Piet")
        play(els, FakeClock(later() + timedelta(seconds=20)), second, "Els")
        play(folder / "jan.db", FakeClock(later() + timedelta(seconds=40)), alone, "Jan")
        paths = [old, folder / "jan.db", els, folder / "piet.db"]
        now = FakeClock(later() + timedelta(days=30))
        all_facts = one_that_saw_all(paths, folder / "all.db", now)

        with open_union(paths, now, RULES) as united, inspection(all_facts, now, RULES) as one:
            assert [copy.problem for copy in united.copies] == [None] * 4
            assert united.figures(YEAR, Choice()) == one.figures(YEAR, Choice())
            assert united.broken(YEAR, Choice()) == one.broken(YEAR, Choice())
            assert united.appointments(YEAR, Choice()) == one.appointments(YEAR, Choice())
            for part in Part:
                assert united.behind(part, YEAR, Choice()) == one.behind(part, YEAR, Choice())


@pytest.fixture
def piet(tmp_path: Path, clock: FakeClock) -> Iterator[Desk]:
    with closing(Store(tmp_path / "piet.db", clock())) as store:
        yield Desk(store, clock, RULES, salesperson="Piet")


@pytest.fixture
def els(tmp_path: Path, clock: FakeClock) -> Iterator[Desk]:
    with closing(Store(tmp_path / "els.db", clock())) as store:
        yield Desk(store, clock, RULES, salesperson="Els")


def asked(desk: Desk, request: Request) -> LeadId:
    lead = desk.log_contact(request).lead_id
    assert lead is not None
    return lead


def test_a_lead_handed_to_a_colleague_counts_once_at_the_sender_with_what_the_colleague_did(
    piet: Desk, els: Desk, tmp_path: Path, clock: FakeClock
) -> None:
    lead = asked(piet, a_request())
    clock.advance(hours=1)
    hers = asked(els, a_request(reference=f"followup:{lead}", source="Piet"))
    els.record(hers, Channel.CALL, Outcome.SPOKE)
    own = asked(els, a_request(phones=(Phone("+31612000000", mobile=True),), emails=()))

    with open_union([tmp_path / "els.db", tmp_path / "piet.db"], clock, RULES) as united:
        counts = united.figures(YEAR, Choice()).counts
        spoken = united.behind(Part.SPOKEN, YEAR, Choice())
        requests = united.behind(Part.REQUESTS, YEAR, Choice())

    assert (counts[Part.REQUESTS], counts[Part.SPOKEN], counts[Part.IN_TIME]) == (2, 1, 0)
    assert [(one.lead_id, one.owner) for one in spoken] == [(lead, "Piet")]
    assert {one.lead_id for one in requests} == {lead, own}


def test_a_morning_of_several_desks_is_that_of_one_that_saw_all(
    piet: Desk, els: Desk, tmp_path: Path, clock: FakeClock
) -> None:
    tomorrow = local("2026-03-03 14:00")
    comes = NextStep(kind=AgreementKind.APPOINTMENT, moment=tomorrow)
    his = asked(piet, a_request())
    both = asked(piet, a_request(phones=(), emails=("bas@example.com",)))
    piet._store._db.execute("pragma wal_checkpoint(truncate)")
    kim = copied(tmp_path / "piet.db", tmp_path / "kim.db")
    clock.advance(minutes=1)
    hers = asked(els, a_request(phones=(Phone("+31612000000", mobile=True),), emails=()))
    els.agree(hers, comes)
    piet.agree(his, comes)
    piet.record(both, Channel.MAIL, Outcome.SENT)
    clock.advance(minutes=1)
    with closing(Store(kim, clock())) as store:
        Desk(store, clock, RULES, salesperson="Kim").agree(both, comes)
    clock.now = local("2026-03-03 08:00")
    paths = [tmp_path / "piet.db", kim, tmp_path / "els.db"]
    all_facts = one_that_saw_all(paths, tmp_path / "all.db", clock)

    with open_union(paths, clock, RULES) as united, inspection(all_facts, clock, RULES) as one:
        morning, whole = (
            look_at_morning(each, tomorrow.date(), Choice(), RULES.hours) for each in (united, one)
        )

    assert morning == whole
    assert {booking.lead_id for _, booking in morning.appointments} == {his, both, hers}


def test_who_was_forgotten_on_one_desk_stands_nowhere_though_an_older_copy_names_him(
    piet: Desk, tmp_path: Path, clock: FakeClock
) -> None:
    lead = asked(piet, a_request())
    piet.record(lead, Channel.CALL, Outcome.SPOKE, note="Sanne belt terug")
    piet._store._db.execute("pragma wal_checkpoint(truncate)")
    old = copied(tmp_path / "piet.db", tmp_path / "old.db")
    piet.privacy.forget(piet.privacy.customer(frozenset(a_request().emails)))
    with closing(Store(old, clock())) as store:
        Desk(store, clock, RULES, salesperson="Els").record(lead, Channel.CALL, Outcome.BUSY)

    for paths in ([old, tmp_path / "piet.db"], [tmp_path / "piet.db", old]):
        with open_union(paths, clock, RULES) as united:
            (one,) = united.behind(Part.REQUESTS, YEAR, Choice())
            assert (one.name, one.phone, one.email) == ("", "", "")
            assert united.figures(YEAR, Choice()).counts[Part.SPOKEN] == 1


def test_who_was_forgotten_stands_nowhere_with_what_a_colleague_wrote_down_of_him_since(
    piet: Desk, tmp_path: Path, clock: FakeClock
) -> None:
    lead = asked(piet, a_request())
    piet._store._db.execute("pragma wal_checkpoint(truncate)")
    hers = copied(tmp_path / "piet.db", tmp_path / "hers.db")
    piet.record(lead, Channel.CALL, Outcome.BUSY)
    piet.privacy.forget(piet.privacy.customer_of(lead))
    tomorrow = local("2026-03-03 15:00")
    with closing(Store(hers, clock())) as store:
        els = Desk(store, clock, RULES, salesperson="Els")
        els.learn(lead, name="Kim de Wit", email="kim@example.com")
        els.agree(lead, NextStep(kind=AgreementKind.APPOINTMENT, moment=tomorrow, note="Kim belt"))

    with open_union([tmp_path / "piet.db", hers], clock, RULES) as united:
        (one,) = united.behind(Part.REQUESTS, YEAR, Choice())
        ((_, visit),) = united.appointments(YEAR, Choice())
        counts = united.figures(YEAR, Choice()).counts
        facts = sqlite3.connect(united._folded.made)
        with closing(facts):
            left = "".join(map(str, facts.execute("select note, details from facts")))

    assert (one.name, one.phone, one.email) == ("", "", "")
    assert (visit.name, visit.phone, visit.email) == ("", "", "")
    assert counts[Part.AGREED] == 1
    assert "Kim" not in left


def test_who_was_forgotten_by_the_sender_stands_nowhere_though_the_colleague_has_him_still(
    piet: Desk, els: Desk, tmp_path: Path, clock: FakeClock
) -> None:
    lead = asked(piet, a_request())
    hers = asked(els, a_request(reference=f"followup:{lead}", source="Piet"))
    els.record(hers, Channel.CALL, Outcome.SPOKE)
    piet.privacy.forget(piet.privacy.customer_of(lead))

    with open_union([tmp_path / "els.db", tmp_path / "piet.db"], clock, RULES) as united:
        (one,) = united.behind(Part.SPOKEN, YEAR, Choice())

    assert one.lead_id == lead
    assert (one.name, one.phone, one.email, one.vehicle, one.question) == ("", "", "", "", "")


def test_it_is_said_of_each_copy_whose_it_is_and_how_old(
    piet: Desk, els: Desk, tmp_path: Path, clock: FakeClock
) -> None:
    asked(piet, a_request())
    clock.advance(hours=23)
    asked(els, a_request())
    clock.advance(hours=2)

    with open_union([tmp_path / "piet.db", tmp_path / "els.db"], clock, RULES) as united:
        copies = united.copies

    assert [copy.salespeople for copy in copies] == [("Piet",), ("Els",)]
    assert [copy.desk for copy in copies] == [piet._store.desk, els._store.desk]
    assert [is_old(copy, clock()) for copy in copies] == [True, False]


def test_a_copy_of_saturday_evening_is_not_old_on_monday_morning_but_on_tuesday(
    piet: Desk, tmp_path: Path, clock: FakeClock
) -> None:
    clock.now = local("2026-03-07 16:50")
    asked(piet, a_request())

    with open_union([tmp_path / "piet.db"], clock, RULES) as united:
        (copy,) = united.copies

    assert not is_old(copy, local("2026-03-09 08:05"))
    assert is_old(copy, local("2026-03-10 08:05"))


def test_what_cannot_be_read_is_named_in_one_sentence_and_the_rest_counts(
    piet: Desk, tmp_path: Path, clock: FakeClock
) -> None:
    for number in range(200):
        asked(piet, a_request(phones=(), emails=(f"{number}@example.com",), question="?" * 900))
    piet._store._db.execute("pragma wal_checkpoint(truncate)")
    whole = (tmp_path / "piet.db").read_bytes()
    half, foreign, text = (tmp_path / f"{name}.db" for name in ("half", "foreign", "text"))
    half.write_bytes(whole[: len(whole) // 2])
    text.write_text("this is a letter, not a log" * 50)
    with closing(sqlite3.connect(foreign)) as db:
        db.execute("create table birds (name)")
    newer = copied(tmp_path / "piet.db", tmp_path / "newer.db")
    with closing(sqlite3.connect(newer)) as db, db:
        db.execute(
            f"update {migrations.TABLE} set name = 'm9999' where name like 'm0011%'"  # noqa: S608
        )
    (tmp_path / "empty").mkdir()
    paths = [half, foreign, text, newer, tmp_path / "empty", tmp_path / "piet.db"]

    with open_union(paths, clock, RULES) as united:
        said = [str(copy.problem or "") for copy in united.copies]
        counted = united.figures(YEAR, Choice()).counts[Part.REQUESTS]

    assert counted == 200
    assert [sentence.split(str(tmp_path))[0] for sentence in said] == [
        "The copy ",
        "The file ",
        "The file ",
        "The database ",
        "There is no data folder and no backup in ",
        "",
    ]
    assert said[0] == f"The copy {half} is damaged; ask for a new one."
    assert "newer version" in said[3]


def test_leads_that_two_copies_merged_either_way_round_are_one(
    piet: Desk, tmp_path: Path, clock: FakeClock
) -> None:
    first = asked(piet, a_request())
    second = asked(piet, a_request(phones=(), emails=("els@example.com",)))
    piet._store._db.execute("pragma wal_checkpoint(truncate)")
    other = copied(tmp_path / "piet.db", tmp_path / "other.db")
    clock.advance(minutes=1)
    with closing(Store(other, clock())) as store:
        Desk(store, clock, RULES, salesperson="Piet").merge(first, second)
    piet.merge(second, first)

    with open_union([tmp_path / "piet.db", other], clock, RULES) as united:
        behind = united.behind(Part.REQUESTS, YEAR, Choice())

    assert [lead.lead_id for lead in behind] == [min(first, second)]


@pytest.mark.parametrize("part", ["facts", "facts_by_lead", "facts_by_moment", "requests"])
def test_a_copy_that_proves_damaged_on_the_way_is_left_out_whole(
    piet: Desk, els: Desk, tmp_path: Path, clock: FakeClock, part: str
) -> None:
    asked(els, a_request())
    asked(piet, a_request())
    piet._store._db.execute("pragma wal_checkpoint(truncate)")
    damaged = damage(copied(tmp_path / "piet.db", tmp_path / "damaged.db"), part)

    with open_union([damaged, tmp_path / "els.db"], clock, RULES) as united:
        said = [str(copy.problem or "") for copy in united.copies]
        counted = united.figures(YEAR, Choice()).counts[Part.REQUESTS]

    assert (counted, said[1]) == (1, "")
    assert said[0] == f"The copy {damaged} is damaged; ask for a new one."


BEFORE_THE_VIEWS = """
    delete from _sqlite_migrations where name like 'm0013%';
    drop view v_leads; drop view v_attempts; drop view v_funnel;
    drop table clock_changes; drop index facts_attempts
"""


@pytest.mark.parametrize("older", ["delete from milestones", BEFORE_THE_VIEWS])
@pytest.mark.parametrize("part", ["facts", "desk", "requests"])
def test_a_damaged_copy_of_an_older_version_is_a_copy_too(
    piet: Desk, tmp_path: Path, clock: FakeClock, part: str, older: str
) -> None:
    asked(piet, a_request())
    piet._store._db.execute("pragma wal_checkpoint(truncate)")
    old = copied(tmp_path / "piet.db", tmp_path / "old.db")
    with closing(sqlite3.connect(old)) as db, db:
        db.executescript(older)
    damage(old, part)

    with open_union([old], clock, RULES) as united:
        (copy,) = united.copies

    assert str(copy.problem) == f"The copy {old} is damaged; ask for a new one."


def test_letters_that_are_none_are_damage(piet: Desk, tmp_path: Path, clock: FakeClock) -> None:
    asked(piet, a_request())
    piet._store._db.execute("pragma wal_checkpoint(truncate)")
    old = copied(tmp_path / "piet.db", tmp_path / "old.db")
    with closing(sqlite3.connect(old)) as db, db:
        db.execute("update leads set owner = cast(x'ff' as text)")

    with open_union([old], clock, RULES) as united:
        (copy,) = united.copies

    assert str(copy.problem) == f"The copy {old} is damaged; ask for a new one."


def test_a_copy_of_an_older_version_is_read_and_stays_as_it_is(
    piet: Desk, tmp_path: Path, clock: FakeClock
) -> None:
    asked(piet, a_request())
    piet._store._db.execute("pragma wal_checkpoint(truncate)")
    old = copied(tmp_path / "piet.db", tmp_path / "old.db")
    with closing(sqlite3.connect(old)) as db, db:
        db.execute("delete from milestones")
    before = old.read_bytes()

    with open_union([old], clock, RULES) as united:
        counted = united.figures(YEAR, Choice()).counts[Part.REQUESTS]

    assert (counted, old.read_bytes()) == (1, before)
