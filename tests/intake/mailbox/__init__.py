"""Mailboxes without a server; those with one are in tests/services."""
