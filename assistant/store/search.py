"""What is looked for, and in what: any part of a name, number, plate, address or car."""

import re
import unicodedata

from assistant.core.course import Course


def search_words(text: str) -> list[str]:
    """Split what a person types into what is looked for, escaped for LIKE."""
    if re.fullmatch(r"[\d\s()+./-]+", text) and re.search(r"\d", text):
        digits = re.sub(r"\D", "", text)
        return [re.sub(r"^(00)?(31)?0*", "", digits) or digits]
    words_typed = _plain(text).split()
    return [re.sub(r"([\\%_])", r"\\\1", _without_dashes(word)) for word in words_typed]


def _without_dashes(word: str) -> str:
    return word.replace("-", "") if re.search(r"\d", word) else word


def _plain(text: str) -> str:
    """Fold case and accents, so that ``Cote`` finds ``Côté``."""
    if text.isascii():
        return text.casefold()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def search_text(course: Course) -> str:
    """Return the text of a lead in which :func:`search_words` are looked for."""
    asked = course.request
    car = (asked.vehicle, asked.plate, asked.plate.replace("-", "")) if asked else ()
    numbers = [re.sub(r"\D", "", phone.number) for phone in course.phones]
    return _plain("\n".join([course.name, *numbers, *course.emails, *car]))
