"""Lists of passive leads."""
