"""Signing in at Google: in the browser, which then comes back to this computer (RFC 8252, PKCE).

Google's device flow gives no access to mail: of its scopes only name, address, Drive files and
YouTube are allowed there.
"""

import base64
import hashlib
import json
import secrets
from dataclasses import dataclass
from threading import Event
from typing import Any
from urllib.parse import urlencode

from typing_extensions import override

from assistant.core.errors import CouldNotError
from assistant.settings import Account
from assistant.sign_in.redirect import Redirect
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

_SCOPE = "https://mail.google.com/"
_PERSON_NEEDED = "invalid_grant"


@dataclass(frozen=True, slots=True)
class Google(Provider):
    """Gmail and Google Workspace.

    Attributes:
        page: Where a person signs in.
        tokens: Where tokens are given out.
        ca_file: The only certificates to trust; empty for the system's.
    """

    page: str = "https://accounts.google.com/o/oauth2/v2/auth"
    tokens: str = "https://oauth2.googleapis.com/token"
    ca_file: str = ""

    @override
    def sign_in(self, applicant: Applicant, invite: Invite, stopping: Event) -> Grant | None:
        """Send a person to the page, and wait for the browser to come back."""
        if not applicant.client_secret:
            raise CouldNotError("Type the client secret that belongs to the client id.")
        client_id, verifier = applicant.mailbox.client_id, secrets.token_urlsafe(48)
        with Redirect() as redirect:
            asked = {
                "client_id": client_id,
                "redirect_uri": redirect.address,
                "response_type": "code",
                "scope": _SCOPE,
                "state": redirect.state,
                "code_challenge": _challenge(verifier),
                "code_challenge_method": "S256",
                "access_type": "offline",
                "prompt": "consent",  # else there is nothing to renew it with the second time
                "login_hint": applicant.mailbox.user,
            }
            invite(Invitation(f"{self.page}?{urlencode(asked)}"))
            said = redirect.wait(stopping)
        if said is None:
            return None
        if "code" not in said:
            raise refusal("Google", said.get("error", "?"), "")
        answer = self._asked(
            grant_type="authorization_code",
            code=said["code"],
            redirect_uri=redirect.address,
            code_verifier=verifier,
            client_id=client_id,
            client_secret=applicant.client_secret,
        )
        return _granted(answer, applicant.client_secret)

    @override
    def renew(self, mailbox: Account, kept: str) -> Grant:
        """Ask for the next token."""
        before = _read(kept)
        if not before:
            raise sign_in_again(mailbox)
        answer = self._asked(grant_type="refresh_token", client_id=mailbox.client_id, **before)
        if answer.get("error") == _PERSON_NEEDED:
            raise sign_in_again(mailbox)
        return _granted(
            {"refresh_token": before["refresh_token"], **answer}, self.client_secret(kept)
        )

    @override
    def client_secret(self, kept: str) -> str:
        """Return the client secret that was typed at the last sign-in."""
        return _read(kept).get("client_secret", "")

    def _asked(self, **form: str) -> dict[str, Any]:
        with explained(self.tokens), Web(self.ca_file) as web:
            answer = web.post(self.tokens, data=form)
            if answer.status_code >= 500:
                answer.raise_for_status()
            said: dict[str, Any] = answer.json()
            return said


def _granted(answer: dict[str, Any], client_secret: str) -> Grant:
    if "access_token" not in answer:
        description = str(answer.get("error_description", ""))
        raise refusal("Google", str(answer.get("error", "?")), description)
    if "refresh_token" not in answer:
        raise CouldNotError("Google gave nothing to renew the sign-in with.")
    kept = {"refresh_token": answer["refresh_token"], "client_secret": client_secret}
    return Grant(answer["access_token"], json.dumps(kept))


def _read(kept: str) -> dict[str, str]:
    """Return what was kept; nothing when it is not whole."""
    try:
        return {key: str(json.loads(kept)[key]) for key in ("refresh_token", "client_secret")}
    except (ValueError, LookupError, TypeError):
        return {}


def _challenge(verifier: str) -> str:
    digest = hashlib.sha256(verifier.encode()).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
