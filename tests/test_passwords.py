"""What is kept comes back whole, however little fits into one place."""

import pytest

from assistant.passwords import Place, drop_password, keep_password, password_at, place_of
from assistant.settings import MailboxSettings, OutgoingSettings
from tests.pocket_keyring import LONGEST, PocketKeyring

PLACE = Place("imap://sales@example.com@imap.example.com")


@pytest.mark.parametrize("length", [1, 1_199, 1_200, 1_201, LONGEST, 2_400, 2_401, 9_999])
def test_what_is_kept_comes_back(pocket: PocketKeyring, length: int) -> None:
    long = "".join(chr(97 + number % 26) for number in range(length))

    keep_password(PLACE, long)

    assert password_at(PLACE) == long
    assert len(pocket.kept) == -(-length // 1_200)


@pytest.mark.parametrize("length", [1, LONGEST, 3 * LONGEST])
def test_what_is_dropped_leaves_nothing(pocket: PocketKeyring, length: int) -> None:
    keep_password(PLACE, "x" * length)

    drop_password(PLACE)
    drop_password(PLACE)

    assert pocket.kept == {}


def test_something_shorter_takes_its_place(pocket: PocketKeyring) -> None:
    keep_password(PLACE, "x" * 5_000)
    keep_password(PLACE, "short")

    assert password_at(PLACE) == "short"
    assert pocket.kept["followup-assistant", PLACE] == "short"


@pytest.mark.usefixtures("pocket")
def test_where_nothing_was_kept_there_is_nothing() -> None:
    assert password_at(PLACE) is None


def test_reading_and_sending_at_one_server_have_each_their_own_password() -> None:
    reading = MailboxSettings(name="sales", host="mail.example.com", user="sales@example.com")
    sending = OutgoingSettings(host="mail.example.com", address="sales@example.com")

    assert place_of(reading) != place_of(sending)
