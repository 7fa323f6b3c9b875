"""Requests made of labels and values, in the mails of portals and sites."""
