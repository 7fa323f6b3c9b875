"""What click itself says, in the present language.

click asks gettext for its sentences, in whichever domain is set and in the language of the
environment. Both are set only while a wrong call or a help is told: a program that we start must
not inherit them.
"""

import gettext
import os
from collections.abc import Iterator
from contextlib import contextmanager

from assistant.resources import resource
from assistant.words.catalogue import Tongue

_DOMAIN, _USUAL = "click", "messages"
_LANGUAGE = "LANGUAGE"


@contextmanager
def click_speaks(tongue: Tongue) -> Iterator[None]:
    """Let click speak a language for a while."""
    before = os.environ.get(_LANGUAGE)
    gettext.bindtextdomain(_DOMAIN, str(resource("translations")))
    gettext.textdomain(_DOMAIN)
    os.environ[_LANGUAGE] = tongue.value
    try:
        yield
    finally:
        gettext.textdomain(_USUAL)
        if before is None:
            del os.environ[_LANGUAGE]
        else:
            os.environ[_LANGUAGE] = before
