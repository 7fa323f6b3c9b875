"""Requests in JSON and in XML that is no ADF."""
