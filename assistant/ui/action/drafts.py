"""Messages that were changed by hand and not sent yet: one a lead, kept while the program runs."""

from dataclasses import dataclass, replace

from assistant.core.facts import Fact, LeadId
from assistant.desk import LeadFile
from assistant.outreach.texts import Text
from assistant.ui.action.flow import Place


@dataclass(frozen=True, slots=True)
class Draft:
    """A message as it was left.

    Attributes:
        place: The message that it is.
        facts: What was written down of its lead then.
        is_open: Whether its page was left for another lead, not by Back.
    """

    place: Place
    text: Text
    facts: tuple[Fact, ...]
    is_open: bool = True


class Drafts:
    """Keeps what was typed, for the card and the pages alike."""

    def __init__(self) -> None:
        self._kept: dict[LeadId, Draft] = {}

    def keep(self, lead: LeadFile, place: Place, text: Text) -> None:
        """Keep what stands in a message of a lead now."""
        self._kept[lead.lead_id] = Draft(place, text, lead.facts)

    def drop(self, lead_id: LeadId) -> None:
        """Forget it: the message went out, or was left out."""
        self._kept.pop(lead_id, None)

    def close(self, lead_id: LeadId) -> None:
        """Do not open it by itself any more; it stands in its message when that is wanted."""
        if (draft := self._kept.get(lead_id)) is not None:
            self._kept[lead_id] = replace(draft, is_open=False)

    def text(self, lead_id: LeadId, place: Place) -> Text | None:
        """Return what was typed in this message, if anything was."""
        draft = self._kept.get(lead_id)
        if draft is None or draft.place.moment is not place.moment:
            return None
        return draft.text if draft.place.channels[0] is place.channels[0] else None

    def left_open(self, lead: LeadFile) -> Place | None:
        """Return the message in which a lead was left, unless something happened since."""
        draft = self._kept.get(lead.lead_id)
        is_open = draft is not None and draft.is_open and draft.facts == lead.facts
        return draft.place if draft is not None and is_open else None
