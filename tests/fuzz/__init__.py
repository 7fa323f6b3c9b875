"""A fuzzer for the readers; run by hand, see ``__main__``."""
