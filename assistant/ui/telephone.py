"""What a call is made by, beside a ``tel:`` link: every window that dials is handed this."""

import logging
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.core.contact import without_extension
from assistant.intake.ringing import Ringing

if TYPE_CHECKING:
    from assistant.outreach.dialling import Dial

logger = logging.getLogger(__name__)

_NUMBER = re.compile(r"\+?[0-9]+")


@dataclass(frozen=True, slots=True)
class Telephone:
    """What a call is made by.

    Attributes:
        dial: Dials by a request or a command; slow.
        own_calls: The calls that were made, for a telephone program that tells how they end.
    """

    dial: "Dial"
    own_calls: Ringing

    def begin(self, number: str) -> None:
        """Note that a number is called; without the note its end is not heard of, no more."""
        name = without_extension(number)
        if not _NUMBER.fullmatch(name):  # it becomes the name of a file
            return
        try:
            self.own_calls.begin(name)
        except OSError as error:
            logger.warning("a call is not noted: %s", error)

    def end(self, number: str) -> None:
        """Want to hear no more of a call."""
        name = without_extension(number)
        if not _NUMBER.fullmatch(name):
            return
        try:
            self.own_calls.end(name)
        except OSError as error:
            logger.warning("a call stays noted: %s", error)
