"""How requests get in: the spool, the watched folder, the reception and the readers."""
