"""Sending where no desktop runs: by the same steps, and never twice."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from assistant.core.errors import AssistantError, CouldNotError
from assistant.core.facts import LeadId
from assistant.desk import Desk, OutboxMail, OutboxState
from assistant.outreach.delivery import DeferredError, RejectedError, UnsureError
from assistant.outreach.gate import Gate
from assistant.outreach.leaving import LONGEST_TRY, send_all
from assistant.store.store import Store
from tests.conftest import FakeClock, a_request


class Server:
    """Takes mails, or does what a test says."""

    def __init__(self, act: Callable[[Gate], None] = lambda _gate: None) -> None:
        self.heard: list[str] = []
        self._act = act

    def __call__(self, mail: OutboxMail, gate: Gate) -> None:
        self.heard.append(mail.message_id)
        self._act(gate)


@pytest.fixture
def lead(desk: Desk) -> LeadId:
    lead_id = desk.log_contact(a_request()).lead_id
    assert lead_id is not None
    for number in (1, 2):
        desk.outgoing.put(
            lead_id,
            b"raw",
            message_id=f"<{number}@dealer.example>",
            recipient="bdc@example.com",
            subject="x",
            hold=timedelta(0),
        )
    return lead_id


def states(store: Store) -> list[OutboxState]:
    return [mail.state for mail in store.outbox.standing(*OutboxState)]


@pytest.mark.usefixtures("lead")
def test_every_mail_leaves_once(desk: Desk, clock: FakeClock, store: Store) -> None:
    server = Server()

    assert send_all(desk.outgoing, server, clock) is None
    assert send_all(desk.outgoing, server, clock) is None

    assert server.heard == ["<1@dealer.example>", "<2@dealer.example>"]
    assert states(store) == [OutboxState.SENT] * 2


@pytest.mark.usefixtures("lead")
def test_a_server_that_is_away_is_asked_once_and_everything_waits(
    desk: Desk, clock: FakeClock, store: Store
) -> None:
    def away(_gate: Gate) -> None:
        raise CouldNotError("There is no server {host}.", host="smtp.example.com")

    server = Server(away)

    error = send_all(desk.outgoing, server, clock)

    assert str(error) == "There is no server smtp.example.com."
    assert (len(server.heard), states(store)) == (1, [OutboxState.WAITING] * 2)


@pytest.mark.usefixtures("lead")
@pytest.mark.parametrize(
    ("error", "state"),
    [
        (UnsureError("x"), OutboxState.UNSURE),
        (RejectedError("x"), OutboxState.FAILED),
        (DeferredError("x"), OutboxState.WAITING),
    ],
)
def test_trouble_with_one_mail_keeps_no_other(
    desk: Desk, clock: FakeClock, store: Store, error: AssistantError, state: OutboxState
) -> None:
    def troubled(_gate: Gate) -> None:
        raise error

    assert send_all(desk.outgoing, Server(troubled), clock) is None

    assert states(store) == [state] * 2


@pytest.mark.usefixtures("lead")
@pytest.mark.parametrize(
    ("passes", "state"), [(False, OutboxState.WAITING), (True, OutboxState.UNSURE)]
)
def test_who_breaks_it_off_leaves_nothing_in_between(
    desk: Desk, clock: FakeClock, store: Store, passes: bool, state: OutboxState
) -> None:
    def broken_off(gate: Gate) -> None:
        if passes:
            gate.go_through()
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        send_all(desk.outgoing, Server(broken_off), clock)

    assert states(store) == [state, OutboxState.WAITING]


@pytest.mark.usefixtures("lead")
def test_what_another_process_is_sending_is_left_to_it_until_that_must_be_dead(
    desk: Desk, clock: FakeClock, store: Store
) -> None:
    desk.outgoing.begin_next()
    server = Server()

    send_all(desk.outgoing, server, clock)
    assert (server.heard, states(store)[0]) == (["<2@dealer.example>"], OutboxState.SENDING)
    clock.advance(seconds=LONGEST_TRY.total_seconds() + 1)
    send_all(desk.outgoing, server, clock)

    assert (len(server.heard), states(store)[0]) == (1, OutboxState.UNSURE)
