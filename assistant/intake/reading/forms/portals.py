"""The portals, the labels and the marks by which a mail is understood.

They are data, read from portals.toml by :mod:`portal_table`; here stands what can be asked
of them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fnmatch import fnmatchcase

from assistant.core.request import RequestKind
from assistant.intake.reading.words.phrases import Phrase

_LABEL_LETTERS = str.maketrans("\u2010\u2011\u2012\u2013", "----", "*_#•\u200b")


class Label(StrEnum):
    """What stands behind a label; the values are the keys in portals.toml."""

    NAME = "name"
    FIRST_NAME = "first_name"
    INSERTION = "insertion"
    LAST_NAME = "last_name"
    SENDER = "sender"
    EMAIL = "email"
    PHONE = "phone"
    MESSAGE = "message"
    TOPIC = "topic"
    VEHICLE = "vehicle"
    MAKE = "make"
    MODEL = "model"
    TRIM = "trim"
    YEAR = "year"
    PLATE = "plate"
    MILEAGE = "mileage"
    PRICE = "price"
    LINK = "link"
    OWN_VEHICLE = "own_vehicle"
    OWN_PLATE = "own_plate"
    OWN_MILEAGE = "own_mileage"
    OWN_CONDITION = "own_condition"
    DAY = "day"
    TIME = "time"
    PREFERENCE = "preference"
    DATE = "date"
    REFERENCE = "reference"
    LEFT_OUT = "left_out"


class Mark(StrEnum):
    """What a line that divides a mail begins or ends."""

    ADVERT = "advert"
    CUSTOMER = "customer"
    DEALER = "dealer"
    SIGNATURE = "signature"
    END = "end"
    FOOTER = "footer"


class Name(StrEnum):
    """What the names mean that programs give; the values are the keys in portals.toml."""

    DEALER = "dealer"
    CUSTOMER = "customer"
    CAR = "car"
    OWN_CAR = "own_car"
    CAR_NAME = "car_name"
    SOURCE = "source"
    REQUEST_TYPE = "request_type"
    NO_CALLS = "no_calls"
    NOT_A_REQUEST = "not_a_request"
    ASKS_NUMBER = "asks_number"
    ASKS_CAR = "asks_car"
    ASKS_WHICH = "asks_which"
    ABOUT_OWN_CAR = "about_own_car"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What a subject or a sentence says.

    Attributes:
        phrase: The words that are looked for.
        kind: What the customer asks; ``None`` when the message is no lead.
        reason: Why it is no lead, empty when it is one.
    """

    phrase: Phrase
    kind: RequestKind | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Portal:
    """A sender whose mails are known.

    Attributes:
        source: Its name as people say it, empty for the name in each mail.
        domains: The domains that it sends from.
        kind: What a mail asks whose subject says nothing.
        rules: What its subjects mean.
    """

    source: str = ""
    domains: tuple[str, ...] = ()
    kind: RequestKind = RequestKind.QUESTION
    rules: tuple[Rule, ...] = ()

    def sends_from(self, domain: str) -> bool:
        """Say whether a mail from ``domain`` is from this portal."""
        return any(
            domain == own or domain.endswith(f".{own}") or ("*" in own and fnmatchcase(domain, own))
            for own in self.domains
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Portals:
    """Everything that portals.toml says."""

    known: tuple[Portal, ...]
    rules: tuple[Rule, ...]
    vehicles: tuple[Phrase, ...]
    introductions: tuple[Phrase, ...]
    makes: tuple[str, ...]
    nameless: frozenset[str]
    labels: Mapping[str, Label]
    unspaced_labels: Mapping[str, Label]
    label_beginnings: frozenset[str]
    label_words: Mapping[Label, frozenset[str]]
    others_words: frozenset[str]
    marks: Mapping[Mark, tuple[str, ...]]
    names: Mapping[Name, frozenset[str]]
    automatic_subjects: tuple[Rule, ...]
    automatic_sentences: tuple[Rule, ...]

    def of(self, *domains: str) -> Portal | None:
        """Return the portal that sends from the first of these domains that is known."""
        for domain in domains:
            for portal in self.known:
                if domain and portal.sends_from(domain):
                    return portal
        return None


def first_rule(rules: Iterable[Rule], line: str) -> tuple[Rule, dict[str, str]] | None:
    """Return the first rule whose phrase stands in ``line``, and what its gaps hold."""
    for rule in rules:
        held = rule.phrase.find(line)
        if held is not None:
            return rule, held
    return None


def first_phrase(phrases: Iterable[Phrase], line: str) -> dict[str, str]:
    """Return what the gaps of the first phrase hold that stands in ``line``."""
    return next((held for phrase in phrases if (held := phrase.find(line)) is not None), {})


def label_key(text: str) -> str:
    """Return the one spelling under which a label is looked up."""
    text = text.translate(_LABEL_LETTERS).lower()
    if "(" in text and not text.startswith("name ("):
        text = text[: text.index("(")]
    return " ".join(text.replace("\xa0", " ").split()).strip(" .:?!-–|>")


def unspaced(name: str) -> str:
    """Return a label or a name in a program as ``phonenumber``."""
    return name.replace(" ", "").replace("-", "")
