"""What opens a mailbox: its password, or a sign-in at Microsoft or Google (OAuth2).

A sign-in is done once by a person in his browser. What renews it lies in the keyring; the tokens
that come of it last about an hour and are kept nowhere. msal and requests are loaded by who
signs in, and by nobody else.
"""

from assistant.sign_in.credentials import Credentials
from assistant.sign_in.providers import provider_of
from assistant.sign_in.terms import Applicant, Grant, Invitation, Provider, ProviderOf

__all__ = [
    "Applicant",
    "Credentials",
    "Grant",
    "Invitation",
    "Provider",
    "ProviderOf",
    "provider_of",
]
