"""Messages behind which no lead stands, or not his, and in which a person stands all the same."""

from assistant.desk.privacy import Customer
from assistant.privacy.texts import texts_in
from assistant.start import Office


def loose_messages(office: Office, customer: Customer) -> list[str]:
    """Return the messages that no reader knew, or that hold no lead, in which he stands."""
    found = []
    for message_id in office.desk.privacy.loose_messages():
        message = office.desk.messages.one(message_id)
        if message is not None and message_id not in customer.messages:
            texts = (message.name, message.identity, *texts_in(message.content))
            if any(map(customer.spellings.are_in, texts)):
                found.append(message_id)
    return found
