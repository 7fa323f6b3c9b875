"""Names that come from outside as bytes: a file's, an argument's."""

import os


def in_text(name: str) -> str:
    """Return a name in which every letter can be stored; bytes that are no UTF-8 are replaced."""
    return os.fsencode(name).decode("utf-8", "replace")
