"""The settings file: read whatever can be used, name what cannot.

A line that cannot be used never stops the program: the starting value stands in for it.
"""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.core.errors import CouldNotError
from assistant.resources import resource
from assistant.settings.mailboxes import MAILBOX, MAILBOXES, mailbox
from assistant.settings.outgoing import OUTGOING, OutgoingSettings
from assistant.settings.readers import DAYS, SECTIONS, tracking_number
from assistant.settings.values import MailboxSettings, Settings

VERSION = 1
_SECTIONS = SECTIONS | {"outgoing": (OutgoingSettings, OUTGOING)}
_TRACKING = "tracking_numbers"
_MOST_BROKEN_LINES = 50
_LOOK_BACK = 4
_AT_LINE = re.compile(r"at line (\d+)")

Content = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Problem:
    """A line of the settings file that could not be used.

    Attributes:
        line: Counted from 1; 0 when the whole file could not be read.
        key: The setting as ``section.key``, or what stands on the line.
    """

    line: int
    key: str


@dataclass(frozen=True, slots=True)
class Loaded:
    """The settings in use, and what of the file could not be used."""

    settings: Settings
    problems: tuple[Problem, ...]


def load(path: Path) -> Loaded:
    """Read the settings. A missing file means the starting values.

    Raises:
        CouldNotError: If the file was written by a newer version of the program.
    """
    defaults = tomllib.loads(resource("settings.toml").read_text("utf-8"))
    problems: list[Problem] = []
    try:
        text = path.read_text("utf-8-sig")
    except FileNotFoundError:
        return Loaded(starting_values(), ())
    except (OSError, UnicodeDecodeError):
        return Loaded(starting_values(), (Problem(0, path.name),))
    content = _parse(text, problems)
    version = content.pop("version", VERSION)
    if not isinstance(version, int):
        problems.append(Problem(_line_of(text, "", "version"), "version"))
    elif version > VERSION:
        raise CouldNotError("The settings in {path} need a newer version.", path=path)
    settings = _settings(defaults, content, text, problems)
    return Loaded(settings, tuple(sorted(problems, key=lambda problem: problem.line)))


def starting_values() -> Settings:
    """Return the settings of a file in which nothing was changed."""
    return _settings(tomllib.loads(resource("settings.toml").read_text("utf-8")), {}, "", [])


def _parse(text: str, problems: list[Problem]) -> Content:
    """Read TOML, leaving out lines that are none."""
    lines = text.splitlines()
    for _ in range(_MOST_BROKEN_LINES):
        broken = _error_line(lines)
        if broken is None:
            return tomllib.loads("\n".join(lines))
        culprit = _culprit(lines, broken)
        problems.append(Problem(culprit, _key_on(lines[culprit - 1])))
        lines[culprit - 1] = ""
    return {}


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
        without = [*lines[: number - 1], "", *lines[number:]]
        return _error_line(without) or len(lines) + 1

    written = [number for number in range(broken, 0, -1) if lines[number - 1].strip()]
    return max(written[:_LOOK_BACK], key=readable_without)


def _key_on(line: str) -> str:
    return line.partition("=")[0].strip()[:60]


def _settings(defaults: Content, content: Content, text: str, problems: list[Problem]) -> Settings:
    values = {}
    for section, (kind, readers) in _SECTIONS.items():
        given = content.pop(section, {})
        if not isinstance(given, dict):
            problems.append(Problem(_line_of(text, "", section), section))
            given = {}
        start = {key: reader(defaults[section][key]) for key, reader in readers.items()}
        read = dict(start)
        for key, value in given.items():
            try:
                read[key] = readers[key](value)
            except (ValueError, LookupError):
                problems.append(Problem(_line_of(text, section, key), f"{section}.{key}"))
        if section == "hours" and not any(read[day] for day in DAYS):
            problems.append(Problem(_line_of(text, "", section), section))
            read = start
        try:
            values[section] = kind(**read)
        except ValueError:  # its settings do not go together
            problems.append(Problem(_line_of(text, "", section), section))
            values[section] = kind(**start)
    tracking = _tracking(content.pop(_TRACKING, {}), text, problems)
    mailboxes = _mailboxes(content.pop(MAILBOXES, {}), text, problems)
    problems += [Problem(_line_of(text, "", key), key) for key in content]
    return Settings(**values, tracking_numbers=tracking, mailboxes=mailboxes)


def _mailboxes(given: object, text: str, problems: list[Problem]) -> tuple[MailboxSettings, ...]:
    """Read what is set of each mailbox; one that is not whole is left out."""
    if not isinstance(given, dict):
        problems.append(Problem(_line_of(text, "", MAILBOXES), MAILBOXES))
        return ()
    read = []
    for name, values in given.items():
        section, wrong = f"{MAILBOXES}.{name}", []
        usable: Content = {}
        for key, value in (values if isinstance(values, dict) else {}).items():
            try:
                usable[key] = MAILBOX[key](value)
            except (ValueError, LookupError):
                wrong.append(Problem(_line_of(text, section, key), f"{section}.{key}"))
        try:
            read.append(mailbox(name, usable))
        except ValueError:
            wrong = wrong or [Problem(_line_of(text, "", section), section)]
        problems += wrong
    return tuple(read)


def _tracking(given: object, text: str, problems: list[Problem]) -> dict[str, str]:
    if not isinstance(given, dict):
        problems.append(Problem(_line_of(text, "", _TRACKING), _TRACKING))
        return {}
    read: dict[str, str] = {}
    for key, value in given.items():
        try:
            number, source = tracking_number(key, value)
        except ValueError:
            problems.append(Problem(_line_of(text, _TRACKING, key), f"{_TRACKING}.{key}"))
        else:
            read[number] = source
    return read


def _line_of(text: str, section: str, key: str) -> int:
    """Return the line on which ``key`` of ``section`` stands, or the section's own."""
    within, found = "", 0
    for number, line in enumerate(text.splitlines(), start=1):
        stripped = line.strip()
        if stripped.startswith("["):
            within = stripped.strip("[] \t").partition("]")[0]
            if not section and within == key:
                return number
        elif within == section and _key_on(line).strip("\"'") == key:
            found = number
    return found


def sentences(problems: Iterable[Problem], path: Path) -> list[CouldNotError]:
    """Return what a person is told of each problem."""
    return [
        CouldNotError(
            "Line {line} of {path} cannot be used ({key}); the starting value stands in for it.",
            line=problem.line,
            path=path,
            key=problem.key,
        )
        if problem.line
        else CouldNotError(
            "The settings in {path} cannot be read as text; the starting values stand in for them.",
            path=path,
        )
        for problem in problems
    ]
