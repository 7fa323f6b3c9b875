"""Customers who ask about a car through a portal, and their messages in ADF."""

from dataclasses import dataclass
from xml.sax.saxutils import escape

_ADF = """\
<?xml version="1.0" encoding="UTF-8"?>
<?adf version="1.0"?>
<adf>
  <prospect>
    <id sequence="1" source="{source}">{number}</id>
    <vehicle interest="buy" status="used"><make>{make}</make><model>{model}</model></vehicle>
    <customer>
      <contact>
        <name part="full">{name}</name>
        <email>{email}</email>
        <phone type="mobile">{phone}</phone>
      </contact>
      <comments>{question}</comments>
    </customer>
    <vendor><vendorname>Autohuis Voorbeeld</vendorname></vendor>
    <provider><name part="full">{source}</name></provider>
  </prospect>
</adf>
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Customer:
    """Somebody who asks about a car through a portal."""

    number: int = 1
    name: str = "Sanne Hoekstra"
    phone: str = "06 12 34 56 78"
    email: str = "sanne.hoekstra@example.com"
    make: str = "Peugeot"
    model: str = "208 1.2 PureTech"
    question: str = "Is deze auto nog beschikbaar en mag ik zaterdag langskomen?"
    source: str = "AutoTrack"

    @property
    def adf(self) -> str:
        """The portal's message about him."""
        fields = {name: escape(str(getattr(self, name))) for name in self.__slots__}
        return _ADF.format(**fields)


SANNE = Customer()


def customers(count: int) -> list[Customer]:
    """Return so many different customers."""
    return [
        Customer(
            number=100 + each,
            name=f"Klant {chr(ord('A') + each % 26)}{each}",
            phone=f"06 2000 {each:04}",
            email=f"klant{each}@example.com",
        )
        for each in range(count)
    ]
