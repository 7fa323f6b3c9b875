"""Ties: whose lead is whose, as a person sees it. The program knows numbers and addresses only."""

from assistant.core.errors import WrongCallError
from assistant.core.facts import Fact, FactId, LeadId, Merged, Requested, Retraction, Split
from assistant.core.follow import requests_that_count
from assistant.core.summary import STILL_OPEN
from assistant.desk.pen import Pen
from assistant.store.log import Home
from assistant.store.store import Store


class Ties:
    """Merges leads and splits them. Use it inside a transaction of the store."""

    def __init__(self, store: Store, pen: Pen) -> None:
        self._store = store
        self._pen = pen

    def home(self, lead_id: LeadId) -> Home:
        """Return the lead in which this one goes on, and whose it is."""
        try:
            return self._store.log.home(lead_id)
        except LookupError as error:
            raise WrongCallError("There is no lead {lead}.", lead=lead_id) from error

    def home_to_work(self, lead_id: LeadId) -> Home:
        """Return the lead in which this one goes on, where it can be worked.

        Raises:
            WrongCallError: If there is none, or its customer was forgotten.
        """
        home = self.home(lead_id)
        if self._store.log.is_forgotten(home.lead_id):
            raise WrongCallError("The customer of this lead was forgotten.")
        return home

    def merge(self, lead_id: LeadId, other: LeadId) -> Merged:
        """Let another open lead go on in this one."""
        return self._join(self._open(other), self._open(lead_id))

    def split(self, lead_id: LeadId, request_id: FactId) -> Split | Retraction:
        """Let a request of a lead stand alone; what came by a merge goes with its own facts."""
        facts = self._store.log.history(self.home_to_work(lead_id).lead_id)
        requests = requests_that_count(facts)
        request = next((fact for fact in requests if fact.id == request_id), None)
        if request is None:
            raise WrongCallError("There is no such request.")
        if len(requests) == 1:
            raise WrongCallError("This is the only request of its lead.")
        home = self.home(request.lead_id)
        if home.lead_id == request.lead_id:
            return self._split_off(request, home.owner)
        return self._retract(self._store.log.merge_of(request.lead_id), request.lead_id)

    def take_back(self, fact: Fact) -> Fact:
        """Undo a fact as if it had never been written down; a merge undone is merged anew."""
        if isinstance(fact, Split):
            return self._undo_split(fact)
        if isinstance(fact, Retraction):
            history = self._store.log.history(fact.lead_id)
            undone = next((known for known in history if known.id == fact.of), None)
            if isinstance(undone, Merged):
                return self._join(fact.lead_id, undone.into)
        return self._retract(fact.id, fact.lead_id)

    def _join(self, part: LeadId, into: LeadId) -> Merged:
        part, into = self.home(part).lead_id, self.home(into).lead_id
        if into == part:
            raise WrongCallError("These are one lead already.")
        return self._pen.write(Merged, part, into=into)

    def _retract(self, of: FactId, lead_id: LeadId) -> Retraction:
        home = self.home(lead_id).lead_id
        retraction = self._pen.write(Retraction, lead_id, of=of)
        if home != lead_id:  # a merge, perhaps: then both stand alone
            self._pen.plan(home)
        return retraction

    def _undo_split(self, split: Split) -> Retraction:
        """Let the request count where it did; what was done since for it comes along."""
        copy = next(f for f in self._store.log.history(split.into) if isinstance(f, Requested))
        self._join(split.into, split.lead_id)
        self._pen.write(Retraction, split.into, of=copy.id)
        return self._pen.write(Retraction, split.lead_id, of=split.id)

    def _split_off(self, request: Requested, owner: str) -> Split:
        into = self._pen.open_lead(owner)
        self._pen.write_request(
            into, request.request, request.arrived_at, self._store.log.message_of(request.id)
        )
        return self._pen.write(Split, request.lead_id, request_id=request.id, into=into)

    def _open(self, lead_id: LeadId) -> LeadId:
        home = self.home(lead_id).lead_id
        summary = self._store.summaries.summary(home)
        if summary is not None and summary.state not in STILL_OPEN:
            raise WrongCallError("The lead of {name} is closed.", name=summary.name)
        return home
