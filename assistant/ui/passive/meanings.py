"""What the columns of a list can hold, in words, in the order in which they are offered."""

from assistant.core.errors import mark
from assistant.intake.lists import Meaning
from assistant.words.catalogue import tr

_WORDS = {
    Meaning.NAME: mark("Name"),
    Meaning.FIRST_NAME: mark("First name"),
    Meaning.INSERTION: mark("Name prefix"),
    Meaning.LAST_NAME: mark("Last name"),
    Meaning.PHONE: mark("Telephone number"),
    Meaning.EMAIL: mark("E-mail address"),
    Meaning.CAR: mark("Car"),
    Meaning.MAKE: mark("Make of car"),
    Meaning.MODEL: mark("Model of car"),
    Meaning.PLATE: mark("Number plate"),
    Meaning.QUESTION: mark("Remark"),
    Meaning.CONSENT: mark("Consent to call"),
}
CHOICES: tuple[Meaning | None, ...] = (None, *_WORDS)


def meaning_in_words(meaning: Meaning | None) -> str:
    """Return what a column holds; ``None`` is a column that is passed over."""
    return tr("Not used") if meaning is None else tr(_WORDS[meaning])
