"""A mailbox on a real server: every mail is a lead once, at the time the server had it."""

import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from threading import Event

import pytest
from imap_tools.idle import IdleManager

from assistant.core.clock import utc_now
from assistant.intake.mailbox import Times, contact_of
from assistant.intake.mailbox.connection import connect
from assistant.intake.mailbox.idle import wait_for_mail
from assistant.settings import MailboxSettings
from tests.services.certificates import Authority
from tests.services.conftest import Desk, a_mail
from tests.services.dovecot import PASSWORD, Dovecot

PUSHED_WITHIN_S = 5.0


def test_a_mail_that_arrives_is_a_lead_at_once(
    server: Dovecot, mailbox: MailboxSettings, desk: Desk
) -> None:
    desk.watch_until_idle(mailbox)

    server.deliver(a_mail(1))

    desk.has(1, within=PUSHED_WITHIN_S)
    server.deliver(a_mail(2))
    desk.has(1, 2, within=PUSHED_WITHIN_S)


def test_a_mail_that_comes_while_the_server_answers_is_not_waited_for(
    server: Dovecot, mailbox: MailboxSettings, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Dovecot tells of it beside the answer to the search, and not again while idling."""
    reader = desk.reader(mailbox)
    with connect(mailbox, PASSWORD) as box:
        reader.open(box)
        server.deliver(a_mail(1))
        found = sum(reader.look(box))
        monkeypatch.delattr(IdleManager, "start")

        wait_for_mail(box, Event(), Times())

        assert found + sum(reader.look(box)) == 1
    desk.has(1)


def test_the_clock_starts_when_the_server_had_the_mail(
    server: Dovecot, mailbox: MailboxSettings, desk: Desk
) -> None:
    desk.watch_until_idle(mailbox).stop()
    before = utc_now() - timedelta(seconds=1)
    server.deliver(a_mail(1))
    after = utc_now()
    time.sleep(1.5)  # noqa: TID251 - the server's own times have whole seconds

    desk.watch(mailbox)
    desk.has(1)

    (item,) = desk.office.desk.agenda()
    assert before <= item.summary.asked_at <= after


def test_nothing_in_the_mailbox_is_touched(
    server: Dovecot, mailbox: MailboxSettings, desk: Desk
) -> None:
    desk.watch_until_idle(mailbox)
    server.deliver(a_mail(1))
    desk.has(1)

    (file,) = server.files()
    assert file.parent.name == "new" or file.name.endswith(":2,")


def test_only_mail_after_the_first_connection_is_read(
    server: Dovecot, mailbox: MailboxSettings, desk: Desk
) -> None:
    server.deliver(a_mail(1))

    desk.watch_until_idle(mailbox)
    server.deliver(a_mail(2))

    desk.has(2)


def test_older_mail_is_read_when_asked_for(
    server: Dovecot, mailbox: MailboxSettings, desk: Desk
) -> None:
    server.deliver(a_mail(1), a_mail(2))

    desk.watch(replace(mailbox, days_back=2))

    desk.has(1, 2)


def test_what_arrives_while_the_program_is_closed_comes_at_the_next_start(
    server: Dovecot, mailbox: MailboxSettings, desk: Desk
) -> None:
    desk.watch_until_idle(mailbox).stop()
    server.deliver(a_mail(1))

    desk.watch(mailbox)

    desk.has(1)


def test_a_server_that_is_killed_and_comes_back_costs_no_lead(
    server: Dovecot, mailbox: MailboxSettings, desk: Desk
) -> None:
    watch = desk.watch_until_idle(mailbox)
    server.deliver(a_mail(1))
    desk.has(1)

    server.kill()
    problem = desk.patience.until(lambda: watch.problem, "the fault to be told", 40)
    assert "does not answer" in str(problem)
    server.start()
    server.deliver(a_mail(2))

    desk.has(1, 2, within=30)
    desk.patience.until(lambda: watch.problem is None, "the fault to be over")


def test_numbers_that_start_anew_give_no_lead_twice(
    server: Dovecot, mailbox: MailboxSettings, desk: Desk
) -> None:
    desk.watch_until_idle(mailbox)
    server.deliver(a_mail(1), a_mail(2))
    desk.has(1, 2)

    server.forget_numbers()
    server.deliver(a_mail(3))

    desk.has(1, 2, 3, within=30)


def test_a_lost_place_gives_no_lead_twice(
    server: Dovecot, mailbox: MailboxSettings, desk: Desk
) -> None:
    again = replace(mailbox, days_back=2)
    server.deliver(a_mail(1))
    desk.watch(again)
    desk.has(1)
    desk.watches[0].stop()
    for file in desk.office.folder.mailboxes.iterdir():
        file.write_text("{")

    desk.watch(again)
    server.deliver(a_mail(2))

    desk.has(1, 2)


def test_a_mail_that_another_client_took_away_holds_nothing_up(
    server: Dovecot, mailbox: MailboxSettings, desk: Desk
) -> None:
    desk.watch_until_idle(mailbox)
    server.deliver(a_mail(1))
    desk.has(1)
    for file in server.files():
        file.unlink()
    server.deliver(a_mail(2))

    desk.has(1, 2)


def test_a_mailbox_that_another_client_empties_holds_nothing_up(
    server: Dovecot, mailbox: MailboxSettings, desk: Desk
) -> None:
    watch = desk.watch_until_idle(mailbox)
    server.deliver(*(a_mail(number) for number in range(1, 50)))
    server.empty()  # while they are read

    server.deliver(a_mail(50))

    desk.patience.until(lambda: "Klant 50" in desk.names(), "the mail after it")
    server.empty()
    server.deliver(a_mail(51))
    desk.patience.until(lambda: "Klant 51" in desk.names(), "the mail after it")
    names = desk.names()
    assert len(names) == len(set(names))
    assert watch.problem is None
    assert server.files()[1:] == []


def test_a_certificate_that_expires_meanwhile_is_told_until_there_is_a_new_one(
    server: Dovecot, mailbox: MailboxSettings, desk: Desk, authority: Authority
) -> None:
    desk.times = Times(answer=2, idle=1, first_pause=0.1, longest_pause=0.5)
    watch = desk.watch_until_idle(mailbox)
    server.kill()
    server.certify(authority.vouch(server.root, until=datetime(2024, 1, 1, tzinfo=UTC)))
    server.start()
    desk.patience.until(lambda: "expired" in str(watch.problem), "the fault to be told", 40)

    server.deliver(a_mail(1))
    assert desk.names() == []
    server.kill()
    server.certify(authority.vouch(server.root))
    server.start()

    desk.has(1)
    desk.patience.until(lambda: watch.problem is None, "the fault to be over")


def test_of_a_mail_of_twenty_megabytes_the_beginning_is_read(
    server: Dovecot, mailbox: MailboxSettings, desk: Desk
) -> None:
    desk.watch_until_idle(mailbox)

    server.deliver(a_mail(1, "x" * 76 + ("\n" + "y" * 76) * 270_000))

    desk.has(1, within=30)


def test_what_was_taken_is_marked_or_moved_when_asked_for(
    server: Dovecot, mailbox: MailboxSettings, desk: Desk
) -> None:
    desk.watch_until_idle(replace(mailbox, taken_keyword="Followup"))
    server.deliver(a_mail(1))
    desk.has(1)
    keywords = server.root / "mail" / mailbox.user / "dovecot-keywords"
    desk.patience.until(lambda: keywords.exists() and "Followup" in keywords.read_text(), "it")
    desk.watches[0].stop()

    desk.watch(replace(mailbox, taken_folder="Done"))
    server.deliver(a_mail(2))

    desk.has(1, 2)
    desk.patience.until(
        lambda: (len(server.files(".Done")), len(server.files())) == (1, 1), "the mail in Done"
    )


def test_two_mailboxes_are_read_at_once(
    server: Dovecot, mailbox: MailboxSettings, desk: Desk
) -> None:
    server.add_user("second@example.com")
    desk.watch_until_idle(mailbox)
    desk.watch_until_idle(replace(mailbox, name="second", user="second@example.com"))

    server.deliver(a_mail(1))
    server.deliver(a_mail(2), a_mail(1), to="second@example.com")

    desk.has(1, 2)


def test_when_it_was_last_heard_of_is_known_after_the_end(
    server: Dovecot, mailbox: MailboxSettings, desk: Desk
) -> None:
    desk.watch_until_idle(mailbox)
    server.deliver(a_mail(1))
    desk.has(1)
    desk.watches[0].stop()

    contact = contact_of(desk.office.folder.mailboxes, mailbox)

    assert contact.at is not None
    assert contact.message_at is not None
    assert utc_now() - contact.message_at < timedelta(minutes=1)
