"""Why a message became no lead: one constant English sentence for each reason.

The sentences are shown to a salesperson and are the keys of their translations, so a
reason is chosen from here and never put together from words of the message.
"""

from collections.abc import Mapping
from types import MappingProxyType

EMPTY = "The message is empty."
NOT_TEXT = "The file holds no text that can be read, perhaps it is a picture or a document."
NO_CUSTOMER = "No telephone number and no e-mail address of a customer was found."
NO_CUSTOMER_IN_REQUEST = (
    "This request in the file has no telephone number and no e-mail address of the customer."
)
CUT_OFF = "The message is too large, and the part that was read holds no customer."
TOO_MANY = "The file holds more requests than are read at once; look at the rest by hand."
NUMBER_WITHHELD = "Somebody called and was missed, but the message does not give the number."
READER_FAILED = "The message could not be read because of an error in this program."

AUTOMATIC_REPLY = "This is an automatic reply."
NOT_DELIVERED = "This is a notice that an e-mail could not be delivered."
RECEIPT = "This is a notice that an e-mail was delivered or opened."
MASS_MAIL = "This is a newsletter or another message sent to many people."
ADVERT_REPORT = "This is a report about adverts."
SAVED_SEARCH = "This is a saved-search alert."
CHAT_NOTICE = "This is a notice of a chat message, without a number or an address."
CALL_WITHOUT_NUMBER = "This is a notice of an answered call, without the caller's number."
SYSTEM_NOTICE = "This is a notice from a system."

NOT_A_LEAD: Mapping[str, str] = MappingProxyType(
    {
        "automatic_reply": AUTOMATIC_REPLY,
        "not_delivered": NOT_DELIVERED,
        "receipt": RECEIPT,
        "mass_mail": MASS_MAIL,
        "advert_report": ADVERT_REPORT,
        "saved_search": SAVED_SEARCH,
        "chat_notice": CHAT_NOTICE,
        "system_notice": SYSTEM_NOTICE,
    }
)
"""The reasons that portals.toml may name."""

ALL = (
    EMPTY,
    NOT_TEXT,
    NO_CUSTOMER,
    NO_CUSTOMER_IN_REQUEST,
    CUT_OFF,
    TOO_MANY,
    NUMBER_WITHHELD,
    READER_FAILED,
    CALL_WITHOUT_NUMBER,
    *NOT_A_LEAD.values(),
)
"""Every sentence, for the check that each has a translation."""
