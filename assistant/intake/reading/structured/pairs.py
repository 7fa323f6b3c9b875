"""Structured data of any shape, flattened into pairs of a path and a text.

JSON comes nested in every way a programmer can think of. A pair keeps the names on the way
to a value, because ``name`` alone may be a customer, a car, a campaign or a dealer.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.intake.reading.markup.xml_tree import Element

Value = object
"""What a JSON text holds: dictionaries, lists, texts, numbers as texts, booleans, ``None``."""

_DEEPEST = 30
_MOST_PAIRS = 1_000
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_NOT_A_LETTER = re.compile(r"[\W_]+")
_QUESTIONS = ("question", "label", "title", "name", "key", "field", "slug", "id")
ANSWERS = ("values", "value", "answer", "antwoord", "antwort", "response")


@dataclass(frozen=True, slots=True)
class Pair:
    """A text with the names on the way to it.

    Attributes:
        path: The names, each in lower-case words parted by spaces; numbers are left out.
        text: The value.
        asked: Whether the last name is a question of a form, put to the customer.
    """

    path: tuple[str, ...]
    text: str
    asked: bool = False


def words_of(name: str) -> str:
    """Return ``phone number`` for ``phoneNumber``, ``phone_number`` and ``Phone-Number``."""
    return " ".join(_NOT_A_LETTER.sub(" ", _CAMEL.sub(" ", name[:100])).lower().split())


def flatten(value: Value) -> list[Pair]:
    """Return every text below ``value``, in its order."""
    pairs: list[Pair] = []
    waiting: list[tuple[tuple[str, ...], Value, bool]] = [((), value, False)]
    while waiting and len(pairs) < _MOST_PAIRS:
        path, held, asked = waiting.pop()
        if isinstance(held, dict | list):
            if len(path) < _DEEPEST:
                waiting.extend(reversed(list(_inside(path, held, asked=asked))))
        elif held is not None and (text := _as_text(held)):
            pairs.append(Pair(path, text, asked))
    return pairs


def flatten_xml(root: Element) -> list[Pair]:
    """Return every text of an XML document that is no ADF."""
    pairs: list[Pair] = []
    waiting: list[tuple[tuple[str, ...], Element]] = [((), root)]
    while waiting and len(pairs) < _MOST_PAIRS:
        path, element = waiting.pop()
        below = (*path, words_of(element.name)) if element.name else path
        pairs += [Pair((*below, words_of(key)), text) for key, text in element.attributes.items()]
        if element.text:
            pairs.append(Pair(below, element.text))
        waiting.extend((below, child) for child in reversed(element.children))
    return pairs


def _inside(
    path: tuple[str, ...], held: dict[str, Value] | list[Value], *, asked: bool
) -> Iterator[tuple[tuple[str, ...], Value, bool]]:
    if isinstance(held, list):
        for item in held:
            yield path, item, asked
        return
    question, answer = _question_and_answer(held)
    if answer is not None:
        yield ((*path, question) if question else path), answer, bool(question)
        return
    for name, item in held.items():
        yield (*path, words_of(name)), item, False


def _question_and_answer(held: dict[str, Value]) -> tuple[str, Value]:
    """Return the question and the answer of ``{"name": ..., "values": [...]}``."""
    answer = next((held[name] for name in ANSWERS if name in held), None)
    if answer is None:
        return "", None
    question = next((held[name] for name in _QUESTIONS if isinstance(held.get(name), str)), "")
    return words_of(str(question)), answer


def _as_text(held: Value) -> str:
    if isinstance(held, bool):
        return "true" if held else ""
    return str(held).strip()
