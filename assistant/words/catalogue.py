"""The present language. English sentences in the code are the keys of the Dutch ones.

The language is a property of the whole process, as it is in gettext and in Qt. A sentence is
translated first and filled afterwards, so that strangers' words are never looked up and never
become part of a format string.
"""

import gettext as _gettext
import os
import sys
from enum import StrEnum

from assistant.core.errors import AssistantError
from assistant.resources import resource


class Tongue(StrEnum):
    """A language that the program speaks."""

    DUTCH = "nl"
    ENGLISH = "en"


_present: _gettext.NullTranslations = _gettext.NullTranslations()


def speak(tongue: Tongue) -> None:
    """Speak this language from now on. What is on the screen already stays as it is."""
    global _present  # noqa: PLW0603 - the one place that holds the language
    _present = _gettext.NullTranslations()
    if tongue is not Tongue.ENGLISH:
        with resource(f"translations/{tongue}.mo").open("rb") as file:
            _present = _gettext.GNUTranslations(file)


def system_tongue() -> Tongue:
    """Return the language of the computer: Dutch where it is set to that, else English."""
    names = [os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG")]
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - Windows only
        import locale  # noqa: PLC0415

        language = ctypes.windll.kernel32.GetUserDefaultUILanguage()
        names = [locale.windows_locale.get(language, "")]
    first = next((name for name in names if name), "")
    return Tongue.DUTCH if first.lower().startswith("nl") else Tongue.ENGLISH


def tr(sentence: str) -> str:
    """Return a sentence of the program in the present language."""
    return _present.gettext(sentence)


def tr_as(context: str, sentence: str) -> str:
    """Return a sentence whose English has two meanings; ``context`` says which is meant."""
    return _present.pgettext(context, sentence)


def tr_count(one: str, many: str, count: int) -> str:
    """Return the form of a sentence that goes with ``count``."""
    return _present.ngettext(one, many, count)


def explain(error: AssistantError) -> str:
    """Return an error's sentence in the present language."""
    return tr(error.sentence).format(**error.fields)
