"""What the customer reads: one text a moment and channel, filled from a white list of fields."""

import re
import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from assistant.core.request import Channel
from assistant.resources import resource
from assistant.words.catalogue import Tongue

_FIELD = re.compile(r"\{(\w+)\}")


class Moment(StrEnum):
    """When a message goes out; the names of the sections in ``resources/texts``."""

    FIRST = "first"
    MISSED = "missed"
    CALL_BACK = "call_back"
    CONFIRMATION = "confirmation"
    MOVED = "moved"
    CANCELLED = "cancelled"
    REMINDER = "reminder"
    NO_SHOW = "no_show"
    INFORMATION = "information"
    THANK_YOU = "thank_you"


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """Whom and what a message is about; every field may be empty.

    Attributes:
        moment: The agreed moment in words: ``za 7 mrt 14:00``.
    """

    name: str = ""
    vehicle: str = ""
    salesperson: str = ""
    dealer: str = ""
    moment: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """A message ready to be looked at and sent. WhatsApp has no subject."""

    subject: str
    body: str


def text(moment: Moment, channel: Channel, about: About, tongue: Tongue) -> Text:
    """Return the message for a moment.

    Args:
        moment: What the message is for.
        channel: Mail or WhatsApp.
        about: What fills its fields. Customers' words are filled in, never read as fields.
        tongue: The customer's language.
    """
    texts = _texts(tongue)
    fields = {
        "salutation": _form(texts, "salutation", {"name": about.name}),
        "about": _form(texts, "about", {"vehicle": about.vehicle}),
        "introduction": _form(
            texts, "introduction", {"salesperson": about.salesperson, "dealer": about.dealer}
        ),
        "signature": "\n".join(filter(None, (about.salesperson, about.dealer))),
        "moment": about.moment,
        "appointment": _form(texts, "appointment", {"moment": about.moment}),
    }
    section = texts[moment]
    if channel is Channel.WHATSAPP:
        return Text("", _filled(section["whatsapp"], fields))
    return Text(_filled(section["subject"], fields), _filled(section["mail"], fields))


@cache
def _texts(tongue: Tongue) -> dict[str, Any]:
    return tomllib.loads(resource(f"texts/{tongue}.toml").read_text("utf-8"))


def _form(texts: dict[str, Any], name: str, fields: dict[str, str]) -> str:
    """Fill the form of a phrase that suits what is known."""
    lacks = [field for field, value in fields.items() if not value]
    without = "both" if len(lacks) == 2 else "".join(lacks)
    return _filled(texts[f"{name}_without_{without}" if lacks else name], fields)


def _filled(form: str, fields: dict[str, str]) -> str:
    filled = _FIELD.sub(lambda found: fields.get(found[1], found[0]), form)
    return re.sub(r"^ +", "", filled, flags=re.MULTILINE).strip()
