"""Every spelling of a person's numbers, addresses and names: to find him in any text."""

import re
from collections.abc import Iterable

import phonenumbers

STAND_IN = "forgotten-"
"""Stands, with a number behind it, where a number, an address or a name was."""

_BETWEEN = r"[\s().\-/\u2010-\u2015]{0,3}"
_AT = r"(?:@|%40|=40|&#64;|&#x40;|\\u0040)"
_LEAST_NAME = 3


class Spellings:
    """Finds one person. A number counts as ``06-123 456 78``, ``0031(0)612345678`` and so on."""

    def __init__(self, identities: Iterable[str], names: Iterable[str] = ()) -> None:
        """Set up.

        Args:
            identities: His numbers (E.164, or digits as he wrote them) and addresses.
            names: What he is called; shorter ones than three letters are left out.
        """
        patterns = [_address(one) if "@" in one else _number(one) for one in identities]
        patterns += [_name(name) for name in names if len(name.strip()) >= _LEAST_NAME]
        self._pattern = re.compile("|".join(sorted(patterns)) or r"(?!)", re.IGNORECASE)

    def are_in(self, text: str) -> bool:
        """Say whether he stands in a text."""
        return self._pattern.search(text) is not None

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


def _number(number: str) -> str:
    if not number.startswith("+"):
        return rf"(?<!\d){_BETWEEN.join(re.sub(r'[^0-9]', '', number))}(?!\d)"
    parsed = phonenumbers.parse(number)
    digits = phonenumbers.national_significant_number(parsed)
    code = _BETWEEN.join(str(parsed.country_code))
    before = rf"(?:(?:\+|00)?{_BETWEEN}{code}{_BETWEEN}(?:\(0\))?{_BETWEEN}|0{_BETWEEN})?"
    return rf"(?<!\d){before}{_BETWEEN.join(digits)}(?!\d)"


def _address(address: str) -> str:
    local, _, host = address.partition("@")
    before = r"(?:(?<![\w.+-])|(?<=%[0-9a-f]{2}))"
    return rf"{before}{re.escape(local)}{_AT}{re.escape(host)}(?![\w-]|\.\w)"


def _name(name: str) -> str:
    words = r"\s+".join(map(re.escape, name.split()))
    return rf"(?<!\w){words}(?!\w)"
