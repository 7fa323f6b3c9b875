"""Signing in at Microsoft, by msal itself, at a provider on loopback."""

from dataclasses import replace
from threading import Event

import pytest

from assistant.core.errors import CouldNotError, RefusedError
from assistant.settings import MailboxSettings, OutgoingSettings
from assistant.sign_in import Applicant, Grant, Invitation
from assistant.sign_in.microsoft import Microsoft, _scopes
from tests.sign_in.identity import (
    DEVICE_GRANT,
    NOBODY,
    USER_CODE,
    Answer,
    Hasty,
    IdentityProvider,
    an_error,
)

PENDING = an_error("authorization_pending")


def sign_in(identity: IdentityProvider, mailbox: MailboxSettings) -> Grant:
    invited: list[Invitation] = []
    provider = identity.provider(mailbox)
    grant = provider.sign_in(Applicant(mailbox), invited.append, Hasty())
    assert invited == [Invitation("https://login.example.com/device", USER_CODE)]
    assert grant is not None
    return grant


def refused(identity: IdentityProvider, mailbox: MailboxSettings) -> str:
    with pytest.raises(CouldNotError) as refused:
        identity.provider(mailbox).sign_in(Applicant(mailbox), lambda _: None, Hasty())
    return str(refused.value)


def test_a_code_that_is_typed_in_time_opens_the_mailbox(
    identity: IdentityProvider, microsoft: MailboxSettings
) -> None:
    identity.next += [PENDING, PENDING]

    grant = sign_in(identity, microsoft)

    assert grant.token.count(".") == 2
    assert len(identity.grants(DEVICE_GRANT)) == 3
    assert {path.split("/")[1] for path, _ in identity.heard} == {"organizations"}


@pytest.mark.filterwarnings("ignore:Attempted too soon")  # the test waits for nothing
def test_who_asks_too_often_is_asked_to_slow_down_and_does(
    identity: IdentityProvider, microsoft: MailboxSettings
) -> None:
    identity.next += [PENDING, an_error("slow_down")]
    stopping = Hasty()

    identity.provider(microsoft).sign_in(Applicant(microsoft), lambda _: None, stopping)

    assert stopping.waits == [1, 1, 6]  # RFC 8628, 3.5


def test_the_token_is_not_kept_but_what_renews_it_is(
    identity: IdentityProvider, microsoft: MailboxSettings
) -> None:
    grant = sign_in(identity, microsoft)

    assert "refresh 1" in grant.kept
    assert grant.token not in grant.kept
    assert "IdToken" not in grant.kept


def test_a_token_is_renewed_without_a_person(
    identity: IdentityProvider, microsoft: MailboxSettings
) -> None:
    grant = sign_in(identity, microsoft)
    provider = identity.provider(microsoft)

    second = provider.renew(microsoft, grant.kept)
    third = provider.renew(microsoft, second.kept)

    asked = identity.grants("refresh_token")
    assert [form["refresh_token"][:9] for form in asked] == ["refresh 1", "refresh 2"]
    assert "refresh 3" in third.kept
    assert third.token.count(".") == 2


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        (an_error("authorization_declined"), "The sign-in was declined."),
        (an_error("expired_token"), "The code has expired: sign in again for a new one."),
        (
            an_error("invalid_client", "AADSTS7000218: The request body must contain a secret."),
            "Microsoft wants public client flows to be allowed for the client id "
            "11111111-2222-3333.",
        ),
        (
            an_error("access_blocked", "AADSTS53003: Access has been blocked.\r\nTrace ID: 1"),
            "Microsoft refuses the sign-in: AADSTS53003: Access has been blocked.",
        ),
        (an_error("odd"), "Microsoft refuses the sign-in: odd."),
        (
            an_error("server_error", status=503),
            "Microsoft cannot sign anybody in at the moment.",
        ),
    ],
)
def test_why_nobody_is_signed_in_is_one_sentence(
    identity: IdentityProvider, microsoft: MailboxSettings, answer: Answer, sentence: str
) -> None:
    identity.next += [PENDING, answer]

    assert refused(identity, microsoft) == sentence


