"""Telephone numbers and e-mail addresses: one spelling for each, and never one lost.

A number that phonenumbers calls valid is kept as E.164, as is one written with a country
code that could be a number. Any other run of digits that a customer left is kept as he
wrote it, because a person can still dial it.
"""

import re
from dataclasses import dataclass
from urllib.parse import unquote

import phonenumbers
from phonenumbers import PhoneNumber, PhoneNumberFormat, PhoneNumberMatcher, PhoneNumberType

WITHHELD = "anonymous"  # RFC 3323
"""Stands for the number of a caller who gives none."""

_SEARCHED_CHARACTERS = 400  # PhoneNumberMatcher is slow on long texts
_FEWEST_DIGITS = 6
_MOST_DIGITS = 15  # E.164
_RUN_OF_DIGITS = re.compile(r"\d[\d ./()-]*\d")
_DUTCH_MOBILE = re.compile(r"\+31(6)(\d{2})(\d{2})(\d{2})(\d{2})")
_DUTCH_AREA = r"1[16-8]|2[259]|3[124]|4[17-9]|5[124679]"  # of three digits, as phonenumbers has it
_DUTCH_LAND_LINE = re.compile(
    rf"\+31(?:((?:{_DUTCH_AREA})\d)(\d{{3}})(\d{{3}})|([1-57]\d|8[1-9])(\d{{3}})(\d{{4}}))"
)
_EXTENSION_SEPARATOR = ";ext="
_ADDRESS = re.compile(
    r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
    r"@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9]"
)
_LONGEST_ADDRESS = 254  # RFC 5321
_NAMED = re.compile(r'\s*"?(?P<name>[^<"]*)"?\s*<(?P<uri>[^>]*)>?')
_WITHHELD = re.compile(
    r"(?:anonymous|private|withheld|restricted|unavailable|unknown|no caller id"
    r"|anoniem|priv[eé]|afgeschermd|onbekend)?",
    re.IGNORECASE,
)
_EXTENSION = re.compile(r"[\d*#]{1,5}")
_SCHEME = re.compile(r"\s*(?:(?P<sip>sips?)|tel|callto):", re.IGNORECASE)
_MAY_BE_MOBILE = frozenset({PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE})


@dataclass(frozen=True, slots=True)
class Phone:
    """A telephone number of a customer.

    Attributes:
        number: E.164 (``+31612345678``, an extension as ``;ext=12``), or the digits as
            the customer wrote them when no country's plan knows the number.
        mobile: Whether it may have WhatsApp. False for land lines, 088 and 0800.
    """

    number: str
    mobile: bool = False

    def __post_init__(self) -> None:
        if not any(character.isdigit() for character in self.number):
            raise ValueError("a phone number has digits")

    @property
    def key(self) -> str:
        """Return what two spellings of this number have in common, extension aside."""
        return without_extension(self.number)


def read_phone(text: str, region: str) -> Phone | None:
    """Read one telephone number.

    Args:
        text: A number in any spelling, such as ``06 - 12 34 56 78`` or ``0031(0)612345678``;
            of several numbers the first counts.
        region: The dealer's country (ISO 3166, ``NL``), for numbers without a country code.

    Returns:
        The number; ``None`` for a text without a run of 6 to 15 digits.
    """
    text = text[:_SEARCHED_CHARACTERS].replace("(0)", "")
    parsed = _parse(text, region)
    if parsed is not None:
        return _phone(parsed)
    found = find_phones(text, region)
    if found:
        return found[0]
    for written in _RUN_OF_DIGITS.findall(text):
        digits = re.sub(r"\D", "", written)
        if _FEWEST_DIGITS <= len(digits) <= _MOST_DIGITS:
            return Phone(digits)
    return None


def is_too_short(text: str, region: str) -> bool:
    """Say whether a text has too few digits for any number of its country."""
    try:
        parsed = phonenumbers.parse(text[:_SEARCHED_CHARACTERS], region)
    except phonenumbers.NumberParseException as error:
        return error.error_type == phonenumbers.NumberParseException.TOO_SHORT_NSN
    reason = phonenumbers.is_possible_number_with_reason(parsed)
    return bool(reason == phonenumbers.ValidationResult.TOO_SHORT)


