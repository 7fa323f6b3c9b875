"""The settings file: read whatever can be used, name what cannot.

A line that cannot be used never stops the program: the starting value stands in for it.
"""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from typing import Any

from assistant.core.errors import CouldNotError, mark
from assistant.resources import resource
from assistant.settings.lines import line_of, read_toml
from assistant.settings.mailboxes import MAILBOX, MAILBOXES, mailbox
from assistant.settings.outgoing import OUTGOING, OutgoingSettings
from assistant.settings.readers import DAYS, SECTIONS, tracking_number
from assistant.settings.values import MailboxSettings, Settings

VERSION = 1
_SECTIONS = SECTIONS | {"outgoing": (OutgoingSettings, OUTGOING)}
_TRACKING = "tracking_numbers"

Content = dict[str, Any]


class Flaw(Enum):
    """What is wrong with a line."""

    VALUE = auto()
    UNKNOWN = auto()
    SECTION = auto()
    HEADER = auto()


@dataclass(frozen=True, slots=True)
class Problem:
    """A line of the settings file that could not be used.

    Attributes:
        line: Counted from 1; 0 when the whole file could not be read.
        key: The setting as ``section.key``, or what stands on the line.
        flaw: A value that cannot be used, a setting or a section that there is not, or the
            beginning of a section that is none.
    """

    line: int
    key: str
    flaw: Flaw = Flaw.VALUE


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
    content, text, broken = read_toml(text)
    problems += [
        Problem(one.line, one.key, Flaw.HEADER if one.is_header else Flaw.VALUE) for one in broken
    ]
    version = content.pop("version", VERSION)
    if not isinstance(version, int):
        problems.append(Problem(line_of(text, "version"), "version"))
    elif version > VERSION:
        raise CouldNotError("The settings in {path} need a newer version.", path=path)
    settings = _settings(defaults, content, text, problems)
    return Loaded(settings, tuple(sorted(problems, key=lambda problem: problem.line)))


def starting_values() -> Settings:
    """Return the settings of a file in which nothing was changed."""
    return _settings(tomllib.loads(resource("settings.toml").read_text("utf-8")), {}, "", [])


def _settings(defaults: Content, content: Content, text: str, problems: list[Problem]) -> Settings:
    values = {}
    for section, (kind, readers) in _SECTIONS.items():
        given = content.pop(section, {})
        if not isinstance(given, dict):
            problems.append(Problem(line_of(text, section), section))
            given = {}
        start = {key: reader(defaults[section][key]) for key, reader in readers.items()}
        read = dict(start)
        for key, value in given.items():
            try:
                read[key] = readers[key](value)
            except (ValueError, LookupError):
                flaw = Flaw.VALUE if key in readers else Flaw.UNKNOWN
                problems.append(Problem(line_of(text, section, key), f"{section}.{key}", flaw))
        if section == "hours" and not any(read[day] for day in DAYS):
            problems.append(Problem(line_of(text, section), section))
            read = start
        try:
            values[section] = kind(**read)
        except ValueError:  # its settings do not go together
            problems.append(Problem(line_of(text, section), section))
            values[section] = kind(**start)
    tracking = _tracking(content.pop(_TRACKING, {}), text, problems)
    mailboxes = _mailboxes(content.pop(MAILBOXES, {}), text, problems)
    problems += [_unknown(key, value, text) for key, value in content.items()]
    return Settings(**values, tracking_numbers=tracking, mailboxes=mailboxes)


def _unknown(key: str, value: object, text: str) -> Problem:
    """Return what is said of something that stands in no section of ours."""
    if isinstance(value, dict):
        return Problem(line_of(text, key), key, Flaw.SECTION)
    return Problem(line_of(text, key), key, Flaw.UNKNOWN)


def _mailboxes(given: object, text: str, problems: list[Problem]) -> tuple[MailboxSettings, ...]:
    """Read what is set of each mailbox; one that is not whole is left out."""
    if not isinstance(given, dict):
        problems.append(Problem(line_of(text, MAILBOXES), MAILBOXES))
        return ()
    read = []
    for name, values in given.items():
        section, wrong = f"{MAILBOXES}.{name}", []
        usable: Content = {}
        for key, value in (values if isinstance(values, dict) else {}).items():
            try:
                usable[key] = MAILBOX[key](value)
            except (ValueError, LookupError):
                flaw = Flaw.VALUE if key in MAILBOX else Flaw.UNKNOWN
                wrong.append(Problem(line_of(text, MAILBOXES, name, key), f"{section}.{key}", flaw))
        try:
            read.append(mailbox(name, usable))
        except ValueError:
            wrong = wrong or [Problem(line_of(text, MAILBOXES, name), section)]
        problems += wrong
    return tuple(read)


def _tracking(given: object, text: str, problems: list[Problem]) -> dict[str, str]:
    if not isinstance(given, dict):
        problems.append(Problem(line_of(text, _TRACKING), _TRACKING))
        return {}
    read: dict[str, str] = {}
    for key, value in given.items():
        try:
            number, source = tracking_number(key, value)
        except ValueError:
            problems.append(Problem(line_of(text, _TRACKING, key), f"{_TRACKING}.{key}"))
        else:
            read[number] = source
    return read


def sentences(problems: Iterable[Problem], path: Path) -> list[CouldNotError]:
    """Return what a person is told of each problem."""
    return [
        CouldNotError(_sentence(problem), line=problem.line, path=path, key=problem.key)
        for problem in problems
    ]


def _sentence(problem: Problem) -> str:
    if not problem.line:
        return mark(
            "The settings in {path} cannot be read as text; the starting values stand in for them."
        )
    match problem.flaw:
        case Flaw.VALUE:
            return mark(
                "Line {line} of {path} cannot be used ({key}); the starting value stands in for it."
            )
        case Flaw.UNKNOWN:
            return mark("Line {line} of {path}: there is no setting {key}; it is not used.")
        case Flaw.SECTION:
            return mark(
                "Line {line} of {path}: there is no section [{key}]; nothing in it is used."
            )
        case Flaw.HEADER:
            return mark(
                "Line {line} of {path} begins no section as it stands ({key}); "
                "nothing below it is used, up to the next one."
            )
