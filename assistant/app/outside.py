"""What lies outside the program and its folder, and what a test puts in its place."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.settings.values import TelephoneSettings
from assistant.sign_in import ProviderOf, provider_of

if TYPE_CHECKING:
    from assistant.outreach.dialling import Dial


def _open_link(link: str) -> None:
    from PySide6.QtCore import QUrl  # noqa: PLC0415 - only once a link is opened
    from PySide6.QtGui import QDesktopServices  # noqa: PLC0415

    QDesktopServices.openUrl(QUrl(link))


def _dial(telephone: TelephoneSettings, number: str, region: str, secret: str = "") -> None:
    from assistant.outreach.dialling import dial  # noqa: PLC0415 - only once somebody calls

    dial(telephone, number, region, secret)


@dataclass(frozen=True, slots=True)
class Outside:
    """The world outside.

    Attributes:
        open_link: Hands a link to another program.
        provider_of: Returns who signs a mailbox's users in.
        dial: Dials by a request or a command.
    """

    open_link: Callable[[str], None] = _open_link
    provider_of: ProviderOf = provider_of
    dial: "Dial" = _dial
