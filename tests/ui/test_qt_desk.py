"""The desk with signals: it rings once, tells the truth after sleep, and never hangs."""

import json
import threading
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from assistant.core.errors import AssistantError
from assistant.core.facts import AgreementKind, LaterReason, LeadId, Outcome
from assistant.core.request import Channel
from assistant.core.summary import AgendaItem
from assistant.desk import Desk, NextStep
from assistant.intake.reception import OwnCall
from assistant.intake.spool import Kind, Message, Spool
from assistant.store.store import Store
from assistant.ui import qt_desk as qt_desk_module
from assistant.ui.qt_desk import QtDesk
from tests.conftest import FakeClock, a_request, local


@pytest.fixture
def rung(qt_desk: QtDesk) -> list[str]:
    """Collect the names of the leads that rang, in order."""
    names: list[str] = []

    def collect(items: list[AgendaItem]) -> None:
        names.extend(item.summary.name for item in items)

    qt_desk.rang.connect(collect)
    return names


def new_lead(qt_desk: QtDesk, name: str = "Sanne", **changes: object) -> LeadId:
    request = a_request(name=name, phones=(), emails=(f"{name}@example.com",), **changes)
    taken = qt_desk.step(lambda: qt_desk.desk.log_contact(request))
    assert taken is not None
    assert taken.lead_id is not None
    return taken.lead_id


def test_a_lead_rings_once_each_time_it_falls_due(
    qt_desk: QtDesk, clock: FakeClock, rung: list[str]
) -> None:
    lead = new_lead(qt_desk)
    for _ in range(3):
        qt_desk.look()
    assert rung == ["Sanne"]

    qt_desk.step(lambda: qt_desk.desk.record(lead, Channel.MAIL, Outcome.SENT))
    clock.advance(minutes=29)
    qt_desk.look()
    assert rung == ["Sanne"]
    clock.advance(minutes=1)
    qt_desk.look()
    assert rung == ["Sanne", "Sanne"]


def test_a_lead_of_the_night_rings_at_opening(
    qt_desk: QtDesk, clock: FakeClock, rung: list[str]
) -> None:
    clock.now = local("2026-03-01 20:00")
    new_lead(qt_desk)
    qt_desk.look()
    assert rung == []

    clock.now = local("2026-03-02 09:00")
    qt_desk.look()
    assert rung == ["Sanne"]


def test_what_fell_due_during_sleep_rings_at_once_and_together(
    qt_desk: QtDesk, clock: FakeClock, qtbot: QtBot
) -> None:
    leads = [new_lead(qt_desk, f"klant{number}") for number in range(3)]
    for lead in leads:
        qt_desk.step(partial(qt_desk.desk.record, lead, Channel.MAIL, Outcome.SENT))
    qt_desk.look()

    clock.advance(hours=9)  # the lid was closed
    with qtbot.waitSignal(qt_desk.rang) as rang:
        qt_desk.look()

    assert len(rang.args[0]) == 3


def test_a_lead_that_arrived_rings_on_when_the_clock_is_set_back(
    qt_desk: QtDesk, clock: FakeClock, rung: list[str]
) -> None:
    lead = new_lead(qt_desk)
    for back in (timedelta(seconds=30), timedelta(hours=2)):
        clock.now -= back
        qt_desk.look()
        assert qt_desk.rings(lead)
    assert rung == ["Sanne"]


def test_a_clock_set_back_is_noticed(qt_desk: QtDesk, clock: FakeClock, qtbot: QtBot) -> None:
    new_lead(qt_desk)
    qt_desk.look()

    clock.advance(hours=-2)
    with qtbot.waitSignal(qt_desk.changed):
        qt_desk.look()


def test_nothing_is_read_while_nothing_changes(qt_desk: QtDesk, qtbot: QtBot) -> None:
    new_lead(qt_desk)
    qt_desk.look()

    with qtbot.assertNotEmitted(qt_desk.changed):
        qt_desk.look()


def test_later_quiets_a_lead_and_brings_it_back(
    qt_desk: QtDesk, clock: FakeClock, rung: list[str]
) -> None:
    lead = new_lead(qt_desk)
    until = clock.now + timedelta(minutes=5)
    qt_desk.step(lambda: qt_desk.desk.postpone(lead, until, LaterReason.WITH_CUSTOMER))
    assert qt_desk.ringing() == []

    clock.advance(minutes=5)
    qt_desk.look()
    assert [item.summary.lead_id for item in qt_desk.ringing()] == [lead]
    assert rung == ["Sanne", "Sanne"]


