"""Taking in: from what was read in a message to a lead, once and only once."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from assistant.core.away import may_come_back
from assistant.core.errors import mark
from assistant.core.facts import CameBack, LeadId
from assistant.core.letter import Letter, LetterKind
from assistant.core.request import (
    NotALead,
    Reading,
    Request,
    RequestKind,
    Returned,
    Unreadable,
    reason_of,
)
from assistant.core.summary import STILL_OPEN, State, Summary
from assistant.desk.answers import Answers
from assistant.desk.courses import course_of
from assistant.desk.pen import Pen
from assistant.desk.values import Arrival, Result, Taken
from assistant.store.messages import MessageResult, StoredMessage
from assistant.store.store import Store, new_id

_NOT_PASSIVE = (*STILL_OPEN, State.DO_NOT_CONTACT)
"""Who stands so has no use for a place on a list: he is worked, or wants to be left alone."""

_ECHO = NotALead(mark("This is what we handed over ourselves."))
_CLOSED = Unreadable(mark("The BDC writes about a lead that is sold or closed for good."))


class Intake:
    """Decides of each request whether it is new. Use it inside a transaction of the store."""

    def __init__(self, store: Store, pen: Pen, answers: Answers) -> None:
        self._store = store
        self._pen = pen
        self._answers = answers

    def take_in(self, arrival: Arrival) -> list[Taken]:
        """Store a message and the leads in it; change nothing for one we have."""
        known = self._known(arrival.identity)
        if known is not None:
            return self._repeated(known, arrival)
        arrival = replace(arrival, readings=tuple(map(self._judged, arrival.readings)))
        comes_back = any(isinstance(reading, Returned) for reading in arrival.readings)
        if arrival.letter is not None and not comes_back:
            lead_id = self._answers.lead_of(arrival.letter)
            if lead_id is not None:
                return [self._take_letter(arrival, arrival.letter, lead_id)]
        message_id = self._keep(arrival)
        return [
            self._take_reading(reading, arrival.arrived_at, message_id)
            for reading in arrival.readings
        ]

    def take_list(self, arrival: Arrival, progress: Callable[[], None]) -> list[Taken]:
        """Store a list and its passive leads; the same list again finds them all known."""
        message_id = self._known(arrival.identity) or self._keep(arrival)
        taken = []
        for reading in arrival.readings:
            taken.append(self._take_reading(reading, arrival.arrived_at, message_id))
            progress()
        return taken

    def _known(self, identity: str) -> str | None:
        """Return the message that has this identity, also one that was emptied since."""
        return self._store.messages.id_of(identity) or self._store.erasures.known_message(identity)

    def _judged(self, reading: Reading) -> Reading:
        """Return word from the BDC as what it is here: its lead may be unknown, or closed."""
        if not isinstance(reading, Returned):
            return reading
        try:
            home = self._store.log.home(LeadId(reading.lead)).lead_id
        except LookupError:
            return reading.otherwise
        if reading.is_echo:
            return _ECHO
        if not may_come_back(course_of(self._store.log, home)):
            return _CLOSED
        return replace(reading, lead=home)

    def _take_letter(self, arrival: Arrival, letter: Letter, lead_id: LeadId) -> Taken:
        """Log an answer or a bounce on the lead that it belongs to."""
        reading = arrival.readings[0]
        is_bounce = letter.kind is LetterKind.BOUNCE
        kept_as = MessageResult.NOT_A_LEAD if is_bounce else MessageResult.LEAD
        message_id = self._keep(arrival, kept_as)
        self._answers.take(letter, lead_id, reading, message_id)
        result = Result.NOT_A_LEAD if is_bounce else Result.JOINED
        return Taken(result=result, reading=reading, lead_id=lead_id)

    def _keep(self, arrival: Arrival, result: MessageResult | None = None) -> str:
        """Store a message as it came; return its id."""
        message_id = new_id()
        self._store.messages.add(
            StoredMessage(
                id=message_id,
                identity=arrival.identity,
                name=arrival.name,
                arrived_at=arrival.arrived_at,
                taken_at=self._pen.now(),
                result=result or _result_of_all(arrival.readings),
                reason=next(filter(None, map(reason_of, arrival.readings)), ""),
                content=arrival.content,
            )
        )
        return message_id

    def take_request(
        self, request: Request, arrived_at: datetime, message_id: str | None = None
    ) -> Taken:
        """Open a lead for a request, or join the customer's open one.

        A customer keeps his salesperson, also when his earlier leads are closed.
        """
        sent_before = self._store.log.lead_of_reference(request.reference)
        if request.resend and sent_before is not None:
            return Taken(result=Result.REPEAT, reading=request, lead_id=sent_before)
        known = self._store.summaries.known(request.identities)
        if request.kind is RequestKind.PASSIVE:
            worked = next((lead.lead_id for lead in known if lead.state in _NOT_PASSIVE), None)
            if worked is not None:
                return Taken(result=Result.REPEAT, reading=request, lead_id=worked)
        lead_id = next((lead.lead_id for lead in known if lead.state in STILL_OPEN), None)
        result = Result.NEW if lead_id is None else Result.JOINED
        if lead_id is None:
            lead_id = self._pen.open_lead(known[0].owner if known else None)
            self._note_earlier_wish(lead_id, request, known)
        self._pen.write_request(lead_id, request, arrived_at, message_id)
        return Taken(result=result, reading=request, lead_id=lead_id)

    def _note_earlier_wish(
        self, lead_id: LeadId, request: Request, known: Sequence[Summary]
    ) -> None:
        """Write down that he asked to be left alone once, also where he was forgotten since."""
        wishes: list[datetime | None]
        wishes = [lead.state_since for lead in known if lead.state is State.DO_NOT_CONTACT]
        wishes.append(self._store.erasures.left_alone_since(request.identities))
        since = min((wish for wish in wishes if wish is not None), default=None)
        if since is not None:
            self._store.log.note_earlier_wish(lead_id, since)

    def _take_reading(self, reading: Reading, arrived_at: datetime, message_id: str) -> Taken:
        match reading:
            case Request():
                return self.take_request(reading, arrived_at, message_id)
            case Returned(lead=lead, note=note):
                back = self._pen.write(CameBack, LeadId(lead), arrived_at=arrived_at, note=note)
                self._store.log.tie_answer(back.id, message_id)
                return Taken(result=Result.CAME_BACK, reading=reading, lead_id=LeadId(lead))
            case NotALead():
                return Taken(result=Result.NOT_A_LEAD, reading=reading)
            case Unreadable():
                return Taken(result=Result.UNREADABLE, reading=reading)

    def _repeated(self, message_id: str, arrival: Arrival) -> list[Taken]:
        leads = iter(self._store.log.leads_of_message(message_id))
        return [
            Taken(
                result=Result.REPEAT,
                reading=reading,
                lead_id=next(leads, None) if isinstance(reading, Request | Returned) else None,
            )
            for reading in arrival.readings
        ]


def _result_of_all(readings: tuple[Reading, ...]) -> MessageResult:
    """Return what becomes of the whole message: what a person must look at weighs most."""
    if any(isinstance(reading, Unreadable) for reading in readings):
        return MessageResult.UNREADABLE
    if any(isinstance(reading, Request | Returned) for reading in readings):
        return MessageResult.LEAD
    return MessageResult.NOT_A_LEAD
