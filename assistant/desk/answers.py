"""What comes back: a customer's answer to a mail of ours, and a mail that did not arrive.

Nothing here asks whether an answer is a request too: who answers is answered to, by a person.
"""

from collections.abc import Iterator

from assistant.core.course import Course
from assistant.core.errors import mark
from assistant.core.facts import Attempt, FactId, LeadId, Learnt, Outcome
from assistant.core.follow import follow, gone_facts
from assistant.core.letter import Letter, LetterKind
from assistant.core.request import Channel, Reading, Request
from assistant.core.summary import STILL_OPEN
from assistant.desk.pen import Pen
from assistant.desk.ties import Ties
from assistant.store.log import Home
from assistant.store.outbox import OutboxMail, OutboxState, Trouble
from assistant.store.store import Store

_LONGEST_NOTE = 4_000


class Answers:
    """Finds the lead to which a mail belongs. Use it inside a transaction of the store."""

    def __init__(self, store: Store, pen: Pen, ties: Ties) -> None:
        self._store = store
        self._pen = pen
        self._ties = ties

    def lead_of(self, letter: Letter) -> LeadId | None:
        """Return the open lead to which a letter belongs; ``None`` for one that stands alone."""
        ours = self._ours(letter)
        if ours is not None and letter.kind is not LetterKind.BOUNCE:
            lead_id = self._ties.home(ours.lead_id).lead_id
            return lead_id if self._is_open(lead_id) else None
        match letter.kind:
            case LetterKind.FORM:
                return None
            case LetterKind.PERSON:
                return self._writers_lead(letter)
            case LetterKind.BOUNCE if ours is not None and self.hands_over(ours):
                return self._ties.home(ours.lead_id).lead_id
            case LetterKind.BOUNCE:
                return next((lead_id for lead_id, _ in self._bounced_leads(letter)), None)

    def take(self, letter: Letter, lead_id: LeadId, reading: Reading, message_id: str) -> None:
        """Log a letter on its lead.

        Args:
            letter: The letter.
            lead_id: What :meth:`lead_of` found.
            reading: What the readers made of it, for a new number in it.
            message_id: The raw message.
        """
        ours = self._ours(letter)
        is_bounce = letter.kind is LetterKind.BOUNCE
        if ours is not None and is_bounce and self.hands_over(ours):
            came_back = Trouble(
                mark("It came back: {address} takes no mail."), {"address": ours.recipient}
            )
            self._change(ours, OutboxState.BOUNCED, came_back)
            return
        if ours is not None and ours.state is OutboxState.UNSURE:
            self._change(ours, OutboxState.SENT)
        if is_bounce:
            for bounced, address in list(self._bounced_leads(letter)):
                self.bounced(self._ties.home(bounced), address, message_id)
            return
        self._learn(letter, lead_id, reading)
        fact = self._pen.write(
            Attempt,
            lead_id,
            by="",
            channel=Channel.MAIL,
            outcome=Outcome.ANSWERED,
            note=letter.text[:_LONGEST_NOTE],
        )
        self._store.log.tie_answer(fact.id, message_id)

    def bounced(self, home: Home, address: str, message_id: str | None = None) -> bool:
        """Log that an address does not work; say whether it is one that we would write to."""
        if self._course(home.lead_id).email != address:
            return False
        fact = self._pen.write_at(
            Attempt, home, by="", channel=Channel.MAIL, outcome=Outcome.BOUNCED
        )
        if message_id is not None:
            self._store.log.tie_answer(fact.id, message_id)
        return True

    def hands_over(self, mail: OutboxMail) -> bool:
        """Say whether a mail is the hand-over that stands of its lead."""
        sent = self._course(self._ties.home(mail.lead_id).lead_id).sent
        return sent is not None and sent.id == mail.fact_id

    def _change(self, mail: OutboxMail, state: OutboxState, trouble: Trouble | None = None) -> None:
        self._store.outbox.change(
            mail.id,
            state,
            self._pen.now(),
            tries=mail.tries,
            not_before=mail.not_before,
            trouble=trouble,
        )

    def _learn(self, letter: Letter, lead_id: LeadId, reading: Reading) -> None:
        """Write down a number or address by which the writer was not known yet."""
        known = self._course(lead_id)
        phones = reading.phones if isinstance(reading, Request) else ()
        numbers = {phone.key for phone in known.phones}
        phone = next((phone for phone in phones if phone.key not in numbers), None)
        email = "" if letter.sender in known.emails else letter.sender
        if phone is not None or email:
            self._pen.write(Learnt, lead_id, by="", phone=phone, email=email)

    def _ours(self, letter: Letter) -> OutboxMail | None:
        found = map(self._store.outbox.of_message_id, sorted(letter.refers_to))
        return next((mail for mail in found if mail is not None), None)

    def _writers_lead(self, letter: Letter) -> LeadId | None:
        """Return the open lead of the writer, if we wrote to him: else he asks, and that rings."""
        if not letter.sender:
            return None
        for lead in self._store.summaries.known(frozenset({letter.sender})):
            if lead.state in STILL_OPEN:
                return lead.lead_id if self._wrote_to(lead.lead_id) else None
        return None

    def _bounced_leads(self, letter: Letter) -> Iterator[tuple[LeadId, str]]:
        """Yield the open leads whose customer's address a bounce names, and that address."""
        ours = self._ours(letter)
        addresses = letter.failed | ({ours.recipient} if ours is not None else set())
        for address in sorted(addresses):
            for lead in self._store.summaries.known(frozenset({address})):
                is_usual = self._course(lead.lead_id).email == address
                if lead.state in STILL_OPEN and is_usual and self._wrote_to(lead.lead_id):
                    yield lead.lead_id, address

    def _wrote_to(self, lead_id: LeadId) -> bool:
        facts = self._store.log.history(lead_id)
        gone: frozenset[FactId] = gone_facts(facts)
        return any(
            isinstance(fact, Attempt)
            and (fact.channel, fact.outcome) == (Channel.MAIL, Outcome.SENT)
            and fact.id not in gone
            for fact in facts
        )

    def _is_open(self, lead_id: LeadId) -> bool:
        summary = self._store.summaries.summary(lead_id)
        return summary is not None and summary.state in STILL_OPEN

    def _course(self, lead_id: LeadId) -> Course:
        return follow(self._store.log.history(lead_id))
