"""A lead's page: who he is, what he asked, everything that happened, and what can be done."""
