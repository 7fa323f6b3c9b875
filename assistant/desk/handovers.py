"""Hand-overs: a lead goes to the BDC or a colleague, and may come back.

What left is a fact, so that nothing leaves twice: a second hand-over needs a reason of its own.
"""

from collections.abc import Iterable
from datetime import timedelta

from assistant.core.away import may_come_back
from assistant.core.course import Course
from assistant.core.errors import WrongCallError
from assistant.core.facts import CameBack, HandedOn, HandOverSent, LeadId
from assistant.core.handover import HandedOver
from assistant.core.plan import plan
from assistant.core.summary import Summary
from assistant.desk.courses import course_of
from assistant.desk.pen import Pen
from assistant.desk.ties import Ties
from assistant.store.log import HANDED, Home
from assistant.store.outbox import OutboxMail, OutboxState
from assistant.store.store import Store

_OUT_OF_HAND = (OutboxState.SENDING, OutboxState.SENT)
SHOWN_BACK = timedelta(days=30)
"""How long a lead that came back is shown as such (ours)."""


class HandOvers:
    """Writes down what goes and what comes back; each method is one whole step."""

    def __init__(self, store: Store, pen: Pen, ties: Ties) -> None:
        self._store = store
        self._pen = pen
        self._ties = ties

    def hand_on(self, lead_id: LeadId, to: str = "", note: str = "") -> HandedOn:
        """Give a lead to another, because the salesperson cannot.

        Args:
            lead_id: The lead.
            to: The colleague's name; empty for the BDC.
            note: What he must know.

        Raises:
            WrongCallError: For an unknown lead, one that is closed, or one handed over already.
        """
        with self._store.transaction():
            home = self._ties.home(lead_id)
            course = self._course(home.lead_id)
            if course.end is not None:
                raise WrongCallError("The lead of {name} is closed.", name=course.name)
            if self._away(course) is not None:
                raise WrongCallError("The lead of {name} is handed over already.", name=course.name)
            return self._pen.write_at(HandedOn, home, to=to, note=note)

    def here(self, lead_id: LeadId) -> LeadId | None:
        """Return the lead that stands here for one of any desk: itself, or as we were handed it.

        ``None`` for a lead that only colleagues have.
        """
        try:
            return self._ties.home(lead_id).lead_id
        except WrongCallError:
            return self._store.log.lead_of_reference(f"{HANDED}{lead_id}")

    def waiting(self, limit: int = -1) -> list[Summary]:
        """Return the leads that are to be sent, longest first; who may not be is left out."""
        return self._store.summaries.to_be_sent(self._pen.now(), limit)

    def back(self) -> list[Summary]:
        """Return the leads that came back in the last month, newest first."""
        now = self._pen.now()
        return self._store.summaries.came_back(now - SHOWN_BACK, now)

    def sent(
        self, lead_id: LeadId, handed_over: HandedOver, *, as_draft: bool = False
    ) -> HandOverSent:
        """Write down that a hand-over left.

        Args:
            lead_id: The lead.
            handed_over: That hand-over.
            as_draft: Whether it was only opened in the user's own mail program.

        Raises:
            WrongCallError: If that very hand-over no longer waits to be sent.
        """
        with self._store.transaction():
            return self.write_sent(self._ties.home(lead_id), handed_over, as_draft=as_draft)

    def write_sent(
        self, home: Home, handed_over: HandedOver, *, as_draft: bool = False
    ) -> HandOverSent:
        """Do as :meth:`sent`, inside a transaction of the store."""
        if self._away(self._course(home.lead_id)) != handed_over or handed_over.sent_at:
            raise WrongCallError("That lead no longer waits to be sent.")
        return self._pen.write_at(
            HandOverSent,
            home,
            reason=handed_over.reason,
            since=handed_over.since,
            to=handed_over.to,
            as_draft=as_draft,
        )

    def mails_of(self, leads: Iterable[Summary]) -> dict[LeadId, OutboxMail]:
        """Return, by their leads, the mails of hand-overs that have not left or not arrived."""
        unsent = {
            (self._ties.home(mail.lead_id).lead_id, mail.put_at): mail
            for mail in self._store.outbox.unsent_hand_overs()
        }
        found = {
            lead.lead_id: unsent.get((lead.lead_id, lead.handed_over.sent_at))
            for lead in leads
            if lead.handed_over is not None and lead.handed_over.sent_at is not None
        }
        return {lead_id: mail for lead_id, mail in found.items() if mail is not None}

    def recall(self, lead_id: LeadId) -> None:
        """Take back a hand-over that has not left or did not arrive, or was only opened as a draft.

        It waits to be sent anew.

        Raises:
            WrongCallError: For an unknown lead, or one whose hand-over has left.
        """
        with self._store.transaction():
            course = self._course(self._ties.home(lead_id).lead_id)
            if course.sent is not None and course.sent.as_draft:
                self._ties.take_back(course.sent)
            elif not self._recall(course):
                raise WrongCallError(
                    "What was sent of {name} cannot be taken back.", name=course.name
                )

    def came_back(self, lead_id: LeadId, note: str = "") -> CameBack:
        """Reopen a lead that the BDC revived, for its salesperson; its clock starts now.

        Raises:
            WrongCallError: For an unknown lead, or one that is not handed over.
        """
        with self._store.transaction():
            home = self._ties.home(lead_id)
            course = self._course(home.lead_id)
            if self._away(course) is None or not may_come_back(course):
                raise WrongCallError("The lead of {name} is not handed over.", name=course.name)
            self._recall(course)  # so that nobody else calls him too
            return self._pen.write_at(CameBack, home, arrived_at=self._pen.now(), note=note)

    def _recall(self, course: Course) -> bool:
        mail = None if course.sent is None else self._store.outbox.of_fact(course.sent.id)
        if course.sent is None or mail is None or mail.state in _OUT_OF_HAND:
            return False
        self._store.outbox.drop(mail.id)
        self._ties.take_back(course.sent)
        return True

    def _course(self, lead_id: LeadId) -> Course:
        return course_of(self._store.log, lead_id)

    def _away(self, course: Course) -> HandedOver | None:
        return plan(course, self._pen.rules).handed_over_at(self._pen.now())
