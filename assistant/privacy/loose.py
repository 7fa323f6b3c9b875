"""Messages behind which no lead of a person stands, and in which he stands all the same."""

from assistant.desk.privacy import Customer
from assistant.privacy.texts import texts_in
from assistant.start import Office


def loose_messages(office: Office, customer: Customer) -> list[str]:
    """Return the messages that nobody could read, or of others, in which he stands.

    It looks into each that is kept, some thousand a second.
    """
    found, spellings = [], customer.spellings
    for message_id in office.desk.privacy.kept_messages():
        message = office.desk.messages.one(message_id)
        if message is not None and message_id not in customer.messages:
            texts = (message.name, message.identity, *texts_in(message.content))
            if any(map(spellings.are_in, texts)):
                found.append(message_id)
    return found
