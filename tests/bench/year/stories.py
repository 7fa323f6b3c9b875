"""What became of customers: whole stories, of one lead or of several that belong together."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from random import Random

from assistant.core.facts import (
    Agreed,
    AgreementKind,
    Fact,
    FactId,
    HandOverReason,
    HandOverSent,
    LostReason,
    Merged,
    Requested,
    Split,
)
from assistant.core.privacy import StandIns, without_person
from assistant.core.request import RequestKind
from assistant.core.rules import Rules
from tests.bench.year import people
from tests.bench.year.arrivals import Arrivals, Way
from tests.bench.year.people import Customer, Seller
from tests.bench.year.requests import first_request, request
from tests.bench.year.rows import Lead
from tests.bench.year.talks import lost, talk, visit
from tests.bench.year.tries import give_up, reach, respond
from tests.bench.year.work import Turn, Work, YearIsOverError, new_id

_TURNS = {
    Turn.RESPOND: respond,
    Turn.REACH: reach,
    Turn.TALK: talk,
    Turn.GIVE_UP: give_up,
    Turn.VISIT: visit,
    Turn.LOST: lost,
}
_SILENT = timedelta(days=20)
"""How long nothing happened before a customer asks to be forgotten, or asks about another car."""


class Stories:
    """Tells stories up to a moment. The same chance tells the same ones."""

    def __init__(self, rules: Rules, until: datetime) -> None:
        self._rules = rules
        self._until = until
        self._arrivals = Arrivals(rules.hours, until)

    def tell(self, chance: Random, first: int, leads: int) -> Iterator[list[Lead]]:
        """Yield stories of so many leads in all.

        Args:
            chance: By which everything goes.
            first: The number of the first customer, from which his telephone number follows.
            leads: How many.
        """
        left = leads
        while left > 0:
            story = self._story(chance, first + leads - left, alone=left < 3)
            yield story
            left -= len(story)

    def _story(self, chance: Random, number: int, *, alone: bool) -> list[Lead]:
        way, at = self._arrivals.draw(chance)
        who, seller = people.customer(chance, number), people.seller(chance)
        if who.phone is None and way in (Way.MISSED, Way.LIST):
            who = replace(who, phone=people.land_line(number))
        story = [self._lead(chance, seller, who, way, at)]
        what = chance.random()
        if alone or way is Way.LIST:
            pass
        elif what < 0.012:
            story += self._second_lead_of_his(chance, story[0], who, number + 1)
        elif what < 0.02:
            story += self._somebody_elses(chance, story[0], seller, who)
        elif what < (0.12 if _wants_to_be_left_alone(story[0]) else 0.06):
            story += self._comes_again(chance, story[0], seller, who)
        self._may_be_forgotten(chance, story)
        return story

    def _lead(self, chance: Random, seller: Seller, who: Customer, way: Way, at: datetime) -> Lead:
        work = Work(chance, self._rules, self._until, seller, who)
        asked = first_request(chance, who, way, at)
        work.know(asked)
        turn = Turn.TALK if asked.is_conversation else Turn.RESPOND
        with suppress(YearIsOverError):
            work.ask(asked, at)
            if way is Way.LIST:
                turn = _worked_by_bdc(work) if asked.consent else Turn.END
            _go_on(work, turn)
        return work.lead

    def _second_lead_of_his(
        self, chance: Random, home: Lead, who: Customer, number: int
    ) -> list[Lead]:
        """Let him ask by another number and address; somebody sees that it is one customer."""
        at = home.opened_at + timedelta(seconds=chance.randint(30, 600))
        merged_at = at + timedelta(seconds=chance.randint(60, 900))
        if not _is_worked(home, merged_at):
            return []
        email = f"{who.name.split()[0].lower()}{number}@example.com"
        other = replace(who, phone=people.mobile(number), email=email)
        work = Work(chance, self._rules, self._until, people.seller(chance), other)
        work.ask(request(chance, other, RequestKind.QUESTION, at), at)
        work.now = merged_at
        work.write(Merged, into=home.id)
        work.lead.into = home.id
        return [work.lead]

    def _somebody_elses(
        self, chance: Random, lead: Lead, seller: Seller, who: Customer
    ) -> list[Lead]:
        """Let another of his household ask by his number; somebody splits that off."""
        at = lead.opened_at + timedelta(seconds=chance.randint(30, 600))
        split_at = at + timedelta(seconds=chance.randint(60, 900))
        if not _is_worked(lead, split_at):
            return []
        other = replace(who, name=f"Noor {who.name.split()[-1]}", email="")
        asked = request(chance, other, RequestKind.QUESTION, at)
        work = Work(chance, self._rules, self._until, seller, other)
        work.know(asked)
        work.now = work.lead.opened_at = split_at
        copy = work.write(Requested, request=asked, arrived_at=at, clock_from=at)
        first = replace(
            copy, id=FactId(new_id(chance)), lead_id=lead.id, at=at + timedelta(seconds=1)
        )
        split = Split(
            id=FactId(new_id(chance)),
            lead_id=lead.id,
            at=split_at,
            by=seller.name,
            request_id=first.id,
            into=work.lead.id,
        )
        lead.facts = sorted([*lead.facts, first, split], key=_at)
        with suppress(YearIsOverError):
            _go_on(work, Turn.RESPOND)
        return [work.lead]

    def _comes_again(
        self, chance: Random, earlier: Lead, seller: Seller, who: Customer
    ) -> list[Lead]:
        """Let a customer whose lead has ended ask anew, weeks later."""
        end = _end(earlier)
        at = earlier.facts[-1].at + _SILENT + timedelta(seconds=chance.randint(0, 90 * 86_400))
        if end is None or at + timedelta(minutes=1) >= self._until:
            return []
        again = self._lead(chance, seller, who, Way.WEB, at)
        if end.kind is AgreementKind.DO_NOT_CONTACT:
            again.left_alone_since = end.at
        return [again]

    def _may_be_forgotten(self, chance: Random, story: list[Lead]) -> None:
        """Take one customer in 250 out of his leads; not who wanted to be left alone."""
        facts = [fact for lead in story for fact in lead.facts]
        asked_at = max(facts, key=_at).at + _SILENT
        if chance.random() > 0.004 or asked_at >= self._until:
            return
        if any(map(_wants_to_be_left_alone, story)):
            return
        stand_ins = {lead.id: StandIns() for lead in story}
        for lead in story:
            words = stand_ins[lead.into or lead.id]
            lead.facts = [without_person(fact, words, str) for fact in lead.facts]
            lead.forgotten_at = asked_at


def _go_on(work: Work, turn: Turn) -> None:
    while turn is not Turn.END:
        turn = _TURNS[turn](work)


def _worked_by_bdc(work: Work) -> Turn:
    """Let the BDC call a name on a list; one in eight becomes active."""
    work.hand_over(HandOverReason.PASSIVE)
    if work.happens(0.12):
        return work.come_back()
    work.wait(5 * 86_400, 40 * 86_400)
    work.write(Agreed, kind=AgreementKind.LOST, reason=LostReason.NOT_INTERESTED)
    return Turn.LOST


def _end(lead: Lead) -> Agreed | None:
    """Return what ended a lead; what is sent for the second voice stays ended."""
    happened = (fact for fact in reversed(lead.facts) if not isinstance(fact, HandOverSent))
    last = next(happened)
    return last if isinstance(last, Agreed) and last.moment is None else None


def _wants_to_be_left_alone(lead: Lead) -> bool:
    end = _end(lead)
    return end is not None and end.kind is AgreementKind.DO_NOT_CONTACT


def _is_worked(lead: Lead, moment: datetime) -> bool:
    """Say whether a lead is open at a moment, and something happens in it afterwards."""
    ended = any(
        isinstance(fact, Agreed) and fact.moment is None and fact.at <= moment
        for fact in lead.facts
    )
    return not ended and lead.facts[-1].at > moment


def _at(fact: Fact) -> datetime:
    return fact.at
