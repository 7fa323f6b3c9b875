"""How the files of lists are called; known without what reads them."""

from pathlib import Path

SUFFIXES = (".xlsx", ".xls", ".ods", ".csv")


def has_list_name(path: Path) -> bool:
    """Say whether a file is called as lists are."""
    return path.suffix.lower() in SUFFIXES
