"""The desk: everything the program can do with a lead, one method each.

Each method is one whole step. When it returns, the database holds the result; when it
raises, the database is as it was. Seven subjects have a face of their own: raw messages
(``Desk.messages``), the appointments of a week (``Desk.diary``), mails on their way out
(``Desk.outgoing``), hand-overs (``Desk.handovers``), what a person may ask about himself
(``Desk.privacy``), making plans anew (``Desk.plans``), and the line a salesperson sets
himself for a week (``Desk.pledging``).
"""

from collections.abc import Callable, Iterable
from dataclasses import asdict, replace
from datetime import datetime, timedelta
from typing import Any, TypeVar

from assistant.core.agenda import urgency
from assistant.core.clock import Clock
from assistant.core.errors import WrongCallError
from assistant.core.facts import (
    OUTCOMES,
    Agreed,
    AgreementKind,
    AppointmentChanged,
    AppointmentEvent,
    Attempt,
    Fact,
    FactId,
    LaterReason,
    LeadId,
    Learnt,
    Merged,
    Outcome,
    Postponed,
    Retraction,
    Skipped,
    Split,
)
from assistant.core.plan import Prompt, current, plan
from assistant.core.possible import check_agreement, check_appointment, check_attempt
from assistant.core.privacy import nameless
from assistant.core.request import Channel, Request
from assistant.core.rules import Rules
from assistant.core.summary import AgendaItem, AgendaStart, Summary
from assistant.desk.answers import Answers
from assistant.desk.courses import course_of
from assistant.desk.diary import Diary
from assistant.desk.handovers import HandOvers
from assistant.desk.intake import Intake
from assistant.desk.messages import Messages
from assistant.desk.outgoing import Outgoing
from assistant.desk.pen import Pen
from assistant.desk.plans import Plans
from assistant.desk.pledging import Pledging
from assistant.desk.privacy import Privacy
from assistant.desk.ties import Ties
from assistant.desk.values import Arrival, LeadFile, NextStep, Taken
from assistant.store.messages import MessageResult, Verdict
from assistant.store.store import Store

F = TypeVar("F", bound=Fact)


