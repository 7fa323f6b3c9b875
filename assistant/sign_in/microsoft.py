"""Signing in at Microsoft: a code is typed in the browser, on this or any other device (msal).

Of msal's cache only what renews a sign-in is kept. The answers are its dictionaries, with the
words of RFC 6749 and 8628.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Event
from typing import Any

import msal
from msal.exceptions import MsalServiceError
from typing_extensions import override

from assistant.core.errors import CouldNotError, RefusedError
from assistant.settings import Account, OutgoingSettings
from assistant.sign_in.terms import (
    Applicant,
    Grant,
    Invitation,
    Invite,
    Provider,
    refusal,
    sign_in_again,
)
from assistant.sign_in.web import Web, explained

_MAY_READ = "https://outlook.office.com/IMAP.AccessAsUser.All"
_MAY_SEND = "https://outlook.office.com/SMTP.Send"
_LASTING = ("Account", "RefreshToken", "AppMetadata")  # of msal's cache
_WAITING = {"authorization_pending", "slow_down"}
_PERSON_NEEDED = {"invalid_grant", "interaction_required", "consent_required", "login_required"}
_UNKNOWN_CLIENT, _NO_PUBLIC_CLIENT = "AADSTS700016", "AADSTS7000218"


@dataclass(frozen=True, slots=True)
class Microsoft(Provider):
    """Microsoft 365.

    Attributes:
        server: Who signs users in.
        ca_file: The only certificates to trust; empty for the system's.
    """

    server: str = "https://login.microsoftonline.com"
    ca_file: str = ""

    @override
    def sign_in(self, applicant: Applicant, invite: Invite, stopping: Event) -> Grant | None:
        """Show a code, and ask again and again whether it was typed."""
        mailbox, cache = applicant.mailbox, msal.SerializableTokenCache()
        with self._explained():
            application = self._application(mailbox, cache)
            flow = application.initiate_device_flow(_scopes(mailbox))
            if "user_code" not in flow:
                raise _refused(mailbox, flow)
            invite(Invitation(flow["verification_uri"], flow["user_code"]))
            while not stopping.wait(flow["interval"]):
                answer = application.acquire_token_by_device_flow(
                    flow, exit_condition=lambda _: True
                )
                if answer.get("error") not in _WAITING:
                    return _granted(mailbox, answer, cache)
        return None

    @override
    def renew(self, mailbox: Account, kept: str) -> Grant:
        """Ask for the next token."""
        if not _is_whole(kept):
            raise sign_in_again(mailbox)
        cache = msal.SerializableTokenCache()
        cache.deserialize(kept)
        with self._explained():
            application = self._application(mailbox, cache)
            accounts = application.get_accounts()
            answer = accounts and application.acquire_token_silent_with_error(
                _scopes(mailbox), accounts[0]
            )
        if not answer or answer.get("error") in _PERSON_NEEDED:
            raise sign_in_again(mailbox)
        return _granted(mailbox, answer, cache)

    @override
    def client_secret(self, kept: str) -> str:
        """Return nothing: this program is a public client there."""
        return ""

    def _application(self, mailbox: Account, cache: msal.SerializableTokenCache) -> Any:
        try:
            return msal.PublicClientApplication(
                mailbox.client_id,
                authority=f"{self.server}/{mailbox.tenant}",
                token_cache=cache,
                http_client=Web(self.ca_file),
                instance_discovery=False,  # it asks whether Microsoft is Microsoft
            )
        except ValueError as error:
            raise RefusedError(
                "Microsoft does not know the tenant {tenant}.", tenant=mailbox.tenant
            ) from error

    @contextmanager
    def _explained(self) -> Iterator[None]:
        with explained(self.server):
            try:
                yield
            except MsalServiceError as error:
                raise refusal("Microsoft", "server_error", "") from error


def _scopes(account: Account) -> list[str]:
    return [_MAY_SEND if isinstance(account, OutgoingSettings) else _MAY_READ]


def _is_whole(kept: str) -> bool:
    try:
        known = json.loads(kept)
    except ValueError:
        return False
    return isinstance(known, dict) and all(known.get(kind) for kind in _LASTING[:2])


def _granted(mailbox: Account, answer: dict[str, Any], cache: msal.SerializableTokenCache) -> Grant:
    if "access_token" not in answer:
        raise _refused(mailbox, answer)
    known = json.loads(cache.serialize())
    lasting = {kind: known[kind] for kind in _LASTING if kind in known}
    return Grant(answer["access_token"], json.dumps(lasting, separators=(",", ":")))


def _refused(mailbox: Account, answer: dict[str, Any]) -> CouldNotError:
    description = str(answer.get("error_description", ""))
    if description.startswith(f"{_UNKNOWN_CLIENT}:"):
        return RefusedError(
            "Microsoft does not know the client id {client_id} in this tenant.",
            client_id=mailbox.client_id,
        )
    if description.startswith(f"{_NO_PUBLIC_CLIENT}:"):
        return RefusedError(
            "Microsoft wants public client flows to be allowed for the client id {client_id}.",
            client_id=mailbox.client_id,
        )
    return refusal("Microsoft", str(answer.get("error", "?")), description)
