"""Bare programs: the least that does the same, to compare with."""
