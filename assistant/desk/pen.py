"""The pen: writes a fact down and plans anew what comes next for its lead.

Everything that is written goes through here, so a fact without its plan cannot exist.
"""

from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

from assistant.core.clock import Clock
from assistant.core.course import Course
from assistant.core.facts import Fact, FactId, LeadId, Requested
from assistant.core.plan import plan
from assistant.core.request import Request
from assistant.core.rules import Rules
from assistant.desk.courses import Courses
from assistant.store.log import Home
from assistant.store.messages import Verdict
from assistant.store.store import Store, new_id

F = TypeVar("F", bound=Fact)


class Pen:
    """Writes facts in the salesperson's name. Use it inside a transaction of the store.

    Attributes:
        by: That name.
    """

    def __init__(self, store: Store, clock: Clock, rules: Rules, salesperson: str) -> None:
        self._store = store
        self._clock = clock
        self.rules = rules
        self.by = salesperson
        self._courses = Courses(store.log)

    def write(self, kind: Callable[..., F], lead_id: LeadId, /, **fields: object) -> F:
        """Append a fact of ``kind`` that happens now; ``fields`` are what it says.

        What the program itself saw carries an empty ``by``.
        """
        fact = self._new(kind, lead_id, **fields)
        self._store.log.append(fact)
        self.plan(lead_id, fact)
        return fact

    def write_at(self, kind: Callable[..., F], home: Home, /, **fields: object) -> F:
        """Do as :meth:`write` for a lead of which it was just found that it goes on in itself."""
        fact = self._new(kind, home.lead_id, **fields)
        self._store.log.append(fact)
        self._derive(home, fact)
        return fact

    def write_request(
        self, lead_id: LeadId, request: Request, arrived_at: datetime, message_id: str | None
    ) -> None:
        """Append a request that arrived at ``arrived_at``, and start its clock."""
        clock_from = self.rules.clock_from(request.asked_at, request.asked_at_has_zone, arrived_at)
        fact = self._new(
            Requested, lead_id, request=request, arrived_at=arrived_at, clock_from=clock_from
        )
        self._store.log.append(fact, message_id=message_id)
        self.plan(lead_id, fact)

    def open_lead(self, owner: str | None) -> LeadId:
        """Append a new lead of ``owner``, else of this salesperson; a request must follow."""
        lead_id = LeadId(new_id())
        self._store.log.add_lead(lead_id, self._clock(), owner or self.by)
        return lead_id

    def plan(self, lead_id: LeadId, written: Fact | None = None) -> None:
        """Derive a lead's summary and prompts from its facts; of one merged, its home's.

        Args:
            lead_id: The lead.
            written: The fact that was just written down, if it was one.
        """
        home = self._store.log.home(lead_id)
        if home.lead_id != lead_id:
            self._store.summaries.drop(lead_id)
        self._derive(home, written)

    def _derive(self, home: Home, written: Fact | None) -> None:
        course = self._courses.of(home.lead_id, written)
        self._store.summaries.put(home.lead_id, home.owner, course, plan(course, self.rules))

    def course(self, home: Home) -> Course:
        """Return where a lead stands of which it was just found that it goes on in itself."""
        return self._courses.of(home.lead_id)

    def judge(self, message_id: str, verdict: Verdict) -> None:
        """Append what the salesperson made of a message."""
        self._store.messages.judge(message_id, self._clock(), self.by, verdict)

    def now(self) -> datetime:
        """Return the present moment."""
        return self._clock()

    def _new(self, kind: Callable[..., F], lead_id: LeadId, /, **fields: object) -> F:
        common = {"id": FactId(new_id()), "lead_id": lead_id, "at": self._clock(), "by": self.by}
        return kind(**(common | fields))
