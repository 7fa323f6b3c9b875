"""Sending from the outbox: one mail at a time, never twice, and nothing is lost by stopping."""

from collections.abc import Iterator
from datetime import timedelta
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from assistant.core.errors import CouldNotError, RefusedError
from assistant.core.facts import LeadId, Outcome
from assistant.core.request import Channel
from assistant.desk import OutboxMail, OutboxState
from assistant.outreach.delivery import BouncedError, DeferredError, RejectedError, UnsureError
from assistant.outreach.gate import Gate
from assistant.outreach.leaving import FIRST_PAUSE, Deliver
from assistant.store.store import Store
from assistant.ui.qt_desk import QtDesk
from assistant.ui.sending import REFUSED_PAUSE, Sending
from tests.conftest import FakeClock, a_request

SANNE = "sanne.hoekstra@example.com"


class Rig:
    """A desk that sends to a server that does what a test says."""

    def __init__(self, qt_desk: QtDesk, store: Store, qtbot: QtBot) -> None:
        self.desk, self._qt_desk, self._store, self._qtbot = qt_desk.desk, qt_desk, store, qtbot
        self.heard: list[str] = []
        self.error: Exception | None = None
        self.passes = False
        lead_id = self.desk.log_contact(a_request()).lead_id
        assert lead_id is not None
        self.lead_id: LeadId = lead_id
        self.sending = self.sender(self._deliver)

    def sender(self, deliver: Deliver) -> Sending:
        return Sending(self._qt_desk, deliver, spread=lambda: 1.0)

    def put(self) -> OutboxMail:
        number = len(self.desk.outgoing.waiting()) + len(self.heard)
        return self.desk.outgoing.put(
            self.lead_id,
            b"raw",
            message_id=f"<{number}@dealer.example>",
            recipient=SANNE,
            subject="x",
            hold=timedelta(0),
        )

    def send(self) -> None:
        with self._qtbot.waitSignal(self.sending.told):
            self.sending.look()

    def states(self) -> list[OutboxState]:
        return [mail.state for mail in self._store.outbox.standing(*OutboxState)]

    def _deliver(self, mail: OutboxMail, gate: Gate) -> None:
        self.heard.append(mail.message_id)
        if self.passes:
            gate.go_through()
        if self.error is not None:
            raise self.error


@pytest.fixture
def rig(qt_desk: QtDesk, store: Store, qtbot: QtBot) -> Iterator[Rig]:
    rig = Rig(qt_desk, store, qtbot)
    rig.sending.start()
    yield rig
    rig.sending.stop()


def test_mails_leave_one_after_the_other(rig: Rig) -> None:
    first, second = rig.put(), rig.put()

    rig.send()
    assert rig.states() == [OutboxState.SENT, OutboxState.WAITING]
    rig.send()

    assert rig.heard == [first.message_id, second.message_id]
    assert rig.states() == [OutboxState.SENT, OutboxState.SENT]


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (UnsureError("?"), OutboxState.UNSURE),
        (BouncedError("?"), OutboxState.BOUNCED),
        (RejectedError("?"), OutboxState.FAILED),
        (DeferredError("?"), OutboxState.WAITING),
        (CouldNotError("?"), OutboxState.WAITING),
        (RefusedError("?"), OutboxState.WAITING),
    ],
)
def test_each_end_leaves_a_mail_where_it_belongs(
    rig: Rig, error: Exception, expected: OutboxState
) -> None:
    rig.put()
    rig.error = error

    rig.send()

    assert rig.states() == [expected]


@pytest.mark.parametrize("error", [UnsureError("?"), RejectedError("?"), BouncedError("?")])
def test_what_may_have_left_or_never_will_is_not_tried_again(
    rig: Rig, clock: FakeClock, error: Exception
) -> None:
    rig.put()
    rig.error = error
    rig.send()

    clock.advance(days=1)
    rig.sending.look()

    assert len(rig.heard) == 1


