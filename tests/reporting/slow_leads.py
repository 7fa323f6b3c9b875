"""What became of each lead, told slowly and obviously from the rows of the log.

The second opinion on the milestones: written from the process and from what the figures say
they count, with nothing of the program's but the dealer's hours as numbers. It reads dicts of
plain values, one a fact in the log's order, and goes through them again for every question.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from assistant.core.rules import Rules

Row = dict[str, Any]
"""A fact, with the columns of its request if it is one; moments are aware."""

CONVERSATION = {"spoke", "answered"}
AFTER_A_TALK = {"appointment", "call-back", "follow-up", "sold"}
ENDS = {"sold", "lost", "do-not-contact"}


@dataclass
class Lead:
    """A lead with the facts that count, in the log's order."""

    id: str
    owner: str
    facts: list[Row]
    is_forgotten: bool = False


def leads(owners: dict[str, str], facts: list[Row]) -> list[Lead]:
    """Return each lead once: without what was taken back or split off, with what was merged in."""
    undone = {fact["refers_to"] for fact in facts if fact["kind"] == "retraction"}
    stands = [fact for fact in facts if fact["id"] not in undone]
    undone |= {fact["refers_to"] for fact in stands if fact["kind"] == "split"}
    home = {fact["lead_id"]: fact["other_lead"] for fact in stands if fact["kind"] == "merged"}
    found = {lead: Lead(lead, owner, []) for lead, owner in owners.items() if lead not in home}
    for fact in facts:
        lead = fact["lead_id"]
        while lead in home:
            lead = home[lead]
        if fact["id"] not in undone:
            found[lead].facts.append(fact)
    return list(found.values())


def next_opening(moment: datetime, rules: Rules) -> datetime:
    """Return the moment itself while we are open, else when we open next."""
    hours = rules.hours
    midnight = moment.astimezone(hours.zone).replace(hour=0, minute=0, second=0, microsecond=0)
    while True:
        closed = hours.is_closing_day(midnight.date())
        for span in () if closed else hours.week[midnight.weekday()]:
            opens = midnight + timedelta(minutes=span.opens)  # by the wall clock
            closes = midnight + timedelta(minutes=span.closes)
            if moment.timestamp() < closes.timestamp():
                return datetime.fromtimestamp(
                    max(moment.timestamp(), opens.timestamp()), moment.tzinfo
                )
        midnight += timedelta(days=1)


def is_talk(request: Row) -> bool:
    """Say whether the customer was spoken to when he asked."""
    return "answered_call" in str(request["request_kind"]) or "showroom" in str(request["door"])


def asked(lead: Lead) -> list[int]:
    """Return the place of the fact by which a lead became active; none if it never did."""
    end, is_known = "", False
    for place, fact in enumerate(lead.facts):
        if fact["kind"] == "requested" and fact["request_kind"] != "passive":
            return [place]
        is_known = is_known or fact["kind"] == "requested"
        if fact["kind"] == "came_back" and is_known and end not in {"sold", "do-not-contact"}:
            return [place]
        if fact["kind"] == "agreed":
            end = fact["what"] if fact["what"] in ENDS else ""
    return []


class Reach:
    """The numbers and addresses by which a customer can be reached, as of a place in his facts."""

    def __init__(self, facts: Iterable[Row]) -> None:
        self.phones: list[str] = []
        self.mobile: set[str] = set()
        self.emails: list[str] = []
        self.bad: set[str] = set()
        self.read_back: set[str] = set()
        self.may_call = True
        self.has_asked = False
        for fact in facts:
            self._learn(fact)

    def _learn(self, fact: Row) -> None:
        if fact["kind"] == "requested":
            self.has_asked = True
            self._add(fact["phones"], fact["emails"])
            self.may_call = self.may_call and bool(fact["may_call"])
            phones = [number for number, _ in fact["phones"]]
            self.read_back |= set(phones) if fact["phone_read_back"] else set()
            self.read_back |= set(fact["emails"]) if fact["email_read_back"] else set()
        elif fact["kind"] == "learnt" and self.has_asked:  # else of whom was split off
            known = fact["details"]
            self._add(
                [known["phone"]] * bool(known["phone"]), [known["email"]] * bool(known["email"])
            )
            self.read_back |= {known["phone"][0]} if known["phone_read_back"] else set()
            self.read_back |= {known["email"]} if known["email_read_back"] else set()
        elif fact["kind"] == "attempt":
            proved = {
                "wrong_number": self.callable_number,
                "bounced": self.email,
                "not_on_whatsapp": f"whatsapp {self.whatsapp}",
            }
            self.bad |= {proved.get(fact["what"]) or ""}

    def _add(self, phones: list[Any], emails: list[str]) -> None:
        self.phones = list(dict.fromkeys([number for number, _ in phones] + self.phones))
        self.mobile |= {number for number, mobile in phones if mobile}
        self.emails = list(dict.fromkeys(emails + self.emails))

    @property
    def callable_number(self) -> str | None:
        """Return the number to call."""
        works = [number for number in self.phones if number not in self.bad]
        return works[0] if works and self.may_call else None

    @property
    def whatsapp(self) -> str | None:
        """Return the number to write to."""
        works = [n for n in self.phones if n in self.mobile and n not in self.bad]
        return next((n for n in works if f"whatsapp {n}" not in self.bad), None)

    @property
    def email(self) -> str | None:
        """Return the address to write to."""
        return next((email for email in self.emails if email not in self.bad), None)

    @property
    def followable(self) -> bool:
        """Say whether a number and an address that work were asked for and read back."""
        trusted = self.read_back - self.bad
        return bool(trusted & set(self.phones)) and bool(trusted & set(self.emails))


def reached(fact: Row) -> bool:
    """Say whether somebody spoke to the customer, or he answered."""
    if fact["kind"] == "requested":
        return fact["request_kind"] != "passive" and is_talk(fact)
    by_attempt = fact["kind"] == "attempt" and fact["what"] in CONVERSATION
    return by_attempt or (fact["kind"] == "agreed" and fact["what"] in AFTER_A_TALK)


def talked_at(fact: Row) -> datetime:
    """Return when a conversation was: one that was split off, before that."""
    at: datetime = fact["arrived_at" if fact["kind"] == "requested" else "at"]
    return at


def wish(request: Row) -> datetime | None:
    """Return when a customer asked to be called, if that was still to come."""
    wanted = request.get("wanted_at")
    return wanted if wanted is not None and wanted > request["clock_from"] else None
