"""Mailboxes: mail that arrives at a server becomes messages in the spool within a second."""

from assistant.intake.mailbox.connection import reach
from assistant.intake.mailbox.position import Contact, contact_of
from assistant.intake.mailbox.reader import MailboxReader
from assistant.intake.mailbox.times import Times
from assistant.intake.mailbox.watch import MailboxWatch

__all__ = ["Contact", "MailboxReader", "MailboxWatch", "Times", "contact_of", "reach"]
