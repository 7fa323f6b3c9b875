"""The settings as a value. Their defaults stand in one place: ``resources/settings.toml``."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from assistant.core.hours import Span
from assistant.core.preset import Preset

if TYPE_CHECKING:
    from assistant.settings.outgoing import OutgoingSettings


class Language(StrEnum):
    """The language of the screens and the command line."""

    SYSTEM = "system"
    DUTCH = "nl"
    ENGLISH = "en"


class Theme(StrEnum):
    """The colours of the screens."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskSettings:
    """This desk and who sits at it."""

    salesperson: str
    language: Language
    theme: Theme
    sound: bool
    notifications: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DealerSettings:
    """The dealer: numbers as E.164, addresses in lower case.

    Attributes:
        address: Where customers come to: street and town.
        phone: The number that customers can call; empty when it is not to be told.
    """

    name: str
    address: str
    phone: str
    country: str
    zone: ZoneInfo
    own_numbers: tuple[str, ...]
    own_addresses: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursSettings:
    """Opening hours; spans in minutes from midnight."""

    monday: tuple[Span, ...]
    tuesday: tuple[Span, ...]
    wednesday: tuple[Span, ...]
    thursday: tuple[Span, ...]
    friday: tuple[Span, ...]
    saturday: tuple[Span, ...]
    sunday: tuple[Span, ...]
    public_holidays_closed: bool
    open_holidays: tuple[date, ...]
    closed_days: tuple[date, ...]

    @property
    def week(self) -> tuple[tuple[Span, ...], ...]:
        """Return the spans of each weekday, Monday first."""
        working_days = (self.monday, self.tuesday, self.wednesday, self.thursday, self.friday)
        return (*working_days, self.saturday, self.sunday)


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpSettings:
    """Intervals in minutes or opening days; times of day in minutes from midnight."""

    first_call_minutes: int
    request_age_minutes: int
    second_try_minutes: int
    third_try_minutes: int
    fourth_try_opening_days: int
    fifth_try_opening_days: int
    busy_minutes: int
    midday: int
    morning_call: int
    afternoon_call: int
    appointment_minutes: int
    ask_show_minutes: int
    no_show_call_minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BdcSettings:
    """What goes to the business development centre, and how.

    Attributes:
        after_hours: Whether it calls those who ask while we are closed.
        escalate_after_minutes: Opening time after a first call was due at which it gets a lead
            that nobody called; 0 for never.
        address: Where hand-overs are mailed to; empty for nowhere.
        folder: Where they are written otherwise; empty for ``handover`` in the data folder.
        colleagues: The addresses of those to whom a lead can be handed on, by name.
    """

    after_hours: bool
    escalate_after_minutes: int
    address: str
    folder: str
    colleagues: dict[str, str]

    def address_of(self, name: str) -> str:
        """Return where to mail what goes to a colleague, or to the BDC without a name."""
        return self.colleagues.get(name, "") if name else self.address


@dataclass(frozen=True, slots=True, kw_only=True)
class IntakeSettings:
    """Where leads come from."""

    folder: str


class DialWay(StrEnum):
    """By what a call is made."""

    LINK = "link"
    URL = "url"
    COMMAND = "command"


class Method(StrEnum):
    """How a telephone or an exchange wants to be asked."""

    GET = "GET"
    POST = "POST"


@dataclass(frozen=True, slots=True, kw_only=True)
class TelephoneSettings:
    """How Call dials. The secret that goes with ``user`` is in the system's keyring.

    Attributes:
        way: By a ``tel:`` link, by a request to ``url``, or by ``command``.
        dial_at_once: Whether Call dials; else it shows the number with a button that does.
        url: An address in which ``{number}`` or ``{digits}`` stands.
        hosts: Who may be asked, in lower case.
        ca_file: A file of certificates to trust beside the system's; empty for none.
        command: A program and its arguments, one of which has ``{number}`` or ``{digits}``.
    """

    way: DialWay
    dial_at_once: bool
    url: str
    method: Method
    hosts: tuple[str, ...]
    user: str
    ca_file: str
    command: tuple[str, ...]


class Security(StrEnum):
    """How the way to a mail server is closed to others."""

    TLS = "tls"
    STARTTLS = "starttls"
    PLAIN = "plain"


class SignIn(StrEnum):
    """How a mailbox is opened: by its password, or by OAuth2 at who runs it."""

    PASSWORD = "password"  # noqa: S105 - the word, no password
    MICROSOFT = "microsoft"
    GOOGLE = "google"


@dataclass(frozen=True, slots=True, kw_only=True)
class MailboxSettings:
    """A mailbox in which leads arrive. What opens it is in the system's keyring.

    Attributes:
        name: What the dealer calls it: letters, digits, ``-`` and ``_``.
        port: The server's; 993 for TLS, else 143.
        security: Plain only to this computer itself.
        sign_in: By password, or at Microsoft or Google.
        tenant: Microsoft's name for the dealer: a domain, an id, or one of its own words.
        client_id: Under which Microsoft or Google knows this program; empty with a password.
        ca_file: A file of certificates to trust beside the system's; empty for none.
        days_back: How many days of older mail to read at the first connection.
        taken_keyword: The keyword that marks what was taken; empty leaves mail untouched.
        taken_folder: The folder to which it is moved; empty leaves it where it is.
    """

    name: str
    host: str
    user: str
    port: int = 993
    security: Security = Security.TLS
    folder: str = "INBOX"
    sign_in: SignIn = SignIn.PASSWORD
    tenant: str = "organizations"
    client_id: str = ""
    ca_file: str = ""
    days_back: int = 0
    taken_keyword: str = ""
    taken_folder: str = ""

    @property
    def is_read_only(self) -> bool:
        """Say whether nothing in the mailbox is changed."""
        return not self.taken_keyword and not self.taken_folder


@dataclass(frozen=True, slots=True, kw_only=True)
class ConversationSettings:
    """What a salesperson asks back."""

    ask_back: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivacySettings:
    """What is kept of persons; 0 months keeps everything."""

    retention_months: int


@dataclass(frozen=True, slots=True, kw_only=True)
class InspectionSettings:
    """What the figures are held against, and where colleagues' copies of their logs lie.

    Attributes:
        benchmark: The preset.
        folder: A folder of data folders or backups; empty for this desk's log alone.
    """

    benchmark: Preset
    folder: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All settings.

    Attributes:
        tracking_numbers: The source that each tracking number (E.164) stands for.
    """

    desk: DeskSettings
    dealer: DealerSettings
    hours: HoursSettings
    follow_up: FollowUpSettings
    bdc: BdcSettings
    intake: IntakeSettings
    outgoing: "OutgoingSettings"
    conversation: ConversationSettings
    telephone: TelephoneSettings
    privacy: PrivacySettings
    inspection: InspectionSettings
    tracking_numbers: dict[str, str]
    mailboxes: tuple[MailboxSettings, ...] = ()

    @property
    def own_address(self) -> str:
        """Return the e-mail address that invites come from; empty while none is known."""
        users = (mailbox.user for mailbox in self.mailboxes if "@" in mailbox.user)
        addresses = (self.outgoing.address, *self.dealer.own_addresses, *users)
        return next(filter(None, addresses), "")
