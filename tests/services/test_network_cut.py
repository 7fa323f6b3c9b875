"""The network is cut without a word: no lead is lost, none comes twice, and the state is told.

The watch waits shorter than usual here, and the cut is longer than all of its times together.
``CUT_S=600`` in the environment cuts for ten minutes and waits as the program does.
"""

import os
import socket
from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest

from assistant.core.clock import utc_now
from assistant.intake.mailbox import Times
from assistant.settings import MailboxSettings
from tests.journeys.packages import require
from tests.services.certificates import Authority
from tests.services.conftest import Desk, a_mail
from tests.services.dovecot import USER, Dovecot, dovecot
from tests.services.network import FarNetwork, far_network

REALLY_S = os.environ.get("CUT_S")
TIMES = (
    Times()
    if REALLY_S
    else Times(answer=1, idle=1, poll=1, keep_alive=1, first_pause=0.1, longest_pause=1)
)
LONGEST_TURN_S = TIMES.idle + 2 * TIMES.answer + 1.25 * TIMES.longest_pause + 5
"""From the moment of a fault until it is told, or from its end until mail is read again."""
CUT_S = float(REALLY_S or LONGEST_TURN_S)


@pytest.fixture
def network() -> Iterator[FarNetwork]:
    require("services")
    with far_network() as network:
        yield network


@pytest.fixture
def server(network: FarNetwork, authority: Authority) -> Iterator[Dovecot]:
    with dovecot(authority, network.where) as running:
        yield running


@pytest.fixture
def mailbox(server: Dovecot, authority: Authority) -> MailboxSettings:
    return MailboxSettings(
        name="sales", host=server.address, port=server.tls, user=USER, ca_file=str(authority.file)
    )


def asked(desk: Desk) -> dict[str, datetime]:
    """Return when each customer asked."""
    return {item.summary.name: item.summary.asked_at for item in desk.office.desk.agenda()}


def test_what_arrives_while_the_network_is_cut_comes_after_it(
    network: FarNetwork, server: Dovecot, mailbox: MailboxSettings, desk: Desk
) -> None:
    desk.times = TIMES
    watch = desk.watch_until_idle(mailbox)
    server.deliver(a_mail(1))
    desk.has(1)

    network.cut()
    before = utc_now() - timedelta(seconds=1)  # the server's own times have whole seconds
    server.deliver(a_mail(2), a_mail(3))
    after = utc_now()
    with pytest.raises(TimeoutError):
        socket.create_connection((server.address, server.tls), timeout=0.5)
    problem = desk.patience.until(lambda: watch.problem, "the cut to be told", LONGEST_TURN_S)
    assert str(problem) == f"{server.address}, port {server.tls}, does not answer."
    heard_at = watch.contact.at
    left = CUT_S - (utc_now() - before).total_seconds()
    desk.patience.always(lambda: watch.problem is not None, "the cut is told", left)
    server.deliver(a_mail(4))
    assert desk.names() == ["Klant 1"]
    assert watch.contact.at == heard_at
    network.join()

    desk.has(1, 2, 3, 4, within=LONGEST_TURN_S)
    desk.patience.until(lambda: watch.problem is None, "the cut to be over")
    assert before <= asked(desk)["Klant 2"] <= after
    assert before <= asked(desk)["Klant 3"] <= after
    server.deliver(a_mail(5))
    desk.has(1, 2, 3, 4, 5)