@pytest.mark.parametrize(
    ("error", "pause"),
    [(CouldNotError("?"), FIRST_PAUSE), (RefusedError("?"), REFUSED_PAUSE)],
)
def test_a_server_that_is_away_is_left_alone_for_a_while_and_then_the_mail_leaves(
    rig: Rig, clock: FakeClock, error: Exception, pause: timedelta
) -> None:
    rig.put()
    rig.error = error
    rig.send()
    assert str(rig.sending.problem) == "?"
    rig.put()
    clock.advance(seconds=pause.total_seconds() - 1)
    rig.sending.look()
    assert len(rig.heard) == 1

    rig.error = None
    clock.advance(seconds=1)
    rig.send()

    assert OutboxState.SENT in rig.states()
    assert rig.sending.problem is None


def test_the_pauses_grow(rig: Rig, clock: FakeClock) -> None:
    rig.put()
    rig.error = CouldNotError("?")
    rig.send()
    clock.advance(seconds=FIRST_PAUSE.total_seconds())
    rig.send()
    clock.advance(seconds=FIRST_PAUSE.total_seconds())
    rig.sending.look()
    assert len(rig.heard) == 2

    clock.advance(seconds=FIRST_PAUSE.total_seconds())
    rig.send()

    assert len(rig.heard) == 3


def test_one_mail_that_is_put_off_keeps_no_other(rig: Rig) -> None:
    rig.put()
    rig.put()
    rig.error = DeferredError("?")
    rig.send()
    rig.error = None

    rig.send()

    assert rig.states() == [OutboxState.WAITING, OutboxState.SENT]


def test_a_bounce_is_on_the_lead(rig: Rig) -> None:
    rig.put()
    rig.desk.record(rig.lead_id, Channel.MAIL, Outcome.SENT)
    rig.error = BouncedError("?")

    rig.send()

    last = rig.desk.lead(rig.lead_id).course.last
    assert last is not None
    assert last.outcome is Outcome.BOUNCED


@pytest.mark.parametrize(
    ("passes", "expected"), [(False, OutboxState.WAITING), (True, OutboxState.UNSURE)]
)
def test_a_bug_is_asked_about_only_if_the_mail_may_have_left(
    rig: Rig, caplog: pytest.LogCaptureFixture, passes: bool, expected: OutboxState
) -> None:
    rig.put()
    rig.error, rig.passes = ValueError("bug"), passes

    rig.send()

    assert rig.states() == [expected]
    assert "a bug: a mail could not be sent" in caplog.text


@pytest.mark.parametrize(
    ("passes", "expected"), [(False, OutboxState.WAITING), (True, OutboxState.UNSURE)]
)
def test_stopping_in_the_middle_loses_nothing_and_sends_nothing_twice(
    rig: Rig, passes: bool, expected: OutboxState
) -> None:
    begun, is_closed = Event(), Event()

    def deliver(_mail: OutboxMail, gate: Gate) -> None:
        if passes:
            gate.go_through()
        begun.set()
        is_closed.wait(5)
        raise CouldNotError("cut")

    rig.put()
    sending = rig.sender(deliver)
    sending.start()
    sending.look()
    begun.wait(5)
    is_closed.set()

    sending.stop()

    assert rig.states() == [expected]


def test_what_was_being_sent_at_a_crash_is_asked_about_at_the_next_start(rig: Rig) -> None:
    rig.put()
    rig.desk.outgoing.begin_next()

    rig.sender(rig._deliver).start()
    rig.sending.look()

    assert rig.states() == [OutboxState.UNSURE]
    assert rig.heard == []


def test_a_clock_that_was_set_back_keeps_no_mail(rig: Rig, clock: FakeClock) -> None:
    rig.put()
    rig.error = CouldNotError("?")
    rig.send()
    rig.error = None

    clock.advance(days=-2)
    rig.send()

    assert rig.states() == [OutboxState.SENT]
