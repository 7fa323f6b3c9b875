"""JSON taken apart into one value for each customer, also when it is no whole JSON.

A list counts as several customers when a member can be reached by itself; a list of
numbers, of addresses or of questions with answers belongs to one customer.
"""

import json
import re
from collections.abc import Callable, Iterator
from contextlib import suppress

from assistant.intake.reading.structured.pairs import ANSWERS, Pair, Value, words_of

_MOST_PIECES = 400
_MOST_LOOKED_AT = 5
_MOST_FOUND = 1_000
_ONE_CUSTOMERS = re.compile(
    r"phone|mail|tele|mobile|number|nummer|adres|address|field|answer|antwoord|vraag"
)
_PAIR = re.compile(
    r'"([^"\\]{1,100})"\s{0,20}:\s{0,20}\[?\s{0,20}(?:"((?:[^"\\]|\\.){1,20000}+)|([\d.+-]{1,30}))'
)
_QUESTION = re.compile(
    r'"(?:name|label|question|key)"\s{0,20}:\s{0,20}"([^"\\]{1,100})"\s{0,20},\s{0,20}'
    r'"(?:values?|answer)"\s{0,20}:\s{0,20}\[?\s{0,20}"((?:[^"\\]|\\.){1,20000}+)"?'
)
_DECODER = json.JSONDecoder(
    parse_int=str,
    parse_float=str,
    parse_constant=str,
    strict=False,  # a line break may stand within a text as it is
)

Reaches = Callable[[Value], bool]
"""Says whether a value holds a customer's number or address."""


def parsed(text: str) -> Value:
    """Return the JSON value in ``text``, its numbers as texts; ``None`` when it is none."""
    with suppress(ValueError, RecursionError):
        value: Value = _DECODER.decode(text)
        return value
    return None


def customers_in(value: Value, reaches: Reaches) -> list[Value]:
    """Return a value for each customer in a JSON value.

    Args:
        value: What a JSON text held.
        reaches: Says whether a value holds a customer's number or address.
    """
    if facebook := list(_facebook_leads(value)):
        return facebook
    if isinstance(value, list):
        several = _is_several(value, reaches)
        return [member for member in value if isinstance(member, dict)] if several else [value]
    for members in _lists_in(value):
        if _is_several(members, reaches) and not reaches(_without(value, members)):
            return [member for member in members if isinstance(member, dict)]
    return [value]


def whole_pieces(text: str) -> tuple[list[Value], str]:
    """Return the JSON objects that follow each other in ``text``, and what is left."""
    pieces: list[Value] = []
    position = text.find("{")
    while position >= 0 and len(pieces) < _MOST_PIECES:
        try:
            value, end = _DECODER.raw_decode(text, position)
        except (ValueError, RecursionError):
            return pieces, text[position:]
        pieces.append(value)
        position = text.find("{", end)
    return pieces, ""


def loose_pairs(text: str) -> list[Pair]:
    """Return the names and values in a text that is no JSON any more."""
    pairs: list[Pair] = []

    def keep(found: re.Match[str]) -> str:
        pairs.append(Pair((words_of(found.group(1)),), _unescaped(found.group(2)), asked=True))
        return ""

    rest = _QUESTION.sub(keep, text, count=_MOST_FOUND)
    for found in _PAIR.finditer(rest):
        if len(pairs) >= _MOST_FOUND:
            break
        name, written, number = found.groups()
        pairs.append(Pair((words_of(name),), _unescaped(written) if written else number))
    return pairs


def is_facebook(value: Value) -> bool:
    """Say whether a value has the shape of a lead from Facebook."""
    return isinstance(value, dict) and isinstance(value.get("field_data"), list)


def _facebook_leads(value: Value) -> Iterator[Value]:
    waiting = [value]
    for _ in range(_MOST_FOUND):
        if not waiting:
            return
        held = waiting.pop()
        if is_facebook(held):
            yield held
        elif isinstance(held, dict):
            waiting.extend(
                reversed([item for item in held.values() if isinstance(item, dict | list)])
            )
        elif isinstance(held, list):
            waiting.extend(reversed([item for item in held if isinstance(item, dict | list)]))


def _lists_in(value: Value) -> Iterator[list[Value]]:
    """Yield the lists that are reached through dictionaries alone."""
    waiting = [value]
    for _ in range(_MOST_FOUND):
        if not waiting:
            return
        held = waiting.pop(0)
        if not isinstance(held, dict):
            continue
        for name, item in held.items():
            if isinstance(item, list) and not _ONE_CUSTOMERS.search(name.lower()[:100]):
                yield item
            elif isinstance(item, dict):
                waiting.append(item)


def _is_several(members: list[Value], reaches: Reaches) -> bool:
    some = [member for member in members[:_MOST_LOOKED_AT] if isinstance(member, dict)]
    if not some or any(answer in member for member in some for answer in ANSWERS):
        return False
    return len(members) > 1 and any(map(reaches, some))


def _without(value: Value, left_out: list[Value]) -> Value:
    """Return a dictionary without one of the lists below it."""
    if not isinstance(value, dict):
        return value
    return {name: _without(item, left_out) for name, item in value.items() if item is not left_out}


def _unescaped(written: str) -> str:
    text = parsed(f'"{written}"')
    return text if isinstance(text, str) else written
