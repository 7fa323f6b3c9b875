"""What the customer reads: one text a moment and channel, filled from a white list of fields."""

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from assistant.core.request import Channel
from assistant.outreach import fields
from assistant.outreach.fields import About
from assistant.resources import resource
from assistant.words.catalogue import Tongue

__all__ = ["About", "Moment", "Text", "filled", "original", "text"]


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


@dataclass(frozen=True, slots=True)
class Text:
    """A message, or the form of one with fields in it. WhatsApp has no subject."""

    subject: str
    body: str


def text(moment: Moment, channel: Channel, about: About, tongue: Tongue) -> Text:
    """Return the program's own message for a moment.

    Args:
        moment: What the message is for.
        channel: Mail or WhatsApp.
        about: What fills its fields. Customers' words are filled in, never read as fields.
        tongue: The customer's language.
    """
    return filled(original(moment, channel, tongue), about, tongue)


def original(moment: Moment, channel: Channel, tongue: Tongue) -> Text:
    """Return the form that the program came with."""
    section = _texts(tongue)[moment]
    if channel is Channel.WHATSAPP:
        return Text("", section["whatsapp"].strip())
    return Text(section["subject"].strip(), section["mail"].strip())


def filled(form: Text, about: About, tongue: Tongue) -> Text:
    """Return a form as the customer will read it; a subject is one line."""
    known = fields.values(about, _texts(tongue))
    subject = " ".join(fields.filled(form.subject, known).split())
    return Text(subject, fields.filled(form.body, known))


@cache
def _texts(tongue: Tongue) -> dict[str, Any]:
    return tomllib.loads(resource(f"texts/{tongue}.toml").read_text("utf-8"))