def test_what_another_process_stored_is_noticed(
    qt_desk: QtDesk, store: Store, clock: FakeClock, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    qt_desk.look()
    Desk(store, clock, qt_desk.desk.rules).log_contact(a_request())
    monkeypatch.setattr(qt_desk, "_data_version", lambda: 99)

    with qtbot.waitSignal(qt_desk.rang):
        qt_desk.look()


def test_a_refusal_is_told_and_nothing_breaks(qt_desk: QtDesk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(qt_desk.refused) as refused:
        done = qt_desk.step(lambda: qt_desk.desk.lead(LeadId("nobody")))

    assert done is None
    assert isinstance(refused.args[0], AssistantError)


def test_an_arrival_on_another_thread_is_taken_in_on_this_one(
    qt_desk: QtDesk, qtbot: QtBot
) -> None:
    from PySide6.QtCore import QObject, Signal  # noqa: PLC0415 - a carrier for this test alone

    class Carrier(QObject):
        arrived = Signal()

    carrier, seen = Carrier(), []
    carrier.arrived.connect(qt_desk.receive)
    qt_desk.beat.connect(lambda: seen.append(threading.current_thread()))
    thread = threading.Thread(target=carrier.arrived.emit)
    thread.start()
    thread.join()
    qtbot.wait(1)

    qt_desk.look()
    assert seen == [threading.main_thread()]


def test_the_heartbeat_looks_by_itself(qt_desk: QtDesk, qtbot: QtBot) -> None:
    with qtbot.waitSignals([qt_desk.beat, qt_desk.beat], timeout=5_000):
        qt_desk.start()
    qt_desk.stop()


def put_calls(spool: Spool, clock: FakeClock, count: int) -> None:
    """Let so many customers call and be missed."""
    for number in range(count):
        said = json.dumps({"number": f"+3161{number:07}"}).encode()
        spool.put(Message(kind=Kind.MISSED_CALL, name="", arrived_at=clock(), content=said))
        clock.advance(milliseconds=1)


def test_between_many_messages_the_windows_may_draw(
    qt_desk: QtDesk, clock: FakeClock, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(qt_desk_module, "SLICE_MS", 0)
    put_calls(qt_desk._spool, clock, 20)
    told: list[int] = []
    qt_desk.changed.connect(lambda: told.append(len(qt_desk.agenda)))

    qt_desk.receive()

    assert len(qt_desk.desk.agenda()) == 1
    qtbot.waitUntil(lambda: told == [1])
    qtbot.waitUntil(lambda: len(qt_desk.agenda) == 20)
    assert len(told) < 20


def test_of_very_many_leads_the_first_are_held_and_the_others_counted(
    qt_desk: QtDesk, clock: FakeClock, monkeypatch: pytest.MonkeyPatch, rung: list[str]
) -> None:
    monkeypatch.setattr(qt_desk_module, "MOST_HELD", 3)
    leads = [new_lead(qt_desk, f"klant{number}") for number in range(3)]
    assert (len(qt_desk.agenda), qt_desk.beyond) == (3, 0)
    clock.advance(minutes=1)
    leads += [new_lead(qt_desk, f"klant{number}") for number in (3, 4)]

    assert qt_desk.is_full
    assert [item.summary.lead_id for item in qt_desk.agenda] == [
        item.summary.lead_id for item in qt_desk.desk.agenda()[:3]
    ]
    assert len(qt_desk.ringing()) + qt_desk.beyond == 5
    for lead in leads[:3]:
        qt_desk.step(partial(qt_desk.desk.record, lead, Channel.CALL, Outcome.WRONG_NUMBER))
    assert not {"klant3", "klant4"} - set(rung)


def test_a_lead_that_is_not_held_comes_forward_at_its_moment(
    qt_desk: QtDesk,
    clock: FakeClock,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    rung: list[str],
) -> None:
    monkeypatch.setattr(qt_desk_module, "MOST_HELD", 2)
    later = new_lead(qt_desk, "later")
    until = clock.now + timedelta(minutes=30)
    step = NextStep(kind=AgreementKind.CALL_BACK, moment=until)
    qt_desk.step(lambda: qt_desk.desk.agree(later, step))
    for number in range(3):
        new_lead(qt_desk, f"klant{number}")
    clock.advance(minutes=5)
    qt_desk.look()
    assert not qt_desk.rings(later)

    clock.now = until
    qt_desk.look()

    qtbot.waitUntil(lambda: qt_desk.rings(later))
    assert rung[-1] == "later"


def test_what_is_told_of_our_own_call_is_passed_on(
    qt_desk: QtDesk, tmp_path: Path, clock: FakeClock, qtbot: QtBot
) -> None:
    kinds = (Kind.OWN_CALL_ANSWERED, Kind.OWN_CALL_ENDED)
    for kind, content in zip(kinds, (b'{"number": "+31612345678"}', b"no JSON"), strict=True):
        Spool(tmp_path / "spool", clock).put(
            Message(kind=kind, name="", arrived_at=clock(), content=content)
        )
    heard: list[OwnCall] = []
    qt_desk.own_call_told.connect(heard.append)

    qt_desk.look()

    qtbot.waitUntil(lambda: len(heard) == 2)
    assert OwnCall("+31612345678", clock(), is_over=False) in heard
    assert OwnCall("", clock(), is_over=True) in heard
