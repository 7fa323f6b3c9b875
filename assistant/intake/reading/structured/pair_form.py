"""Pairs of a path and a text become a form, as if they had stood in a mail.

The table of labels in portals.toml names the fields here too. An address is known by how
it looks, and the answer to an unknown question is kept as the customer's words.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from assistant.core.contact import read_email
from assistant.intake.reading.forms.form import Entry, Form, Place
from assistant.intake.reading.forms.portals import Label, Name, Portals, unspaced
from assistant.intake.reading.markup.html_text import is_html, read_page
from assistant.intake.reading.markup.tokens import unescape
from assistant.intake.reading.structured.owners import Owned, owner_of
from assistant.intake.reading.structured.pairs import Pair

_OWN_LABELS = {
    Label.PLATE: Label.OWN_PLATE,
    Label.MILEAGE: Label.OWN_MILEAGE,
    Label.OWN_PLATE: Label.OWN_PLATE,
    Label.OWN_MILEAGE: Label.OWN_MILEAGE,
}
_MAKES_A_CAR = frozenset({Label.MAKE, Label.MODEL, Label.TRIM, Label.YEAR})
_OF_A_CAR = _MAKES_A_CAR | {Label.PLATE, Label.MILEAGE, Label.PRICE, Label.LINK}
_NAMES = frozenset({Label.NAME, Label.FIRST_NAME, Label.LAST_NAME})
_ESCAPED_TWICE = re.compile(r"(?:\\r)?\\n|\\[rt]")
_LONGEST_CAR = 80
_LONGEST_ADDRESS = 300
_FEWEST_DIGITS = 6


def form_of(pairs: Iterable[Pair], portals: Portals) -> Form:
    """Return what the pairs say, as a form."""
    entries = (_entry(_as_read(pair), portals) for pair in pairs if pair.path)
    return Form(entries=[entry for entry in entries if entry is not None])


def source_in(pairs: Iterable[Pair], portals: Portals) -> str:
    """Return the name of the portal or site that the pairs give."""
    names = portals.names[Name.SOURCE]
    for pair in pairs:
        ends = (unspaced("".join(pair.path[-length:])) for length in (1, 2))
        if pair.path and any(end in names for end in ends):
            return pair.text
    return ""


def reaches_customer(pairs: Iterable[Pair], portals: Portals) -> bool:
    """Say whether the pairs hold what may be a customer's number or address."""
    for pair in pairs:
        entry = _entry(pair, portals) if pair.path else None
        if entry is None or entry.place is Place.DEALER:
            continue
        if entry.label is Label.EMAIL or (entry.label is Label.PHONE and _has_digits(entry.value)):
            return True
    return False


def _as_read(pair: Pair) -> Pair:
    """Return a pair with its text as a person would read it: without tags and escapes."""
    text = _ESCAPED_TWICE.sub("\n", pair.text)
    return replace(pair, text=read_page(text).text if is_html(text) else unescape(text))


def _entry(pair: Pair, portals: Portals) -> Entry | None:
    owned = owner_of(pair.path, portals)
    label = _label(owned.name, pair, portals)
    place = owned.place
    if place is Place.ADVERT:
        label = _label_of_car(owned, label, portals)
        place = Place.CUSTOMER if owned.own_car else place
    if label is None:
        return _answer(pair, place)
    parent = unspaced(pair.path[-2]) if len(pair.path) > 1 else ""
    if label is Label.REFERENCE and parent in portals.names[Name.NOT_A_REQUEST]:
        return None
    return Entry(label, _value(label, pair.text), place, pair.path[-1])


def _label(name: str, pair: Pair, portals: Portals) -> Label | None:
    """Return what a name asks for; an address is known by how it looks."""
    key = unspaced(name)
    known = portals.unspaced_labels.get(key)
    if _is_address(pair.text) and known is not Label.MESSAGE:
        if len(pair.text.split()) == 1:
            return Label.EMAIL
        return known if known in _NAMES and "<" not in pair.text else Label.SENDER
    if key in portals.names[Name.NO_CALLS]:
        return Label.PREFERENCE
    if key in portals.names[Name.REQUEST_TYPE]:
        return Label.TOPIC
    parent = unspaced(pair.path[-2]) if len(pair.path) > 1 else ""
    for candidate in (key, key.rstrip("s"), parent + key, key + parent):
        if candidate in portals.unspaced_labels:
            return portals.unspaced_labels[candidate]
    return _asked_for(set(name.split()), pair, portals) if pair.asked else None


def _asked_for(words: set[str], pair: Pair, portals: Portals) -> Label | None:
    """Return what a question that was put to the customer asks for."""
    names = portals.names
    if words & names[Name.ASKS_NUMBER] and _has_digits(pair.text):
        return Label.PHONE
    about_own = any(word.startswith(tuple(names[Name.ABOUT_OWN_CAR])) for word in words)
    which = words & names[Name.ASKS_CAR] and words & names[Name.ASKS_WHICH]
    if which and not about_own and len(pair.text) <= _LONGEST_CAR:
        return Label.VEHICLE
    return None


def _label_of_car(owned: Owned, label: Label | None, portals: Portals) -> Label | None:
    """Return what a name asks for that stands under a car."""
    key = unspaced(owned.name)
    found = label if label in _OF_A_CAR else None
    if key == "type":
        found = Label.TRIM
    elif key in portals.names[Name.CAR_NAME]:
        found = Label.VEHICLE
    if owned.own_car and found is not None:
        return _OWN_LABELS.get(found, Label.OWN_VEHICLE)
    return found


def _answer(pair: Pair, place: Place) -> Entry | None:
    """Keep the answer to a question of which the table knows nothing."""
    if not pair.asked or place is not Place.CUSTOMER:
        return None
    return Entry(Label.MESSAGE, f"{pair.path[-1]}: {pair.text}", place, pair.path[-1])


def _value(label: Label, text: str) -> str:
    if label is Label.PREFERENCE and text == "true":
        return "niet bellen"
    return text.replace("_", " ") if label is Label.TOPIC else text


def _is_address(text: str) -> bool:
    return "@" in text and len(text) < _LONGEST_ADDRESS and read_email(text) is not None


def _has_digits(text: str) -> bool:
    return sum(letter.isdigit() for letter in text[:40]) >= _FEWEST_DIGITS
