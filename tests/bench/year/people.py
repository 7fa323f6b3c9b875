"""Who is in the year: eight salespeople, and customers who do not exist.

Their numbers cannot ring: no Dutch mobile begins with 069, and no land line's own part with
a 1. Their addresses are at ``example.com``.
"""

from dataclasses import dataclass
from random import Random

from assistant.core.contact import Phone


@dataclass(frozen=True, slots=True, kw_only=True)
class Seller:
    """A salesperson.

    Attributes:
        share: How many of the leads are his, against the others' shares.
        quick: How often he makes the first call within its two minutes.
        patience: After how many tries in a row he gives up.
        skill: How often he comes to an appointment, against the usual.
    """

    name: str
    share: float
    quick: float
    patience: int = 2
    skill: float = 1.0


SELLERS = (
    Seller(name="Piet", share=1.3, quick=0.75, patience=5, skill=1.25),
    Seller(name="Fatima", share=1.2, quick=0.7, patience=5, skill=1.3),
    Seller(name="Daan", share=1.1, quick=0.55),
    Seller(name="Marloes", share=1.0, quick=0.6, skill=1.1),
    Seller(name="Henk", share=1.0, quick=0.25, skill=0.8),
    Seller(name="Joost", share=0.9, quick=0.4, skill=0.9),
    Seller(name="Priya", share=0.8, quick=0.5),
    Seller(name="Wouter", share=0.7, quick=0.2, skill=0.6),
)
"""Two of eight go on after a second try: eight in ten never call a third time (PROCESS)."""

SOURCES = ("AutoTrack", "Marktplaats", "AutoScout24", "Website", "Google Ads", "Google Business")
_SOURCE_SHARES = (30, 24, 18, 14, 8, 6)
_FIRST = ("Sanne", "Pieter", "Lieke", "Rajesh", "John", "Els", "Chantal", "Mark", "Yusuf", "Anna")
_LAST = ("Hoekstra", "Jansen", "van den Berg", "de Wit", "Bakker", "Yilmaz", "Visser", "Smit")
_CARS = (
    "Peugeot 208 1.2 PureTech Active",
    "Opel Corsa 1.2 Edition",
    "Volkswagen Polo 1.0 TSI",
    "Kia Picanto 1.0",
    "Toyota Yaris Hybrid",
    "MG4 Electric Comfort",
    "BMW 320i Touring",
    "Škoda Octavia Combi",
)
QUESTIONS = (
    "Is deze auto nog beschikbaar?",
    "Is deze auto nog beschikbaar en mag ik zaterdag langskomen?",
    "Wat krijg ik voor mijn Polo uit 2014?",
    "Kunt u mij vanavond bellen?",
    "Wat is de actieradius in de winter?",
    "I would like a test drive on Saturday.",
)
_AREAS = ("10", "20", "30", "40", "70")


@dataclass(frozen=True, slots=True, kw_only=True)
class Customer:
    """Somebody who asks; without a number, an address or a name if he gave none."""

    name: str
    phone: Phone | None
    email: str
    vehicle: str
    plate: str
    source: str


def mobile(number: int) -> Phone:
    """Return a mobile number that cannot ring, another for each of ten million."""
    return Phone(f"+3169{number:07}", mobile=True)


def land_line(number: int) -> Phone:
    """Return the number of a land line that cannot ring, another for each of a million."""
    return Phone(f"+31{_AREAS[number % len(_AREAS)]}1{number % 1_000_000:06}")


def customer(chance: Random, number: int) -> Customer:
    """Invent a customer; no two have a number or an address in common."""
    first, last = chance.choice(_FIRST), chance.choice(_LAST)
    holds = chance.random()
    phone = mobile(number) if chance.random() < 0.85 else land_line(number)
    local_part = f"{first}.{last}.{number}".lower().replace(" ", "")
    return Customer(
        name=f"{first} {last}",
        phone=None if holds < 0.04 else phone,
        email="" if holds > 0.92 else f"{local_part}@example.com",
        vehicle=chance.choice(_CARS),
        plate=f"XX-{number % 1000:03}-X",
        source=source(chance),
    )


def seller(chance: Random) -> Seller:
    """Draw the salesperson who gets a lead."""
    return chance.choices(SELLERS, [each.share for each in SELLERS])[0]


def source(chance: Random) -> str:
    """Draw who passed a request on."""
    return chance.choices(SOURCES, _SOURCE_SHARES)[0]
