"""What the dealer can set: a typed value, loaded from a commented TOML file."""

from assistant.settings.file import Loaded, Problem, load, starting_values
from assistant.settings.outgoing import Account, OutgoingSettings
from assistant.settings.values import MailboxSettings, Security, Settings, SignIn
from assistant.settings.writing import (
    change,
    drop_mailbox,
    drop_outgoing,
    keep_mailbox,
    keep_outgoing,
    write_defaults,
)

__all__ = [
    "Account",
    "Loaded",
    "MailboxSettings",
    "OutgoingSettings",
    "Problem",
    "Security",
    "Settings",
    "SignIn",
    "change",
    "drop_mailbox",
    "drop_outgoing",
    "keep_mailbox",
    "keep_outgoing",
    "load",
    "starting_values",
    "write_defaults",
]
