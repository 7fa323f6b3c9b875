"""A mail that a server refused was never sent: what was logged with it is owed again."""

from assistant.core.facts import (
    AppointmentChanged,
    AppointmentEvent,
    Attempt,
    Fact,
    LeadId,
    Outcome,
)
from assistant.core.follow import follow, gone_facts
from assistant.core.request import Channel
from assistant.desk.pen import Pen
from assistant.desk.ties import Ties
from assistant.store.outbox import OutboxMail
from assistant.store.store import Store


class Unsent:
    """Takes back what a mail logged. Use it inside a transaction of the store."""

    def __init__(self, store: Store, pen: Pen, ties: Ties) -> None:
        self._store = store
        self._pen = pen
        self._ties = ties

    def refused(self, mail: OutboxMail) -> None:
        """Log that a server will not take a mail that was logged as sent."""
        attempt, _ = self._logged(mail)
        if attempt is None or attempt.id in gone_facts(self._history(mail)):
            return
        self.not_confirmed(mail)
        self._ties.take_back(attempt)
        home = self._ties.home(mail.lead_id)
        self._pen.write_at(Attempt, home, by="", channel=Channel.MAIL, outcome=Outcome.REFUSED)

    def not_confirmed(self, mail: OutboxMail) -> None:
        """Let an appointment be confirmed again of which a mail was the confirmation."""
        _, confirmed = self._logged(mail)
        if confirmed is not None and confirmed.id not in gone_facts(self._history(mail)):
            self._ties.take_back(confirmed)

    def sent_again(self, mail: OutboxMail) -> None:
        """Log a refused mail anew, which goes out once more, with what it confirms."""
        attempt, confirmed = self._logged(mail)
        if attempt is None or attempt.id not in gone_facts(self._history(mail)):
            return
        home = self._ties.home_to_work(mail.lead_id)
        again = self._pen.write_at(Attempt, home, channel=Channel.MAIL, outcome=Outcome.SENT)
        self._store.outbox.log_by(mail.id, again.id)
        standing = follow(self._history(mail)).appointment
        if confirmed is None or standing is None or standing.confirmed_at is not None:
            return
        if standing.id == confirmed.appointment_id and standing.changed_at <= mail.put_at:
            self._pen.write_at(
                AppointmentChanged,
                home,
                appointment_id=standing.id,
                event=AppointmentEvent.CONFIRMED,
            )

    def _logged(self, mail: OutboxMail) -> tuple[Attempt | None, AppointmentChanged | None]:
        """Return the attempt that logs a mail, and the confirmation written down with it."""
        facts = self._history(mail)
        place = next((n for n, fact in enumerate(facts) if fact.id == mail.fact_id), None)
        attempt = None if place is None else facts[place]
        if place is None or not isinstance(attempt, Attempt):
            return None, None
        after = facts[place + 1] if place + 1 < len(facts) else None
        if isinstance(after, AppointmentChanged) and after.event is AppointmentEvent.CONFIRMED:
            return attempt, after
        return attempt, None

    def _history(self, mail: OutboxMail) -> list[Fact]:
        home: LeadId = self._ties.home(mail.lead_id).lead_id
        return list(self._store.log.history(home))
