"""Mails on their way out: what may be done with each, so that none is ever sent twice.

A mail is marked as being sent before a server hears of it. Whoever finds it so marked after a
crash cannot know how far it came, and only a person may let it go again.
"""

from collections.abc import Collection
from datetime import datetime, timedelta

from assistant.core.errors import WrongCallError
from assistant.core.facts import Attempt, Fact, LeadId
from assistant.core.follow import follow
from assistant.core.handover import HandedOver
from assistant.desk.answers import Answers
from assistant.desk.handovers import HandOvers
from assistant.desk.pen import Pen
from assistant.desk.ties import Ties
from assistant.desk.unsent import Unsent
from assistant.store.outbox import OutboxCounts, OutboxMail, OutboxState, Trouble
from assistant.store.store import Store, new_id


class Outgoing:
    """Keeps mails until they are gone; each method is one whole step."""

    def __init__(
        self, store: Store, pen: Pen, ties: Ties, answers: Answers, handovers: HandOvers
    ) -> None:
        self._store = store
        self._pen = pen
        self._ties = ties
        self._answers = answers
        self._handovers = handovers
        self._unsent = Unsent(store, pen, ties)

    def put(
        self,
        lead_id: LeadId,
        content: bytes,
        *,
        message_id: str,
        recipient: str,
        subject: str,
        hold: timedelta,
        hands_over: HandedOver | None = None,
    ) -> OutboxMail:
        """Keep a mail that is to be sent.

        Args:
            lead_id: The lead that it is about.
            content: Its bytes, with ``message_id`` in them.
            message_id: With its angle brackets.
            recipient: One address.
            subject: For a person's eyes.
            hold: How long it can still be taken back.
            hands_over: The hand-over that is written down with it, both or neither.

        Raises:
            WrongCallError: For an unknown lead, or one whose customer was forgotten, or if
                that hand-over no longer waits to be sent.
        """
        with self._store.transaction():
            home = self._ties.home_to_work(lead_id)
            sent = None if hands_over is None else self._handovers.write_sent(home, hands_over)
            now = self._pen.now() if sent is None else sent.at
            mail = OutboxMail(
                id=new_id(),
                lead_id=home.lead_id,
                fact_id=None if sent is None else sent.id,
                put_at=now,
                message_id=message_id,
                recipient=recipient,
                subject=subject,
                content=content,
                state=OutboxState.WAITING,
                tries=0,
                not_before=now + hold,
                changed_at=now,
            )
            self._store.outbox.add(mail)
        return mail

    def begin_next(self) -> OutboxMail | None:
        """Mark the mail that is to be sent now as being sent, and return it whole."""
        now = self._pen.now()
        if self._store.outbox.next_due(now) is None:
            return None
        with self._store.transaction():
            mail = self._store.outbox.next_due(now)
            if mail is not None:
                self._change(mail, OutboxState.SENDING, tries=mail.tries + 1)
        return mail

    def gone(self, mail_id: str) -> None:
        """Write down that a server has taken a mail."""
        self._end(mail_id, OutboxState.SENT)

    def failed(self, mail_id: str, trouble: Trouble) -> None:
        """Write down that a server will never take a mail: on its lead it is owed again."""
        with self._store.transaction():
            mail = self._must(mail_id)
            self._unsent.refused(mail)
            self._change(mail, OutboxState.FAILED, trouble=trouble)

    def unsure(self, mail_id: str, trouble: Trouble | None = None) -> None:
        """Write down that nobody knows whether a mail has left."""
        self._end(mail_id, OutboxState.UNSURE, trouble)

    def later(self, mail_id: str, until: datetime, trouble: Trouble | None = None) -> None:
        """Let a mail that has certainly not left wait."""
        self._end(mail_id, OutboxState.WAITING, trouble, not_before=until)

    def refused(self, mail_id: str, trouble: Trouble) -> None:
        """Write down that there is no such recipient: on the lead too, if he is its customer.

        A hand-over that bounced asks what is to be done, as one that failed does.
        """
        with self._store.transaction():
            mail = self._must(mail_id)
            is_known = self._answers.hands_over(mail) or self._answers.bounced(
                self._ties.home(mail.lead_id), mail.recipient
            )
            state = OutboxState.BOUNCED if is_known else OutboxState.FAILED
            if is_known:
                self._unsent.not_confirmed(mail)
            else:
                self._unsent.refused(mail)
            self._change(mail, state, trouble=trouble)

    def look_for_broken_off(self, before: datetime | None = None) -> None:
        """Ask a person about each mail that was being sent when the program ended.

        Args:
            before: Only about those begun before this; where another may be sending still.
        """
        for mail in self._store.outbox.standing(OutboxState.SENDING):
            if before is None or mail.changed_at < before:
                self.unsure(mail.id)

    def send_again(self, mail_id: str) -> None:
        """Let a mail go once more: a person says so."""
        with self._store.transaction():
            mail = self._must_ask(mail_id)
            self._unsent.sent_again(mail)
            self._change(mail, OutboxState.WAITING, tries=0, not_before=self._pen.now())

    def settle(self, mail_id: str) -> None:
        """Write down that nothing more is to be done about a mail: a person says so."""
        with self._store.transaction():
            mail = self._must_ask(mail_id)
            self._change(mail, OutboxState.SENT)

    def tie(self, fact: Attempt) -> None:
        """Let taking this fact back take its mail back too; inside a transaction of the store."""
        emails = follow(self._store.log.history(fact.lead_id)).emails
        self._store.outbox.tie(fact.lead_id, frozenset(emails), fact.id)

    def withdraw(self, fact: Fact) -> None:
        """Take back the mail that a fact logs, if it can be; inside a transaction of the store."""
        self._store.outbox.withdraw(fact.id)

    def asking(self) -> list[OutboxMail]:
        """Return the mails about which a person must say what is to be done, oldest first."""
        return self._store.outbox.asking()

    def asking_of(self, lead_id: LeadId) -> list[OutboxMail]:
        """Return those among them that are about one lead."""
        asking = self.asking()
        return [mail for mail in asking if self._ties.home(mail.lead_id).lead_id == lead_id]

    def waiting(self) -> list[OutboxMail]:
        """Return the mails that have not left yet, oldest first."""
        return self._store.outbox.standing(OutboxState.WAITING, OutboxState.SENDING)

    def about(self, leads: Collection[LeadId], recipients: Collection[str]) -> list[OutboxMail]:
        """Return every mail that is kept about these leads or to these addresses, whole."""
        return self._store.outbox.about(leads, recipients)

    def counts(self) -> OutboxCounts:
        """Count the mails, and say when the last one left."""
        return self._store.outbox.counts()

    def _end(
        self,
        mail_id: str,
        state: OutboxState,
        trouble: Trouble | None = None,
        *,
        not_before: datetime | None = None,
    ) -> None:
        with self._store.transaction():
            self._change(self._must(mail_id), state, trouble=trouble, not_before=not_before)

    def _must(self, mail_id: str) -> OutboxMail:
        mail = self._store.outbox.one(mail_id)
        if mail is None:
            raise WrongCallError("There is no mail {mail} in the outbox.", mail=mail_id)
        return mail

    def _must_ask(self, mail_id: str) -> OutboxMail:
        mail = self._must(mail_id)
        if mail_id not in {asking.id for asking in self.asking()}:
            raise WrongCallError("This mail is not waiting for an answer.")
        return mail

    def _change(
        self,
        mail: OutboxMail,
        state: OutboxState,
        *,
        tries: int | None = None,
        trouble: Trouble | None = None,
        not_before: datetime | None = None,
    ) -> None:
        self._store.outbox.change(
            mail.id,
            state,
            self._pen.now(),
            tries=mail.tries if tries is None else tries,
            not_before=not_before or mail.not_before,
            trouble=trouble,
        )
