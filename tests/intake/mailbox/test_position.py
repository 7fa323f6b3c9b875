"""How far a mailbox was read: kept, read again, and never a reason to stop."""

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.intake.mailbox.position import (
    Contact,
    Position,
    account_of,
    keep_position,
    read_position,
)
from assistant.settings import MailboxSettings
from tests.conftest import MONDAY_TEN

SALES = MailboxSettings(name="sales", host="imap.example.com", user="sales@example.com")
POSITION = Position(
    account=account_of(SALES), validity=7, last_uid=12, contact=Contact(at=MONDAY_TEN)
)


def test_a_position_is_kept(tmp_path: Path) -> None:
    keep_position(tmp_path / "new", SALES, POSITION)

    assert read_position(tmp_path / "new", SALES) == POSITION


@pytest.mark.parametrize(
    "changed",
    [replace(SALES, user="x"), replace(SALES, host="x"), replace(SALES, folder="x")],
)
def test_another_account_starts_anew(tmp_path: Path, changed: MailboxSettings) -> None:
    keep_position(tmp_path, SALES, POSITION)

    assert read_position(tmp_path, changed) == Position(account=account_of(changed))


@pytest.mark.parametrize("content", ["", "{", "[]", "{}", '{"account": 1}', "\x00", "null"])
def test_a_file_that_is_none_starts_anew(tmp_path: Path, content: str) -> None:
    (tmp_path / "sales.json").write_text(content)

    assert read_position(tmp_path, SALES) == Position(account=account_of(SALES))


def test_a_folder_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")

    keep_position(blocked, SALES, POSITION)

    assert read_position(blocked, SALES) == Position(account=account_of(SALES))
