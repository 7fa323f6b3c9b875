"""What another gets to know of a lead: only what he needs to reach the customer."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from assistant.core.contact import Phone
from assistant.core.facts import Fact, HandedOn, HandOverSent, Retraction, Split
from assistant.core.follow import gone_facts
from assistant.core.handover import HandedOver
from assistant.core.request import Request, RequestKind
from assistant.desk import LeadFile
from assistant.settings import Settings
from assistant.words.history import in_words
from assistant.words.times import weekday

_UNTOLD = (Retraction, Split, HandedOn, HandOverSent)
"""What is our own affair."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A lead that is handed over.

    Attributes:
        lead: The lead, as it stands.
        away: Why it is handed over, since when and to whom.
        settings: The dealer's.
    """

    lead: LeadFile
    away: HandedOver
    settings: Settings

    @property
    def request(self) -> Request:
        """Return what is known of the customer and his wishes."""
        request = self.lead.course.request
        assert request is not None  # noqa: S101 - a lead opens with a request
        return request

    @property
    def phones(self) -> tuple[Phone, ...]:
        """Return his numbers; none for who may not be called."""
        return self.lead.course.phones if self.lead.course.may_be_called else ()

    @property
    def plates(self) -> tuple[str, str]:
        """Return the number plate of the car that he asks about, and of the one he drives.

        Who asks about no car, such as a name on a list, has the plate of his own.
        """
        asked = self.request
        is_own = asked.own_vehicle or asked.kind is RequestKind.PASSIVE
        return ("", asked.plate) if is_own and not asked.vehicle else (asked.plate, "")

    @property
    def salesperson(self) -> str:
        """Return whose customer he is."""
        return self.lead.owner or self.settings.desk.salesperson

    @property
    def note(self) -> str:
        """Return what the salesperson who hands it on wants said."""
        given = self.lead.course.handed_on
        return "" if given is None else given.note

    @property
    def zone(self) -> ZoneInfo:
        """Return the dealer's time zone."""
        return self.settings.dealer.zone

    def history(self) -> list[str]:
        """Return what happened, oldest first, a line each; long texts are on lines of their own."""
        gone = gone_facts(self.lead.facts)
        return [
            self._line(fact)
            for fact in self.lead.facts
            if fact.id not in gone and not isinstance(fact, _UNTOLD)
        ]

    def told(self, moment: datetime) -> str:
        """Return when something was, so that it is right whenever it is read."""
        local = moment.astimezone(self.zone)
        return f"{weekday(local)} {local:%d-%m-%Y %H:%M}"

    def _line(self, fact: Fact) -> str:
        title, text = in_words(fact, self.told, self.settings.dealer.country)
        by = f" ({fact.by})" if fact.by else ""
        line = f"{self.told(fact.at)} {title}{by}"
        return f"{line}: {text}" if text else line
