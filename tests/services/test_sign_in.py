"""Mailboxes opened by a token: a real server checks it, and refuses it as Microsoft's does."""

import base64
from dataclasses import replace

import pytest

from assistant.core.errors import RefusedError
from assistant.intake.mailbox import reach
from assistant.passwords import keep_password, place_of
from assistant.settings import MailboxSettings, Security, SignIn
from assistant.sign_in import Applicant, Credentials
from tests.services.conftest import Desk, a_mail
from tests.services.dovecot import USER, Dovecot
from tests.services.hostile_imap import CAPABILITY, LOGOUT, HostileServer
from tests.sign_in.identity import CLIENT_ID, Hasty, IdentityProvider
from tests.sign_in.tokens import Signer

pytestmark = pytest.mark.usefixtures("pocket")

SIGN_IN_AGAIN = (
    "127.0.0.1 does not take the sign-in of sales@example.com: sign in again in the settings."
)


@pytest.fixture
def mailbox(mailbox: MailboxSettings, server: Dovecot, signer: Signer) -> MailboxSettings:
    """The mailbox, opened by a token."""
    server.trust(signer)
    return replace(mailbox, sign_in=SignIn.MICROSOFT, client_id=CLIENT_ID)


def refusal(mailbox: MailboxSettings, token: str) -> str:
    with pytest.raises(RefusedError) as refused:
        reach(mailbox, token)
    return str(refused.value)


def test_a_token_opens_the_mailbox(mailbox: MailboxSettings, signer: Signer) -> None:
    reach(mailbox, signer.token(USER))


def test_a_token_that_has_expired_is_told(mailbox: MailboxSettings, signer: Signer) -> None:
    assert refusal(mailbox, signer.token(USER, lasts=-60)) == SIGN_IN_AGAIN


def test_a_token_of_somebody_else_is_told(mailbox: MailboxSettings, signer: Signer) -> None:
    assert refusal(mailbox, Signer().token(USER)) == SIGN_IN_AGAIN
    assert refusal(mailbox, signer.token("other@example.com")) == SIGN_IN_AGAIN


def test_a_server_that_says_why_it_refuses_gets_an_empty_line(mailbox: MailboxSettings) -> None:
    why = base64.b64encode(b'{"status":"400","schemes":"Bearer"}').decode()
    server = HostileServer(
        [
            CAPABILITY,
            LOGOUT,
            ("AUTHENTICATE", "+ \r\n"),
            ("dXNlcj1", f"+ {why}\r\n"),
            ("", "{idle} NO AUTHENTICATE failed.\r\n"),
        ]
    )
    plain = replace(mailbox, port=server.port, security=Security.PLAIN)
    try:
        assert refusal(plain, "a token") == SIGN_IN_AGAIN
    finally:
        server.stop()

    token = base64.b64encode(b"user=sales@example.com\1auth=Bearer a token\1\1").decode()
    at = server.heard.index(token)
    assert server.heard[at + 1] == ""


def test_after_a_sign_in_mail_is_read(
    server: Dovecot, mailbox: MailboxSettings, desk: Desk, identity: IdentityProvider
) -> None:
    grant = identity.provider(mailbox).sign_in(Applicant(mailbox), lambda _: None, Hasty())
    assert grant is not None
    keep_password(place_of(mailbox), grant.kept)
    credentials = Credentials(provider_of=identity.provider)
    desk.watch_until_idle(mailbox, credentials.of)

    server.deliver(a_mail(1))

    desk.has(1)
    assert len(identity.grants("refresh_token")) == 1


def test_a_sign_in_that_no_longer_holds_is_named(
    mailbox: MailboxSettings, desk: Desk, identity: IdentityProvider
) -> None:
    keep_password(place_of(mailbox), "{}")
    watch = desk.watch(mailbox, Credentials(provider_of=identity.provider).of)

    problem = desk.patience.until(lambda: watch.problem, "the problem")

    assert isinstance(problem, RefusedError)
    assert "sign in again in the settings" in str(problem)
