"""Which Debian packages a test needs, and what to say when one is missing.

The list itself is ``tests/debian-packages.txt``, so that what the check installs and
what a skipped test asks for cannot differ.
"""

import shutil
from pathlib import Path

import pytest

LIST = Path(__file__).parent.parent / "debian-packages.txt"


def is_installed(proof: str) -> bool:
    """Tell whether a command, or a file whose path may hold a ``*``, is there."""
    if proof.startswith("/"):
        return any(Path("/").glob(proof.removeprefix("/")))
    return shutil.which(proof) is not None


def missing(group: str) -> tuple[str, ...]:
    """Return the packages of a group that are not installed."""
    lines = (line.split() for line in LIST.read_text(encoding="utf-8").splitlines())
    rows = [row for row in lines if row and not row[0].startswith("#")]
    return tuple(package for of, package, proof in rows if of == group and not is_installed(proof))


def require(*groups: str) -> None:
    """Skip the running test, naming what to install, unless all of these groups are there."""
    packages = [package for group in groups for package in missing(group)]
    if packages:
        pytest.skip(f"needs the Debian packages: {' '.join(packages)}")


def command(name: str) -> str:
    """Return the full path of a program on the machine.

    Raises:
        FileNotFoundError: It is not installed; :func:`require` was not called first.
    """
    path = shutil.which(name)
    if path is None:
        raise FileNotFoundError(name)
    return path
