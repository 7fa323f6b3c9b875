"""What became of one lead, slowly: one question, one function, one walk through its facts."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from assistant.core.rules import Rules
from tests.reporting.slow_leads import (
    ENDS,
    Lead,
    Reach,
    Row,
    is_talk,
    next_opening,
    reached,
    wish,
)


@dataclass
class Story:
    """What became of one lead: the facts from its first active request on."""

    lead: Lead
    place: int
    rules: Rules

    @property
    def first(self) -> Row:
        return self.lead.facts[self.place]

    @property
    def later(self) -> list[Row]:
        return self.lead.facts[self.place + 1 :]

    @property
    def came_from_bdc(self) -> bool:
        return bool(self.first["kind"] == "came_back")

    @property
    def asked_at(self) -> datetime:
        moment: datetime = self.first["moment" if self.came_from_bdc else "clock_from"]
        return moment

    @property
    def door(self) -> str:
        return "list" if self.came_from_bdc else str(self.first["door"])

    @property
    def source(self) -> str:
        lists = [fact for fact in self.lead.facts[: self.place] if fact["kind"] == "requested"]
        named = [str(fact["source"]) for fact in lists if fact["source"]]
        return (named or [""])[-1] if self.came_from_bdc else str(self.first["source"])

    @property
    def interest(self) -> str:
        cars = [
            fact["condition"] or ("used" if fact["plate"] else None)
            for fact in self.lead.facts
            if fact["kind"] == "requested" and fact["request_kind"] != "passive"
        ]
        if self.door == "phone":
            return "phone"
        return next((str(car) for car in cars if car), "other")

    @property
    def has_clock(self) -> bool:
        return self.came_from_bdc or not is_talk(self.first)

    @property
    def opens_at(self) -> datetime:
        """When the first call could first be made: his own moment if nothing else can be sent."""
        reach = Reach(self.lead.facts[: self.place + 1])
        own = None if reach.whatsapp or reach.email else wish(self.first)
        opens = next_opening(self.asked_at, self.rules)
        return own if own is not None and own > opens + timedelta(minutes=2) else opens

    @property
    def due_at(self) -> datetime:
        is_own = self.opens_at != next_opening(self.asked_at, self.rules)
        return self.opens_at if is_own else self.opens_at + timedelta(minutes=2)

    @property
    def asked_while_closed(self) -> bool:
        return next_opening(self.asked_at, self.rules) != self.asked_at

    @property
    def responded_at(self) -> datetime | None:
        """When a call was made, a message sent to who cannot be called, or he came himself."""
        wishes, away = wish(self.first) is not None, False
        for count, fact in enumerate(self.later, start=self.place + 2):
            kind, what = fact["kind"], fact["what"]
            wishes = wishes or (kind == "requested" and wish(fact) is not None)
            wishes = wishes and kind != "agreed"
            went = kind in {"handed_on", "hand_over_sent"} and what != "second_voice"
            away = went or (away and kind not in {"came_back", "requested", "agreed"})
            is_call = kind == "attempt" and fact["channel"] == "call"
            no_call = wishes or Reach(self.lead.facts[:count]).callable_number is None
            answered = what == "answered" and away  # else the call is due still
            came = kind == "requested" and reached(fact)
            agreed = kind == "agreed" and what != "lost"
            if is_call or (what == "sent" and no_call) or answered or came or agreed:
                at: datetime = fact["at"]
                return at
        return None

    @property
    def response(self) -> int | None:
        if not self.has_clock or self.responded_at is None:
            return None
        return max(0, int((self.responded_at - self.opens_at).total_seconds()))

    @property
    def spoken_at(self) -> datetime | None:
        talks = (fact["at"] for fact in (self.first, *self.later) if reached(fact))
        return next(talks, None)

    @property
    def tries(self) -> int:
        """Tries in vain before anybody spoke to him."""
        tries, wishes = 0, wish(self.first) is not None
        for count, fact in enumerate(self.lead.facts[self.place :], start=self.place + 1):
            if reached(fact):
                return tries
            wishes = wishes or (fact["kind"] == "requested" and wish(fact) is not None)
            if fact["kind"] == "attempt":
                no_call = not wishes and Reach(self.lead.facts[:count]).callable_number is None
                is_call = fact["channel"] == "call"
                tries += is_call or (fact["what"] == "sent" and no_call)
        return tries

    def agreed_at(self, *kinds: str) -> datetime | None:
        return _first(f for f in self.later if f["kind"] == "agreed" and f["what"] in kinds)

    @property
    def visits(self) -> list[Row]:
        """What happened to the appointment that stood at the time."""
        stands, found = None, []
        for place, fact in enumerate(self.lead.facts):
            if fact["kind"] == "agreed":
                stands = fact["id"] if fact["what"] == "appointment" else stands
                stands = None if fact["what"] in ENDS else stands
            elif fact["kind"] == "appointment" and fact["refers_to"] == stands:
                found += [fact] * (place > self.place)
                stands = None if fact["what"] in {"cancelled", "no-show"} else stands
        return found

    @property
    def starts_at(self) -> datetime | None:
        """When the last appointment is, or was; none if it was called off."""
        starts: datetime | None = None
        for fact in self.later:
            off = fact["kind"] == "agreed" and fact["what"] in {"lost", "do-not-contact"}
            if fact["kind"] == "agreed" and fact["what"] == "appointment":
                starts = fact["moment"]
            elif off and starts is not None and starts > fact["at"]:
                starts = None
            elif fact in self.visits and fact["what"] in {"moved", "cancelled"}:
                starts = fact["moment"]
        return starts

    def visited_at(self, event: str) -> datetime | None:
        return _first(visit for visit in self.visits if visit["what"] == event)

    @property
    def sold_at(self) -> datetime | None:
        sold: datetime | None = None
        for fact in self.later:
            if fact["kind"] == "agreed" and fact["what"] in {"sold", "lost"}:
                sold = (sold or fact["at"]) if fact["what"] == "sold" else None
        return sold

    @property
    def end(self) -> Row | None:
        end: Row | None = None
        for fact in self.later:
            if fact["kind"] == "agreed":
                end = fact if fact["what"] in ENDS else None
            asks = fact["kind"] == "requested" and fact["request_kind"] != "passive"
            revived = fact["kind"] == "came_back" and end is not None and end["what"] == "lost"
            end = None if asks or revived else end
        return end

    @property
    def handed_over_at(self) -> datetime | None:
        """When it was sent to another who has it still, be it not as second voice."""
        sent: datetime | None = None
        for fact in self.later:
            if fact["kind"] == "hand_over_sent":
                sent = fact["at"] if fact["what"] != "second_voice" else None
            elif fact["kind"] in {"came_back", "agreed", "requested"} or reached(fact):
                sent = None
        return sent

    @property
    def last_at(self) -> datetime | None:
        tried = [fact["at"] for fact in self.lead.facts if fact["kind"] == "attempt"]
        return max(tried, default=None)


def _first(facts: Iterable[Row]) -> datetime | None:
    return next((fact["at"] for fact in facts), None)
