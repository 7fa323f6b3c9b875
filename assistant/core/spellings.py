"""Every spelling of a person's numbers, addresses and names: to find him in any text."""

import re
from collections.abc import Iterable

import phonenumbers

STAND_IN = "forgotten-"
"""Stands, with a number behind it, where a number, an address or a name was."""

_BETWEEN = r"[\s().\-/\u2010-\u2015]{0,3}"
_AT = r"(?:@|%40|=40|&#64;|&#x40;|\\u0040)"
_LEAST_NAME = 3
_NO_DIGITS = bytes(sign for sign in range(256) if not chr(sign).isdigit() or sign > 0x7F)


class Spellings:
    """Finds one person. A number counts as ``06-123 456 78``, ``0031(0)612345678`` and so on."""

    def __init__(self, identities: Iterable[str], names: Iterable[str] = ()) -> None:
        """Set up.

        Args:
            identities: His numbers (E.164, or digits as he wrote them) and addresses.
            names: What he is called; shorter ones than three letters are left out.
        """
        known, called = tuple(identities), [name for name in names if len(name) >= _LEAST_NAME]
        patterns = [_address(one) if "@" in one else _number(one) for one in known]
        patterns += map(_name, called)
        self._pattern = re.compile("|".join(sorted(patterns)) or r"(?!)", re.IGNORECASE)
        self._digits = tuple(_significant(one).encode() for one in known if "@" not in one)
        self._words = tuple(one.partition("@")[0].lower() for one in known if "@" in one)
        self._words += tuple(name.split()[0].lower() for name in called if name.split())

    def are_in(self, text: str) -> bool:
        """Say whether he stands in a text."""
        return self._may_be_in(text) and self._pattern.search(text) is not None

    def _may_be_in(self, text: str) -> bool:
        """Rule most texts out, many times as fast as the pattern."""
        lower = text.lower()
        if any(word in lower for word in self._words):
            return True
        digits = _digits_of(text) if self._digits else b""
        return any(number in digits for number in self._digits)

    def taken_out(self, text: str) -> str:
        """Return a text without him."""
        return self._pattern.sub("…", text)

    def stood_in_for(self, text: str) -> str:
        """Return a text in which a word stands in for him, where something must stand."""
        return self._pattern.sub(f"{STAND_IN}0", text)

    def painted_over(self, content: bytes) -> bytes:
        """Return bytes of the same length in which asterisks stand for him."""
        text = content.decode("utf-8", "surrogateescape")
        painted = self._pattern.sub(lambda found: "*" * len(_in_bytes(found.group())), text)
        return _in_bytes(painted)


def _in_bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")


def _digits_of(text: str) -> bytes:
    return text.encode("ascii", "ignore").translate(None, _NO_DIGITS)


def _significant(number: str) -> str:
    """Return the digits that stand in every spelling of a number."""
    if not number.startswith("+"):
        return _digits_of(number).decode()
    return phonenumbers.national_significant_number(phonenumbers.parse(number))


def _number(number: str) -> str:
    digits = _BETWEEN.join(_significant(number))
    if not number.startswith("+"):
        return rf"(?<!\d){digits}(?!\d)"
    code = _BETWEEN.join(str(phonenumbers.parse(number).country_code))
    before = rf"(?:(?:\+|00)?{_BETWEEN}{code}{_BETWEEN}(?:\(0\))?{_BETWEEN}|0{_BETWEEN})?"
    return rf"(?<!\d){before}{digits}(?!\d)"


def _address(address: str) -> str:
    local, _, host = address.partition("@")
    before = r"(?:(?<![\w.+-])|(?<=%[0-9a-f]{2}))"
    return rf"{before}{re.escape(local)}{_AT}{re.escape(host)}(?![\w-]|\.\w)"


def _name(name: str) -> str:
    words = r"\s+".join(map(re.escape, name.split()))
    return rf"(?<!\w){words}(?!\w)"
