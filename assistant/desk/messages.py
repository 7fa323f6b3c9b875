"""Raw messages: evidence behind a lead, or waiting for a person because no reader knew them."""

from collections.abc import Sequence

from assistant.core.facts import LeadId
from assistant.core.request import Reading, Request
from assistant.desk.intake import Intake
from assistant.desk.pen import Pen
from assistant.desk.values import Taken
from assistant.store.messages import MessageResult, StoredMessage, Verdict
from assistant.store.store import Store


class Messages:
    """Shows messages, and writes down what a person made of one; each method is one whole step."""

    def __init__(self, store: Store, pen: Pen, intake: Intake) -> None:
        self._store = store
        self._pen = pen
        self._intake = intake

    def one(self, message_id: str) -> StoredMessage | None:
        """Return a message with its content."""
        return self._store.messages.one(message_id)

    def of(self, lead_id: LeadId) -> Sequence[str]:
        """Return the ids of the messages behind a lead, oldest first."""
        return self._store.log.messages_of(lead_id)

    def unreadable(self) -> list[StoredMessage]:
        """Return those that a person must look at, newest first, without their content."""
        return self._store.messages.waiting(MessageResult.UNREADABLE)

    def set_aside(self, message_id: str) -> None:
        """Mark an unreadable message as no lead."""
        with self._store.transaction():
            self._pen.judge(message_id, Verdict.NO_LEAD)

    def put_back(self, message_id: str) -> None:
        """Let an unreadable message wait for a person again."""
        with self._store.transaction():
            self._pen.judge(message_id, Verdict.OPEN)

    def read_again(self, message_id: str, readings: Sequence[Reading]) -> list[Taken]:
        """Take in the requests that the program can read in a message by now, if any."""
        message = self.one(message_id)
        requests = [reading for reading in readings if isinstance(reading, Request)]
        if message is None or not requests or self._store.log.leads_of_message(message_id):
            return []
        with self._store.transaction():
            taken = [
                self._intake.take_request(request, message.arrived_at, message_id)
                for request in requests
            ]
            self._pen.judge(message_id, Verdict.LEAD)
        return taken
