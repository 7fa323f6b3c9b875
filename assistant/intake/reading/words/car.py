"""A car in one line, with its price taken out, as a subject, a label or an advert names it."""

import re
from collections.abc import Iterable

from assistant.intake.reading.words.cleaning import one_line

_PRICE = re.compile(
    r"(?:€|EUR|£|\$|USD|CAD|CHF)\s{0,2}\d[\d.,' ]{0,14}(?:,-|,–|\.-)?"
    r"|\d[\d.,]{2,12}\s?(?:EUR\b|euro\b|€(?!\s?\d))",
    re.IGNORECASE,
)
_EDGES = " \"'“”„‘’-–|:,;.!?*"
_PLATE = re.compile(
    r"(?<![\w-])(?=[\w-]*\d)(?=[\w-]*[A-Z])(?=(?:-?[A-Z0-9]){6}(?![\w-]))(?:[A-Z]{1,3}|\d{1,3})-(?:[A-Z]{1,3}|\d{1,3})-(?:[A-Z]{1,3}|\d{1,3})(?![\w-])"
)
_NOT_A_CAR = re.compile(
    r"(?:(?:algemene|een|uw|je|deze|de|mijn|onze|your|the|a|this|dieses?|ihr)\s)?"
    r"(?:vraag|contact\w*|informatie|info|proefrit\w*|terugbel\w*|afspraak|inruil\w*|offerte|bericht|aanvraag|advertentie"
    r"|auto|occasion|voertuig|website|test\s?drive|question|enquiry|inquiry|request|appointment|information|quote"
    r"|vehicle|car|general|probefahrt|anfrage|frage|kontakt|fahrzeug|auto'?s|aanvragen|plannen|inplannen|boeken|maken|anfragen|vereinbaren|buchen|booking|onbekend|unknown|n/?a|n\.?v\.?t|none|keine?|nein|nee|geen|-)\W*",
    re.IGNORECASE,
)


def car(text: str, *source: str) -> str:
    """Return a car's name without a price, quotation marks or the portal's name behind it.

    Args:
        text: ``Peugeot 208 - AutoTrack``, ``BMW 320i - € 18.950``.
        source: Names that may stand behind it and do not belong to it.

    Returns:
        The car on one line, empty when the text names none.
    """
    without_plate = _PLATE.sub("", text[:500]).replace("()", "")
    before_price = _PRICE.split(without_plate, maxsplit=1)
    line = first_filled(one_line(piece).strip(_EDGES) for piece in before_price)
    for name in filter(None, source):
        for dash in (" - ", " – ", " | ", " via ", " op ", " bij "):
            if line.lower().endswith(f"{dash}{name}".lower()):
                line = line[: -len(dash) - len(name)].strip(_EDGES)
    if any(line.lower() == name.lower() for name in source):
        return ""
    if "://" in line or "@" in line or _NOT_A_CAR.fullmatch(line):
        return ""
    return line if any(letter.isalpha() for letter in line) else ""


def price(text: str) -> str:
    """Return the first price in a text as it is written: ``€ 12.950``."""
    found = _PRICE.search(text[:500])
    written = one_line(found.group()).rstrip(" .,") if found else ""
    return written if any(digit in "123456789" for digit in written) else ""


def plate(text: str) -> str:
    """Return the first number plate with hyphens in a text, as it is written."""
    found = _PLATE.search(text[:500])
    return found.group() if found else ""


def joined(*parts: str) -> str:
    """Return the parts that are filled in on one line, a comma between them."""
    return one_line(", ".join(part for part in map(one_line, parts) if part))


def make_and_model(make: str, model: str, trim: str = "", year: str = "") -> str:
    """Return ``Make Model Trim (Year)``; what a part repeats is left out."""
    words: list[str] = []
    for part in (make, model, trim):
        new = one_line(part).split()
        shared = next(n for n in range(len(new), -1, -1) if _same(words[len(words) - n :], new[:n]))
        words += new[shared:]
    line = " ".join(words)
    year = one_line(year)
    return one_line(f"{line} ({year})" if line and year and year not in words else line)


def first_filled(values: Iterable[str]) -> str:
    """Return the first text that is not empty."""
    return next(filter(None, values), "")


def _same(end: list[str], beginning: list[str]) -> bool:
    return [word.lower() for word in end] == [word.lower() for word in beginning]
