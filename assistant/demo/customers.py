"""Invented customers. Their numbers are those of examples, their addresses reach nobody."""

from dataclasses import dataclass

_MAIL = """From: {portal} <noreply@{domain}>
To: verkoop@dealer.example
Reply-To: {email}
Subject: Vraag over advertentie voor {car} - {portal}
Message-ID: <{number}@{domain}>
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 8bit

*Naam:* {name}
*E-mailadres:* {email}
*Telefoonnummer:* {phone}

*Bericht:*
{question}

Het gaat om de volgende advertentie:
{car}
Prijs: {price}
Kenteken: {plate}
https://www.dealer.example/occasions/{number}
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Customer:
    """Somebody who asks about a car through a portal."""

    number: int
    name: str
    phone: str
    email: str
    question: str
    car: str
    price: str
    plate: str
    portal: str = "AutoTrack"
    domain: str = "autotrack.nl"

    def mail(self) -> bytes:
        """Return the portal's mail about him, as it would arrive."""
        fields = {name: getattr(self, name) for name in self.__dataclass_fields__}
        return _MAIL.format(**fields).encode()


SANNE = Customer(
    number=10_000_001,
    name="Sanne Hoekstra",
    phone="06 12 34 56 78",
    email="sanne.hoekstra@example.com",
    question="Is deze auto nog beschikbaar en mag ik zaterdag langskomen?",
    car="Peugeot 208 1.2 PureTech Active",
    price="€ 12.950",
    plate="XX-123-X",
)

OTHERS = (
    Customer(
        number=10_000_002,
        name="Pieter Jansen",
        phone="06 22 22 33 33",
        email="pieter.jansen@example.com",
        question="Goedemiddag, staat de BMW er nog? Ik kan vanavond bellen na 18:00.",
        car="BMW 320i Touring",
        price="€ 18.950",
        plate="GH-456-K",
        portal="AutoScout24",
        domain="autoscout24.nl",
    ),
    Customer(
        number=10_000_003,
        name="Lieke van den Berg",
        phone="06 12 12 12 12",
        email="lieke@example.com",
        question="Ik zoek een automaat, heeft u er nog een binnenkort? "
        "Ik zou mijn huidige auto, een Polo uit 2014, graag inruilen.",
        car="Opel Corsa 1.2 Edition",
        price="€ 14.450",
        plate="KL-789-M",
    ),
    Customer(
        number=10_000_004,
        name="Rajesh Kumar",
        phone="06 98 76 54 32",
        email="rajesh@example.com",
        question="Wat is de actieradius in de winter?",
        car="MG4 Electric Comfort",
        price="€ 27.900",
        plate="R-123-BC",
        portal="Marktplaats",
        domain="mail.marktplaats.nl",
    ),
    Customer(
        number=10_000_005,
        name="John Example",
        phone="06 10 10 10 10",
        email="john@example.com",
        question="I would like a test drive on Saturday.",
        car="Toyota Yaris Hybrid",
        price="€ 16.750",
        plate="PB-456-L",
    ),
    Customer(
        number=10_000_006,
        name="Els de Wit",
        phone="020 123 45 67",
        email="els.dewit@example.com",
        question="Kan de auto ook in het wit geleverd worden?",
        car="Volkswagen ID.3 Pro",
        price="€ 31.500",
        plate="S-456-KL",
    ),
)
