"""What the dealer can set: a typed value, loaded from a commented TOML file."""

from assistant.settings.file import Loaded, Problem, load, starting_values
from assistant.settings.values import MailboxSettings, Security, Settings, SignIn
from assistant.settings.writing import change, drop_mailbox, keep_mailbox, write_defaults

__all__ = [
    "Loaded",
    "MailboxSettings",
    "Problem",
    "Security",
    "Settings",
    "SignIn",
    "change",
    "drop_mailbox",
    "keep_mailbox",
    "load",
    "starting_values",
    "write_defaults",
]
