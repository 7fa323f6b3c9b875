"""What stands in the log form, and the request it becomes. Rules only: no widgets."""

import re
from dataclasses import dataclass
from enum import StrEnum

from assistant.core.contact import Phone, find_phones, national, read_email, read_phone
from assistant.core.followable import Contact, contact
from assistant.core.request import Door, Request, RequestKind
from assistant.desk import NextStep

_EXTENSION_SEPARATOR = ";ext="
_DIGITS_COMPARED = 6
_LETTERS = re.compile(r"[^\W\d_]+")
_WORDS_OF_NUMBERS = frozenset({"e", "ext", "fax", "tel", "toestel", "tst", "x"})


class FormKind(StrEnum):
    """What is logged."""

    WALK_IN = "walk-in"
    CALL = "call"
    MISSED_CALL = "missed-call"
    MESSAGE = "message"


_KINDS = {
    FormKind.WALK_IN: (RequestKind.QUESTION, Door.SHOWROOM),
    FormKind.CALL: (RequestKind.ANSWERED_CALL, Door.PHONE),
    FormKind.MISSED_CALL: (RequestKind.MISSED_CALL, Door.PHONE),
    FormKind.MESSAGE: (RequestKind.QUESTION, Door.WEB),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Everything in the form, as it was typed; every text may be empty.

    Attributes:
        called: The number that the customer called, if a telephone program told.
        next_step: What was chosen so far; it may still lack its reason.
        message_id: The unreadable message that is typed over; empty for every other kind.
    """

    kind: FormKind = FormKind.WALK_IN
    number: str = ""
    phone_asked: bool = False
    phone_read_back: bool = False
    name: str = ""
    question: str = ""
    vehicle: str = ""
    email: str = ""
    email_asked: bool = False
    email_read_back: bool = False
    called: str = ""
    next_step: NextStep | None = None
    message_id: str = ""

    @property
    def phone(self) -> Contact:
        """Return how far the number can be trusted."""
        return contact(asked=self.phone_asked, read_back=self.phone_read_back)

    @property
    def mail(self) -> Contact:
        """Return how far the address can be trusted."""
        return contact(asked=self.email_asked, read_back=self.email_read_back)

    @property
    def says_who(self) -> bool:
        """Say whether anything was typed about the customer."""
        return any((self.number, self.name, self.question, self.vehicle, self.email))

    @property
    def is_empty(self) -> bool:
        """Say whether nothing was typed or chosen yet."""
        return not self.says_who and self.next_step is None


def numbers(text: str, region: str) -> tuple[Phone, ...]:
    """Return the telephone numbers that ``text`` holds, if it holds nothing else.

    A number counts when a country's plan knows it, or when it carries its country code.
    """
    strange = {word.lower() for word in _LETTERS.findall(text)} - _WORDS_OF_NUMBERS
    if strange:
        return ()
    found = find_phones(text, region)
    if found:
        return found
    phone = read_phone(text, region)
    return (phone,) if phone is not None and phone.number.startswith("+") else ()


def address(text: str) -> str:
    """Return the e-mail address that ``text`` is, in lower case; nothing if it is none."""
    written = text.strip().lower()
    return written if read_email(written) == written else ""


def written(text: str, region: str) -> str:
    """Return a number as people in ``region`` write it, or ``text`` where that loses something."""
    found = numbers(text, region)
    if len(found) != 1:
        return text
    main, _, extension = found[0].number.partition(_EXTENSION_SEPARATOR)
    shown = national(main, region) + (f" ext. {extension}" if extension else "")
    return shown if numbers(shown, region) == found and _end(shown) == _end(text) else text


def _end(text: str) -> str:
    return re.sub(r"\D", "", text)[-_DIGITS_COMPARED:]


def request(draft: Draft, region: str, source: str) -> Request:
    """Return the request that a draft is by now. What cannot be read of it is left out.

    Args:
        draft: What stands in the form.
        region: The dealer's country.
        source: Where the customer saw us, if that is known.
    """
    kind, door = _KINDS[draft.kind]
    phones, email = numbers(draft.number, region), address(draft.email)
    return Request(
        kind=kind,
        door=door,
        source=source,
        name=draft.name.strip(),
        phones=phones,
        emails=(email,) if email else (),
        vehicle=draft.vehicle.strip(),
        question=draft.question.strip(),
        phone_asked=bool(phones) and draft.phone_asked,
        phone_read_back=bool(phones) and draft.phone_read_back,
        email_asked=bool(email) and draft.email_asked,
        email_read_back=bool(email) and draft.email_read_back,
    )
