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
    talked_at,
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
    def first_clock(self) -> tuple[int | None, datetime | None]:
        """The place of the fact that started the first clock of ours, and when it was stopped.

        By a call, a message to who cannot be called, or by himself. The BDC's clock is none of
        ours: of who was sent there after hours and not called before.
        """
        starts = None if is_talk(self.first) and not self.came_from_bdc else self.place
        wishes, away, spoken = wish(self.first) is not None, False, starts is None
        for place, fact in enumerate(self.later, start=self.place + 1):
            kind, what = fact["kind"], fact["what"]
            asks = kind == "requested" and fact["request_kind"] != "passive"
            wishes = (wishes and not (asks and away)) or (asks and wish(fact) is not None)
            wishes = wishes and kind not in {"agreed", "came_back"}
            went = kind in {"handed_on", "hand_over_sent"} and what != "second_voice"
            away = went or (away and kind not in {"came_back", "agreed"} and not asks)
            is_call = kind == "attempt" and fact["channel"] == "call"
            no_call = wishes or Reach(self.lead.facts[: place + 1]).callable_number is None
            answered = what == "answered" and away  # else the call is due still
            came = kind == "requested" and reached(fact)
            agreed = kind == "agreed" and what != "lost"
            responds = is_call or (what == "sent" and no_call) or answered or came or agreed
            spoken = spoken or reached(fact)
            if responds and starts is not None:
                return starts, fact["at"]
            if kind == "hand_over_sent" and what == "after_hours":
                starts = None
            elif starts is None and not spoken and (asks or kind == "came_back"):
                starts = place
        return starts, None

    @property
    def clock_from(self) -> datetime | None:
        place = self.first_clock[0]
        if place is None:
            return None
        fact = self.lead.facts[place]
        at: datetime = fact["moment" if fact["kind"] == "came_back" else "clock_from"]
        return at

    @property
    def opens_at(self) -> datetime | None:
        """When the first call could first be made: his own moment if nothing else can be sent."""
        place, clock_from = self.first_clock[0], self.clock_from
        if place is None or clock_from is None:
            return None
        reach = Reach(self.lead.facts[: place + 1])
        own = None if reach.whatsapp or reach.email else wish(self.lead.facts[place])
        opens = next_opening(clock_from, self.rules)
        return own if own is not None and own > opens + timedelta(minutes=2) else opens

    @property
    def due_at(self) -> datetime | None:
        opens, clock_from = self.opens_at, self.clock_from
        if opens is None or clock_from is None:
            return None
        is_own = opens != next_opening(clock_from, self.rules)
        return opens if is_own else opens + timedelta(minutes=2)

    @property
    def asked_while_closed(self) -> bool:
        at = self.clock_from
        return at is not None and next_opening(at, self.rules) != at

    @property
    def response(self) -> int | None:
        opens, responded = self.opens_at, self.first_clock[1]
        if opens is None or responded is None:
            return None
        return max(0, int((responded - opens).total_seconds()))

    @property
    def spoken_at(self) -> datetime | None:
        talks = (talked_at(fact) for fact in (self.first, *self.later) if reached(fact))
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
    def all_visits(self) -> list[Row]:
        """What happened to the appointment that stood at the time."""
        stands, found = None, []
        for fact in self.lead.facts:
            if fact["kind"] == "agreed":
                stands = fact["id"] if fact["what"] == "appointment" else stands
                stands = None if fact["what"] in ENDS else stands
            elif fact["kind"] == "appointment" and fact["refers_to"] == stands:
                found.append(fact)
                stands = None if fact["what"] in {"cancelled", "no-show"} else stands
        return found

    @property
    def visits(self) -> list[Row]:
        """Those since he asked."""
        return [fact for fact in self.all_visits if fact in self.later]

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

    @property
    def unconfirmed_at(self) -> datetime | None:
        """When the last appointment is, if nobody confirmed that time, came to it or bought."""
        is_settled = True
        for fact in self.later:
            if fact["kind"] == "agreed" and fact["what"] in {"appointment", "sold"}:
                is_settled = fact["what"] == "sold"
            elif fact in self.visits and fact["what"] in {"confirmed", "show", "moved"}:
                is_settled = fact["what"] != "moved"
        return None if is_settled else self.starts_at

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
