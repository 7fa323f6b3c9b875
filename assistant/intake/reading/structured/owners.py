"""Whose a value is, by the names on the way to it.

``name`` may be a customer, a dealer, a car or a campaign. The words that tell them apart
stand in portals.toml.
"""

from dataclasses import dataclass

from assistant.intake.reading.forms.form import Place
from assistant.intake.reading.forms.portals import Name, Portals, unspaced


@dataclass(frozen=True, slots=True, kw_only=True)
class Owned:
    """A value's name, and whose the value is.

    Attributes:
        name: The value's own name, without its owner's.
        place: Where it would stand in a mail.
        own_car: Whether it is of the car that the customer would trade in.
    """

    name: str
    place: Place
    own_car: bool


def owner_of(path: tuple[str, ...], portals: Portals) -> Owned:
    """Return whose the value at the end of ``path`` is."""
    names = portals.names
    place, own_car = Place.CUSTOMER, False
    words = [*path[:-1], *_unprefixed(path[-1], portals)]
    for word in map(unspaced, words[:-1]):
        if word in names[Name.DEALER]:
            place = Place.DEALER
        elif place is Place.DEALER:
            continue
        elif word in names[Name.CUSTOMER]:
            place = Place.CUSTOMER
        elif word in names[Name.CAR] | names[Name.OWN_CAR]:
            place, own_car = Place.ADVERT, own_car or word in names[Name.OWN_CAR]
    return Owned(name=words[-1], place=place, own_car=own_car)


def _unprefixed(name: str, portals: Portals) -> list[str]:
    """Part ``dealer phone`` into its owner and its name, unless the whole is a label."""
    if unspaced(name) in portals.unspaced_labels:
        return [name]
    words = name.split()
    owners = (Name.DEALER, Name.CAR, Name.OWN_CAR, Name.CUSTOMER)
    for number in range(min(3, len(words) - 1), 0, -1):
        prefix = "".join(words[:number])
        if any(prefix in portals.names[owner] for owner in owners):
            return [prefix, " ".join(words[number:])]
    return [name]
