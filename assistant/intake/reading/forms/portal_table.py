"""Loads the table of portals from ``resources/portals.toml``.

What a portal writes is data, never code: a dealer can add a portal or a label himself. What
the file cannot mean is refused with a sentence that names the place.
"""

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from assistant.core.errors import WrongCallError
from assistant.core.request import RequestKind
from assistant.intake.reading.forms.portals import (
    Label,
    Mark,
    Name,
    Portal,
    Portals,
    Rule,
    label_key,
    unspaced,
)
from assistant.intake.reading.reasons import NOT_A_LEAD
from assistant.intake.reading.words.phrases import read_phrase
from assistant.resources import resource

_NOT_A_LEAD = "not_a_lead"
_BY_WORD = (Label.PHONE, Label.EMAIL, Label.MESSAGE)


@cache
def shipped_portals() -> Portals:
    """Return the portals that come with the program, read once."""
    return read_portals(resource("portals.toml").read_text(encoding="utf-8"))


def portals_with(own: str) -> Portals:
    """Return the portals that come with the program and the dealer's own, which come first.

    Args:
        own: A table that says only what is added; every part of it may be left out.

    Raises:
        WrongCallError: As :func:`read_portals`.
    """
    return read_portals(resource("portals.toml").read_text(encoding="utf-8"), own)


def read_portals(text: str, own: str = "") -> Portals:
    """Read a table of portals, with what another adds to it.

    Raises:
        WrongCallError: A text is no TOML, or says something that cannot be meant.
    """
    try:
        table = _added(tomllib.loads(text), tomllib.loads(own))
        common, automatic = table["common"], table["automatic"]
        return Portals(
            known=tuple(_portal(entry) for entry in table["portal"]),
            rules=_rules(common["subjects"]),
            vehicles=tuple(read_phrase(phrase) for phrase in common["vehicles"]),
            introductions=tuple(read_phrase(phrase) for phrase in common["introductions"]),
            makes=tuple(f"{make.lower()} " for make in common["makes"]),
            nameless=frozenset(name.lower() for name in common["nameless"]),
            labels=(labels := _labels(table["labels"])),
            unspaced_labels={unspaced(key): label for key, label in labels.items()},
            label_beginnings=frozenset(key.split()[0].rstrip(".") for key in labels),
            label_words={label: frozenset(table["label_words"][label]) for label in _BY_WORD},
            others_words=frozenset(table["label_words"]["others"]),
            marks={mark: tuple(map(str.lower, table["marks"][mark])) for mark in Mark},
            names={name: frozenset(map(_plain, table["names"][name])) for name in Name},
            automatic_subjects=_rules(automatic["subjects"], _NOT_A_LEAD),
            automatic_sentences=_rules(automatic["sentences"], _NOT_A_LEAD),
        )
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError, AttributeError) as error:
        raise WrongCallError("The table of portals cannot be read: {error}", error=error) from error


def _added(table: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    """Return a table to which another adds: its lines come first, and its labels win."""
    labels = {label_key(spelling) for row in own.get("labels", {}).values() for spelling in row}
    table["labels"] = {
        name: [spelling for spelling in row if label_key(spelling) not in labels]
        for name, row in table["labels"].items()
    }
    joined: dict[str, Any] = _joined(own, table)
    return joined


def _joined(first: Any, second: Any) -> Any:
    if isinstance(first, dict) and isinstance(second, dict):
        unknown = first.keys() - second.keys()
        if unknown:
            raise ValueError(f"there is no part {min(unknown)}")
        return {key: _joined(first.get(key), second[key]) for key in second}
    if isinstance(first, list) and isinstance(second, list):
        return [*first, *second]
    if first is not None:
        raise TypeError(f"{first} is no list")
    return second


def _portal(entry: Mapping[str, Any]) -> Portal:
    return Portal(
        source=entry.get("source", ""),
        domains=tuple(domain.lower() for domain in entry["domains"]),
        kind=RequestKind(entry.get("kind", RequestKind.QUESTION)),
        rules=_rules(entry.get("subjects", ())),
    )


def _rules(entries: Iterable[Mapping[str, str]], kind: str = "") -> tuple[Rule, ...]:
    return tuple(_rule(entry, kind or entry["kind"]) for entry in entries)


def _rule(entry: Mapping[str, str], kind: str) -> Rule:
    phrase = read_phrase(entry["text"])
    if kind == _NOT_A_LEAD:
        return Rule(phrase=phrase, reason=NOT_A_LEAD[entry["reason"]])
    return Rule(phrase=phrase, kind=RequestKind(kind))


def _labels(table: Mapping[str, list[str]]) -> Mapping[str, Label]:
    labels: dict[str, Label] = {}
    for name, spellings in table.items():
        for spelling in spellings:
            key = label_key(spelling)
            if labels.setdefault(key, Label(name)) is not Label(name):
                raise ValueError(f"the label {spelling} stands under two headings")
    return labels


def _plain(name: str) -> str:
    return unspaced(name.lower())
