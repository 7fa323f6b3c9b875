"""What a good server never does: no lead is lost, none comes twice, and nothing hangs."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.core.clock import utc_now
from assistant.folders import DataFolder
from assistant.intake.mailbox import Times
from assistant.intake.mailbox.position import Position, account_of, keep_position
from assistant.settings import MailboxSettings, Security
from assistant.start import open_office
from tests.services.conftest import Desk, a_mail
from tests.services.hostile_imap import (
    CAPABILITY,
    DONE,
    LOGIN,
    LOGOUT,
    SILENCE,
    HostileServer,
    Script,
    examine,
    fetch,
    search,
)

OPEN = (LOGIN, CAPABILITY, LOGOUT)
AT_ONCE_S = 5.0
SHORT_PAUSES = Times(first_pause=0.05)

Serve = Callable[..., MailboxSettings]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    office = open_office(DataFolder(tmp_path / "data"), utc_now)
    yield Desk(office, times=SHORT_PAUSES)
    office.close()


@pytest.fixture
def serve(desk: Desk) -> Iterator[Serve]:
    """Start a server that follows these scripts; return its mailbox."""
    servers: list[HostileServer] = []

    def start(*scripts: Script) -> MailboxSettings:
        server = HostileServer(*scripts)
        servers.append(server)
        return MailboxSettings(
            name="sales",
            host="127.0.0.1",
            user="sales",
            port=server.port,
            security=Security.PLAIN,
        )

    yield start
    for watch in desk.watches:
        watch.stop()
    for server in servers:
        server.stop()


def test_a_mail_announced_in_one_packet_with_the_idling_is_read_at_once(
    desk: Desk, serve: Serve
) -> None:
    mailbox = serve(
        [
            *OPEN,
            examine(),
            search(),
            ("IDLE", "+ idling\r\n* 1 EXISTS\r\n"),
            DONE,
            search(1),
            fetch(1, a_mail(1)),
            ("IDLE", SILENCE),
        ]
    )

    desk.watch(mailbox)

    desk.has(1, within=AT_ONCE_S)


@pytest.mark.parametrize(
    "fault",
    [
        pytest.param(("IDLE", None), id="the connection is closed"),
        pytest.param(("IDLE", "* BYE too many connections\r\n"), id="bye"),
        pytest.param(("IDLE", "{tag} NO not now\r\n"), id="no"),
        pytest.param(("IDLE", "\x00\xff nonsense\r\n"), id="nonsense"),
        pytest.param(("UID SEARCH", None), id="closed on a search"),
        pytest.param(("UID SEARCH", "* SEARCH one two\r\n{tag} OK\r\n"), id="no numbers"),
        pytest.param(("EXAMINE", None), id="closed on opening"),
        pytest.param(("LOGIN", None), id="closed on the log-in"),
    ],
)
def test_after_a_fault_the_mailbox_is_read_on(
    desk: Desk, serve: Serve, fault: tuple[str, str | None]
) -> None:
    mailbox = serve(
        [fault, *OPEN, examine(), search(), ("IDLE", "+ idling\r\n")],
        [*OPEN, examine(), search(1), fetch(1, a_mail(1)), ("IDLE", "+ idling\r\n")],
    )
    keep_position(
        desk.office.folder.mailboxes, mailbox, Position(account=account_of(mailbox), validity=1)
    )

    desk.watch(mailbox)

    desk.has(1, within=AT_ONCE_S)


def test_a_server_that_falls_silent_is_left_for_a_new_connection(desk: Desk, serve: Serve) -> None:
    desk.times = replace(SHORT_PAUSES, answer=0.3, idle=0.1)
    mailbox = serve(
        [*OPEN, examine(), search(), ("IDLE", "+ idling\r\n"), ("DONE", SILENCE)],
        [*OPEN, examine(), search(1), fetch(1, a_mail(1)), ("IDLE", "+ idling\r\n")],
    )

    desk.watch(mailbox)

    desk.has(1, within=AT_ONCE_S)


def test_who_is_refused_stays_away_longer(desk: Desk, serve: Serve) -> None:
    desk.times = replace(SHORT_PAUSES, refused_pause=3_600.0)
    mailbox = serve(
        [("LOGIN", "{tag} NO [AUTHENTICATIONFAILED] no\r\n"), CAPABILITY, LOGOUT],
        [*OPEN, examine(), search(1), fetch(1, a_mail(1)), ("IDLE", "+ idling\r\n")],
    )

    watch = desk.watch(mailbox)

    problem = desk.patience.until(lambda: watch.problem, "the refusal")
    assert "check name and password" in str(problem)
    desk.patience.always(lambda: desk.names() == [], "no second try", 0.5)


def test_a_server_without_idle_is_asked_again_and_again(desk: Desk, serve: Serve) -> None:
    desk.times = replace(SHORT_PAUSES, poll=0.1)
    plain = ("CAPABILITY", "* CAPABILITY IMAP4rev1\r\n{tag} OK done\r\n")
    mailbox = serve([LOGIN, plain, LOGOUT, examine(), search(), search(1), fetch(1, a_mail(1))])

    desk.watch(mailbox)

    desk.has(1, within=AT_ONCE_S)


def test_other_numbers_at_a_reconnect_give_no_lead_twice(desk: Desk, serve: Serve) -> None:
    mailbox = serve(
        [*OPEN, examine(1), search(1), fetch(1, a_mail(1)), ("IDLE", None)],
        [
            *OPEN,
            examine(2, next_uid=9),
            search(7, 8),
            search(7, 8),
            fetch(7, a_mail(1)),
            fetch(8, a_mail(2)),
            ("IDLE", "+ idling\r\n"),
        ],
    )

    desk.watch(mailbox)

    desk.has(1, 2, within=AT_ONCE_S)


def test_a_mail_that_cannot_be_decoded_holds_nothing_up(desk: Desk, serve: Serve) -> None:
    broken = (
        b"From: =?nonsense?x?\xff\xfe?=\r\nContent-Type: text/plain; charset=\x00\r\n\r\n\xff\x00"
    )
    mailbox = serve(
        [
            *OPEN,
            examine(),
            search(1, 2),
            fetch(1, broken, date="99-Foo-2026 99:99:99 +9999"),
            fetch(2, a_mail(2)),
            ("IDLE", "+ idling\r\n"),
        ]
    )

    desk.watch(mailbox)

    desk.has(2, within=AT_ONCE_S)


def test_a_date_in_the_future_counts_as_now(desk: Desk, serve: Serve) -> None:
    mailbox = serve(
        [
            *OPEN,
            examine(),
            search(1),
            fetch(1, a_mail(1), date=" 2-Mar-2126 10:00:00 +0100"),
            ("IDLE", "+ idling\r\n"),
        ]
    )

    desk.watch(mailbox)
    desk.has(1, within=AT_ONCE_S)

    (item,) = desk.office.desk.agenda()
    assert item.summary.asked_at <= utc_now()