def test_a_code_that_is_not_given_out_is_told(
    identity: IdentityProvider, microsoft: MailboxSettings
) -> None:
    identity.refuses_devices = an_error("invalid_scope", "AADSTS70011: No such scope.")

    assert refused(identity, microsoft) == (
        "Microsoft refuses the sign-in: AADSTS70011: No such scope."
    )


def test_an_unknown_client_and_tenant_are_told(
    identity: IdentityProvider, microsoft: MailboxSettings
) -> None:
    assert refused(identity, replace(microsoft, client_id="other")) == (
        "Microsoft does not know the client id other in this tenant."
    )
    assert refused(identity, replace(microsoft, tenant=NOBODY)) == (
        "Microsoft does not know the tenant nobody.example."
    )


def test_who_no_longer_wants_to_sign_in_is_not_waited_for(
    identity: IdentityProvider, microsoft: MailboxSettings
) -> None:
    stopping = Event()
    provider = identity.provider(microsoft)

    assert provider.sign_in(Applicant(microsoft), lambda _: stopping.set(), stopping) is None
    assert identity.grants(DEVICE_GRANT) == []


@pytest.mark.parametrize("error", ["invalid_grant", "interaction_required"])
def test_a_sign_in_that_no_longer_holds_wants_a_person(
    identity: IdentityProvider, microsoft: MailboxSettings, error: str
) -> None:
    grant = sign_in(identity, microsoft)
    identity.next += [an_error(error), an_error(error)]

    with pytest.raises(RefusedError, match="sign in again in the settings"):
        identity.provider(microsoft).renew(microsoft, grant.kept)


@pytest.mark.parametrize("kept", ["", "{", "{}", "[]", '{"Account": {}}'])
def test_a_sign_in_that_was_not_kept_whole_wants_a_person(
    identity: IdentityProvider, microsoft: MailboxSettings, kept: str
) -> None:
    with pytest.raises(RefusedError, match="sign in again in the settings"):
        identity.provider(microsoft).renew(microsoft, kept)
    assert identity.heard == []


def test_a_provider_who_does_not_answer_is_no_refusal(
    identity: IdentityProvider, microsoft: MailboxSettings
) -> None:
    grant = sign_in(identity, microsoft)
    identity.next += [an_error("temporarily_unavailable", "Later")] * 2
    with pytest.raises(CouldNotError, match="at the moment") as later:
        identity.provider(microsoft).renew(microsoft, grant.kept)
    assert not isinstance(later.value, RefusedError)

    away = Microsoft("https://127.0.0.1:1")
    with pytest.raises(CouldNotError, match=r"127\.0\.0\.1 does not answer") as silent:
        away.renew(microsoft, grant.kept)
    assert not isinstance(silent.value, RefusedError)


def test_who_is_refused_does_not_ask_again_soon(
    identity: IdentityProvider, microsoft: MailboxSettings
) -> None:
    grant = sign_in(identity, microsoft)
    identity.next += [an_error("unauthorized_client", "AADSTS700016: Not found.")] * 2

    with pytest.raises(RefusedError, match="does not know the client id"):
        identity.provider(microsoft).renew(microsoft, grant.kept)


def test_no_environment_makes_it_trust_another(
    identity: IdentityProvider, microsoft: MailboxSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    trusted = identity.provider(microsoft)
    assert isinstance(trusted, Microsoft)
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", trusted.ca_file)
    monkeypatch.setenv("CURL_CA_BUNDLE", trusted.ca_file)

    with pytest.raises(CouldNotError, match="certificate that is not to be trusted"):
        Microsoft(identity.address).sign_in(Applicant(microsoft), lambda _: None, Hasty())

    assert identity.heard == []


def test_by_itself_it_asks_microsoft() -> None:
    assert Microsoft().server == "https://login.microsoftonline.com"


def test_who_sends_asks_for_leave_to_send_and_not_to_read(microsoft: MailboxSettings) -> None:
    outgoing = OutgoingSettings(
        host="smtp.example.com",
        address="sales@example.com",
        sign_in=microsoft.sign_in,
        client_id=microsoft.client_id,
        tenant=microsoft.tenant,
    )

    asked = [scope for account in (microsoft, outgoing) for scope in _scopes(account)]

    assert asked == [
        "https://outlook.office.com/IMAP.AccessAsUser.All",
        "https://outlook.office.com/SMTP.Send",
    ]
