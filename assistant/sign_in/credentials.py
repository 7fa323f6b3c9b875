"""What opens each mailbox, from the keyring; tokens are renewed before they run out."""

import logging
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from assistant.core.clock import Clock, utc_now
from assistant.core.errors import CouldNotError
from assistant.passwords import Place, keep_password, password_at, place_of
from assistant.settings import Account, SignIn
from assistant.sign_in.providers import provider_of
from assistant.sign_in.terms import ProviderOf

logger = logging.getLogger(__name__)

USED_AGAIN = timedelta(minutes=3)
"""How long a token is used again: a server that is away costs its provider no question at each
try, and after a refusal, which is waited out longer, there is a new one."""


@dataclass(slots=True)
class Credentials:
    """Gives the password or token of each mailbox; slow when a token has to be renewed.

    Attributes:
        clock: The present moment.
        provider_of: Returns who signs a mailbox's users in.
    """

    clock: Clock = utc_now
    provider_of: ProviderOf = provider_of
    _tokens: dict[Place, tuple[datetime, str]] = field(default_factory=dict)

    def of(self, mailbox: Account) -> str:
        """Return what opens a mailbox now.

        Raises:
            RefusedError: If a person must sign in again.
            CouldNotError: If nothing is known that opens it, or the keyring or the provider
                does not answer.
        """
        place = place_of(mailbox)
        if mailbox.sign_in is SignIn.PASSWORD:
            return _password(mailbox, place)
        given_at, token = self._tokens.get(place, (None, ""))
        now = self.clock()
        if given_at is None or not timedelta(0) <= now - given_at < USED_AGAIN:
            token = self._renewed(mailbox, place)
            self._tokens[place] = now, token
        return token

    def _renewed(self, mailbox: Account, place: Place) -> str:
        kept = password_at(place)
        if kept is None:
            raise CouldNotError(
                "Nobody has signed in to {user} yet: do so in the settings.", user=mailbox.user
            )
        grant = self.provider_of(mailbox).renew(mailbox, kept)
        if grant.kept != kept:
            try:
                keep_password(place, grant.kept)
            except CouldNotError as error:  # the token is good all the same
                logger.warning("mailbox %s: %s", mailbox.name, error)
        return grant.token


def _password(mailbox: Account, place: Place) -> str:
    password = password_at(place)
    if password is None:
        raise CouldNotError(
            "The password of {user} is not known: type it in the settings.", user=mailbox.user
        )
    return password
