"""Taking a person out of the database: who is whose, and what a wish leaves behind."""

from pathlib import Path

from assistant.core.facts import LeadId
from assistant.desk import Desk
from assistant.store.erasures import SWEPT
from assistant.store.store import Store
from tests.conftest import LAND_LINE, MOBILE, RULES, FakeClock, a_request

MAIL = "sanne.hoekstra@example.com"


NOBODY_STANDS_IN = {
    "clock_changes": {"since"},
    "_sqlite_migrations": {"migration_set", "name", "applied_at"},
    "desk": {"id", "since", "rules"},
    "messages": {"id", "desk", "arrived_at", "taken_at", "result"},
    "leads": {"id", "desk", "opened_at", "owner"},
    "facts": {
        *("id", "lead_id", "desk", "at", "by", "kind", "channel", "what", "moment", "reason"),
        *("refers_to", "other_lead", "recipient"),
    },
    "requests": {
        *("id", "message_id", "arrived_at", "clock_from", "kind", "door", "price", "asked_at"),
        *("wanted_at", "wants", "flags", "condition"),
    },
    "verdicts": {"message_id", "desk", "at", "by", "what"},
    "erasures": {"lead_id", "desk", "at", "by", "why"},
    "left_alone": {"hash", "since"},
    "hash_key": {"key"},
    "asked_before": {"lead_id", "since"},
    "cleaning": {"term_applied_at"},
    "answers": {"fact_id", "message_id"},
    "pledges": {"id", "desk", "at", "by", "week", "salesperson", "line"},
}
"""Columns that hold ids, moments, fixed words, hashes, a colleague's name or words on his work."""

EMPTIED = {"messages": {"identity", "name", "reason", "content"}}
THROWN_AWAY = {"outbox"}
DERIVED = {"summaries", "prompts", "identities", "milestones"}


def ask(desk: Desk, **changes: object) -> LeadId:
    lead = desk.log_contact(a_request(**changes)).lead_id
    assert lead is not None
    return lead


def test_a_circle_goes_from_lead_to_lead_and_ends(desk: Desk, store: Store) -> None:
    first = ask(desk, emails=())
    second = ask(desk, phones=(LAND_LINE,))
    desk.learn(second, phone=MOBILE)
    ask(desk, phones=(), emails=("els@example.com",))

    leads, identities = store.erasures.circle(frozenset({MAIL}))

    assert leads == {first, second}
    assert identities == {MAIL, MOBILE.key, LAND_LINE.key}


def test_who_is_unknown_is_alone(store: Store) -> None:
    assert store.erasures.circle(frozenset({MAIL})) == (frozenset(), frozenset({MAIL}))


def test_a_wish_is_kept_as_a_hash_that_another_database_does_not_make(
    tmp_path: Path, clock: FakeClock
) -> None:
    first, second = (Store(tmp_path / name, clock()) for name in ("a.db", "b.db"))
    for store in (first, second):
        with store.transaction():
            store.erasures.leave_alone([MAIL], clock())

    assert first.erasures.hash_of(MAIL) != second.erasures.hash_of(MAIL)
    assert first.erasures.left_alone_since([MAIL, "x"]) == clock()
    assert first.erasures.left_alone_since(["x"]) is None
    for store in (first, second):
        store.close()
    assert b"sanne" not in (tmp_path / "a.db").read_bytes()


def test_the_key_is_made_once(tmp_path: Path, clock: FakeClock) -> None:
    hashes = set()
    for _ in range(2):
        store = Store(tmp_path / "a.db", clock())
        with store.transaction():
            hashes.add(store.erasures.hash_of(MAIL))
        store.close()

    assert len(hashes) == 1


def test_the_first_wish_counts(store: Store, clock: FakeClock) -> None:
    first = clock()
    with store.transaction():
        store.erasures.leave_alone([MAIL], first)
        clock.advance(days=1)
        store.erasures.leave_alone([MAIL], clock())

    assert store.erasures.left_alone_since([MAIL]) == first


def test_cleaning_is_owed_from_an_erasure_until_it_is_done(store: Store, clock: FakeClock) -> None:
    desk = Desk(store, clock, RULES)
    ask(desk)
    owed = [store.term.owes_cleaning]

    desk.privacy.forget(desk.privacy.customer(frozenset({MAIL})))
    owed.append(store.term.owes_cleaning)
    assert desk.privacy.clean()
    owed.append(store.term.owes_cleaning)

    assert owed == [False, True, False]


def test_of_every_text_in_the_database_it_is_known_whether_a_person_stands_in_it(
    store: Store,
) -> None:
    """Who adds a column decides here what forgetting does with it."""
    tables = [
        row[0] for row in store._db.execute("select name from sqlite_master where type = 'table'")
    ]
    unknown = []
    for table in sorted({*tables} - DERIVED - THROWN_AWAY):
        decided = NOBODY_STANDS_IN.get(table, set()) | EMPTIED.get(table, set())
        decided |= set(SWEPT.get(table, ()))
        for column in store._db.execute(f"pragma table_info({table})"):
            is_text = column["type"].lower() in {"text", "blob", ""}
            if is_text and column["name"] not in decided:
                unknown.append(f"{table}.{column['name']}")

    assert unknown == []
