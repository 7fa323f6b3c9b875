"""The desk: what the program can do with a lead. The only package that asks the store."""

from assistant.desk.desk import Desk
from assistant.desk.finder import Finder
from assistant.desk.values import Arrival, LeadFile, NextStep, Result, Taken
from assistant.store.messages import StoredMessage
from assistant.store.outbox import OutboxMail, OutboxState, Trouble

__all__ = [
    "Arrival",
    "Desk",
    "Finder",
    "LeadFile",
    "NextStep",
    "OutboxMail",
    "OutboxState",
    "Result",
    "StoredMessage",
    "Taken",
    "Trouble",
]
