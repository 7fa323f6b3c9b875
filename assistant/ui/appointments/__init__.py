"""The appointments of a week, and what can be done with each."""
