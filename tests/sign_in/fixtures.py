"""A provider on loopback, whose tokens a mail server can check, and a mailbox of it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.settings import MailboxSettings, SignIn
from tests.services.certificates import Authority, make_authority
from tests.sign_in.identity import CLIENT_ID, IdentityProvider
from tests.sign_in.tokens import Signer


@pytest.fixture(scope="session")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return make_authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture(scope="session")
def signer() -> Signer:
    return Signer()


@pytest.fixture
def identity(
    authority: Authority, signer: Signer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[IdentityProvider]:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")  # what is asked here stays here
    identity = IdentityProvider(authority, tmp_path, signer, "sales@example.com")
    yield identity
    identity.stop()


@pytest.fixture
def google(microsoft: MailboxSettings) -> MailboxSettings:
    return replace(microsoft, sign_in=SignIn.GOOGLE)


@pytest.fixture
def microsoft() -> MailboxSettings:
    return MailboxSettings(
        name="sales",
        host="outlook.example.com",
        user="sales@example.com",
        sign_in=SignIn.MICROSOFT,
        client_id=CLIENT_ID,
    )
