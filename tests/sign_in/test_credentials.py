"""What opens a mailbox comes from the keyring, and is renewed before it runs out."""

import logging
from dataclasses import replace
from datetime import timedelta

import keyring
import pytest
from keyring.errors import PasswordSetError
from typing_extensions import override

from assistant.core.errors import CouldNotError
from assistant.passwords import keep_password, password_at, place_of
from assistant.settings import Account, MailboxSettings, SignIn
from assistant.sign_in import Applicant, Credentials, Grant, provider_of
from assistant.sign_in.google import Google
from assistant.sign_in.microsoft import Microsoft
from tests.conftest import FakeClock
from tests.pocket_keyring import PocketKeyring
from tests.sign_in.identity import Hasty, IdentityProvider

pytestmark = pytest.mark.usefixtures("pocket")


class Provider(Microsoft):
    """Gives the token that follows from what was kept."""

    @override
    def renew(self, mailbox: Account, kept: str) -> Grant:
        return Grant(f"token of {kept}", f"{kept}+")


class LockedKeyring(PocketKeyring):
    """Gives out, and takes nothing."""

    @override
    def set_password(self, service: str, username: str, password: str) -> None:
        raise PasswordSetError


@pytest.fixture
def credentials(clock: FakeClock) -> Credentials:
    return Credentials(clock, lambda _: Provider())


def test_a_password_is_given_as_it_is(credentials: Credentials, microsoft: MailboxSettings) -> None:
    mailbox = replace(microsoft, sign_in=SignIn.PASSWORD)
    with pytest.raises(CouldNotError, match=r"password of sales@example\.com is not known"):
        credentials.of(mailbox)

    keep_password(place_of(mailbox), "secret")

    assert credentials.of(mailbox) == "secret"


def test_where_nobody_has_signed_in_it_is_told(
    credentials: Credentials, microsoft: MailboxSettings
) -> None:
    with pytest.raises(CouldNotError, match=r"Nobody has signed in to sales@example\.com yet"):
        credentials.of(microsoft)


def test_a_token_is_used_again_for_a_while_and_then_renewed(
    credentials: Credentials, microsoft: MailboxSettings, clock: FakeClock
) -> None:
    keep_password(place_of(microsoft), "kept")

    assert credentials.of(microsoft) == "token of kept"
    clock.advance(minutes=2)
    assert credentials.of(microsoft) == "token of kept"
    clock.advance(minutes=2)
    assert credentials.of(microsoft) == "token of kept+"
    clock.now -= timedelta(days=1)
    assert credentials.of(microsoft) == "token of kept++"
    assert password_at(place_of(microsoft)) == "kept+++"


def test_a_sign_in_belongs_to_one_server_and_client(
    credentials: Credentials, microsoft: MailboxSettings
) -> None:
    keep_password(place_of(microsoft), "kept")

    for other in (
        replace(microsoft, client_id="another"),
        replace(microsoft, host="other.example.com"),
        replace(microsoft, sign_in=SignIn.GOOGLE),
        replace(microsoft, sign_in=SignIn.PASSWORD),
    ):
        with pytest.raises(CouldNotError):
            credentials.of(other)


def test_a_keyring_that_takes_nothing_costs_no_mail(
    credentials: Credentials,
    microsoft: MailboxSettings,
    pocket: PocketKeyring,
    caplog: pytest.LogCaptureFixture,
) -> None:
    keep_password(place_of(microsoft), "kept")
    locked = LockedKeyring()
    locked.kept = pocket.kept
    keyring.set_keyring(locked)

    with caplog.at_level(logging.WARNING):
        assert credentials.of(microsoft) == "token of kept"

    assert "is it locked?" in caplog.text


def test_a_token_as_long_as_those_of_microsoft_is_kept(
    identity: IdentityProvider, microsoft: MailboxSettings
) -> None:
    credentials = Credentials(provider_of=identity.provider)
    keep_password(place_of(microsoft), kept_by(identity, microsoft))

    credentials.of(microsoft)

    kept = password_at(place_of(microsoft))
    assert kept is not None
    assert "refresh 2" in kept
    assert identity.provider(microsoft).renew(microsoft, kept).token


def kept_by(identity: IdentityProvider, mailbox: MailboxSettings) -> str:
    grant = identity.provider(mailbox).sign_in(Applicant(mailbox), lambda _: None, Hasty())
    assert grant is not None
    return grant.kept


def test_each_mailbox_has_its_provider(microsoft: MailboxSettings, google: MailboxSettings) -> None:
    assert isinstance(provider_of(microsoft), Microsoft)
    assert isinstance(provider_of(google), Google)
    with pytest.raises(ValueError, match="password"):
        provider_of(replace(microsoft, sign_in=SignIn.PASSWORD))
