"""Dialling a number by a request or a command, whichever the desk has.

Slow: a keyring may ask for its password, a telephone may be silent. Do it on a thread.
"""

from typing import Protocol

from assistant.outreach.dial import arguments, host_of, request
from assistant.passwords import password_at, telephone_place
from assistant.settings.values import DialWay, TelephoneSettings


class Dial(Protocol):
    """Dials a number."""

    def __call__(
        self, telephone: TelephoneSettings, number: str, region: str, secret: str = ""
    ) -> None:
        """Dial.

        Args:
            telephone: By what; a ``tel:`` link is the window's to open.
            number: E.164, or the digits that a customer left.
            region: The dealer's country.
            secret: The user's, as it was just typed; else the keyring is asked.

        Raises:
            AssistantError: If it cannot be done; the sentence says why.
        """


def dial(telephone: TelephoneSettings, number: str, region: str, secret: str = "") -> None:
    """Dial; see :class:`Dial`."""
    match telephone.way:
        case DialWay.LINK:
            raise ValueError(telephone.way)
        case DialWay.URL:
            from assistant.outreach.dial_request import ask  # noqa: PLC0415 - TLS, for who needs it

            wanted = request(telephone, number, region)
            ask(wanted, telephone.user, secret or _kept(telephone), telephone.ca_file)
        case DialWay.COMMAND:
            from assistant.outreach.dial_command import run  # noqa: PLC0415 - likewise

            run(arguments(telephone, number, region))


def _kept(telephone: TelephoneSettings) -> str:
    if not telephone.user:
        return ""
    return password_at(telephone_place(telephone.user, host_of(telephone.url))) or ""