class Desk:
    """Takes requests in, says what is due, and logs what was done."""

    def __init__(self, store: Store, clock: Clock, rules: Rules, *, salesperson: str = "") -> None:
        self._store = store
        self._clock = clock
        self.rules = rules
        self._pen = Pen(store, clock, rules, salesperson)
        self._ties = Ties(store, self._pen)
        answers = Answers(store, self._pen, self._ties)
        self._intake = Intake(store, self._pen, answers)
        self.handovers = HandOvers(store, self._pen, self._ties)
        self.outgoing = Outgoing(store, self._pen, self._ties, answers, self.handovers)
        self.messages = Messages(store, self._pen, self._intake)
        self.diary = Diary(store.log)
        self.privacy = Privacy(store, self._pen, self._ties)
        self.plans = Plans(store, self._pen)
        self.pledging = Pledging(store, self._pen)

    def take_in(self, arrival: Arrival) -> list[Taken]:
        """Store a message and the leads in it. The same message twice changes nothing."""
        with self._store.transaction():
            return self._intake.take_in(arrival)

    def log_contact(
        self, request: Request, next_step: NextStep | None = None, message_id: str | None = None
    ) -> Taken:
        """Store what a person typed into the form, with what the conversation ended in.

        Args:
            request: What the customer asked.
            next_step: What was agreed, if anybody spoke to him.
            message_id: The unreadable message that a person read; the request arrived with it.
        """
        if next_step is not None:
            self._check(next_step)
        message = None if message_id is None else self.messages.one(message_id)
        arrived_at = self._clock() if message is None else message.arrived_at
        with self._store.transaction():
            taken = self._intake.take_request(request, arrived_at, message_id)
            if message_id is not None:
                self._pen.judge(message_id, Verdict.LEAD)
            if next_step is not None and taken.lead_id is not None:
                self._pen.write(Agreed, taken.lead_id, **asdict(next_step))
        return taken

    def record(
        self, lead_id: LeadId, channel: Channel, outcome: Outcome, *, note: str = ""
    ) -> Attempt:
        """Log an attempt made just now, and plan what comes next.

        Raises:
            WrongCallError: For an unknown lead, an outcome the channel cannot have, or a
                message to a customer to whom none can go.
        """
        if outcome not in OUTCOMES[channel]:
            raise WrongCallError(
                "A {channel} cannot end in {outcome}.", channel=channel, outcome=outcome
            )
        with self._store.transaction():
            home = self._ties.home_to_work(lead_id)
            check_attempt(self._pen.course(home), channel, outcome)
            fact = self._pen.write_at(Attempt, home, channel=channel, outcome=outcome, note=note)
            if (channel, outcome) == (Channel.MAIL, Outcome.SENT):
                self.outgoing.tie(fact)
        return fact

    def agree(self, lead_id: LeadId, next_step: NextStep) -> Agreed:
        """Log what a conversation ended in. An appointment's id is the fact's id.

        Raises:
            WrongCallError: For an unknown lead, a moment that has passed, a lead that ended in
                this way already, or a customer who asked to be left alone.
        """
        self._check(next_step)
        if next_step.kind is AgreementKind.DO_NOT_CONTACT:
            return self.privacy.leave_alone(lead_id, next_step.note)[0]
        with self._store.transaction():
            home = self._ties.home_to_work(lead_id)
            check_agreement(self._pen.course(home), next_step.kind, next_step.reason)
            return self._pen.write_at(Agreed, home, **asdict(next_step))

    def change_appointment(
        self, appointment_id: FactId, event: AppointmentEvent, moment: datetime | None = None
    ) -> AppointmentChanged:
        """Log what happened to an appointment.

        Raises:
            WrongCallError: For an unknown appointment, one that no longer stands or is confirmed
                already, a new time that has passed, or when he cannot have come, or stayed
                away, yet.
        """
        if moment is not None:
            self._must_come(moment)
        with self._store.transaction():
            lead_id = self._store.log.lead_of(appointment_id)
            standing = None if lead_id is None else course_of(self._store.log, lead_id).appointment
            if lead_id is None or standing is None or standing.id != appointment_id:
                raise WrongCallError(
                    "There is no appointment {id} that still stands.", id=appointment_id
                )
            check_appointment(standing, event, self._clock(), self.rules.hours)
            self._ties.home_to_work(lead_id)
            return self._pen.write(
                AppointmentChanged,
                lead_id,
                appointment_id=appointment_id,
                event=event,
                moment=moment,
            )

    def postpone(self, lead_id: LeadId, until: datetime, reason: LaterReason) -> Postponed:
        """Quiet a lead's card for a while. No clock stops."""
        return self._step(lead_id, Postponed, until=until, reason=reason)

    def skip(self, lead_id: LeadId, channel: Channel) -> Skipped:
        """Leave out, this time, a message that goes beside a missed call."""
        return self._step(lead_id, Skipped, channel=channel)

    def learn(self, lead_id: LeadId, **details: Any) -> Learnt:
        """Write down what was learnt about the customer; the fields of :class:`Learnt`."""
        return self._step(lead_id, Learnt, **details)

    def take_back(self, fact: Fact) -> Fact:
        """Undo a fact, as if it had never been written down."""
        with self._store.transaction():
            self.outgoing.withdraw(fact)
            return self._ties.take_back(fact)

    def merge(self, lead_id: LeadId, other: LeadId) -> Merged:
        """Let another open lead, of the same customer, go on in this one. It can be taken back.

        Raises:
            WrongCallError: For an unknown lead, one that is closed, or twice the same.
        """
        with self._store.transaction():
            return self._ties.merge(lead_id, other)

    def split(self, lead_id: LeadId, request_id: FactId) -> Split | Retraction:
        """Let a request, of another customer, stand alone. It can be taken back.

        What was done for the lead stays with it; the request's clock counts from when it
        arrived. A request that came by a merge stands again as it did before.

        Raises:
            WrongCallError: For a request that the lead has not, or its only one.
        """
        with self._store.transaction():
            return self._ties.split(lead_id, request_id)

    def agenda(self) -> list[AgendaItem]:
        """Return the open leads in the order to work."""
        return self.agenda_start(None).items

    def agenda_start(self, most: int | None) -> AgendaStart:
        """Return the first ``most`` open leads in the order to work, and how many wait."""
        now = self._clock()
        start = self._store.summaries.open_leads(now, most)
        start.items.sort(key=lambda item: urgency(item.prompt, item.summary.asked_at, now))
        return replace(start, items=start.items[:most])

    def prompts_of(self, leads: Iterable[Summary]) -> dict[LeadId, Prompt]:
        """Return what is to be done now for those of the leads that are open."""
        asked = [lead.lead_id for lead in leads]
        return self._store.summaries.prompts_of(asked, self._clock())

    def lead(self, lead_id: LeadId) -> LeadFile:
        """Return everything about one lead.

        Raises:
            WrongCallError: If there is no such lead.
        """
        lead_id, owner = self._ties.home(lead_id)
        facts = tuple(self._store.log.history(lead_id))
        course = course_of(self._store.log, lead_id, facts)
        planned, now = plan(course, self.rules), self._clock()
        return LeadFile(
            lead_id=lead_id,
            owner=owner,
            facts=facts,
            course=nameless(course),
            plan=planned,
            prompt=current(planned.prompts, now),
            handed_over=planned.handed_over_at(now),
        )

    def handed_over(self, limit: int = -1) -> list[Summary]:
        """Return the leads that others have, longest first; all without a limit."""
        return self._store.summaries.handed_over(self._clock(), limit)

    def waiting_counts(self) -> tuple[int, int]:
        """Count what waits to be sent to the BDC, and the messages a person must look at."""
        unreadable = self._store.messages.count(MessageResult.UNREADABLE)
        return self._store.summaries.handed_over_count(self._clock()), unreadable

    def known(self, identities: frozenset[str]) -> list[Summary]:
        """Return a customer's leads by his numbers and addresses, newest first."""
        return self._store.summaries.known(identities)

    def find(self, text: str) -> list[Summary]:
        """Return the leads in which every word of ``text`` stands, newest first."""
        return self._store.summaries.find(text)

    def in_time_today(self) -> tuple[int, int]:
        """Count today's first calls: how many were in time, of how many."""
        now = self._clock()
        hours = self.rules.hours
        day = hours.local(now).date()
        return self._store.summaries.in_time(
            hours.at(day, 0), hours.at(day + timedelta(days=1), 0), now
        )

    def take_in_list(
        self, arrival: Arrival, progress: Callable[[], None] = lambda: None
    ) -> list[Taken]:
        """Take in a list of passive leads, all of it or nothing.

        Args:
            arrival: The file, with a reading for each row that can be used.
            progress: Called after each of them.
        """
        with self._store.transaction():
            return self._intake.take_list(arrival, progress)

    def _step(self, lead_id: LeadId, kind: Callable[..., F], /, **fields: object) -> F:
        with self._store.transaction():
            return self._pen.write_at(kind, self._ties.home_to_work(lead_id), **fields)

    def _check(self, next_step: NextStep) -> None:
        if next_step.moment is not None:
            self._must_come(next_step.moment)

    def _must_come(self, moment: datetime) -> None:
        if moment <= self._clock():
            local = self.rules.hours.local(moment)
            raise WrongCallError("{moment:%Y-%m-%d %H:%M} has passed.", moment=local)
