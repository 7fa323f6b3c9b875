"""TOML as people write it: what can be read of it, and on which line a setting stands."""

import re
import tomllib
from dataclasses import dataclass
from typing import Any

_MOST_BROKEN_LINES = 50
_LOOK_BACK = 4
_AT_LINE = re.compile(r"at line (\d+)")
_NAMES = re.compile(r"\"([^\"]*)\"|'([^']*)'|([\w-]+)")
_HEADER = re.compile(
    r"""\s*(\[{1,2}\s*[A-Za-z_].*|\[\s*["'][\w-]+["']\s*\]|[A-Za-z_][\w.-]*\s*\]+)\s*(\#.*)?"""
)


@dataclass(frozen=True, slots=True)
class BrokenLine:
    """A line that is no TOML, and was left out.

    Attributes:
        line: Counted from 1.
        key: What stands before its ``=``, or all of it.
        is_header: Whether it was to begin a section: then that is left out too.
    """

    line: int
    key: str
    is_header: bool


def read_toml(text: str) -> tuple[dict[str, Any], str, list[BrokenLine]]:
    """Read TOML, leaving out lines that are none.

    Returns:
        What stands in it, the text without the lines left out (each of which is empty), and these.
    """
    lines = text.split("\n")
    broken: list[BrokenLine] = []
    for _ in range(_MOST_BROKEN_LINES):
        noticed = _error_line(lines)
        if noticed is None:
            left = "\n".join(lines)
            return tomllib.loads(left), left, broken
        culprit = _culprit(lines, noticed)
        broken.append(_leave_out(lines, culprit))
    return {}, "", broken


def line_of(text: str, *names: str) -> int:
    """Return the line of a setting or a section, or that of the table in which it must stand.

    Args:
        text: TOML.
        names: Of the sections around it, and its own.
    """
    within: tuple[str, ...] = ()
    nearest, depth = 1, 0
    for number, line in enumerate(text.split("\n"), start=1):
        if _HEADER.fullmatch(line):
            found = within = _names(line.partition("]")[0])
        else:
            found = (*within, *_names(line.partition("=")[0])) if "=" in line else ()
        if found == names:
            return number
        shared = min(len(found), len(names))
        if shared > depth and found[:shared] == names[:shared]:
            nearest, depth = number, shared  # the table around it, or one within it
    return nearest


def _names(text: str) -> tuple[str, ...]:
    return tuple("".join(groups) for groups in _NAMES.findall(text))


def _error_line(lines: list[str]) -> int | None:
    """Return the line at which TOML stops making sense, counted from 1."""
    try:
        tomllib.loads("\n".join(lines))
    except tomllib.TOMLDecodeError as error:
        found = _AT_LINE.search(str(error))
        return min(int(found[1]), len(lines)) if found else len(lines)
    return None


def _culprit(lines: list[str], broken: int) -> int:
    """Return the line without which the most can be read: an open bracket is noticed late."""

    def readable_without(number: int) -> int:
        without = list(lines)
        _leave_out(without, number)
        return _error_line(without) or len(lines) + 1

    written = [number for number in range(broken, 0, -1) if lines[number - 1].strip()]
    return max(written[:_LOOK_BACK], key=readable_without)


def _leave_out(lines: list[str], culprit: int) -> BrokenLine:
    """Empty a line, and what stands below it if it was to begin a section: whose is that now?"""
    said = lines[culprit - 1]
    is_header = _HEADER.fullmatch(said) is not None
    lines[culprit - 1] = ""
    for below in range(culprit, len(lines) if is_header else culprit):
        if _HEADER.fullmatch(lines[below]):
            break
        lines[below] = ""
    key = said if is_header else said.partition("=")[0]
    return BrokenLine(culprit, key.strip()[:60], is_header)