def read_caller(text: str, region: str) -> Phone | None:
    """Read the number of a caller or of a called line, as a telephone program gives it.

    Args:
        text: A number in any spelling, or a SIP or tel address, with or without a name:
            ``"Sanne" <sip:0612345678@pbx.example;user=phone>``. The host is never read as a
            number; the name is, where the address has none.
        region: The dealer's country.

    Returns:
        The number; ``None`` for a withheld number, an extension or a SIP name.
    """
    name, user = _name_and_user(text)
    return read_phone(user, region) or read_phone(name, region)


def is_withheld(text: str) -> bool:
    """Say whether a caller hides his number: ``anonymous``, ``sip:anonymous@host``, nothing."""
    return _WITHHELD.fullmatch(_name_and_user(text)[1].strip()) is not None


def is_extension(text: str) -> bool:
    """Say whether a caller is a colleague on the same exchange: ``201``, ``sip:201@host``."""
    return _EXTENSION.fullmatch(_name_and_user(text)[1]) is not None


def _name_and_user(text: str) -> tuple[str, str]:
    text = text[:_SEARCHED_CHARACTERS]
    named = _NAMED.match(text)
    return (named["name"], _user(named["uri"])) if named else ("", _user(text))


def _user(uri: str) -> str:
    """Return the part of an address that may be a number; a text without address as it is."""
    scheme = _SCHEME.match(uri)
    rest = uri[scheme.end() :] if scheme else uri
    user, at, _ = rest.rpartition("@")
    if at:
        return unquote(user)
    is_host = scheme is not None and scheme["sip"] and "." in rest.partition(";")[0]
    return "" if is_host else rest


def without_extension(number: str) -> str:
    """Return a number as E.164 has it."""
    return number.partition(_EXTENSION_SEPARATOR)[0]


def find_phones(text: str, region: str) -> tuple[Phone, ...]:
    """Return the valid numbers that stand in the first 400 characters of a free text."""
    matches = PhoneNumberMatcher(text[:_SEARCHED_CHARACTERS], region)
    return tuple(dict.fromkeys(_phone(match.number) for match in matches))


def read_email(text: str) -> str | None:
    """Return the first e-mail address in ``text`` in lower case, or ``None``."""
    found = _ADDRESS.search(text[: 4 * _LONGEST_ADDRESS])
    if found is None or len(found.group()) > _LONGEST_ADDRESS:
        return None
    return found.group().lower()


def national(number: str, region: str) -> str:
    """Write a number as people in ``region`` do: ``06 12 34 56 78``, else international."""
    if not number.startswith("+"):
        return number
    main, _, extension = number.partition(_EXTENSION_SEPARATOR)
    written = _dutch(main) if region == "NL" else None
    if written is None:
        written = _in_full(main, region)
    return f"{written} ({extension})" if extension else written


def _dutch(number: str) -> str | None:
    """Write a usual Dutch number: phonenumbers takes thirty times as long, and lists have many."""
    found = _DUTCH_MOBILE.fullmatch(number) or _DUTCH_LAND_LINE.fullmatch(number)
    return None if found is None else f"0{' '.join(filter(None, found.groups()))}"


def _in_full(number: str, region: str) -> str:
    parsed = _parse(number, region)
    if parsed is None:
        return number
    at_home = phonenumbers.region_code_for_number(parsed) == region
    form = PhoneNumberFormat.NATIONAL if at_home else PhoneNumberFormat.INTERNATIONAL
    return phonenumbers.format_number(parsed, form)


def dialled(number: str, region: str) -> str:
    """Return the digits that are pressed in ``region`` for a number, extension aside.

    ``0612345678`` at home, ``0049...`` to another country; a number that no country's plan
    knows as it stands.
    """
    main = without_extension(number)
    parsed = _parse(main, region) if main.startswith("+") else None
    if parsed is not None:
        main = phonenumbers.format_out_of_country_calling_number(parsed, region)
    return re.sub(r"[^0-9]", "", main)


def _parse(text: str, region: str) -> PhoneNumber | None:
    try:
        parsed = phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException:
        return None
    with_country_code = text.lstrip().startswith(("+", "00"))
    if phonenumbers.is_valid_number(parsed):
        return parsed
    return parsed if with_country_code and phonenumbers.is_possible_number(parsed) else None


def _phone(parsed: PhoneNumber) -> Phone:
    number = phonenumbers.format_number(parsed, PhoneNumberFormat.E164)
    if parsed.extension:
        number += _EXTENSION_SEPARATOR + parsed.extension
    return Phone(number, mobile=phonenumbers.number_type(parsed) in _MAY_BE_MOBILE)
