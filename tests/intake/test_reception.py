"""From the spool to leads at the desk, exactly once."""

import json
from datetime import timedelta
from itertools import count
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from assistant.core.errors import CouldNotError
from assistant.core.request import RequestKind
from assistant.desk import Desk, Result
from assistant.intake.reading import Dealer
from assistant.intake.reception import IncomingCall, Reception
from assistant.intake.spool import Kind, Message, Spool
from assistant.store.messages import MessageResult
from assistant.store.store import Store
from tests.conftest import FakeClock

LEAD = b'{"name": "Sanne", "phone": "06-12345678", "message": "Is hij er nog?"}'


@pytest.fixture
def spool(tmp_path: Path, clock: FakeClock) -> Spool:
    return Spool(tmp_path, clock)


@pytest.fixture
def reception(spool: Spool, desk: Desk, clock: FakeClock) -> Reception:
    dealer = Dealer(region="NL", zone=ZoneInfo("Europe/Amsterdam"))
    return Reception(spool, desk, dealer, clock, sources={"+31201234567": "Google Ads"})


def put(spool: Spool, clock: FakeClock, kind: Kind, content: bytes) -> None:
    spool.put(Message(kind=kind, name="a.json", arrived_at=clock.now, content=content))
    clock.advance(milliseconds=1)


def call(number: str, **said: str) -> bytes:
    return json.dumps({"number": number, **said}).encode()


def test_what_waits_becomes_leads_and_the_spool_is_empty(
    reception: Reception, spool: Spool, desk: Desk, clock: FakeClock
) -> None:
    put(spool, clock, Kind.FILE, LEAD)
    put(spool, clock, Kind.FILE, b"{}")
    put(spool, clock, Kind.MISSED_CALL, call("+31201112222", called="020-1234567"))

    received = reception.empty_spool()

    assert [taken.result for taken in received.taken] == [
        Result.NEW,
        Result.UNREADABLE,
        Result.NEW,
    ]
    assert spool.is_empty()
    assert {item.summary.source for item in desk.agenda()} >= {"Google Ads"}


def test_a_message_on_which_a_reader_fails_is_kept_and_holds_nothing_up(
    reception: Reception,
    spool: Spool,
    clock: FakeClock,
    store: Store,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(_message: Message) -> None:
        raise KeyError("a bug")

    put(spool, clock, Kind.FILE, LEAD)
    put(spool, clock, Kind.MISSED_CALL, call("+31201112222"))
    monkeypatch.setattr(reception, "read", fail)

    received = reception.empty_spool()

    assert [taken.result for taken in received.taken] == [Result.UNREADABLE, Result.NEW]
    assert spool.is_empty()
    (kept,) = store.messages.waiting(MessageResult.UNREADABLE)
    message = store.messages.one(kept.id)
    assert message is not None
    assert message.content == LEAD


def test_a_crash_before_the_spool_was_emptied_takes_nothing_in_twice(
    reception: Reception,
    spool: Spool,
    desk: Desk,
    clock: FakeClock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    put(spool, clock, Kind.FILE, LEAD)
    put(spool, clock, Kind.MISSED_CALL, call("+31201112222"))
    monkeypatch.setattr(spool, "done", lambda _message: None)  # killed just before

    reception.empty_spool()
    again = reception.empty_spool()

    assert {taken.result for taken in again.taken} == {Result.REPEAT}
    assert len(desk.agenda()) == 2


def test_while_the_database_refuses_the_message_waits(
    reception: Reception, spool: Spool, store: Store, desk: Desk, clock: FakeClock
) -> None:
    put(spool, clock, Kind.FILE, LEAD)
    store._db.execute("pragma query_only = on")

    with pytest.raises(CouldNotError, match="read-only"):
        reception.empty_spool()
    assert not spool.is_empty()

    store._db.execute("pragma query_only = off")
    reception.empty_spool()
    assert len(desk.agenda()) == 1


def test_when_it_is_enough_the_rest_is_left_for_the_next_look(
    reception: Reception, spool: Spool, clock: FakeClock
) -> None:
    for number in range(5):
        put(spool, clock, Kind.MISSED_CALL, call(f"+3120111222{number}"))

    def third() -> bool:
        return next(counted) % 3 == 0

    counted = count(1)

    assert len(reception.empty_spool(third).taken) == 3
    assert len(reception.empty_spool(third).taken) == 2


def test_a_missed_call_is_an_active_lead_with_a_number_alone(
    reception: Reception, spool: Spool, desk: Desk, clock: FakeClock
) -> None:
    put(spool, clock, Kind.MISSED_CALL, call("+31612345678"))

    (taken,) = reception.empty_spool().taken

    assert taken.lead_id is not None
    asked = desk.lead(taken.lead_id).course.request
    assert asked is not None
    assert (asked.kind, asked.name) == (RequestKind.MISSED_CALL, "")


@pytest.mark.parametrize("content", [b"", b"[]", b"no json", b'{"number": "anonymous"}'])
def test_a_missed_call_without_a_number_is_kept_for_a_person(
    reception: Reception, spool: Spool, desk: Desk, clock: FakeClock, content: bytes
) -> None:
    put(spool, clock, Kind.MISSED_CALL, content)

    (taken,) = reception.empty_spool().taken

    assert taken.result is Result.UNREADABLE
    assert len(desk.messages.unreadable()) == 1


def test_an_incoming_call_is_passed_on_while_somebody_is_on_the_line(
    reception: Reception, spool: Spool, clock: FakeClock
) -> None:
    put(spool, clock, Kind.INCOMING_CALL, call("+31612345678", called="+31201234567"))

    assert reception.empty_spool().calls == [IncomingCall("+31612345678", "+31201234567")]

    put(spool, clock, Kind.INCOMING_CALL, call("+31612345678"))
    clock.now += timedelta(minutes=2)
    assert reception.empty_spool().calls == []
    assert spool.is_empty()
