"""Today: the agenda as one list, grouped by when, with everything the card can do beside it."""
