"""What every window is handed: the desk, the settings in use, and the way out to other programs."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from assistant.core.contact import national
from assistant.outreach.own_texts import OwnTexts
from assistant.settings import Settings
from assistant.sign_in import ProviderOf, provider_of
from assistant.ui.action.drafts import Drafts
from assistant.ui.post import Post
from assistant.ui.qt_desk import QtDesk
from assistant.ui.telephone import Telephone
from assistant.words.catalogue import Tongue


@dataclass(frozen=True, slots=True)
class Around:
    """The surroundings of a window.

    Attributes:
        qt_desk: What can be done, and the signals that tell of it.
        settings: The settings in use; new ones make new windows.
        tongue: The language in use.
        open_link: Hands a link to the system; whether anything opened, nobody knows.
        post: Takes the mails that are to leave.
        provider_of: Returns who signs a mailbox's users in.
        telephone: What a call is made by.
        own_texts: The dealer's own texts.
        drafts: Messages that were changed by hand and not sent yet.
    """

    qt_desk: QtDesk
    settings: Settings
    tongue: Tongue
    open_link: Callable[[str], None]
    post: Post
    provider_of: ProviderOf = provider_of
    telephone: Telephone = field(kw_only=True)
    own_texts: OwnTexts = field(default_factory=OwnTexts)
    drafts: Drafts = field(default_factory=Drafts)

    @property
    def zone(self) -> ZoneInfo:
        """Return the dealer's time zone."""
        return self.settings.dealer.zone

    def now(self) -> datetime:
        """Return the present moment."""
        return self.qt_desk.clock()

    def national(self, number: str) -> str:
        """Return a number as people here write it."""
        return national(number, self.settings.dealer.country)
