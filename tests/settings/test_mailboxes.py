"""Mailboxes in the settings file: read whole or named, written without touching the rest."""

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.settings import (
    MailboxSettings,
    Problem,
    Security,
    SignIn,
    drop_mailbox,
    keep_mailbox,
    load,
    write_defaults,
)

SALES = MailboxSettings(name="sales", host="imap.example.com", user="sales@example.com")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "settings.toml"
    write_defaults(path)
    return path


def add(file: Path, text: str) -> None:
    file.write_text(file.read_text("utf-8") + text, "utf-8")


def test_what_is_not_said_is_the_usual(file: Path) -> None:
    add(file, '[mailboxes.sales]\nhost = "imap.example.com"\nuser = "sales@example.com"\n')
    add(file, '[mailboxes.b]\nhost = "localhost"\nuser = "b"\nsecurity = "plain"\n')

    loaded = load(file)

    assert loaded.problems == ()
    assert loaded.settings.mailboxes == (
        SALES,
        MailboxSettings(name="b", host="localhost", user="b", security=Security.PLAIN, port=143),
    )


@pytest.mark.parametrize(
    ("lines", "key"),
    [
        ('host = "imap.example.com"', "mailboxes.x"),
        ('host = "im ap"\nuser = "u"', "mailboxes.x.host"),
        ('host = "imap.example.com"\nuser = "u"\nsecurity = "plain"', "mailboxes.x"),
        ('host = "imap.example.com"\nuser = "u"\nport = 70000', "mailboxes.x.port"),
        ('host = "imap.example.com"\nuser = "u"\npassword = "secret"', "mailboxes.x.password"),
        ('host = "imap.example.com"\nuser = "u"\ndays_back = -1', "mailboxes.x.days_back"),
        ('host = "imap.example.com"\nuser = "u"\nsign_in = "yahoo"', "mailboxes.x.sign_in"),
        ('host = "imap.example.com"\nuser = "u"\nsign_in = "microsoft"', "mailboxes.x"),
        (
            'host = "imap.example.com"\nuser = "u"\nsign_in = "google"\nclient_id = ""',
            "mailboxes.x",
        ),
        ('host = "imap.example.com"\nuser = "u"\ntenant = "a/../b"', "mailboxes.x.tenant"),
        ('host = "imap.example.com"\nuser = "u"\nclient_id = "a&b"', "mailboxes.x.client_id"),
    ],
)
def test_what_cannot_be_used_is_named(file: Path, lines: str, key: str) -> None:
    before = len(file.read_text("utf-8").splitlines())
    add(file, f"[mailboxes.x]\n{lines}\n")

    (problem,) = load(file).problems

    assert problem.key == key
    assert problem.line > before


def test_a_sign_in_is_kept_and_read(file: Path) -> None:
    signed_in = replace(SALES, sign_in=SignIn.MICROSOFT, tenant="example.com", client_id="1-2")

    keep_mailbox(file, signed_in)

    loaded = load(file)
    assert loaded.problems == ()
    assert loaded.settings.mailboxes == (signed_in,)
    assert 'sign_in = "microsoft"' in file.read_text("utf-8").splitlines()


def test_no_table_at_all_is_named(file: Path) -> None:
    add(file, "\n")
    file.write_text('mailboxes = "all"\n' + file.read_text("utf-8"), "utf-8")

    assert load(file).problems == (Problem(1, "mailboxes"),)


def test_a_mailbox_is_kept_changed_and_dropped_and_the_rest_stays(file: Path) -> None:
    before = file.read_text("utf-8")
    other = MailboxSettings(name="other", host="localhost", user="ö", days_back=3, folder="A/B")

    keep_mailbox(file, SALES)
    keep_mailbox(file, other)
    assert load(file).settings.mailboxes == (SALES, other)
    assert file.read_text("utf-8").startswith(before.rstrip())

    odd = MailboxSettings(
        name="odd", host="imap.example.com", user="x", port=993, security=Security.STARTTLS
    )
    keep_mailbox(file, odd)
    assert load(file).settings.mailboxes[-1] == odd
    drop_mailbox(file, "odd")
    changed = MailboxSettings(name="sales", host="mail.example.com", user="x", port=1993)
    keep_mailbox(file, changed)
    drop_mailbox(file, "other")
    drop_mailbox(file, "nobody")
    assert load(file).settings.mailboxes == (changed,)
    assert load(file).problems == ()
