"""What a person may ask about himself: to be left alone, to be forgotten, to see what is kept.

Each method is one whole step, as those of the desk are. Files beside the database are the
caller's: what he does with them happens before a step ends, so that a crash leaves the
database knowing whose files are left.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from assistant.core.course import Course
from assistant.core.facts import Agreed, AgreementKind, LeadId, Learnt, Requested
from assistant.core.follow import gone_facts
from assistant.core.possible import check_agreement
from assistant.core.privacy import StandIns, nameless, waits_for, without_person
from assistant.core.spellings import STAND_IN, Spellings
from assistant.core.summary import STILL_OPEN
from assistant.desk.courses import course_of
from assistant.desk.pen import Pen
from assistant.desk.ties import Ties
from assistant.store.messages import MessageResult, Verdict
from assistant.store.store import Store
from assistant.store.term import LastRun


@dataclass(frozen=True, slots=True, kw_only=True)
class Customer:
    """A customer as the desk knows him.

    Attributes:
        leads: His leads, open or not, the oldest first; those merged into others not apart.
        identities: All his numbers and addresses, those he was asked for by among them.
        names: What he is called in them.
        messages: The ids of the raw messages behind them.
    """

    leads: tuple[LeadId, ...]
    identities: frozenset[str]
    names: frozenset[str]
    messages: tuple[str, ...]

    @property
    def spellings(self) -> Spellings:
        """Return what finds his numbers and addresses in any text; not his name."""
        return Spellings(self.identities)


class Privacy:
    """Answers what persons ask about themselves, and applies the retention term."""

    def __init__(self, store: Store, pen: Pen, ties: Ties) -> None:
        self._store = store
        self._pen = pen
        self._ties = ties

    def leave_alone(self, lead_id: LeadId, note: str = "") -> list[Agreed]:
        """Contact a customer no more: this lead ends, and all others that are still worked.

        Returns:
            What was written down, this lead's first; each can be taken back.

        Raises:
            WrongCallError: For an unknown lead, or one whose customer asked it already.
        """
        with self._store.transaction():
            home, kind = self._ties.home_to_work(lead_id).lead_id, AgreementKind.DO_NOT_CONTACT
            course = course_of(self._store.log, home)
            check_agreement(course, kind, None)
            identities = frozenset() if course.request is None else course.request.identities
            others, _ = self._store.erasures.circle(identities)
            worked = [lead for lead in sorted(others - {home}) if self._is_worked(lead)]
            return [self._pen.write(Agreed, lead, kind=kind, note=note) for lead in [home, *worked]]

    def contact_again(self, lead_id: LeadId) -> None:
        """Take back that a customer wants to be left alone, in all his leads: he said so himself.

        Raises:
            WrongCallError: For an unknown lead, or one whose customer was forgotten.
        """
        with self._store.transaction():
            home = self._ties.home_to_work(lead_id).lead_id
            known = course_of(self._store.log, home).request
            identities = frozenset() if known is None else known.identities
            others, _ = self._store.erasures.circle(identities)
            for lead in sorted(others | {home}):
                self._lift(lead)

    def _lift(self, lead_id: LeadId) -> None:
        facts = self._store.log.history(lead_id)
        gone = gone_facts(facts)
        for fact in facts:
            is_wish = isinstance(fact, Agreed) and fact.kind is AgreementKind.DO_NOT_CONTACT
            if is_wish and fact.id not in gone:
                self._ties.take_back(fact)

    def customer(self, identities: frozenset[str]) -> Customer:
        """Return everything that is one customer's, by some of his numbers and addresses."""
        return self._gathered(*self._store.erasures.circle(identities))

    def customer_of(self, lead_id: LeadId) -> Customer:
        """Return everything of the customer of a lead, also of one without number and address.

        Raises:
            WrongCallError: If there is no such lead.
        """
        home = self._ties.home(lead_id).lead_id
        request = nameless(self._course(home)).request
        known = frozenset() if request is None else request.identities
        leads, identities = self._store.erasures.circle(known)
        return self._gathered(leads | {home}, identities)

    def _gathered(self, found: frozenset[LeadId], all_of_them: frozenset[str]) -> Customer:
        log = self._store.log
        leads = tuple(lead for lead in log.lead_ids() if lead in found)
        facts = [fact for lead in leads for fact in log.history(lead)]
        strays = self._store.erasures.stray_requests(all_of_them)
        facts += [f for lead, one in strays for f in log.history(lead) if f.id == one]
        names = {fact.request.name for fact in facts if isinstance(fact, Requested)}
        names |= {fact.name for fact in facts if isinstance(fact, Learnt)}
        behind = (log.message_of(fact.id) for fact in facts)
        return Customer(
            leads=leads,
            identities=all_of_them,
            names=frozenset(filter(None, names)),
            messages=tuple(dict.fromkeys(filter(None, behind))),
        )

    def kept_messages(self) -> list[str]:
        """Return the ids of the messages that were not emptied, whosever they are."""
        return self._store.term.kept_messages()

    def leads_of_message(self, message_id: str) -> list[LeadId]:
        """Return the leads that a message's requests went to."""
        return self._store.log.leads_of_message(message_id)

    def forget(
        self,
        customer: Customer,
        messages: Iterable[str] = (),
        beside: Callable[[], None] = lambda: None,
    ) -> None:
        """Take a customer out of everything; all of it, or nothing.

        Args:
            customer: The customer, as he was just read.
            messages: More messages in which he stands.
            beside: Called last before it counts: takes him out of the files.
        """
        with self._store.erasing():
            self._keep_wish(customer.leads, customer.identities)
            for lead_id in customer.leads:
                self._erase(lead_id, "asked")
            touched = self._erase_strays(customer.identities)
            for message_id in (*customer.messages, *messages):
                self._empty(message_id)
            touched |= self._store.erasures.sweep(customer.spellings)
            for lead_id in touched:
                self._pen.plan(lead_id)
            beside()

    def rewritten(self) -> int:
        """Return a number that is another one whenever somebody was forgotten."""
        return self._store.log.rewritten()

    def clean(self) -> bool:
        """Leave no remains of those forgotten in the database file; say whether it was done."""
        return not self._store.term.owes_cleaning or self._store.clean()

    def past_term(self, limit: datetime) -> Iterator[tuple[LeadId, datetime] | None]:
        """Yield the leads past the term, with the last contact, and ``None`` for each that is not.

        The one that was yielded may be erased before the next is asked for.

        Args:
            limit: The moment after which a contact is within the term. A customer with whom
                something is still to come, or who has another lead within it, is not past it.
        """
        seen = set()
        for lead_id in self._store.term.silent_leads(limit):
            home = self._ties.home(lead_id).lead_id
            last = limit if home in seen else self._last_contact(home)
            seen.add(home)
            yield (home, last) if last < limit else None

    def erase_past(self, lead_id: LeadId) -> None:
        """Forget the customer of one lead that is past the term."""
        with self._store.erasing():
            course = course_of(self._store.log, lead_id)
            known = frozenset() if course.request is None else course.request.identities
            self._keep_wish(*self._store.erasures.circle(known))
            messages = self._store.log.messages_of(lead_id)
            self._erase(lead_id, "term")
            for message_id in messages:
                self._empty(message_id)

    def stale_messages(self, limit: datetime) -> list[str]:
        """Return the messages past the term behind which no lead stands."""
        return self._store.term.stale_messages(limit)

    def empty_messages(self, message_ids: Iterable[str]) -> None:
        """Empty messages that are past the term."""
        with self._store.erasing():
            for message_id in message_ids:
                self._empty(message_id)

    def note_run(self, forgotten: int) -> None:
        """Write down that the term was applied now."""
        with self._store.transaction():
            self._store.term.note_run(self._pen.now(), forgotten)

    def last_run(self) -> LastRun:
        """Return when the term was last applied."""
        return self._store.term.last_run()

    def _is_worked(self, lead_id: LeadId) -> bool:
        summary = self._store.summaries.summary(lead_id)
        return summary is not None and (
            summary.state in STILL_OPEN or summary.handed_over is not None
        )

    def _last_contact(self, lead_id: LeadId) -> datetime:
        """Return when the customer of a lead was last in contact; what is to come counts too."""
        facts = self._store.log.history(lead_id)
        course = course_of(self._store.log, lead_id, facts)
        last = max(fact.at for fact in facts)
        now = self._pen.now()
        if waits_for(course, now):
            return now
        known = frozenset() if course.request is None else course.request.identities
        others, _ = self._store.erasures.circle(known)
        return max([last, *filter(None, map(self._store.term.last_fact_at, others - {lead_id}))])

    def _keep_wish(self, leads: Iterable[LeadId], identities: frozenset[str]) -> None:
        wishes = [
            course.end.at
            for course in map(self._course, leads)
            if course.end is not None and course.end.kind is AgreementKind.DO_NOT_CONTACT
        ]
        if wishes:
            self._store.erasures.leave_alone(identities, min(wishes))

    def _course(self, lead_id: LeadId) -> Course:
        return course_of(self._store.log, lead_id)

    def _erase(self, lead_id: LeadId, why: str) -> None:
        facts, stand_ins = self._store.log.history(lead_id), StandIns()
        course = self._course(lead_id)
        known = frozenset() if course.request is None else course.request.identities
        real = {one for one in known if not one.startswith(STAND_IN)}
        taken_out = Spellings(real, {course.name}).taken_out
        for fact in facts:
            self._store.erasures.rewrite(without_person(fact, stand_ins, taken_out))
        for part in self._store.log.parts(lead_id):
            self._store.erasures.note(part, self._pen.now(), self._pen.by, why)
            self._store.outbox.forget(part, real)
        self._pen.plan(lead_id)

    def _erase_strays(self, identities: frozenset[str]) -> set[LeadId]:
        """Take out requests that count elsewhere no more: split off, or taken back."""
        touched = set()
        for lead_id, request_id in self._store.erasures.stray_requests(identities):
            for fact in self._store.log.history(lead_id):
                if fact.id == request_id:
                    nobodys = without_person(fact, StandIns(), str)
                    self._store.erasures.rewrite(nobodys)
                    touched.add(lead_id)
        return touched

    def _empty(self, message_id: str) -> None:
        """Empty a message; one that waited for a person waits no more."""
        message = self._store.messages.one(message_id)
        if message is not None and message.result is MessageResult.UNREADABLE:
            self._pen.judge(message_id, Verdict.NO_LEAD)
        self._store.erasures.empty_message(message_id)
