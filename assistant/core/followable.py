"""Followable: we hold a number and an address, both asked for and read back."""

from enum import StrEnum

from assistant.core.request import Request


class Missing(StrEnum):
    """What a lead lacks to be followable, in the order in which one asks for it."""

    PHONE = "phone"
    PHONE_READ_BACK = "phone_read_back"
    EMAIL = "email"
    EMAIL_READ_BACK = "email_read_back"


def missing(request: Request) -> tuple[Missing, ...]:
    """Return what a request lacks to be followable; nothing when it is."""
    lacks = {
        Missing.PHONE: not request.phones,
        Missing.PHONE_READ_BACK: bool(request.phones) and not request.phone_read_back,
        Missing.EMAIL: not request.emails,
        Missing.EMAIL_READ_BACK: bool(request.emails) and not request.email_read_back,
    }
    return tuple(thing for thing, is_missing in lacks.items() if is_missing)
