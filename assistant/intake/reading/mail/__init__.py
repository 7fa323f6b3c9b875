"""Requests in mails: a portal's, a form's, or a customer's own."""
