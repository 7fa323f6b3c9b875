"""Signing in at Google: the browser comes back to this computer with a code."""

from threading import Event, Thread
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
import requests

from assistant.core.errors import CouldNotError, RefusedError
from assistant.settings import MailboxSettings
from assistant.sign_in import Applicant, Grant, Invitation, redirect
from assistant.sign_in.google import Google
from tests.sign_in.identity import CLIENT_SECRET, IdentityProvider, an_error


class Browser:
    """A person at his browser, who does what the test wants."""

    def __init__(self, identity: IdentityProvider, **brings: str) -> None:
        self.asked: dict[str, str] = {}
        self.pages: list[requests.Response] = []
        self._identity = identity
        self._brings = brings or {"code": "a code"}
        self._thread: Thread | None = None

    def open(self, invitation: Invitation) -> None:
        """Go to the page, and come back a moment later."""
        assert invitation.code == ""
        assert invitation.address.startswith(f"{self._identity.address}/auth?")
        query = parse_qs(urlsplit(invitation.address).query)
        self.asked = {name: values[0] for name, values in query.items()}
        self._identity.challenge = self.asked["code_challenge"]
        self._thread = Thread(target=self._come_back)
        self._thread.start()

    def close(self) -> None:
        """End it."""
        assert self._thread is not None
        self._thread.join()

    def _come_back(self) -> None:
        for state in ("somebody else", self.asked["state"]):
            query = urlencode({"state": state, **self._brings})
            page = requests.get(f"{self.asked['redirect_uri']}/?{query}", timeout=10)
            self.pages.append(page)


def sign_in(
    identity: IdentityProvider, mailbox: MailboxSettings, browser: Browser, secret: str
) -> Grant | None:
    try:
        provider = identity.provider(mailbox)
        return provider.sign_in(Applicant(mailbox, secret), browser.open, Event())
    finally:
        browser.close()


def test_a_browser_that_comes_back_opens_the_mailbox(
    identity: IdentityProvider, google: MailboxSettings
) -> None:
    browser = Browser(identity)

    grant = sign_in(identity, google, browser, CLIENT_SECRET)

    assert grant is not None
    assert grant.token.count(".") == 2
    assert browser.asked["scope"] == "https://mail.google.com/"
    assert browser.asked["access_type"] == "offline"
    assert browser.asked["redirect_uri"].startswith("http://127.0.0.1:")
    assert [page.status_code for page in browser.pages] == [404, 200]
    assert "close this page" in browser.pages[1].text


def test_a_token_is_renewed_without_a_person(
    identity: IdentityProvider, google: MailboxSettings
) -> None:
    grant = sign_in(identity, google, Browser(identity), CLIENT_SECRET)
    assert grant is not None

    renewed = identity.provider(google).renew(google, grant.kept)

    assert renewed.kept == grant.kept
    (form,) = identity.grants("refresh_token")
    assert form.items() >= {"refresh_token": "refresh", "client_secret": CLIENT_SECRET}.items()
    assert identity.provider(google).client_secret(grant.kept) == CLIENT_SECRET


def test_why_nobody_is_signed_in_is_one_sentence(
    identity: IdentityProvider, google: MailboxSettings
) -> None:
    with pytest.raises(CouldNotError, match=r"^The sign-in was declined\.$"):
        sign_in(identity, google, Browser(identity, error="access_denied"), CLIENT_SECRET)

    with pytest.raises(CouldNotError, match="refuses the sign-in: The provided client secret"):
        sign_in(identity, google, Browser(identity), "a wrong one")

    with pytest.raises(CouldNotError, match="refuses the sign-in: It has expired"):
        sign_in(identity, google, Browser(identity, code="another"), CLIENT_SECRET)

    identity.next.append((200, {"access_token": "a token"}))
    with pytest.raises(CouldNotError, match="nothing to renew"):
        sign_in(identity, google, Browser(identity), CLIENT_SECRET)


def test_a_client_secret_is_asked_for(identity: IdentityProvider, google: MailboxSettings) -> None:
    with pytest.raises(CouldNotError, match="Type the client secret"):
        identity.provider(google).sign_in(Applicant(google), lambda _: None, Event())


def test_who_no_longer_wants_to_sign_in_is_not_waited_for(
    identity: IdentityProvider, google: MailboxSettings
) -> None:
    stopping = Event()
    provider = identity.provider(google)

    applicant = Applicant(google, CLIENT_SECRET)

    assert provider.sign_in(applicant, lambda _: stopping.set(), stopping) is None
    assert identity.heard == []


def test_who_does_not_come_back_is_not_waited_for_for_ever(
    identity: IdentityProvider, google: MailboxSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(redirect, "LONGEST_S", 0.1)

    with pytest.raises(CouldNotError, match="Nobody signed in"):
        identity.provider(google).sign_in(Applicant(google, CLIENT_SECRET), lambda _: None, Event())


def test_a_sign_in_that_no_longer_holds_wants_a_person(
    identity: IdentityProvider, google: MailboxSettings
) -> None:
    kept = '{"refresh_token": "refresh", "client_secret": "of the dealer"}'
    identity.revoked = True

    for broken in (kept, "", "{}", "[]"):
        with pytest.raises(RefusedError, match="sign in again in the settings"):
            identity.provider(google).renew(google, broken)


def test_a_provider_who_does_not_answer_is_no_refusal(
    identity: IdentityProvider, google: MailboxSettings
) -> None:
    kept = '{"refresh_token": "refresh", "client_secret": "of the dealer"}'
    identity.next.append(an_error("internal_failure", status=503))
    with pytest.raises(CouldNotError, match=r"127\.0\.0\.1 does not answer") as silent:
        identity.provider(google).renew(google, kept)
    assert not isinstance(silent.value, RefusedError)


def test_by_itself_it_asks_google() -> None:
    assert Google().page == "https://accounts.google.com/o/oauth2/v2/auth"
    assert Google().tokens == "https://oauth2.googleapis.com/token"
