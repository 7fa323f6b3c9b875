"""A backup comes back, and what happened since to persons and mails holds in it too."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from assistant.core.contact import Phone
from assistant.core.errors import CouldNotError, WrongCallError
from assistant.core.facts import AgreementKind, LeadId, LostReason, Outcome
from assistant.core.privacy import CallNote
from assistant.core.request import Channel, Door, Request, RequestKind, Unreadable
from assistant.desk import Arrival, Desk, NextStep
from assistant.desk.backups import Restored, back_up, restore
from assistant.store import migrations
from assistant.store.outbox import OutboxMail, OutboxState
from assistant.store.store import Store
from tests.conftest import MONDAY_TEN, RULES, FakeClock, a_request

SANNE = "sanne.hoekstra@example.com"
ELS = a_request(
    name="Els Bakker", phones=(Phone("+31687654321", mobile=True),), emails=("els@example.com",)
)
DAY = MONDAY_TEN.date()


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "data" / "followup.db"


@pytest.fixture
def backup(tmp_path: Path) -> Path:
    return tmp_path / "backup.db"


@contextmanager
def opened(log: Path, clock: FakeClock) -> Iterator[Desk]:
    log.parent.mkdir(exist_ok=True)
    with closing(Store(log, clock())) as store:
        yield Desk(store, clock, RULES, salesperson="Piet")


def ask(desk: Desk, request: Request) -> LeadId:
    lead = desk.log_contact(request).lead_id
    assert lead is not None
    return lead


def put_back(log: Path, backup: Path, clock: FakeClock) -> Restored:
    log.parent.mkdir(exist_ok=True)
    return restore(log, backup, clock, RULES, "Piet")


def names(log: Path, clock: FakeClock) -> set[str]:
    with opened(log, clock) as desk:
        return {item.summary.name for item in desk.agenda()}


def beside(log: Path) -> set[Path]:
    """Return what lies in the data folder beside the log and what SQLite keeps with it."""
    return {each for each in log.parent.iterdir() if not each.name.startswith(log.name)}


def mail(desk: Desk, lead: LeadId, number: int) -> OutboxMail:
    return desk.outgoing.put(
        lead,
        b"Dag",
        message_id=f"<{number}@example.com>",
        recipient=SANNE,
        subject="Uw vraag",
        hold=timedelta(0),
    )


def test_the_log_is_again_as_it_was_then_and_what_came_since_is_kept_beside_it(
    log: Path, backup: Path, clock: FakeClock
) -> None:
    with opened(log, clock) as desk:
        lead = ask(desk, a_request())
        assert back_up(log, backup, DAY) == (backup, back_up(log, backup, DAY)[1])
        desk.record(lead, Channel.CALL, Outcome.BUSY)
        ask(desk, ELS)

    done = put_back(log, backup, clock)

    assert names(log, clock) == {"Sanne Hoekstra"}
    assert (done.amount.leads, done.amount.facts, done.newest) == (1, 1, MONDAY_TEN)
    assert done.kept == log.with_name("followup-before-restore-2026-03-02-100000.db")
    assert names(done.kept, clock) == {"Sanne Hoekstra", "Els Bakker"}
    with opened(log, clock) as desk:
        desk.plans.rebuild()
    assert names(log, clock) == {"Sanne Hoekstra"}


def test_two_restores_at_one_moment_keep_both_logs(
    log: Path, backup: Path, clock: FakeClock
) -> None:
    with opened(log, clock) as desk:
        ask(desk, a_request())
    back_up(log, backup, DAY)

    kept = {put_back(log, backup, clock).kept for _ in range(3)}

    assert len(kept) == 3
    assert beside(log) == kept


def test_the_log_that_was_kept_comes_back_likewise(
    log: Path, backup: Path, clock: FakeClock
) -> None:
    with opened(log, clock) as desk:
        ask(desk, a_request())
        back_up(log, backup, DAY)
        ask(desk, ELS)
    kept = put_back(log, backup, clock).kept
    assert kept is not None

    put_back(log, kept, clock)

    assert names(log, clock) == {"Sanne Hoekstra", "Els Bakker"}


def test_a_new_computer_gets_the_log_of_the_old_one(
    log: Path, backup: Path, tmp_path: Path, clock: FakeClock
) -> None:
    with opened(log, clock) as desk:
        ask(desk, a_request())
    back_up(log, backup, DAY)
    elsewhere = tmp_path / "new" / "followup.db"

    done = put_back(elsewhere, backup, clock)

    assert done.kept is None
    assert names(elsewhere, clock) == {"Sanne Hoekstra"}


def test_who_was_forgotten_since_is_nowhere_in_the_log_that_came_back(
    log: Path, backup: Path, clock: FakeClock
) -> None:
    with opened(log, clock) as desk:
        other = ask(desk, ELS)
        lead = ask(desk, a_request())
        desk.record(other, Channel.CALL, Outcome.BUSY, note=f"her friend is {SANNE}")
        letter = Arrival(
            identity="sha256:1",
            name="hoekstra.eml",
            arrived_at=clock(),
            content=b"From: sanne.hoekstra@example.com\n\nhoi",
            readings=(Unreadable("nobody knows"),),
        )
        desk.take_in(letter)
        back_up(log, backup, DAY)
        (message,) = desk.privacy.kept_messages()
        customer = desk.privacy.customer(frozenset({SANNE}))
        desk.privacy.forget(customer, [message])

    done = put_back(log, backup, clock)

    assert (done.leads, done.messages, done.is_told) == (1, 1, True)
    assert names(log, clock) == {"Els Bakker"}
    with opened(log, clock) as desk:
        assert desk.lead(lead).course.forgotten_at is not None
        assert desk.messages.unreadable() == []
        assert desk.take_in(letter)[0].result == "repeat"
    assert b"hoekstra" not in log.read_bytes().lower()
    assert not (log.parent / "restoring").exists()
    assert put_back(log, backup, clock).leads == 1  # what was known of him went with it


def test_who_went_past_the_term_since_is_forgotten_again(
    log: Path, backup: Path, clock: FakeClock
) -> None:
    with opened(log, clock) as desk:
        first, second = ask(desk, a_request()), ask(desk, a_request(door=Door.PHONE))
        joined = ask(desk, ELS)
        desk.agree(joined, NextStep(kind=AgreementKind.LOST, reason=LostReason.PRICE))
        back_up(log, backup, DAY)
        desk.privacy.erase_past(joined)

    done = put_back(log, backup, clock)

    assert first == second
    assert done.leads == 1
    assert b"bakker" not in log.read_bytes().lower()
    with closing(sqlite3.connect(log)) as db:
        assert db.execute("select why from erasures").fetchall() == [("term",)]
        assert db.execute("select is_owed from cleaning").fetchone() == (0,)


def test_who_came_and_was_forgotten_since_is_not_taken_in_by_the_same_mail(
    log: Path, backup: Path, clock: FakeClock
) -> None:
    came = Arrival(
        identity="<1@example.com>",
        name="1.eml",
        arrived_at=clock(),
        content=b"hoi",
        readings=(a_request(),),
    )
    with opened(log, clock) as desk:
        ask(desk, ELS)
        back_up(log, backup, DAY)
        desk.take_in(came)
        desk.privacy.forget(desk.privacy.customer(frozenset({SANNE})))

    put_back(log, backup, clock)

    with opened(log, clock) as desk:
        assert [taken.result for taken in desk.take_in(came)] == ["repeat"]


def test_a_wish_to_be_left_alone_that_outlived_its_customer_outlives_the_restore(
    log: Path, backup: Path, tmp_path: Path, clock: FakeClock
) -> None:
    def leave_alone(desk: Desk, request: Request) -> None:
        desk.privacy.leave_alone(ask(desk, request))
        desk.privacy.forget(desk.privacy.customer(request.identities))

    with opened(tmp_path / "other" / "followup.db", clock) as desk:
        leave_alone(desk, ELS)  # by another key
    back_up(tmp_path / "other" / "followup.db", backup, DAY)
    with opened(log, clock) as desk:
        leave_alone(desk, a_request())

    put_back(log, backup, clock)

    with opened(log, clock) as desk:
        for request in (a_request(), ELS):
            listed = a_request(
                kind=RequestKind.PASSIVE, name=request.name, phones=request.phones, emails=()
            )
            ask(desk, listed)
        assert [lead.call_note for lead in desk.handed_over()] == [CallNote.LEFT_ALONE] * 2


def test_a_mail_that_left_since_is_not_sent_again(
    log: Path, backup: Path, clock: FakeClock
) -> None:
    with opened(log, clock) as desk:
        lead = ask(desk, a_request())
        left, waits, lost = (mail(desk, lead, number) for number in range(3))
        back_up(log, backup, DAY)
        begun = desk.outgoing.begin_next()
        assert begun is not None
        assert begun.id == left.id
        desk.outgoing.gone(left.id)
        desk.outgoing.begin_next()
        desk.outgoing.later(waits.id, clock())
        desk.outgoing.unsure(lost.id)

    done = put_back(log, backup, clock)

    with opened(log, clock) as desk:
        assert [each.id for each in desk.outgoing.waiting()] == [waits.id]
        assert [each.id for each in desk.outgoing.asking()] == [lost.id]
        assert desk.outgoing.counts().last_sent_at is not None
    assert done.mails == 1


def test_where_nobody_can_say_what_left_since_a_person_is_asked(
    log: Path, backup: Path, clock: FakeClock
) -> None:
    with opened(log, clock) as desk:
        mail(desk, ask(desk, a_request()), 1)
    back_up(log, backup, DAY)
    log.write_bytes(b"a letter " * 1_000)

    done = put_back(log, backup, clock)

    assert (done.is_told, done.mails) == (False, 1)
    with opened(log, clock) as desk:
        assert [each.state for each in desk.outgoing.asking()] == [OutboxState.UNSURE]


def test_a_log_of_before_anybody_could_be_forgotten_gives_way(
    log: Path, backup: Path, clock: FakeClock
) -> None:
    with opened(log, clock) as desk:
        ask(desk, a_request())
    back_up(log, backup, DAY)
    with closing(sqlite3.connect(log)) as db:
        for table in ("erasures", "outbox", "left_alone", "hash_key"):
            db.execute(f"drop table {table}")

    assert put_back(log, backup, clock).is_told
    assert names(log, clock) == {"Sanne Hoekstra"}


def test_a_backup_of_an_older_version_is_brought_up_to_date(
    log: Path, backup: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(log, clock) as desk:
        ask(desk, a_request())
    back_up(log, backup, DAY)
    monkeypatch.setitem(migrations.STEPS, "m9999_next", "create table next (id text)")

    put_back(log, backup, clock)

    with closing(sqlite3.connect(log)) as db:
        assert db.execute("select * from next").fetchall() == []
    assert names(log, clock) == {"Sanne Hoekstra"}
    assert [each.name for each in beside(log)] == ["followup-before-restore-2026-03-02-100000.db"]


def test_a_backup_of_a_newer_version_is_refused_and_nothing_changes(
    log: Path, backup: Path, clock: FakeClock
) -> None:
    with opened(log, clock) as desk:
        ask(desk, a_request())
    back_up(log, backup, DAY)
    with closing(sqlite3.connect(backup)) as db:
        db.execute("insert into _sqlite_migrations values (99, 'assistant', 'm9999_next', '')")
        db.commit()
    before = log.read_bytes()

    with pytest.raises(CouldNotError, match=r"newer version of this program \(m9999_next\)"):
        put_back(log, backup, clock)

    assert log.read_bytes() == before
    assert beside(log) == set()


def test_a_damaged_backup_is_refused_and_nothing_changes(
    log: Path, backup: Path, clock: FakeClock
) -> None:
    with opened(log, clock) as desk:
        ask(desk, a_request())
    back_up(log, backup, DAY)
    content = backup.read_bytes()
    backup.write_bytes(content[: len(content) // 2])
    before = log.read_bytes()

    with pytest.raises(CouldNotError, match="is damaged"):
        put_back(log, backup, clock)

    assert log.read_bytes() == before
    assert beside(log) == set()


def test_in_a_folder_a_backup_is_named_after_the_day_and_the_desk(
    log: Path, tmp_path: Path, clock: FakeClock
) -> None:
    with opened(log, clock):
        pass
    with closing(Store(log, clock())) as store:
        desk = store.desk
    place = tmp_path / "copies"
    place.mkdir()

    path, _ = back_up(log, place, DAY)
    again, _ = back_up(log, place, DAY)

    assert path == again == place / f"followup-2026-03-02-{desk[:4]}.db"
    assert list(place.iterdir()) == [path]


def test_what_is_no_backup_of_this_desk_is_not_written_over(
    log: Path, tmp_path: Path, clock: FakeClock
) -> None:
    for each in (log, tmp_path / "other" / "followup.db"):
        with opened(each, clock):
            pass
    theirs, letter, link = (tmp_path / name for name in ("theirs.db", "letter.txt", "link.db"))
    back_up(tmp_path / "other" / "followup.db", theirs, DAY)
    letter.write_text("Dag")
    link.symlink_to(log)
    before = {path: path.read_bytes() for path in (theirs, letter, log)}

    for path in (theirs, letter, log, link, log.with_name("followup.db-wal")):
        with pytest.raises(WrongCallError, match="name another file"):
            back_up(log, path, DAY)

    assert {path: path.read_bytes() for path in before} == before
    assert not log.with_name("followup.db-wal").exists()  # a reader leaves nothing


def test_a_log_is_not_restored_from_itself(log: Path, clock: FakeClock) -> None:
    with opened(log, clock):
        pass

    with pytest.raises(WrongCallError, match="is the log itself"):
        put_back(log, log, clock)


def test_what_a_restore_that_was_killed_left_lying_goes_with_the_next(
    log: Path, backup: Path, clock: FakeClock
) -> None:
    with opened(log, clock):
        pass
    back_up(log, backup, DAY)
    left = log.parent / "restoring"
    left.mkdir()
    shutil.copyfile(backup, left / "followup.db")

    put_back(log, backup, clock)

    assert not left.exists()
