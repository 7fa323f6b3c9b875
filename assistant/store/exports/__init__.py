"""What leaves: the tables of the log as rows, for files that others open."""
