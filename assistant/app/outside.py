"""What lies outside the program and its folder, and what a test puts in its place."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from assistant.sign_in import ProviderOf, provider_of


def _open_link(link: str) -> None:
    QDesktopServices.openUrl(QUrl(link))


@dataclass(frozen=True, slots=True)
class Outside:
    """The world outside.

    Attributes:
        open_link: Hands a link to another program.
        provider_of: Returns who signs a mailbox's users in.
    """

    open_link: Callable[[str], None] = _open_link
    provider_of: ProviderOf = provider_of
