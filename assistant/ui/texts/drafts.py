"""What was typed into texts and is not kept yet, so that nothing is lost between two of them."""

from dataclasses import dataclass

from assistant.core.request import Channel
from assistant.outreach.own_texts import OwnTexts
from assistant.outreach.texts import Moment, Text, original
from assistant.words.catalogue import Tongue


@dataclass(frozen=True, slots=True)
class Which:
    """One of the texts."""

    moment: Moment
    channel: Channel
    tongue: Tongue


class Drafts:
    """Holds what differs from the texts in use."""

    def __init__(self, own: OwnTexts) -> None:
        self._own = own
        self._typed: dict[Which, Text] = {}

    @property
    def differ(self) -> bool:
        """Say whether anything was typed that is not kept."""
        return bool(self._typed)

    def form(self, which: Which) -> Text:
        """Return a text as it was typed last, else as it is in use."""
        return self._typed.get(which) or self._in_use(which)

    def type(self, which: Which, form: Text) -> None:
        """Remember what stands in the fields."""
        if form == self._in_use(which):
            self._typed.pop(which, None)
        else:
            self._typed[which] = form

    def is_original(self, which: Which) -> bool:
        """Say whether a text stands as the program came with it."""
        return self.form(which) == original(which.moment, which.channel, which.tongue)

    def next_typed(self) -> Which | None:
        """Return a text that is not kept yet."""
        return next(iter(self._typed), None)

    def keep(self, which: Which) -> None:
        """Use a text from now on.

        Raises:
            AssistantError: If it cannot be used, or not be written; it stays as it was typed.
        """
        self._own.keep(which.moment, which.channel, which.tongue, self._typed[which])
        del self._typed[which]

    def forget(self) -> None:
        """Let go of everything that is not kept."""
        self._typed.clear()

    def _in_use(self, which: Which) -> Text:
        return self._own.form(which.moment, which.channel, which.tongue)
