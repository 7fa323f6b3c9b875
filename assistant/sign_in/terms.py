"""What is said between a person, this program and an identity provider."""

from collections.abc import Callable
from dataclasses import dataclass
from threading import Event
from typing import Protocol

from assistant.core.errors import CouldNotError, RefusedError
from assistant.settings import Account


@dataclass(frozen=True, slots=True)
class Applicant:
    """Who signs in.

    Attributes:
        mailbox: What is to be read.
        client_secret: What Google gave out beside the client id; empty at Microsoft's.
    """

    mailbox: Account
    client_secret: str = ""


@dataclass(frozen=True, slots=True)
class Invitation:
    """Where a person goes in his browser to sign in.

    Attributes:
        address: An ``https`` address.
        code: What he types there; empty if nothing.
    """

    address: str
    code: str = ""


@dataclass(frozen=True, slots=True)
class Grant:
    """A sign-in that was granted.

    Attributes:
        token: Opens the mailbox, for an hour or so.
        kept: What is to be kept in the keyring; it gives the next token.
    """

    token: str
    kept: str


Invite = Callable[[Invitation], None]


class Provider(Protocol):
    """Who runs mailboxes and knows their users. Every method may be slow."""

    def sign_in(self, applicant: Applicant, invite: Invite, stopping: Event) -> Grant | None:
        """Invite a person and wait for him.

        Returns:
            What was granted; ``None`` when ``stopping`` was set first.

        Raises:
            CouldNotError: Says why nothing was granted.
        """

    def renew(self, mailbox: Account, kept: str) -> Grant:
        """Return the next token.

        Raises:
            RefusedError: If a person must sign in again.
            CouldNotError: Says what else is wrong.
        """

    def client_secret(self, kept: str) -> str:
        """Return the client secret that was kept with a sign-in; empty if there is none."""


ProviderOf = Callable[[Account], Provider]
"""Returns who signs a mailbox's users in."""


def sign_in_again(mailbox: Account) -> RefusedError:
    """Return what is said of a sign-in that no longer holds."""
    return RefusedError(
        "The sign-in of {user} no longer holds: sign in again in the settings.", user=mailbox.user
    )


def refusal(who: str, error: str, description: str) -> CouldNotError:
    """Return what is said of a provider that refuses a sign-in, by OAuth2's words for it."""
    if error in {"access_denied", "authorization_declined"}:
        return CouldNotError("The sign-in was declined.")
    if error in {"expired_token", "code_expired"}:
        return CouldNotError("The code has expired: sign in again for a new one.")
    if error in {"temporarily_unavailable", "server_error"}:
        return CouldNotError("{who} cannot sign anybody in at the moment.", who=who)
    lines = description.splitlines() or [error]
    why = lines[0].strip().rstrip(".")[:160]
    return RefusedError("{who} refuses the sign-in: {why}.", who=who, why=why)
